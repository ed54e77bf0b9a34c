"""A reconciliation as a workbook to work in: figures, every row of both lists, the original sheets marked."""

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING

from regpol.register.reconciliation.classes import MEANING, DecreeClass, Ground, PersonClass
from regpol.register.reconciliation.outcome import Figures, PersonVerdict, Reconciliation
from regpol.reports.masking import neutral
from regpol.reports.person_sheets.original_sheet import Mark, sheet_name, write_original
from regpol.reports.person_sheets.person_table import PersonColumn, PersonStyle, new_sheet, open_book, write_table
from regpol.reports.reconciliation.columns import MASKED, PRINTED, WHOLE, colours, decree_columns, person_columns
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_OWN = ("Ringkasan", "Rekonsiliasi", "SK", "Per unit", "Asumsi")
_MASKED = "Nama dan NIK disamarkan."
_WHOLE = "RAHASIA: memuat nama dan NIK lengkap. Simpan dan kirim seperlunya."
_MEMBERSHIP = (
    "Tanpa SK yang berlaku orang tetap dapat menjadi peserta; yang belum ada ialah dasar membayar dari anggaran ini."
)
_FIELDS = ("nik", "nama", "kelurahan", "kecamatan", "nomor_sk", "tanggal_sk", "sk_sampai", "kategori")


def reconciliation_xlsx(report: Reconciliation, *, masked: bool = False) -> bytes:
    """The workbook as bytes, the same for the same lists."""
    made = io.BytesIO()
    book = open_book(made, f"Rekonsiliasi SK {report.region_name}", report.on_date)
    style = PersonStyle(book)
    figures = report.figures()
    shown = MASKED if masked else WHOLE
    when = f"{report.region_name} ({report.region}) · keadaan pada {long_date(report.on_date)}"
    _summary(new_sheet(book, "Ringkasan"), style, report, figures, masked=masked)
    write_table(
        new_sheet(book, "Rekonsiliasi"),
        style,
        title="Register terhadap daftar SK",
        about=f"{when}. Satu baris untuk tiap baris register; saring kolom Kelas untuk mengerjakan satu jenis.",
        columns=person_columns(report, shown),
        rows=report.people,
        colours=colours,
        frozen=3,
        printed=PRINTED,
    )
    write_table(
        new_sheet(book, "SK"),
        style,
        title="Daftar SK terhadap register",
        about=f"{when}. Satu baris untuk tiap baris daftar SK.",
        columns=decree_columns(report, shown),
        rows=report.decrees,
        colours=colours,
        frozen=3,
        printed=PRINTED,
    )
    _units(new_sheet(book, "Per unit"), style, report, figures)
    sign(book, "register reconcile", _originals(book, style, report, masked=masked), masked=masked)
    assumed: tuple[PersonColumn[str], ...] = (PersonColumn("Yang dianggap benar", 130, "long", str),)
    about = "Benarkan dahulu sebelum hasil ini dipakai."
    sheet = new_sheet(book, "Asumsi")
    write_table(sheet, style, title="Asumsi", about=about, columns=assumed, rows=report.assumptions)
    book.close()
    return made.getvalue()


def _originals(book: "Workbook", style: PersonStyle, report: Reconciliation, *, masked: bool) -> list[str]:
    """Writes the original sheets; their names."""
    taken = list(_OWN)
    by_sheet: dict[int, list[PersonVerdict]] = {}
    for verdict in report.people:
        by_sheet.setdefault(verdict.entry.sheet, []).append(verdict)
    for at, sheet in enumerate(report.register):
        name = sheet_name(sheet.table.sheet or "Register", taken)
        taken.append(name)
        troubled = [one for one in by_sheet.get(at, []) if one.klass is not PersonClass.MATCHED]
        write_original(
            book,
            style,
            sheet,
            name,
            marks=[mark for verdict in troubled for mark in _marks(verdict, sheet.table.fields)],
            beside={one.entry.place.line: (str(one.klass), str(one.ground), one.reason) for one in troubled},
            beside_headings=("Kelas rekonsiliasi", "Dasar bayar", "Penjelasan"),
            masked=masked,
        )
    return taken[len(_OWN) :]


def _marks(verdict: PersonVerdict, columns: Mapping[str, int]) -> list[Mark]:
    """One mark a cell; what has no column of its own is told at the first cell that has one."""
    told: dict[int, list[str]] = {}
    for field, text in verdict.cells or (("nama", str(verdict.klass)),):
        column = next((columns[name] for name in (field, *_FIELDS) if name in columns), 0)
        told.setdefault(column, []).append(text)
    return [
        Mark(verdict.entry.place.line, column, f"{'; '.join(texts)}.\nLakukan: {verdict.action}\nOleh: {verdict.who}")
        for column, texts in told.items()
    ]


