"""The changes of a month as workbook, text and JSON."""
