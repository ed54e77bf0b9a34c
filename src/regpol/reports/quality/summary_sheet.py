"""The first sheet of the quality workbook: what it comes to, kind by kind, and who has how much to do."""

from typing import TYPE_CHECKING

from regpol.register.quality.report import QualityReport
from regpol.reports.masking import neutral
from regpol.reports.person_sheets.person_table import GOOD, PersonStyle
from regpol.reports.quality.words import (
    COLOURS,
    NOTICE_MASKED,
    NOTICE_WHOLE,
    WEIGHTS,
    first_rows,
    groups,
    list_name,
    missing_words,
)
from regpol.terms.dates import long_date
from regpol.terms.problems import Severity

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_BACK = (
    "Perbaiki langsung pada lembar asal di buku kerja ini, simpan, lalu jalankan pemeriksaan lagi pada buku kerja ini: "
    "yang dibaca hanya lembar asalnya."
)
_MISSING = ("Keterangan yang belum diketahui", "Baris", "Menahan jawaban", "Keadaan", "Yang tahu")
_ROWS = 8
_WIDTHS = (38, 9, 20, 62, 26, 30)


def write_summary(sheet: "Worksheet", style: PersonStyle, report: QualityReport, *, masked: bool) -> None:
    """Counts that add up, kinds with what to do, who has how much to do, what is not known."""
    for at, width in enumerate(_WIDTHS):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(f"Mutu register · {report.region_name}"), style.title)
    where = f"Keadaan pada {long_date(report.on_date)}; kode wilayah {report.region}"
    sheet.write_string(1, 0, neutral(where), style.subtitle)
    sheet.write_string(2, 0, NOTICE_MASKED if masked else NOTICE_WHOLE, style.subtitle)
    row = _counts(sheet, style, report, 4)
    row = _kinds(sheet, style, report, row + 1)
    row = _owners(sheet, style, report, row + 1)
    row = _missing(sheet, style, report, row + 1)
    if not masked:
        sheet.write_string(row + 1, 0, _BACK, style.plain)


def _counts(sheet: "Worksheet", style: PersonStyle, report: QualityReport, row: int) -> int:
    row = _headings(sheet, style, row, ("Baris orang", "Baris"))
    lines = (
        ("baik", GOOD, report.faultless),
        ("dapat dipakai, perlu diperiksa", COLOURS[WEIGHTS[Severity.WARNING]], report.to_check),
        ("ditolak", COLOURS[WEIGHTS[Severity.ERROR]], report.rejected),
    )
    for word, colours, count in lines:
        sheet.write_string(row, 0, word, style.coloured(colours))
        sheet.write_number(row, 1, count, style.count)
        row += 1
    sheet.write_string(row, 0, "Dibaca = jumlah ketiganya", style.total_label)
    sheet.write_number(row, 1, report.read, style.total)
    row += 1
    if len(report.lists) > 1:
        row = _headings(sheet, style, row + 1, ("Daftar", "Baris", "Ditolak"))
        for at, one in enumerate(report.lists):
            sheet.write_string(row, 0, neutral(list_name(report, at)), style.cell("text", odd=False))
            sheet.write_number(row, 1, one.register.counts.read, style.count)
            sheet.write_number(row, 2, one.register.counts.rejected, style.count)
            row += 1
    return row


def _kinds(sheet: "Worksheet", style: PersonStyle, report: QualityReport, row: int) -> int:
    told = ("Temuan", "Baris", "Bobot", "Yang perlu dilakukan", "Yang dapat memperbaiki", "Baris pertama")
    row = _headings(sheet, style, row, told)
    for kind in (kind for *_, kinds in groups(report) for kind in kinds):
        weight = WEIGHTS[kind.problem.severity]
        first = first_rows(report, kind, _ROWS)
        sheet.write_string(row, 0, f"{kind.problem.title} ({kind.problem.code})", style.cell("long", odd=False))
        sheet.write_number(row, 1, kind.rows, style.count)
        sheet.write_string(row, 2, weight, style.coloured(COLOURS[weight]))
        for at, text in enumerate((kind.to_do, kind.owner, neutral(first)), 3):
            sheet.write_string(row, at, text, style.cell("long", odd=False))
        sheet.set_row(row, 30)
        row += 1
    if not report.kinds:
        sheet.write_string(row, 0, "Tidak ada temuan.", style.subtitle)
        row += 1
    for _, words, explained, _ in groups(report):
        sheet.write_string(row, 0, f"{words}: {explained}", style.plain)
        row += 1
    return row


def _owners(sheet: "Worksheet", style: PersonStyle, report: QualityReport, row: int) -> int:
    row = _headings(sheet, style, row, ("Yang dapat memperbaiki", "Ditolak", "Perlu dilihat (termasuk ditolak)"))
    for who, (errors, rows) in report.owners.items():
        sheet.write_string(row, 0, who, style.cell("text", odd=False))
        sheet.write_number(row, 1, errors, style.count)
        sheet.write_number(row, 2, rows, style.count)
        row += 1
    return row


def _missing(sheet: "Worksheet", style: PersonStyle, report: QualityReport, row: int) -> int:
    if not report.missing:
        return row
    row = _headings(sheet, style, row, _MISSING)
    for fact in report.missing:
        sheet.write_string(row, 0, fact.name, style.cell("text", odd=False))
        sheet.write_number(row, 1, fact.blank, style.count)
        sheet.write_number(row, 2, fact.blocks, style.count)
        sheet.write_string(row, 3, missing_words(fact), style.cell("long", odd=False))
        sheet.write_string(row, 4, fact.holder, style.cell("long", odd=False))
        sheet.set_row(row, 30)
        row += 1
    return row


def _headings(sheet: "Worksheet", style: PersonStyle, row: int, texts: tuple[str, ...]) -> int:
    for at, text in enumerate(texts):
        sheet.write_string(row, at, text, style.header)
    return row + 1
