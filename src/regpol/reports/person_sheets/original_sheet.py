"""The sheet a list came from, written again cell by cell in its own places, with marks and comments.

Numbers of a NIK are written as text, or the spreadsheet would round them once more. Formulas arrive
here as the values they had; nothing that is written can be run.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil
from typing import TYPE_CHECKING

from regpol.register.raw_table import Cell, as_text
from regpol.register.reading import Sheet
from regpol.reports.masking import mask_name, mask_nik, neutral
from regpol.reports.person_sheets.person_table import LONGEST_CELL, OPEN, PersonStyle

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
_LONGEST_NAME = 31
_LARGEST_EXACT = 10**15
_EARLIEST = date(1900, 3, 1)
_DAY = "dd/mm/yyyy"
_HEAD_HEIGHT = 30
_NARROW, _WIDE = 7, 42
_COMMENT: dict[str, object] = {"font_size": 9, "author": "regpol"}
_COMMENT_WIDTH, _COMMENT_LETTERS, _MOST_LINES = 260, 44, 24
_LONGEST_COUNT = 4
_LONG_NUMBER = re.compile(r"\d(?:[ .\-]?\d){9,}")


@dataclass(frozen=True, slots=True)
class Mark:
    """A cell to look at (its row from 1, its column from 0), what to look for, and its colours."""

    row: int
    column: int
    told: str
    colours: tuple[str, str] = OPEN


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
    beside_colours: Callable[[str], tuple[str, str]] = lambda _: OPEN,
    mark_first: bool = True,
    masked: bool = False,
) -> None:
    """The sheet with its marks; ``beside`` gives rows further cells to the right of everything.

    The first of them stands out in its colours unless ``mark_first`` says otherwise. Where the sheet is
    ``masked``, only columns whose meaning is known are shown, and no long number in any of them.
    """
    made = book.add_worksheet(name)
    table, rows = sheet.table, sheet.grid.rows
    marked = {(mark.row, mark.column): mark for mark in marks}
    head = table.header_row
    hidden = _hidden(sheet) if masked else {}
    for row, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            mask = hidden.get(column, _dots) if row > head else _numbers_hidden
            shown = _shown(cell, mask) if masked else cell
            mark = marked.get((row, column))
            colours = mark.colours if mark else None
            _cell(made, style, (row - 1, column), shown, head=row == head, colours=colours)
    for (row, column), mark in marked.items():
        if column >= len(rows[row - 1]):
            made.write_blank(row - 1, column, None, style.mark(mark.colours))
        made.write_comment(row - 1, column, mark.told, _comment(mark.told))
    width = max((len(row) for row in rows), default=0)
    for at, heading in enumerate(beside_headings):
        made.write_string(head - 1, width + at, heading, style.header)
        made.set_column(width + at, width + at, 25 if at < len(beside_headings) - 1 else 70)
    for row, texts in (beside or {}).items():
        for at, text in enumerate(texts):
            if text:
                look = style.mark(beside_colours(text)) if mark_first and at == 0 else style.original
                made.write_string(row - 1, width + at, neutral(text), look)
    for column in range(width):
        made.set_column(column, column, column_width(sheet, column))
    made.set_row(head - 1, _HEAD_HEIGHT)
    made.freeze_panes(head, 0)
    made.autofilter(head - 1, 0, max(len(rows) - 1, head), max(width + len(beside_headings) - 1, 0))
    made.set_landscape()
    made.set_paper(9)
    made.fit_to_pages(1, 0)
    # explanations run over the page; on paper the class is enough
    made.print_area(0, 0, max(len(rows) - 1, head), max(width - 1 + min(len(beside_headings), 2), 0))
    made.repeat_rows(head - 1)


def _hidden(sheet: Sheet) -> dict[int, Callable[[str], str]]:
    """How the columns of known meaning are shown; every other column may hold anything about anybody."""
    own = {"nik": mask_nik, "nama": mask_name}
    return {column: own.get(field, _numbers_hidden) for field, column in sheet.table.fields.items()}


def _shown(cell: Cell, mask: Callable[[str], str]) -> Cell:
    """A cell as a masked copy shows it; a day or a small number in a known column stays what it is."""
    if isinstance(cell, date) and mask is not _dots:
        return cell
    text = as_text(cell)
    hidden = mask(text)
    return cell if hidden == text else hidden


def _numbers_hidden(text: str) -> str:
    return _LONG_NUMBER.sub(lambda found: mask_nik(found.group()), text)


def _dots(text: str) -> str:
    # a running number tells nobody; without it rows are hard to speak about
    return text if not text or (text.isdecimal() and len(text) <= _LONGEST_COUNT) else "•••"


def _comment(told: str) -> dict[str, object]:
    """A box as high as its text, for a spreadsheet does not fit it by itself."""
    lines = sum(ceil((len(line) or 1) / _COMMENT_LETTERS) for line in told.split("\n"))
    return _COMMENT | {"width": _COMMENT_WIDTH, "height": 8 + 13 * min(max(lines, 2), _MOST_LINES)}


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
        _cell(sheet, style, at, cell, head=False, colours=OPEN if marked else None)


def _cell(
    sheet: "Worksheet",
    style: PersonStyle,
    at: tuple[int, int],
    cell: Cell,
    *,
    head: bool,
    colours: tuple[str, str] | None,
) -> None:
    plain = style.original_head if head else style.mark(colours) if colours else style.original
    if cell is None:
        if colours or head:
            sheet.write_blank(*at, None, plain)
    elif isinstance(cell, bool):
        sheet.write_boolean(*at, cell, plain)
    elif isinstance(cell, datetime | date):
        _day(sheet, style, at, cell, colours)
    elif isinstance(cell, time | timedelta):
        sheet.write_string(*at, str(cell), plain)
    elif isinstance(cell, int | float) and abs(cell) < _LARGEST_EXACT:
        sheet.write_number(*at, cell, plain)
    else:
        text = as_text(cell) if not isinstance(cell, str) else cell
        sheet.write_string(*at, neutral(text)[:LONGEST_CELL], plain)


def _day(
    sheet: "Worksheet", style: PersonStyle, at: tuple[int, int], cell: date, colours: tuple[str, str] | None
) -> None:
    day = cell.date() if isinstance(cell, datetime) else cell
    if day < _EARLIEST:  # spreadsheets know no earlier days
        sheet.write_string(*at, day.isoformat(), style.mark(colours) if colours else style.original)
        return
    moment = datetime.combine(day, datetime.min.time())
    sheet.write_datetime(*at, moment, style.mark(colours, _DAY) if colours else style.original_day)
