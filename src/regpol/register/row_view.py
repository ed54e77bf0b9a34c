"""One row of a raw table, read by field."""

from dataclasses import dataclass

from regpol.register.raw_table import Cell, RawTable, Row
from regpol.terms.place import Place


@dataclass(frozen=True, slots=True)
class RowView:
    """A row with its place; cells are asked for by field, never by position."""

    raw: RawTable
    index: int

    @property
    def number(self) -> int:
        """The row as the spreadsheet shows it."""
        return self.raw.numbers[self.index]

    def has(self, field: str) -> bool:
        """Whether the register has such a column at all."""
        return field in self.raw.fields

    def cell(self, field: str) -> Cell:
        """The cell of a field; None where it is blank or the column is missing."""
        at = self.raw.fields.get(field)
        row: Row = self.raw.rows[self.index]
        return None if at is None or at >= len(row) else row[at]

    def place(self, field: str = "") -> Place:
        """Where the row, or a field in it, stands."""
        return self.raw.place(self.index, field)

    def heading(self, field: str) -> str:
        """The heading of a field's column."""
        return self.raw.heading(field)
