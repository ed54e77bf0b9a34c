"""The changes of a month as a workbook: the equation first, then what to add, take out and correct."""

import io
from collections.abc import Callable
from typing import TYPE_CHECKING

from regpol.register.changes.outcome import Change, ChangeClass, Changes, FieldChange
from regpol.register.changes.persons import Person
from regpol.reports.masking import mask_name, mask_nik, neutral
from regpol.reports.person_sheets.person_table import (
    BAD,
    GOOD,
    OPEN,
    QUIET,
    PersonColumn,
    PersonStyle,
    Shown,
    new_sheet,
    open_book,
    write_table,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_COLOURS = {
    str(ChangeClass.IN): GOOD,
    str(ChangeClass.OUT): BAD,
    str(ChangeClass.REPLACED): OPEN,
    str(ChangeClass.MOVED): OPEN,
    str(ChangeClass.CHANGED): OPEN,
    str(ChangeClass.REPEATED): OPEN,
    str(ChangeClass.NOT_TOLD_APART): OPEN,
}
_MASKED = "Nama dan NIK disamarkan; untuk dikirim ke BPJS buat lagi dengan --show-personal."
_WHOLE = "RAHASIA: memuat nama dan NIK lengkap. Simpan dan kirim seperlunya."
_UNVERIFIED = "Susunan resmi BPJS Ketenagakerjaan tidak kami ketahui; cocokkan judul kolomnya sebelum dikirim."
_PERSONAL = {"nik": mask_nik, "nama": mask_name}
_BORN_MASKED = "••••"

Look = Callable[[str], str]


def colours(word: str) -> tuple[str, str]:
    """Background and letters of a class; the word always stands in the cell too."""
    return _COLOURS.get(word, QUIET)


def changes_xlsx(report: Changes, *, show_personal: bool = False) -> bytes:
    """The workbook as bytes, the same for the same registers."""
    made = io.BytesIO()
    book = open_book(made, f"Perubahan register {report.region_name}", report.on_date)
    sign(book, "register changes")
    style = PersonStyle(book)
    sheets = _Sheets(book, style, report, whole=show_personal)
    _summary(new_sheet(book, "Ringkasan"), style, report, whole=show_personal)
    sheets.additions()
    sheets.removals()
    sheets.altered()
    sheets.doubtful()
    _units(new_sheet(book, "Per unit"), style, report)
    assumed: tuple[PersonColumn[str], ...] = (PersonColumn("Yang dianggap benar", 130, "long", str),)
    about = "Benarkan dahulu sebelum hasil ini dipakai."
    table = new_sheet(book, "Asumsi")
    write_table(table, style, title="Asumsi", about=about, columns=assumed, rows=report.assumptions)
    book.close()
    return made.getvalue()


class _Sheets:
    """The lists, all with the same look and the same masking."""

    def __init__(self, book: "Workbook", style: PersonStyle, report: Changes, *, whole: bool) -> None:
        self.book, self.style, self.report = book, style, report
        self.nik: Look = str if whole else mask_nik
        self.name: Look = str if whole else mask_name
        self.whole = whole
        self.about = f"{report.region_name}; {long_date(report.on_date)}. {_UNVERIFIED}"

    def additions(self) -> None:
        """Who is to be registered."""
        self._write(
            "Penambahan",
            "Penambahan: yang didaftarkan",
            (
                *self._who("new"),
                PersonColumn("Sejak", 12, "day", lambda one: one.since),
                PersonColumn("Sebab", 13, "class", lambda one: str(one.klass)),
                PersonColumn("Penjelasan", 46, "long", lambda one: one.reason),
                PersonColumn("Menggantikan baris lama", 13, "number", lambda one: _line(one.old)),
            ),
            self.report.additions,
        )

    def removals(self) -> None:
        """Who is to be taken out."""
        self._write(
            "Pengurangan",
            "Pengurangan: yang dikeluarkan",
            (
                *self._who("old"),
                PersonColumn("Sejak", 12, "day", lambda one: one.since),
                PersonColumn("Sebab", 13, "class", lambda one: str(one.klass)),
                PersonColumn("Penjelasan", 46, "long", lambda one: one.reason),
                PersonColumn("Digantikan baris baru", 13, "number", lambda one: _line(one.new)),
            ),
            self.report.removals,
        )

    def altered(self) -> None:
        """Whose data are to be corrected, one line a thing that changed."""
        rows = [(one, field) for one in self.report.altered for field in one.fields]
        columns: tuple[PersonColumn[tuple[Change, FieldChange]], ...] = (
            PersonColumn("Baris lama", 8, "number", lambda it: _line(it[0].old)),
            PersonColumn("Baris baru", 8, "number", lambda it: _line(it[0].new)),
            PersonColumn("NIK", 19, "text", lambda it: self.nik(it[0].new.entry.nik) if it[0].new else ""),
            PersonColumn("Nama", 26, "text", lambda it: self.name(it[0].new.entry.name.written) if it[0].new else ""),
            PersonColumn("Unit", 24, "text", lambda it: self._unit(it[0].new)),
            PersonColumn("Jenis", 14, "class", lambda it: str(it[0].klass)),
            PersonColumn("Yang berubah", 18, "text", lambda it: it[1].label),
            PersonColumn("Semula", 28, "long", lambda it: self._shown(it[1].field, it[1].old)),
            PersonColumn("Menjadi", 28, "long", lambda it: self._shown(it[1].field, it[1].new)),
            PersonColumn("Sejak", 12, "day", lambda it: it[0].since),
        )
        write_table(
            new_sheet(self.book, "Perubahan data"),
            self.style,
            title="Perubahan data dan pindah unit",
            about=self.about,
            columns=columns,
            rows=rows,
            colours=colours,
            frozen=2,
        )

    def doubtful(self) -> None:
        """What somebody has to look at first."""
        self._write(
            "Perlu dipastikan",
            "Perlu dipastikan sebelum dikirim",
            (
                PersonColumn("Register", 9, "text", lambda one: "lama" if one.old else "baru"),
                *self._who("either"),
                PersonColumn("Sebab", 17, "class", lambda one: str(one.klass)),
                PersonColumn("Penjelasan", 56, "long", lambda one: one.reason),
            ),
            self.report.doubtful,
        )

    def _write(
        self, name: str, title: str, columns: tuple[PersonColumn[Change], ...], rows: tuple[Change, ...]
    ) -> None:
        sheet = new_sheet(self.book, name)
        about, style = self.about, self.style
        write_table(sheet, style, title=title, about=about, columns=columns, rows=rows, colours=colours, frozen=3)

    def _who(self, side: str) -> tuple[PersonColumn[Change], ...]:
        def person(one: Change) -> Person:
            found = one.old if side == "old" else one.new if side == "new" else one.new or one.old
            if found is None:
                raise AssertionError("a list of one side holds a change without that side")
            return found

        def born(one: Change) -> Shown:
            return person(one).entry.born if self.whole else _BORN_MASKED if person(one).entry.born else ""

        return (
            PersonColumn("Lembar", 12, "text", lambda one: person(one).entry.place.sheet),
            PersonColumn("Baris", 7, "number", lambda one: person(one).entry.place.line),
            PersonColumn("NIK", 19, "text", lambda one: self.nik(person(one).entry.nik)),
            PersonColumn("Nama", 26, "text", lambda one: self.name(person(one).entry.name.written)),
            PersonColumn("Tanggal lahir", 12, "day", born),
            PersonColumn("L/P", 5, "text", lambda one: person(one).sex),
            PersonColumn("Unit", 24, "text", lambda one: self._unit(person(one))),
            PersonColumn("Jabatan", 22, "text", lambda one: person(one).entry.post_written),
            PersonColumn("Penghasilan", 13, "number", lambda one: person(one).income),
            PersonColumn("Nomor SK", 18, "text", lambda one: person(one).entry.decree),
        )

    def _unit(self, person: Person | None) -> str:
        if person is None:
            return ""
        return self.report.unit_name(person.entry.unit) if person.entry.unit else person.entry.unit_written

    def _shown(self, field: str, text: str) -> str:
        if not text:
            return "(kosong)"
        if field == "tanggal_lahir" and not self.whole:
            return _BORN_MASKED
        return _PERSONAL[field](text) if field in _PERSONAL and not self.whole else text


def _line(person: Person | None) -> int | None:
    return person.entry.place.line if person else None


def _summary(sheet: "Worksheet", style: PersonStyle, report: Changes, *, whole: bool) -> None:
    for at, width in enumerate((52, 12, 78)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(f"Perubahan register · {report.region_name}"), style.title)
    where = f"Masa SK dinilai pada {long_date(report.on_date)}; kode wilayah {report.region}"
    sheet.write_string(1, 0, neutral(where), style.subtitle)
    sheet.write_string(2, 0, _WHOLE if whole else _MASKED, style.subtitle)
    for at, text in enumerate(("Persamaan", "Baris", "Lembar")):
        sheet.write_string(4, at, text, style.header)
    row = 5
    for label, count, told in equation(report):
        total = label.startswith("Register")
        sheet.write_string(row, 0, label, style.total_label if total else style.cell("text", odd=False))
        sheet.write_number(row, 1, count, style.total if total else style.count)
        sheet.write_string(row, 2, told, style.total_label if total else style.cell("text", odd=False))
        row += 1
    row += 1
    for at, text in enumerate(("Yang tetap di register", "Orang", "")):
        sheet.write_string(row, at, text, style.header)
    for klass in (ChangeClass.SAME, ChangeClass.CHANGED, ChangeClass.MOVED):
        row += 1
        sheet.write_string(row, 0, str(klass), style.coloured(colours(str(klass))))
        sheet.write_number(row, 1, report.counts[klass], style.count)


def equation(report: Changes) -> tuple[tuple[str, int, str], ...]:
    """The lines that add up from the old register to the new: a label, a signed count, and the sheet to look at."""
    counts, doubt = report.counts, report.doubtful
    gone = sum(one.old is not None for one in doubt)
    come = sum(one.new is not None for one in doubt)
    return (
        ("Register lama", report.closing.old, ""),
        ("− keluar", -counts[ChangeClass.OUT], "Pengurangan"),
        ("− diganti orang lain", -counts[ChangeClass.REPLACED], "Pengurangan"),
        ("− baris lama yang perlu dipastikan", -gone, "Perlu dipastikan"),
        ("+ masuk", counts[ChangeClass.IN], "Penambahan"),
        ("+ pengganti", counts[ChangeClass.REPLACED], "Penambahan"),
        ("+ baris baru yang perlu dipastikan", come, "Perlu dipastikan"),
        ("Register baru", report.closing.new, ""),
    )


def _units(sheet: "Worksheet", style: PersonStyle, report: Changes) -> None:
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, "Per unit", style.title)
    about = (
        "Lama − keluar − pindah ke unit lain + masuk + pindah dari unit lain = baru; pengganti dihitung di kedua sisi."
    )
    sheet.write_string(1, 0, about, style.subtitle)
    texts = ("Kode", "Unit", "Lama", "Keluar", "Pindah keluar", "Masuk", "Pindah masuk", "Baru")
    sheet.set_row(3, 30)
    for at, text in enumerate(texts):
        sheet.write_string(3, at, text, style.header)
    sheet.set_column(0, 0, 15)
    sheet.set_column(1, 1, 30)
    sheet.set_column(2, len(texts) - 1, 11)
    row = 4
    sums = [0] * 6
    for unit, one in report.by_unit.items():
        sheet.write_string(row, 0, unit, style.cell("text", odd=False))
        sheet.write_string(row, 1, neutral(report.unit_name(unit)), style.cell("text", odd=False))
        counts = (one.old, one.left, one.moved_away, one.came, one.moved_here, one.new)
        for at, count in enumerate(counts):
            sheet.write_number(row, at + 2, count, style.count)
            sums[at] += count
        row += 1
    sheet.write_string(row, 0, "Jumlah", style.total_label)
    sheet.write_blank(row, 1, None, style.total_label)
    for at, count in enumerate(sums):
        sheet.write_number(row, at + 2, count, style.total)
    sheet.autofilter(3, 0, max(row - 1, 4), len(texts) - 1)
    sheet.freeze_panes(4, 2)
    sheet.repeat_rows(3)
