"""The first sheet of the decided register: what was decided, what it costs, how to read the rest."""

from itertools import groupby
from typing import TYPE_CHECKING

from regpol.reports.answer_words import MEANING
from regpol.reports.decided.register import DecidedRegister, Total
from regpol.reports.masking import neutral
from regpol.reports.workbook_style import Style
from regpol.terms.dates import long_date

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

_SHEETS = {
    "Keputusan": "jawaban dan iuran tiap orang",
    "Situasi": "kelompok orang dengan jawaban yang sama, beserta alasannya",
    "Ditolak": "baris yang belum dapat diputus dan cara memperbaikinya",
    "Peringatan": "baris yang diputus tetapi perlu dilihat",
    "Asumsi": "hal yang dianggap benar saat membaca dan memutus",
}


def write_summary(sheet: "Worksheet", style: Style, report: DecidedRegister, *, show_personal: bool) -> None:
    """Fills the sheet from top to bottom."""
    sheet.set_column(0, 0, 44)
    sheet.set_column(1, 1, 22)
    sheet.set_column(2, 2, 60)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(report.title), style.title)
    where = f"{report.region} · keadaan pada {long_date(report.on_date)} · sumber: {report.source}"
    sheet.write_string(1, 0, neutral(where), style.subtitle)
    sheet.write_string(2, 0, _privacy(show_personal=show_personal), style.subtitle)
    row = _totals(sheet, style, report, 4)
    row = _legend(sheet, style, row + 1)
    _guide(sheet, style, row + 1)
    sheet.freeze_panes(3, 0)


def _privacy(*, show_personal: bool) -> str:
    if show_personal:
        return "RAHASIA: berkas ini memuat nama dan NIK lengkap. Simpan dan kirim seperlunya."
    return "Nama dan NIK disamarkan; baris menunjuk ke baris dalam berkas sumber."


def _totals(sheet: "Worksheet", style: Style, report: DecidedRegister, row: int) -> int:
    for group, lines in groupby(report.totals, key=lambda total: total.group):
        sheet.write_string(row, 0, neutral(group), style.heading)
        sheet.write_blank(row, 1, None, style.heading)
        row += 1
        for total in lines:
            sheet.write_string(row, 0, neutral(total.label), style.label)
            _value(sheet, style, row, total)
            row += 1
        row += 1
    return row


def _value(sheet: "Worksheet", style: Style, row: int, total: Total) -> None:
    if total.value is None:
        sheet.write_string(row, 1, "belum diketahui", style.absent)
    elif total.unit == "rupiah":
        sheet.write_number(row, 1, total.value, style.money)
    else:
        sheet.write_number(row, 1, total.value, style.counted(total.unit))


def _legend(sheet: "Worksheet", style: Style, row: int) -> int:
    sheet.write_string(row, 0, "Arti jawaban", style.heading)
    sheet.write_blank(row, 1, None, style.heading)
    for answer, meaning in MEANING.items():
        row += 1
        sheet.write_string(row, 0, answer.label, style.chip(answer.label))
        sheet.write_string(row, 1, meaning, style.plain)
    return row + 1


def _guide(sheet: "Worksheet", style: Style, row: int) -> None:
    sheet.write_string(row, 0, "Isi buku kerja", style.heading)
    sheet.write_blank(row, 1, None, style.heading)
    for name, about in _SHEETS.items():
        row += 1
        sheet.write_url(row, 0, f"internal:'{name}'!A1", style.link, name)
        sheet.write_string(row, 1, about, style.plain)
