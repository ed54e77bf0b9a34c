"""The calendar of a budget year as text and JSON."""
