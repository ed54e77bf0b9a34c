"""A validated register as a workbook: the register first, so that it is what is read when it is used again."""

import io
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING

from regpol.register.validation.mapping import MEANING, Result, Way
from regpol.register.validation.outcome import FactChange, RowResult, StrayAnswer, Validation
from regpol.reports.masking import mask_name, mask_nik, neutral
from regpol.reports.person_sheets.original_sheet import Mark, sheet_name, write_original
from regpol.reports.person_sheets.person_table import (
    BAD,
    GOOD,
    OPEN,
    QUIET,
    PersonColumn,
    PersonStyle,
    new_sheet,
    open_book,
    write_table,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

RESULT, ACTION = "Hasil validasi", "Yang perlu dilakukan"
_OWN = ("Ringkasan", "Hasil", "Fakta berubah", "Jawaban ganda", "Jawaban tanpa baris", "Status", "Asumsi")
_WHOLE = "RAHASIA: lembar register memuat nama dan NIK lengkap. Simpan dan kirim seperlunya."
_COLOURS = {
    **{str(result): {Way.ON: GOOD, Way.SETTLE: OPEN, Way.OUT: BAD}[MEANING[result].way] for result in Result},
    **{str(way): colours for way, colours in ((Way.ON, GOOD), (Way.SETTLE, OPEN), (Way.OUT, BAD))},
}


def colours(word: str) -> tuple[str, str]:
    """Background and letters of a result; the word always stands in the cell too."""
    return _COLOURS.get(word, QUIET)


def validation_xlsx(report: Validation, on_date: date, *, show_personal: bool = False) -> bytes:
    """The workbook as bytes; the lists beside the register show people masked unless asked otherwise."""
    made = io.BytesIO()
    book = open_book(made, f"Validasi register: {report.mapping.name}", on_date)
    style = PersonStyle(book)
    sign(book, "register validate", _registers(book, style, report))
    _summary(new_sheet(book, "Ringkasan"), style, report, on_date)
    about = f"{report.mapping.name}; {long_date(on_date)}."
    _people(book, style, report, about, whole=show_personal)
    write_table(
        new_sheet(book, "Fakta berubah"),
        style,
        title="Fakta yang diisi atau berubah",
        about=f"{about} Isi semula ikut tertulis; kosong berarti faktanya sebelumnya belum diketahui.",
        columns=_change_columns(report),
        rows=report.changes,
    )
    several = [(one, answer) for one in report.rows if len(one.answers) > 1 for answer in one.answers]
    write_table(
        new_sheet(book, "Jawaban ganda"),
        style,
        title="Beberapa jawaban untuk satu baris",
        about=f"{about} Jawaban yang berbeda tidak dipilih sendiri; isi register tidak diubah karenanya.",
        columns=(
            PersonColumn("Lembar", 14, "text", lambda pair: pair[0].place.sheet),
            PersonColumn("Baris register", 9, "number", lambda pair: pair[0].place.line),
            PersonColumn("Hasil", 26, "class", lambda pair: str(pair[0].result)),
            PersonColumn("Baris jawaban", 9, "number", lambda pair: pair[1].place.line),
            PersonColumn("Status di jawaban", 40, "long", lambda pair: pair[1].status),
            PersonColumn("Keterangan di jawaban", 40, "long", lambda pair: pair[1].remark),
        ),
        rows=several,
        colours=colours,
    )
    _strays(book, style, report, about, whole=show_personal)
    write_table(
        new_sheet(book, "Status"),
        style,
        title="Status dalam jawaban",
        about=f"{about} Cocokkan artinya; yang keliru diperbaiki dalam berkas pemetaan.",
        columns=(
            PersonColumn("Status di jawaban", 44, "long", lambda it: it[0] or "(kosong)"),
            PersonColumn("Dibaca sebagai", 28, "class", lambda it: it[1]),
            PersonColumn("Baris", 9, "number", lambda it: it[2]),
        ),
        rows=report.statuses,
        colours=colours,
    )
    assumed: tuple[PersonColumn[str], ...] = (PersonColumn("Yang dianggap benar", 130, "long", str),)
    sheet = new_sheet(book, "Asumsi")
    told = "Benarkan dahulu sebelum hasil ini dipakai."
    write_table(sheet, style, title="Asumsi", about=told, columns=assumed, rows=report.assumptions)
    book.close()
    return made.getvalue()


def _registers(book: "Workbook", style: PersonStyle, report: Validation) -> list[str]:
    """Writes the sheets of the register; their names."""
    taken = list(_OWN)
    by_sheet: dict[int, list[RowResult]] = defaultdict(list)
    for one in report.rows:
        by_sheet[one.sheet].append(one)
    for at, sheet in enumerate(report.sheets):
        name = sheet_name(sheet.table.sheet or "Register", taken)
        taken.append(name)
        without = tuple(code for code in report.mapping.facts if code not in sheet.table.fields)
        write_original(
            book,
            style,
            sheet,
            name,
            marks=[*_changed(report, at), *_doubtful(by_sheet[at], sheet.table.fields.get("nik"))],
            beside={
                one.place.line: (
                    *(one.facts.get(code, "") for code in without),
                    str(one.result),
                    "" if one.result is Result.MATCHED else one.meaning.action,
                )
                for one in by_sheet[at]
            },
            beside_headings=(*(report.names[code] for code in without), RESULT, ACTION),
            mark_first=bool(without),
        )
    return taken[len(_OWN) :]


def _changed(report: Validation, at: int) -> list[Mark]:
    columns = report.sheets[at].table.fields
    return [
        Mark(it.place.line, columns[it.fact], f"semula: {it.old or '(kosong)'}\nmenurut: {report.mapping.name}")
        for it in report.changes
        if it.sheet == at and it.fact in columns
    ]


def _doubtful(rows: Sequence[RowResult], column: int | None) -> list[Mark]:
    if column is None:
        return []
    return [
        Mark(one.place.line, column, f"{one.result}.\nLakukan: {one.meaning.action}\nOleh: {one.meaning.who}")
        for one in rows
        if one.meaning.way is not Way.ON
    ]


def _summary(sheet: "Worksheet", style: PersonStyle, report: Validation, on_date: date) -> None:
    for at, width in enumerate((40, 10, 18, 62, 40)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(f"Validasi register · {report.mapping.name}"), style.title)
    file = PurePath(report.answer.file).name
    sheet.write_string(1, 0, neutral(f"Berkas jawaban: {file}; dibaca pada {long_date(on_date)}"), style.subtitle)
    sheet.write_string(2, 0, _WHOLE, style.subtitle)
    row = _head(sheet, style, 4, ("Baris register", "Baris", "Sesudah ini", ACTION, "Oleh"))
    for result, count in report.by_result.items():
        meaning = MEANING[result]
        sheet.write_string(row, 0, str(result), style.coloured(colours(str(result))))
        sheet.write_number(row, 1, count, style.count)
        for at, text in enumerate((str(meaning.way), meaning.action, meaning.who), 2):
            sheet.write_string(row, at, text, style.cell("long", odd=False))
        sheet.set_row(row, 30)
        row += 1
    row = _total(sheet, style, row, "Baris register dibaca = jumlah semua hasil", len(report.rows))
    row = _head(sheet, style, row + 1, ("Sesudah ini", "Baris"))
    for way, count in report.by_way.items():
        sheet.write_string(row, 0, str(way), style.coloured(colours(str(way))))
        sheet.write_number(row, 1, count, style.count)
        row += 1
    row = _total(sheet, style, row, "Jumlah", sum(report.by_way.values()))
    row = _head(sheet, style, row + 1, ("Baris jawaban", "Baris"))
    for label, count in (
        ("dipakai untuk baris register", report.answers_used),
        ("tanpa baris register", len(report.strays)),
    ):
        sheet.write_string(row, 0, label, style.cell("text", odd=False))
        sheet.write_number(row, 1, count, style.count)
        row += 1
    _total(sheet, style, row, "Baris jawaban dibaca", len(report.answer.rows))


def _head(sheet: "Worksheet", style: PersonStyle, row: int, texts: tuple[str, ...]) -> int:
    for at, text in enumerate(texts):
        sheet.write_string(row, at, text, style.header)
    return row + 1


def _total(sheet: "Worksheet", style: PersonStyle, row: int, label: str, count: int) -> int:
    sheet.write_string(row, 0, label, style.total_label)
    sheet.write_number(row, 1, count, style.total)
    return row + 1


def _people(book: "Workbook", style: PersonStyle, report: Validation, about: str, *, whole: bool) -> None:
    nik, name = (str, str) if whole else (mask_nik, mask_name)
    facts = tuple(_fact_column(report.names[code], code) for code in report.mapping.facts)
    write_table(
        new_sheet(book, "Hasil"),
        style,
        title="Hasil tiap baris register",
        about=f"{about} Satu baris untuk tiap baris register; saring kolom Hasil.",
        columns=(
            PersonColumn("Lembar", 14, "text", lambda one: one.place.sheet),
            PersonColumn("Baris", 7, "number", lambda one: one.place.line),
            PersonColumn("Hasil", 26, "class", lambda one: str(one.result)),
            PersonColumn("Sesudah ini", 16, "class", lambda one: str(one.meaning.way)),
            PersonColumn("NIK", 19, "text", lambda one: nik(one.nik)),
            PersonColumn("Nama", 24, "text", lambda one: name(one.name.written)),
            *facts,
            PersonColumn("Penjelasan", 52, "long", lambda one: one.reason),
            PersonColumn(ACTION, 48, "long", lambda one: one.meaning.action),
            PersonColumn("Oleh", 30, "long", lambda one: one.meaning.who),
            PersonColumn("Baris jawaban", 12, "text", lambda one: ", ".join(str(it.place.line) for it in one.answers)),
        ),
        rows=report.rows,
        colours=colours,
        frozen=3,
    )


def _fact_column(name: str, code: str) -> PersonColumn[RowResult]:
    return PersonColumn(name, 16, "text", lambda one: one.facts.get(code, ""))


def _strays(book: "Workbook", style: PersonStyle, report: Validation, about: str, *, whole: bool) -> None:
    nik, name = (str, str) if whole else (mask_nik, mask_name)
    columns: tuple[PersonColumn[StrayAnswer], ...] = (
        PersonColumn("Lembar", 14, "text", lambda it: it.row.place.sheet),
        PersonColumn("Baris jawaban", 9, "number", lambda it: it.row.place.line),
        PersonColumn("NIK di jawaban", 19, "text", lambda it: nik(it.row.nik)),
        PersonColumn("Nama di jawaban", 26, "text", lambda it: name(it.row.name.written)),
        PersonColumn("Status di jawaban", 34, "long", lambda it: it.row.status),
        PersonColumn("Sebab", 40, "long", lambda it: it.reason),
    )
    write_table(
        new_sheet(book, "Jawaban tanpa baris"),
        style,
        title="Baris jawaban tanpa baris register",
        about=f"{about} Mungkin orang yang sudah keluar, atau NIK yang salah ketik di salah satu berkas.",
        columns=columns,
        rows=report.strays,
    )


def _change_columns(report: Validation) -> tuple[PersonColumn[FactChange], ...]:
    return (
        PersonColumn("Lembar", 14, "text", lambda it: it.place.sheet),
        PersonColumn("Baris", 7, "number", lambda it: it.place.line),
        PersonColumn("Fakta", 24, "text", lambda it: report.names[it.fact]),
        PersonColumn("Semula", 24, "text", lambda it: it.old or "(kosong)"),
        PersonColumn("Menjadi", 24, "text", lambda it: it.new or "(kosong: belum diketahui)"),
    )
