"""The decided register as a workbook to work in: filters, totals that follow the filter, ready to print.

Text is always written as text, so that no cell can become a formula; the only formulas are the
subtotals made here.
"""

import io
from collections.abc import Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from regpol.reports.decided.columns import Column, decision_columns, note_columns, situation_columns
from regpol.reports.decided.register import DecidedRegister
from regpol.reports.decided.summary import write_summary
from regpol.reports.masking import neutral
from regpol.reports.workbook_style import ANSWER_COLOURS, Style, sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

T = TypeVar("T")
_HEADER = 3
_MANY = 50_000
_LINE_HEIGHT, _MOST_LINES = 13.5, 12
_LETTERS = 1.12  # letters of this font in one unit of width, on the safe side


def decided_xlsx(report: DecidedRegister, *, show_personal: bool = False) -> bytes:
    """The workbook as bytes, the same for the same report."""
    import xlsxwriter

    made = io.BytesIO()
    options = {"constant_memory": len(report.rows) > _MANY, "strings_to_formulas": False, "strings_to_urls": False}
    book = xlsxwriter.Workbook(made, options)
    book.set_properties({"title": report.title, "created": datetime.combine(report.on_date, datetime.min.time())})
    sign(book, "register decide")
    style = Style(book)
    write_summary(_sheet(book, "Ringkasan"), style, report, show_personal=show_personal)
    decisions = decision_columns(report, show_personal=show_personal)
    frozen = next(i for i, column in enumerate(decisions) if column.heading == "Kecamatan")
    _table(book, style, report, "Keputusan", decisions, report.rows, frozen)
    _table(book, style, report, "Situasi", situation_columns(report), report.situations, 1)
    _table(book, style, report, "Ditolak", note_columns(), report.rejects, 1)
    _table(book, style, report, "Peringatan", note_columns(), report.warnings, 1)
    assumed: tuple[Column[str], ...] = (Column("Yang dianggap benar saat membaca dan memutus", 120, "long", str),)
    _table(book, style, report, "Asumsi", assumed, report.assumptions, 0)
    book.close()
    return made.getvalue()


_ABOUT = {
    "Keputusan": "Satu baris untuk tiap orang. Jumlah mengikuti saringan; iuran yang belum diketahui tidak ikut.",
    "Situasi": "Semua orang dalam satu situasi mendapat jawaban yang sama; periksa lembar ini, bukan tiap orang.",
    "Ditolak": "Baris yang belum dapat diputus. Orangnya tidak kehilangan hak; barisnya perlu diperbaiki.",
    "Peringatan": "Baris yang tetap diputus, tetapi perlu dilihat.",
    "Asumsi": "Ganti atau benarkan sebelum hasil ini dipakai.",
}


def _sheet(book: "Workbook", name: str) -> "Worksheet":
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    return sheet


def _table(
    book: "Workbook",
    style: Style,
    report: DecidedRegister,
    name: str,
    columns: Sequence[Column[T]],
    rows: Sequence[T],
    frozen: int,
) -> None:
    sheet = _sheet(book, name)
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"{name} · {neutral(report.region)}", style.title)
    sheet.write_string(1, 0, f"{_ABOUT[name]} Keadaan pada {long_date(report.on_date)}.", style.subtitle)
    _subtotals(sheet, style, columns, rows)
    sheet.set_row(_HEADER, 34)
    for at, column in enumerate(columns):
        sheet.write_string(_HEADER, at, column.heading, style.header)
    for index, row in enumerate(rows):
        _fit_height(sheet, _HEADER + 1 + index, columns, row)
        for at, column in enumerate(columns):
            _write(sheet, style, _HEADER + 1 + index, at, column, column.value(row), odd=index % 2 == 1)
    last = max(_HEADER + len(rows), _HEADER + 1)
    if not rows:
        sheet.write_string(_HEADER + 1, 0, "Tidak ada.", style.subtitle)
    sheet.autofilter(_HEADER, 0, last, len(columns) - 1)
    sheet.freeze_panes(_HEADER + 1, frozen)
    sheet.repeat_rows(_HEADER)
    sheet.print_area(0, 0, last, _last_printed(columns))
    _colour(sheet, style, columns, last)


def _fit_height(sheet: "Worksheet", at: int, columns: Sequence[Column[T]], row: T) -> None:
    """Room for text that wraps; not every program works the height out when it opens a file."""
    long = [(len(str(column.value(row) or "")), column.width) for column in columns if column.kind == "long"]
    lines = max((ceil(length / (width * _LETTERS)) for length, width in long), default=1)
    if lines > 1:
        sheet.set_row(at, _LINE_HEIGHT * min(lines, _MOST_LINES) + 2)


def _last_printed(columns: Sequence[Column[T]]) -> int:
    """Without the reasons of single persons: with them no page could be read."""
    unbroken = columns[-1].heading == "Alasan" and columns[-1].kind == "text"
    return len(columns) - (2 if unbroken else 1)


def _write(
    sheet: "Worksheet", style: Style, row: int, at: int, column: Column[T], value: str | int | None, *, odd: bool
) -> None:
    cell = style.cell(column.kind, odd=odd)
    if value is None or value == "":
        sheet.write_blank(row, at, None, cell)
    elif isinstance(value, int):
        sheet.write_number(row, at, value, cell)
    else:
        kind = "absent" if column.kind == "rupiah" else column.kind
        sheet.write_string(row, at, neutral(value), style.cell(kind, odd=odd))


def _subtotals(sheet: "Worksheet", style: Style, columns: Sequence[Column[T]], rows: Sequence[T]) -> None:
    """Sums above the headings that follow the filter; the value is stored too, for readers that do not compute."""
    if not rows or not any(column.kind == "rupiah" for column in columns):
        return
    from xlsxwriter.utility import xl_range

    first, last = _HEADER + 1, _HEADER + len(rows)
    for at, column in enumerate(columns):
        amounts = [v for row in rows if isinstance(v := column.value(row), int)] if column.kind == "rupiah" else []
        if amounts:
            formula = f"=SUBTOTAL(109,{xl_range(first, at, last, at)})"
            sheet.write_formula(_HEADER - 1, at, formula, style.subtotal, sum(amounts))
        elif at == 0:
            sheet.write_string(_HEADER - 1, at, "Jumlah", style.subtotal)
        else:
            sheet.write_blank(_HEADER - 1, at, None, style.subtotal)


def _colour(sheet: "Worksheet", style: Style, columns: Sequence[Column[T]], last: int) -> None:
    for at, column in enumerate(columns):
        if column.kind != "answer":
            continue
        for word in ANSWER_COLOURS:
            rule = {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": style.answer(word)}
            sheet.conditional_format(_HEADER + 1, at, last, at, rule)