def _summary(sheet: "Worksheet", style: PersonStyle, report: Reconciliation, figures: Figures, *, masked: bool) -> None:
    for at, width in enumerate((42, 10, 18, 60, 50)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(f"Rekonsiliasi SK · {report.region_name}"), style.title)
    where = f"Keadaan pada {long_date(report.on_date)}; kode wilayah {report.region}"
    sheet.write_string(1, 0, neutral(where), style.subtitle)
    sheet.write_string(2, 0, _MASKED if masked else _WHOLE, style.subtitle)
    row = _headings(sheet, style, 4, ("Register", "Baris", "Dasar bayar", "Yang perlu dilakukan", "Oleh"))
    for klass in PersonClass:
        meaning = MEANING[klass]
        sheet.write_string(row, 0, str(klass), style.coloured(colours(str(klass))))
        sheet.write_number(row, 1, figures.people[klass], style.count)
        for at, text in enumerate((str(meaning.ground), meaning.action, meaning.who), 2):
            sheet.write_string(row, at, text, style.cell("long", odd=False))
        sheet.set_row(row, 30)
        row += 1
    row = _total(sheet, style, row, "Baris register dibaca = jumlah semua kelas", figures.people_read)
    row = _headings(sheet, style, row + 1, ("Dasar bayar dari anggaran ini", "Baris"))
    for ground in Ground:
        row = _counted(sheet, style, row, str(ground), figures.grounds[ground])
    row = _total(sheet, style, row, "Jumlah", sum(figures.grounds.values()))
    row = _headings(sheet, style, row + 1, ("Daftar SK", "Baris"))
    for kind in DecreeClass:
        row = _counted(sheet, style, row, str(kind), figures.decrees[kind])
    row = _total(sheet, style, row, "Baris SK dibaca = jumlah semua kelas", figures.decrees_read)
    sheet.write_string(row + 1, 0, _MEMBERSHIP, style.plain)


def _headings(sheet: "Worksheet", style: PersonStyle, row: int, texts: tuple[str, ...]) -> int:
    for at, text in enumerate(texts):
        sheet.write_string(row, at, text, style.header)
    return row + 1


def _counted(sheet: "Worksheet", style: PersonStyle, row: int, word: str, count: int) -> int:
    sheet.write_string(row, 0, word, style.coloured(colours(word)))
    sheet.write_number(row, 1, count, style.count)
    return row + 1


def _total(sheet: "Worksheet", style: PersonStyle, row: int, label: str, count: int) -> int:
    sheet.write_string(row, 0, label, style.total_label)
    sheet.write_number(row, 1, count, style.total)
    return row + 1


def _units(sheet: "Worksheet", style: PersonStyle, report: Reconciliation, figures: Figures) -> None:
    """Units down, classes across; the sums are the figures of the first sheet."""
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, "Per unit", style.title)
    about = (
        "Baris register menurut unit dan kelas; kolom terakhir ialah SK unit itu yang tidak punya orang di register."
    )
    sheet.write_string(1, 0, about, style.subtitle)
    texts = ["Kode", "Unit", "Baris", *map(str, PersonClass), "SK tanpa orang"]
    sheet.set_row(3, 44)
    _headings(sheet, style, 3, tuple(texts))
    sheet.set_column(0, 0, 15)
    sheet.set_column(1, 1, 28)
    sheet.set_column(2, len(texts) - 1, 10)
    row = 4
    for unit in sorted({*figures.by_unit, *figures.decrees_by_unit}):
        people, decrees = figures.by_unit.get(unit, {}), figures.decrees_by_unit.get(unit, {})
        sheet.write_string(row, 0, unit, style.cell("text", odd=False))
        sheet.write_string(row, 1, neutral(report.unit_name(unit)), style.cell("text", odd=False))
        counts = [sum(people.values()), *(people.get(k, 0) for k in PersonClass), decrees.get(DecreeClass.NO_PERSON, 0)]
        for at, count in enumerate(counts, 2):
            sheet.write_number(row, at, count, style.count)
        row += 1
    sheet.write_string(row, 0, "Jumlah", style.total_label)
    sheet.write_blank(row, 1, None, style.total_label)
    totals = [figures.people_read, *figures.people.values(), figures.decrees[DecreeClass.NO_PERSON]]
    for at, count in enumerate(totals, 2):
        sheet.write_number(row, at, count, style.total)
    sheet.autofilter(3, 0, max(row - 1, 4), len(texts) - 1)
    sheet.freeze_panes(4, 2)
    sheet.repeat_rows(3)
