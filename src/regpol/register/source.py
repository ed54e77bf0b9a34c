"""Where the cells of a register are, whatever file they came from: one SELECT with a text for each cell.

``select`` gives ``row`` (BIGINT, as the spreadsheet shows it; in Parquet the position, from 1) and for
each field of ``fields`` one column of its name, of cell texts (`cell_text`) or, where ``native`` names
it, of its own type. It has the rows of people only. Nothing of it is held in Python.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from regpol.register.cell_text import cell_text
from regpol.register.headings import label
from regpol.register.private_folder import PrivateFolder
from regpol.register.raw_table import RawTable
from regpol.terms.place import Place

if TYPE_CHECKING:
    import duckdb

TABLE = "raw_cells"


@dataclass(frozen=True)
class Source:
    """The rows of people in a database; ``read`` of them were counted in the file, before any cleaning."""

    connection: "duckdb.DuckDBPyConnection" = field(repr=False)
    file: str
    sheet: str
    header_row: int
    headings: tuple[str, ...]
    fields: Mapping[str, int]
    select: str
    read: int
    skipped: int = 0
    assumptions: tuple[str, ...] = ()
    native: Mapping[str, str] = field(default_factory=dict)
    uncleaned: frozenset[str] = frozenset()
    """Columns of text as the file has them, of which no cell text is made before it is needed."""
    streams: bool = False
    """Whether the file is columnar, so that reading it again costs less than keeping a copy."""

    def place(self, row: int, name: str = "") -> Place:
        """Where a row stands, and the column of a field in it."""
        return Place(self.file, row, self.fields.get(name, -1) + 1, self.sheet)

    def heading(self, name: str) -> str:
        """The heading of a field's column as the file writes it."""
        index = self.fields.get(name)
        return label(name) if index is None else f"“{self.headings[index]}”"


def put(connection: "duckdb.DuckDBPyConnection", raw: RawTable) -> Source:
    """The cells of a table that was read into memory, put into the database.

    The load goes through a text file in a folder only the owner can read, because that is the fastest
    way that needs no array library; the folder is gone when the call returns.
    """
    fields = list(raw.fields)
    columns = ", ".join(["row BIGINT", *(f'"{name}" VARCHAR' for name in fields)])
    connection.execute(f"CREATE OR REPLACE TABLE {TABLE} ({columns})")
    with PrivateFolder() as folder:
        path = folder / "sel.csv"
        cells = ([cell_text(cell) or "" for cell in raw.column(name)] for name in fields)
        with path.open("w", encoding="utf-8", newline="", errors="replace") as file:
            csv.writer(file).writerows(zip(raw.numbers, *cells, strict=True))
        # spelled out, for a guess about quoting or types would be silent
        connection.execute(
            f"INSERT INTO {TABLE} SELECT * FROM read_csv(?, header=false, auto_detect=false, delim=',', quote='\"', "  # noqa: S608
            "escape='\"', nullstr='', new_line='\\r\\n', parallel=false, "
            "columns=?)",
            [str(path), {"row": "BIGINT"} | dict.fromkeys(fields, "VARCHAR")],
        )
    listed = ", ".join(["row", *(f'"{name}"' for name in fields)])
    return Source(
        connection=connection,
        file=raw.file,
        sheet=raw.sheet,
        header_row=raw.header_row,
        headings=raw.headings,
        fields=dict(raw.fields),
        select=f"SELECT {listed} FROM {TABLE}",  # noqa: S608
        read=len(raw.rows),
        skipped=len(raw.skipped),
        assumptions=raw.assumptions,
    )
