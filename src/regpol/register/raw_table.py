"""A register as it stands in the file: cells untouched, rows numbered as the spreadsheet shows them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from regpol.register.headings import label
from regpol.terms.place import Place

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Skipped:
    """A filled row that is no person: column numbers, a repeated heading, a total, a signature."""

    row: int
    reason: str


@dataclass(frozen=True)
class RawTable:
    """The rows of people, which column is which field, and what had to be assumed to read them so."""

    file: str
    sheet: str
    header_row: int
    headings: tuple[str, ...]
    fields: Mapping[str, int]
    rows: tuple[Row, ...]
    numbers: tuple[int, ...]
    skipped: tuple[Skipped, ...] = ()
    assumptions: tuple[str, ...] = ()

    def place(self, index: int, field: str = "") -> Place:
        """Where a row stands, and the column of a field in it."""
        column = self.fields.get(field, -1) + 1
        return Place(self.file, self.numbers[index], column, self.sheet)

    def column(self, field: str) -> tuple[Cell, ...]:
        """The cells of a field, None in every row where the register has no such column."""
        index = self.fields.get(field)
        if index is None:
            return (None,) * len(self.rows)
        return tuple(row[index] if index < len(row) else None for row in self.rows)

    def heading(self, field: str) -> str:
        """The heading of a field's column as the file writes it."""
        index = self.fields.get(field)
        return label(field) if index is None else f"“{self.headings[index]}”"


def as_text(cell: Cell) -> str:
    """A cell as text, without the spaces and the apostrophe that only make Excel show it so.

    >>> as_text(" '5271 "), as_text(5271.0), as_text(None)
    ('5271', '5271', '')
    """
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(int(cell)) if isinstance(cell, float) and cell.is_integer() else str(cell)
    return cell.replace("\u00a0", " ").strip().lstrip("'’`").strip()
