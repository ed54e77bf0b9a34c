"""The sheet a kelurahan or kampung gets: its own rows, what to look at, room for corrections."""

import io
from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING

from regpol.register.reading import Sheet
from regpol.register.returns.answers import CODE, DEED, FILLED_BY, FILLED_ON, LOOK, NOTE, column_labels
from regpol.register.returns.dispatch import Dispatch, UnitPart, row_code
from regpol.reports.masking import neutral
from regpol.reports.person_sheets.original_sheet import column_width, write_cell
from regpol.reports.person_sheets.person_table import PersonStyle, new_sheet, open_book
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_HEAD = 5
_SPARE_ROWS = 15
_LINE, _LOOK_WIDTH, _LOOK_LETTERS = 13, 52, 56
_DEEDS = ["tetap", "diperbaiki", "keluar"]
_GUIDE = (
    "Perbaiki langsung pada sel yang salah. Cocokkan dengan KTP dan SK, jangan menebak.",
    "Baris berwarna kuning perlu dilihat; penjelasannya pada kolom “Yang perlu dilihat”.",
    "Kolom “Kode baris” jangan diubah atau dihapus: dengan kode itu baris ditemukan kembali.",
    "Orang yang tidak lagi bertugas jangan dihapus; pilih “keluar” pada kolom Tindakan dan tulis sejak kapan.",
    "Orang baru ditulis di bawah daftar tanpa kode baris; ia diputuskan tersendiri.",
    "NIK ditulis 16 digit. Kolomnya sudah berbentuk teks, sehingga digitnya tidak dibulatkan.",
    "Isi “Diisi oleh” di bagian atas, simpan, lalu kirim kembali berkas ini. Nama berkas boleh berubah.",
)


def return_sheet(dispatch: Dispatch, unit: UnitPart, sheets: Sequence[Sheet], looks: Mapping[str, str]) -> bytes:
    """The workbook of one unit. ``looks`` says by row code what to look at."""
    made = io.BytesIO()
    book = open_book(made, f"Lembar isian {unit.code or unit.name}", dispatch.on_date)
    style = PersonStyle(book)
    wanted = set(unit.rows)
    parts = [(at, sheet, _lines(dispatch, at, sheet, wanted)) for at, sheet in enumerate(sheets)]
    filled = [(at, sheet, lines) for at, sheet, lines in parts if lines]
    for number, (at, sheet, lines) in enumerate(filled, 1):
        name = "Isian" if len(filled) == 1 else f"Isian {number}"
        _fill(new_sheet(book, name), book, style, dispatch, unit, (at, sheet, lines), looks)
    _guide(new_sheet(book, "Petunjuk"), style)
    book.close()
    return made.getvalue()


def _lines(dispatch: Dispatch, at: int, sheet: Sheet, wanted: set[str]) -> list[int]:
    return [line for line in sheet.table.numbers if row_code(dispatch.id, at, line) in wanted]


def _fill(
    made: "Worksheet",
    book: "Workbook",
    style: PersonStyle,
    dispatch: Dispatch,
    unit: UnitPart,
    part: tuple[int, Sheet, list[int]],
    looks: Mapping[str, str],
) -> None:
    at, sheet, lines = part
    labels = column_labels(sheet)
    made.set_row(0, 24)
    made.write_string(0, 0, neutral(f"Lembar isian · {unit.name} {unit.code}"), style.title)
    about = f"Keadaan pada {long_date(dispatch.on_date)} · {len(lines)} orang · kiriman {dispatch.id} · RAHASIA"
    made.write_string(1, 0, about, style.subtitle)
    made.write_string(2, 0, _GUIDE[0], style.subtitle)
    for column, label in ((0, FILLED_BY), (3, FILLED_ON)):
        made.write_string(3, column, label, style.total_label)
        made.write_blank(3, column + 1, None, style.entry)
    headings = (CODE, LOOK, *labels, DEED, NOTE)
    made.set_row(_HEAD, 30)
    for column, heading in enumerate(headings):
        made.write_string(_HEAD, column, heading, style.header)
    identity = sheet.table.fields.get("nik", -1)
    for row, line in enumerate(lines, _HEAD + 1):
        code = row_code(dispatch.id, at, line)
        look = looks.get(code, "")
        made.set_row(row, _LINE * max(1, ceil(len(look) / _LOOK_LETTERS)) + 3)
        made.write_string(row, 0, code, style.code)
        made.write_string(row, 1, look, style.look if look else style.code)
        cells = sheet.grid.rows[line - 1]
        for column in range(len(labels)):
            cell = cells[column] if column < len(cells) else None
            write_cell(made, style, (row, column + 2), cell, marked=bool(look), as_text_only=column == identity)
        for column in (len(labels) + 2, len(labels) + 3):
            made.write_blank(row, column, None, style.entry)
    last = _HEAD + len(lines) + _SPARE_ROWS
    deed = len(labels) + 2
    made.data_validation(_HEAD + 1, deed, last, deed, {"validate": "list", "source": _DEEDS, "ignore_blank": True})
    widths = [13, _LOOK_WIDTH, *(column_width(sheet, column) for column in range(len(labels))), 12, 34]
    for column, width in enumerate(widths):
        # new NIK are typed below the list too, and must stay text there
        made.set_column(column, column, width, style.text_only if column - 2 == identity else None)
    made.freeze_panes(_HEAD + 1, 1)
    made.autofilter(_HEAD, 0, _HEAD + len(lines), len(headings) - 1)
    made.repeat_rows(_HEAD)


def _guide(made: "Worksheet", style: PersonStyle) -> None:
    made.set_column(0, 0, 4)
    made.set_column(1, 1, 120)
    made.set_row(0, 24)
    made.write_string(0, 0, "Petunjuk pengisian", style.title)
    for number, text in enumerate(_GUIDE, 1):
        made.write_number(number + 1, 0, number, style.plain)
        made.write_string(number + 1, 1, text, style.wrapped)
