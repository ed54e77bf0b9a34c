"""The sheet of people under the ceilings: standing, place, fund, months and the reason, by row of the register."""

from typing import TYPE_CHECKING

from regpol.budget.allocation.recipients import MOST, Recipient
from regpol.budget.planning.plan import Plan
from regpol.reports.plan.sheets import Col, Table
from regpol.reports.workbook_style import Style
from regpol.terms.dates import MONTHS
from regpol.terms.money import Rate

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_COLUMNS = (
    Col("Baris", 8, "number"),
    Col("Kedudukan", 16),
    Col("Urutan", 9, "number"),
    Col("Kategori", 24),
    Col("Unit", 24),
    Col("Dana", 24),
    Col("Bagian", 10),
    Col("Mulai", 11),
    Col("Sampai", 11),
    Col("Iuran setahun", 16, "rupiah", total=True),
    Col("Alasan", 80, "long"),
)


def write_recipients(book: "Workbook", style: Style, plan: Plan, lines: tuple[Recipient, ...]) -> None:
    """Fills the sheet ``Penerima``; people stand in the order in which they were taken."""
    table = Table(book, style, "Penerima", _COLUMNS, frozen=2)
    cut = f" Hanya {MOST:,} baris pertama.".replace(",", ".") if len(lines) >= MOST else ""
    table.title(
        "Penerima: siapa yang dibayar, dari dana mana, dan mengapa",
        f"{plan.head.region_name} · tahun anggaran {plan.head.year} · satu baris untuk tiap orang dan dana",
        f"Baris menunjuk ke baris berkas sumber; nama dan NIK tidak dimuat.{cut}",
    )
    for it in lines:
        table.row(
            (
                it.row,
                it.standing.replace("_", " "),
                it.place,
                plan.name("kategori", it.category),
                plan.name("unit", it.unit),
                plan.name("dana", it.fund) if it.fund else None,
                str(Rate(it.share)) if it.share is not None else None,
                MONTHS[it.first - 1] if it.first else None,
                MONTHS[it.last - 1] if it.last else None,
                it.amount,
                it.reason,
            )
        )
    table.close([None] * 9 + [sum(it.amount or 0 for it in lines), None])
