"""The sheets of the decided register, written row by row as the rows come.

Text is always written as text, so that no cell can become a formula; the only formulas are the
subtotals made here.
"""

import tempfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.reports.decided.register import DecidedRegister
from regpol.reports.decided.streamed import Cell
from regpol.reports.masking import neutral
from regpol.reports.safe_file import replacing
from regpol.reports.workbook_style import ANSWER_COLOURS, Style
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEADER = 3
_LINE_HEIGHT, _MOST_LINES = 13.5, 28
_LETTERS = 1.12  # letters of this font in one unit of width, on the safe side
_KINDS = {"nik": "text", "name": "text"}


@dataclass(frozen=True, slots=True)
class Head:
    """A heading, the width in characters, and the kind of what stands below it."""

    heading: str
    width: float
    kind: str


@contextmanager
def made_workbook(path: Path, report: DecidedRegister, *, streamed: bool) -> Iterator["Workbook"]:
    """A workbook that takes the place of the file when the block ends well; ``streamed`` keeps no row in memory."""
    import xlsxwriter

    with replacing(path) as temporary, tempfile.TemporaryDirectory(prefix="regpol-") as folder:
        options = {
            "constant_memory": streamed,
            "strings_to_formulas": False,
            "strings_to_urls": False,
            "tmpdir": folder,
        }
        book = xlsxwriter.Workbook(str(temporary), options)
        book.set_properties({"title": report.title, "created": datetime.combine(report.on_date, datetime.min.time())})
        try:
            yield book
        except BaseException:
            book.fileclosed = True  # or its finaliser would write the half-made file
            raise
        book.close()


class Sheets:
    """The sheets of one workbook."""

    def __init__(self, book: "Workbook", style: Style, report: DecidedRegister) -> None:
        self._book, self._style, self._report = book, style, report
        self.rows_written = 0

    def add(self, name: str) -> "Worksheet":
        """A sheet that prints on landscape pages."""
        sheet = self._book.add_worksheet(name)
        sheet.hide_gridlines(2)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        sheet.fit_to_pages(1, 0)
        sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
        return sheet

    def table(
        self,
        name: str,
        about: str,
        heads: Sequence[Head],
        rows: Iterable[Sequence[Cell]],
        frozen: int,
        *,
        printed: int | None = None,
    ) -> None:
        """A sheet with one table; ``printed`` is how many of its columns belong on paper, all if None."""
        sheet = self.add(name)
        for at, head in enumerate(heads):
            sheet.set_column(at, at, head.width)
        sheet.set_row(0, 24)
        sheet.write_string(0, 0, f"{name} · {neutral(self._report.region)}", self._style.title)
        sheet.write_string(1, 0, f"{about} Keadaan pada {long_date(self._report.on_date)}.", self._style.subtitle)
        self._subtotals(sheet, heads)
        sheet.set_row(_HEADER, 34)
        for at, head in enumerate(heads):
            sheet.write_string(_HEADER, at, head.heading, self._style.header)
        count = self._rows(sheet, heads, rows)
        last = max(_HEADER + count, _HEADER + 1)
        if not count:
            sheet.write_string(_HEADER + 1, 0, "Tidak ada.", self._style.subtitle)
        sheet.autofilter(_HEADER, 0, last, len(heads) - 1)
        sheet.freeze_panes(_HEADER + 1, frozen)
        sheet.repeat_rows(_HEADER)
        sheet.print_area(0, 0, last, (printed or len(heads)) - 1)
        self._colour(sheet, heads, last)
        self.rows_written = count

    def _rows(self, sheet: "Worksheet", heads: Sequence[Head], rows: Iterable[Sequence[Cell]]) -> int:
        style = self._style
        kinds = [_KINDS.get(head.kind, head.kind) for head in heads]
        plain = [[style.cell(kind, odd=odd) for kind in kinds] for odd in (False, True)]
        absent = [style.cell("absent", odd=odd) for odd in (False, True)]
        long = [(at, head.width * _LETTERS) for at, head in enumerate(heads) if head.kind == "long"]
        money = [head.kind == "rupiah" for head in heads]
        at = _HEADER
        for at, row in enumerate(rows, _HEADER + 1):
            odd = (at - _HEADER) % 2 == 0
            _fit_height(sheet, at, row, long)
            for column, value in enumerate(row):
                cell: Format = plain[odd][column]
                if value is None or value == "":
                    sheet.write_blank(at, column, None, cell)
                elif isinstance(value, int):
                    sheet.write_number(at, column, value, cell)
                else:
                    sheet.write_string(at, column, value, absent[odd] if money[column] else cell)
        return at - _HEADER

    def _subtotals(self, sheet: "Worksheet", heads: Sequence[Head]) -> None:
        """Sums above the headings that follow the filter; the value is stored too, for readers that do not compute."""
        sums = self._report.column_sums
        if not any(head.heading in sums for head in heads):
            return
        from xlsxwriter.utility import xl_range

        first, last = _HEADER + 1, _HEADER + self._report.decided
        for at, head in enumerate(heads):
            if head.heading in sums:
                formula = f"=SUBTOTAL(109,{xl_range(first, at, last, at)})"
                sheet.write_formula(_HEADER - 1, at, formula, self._style.subtotal, sums[head.heading])
            elif at == 0:
                sheet.write_string(_HEADER - 1, at, "Jumlah", self._style.subtotal)
            else:
                sheet.write_blank(_HEADER - 1, at, None, self._style.subtotal)

    def _colour(self, sheet: "Worksheet", heads: Sequence[Head], last: int) -> None:
        for at, head in enumerate(heads):
            if head.kind != "answer":
                continue
            for word in ANSWER_COLOURS:
                rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": self._style.answer(word)}
                sheet.conditional_format(_HEADER + 1, at, last, at, rule)


def _fit_height(sheet: "Worksheet", at: int, row: Sequence[Cell], long: Sequence[tuple[int, float]]) -> None:
    """Room for text that wraps; not every program works the height out when it opens a file."""
    lines = max((_lines(str(row[column] or ""), letters) for column, letters in long), default=1)
    if lines > 1:
        sheet.set_row(at, _LINE_HEIGHT * min(lines, _MOST_LINES) + 2)


def _lines(text: str, letters: float) -> int:
    return sum(max(ceil(len(part) / letters), 1) for part in text.split("\n"))
