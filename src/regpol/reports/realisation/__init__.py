"""A plan beside its realisation: workbook, text and JSON."""
