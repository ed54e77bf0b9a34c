"""A decided register as its owner receives it: a workbook or a text file."""
