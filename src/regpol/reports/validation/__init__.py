"""A register held against an answer: workbook, text and JSON."""
