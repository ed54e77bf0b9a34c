"""The cost of closing a gap, in words, as JSON and as a workbook."""
