"""The quality of registers for those who have to put it right: on the terminal, as a workbook, as a page."""
