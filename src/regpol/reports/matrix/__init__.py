"""The matrix, put together once; as a terminal table, rows, a workbook and a page."""
