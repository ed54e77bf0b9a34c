"""The workbooks of a packet; each writer tells the numbers it wrote with their cells."""
