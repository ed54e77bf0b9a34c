"""A comparison of two papers for its readers: the terminal, a program, a browser."""
