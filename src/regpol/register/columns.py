"""Hands the people of a register to DuckDB as the table ``people``, in one bulk load.

The load goes through a text file in a folder only the owner can read, because that is the fastest
way that needs no array library (1.4 s for 500,000 rows, against 3.5 s for lists as parameters). The
file holds no name and no NIK, and is gone when the call returns.
"""

import csv
import tempfile
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.people import People, Register, Value

if TYPE_CHECKING:
    import duckdb


def store(connection: "duckdb.DuckDBPyConnection", register: Register, table: str = "people") -> None:
    """Creates the table with one row for each person, in the order of the register."""
    people = register.people
    columns = ", ".join(f'"{name}" {kind}' for name, kind in people.types.items())
    connection.execute(f'CREATE OR REPLACE TABLE "{table}" ({columns})')
    with tempfile.TemporaryDirectory(prefix="regpol-") as folder:
        rows = Path(folder) / "people.csv"
        _write(rows, people)
        # spelled out, for a guess about quoting or types would be silent
        connection.execute(
            f"INSERT INTO \"{table}\" SELECT * FROM read_csv(?, header=false, auto_detect=false, delim=',', "  # noqa: S608
            "quote='\"', escape='\"', nullstr='', dateformat='%Y-%m-%d', columns=?)",
            [str(rows), {name: str(kind) for name, kind in people.types.items()}],
        )


def _write(path: Path, people: People) -> None:
    columns = [[_text(value) for value in people[name]] for name in people.types]
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(zip(*columns, strict=True))


def _text(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    return value.isoformat() if isinstance(value, date) else str(value)
