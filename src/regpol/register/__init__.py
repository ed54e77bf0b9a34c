"""From an ugly spreadsheet to a clean table, with nothing lost and no name carried along.

``reading`` finds the table in the file, ``cleaning`` types it, ``columns`` hands it to DuckDB:

    file > RawTable > Register (people | roster | rejected | warnings) > table people

Names and NIK stay in the roster, keyed by row; everything after this floor works without them.
"""
