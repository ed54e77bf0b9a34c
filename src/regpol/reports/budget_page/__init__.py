"""Plans and comparisons as charts and as one page: HTML for a screen, PDF for the table."""
