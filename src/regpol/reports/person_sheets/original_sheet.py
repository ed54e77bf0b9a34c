"""The sheet a list came from, written again cell by cell in its own places, with marks and comments.

Numbers of a NIK are written as text, or the spreadsheet would round them once more. Formulas arrive
here as the values they had; nothing that is written can be run.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from regpol.register.raw_table import Cell, as_text
from regpol.register.reading import Sheet
from regpol.reports.masking import mask_name, mask_nik, neutral
from regpol.reports.person_sheets.person_table import LONGEST_CELL, PersonStyle

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_LARGEST_EXACT = 10**15
_EARLIEST = date(1900, 3, 1)
_NARROW, _WIDE = 7, 42
_COMMENT = {"x_scale": 1.6, "y_scale": 1.1, "font_size": 9, "author": "regpol"}


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to look at and what to look for."""

    row: int
    column: int
    told: str


def sheet_name(wanted: str, taken: Sequence[str]) -> str:
    """A name a spreadsheet accepts and no other sheet has.

    >>> sheet_name("Kec. A/B", ["Kec. A B"]), sheet_name("", [])
    ('Kec. A B (2)', 'Data')
    """
    clean = wanted.translate(_FORBIDDEN).strip(" '")[:_LONGEST_NAME] or "Data"
    used = {name.casefold() for name in taken} | {"history"}
    name, count = clean, 1
    while name.casefold() in used:
        count += 1
        name = f"{clean[: _LONGEST_NAME - 5]} ({count})"
    return name


def write_original(
    book: "Workbook",
    style: PersonStyle,
    sheet: Sheet,
    name: str,
    *,
    marks: Sequence[Mark] = (),
    beside: Mapping[int, tuple[str, ...]] | None = None,
    beside_headings: tuple[str, ...] = (),
    mark_first: bool = True,
    masked: bool = False,
) -> None:
    """The sheet with its marks; ``beside`` gives rows further cells to the right of everything.

    The first of them is marked like a changed cell unless ``mark_first`` says otherwise.
    """
    made = book.add_worksheet(name)
    table, rows = sheet.table, sheet.grid.rows
    marked = {(mark.row, mark.column): mark.told for mark in marks}
    head = table.header_row
    hidden = _hidden(sheet) if masked else {}
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            hide = hidden.get(column) if row > head else None
            shown: Cell = hide(as_text(cell)) if hide else cell
            _cell(made, style, (row - 1, column), shown, head=row == head, marked=(row, column) in marked)
    for (row, column), told in marked.items():
        if column >= len(rows[row - 1]):
            made.write_blank(row - 1, column, None, style.marked)
        made.write_comment(row - 1, column, told, _COMMENT)
    width = max((len(row) for row in rows), default=0)
    for at, heading in enumerate(beside_headings):
        made.write_string(head - 1, width + at, heading, style.header)
        made.set_column(width + at, width + at, 18 if at < len(beside_headings) - 1 else 70)
    for row, texts in (beside or {}).items():
        for at, text in enumerate(texts):
            if text:
                plain = style.marked if mark_first and at == 0 else style.original
                made.write_string(row - 1, width + at, neutral(text), plain)
    for column in range(width):
        made.set_column(column, column, column_width(sheet, column))
    made.freeze_panes(head, 0)
    made.autofilter(head - 1, 0, max(len(rows) - 1, head), max(width + len(beside_headings) - 1, 0))
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    # explanations run over the page; on paper the class is enough
    made.print_area(0, 0, max(len(rows) - 1, head), max(width - 1 + min(len(beside_headings), 2), 0))
    made.repeat_rows(head - 1)


def _hidden(sheet: Sheet) -> dict[int, Callable[[str], str]]:
    fields = sheet.table.fields
    return {fields[name]: mask for name, mask in (("nik", mask_nik), ("nama", mask_name)) if name in fields}


def column_width(sheet: Sheet, column: int) -> float:
    """Wide enough for most of a column; titles above the headings may run over."""
    cells = [row[column] for row in sheet.grid.rows[sheet.table.header_row - 1 :] if column < len(row)]
    lengths = sorted(len(as_text(cell)) for cell in cells if cell is not None)
    usual = lengths[(len(lengths) - 1) * 95 // 100] if lengths else 0
    return min(max(usual + 2, _NARROW), _WIDE)


def write_cell(
    sheet: "Worksheet",
    style: PersonStyle,
    at: tuple[int, int],
    cell: Cell,
    *,
    marked: bool = False,
    as_text_only: bool = False,
) -> None:
    """A cell as it was; a NIK as text whatever it was, so that it can be corrected without losing digits."""
    if as_text_only:
        text = as_text(cell)
        plain = style.marked_text if marked else style.text_only
        sheet.write_string(*at, neutral(text), plain) if text else sheet.write_blank(*at, None, plain)
    elif cell is None:
        sheet.write_blank(*at, None, style.marked if marked else style.original)
    else:
        _cell(sheet, style, at, cell, head=False, marked=marked)


def _cell(sheet: "Worksheet", style: PersonStyle, at: tuple[int, int], cell: Cell, *, head: bool, marked: bool) -> None:
    plain = style.original_head if head else style.marked if marked else style.original
    if cell is None:
        if marked or head:
            sheet.write_blank(*at, None, plain)
    elif isinstance(cell, bool):
        sheet.write_boolean(*at, cell, plain)
    elif isinstance(cell, datetime | date):
        _day(sheet, style, at, cell, marked=marked)
    elif isinstance(cell, time | timedelta):
        sheet.write_string(*at, str(cell), plain)
    elif isinstance(cell, int | float) and abs(cell) < _LARGEST_EXACT:
        sheet.write_number(*at, cell, plain)
    else:
        text = as_text(cell) if not isinstance(cell, str) else cell
        sheet.write_string(*at, neutral(text)[:LONGEST_CELL], plain)


def _day(sheet: "Worksheet", style: PersonStyle, at: tuple[int, int], cell: date, *, marked: bool) -> None:
    day = cell.date() if isinstance(cell, datetime) else cell
    if day < _EARLIEST:  # spreadsheets know no earlier days
        sheet.write_string(*at, day.isoformat(), style.marked if marked else style.original)
        return
    moment = datetime.combine(day, datetime.min.time())
    sheet.write_datetime(*at, moment, style.marked_day if marked else style.original_day)
