"""The quality of registers as a workbook to work in: figures, every finding, every unit, the original sheets marked."""

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING

from regpol.register.quality.findings import Finding
from regpol.register.quality.original import original_sheet
from regpol.register.quality.report import QualityReport, UnitQuality
from regpol.register.raw_table import RawTable
from regpol.reports.masking import neutral
from regpol.reports.person_sheets.original_sheet import Mark, sheet_name, write_original
from regpol.reports.person_sheets.person_table import PersonColumn, PersonStyle, new_sheet, open_book, write_table
from regpol.reports.quality.summary_sheet import write_summary
from regpol.reports.quality.words import (
    COLOURS,
    MASKED,
    WEIGHTS,
    WHOLE,
    Identities,
    heading_of,
    list_name,
    most_frequent,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_OWN = ("Ringkasan", "Temuan", "Per unit", "Asumsi")
_PRINTED = "Yang dapat memperbaiki"
_MOST = "Temuan terbanyak"
_FIRST_CELLS = ("nik", "nama", "kelurahan", "kecamatan", "kategori")


def quality_xlsx(report: QualityReport, *, masked: bool = True) -> bytes:
    """The workbook as bytes, the same for the same lists."""
    made = io.BytesIO()
    title = f"Mutu register {report.region_name}"
    book = open_book(made, title, report.on_date)
    style = PersonStyle(book)
    when = f"{report.region_name} ({report.region}) · keadaan pada {long_date(report.on_date)}"
    write_summary(new_sheet(book, "Ringkasan"), style, report, masked=masked)
    write_table(
        new_sheet(book, "Temuan"),
        style,
        title="Temuan",
        about=f"{when}. Satu baris untuk tiap temuan; saring Bobot, Unit, atau Yang dapat memperbaiki.",
        columns=_finding_columns(report, Identities(report, MASKED if masked else WHOLE)),
        rows=report.single,
        colours=COLOURS.__getitem__,
        frozen=3,
        printed=_PRINTED,
    )
    write_table(
        new_sheet(book, "Per unit"),
        style,
        title="Per unit",
        about=f"{when}. Baris menurut unit; kolom paling kanan menghitung baris menurut jenis temuan.",
        columns=_unit_columns(report),
        rows=report.units,
        frozen=2,
        printed=_MOST,
        head_height=62,
    )
    sign(book, "register inspect", _originals(book, style, report, masked=masked), masked=masked)
    assumed: tuple[PersonColumn[str], ...] = (PersonColumn("Yang dianggap benar", 130, "long", str),)
    about = "Benarkan dahulu sebelum hasil ini dipakai."
    write_table(new_sheet(book, "Asumsi"), style, title="Asumsi", about=about, columns=assumed, rows=report.said)
    book.close()
    return made.getvalue()


def _finding_columns(report: QualityReport, who: Identities) -> tuple[PersonColumn[Finding], ...]:
    several = len(report.lists) > 1
    listed: PersonColumn[Finding] = PersonColumn("Daftar", 26, "text", lambda f: list_name(report, f.table))
    return (
        *((listed,) if several else ()),
        PersonColumn("Baris", 7, "number", lambda f: f.row),
        PersonColumn("Bobot", 16, "class", lambda f: WEIGHTS[f.weight]),
        PersonColumn("Temuan", 27, "long", lambda f: f.problem.title),
        PersonColumn("Kolom", 15, "text", lambda f: heading_of(report, f)),
        PersonColumn("Yang ditemukan", 52, "long", lambda f: f.problem.sentences[0]),
        PersonColumn("Yang perlu dilakukan", 44, "long", lambda f: f.problem.sentences[2]),
        PersonColumn(_PRINTED, 24, "text", lambda f: str(f.problem.owner or "")),
        PersonColumn("Unit", 22, "text", lambda f: report.unit_name(f.unit)),
        PersonColumn("Barisnya", 10, "text", lambda f: "ditolak" if f.rejected else "dipakai"),
        PersonColumn("Nama", 26, "text", who.name),
        PersonColumn("NIK", 20, "text", who.nik),
        PersonColumn("Kode", 8, "text", lambda f: f.problem.code),
    )


def _unit_columns(report: QualityReport) -> tuple[PersonColumn[UnitQuality], ...]:
    def of_kind(code: str, title: str) -> PersonColumn[UnitQuality]:
        return PersonColumn(title, 11, "number", lambda unit: unit.by_code.get(code))

    return (
        PersonColumn("Kode", 15, "text", lambda unit: unit.code),
        PersonColumn("Unit", 38, "text", lambda unit: unit.name),
        PersonColumn("Baris", 8, "number", lambda unit: unit.read),
        PersonColumn("Dapat dipakai", 9, "number", lambda unit: unit.read - unit.rejected),
        PersonColumn("Ditolak", 9, "number", lambda unit: unit.rejected),
        PersonColumn("Perlu dilihat", 9, "number", lambda unit: unit.troubled),
        PersonColumn(_MOST, 62, "long", lambda unit: most_frequent(report, unit)),
        *(of_kind(kind.problem.code, kind.problem.title) for kind in report.kinds),
    )


def _originals(book: "Workbook", style: PersonStyle, report: QualityReport, *, masked: bool) -> list[str]:
    """Writes the sheet of each list as it was, its cells marked; the names of these sheets."""
    taken = list(_OWN)
    for at, one in enumerate(report.lists):
        name = sheet_name(one.raw.sheet or "Register", taken)
        taken.append(name)
        rows = {row: several for (table, row), several in report.rows.items() if table == at}
        write_original(
            book,
            style,
            original_sheet(one.raw),
            name,
            marks=[mark for row, several in rows.items() for mark in _marks(row, several, one.raw)],
            beside={row: _beside(several) for row, several in rows.items()},
            beside_headings=("Periksa: bobot", "Periksa: oleh", "Periksa: temuan"),
            beside_colours=COLOURS.__getitem__,
            masked=masked,
        )
    return taken[len(_OWN) :]


def _marks(row: int, several: Sequence[Finding], raw: RawTable) -> list[Mark]:
    """One mark a cell, in the colour of the heaviest; what has no column is told at the first cell that has one."""
    first = next((raw.fields[field] for field in _FIRST_CELLS if field in raw.fields), 0)
    cells: dict[int, list[Finding]] = {}
    for one in several:
        cells.setdefault(one.column - 1 if one.column else first, []).append(one)
    return [
        Mark(row, column, "\n\n".join(_told(one) for one in found), COLOURS[WEIGHTS[found[0].weight]])
        for column, found in cells.items()
    ]


def _told(one: Finding) -> str:
    found, _, action = one.problem.sentences
    return neutral(f"{one.problem.title.capitalize()}: {found}.\nLakukan: {action}.\nOleh: {one.problem.owner}")


def _beside(several: Sequence[Finding]) -> tuple[str, str, str]:
    heaviest = several[0]
    return WEIGHTS[heaviest.weight], str(heaviest.problem.owner), "; ".join(one.problem.title for one in several)
