"""The lines of a plan by unit with the cash of each month, and cash by fund and month as formulas over them."""

from itertools import groupby
from typing import TYPE_CHECKING, Any

from regpol.budget.planning.plan import PlanLine
from regpol.reports.plan.sheets import FIRST, Cell, Col, Made, Table
from regpol.reports.plan.view import PlanView
from regpol.reports.workbook_style import Style
from regpol.terms.dates import MONTHS

if TYPE_CHECKING:
    from xlsxwriter import Workbook

DETAILS = "Rincian"
_TEXTS = ("Sumber dana", "Program", "Kategori", "Kecamatan", "Unit", "Wajib/pilihan")
_BEFORE = (*_TEXTS, "Kode rekening", "Segmen", "Penanggung", "Dasar", "Orang", "Harga (Rp)")
_FIRST_MONTH = len(_BEFORE)
_CASH = 13


def _months(year: int) -> list[str]:
    return [*(f"{name[:3]}" for name in MONTHS), f"Jan {year + 1}"]


def write_details(book: "Workbook", style: Style, view: PlanView) -> None:
    """One row for each fund, unit, category, programme and price, with what is paid in each month."""
    from xlsxwriter.utility import xl_range

    plan = view.plan
    widths = (22, 9, 22, 20, 24, 11, 18, 8, 14, 44)
    headings = [view.district if name == "Kecamatan" else name for name in _BEFORE]
    columns = [Col(name, width) for name, width in zip(headings, widths, strict=False)]
    columns += [Col("Orang", 8, "number"), Col("Harga (Rp)", 12, "rupiah")]
    columns += [Col(name, 13, "rupiah", total=True) for name in _months(plan.head.year)]
    columns.append(Col("Jumlah", 16, "rupiah", total=True))
    table = Table(book, style, DETAILS, columns, frozen=5)
    table.title(
        "Rincian menurut dana, program, kategori, unit, dan bulan bayar",
        "Orang: terbanyak dalam satu bulan. Harga kosong: iuran berbeda tiap orang menurut penghasilan.",
    )
    # on one page of width nobody could read it
    table.sheet.fit_to_pages(2, 0)
    table.sheet.repeat_columns(0, 4)
    sums = [0] * (_CASH + 1)
    for key, held in _detail_groups(view):
        cash: list[int | None] = [0] * _CASH
        for line in held:
            at = min(line.month_cash, _CASH) - 1
            cash[at] = None if line.amount is None or cash[at] is None else (cash[at] or 0) + line.amount
        known = [amount or 0 for amount in cash]
        sums = [a + b for a, b in zip(sums, [*known, sum(known)], strict=True)]
        people = max(sum(it.people for it in same) for _, same in groupby(held, key=lambda it: it.month_cover))
        area = xl_range(table.next_row, _FIRST_MONTH, table.next_row, _FIRST_MONTH + _CASH - 1)
        total: Cell | Made = Made(f"=SUM({area})", sum(known)) if None not in cash else None
        shown = [amount if amount != 0 else None for amount in cash]
        unknown = "belum" if None in cash else None
        table.row([*_detail_texts(view, held[0]), people, key[-2], *shown, total if unknown is None else unknown])
    table.close([*([None] * _FIRST_MONTH), *sums])


def _detail_groups(view: PlanView) -> list[tuple[tuple[Any, ...], list[PlanLine]]]:
    def key(line: PlanLine) -> tuple[Any, ...]:
        same = (line.fund, line.programme, line.category, line.unit, line.obligation, line.payer, line.ground)
        return (*same, line.account, line.segment, line.price, line.amount is None)

    def order(line: PlanLine) -> tuple[Any, ...]:
        *same, price, unknown = key(line)
        return (*same, price is None, price or 0, unknown, line.month_cover)

    return [(it, list(held)) for it, held in groupby(sorted(view.plan.lines, key=order), key=key)]


def _detail_texts(view: PlanView, line: PlanLine) -> list[Cell]:
    plan = view.plan
    return [
        plan.name("dana", line.fund),
        plan.name("program", line.programme),
        plan.name("kategori", line.category),
        plan.name("unit", ".".join(line.unit.split(".")[:3])),
        plan.name("unit", line.unit),
        line.obligation,
        line.account,
        plan.name("segmen", line.segment),
        plan.name("pihak", line.payer),
        view.ground_text(line.ground),
    ]


