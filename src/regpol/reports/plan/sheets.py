"""Tables of a plan's workbook: text is text, sums are formulas with their value kept, pages print on one width."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from regpol.reports.masking import neutral
from regpol.reports.workbook_style import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

A4 = 9
HEADER, FIRST = 4, 5
"""The row of the headings and the first row of data, from 0."""
_LINE_HEIGHT, _MOST_LINES = 13.5, 10
Cell = str | int | None


@dataclass(frozen=True)
class Made:
    """A formula with the value it must give: programs that do not compute show the value."""

    formula: str
    value: int


@dataclass(frozen=True)
class Col:
    """A column: heading, width, and kind of cell (text, long, number, rupiah, answer)."""

    heading: str
    width: int
    kind: str = "text"
    total: bool = False


class Table:
    """One sheet with a title, a table under a frozen header, and sums at its foot."""

    def __init__(self, book: "Workbook", style: Style, name: str, columns: Sequence[Col], frozen: int = 1) -> None:
        self.name, self.columns, self._style = name, columns, style
        self.sheet = page(book, name)
        self._next = FIRST
        for at, column in enumerate(columns):
            self.sheet.set_column(at, at, column.width)
            self.sheet.write_string(HEADER, at, column.heading, style.header)
        self.sheet.set_row(HEADER, 32)
        self.sheet.freeze_panes(FIRST, frozen)
        self.sheet.repeat_rows(HEADER)

    def title(self, title: str, *lines: str) -> None:
        """The title and up to three lines under it."""
        self.sheet.set_row(0, 24)
        self.sheet.write_string(0, 0, neutral(title), self._style.title)
        for at, line in enumerate(lines[: HEADER - 1], 1):
            self.sheet.write_string(at, 0, neutral(line), self._style.subtitle)

    def row(self, cells: Sequence[Cell | Made], *, sums: bool = False) -> int:
        """Writes a row, in the manner of sums if it is one; its number, from 0."""
        at = self._next
        self._next += 1
        odd = (at - FIRST) % 2 == 1
        for column, (kind, cell) in enumerate(zip((it.kind for it in self.columns), cells, strict=True)):
            style = self._summed(kind) if sums else self._style.cell(kind, odd=odd)
            self._write(at, column, cell, kind, style)
        self._fit(at, cells)
        return at

    def _summed(self, kind: str) -> "Format":
        return self._style.foot if kind in {"rupiah", "number"} else self._style.subtotal

    def _write(self, at: int, column: int, cell: Cell | Made, kind: str, style: "Format") -> None:
        if isinstance(cell, Made):
            self.sheet.write_formula(at, column, cell.formula, style, cell.value)
        elif cell is None or cell == "":
            self.sheet.write_blank(at, column, None, style)
        elif isinstance(cell, int):
            self.sheet.write_number(at, column, cell, style)
        else:
            absent = kind in {"rupiah", "number"}
            self.sheet.write_string(
                at, column, neutral(cell), self._style.cell("absent", odd=False) if absent else style
            )

    def _fit(self, at: int, cells: Sequence[Cell | Made]) -> None:
        """Room for text that wraps; not every program works the height out when it opens a file."""
        long = [
            ceil(len(cell) / (column.width * 1.1))
            for column, cell in zip(self.columns, cells, strict=True)
            if column.kind == "long" and isinstance(cell, str)
        ]
        if max(long, default=1) > 1:
            self.sheet.set_row(at, _LINE_HEIGHT * min(max(long), _MOST_LINES) + 2)

    def close(self, sums: Sequence[int | None], label: str = "Jumlah", *, filters: bool = True) -> None:
        """Sums at the foot for the columns that add up, by formula, and a filter over the rows."""
        from xlsxwriter.utility import xl_range

        last = self._next - 1
        if last < FIRST:
            self.sheet.write_string(FIRST, 0, "Tidak ada.", self._style.subtitle)
            return
        if any(column.total for column in self.columns):
            foot = self._next
            for at, (column, value) in enumerate(zip(self.columns, sums, strict=True)):
                if column.total and value is not None:
                    area = xl_range(FIRST, at, last, at)
                    self.sheet.write_formula(foot, at, f"=SUM({area})", self._style.foot, value)
                elif at == 0:
                    self.sheet.write_string(foot, at, label, self._style.subtotal)
                else:
                    self.sheet.write_blank(foot, at, None, self._style.subtotal)
        if filters:
            self.sheet.autofilter(HEADER, 0, last, len(self.columns) - 1)

    @property
    def next_row(self) -> int:
        """The next row to be written, from 0."""
        return self._next


def page(book: "Workbook", name: str) -> "Worksheet":
    """An empty sheet that prints on landscape pages of one width, numbered."""
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    return sheet
