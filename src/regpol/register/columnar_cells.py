"""A register in Parquet as a grid of cells, for the work that goes cell by cell as over a spreadsheet.

The names of the columns are the first row, so the first person stands in row 2 here, as in the sheet a report
writes; deciding counts the rows of a Parquet file from 1, and both say so.
"""

from datetime import date, time, timedelta
from decimal import Decimal
from pathlib import Path

from regpol.register.raw_table import Cell, Row
from regpol.register.sheets import Grid
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import NotASpreadsheet
from regpol.terms.problems.register_files import TooManyRowsForCells

MOST_ROWS = 1_048_575
"""What a sheet holds below its headings; every row is held in memory here."""
SAID = "Baris 1 memuat nama kolom; orang pertama baris 2 (register decide menghitungnya baris 1)"


def columnar_grid(path: Path) -> Grid:
    """The rows of the file under the names of its columns.

    Raises:
        Refused: if the file is broken or cut short, or longer than a sheet.
    """
    import duckdb

    from regpol.register.room import memory_connection

    place = Place(str(path))
    with memory_connection() as database:
        try:
            ((rows,),) = database.execute("SELECT count(*) FROM read_parquet(?)", [str(path)]).fetchall()
            if rows > MOST_ROWS:
                raise Refused(TooManyRowsForCells(place=place, rows=rows, limit=MOST_ROWS))
            found = database.execute("SELECT * FROM read_parquet(?)", [str(path)])
            names: Row = tuple(str(column[0]) for column in found.description or ())
            return Grid("", [names, *(tuple(map(_cell, row)) for row in found.fetchall())])
        except duckdb.Error:
            raise Refused(NotASpreadsheet(place=place, reason="berkas Parquet terpotong atau rusak")) from None


def _cell(value: object) -> Cell:
    if isinstance(value, str):
        return value if value.strip() else None
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    if value is None or isinstance(value, bool | int | float | date | time | timedelta):
        return value
    return str(value)