def write_cash(book: "Workbook", style: Style, view: PlanView) -> None:
    """Cash by fund, programme and month as sums over the details, and the same money by month of cover."""
    from xlsxwriter.utility import xl_col_to_name, xl_range

    plan = view.plan
    columns = [Col("Sumber dana", 24), Col("Program", 10), Col("Menurut", 12)]
    columns += [Col(name, 13, "rupiah") for name in _months(plan.head.year)]
    columns.append(Col("Jumlah", 16, "rupiah"))
    table = Table(book, style, "Kas per bulan", columns, frozen=3)
    table.title(
        "Kas per bulan dan bulan iurannya",
        "Bulan bayar: kapan uang keluar (rumus atas lembar Rincian). Bulan iuran: bulan perlindungan yang dibayar.",
        f"Kolom Jan {plan.head.year + 1} keluar dari kas tahun berikutnya.",
    )
    last = FIRST + len(_detail_groups(view))
    cash, cover = (plan.by("fund", "programme", attribute) for attribute in ("month_cash", "month_cover"))
    rows: list[int] = []
    for fund, programme in dict.fromkeys((fund, programme) for fund, programme, _ in cash):
        paid = [cash.get((fund, programme, month), 0) for month in range(1, _CASH + 1)]
        at = table.next_row
        formulas: list[Cell | Made] = []
        for month, value in enumerate(paid):
            column = xl_col_to_name(_FIRST_MONTH + month)
            area, funds, kinds = (f"{DETAILS}!${c}${FIRST + 1}:${c}${last}" for c in (column, "A", "B"))
            formulas.append(Made(f"=SUMIFS({area},{funds},$A{at + 1},{kinds},$B{at + 1})", value))
        names: list[Cell | Made] = [plan.name("dana", fund), plan.name("program", programme)]
        across = xl_range(at, 3, at, 2 + _CASH)
        rows.append(table.row([*names, "bulan bayar", *formulas, Made(f"=SUM({across})", sum(paid))]))
        held = [cover.get((fund, programme, month), 0) for month in range(1, _CASH + 1)]
        across = xl_range(table.next_row, 3, table.next_row, 2 + _CASH)
        table.row([*names, "bulan iuran", *held, Made(f"=SUM({across})", sum(held))])
    _carried_rows(table, view, rows)
    _cash_total(table, view, rows)
    table.close([None] * len(columns), filters=False)


def _carried_rows(table: Table, view: PlanView, rows: list[int]) -> None:
    """What January pays for December of the year before; the register has no people for it."""
    from xlsxwriter.utility import xl_range

    head = view.plan.head
    for fund, amount in head.carried:
        across = xl_range(table.next_row, 3, table.next_row, 2 + _CASH)
        months: list[Cell | Made] = [amount, *([None] * (_CASH - 1))]
        cells: list[Cell | Made] = [view.plan.name("dana", fund), f"Des {head.year - 1}", "bulan bayar"]
        rows.append(table.row([*cells, *months, Made(f"=SUM({across})", amount)]))


def _cash_total(table: Table, view: PlanView, rows: list[int]) -> None:
    """What leaves the cash of each month over all funds, and what has left by then."""
    from xlsxwriter.utility import xl_col_to_name

    months = [view.plan.by("month_cash").get((month,), 0) for month in range(1, _CASH + 1)]
    months[0] += sum(amount for _, amount in view.plan.head.carried)
    at, sums = table.next_row, []
    for column in range(3, 4 + _CASH):
        letter = xl_col_to_name(column)
        value = months[column - 3] if column < 3 + _CASH else sum(months)
        sums.append(Made("=" + "+".join(f"{letter}{row + 1}" for row in rows) if rows else "=0", value))
    table.row(["Semua dana", "", "bulan bayar", *sums], sums=True)
    reached: list[Cell | Made] = []
    for month in range(_CASH):
        letter = xl_col_to_name(3 + month)
        before = f"{xl_col_to_name(2 + month)}{at + 2}+" if month else ""
        reached.append(Made(f"={before}{letter}{at + 1}", sum(months[: month + 1])))
    table.row(["Kumulatif", "", "bulan bayar", *reached, None], sums=True)
