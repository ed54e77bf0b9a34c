"""The payment schedule as a workbook: what falls to each month of cover."""

from datetime import date
from pathlib import Path

from regpol.packet.brief import PacketBrief
from regpol.packet.numbers import Number, Standing
from regpol.reports.person_sheets.person_table import HEADER, PersonStyle, new_sheet, open_book
from regpol.reports.workbook_style import sign
from regpol.terms.language import UNVERIFIED_AMOUNT

SHEET = "Jadwal"
_HEADINGS = (
    ("No.", 6),
    ("Bulan manfaat", 20),
    ("Orang", 12),
    ("Iuran (Rp)", 22),
    ("Dibayar tanggal", 20),
    ("Bukti bayar", 28),
)


def write(target: Path, brief: PacketBrief) -> tuple[Number, ...]:
    """Writes the workbook; returns its numbers with their cells."""
    book = open_book(str(target), f"Jadwal pembayaran {brief.unit.full_name}", date.fromisoformat(brief.stamp.decided))
    sign(book, "packet")
    style = PersonStyle(book)
    sheet = new_sheet(book, SHEET)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, f"Jadwal pembayaran iuran {brief.unit.full_name} tahun {brief.year}", style.title)
    sheet.write_string(1, 0, "Tanggal dan bukti bayar diisi setelah dibayar", style.subtitle)
    for at, (heading, width) in enumerate(_HEADINGS):
        sheet.set_column(at, at, width)
        sheet.write_string(HEADER, at, heading, style.header)
    found: list[Number] = []
    for row, month in enumerate(brief.months, HEADER + 1):
        sheet.write_number(row, 0, month.number, style.count)
        sheet.write_string(row, 1, f"{month.name} {brief.year}", style.label)
        sheet.write_number(row, 2, month.people, style.count)
        for column in (4, 5):
            sheet.write_blank(row, column, None, style.entry)
        if month.total is None:
            sheet.write_string(row, 3, UNVERIFIED_AMOUNT, style.label)
        else:
            sheet.write_number(row, 3, month.total, style.count)
            if month.total:
                cell = Standing(target.name, SHEET, f"D{row + 1}")
                found.append(Number(f"bulan:{month.number}:jumlah", month.total, (), (cell,)))
    end = HEADER + 1 + len(brief.months)
    sheet.write_string(end, 0, "Jumlah", style.total_label)
    for column in (1, 2, 4, 5):
        sheet.write_blank(end, column, None, style.total_label)
    if brief.sums.yearly is None or any(month.total is None for month in brief.months):
        sheet.write_string(end, 3, UNVERIFIED_AMOUNT, style.total_label)
    else:
        sheet.write_formula(end, 3, f"=SUM(D{HEADER + 2}:D{end})", style.total, brief.sums.yearly)
        found.append(Number("setahun", brief.sums.yearly, (), (Standing(target.name, SHEET, f"D{end + 1}"),)))
    book.close()
    return tuple(found)
