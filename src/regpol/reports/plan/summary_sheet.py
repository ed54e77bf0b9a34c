"""The first sheet of the plan: people, rupiah, what is mandatory, what is open, how to read the rest."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from regpol.reports.masking import neutral
from regpol.reports.plan.rka import heading
from regpol.reports.plan.sheets import page
from regpol.reports.plan.view import PlanView, sums
from regpol.reports.workbook_style import Style
from regpol.terms.dates import long_date, parse_date
from regpol.terms.money import rupiah

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_SHEETS = {
    "RKA": "baris untuk RKA: orang x bulan x harga, dengan kolom dan kode dari proyek",
    "Desa": "baris untuk anggaran {desa}, satu bagian tiap {desa}",
    "Kas per bulan": "kapan uang keluar menurut dana dan program, dan bulan iuran yang dibayar",
    "Per unit": "orang dan rupiah tiap {kecamatan} dan {unit}",
    "Rincian": "tiap dana, unit, kategori, dan program dengan kas tiap bulan",
    "Tidak terhitung": "orang yang belum dapat dihitung atau di luar rencana, dengan barisnya",
    "Dasar hukum": "ketentuan di balik tiap baris dan tingkat buktinya",
}


def write_summary(book: "Workbook", style: Style, view: PlanView) -> None:
    """Fills the sheet from top to bottom."""
    sheet, plan = page(book, "Ringkasan"), view.plan
    for at, width in enumerate((44, 22, 22, 22, 22)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(plan.head.title), style.title)
    day = parse_date(plan.head.on_date)
    read_on = long_date(day) if day else plan.head.on_date
    where = f"{plan.head.region_name} ({plan.head.region}) · keadaan pada {read_on} · sumber: {plan.head.source}"
    sheet.write_string(1, 0, neutral(where), style.subtitle)
    sheet.write_string(2, 0, "Berkas ini tidak memuat nama dan NIK.", style.subtitle)
    row = _people(sheet, style, view, 4)
    row = _funds(sheet, style, view, row + 1)
    unread = [f"{rupiah(view.resting(text))}: {text}" for text in view.unread]
    row = _texts(sheet, style, "Bertumpu pada naskah yang belum terbaca", unread, row + 1)
    missing: dict[str, list[str]] = {}
    for it in view.missing:
        missing.setdefault(it.column, []).append(it.about)
    codes = [f"{heading(column)}: {', '.join(about)}" for column, about in missing.items()]
    row = _texts(sheet, style, "Kode yang belum diketahui: minta ke BPKAD", codes, row + 1)
    row = _texts(sheet, style, "Catatan", plan.head.notes, row + 1)
    row = _texts(sheet, style, "Kebijakan", [f"{about}: {chosen}" for about, chosen in plan.head.policy], row + 1)
    row = _texts(sheet, style, "Yang dianggap benar", plan.head.assumptions, row + 1)
    _guide(sheet, style, view, row + 1)
    sheet.freeze_panes(3, 0)


def _people(sheet: "Worksheet", style: Style, view: PlanView, row: int) -> int:
    counts, whole = view.plan.counts, sums(view.plan.lines)
    _heading(sheet, style, "Orang", row)
    listed = [
        ("Baris orang dibaca", counts.read),
        ("Dalam rencana", counts.planned),
        ("Di luar rencana", counts.outside),
        ("Ditolak saat membaca", counts.rejected),
    ]
    for at, (label, count) in enumerate(listed, row + 1):
        sheet.write_string(at, 0, label, style.label)
        sheet.write_number(at, 1, count, style.counted("orang" if at > row + 1 else "baris"))
    if not whole.complete:
        note = "Sebagian iuran belum dapat dihitung dan tidak termasuk jumlah di bawah; lihat lembar Tidak terhitung."
        sheet.write_string(row + 5, 0, note, style.plain)
    return row + 6


def _funds(sheet: "Worksheet", style: Style, view: PlanView, row: int) -> int:
    """Money by fund with sums as formulas."""
    headings = ("Menurut sumber dana (Rp)", "Wajib", "Pilihan", "Jumlah", "Kas tahun berikutnya")
    for at, text in enumerate(headings):
        sheet.write_string(row, at, text, style.header)
    first = row + 1
    found = [(view.plan.name("dana", fund), sums(lines)) for fund, lines in view.grouped("fund").items()]
    for at, (name, it) in enumerate(found, first):
        sheet.write_string(at, 0, name, style.label)
        sheet.write_number(at, 1, it.mandatory, style.summand)
        sheet.write_number(at, 2, it.discretionary, style.summand)
        sheet.write_formula(at, 3, f"=B{at + 1}+C{at + 1}", style.summand, it.total)
        sheet.write_number(at, 4, it.next_year, style.summand)
    foot, whole = first + len(found), sums(view.plan.lines)
    sheet.write_string(foot, 0, "Seluruhnya", style.subtotal)
    values = (whole.mandatory, whole.discretionary, whole.total, whole.next_year)
    for at, (letter, value) in enumerate(zip("BCDE", values, strict=True), 1):
        sheet.write_formula(foot, at, f"=SUM({letter}{first + 1}:{letter}{max(foot, first + 1)})", style.foot, value)
    return foot + 1


def _texts(sheet: "Worksheet", style: Style, title: str, texts: Sequence[str], row: int) -> int:
    if not texts:
        return row - 1
    _heading(sheet, style, title, row)
    for text in texts:
        row += 1
        sheet.merge_range(row, 0, row, 4, "", style.cell("long", odd=False))
        sheet.write_string(row, 0, neutral(text), style.cell("long", odd=False))
        sheet.set_row(row, 13.5 * (1 + len(text) // 140) + 2)
    return row + 1


def _heading(sheet: "Worksheet", style: Style, text: str, row: int) -> None:
    sheet.write_string(row, 0, text, style.heading)
    for at in range(1, 5):
        sheet.write_blank(row, at, None, style.heading)


def _guide(sheet: "Worksheet", style: Style, view: PlanView, row: int) -> None:
    _heading(sheet, style, "Isi buku kerja", row)
    for name, about in _SHEETS.items():
        if name == "Desa" and not view.village:
            continue
        row += 1
        shown = view.village_word if name == "Desa" else name
        words = {"desa": view.village_word.lower(), "kecamatan": view.district.lower(), "unit": view.lowest.lower()}
        sheet.write_url(row, 0, f"internal:'{shown}'!A1", style.link, shown)
        sheet.write_string(row, 1, about.format(**words), style.plain)
