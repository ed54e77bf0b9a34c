"""Sheets with a row for each person, for every workbook that has them: the original sheet marked, and tables."""
