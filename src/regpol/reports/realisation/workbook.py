"""A realisation as a workbook for the revised budget, with formulas where officers expect them."""

import io
from datetime import date
from typing import TYPE_CHECKING

from regpol.budget.realisation import LAST_MONTH, LineView, RealisationView
from regpol.register.cell_shape import spot
from regpol.reports.masking import neutral
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
from regpol.reports.realisation.words import (
    HEADINGS,
    NO_COVERAGE,
    UNKNOWN,
    UNREPORTED,
    CoverageView,
    elsewhere_words,
    line_names,
    through,
    verdict,
)
from regpol.reports.workbook_style import sign
from regpol.terms.dates import MONTHS

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_VERDICTS = {"kurang": BAD, "lebih": GOOD, "pas": QUIET, "di luar rencana": OPEN, UNKNOWN: OPEN, UNREPORTED: OPEN}
_HEAD = 4
_HOW = (
    "Usulan = dibayar + kebutuhan bulan sisa − rencana setahun. Kebutuhan bulan sisa: harga rencana untuk orang yang "
    "aktif, atau yang direncanakan bila tidak tertulis. Bila terutang: selisih sampai bulan ini masih harus dibayar."
)


def realisation_xlsx(view: RealisationView, coverage: tuple[CoverageView, ...]) -> bytes:
    """The workbook as bytes, the same for the same plan and realisation."""
    made = io.BytesIO()
    head = view.plan.head
    book = open_book(made, f"Realisasi {head.region_name} {head.year}", date(head.year, 1, 1))
    sign(book, "budget realisation")
    style = PersonStyle(book)
    _proposals(book, style, view)
    _months(book, style, view)
    _rest(book, style, view, coverage)
    book.close()
    return made.getvalue()


def _title(sheet: "Worksheet", style: PersonStyle, title: str, about: str) -> None:
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(title), style.title)
    sheet.write_string(1, 0, neutral(about), style.subtitle)


def _proposals(book: "Workbook", style: PersonStyle, view: RealisationView) -> None:
    head = view.plan.head
    sheet = new_sheet(book, "Usulan perubahan")
    when = f"{head.region_name} {head.year}; {through(view.through, view.months_left)}."
    _title(sheet, style, "Usulan perubahan anggaran iuran", when)
    sheet.write_string(2, 0, _HOW, style.subtitle)
    names = [HEADINGS[name] for name in view.realisation.dimensions]
    fixed = ["Rekening", "Orang rencana", "Orang aktif", "Rencana setahun", "Rencana s.d. bulan ini", "Dibayar"]
    made = ["Selisih", "Kebutuhan bulan sisa", "Usulan", "Usulan bila terutang", "Keterangan"]
    headings = [*names, *fixed, *made]
    sheet.set_row(_HEAD, 34)
    for at, text in enumerate(headings):
        sheet.write_string(_HEAD, at, text, style.header)
        sheet.set_column(at, at, 26 if at < len(names) else 15)
    row = _HEAD + 1
    for line in view.lines:
        _line(sheet, style, row, line, line_names(view, line))
        row += 1
    _sums(sheet, style, row, len(names), view)
    sheet.autofilter(_HEAD, 0, max(row - 1, _HEAD + 1), len(headings) - 1)
    sheet.freeze_panes(_HEAD + 1, len(names))
    sheet.repeat_rows(_HEAD)


def _line(sheet: "Worksheet", style: PersonStyle, row: int, line: LineView, names: tuple[str, ...]) -> None:
    odd = row % 2 == 0
    text, money, count = (style.cell(kind, odd=odd) for kind in ("text", "rupiah", "number"))
    for at, name in enumerate(names):
        sheet.write_string(row, at, neutral(name), text)
    at = len(names)
    sheet.write_string(row, at, ", ".join(line.accounts), text)
    sheet.write_number(row, at + 1, line.planned_people, count)
    if line.active is None:
        sheet.write_blank(row, at + 2, None, count)
    else:
        sheet.write_number(row, at + 2, line.active, count)
    known = line.known and line.proposal is not None
    for offset, amount in ((3, line.planned), (4, line.planned_so_far), (5, line.paid), (7, line.still_needed)):
        if amount is None or not (line.known or offset == 5):
            sheet.write_blank(row, at + offset, None, money)
        else:
            sheet.write_number(row, at + offset, amount, money)
    cells = [_cell(at + offset, row) for offset in range(10)]
    formulas = (
        (6, f"={cells[4]}-{cells[5]}", line.gap),
        (8, f"={cells[5]}+{cells[7]}-{cells[3]}", line.proposal),
        (9, f"={cells[8]}+MAX({cells[6]},0)", line.proposal_if_owed),
    )
    for offset, formula, amount in formulas:
        if known and amount is not None:
            sheet.write_formula(row, at + offset, formula, money, amount)
        else:
            sheet.write_blank(row, at + offset, None, money)
    word = verdict(line)
    sheet.write_string(row, at + 10, word, style.coloured(_VERDICTS[word]))


