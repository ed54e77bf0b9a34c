"""The contribution computation as a workbook: people x contribution x months, as formulas one can follow."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.packet.brief import ComputationLine, PacketBrief
from regpol.packet.numbers import Number, Standing
from regpol.reports.person_sheets.person_table import HEADER, PersonStyle, new_sheet, open_book
from regpol.reports.workbook_style import sign
from regpol.terms.dates import MONTHS, long_date
from regpol.terms.language import UNVERIFIED_AMOUNT

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

SHEET = "RAB"
_HEADINGS = (
    ("No.", 6),
    ("Kategori", 28),
    ("Segmen", 21),
    ("Program", 10),
    ("Masa", 24),
    ("Orang", 10),
    ("Iuran per orang per bulan (Rp)", 18),
    ("Bulan", 8),
    ("Jumlah (Rp) = orang × iuran × bulan", 22),
)


def write(target: Path, brief: PacketBrief) -> tuple[Number, ...]:
    """Writes the workbook; returns its numbers with their cells."""
    day = date.fromisoformat(brief.stamp.decided)
    book = open_book(str(target), f"Perhitungan iuran {brief.unit.full_name}", day)
    sign(book, "packet")
    style = PersonStyle(book)
    sheet = new_sheet(book, SHEET)
    sheet.set_row(0, 24)
    sheet.set_row(HEADER, 34)
    sheet.write_string(0, 0, f"Rencana anggaran biaya iuran {brief.unit.full_name} tahun {brief.year}", style.title)
    sheet.write_string(1, 0, f"Jumlah = orang × iuran × bulan · keadaan {long_date(day)}", style.subtitle)
    for at, (heading, width) in enumerate(_HEADINGS):
        sheet.set_column(at, at, width)
        sheet.write_string(HEADER, at, heading, style.header)
    found = [number for at, line in enumerate(brief.computation) for number in _line(sheet, style, at, line, target)]
    found += _total(sheet, style, brief, target)
    sheet.freeze_panes(HEADER + 1, 0)
    sheet.repeat_rows(HEADER)
    book.close()
    return tuple(found)


def _line(sheet: "Worksheet", style: PersonStyle, at: int, line: ComputationLine, target: Path) -> Iterator[Number]:
    row = HEADER + 1 + at
    excel = row + 1
    words = (line.category, line.segment, line.programme, _span(line))
    sheet.write_number(row, 0, at + 1, style.count)
    for column, word in enumerate(words, 1):
        sheet.write_string(row, column, word, style.label)
    sheet.write_number(row, 5, line.people, style.count)
    yield Number(f"rab:{at + 1}:orang", line.people, (), (Standing(target.name, SHEET, f"F{excel}"),))
    if line.each is None:
        sheet.write_string(row, 6, "menurut penghasilan" if line.own else UNVERIFIED_AMOUNT, style.label)
    else:
        sheet.write_number(row, 6, line.each, style.count)
        yield Number(f"rab:{at + 1}:besaran", line.each, (), (Standing(target.name, SHEET, f"G{excel}"),))
    sheet.write_number(row, 7, line.months, style.count)
    if line.total is None:
        sheet.write_string(row, 8, UNVERIFIED_AMOUNT, style.label)
        return
    if line.each is None:
        sheet.write_number(row, 8, line.total, style.count)
    else:
        sheet.write_formula(row, 8, f"=F{excel}*G{excel}*H{excel}", style.count, line.total)
    yield Number(f"rab:{at + 1}:jumlah", line.total, (), (Standing(target.name, SHEET, f"I{excel}"),))


def _total(sheet: "Worksheet", style: PersonStyle, brief: PacketBrief, target: Path) -> Iterator[Number]:
    row = HEADER + 1 + len(brief.computation)
    sheet.write_string(row, 0, "Jumlah", style.total_label)
    for column in range(1, 8):
        sheet.write_blank(row, column, None, style.total_label)
    if brief.sums.yearly is None:
        sheet.write_string(row, 8, UNVERIFIED_AMOUNT, style.total_label)
    else:
        sheet.write_formula(row, 8, f"=SUM(I{HEADER + 2}:I{row})", style.total, brief.sums.yearly)
        yield Number("setahun", brief.sums.yearly, (), (Standing(target.name, SHEET, f"I{row + 1}"),))
    sheet.write_string(
        row + 2,
        0,
        "Satu orang berdiri pada satu baris tiap program; jumlah orang ada pada daftar peserta.",
        style.plain,
    )


def _span(line: ComputationLine) -> str:
    """Which months: 'Januari sampai dengan Desember'."""
    first, last = MONTHS[line.first - 1], MONTHS[line.last - 1]
    return first if first == last else f"{first} sampai dengan {last}"
