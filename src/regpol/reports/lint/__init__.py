"""What the checks of drafting technique found, for a terminal, a program, and the paper itself."""
