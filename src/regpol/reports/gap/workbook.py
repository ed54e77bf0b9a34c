"""The gap as a workbook: one row a unit along the curve."""

import io
from collections.abc import Mapping
from datetime import date, datetime

from regpol.budget.allocation.gap import Gap
from regpol.reports.gap.text import taking_part
from regpol.reports.plan.sheets import Col, Table
from regpol.reports.workbook_style import Style

_COLUMNS = (
    Col("Urutan", 8, "number"),
    Col("Kode", 16),
    Col("Unit", 28),
    Col("Ikut", 8),
    Col("Orang", 9, "number", total=True),
    Col("Terlindungi", 12, "number", total=True),
    Col("Belum", 9, "number", total=True),
    Col("Belum dihitung", 11, "number", total=True),
    Col("Biaya menutup", 18, "rupiah", total=True),
)
_CURVE = (Col("Orang kumulatif", 12, "number"), Col("Biaya kumulatif", 18, "rupiah"))


def gap_xlsx(found: Gap, title: str, fund_names: Mapping[str, str], kinds: Mapping[str, str], on: date) -> bytes:
    """The workbook as bytes, the same for the same gap."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime.combine(on, datetime.min.time())})
    style = Style(book)
    funds = tuple(found.by_fund)
    shares = tuple(Col(fund_names.get(fund, fund), 18, "rupiah", total=True) for fund in funds)
    table = Table(book, style, "Kesenjangan", (*_COLUMNS, *shares, *_CURVE), frozen=3)
    table.title(
        title,
        f"{taking_part(found, kinds)}; unit ditambah menurut {found.order}",
        "Yang sudah ikut di depan; kumulatif menjumlah orang baru dan biayanya sampai baris itu.",
    )
    for at, it in enumerate(found.units, 1):
        own = dict(it.by_fund)
        counts = (it.people, it.covered, it.uncovered, it.uncounted)
        run = (it.cumulative_people, it.cumulative_cost)
        ikut = "ya" if it.takes_part else "belum"
        table.row((at, it.code, it.name, ikut, *counts, it.cost, *(own.get(fund, 0) for fund in funds), *run))
    sums = [sum(getattr(it, name) for it in found.units) for name in ("people", "covered", "uncovered", "uncounted")]
    table.close([None] * 4 + [*sums, found.cost, *found.by_fund.values(), None, None])
    book.close()
    return made.getvalue()