def _cell(column: int, row: int) -> str:
    from xlsxwriter.utility import xl_rowcol_to_cell

    found: str = xl_rowcol_to_cell(row, column)
    return found


def _sums(sheet: "Worksheet", style: PersonStyle, row: int, at: int, view: RealisationView) -> None:
    """Sums of what is known; where something is not, the label says that the sum leaves it out."""
    complete = all(line.known and line.proposal is not None for line in view.lines)
    label = "Jumlah" if complete else "Jumlah yang diketahui"
    sheet.write_string(row, 0, label, style.total_label)
    for column in range(1, at + 11):
        sheet.write_blank(row, column, None, style.total_label)
    attributes = {
        3: "planned",
        4: "planned_so_far",
        5: "paid",
        6: "gap",
        7: "still_needed",
        8: "proposal",
        9: "proposal_if_owed",
    }
    for offset, name in attributes.items():
        first, last = _cell(at + offset, _HEAD + 1), _cell(at + offset, max(row - 1, _HEAD + 1))
        usable = [line for line in view.lines if name == "paid" or (line.known and line.proposal is not None)]
        total = sum(getattr(line, name) or 0 for line in usable)
        sheet.write_formula(row, at + offset, f"=SUM({first}:{last})", style.total, total)


def _months(book: "Workbook", style: PersonStyle, view: RealisationView) -> None:
    sheet = new_sheet(book, "Per bulan")
    by = "bulan iuran" if view.realisation.by_cover else "bulan pembayaran"
    _title(sheet, style, "Rencana dan pembayaran tiap bulan", f"Menurut {by}; kosong berarti belum dapat dihitung.")
    for at, (text, width) in enumerate((("Bulan", 16), ("Rencana", 18), ("Dibayar", 18), ("Selisih", 18))):
        sheet.write_string(_HEAD, at, text, style.header)
        sheet.set_column(at, at, width)
    money = style.cell("rupiah", odd=False)
    for month in range(1, LAST_MONTH + 1):
        row, one = _HEAD + month, view.month(month)
        sheet.write_string(row, 0, MONTHS[month - 1], style.cell("text", odd=False))
        if one.planned is None:
            sheet.write_blank(row, 1, None, money)
        else:
            sheet.write_number(row, 1, one.planned, money)
        sheet.write_number(row, 2, one.paid, money)
        if one.planned is not None and month <= view.through:
            formula = f"={_cell(1, row)}-{_cell(2, row)}"
            sheet.write_formula(row, 3, formula, money, one.planned - one.paid)
    row = _HEAD + LAST_MONTH + 1
    sheet.write_string(row, 0, "Jumlah", style.total_label)
    for at in (1, 2):
        values = [(one.planned or 0, one.paid)[at - 1] for one in map(view.month, range(1, LAST_MONTH + 1))]
        area = f"{_cell(at, _HEAD + 1)}:{_cell(at, row - 1)}"
        sheet.write_formula(row, at, f"=SUM({area})", style.total, sum(values))


def _rest(book: "Workbook", style: PersonStyle, view: RealisationView, coverage: tuple[CoverageView, ...]) -> None:
    write_table(
        new_sheet(book, "Tidak terbaca"),
        style,
        title="Baris realisasi yang tidak terbaca",
        about="Tidak ikut dijumlah; lengkapi kata-katanya dalam pemetaan lalu jalankan lagi.",
        columns=(
            PersonColumn("Letak", 26, "text", lambda one: spot(one.place)),
            PersonColumn("Sebab", 60, "long", lambda one: one.reason),
            PersonColumn("Jumlah", 18, "number", lambda one: one.amount),
        ),
        rows=view.realisation.unread,
    )
    other = elsewhere_words(view)
    if other:
        write_table(
            new_sheet(book, "Di luar tahun"),
            style,
            title="Pembayaran di luar tahun rencana",
            about="Tidak ikut dibandingkan dengan rencana tahun ini.",
            columns=(
                PersonColumn("Bulan", 60, "text", lambda one: one[0]),
                PersonColumn("Jumlah", 18, "number", lambda one: one[1]),
            ),
            rows=other,
        )
    told: tuple[PersonColumn[str], ...] = (PersonColumn("Cakupan", 120, "long", str),)
    write_table(
        new_sheet(book, "Cakupan"),
        style,
        title="Cakupan",
        about="Penyebutnya dari project.yaml beserta sumbernya; tanpa itu dikosongkan.",
        columns=told,
        rows=[one.text for one in coverage] or [NO_COVERAGE],
    )
    assumed: tuple[PersonColumn[str], ...] = (PersonColumn("Yang dianggap benar", 130, "long", str),)
    write_table(
        new_sheet(book, "Asumsi"),
        style,
        title="Asumsi",
        about="Benarkan dahulu sebelum hasil ini dipakai.",
        columns=assumed,
        rows=[*view.realisation.assumptions, *view.plan.head.assumptions],
    )
