"""The plan by kecamatan and kelurahan or desa: people once, money by obligation, subtotals as formulas."""

from typing import TYPE_CHECKING

from regpol.budget.planning.plan import MANDATORY
from regpol.reports.plan.sheets import Cell, Col, Made, Table
from regpol.reports.plan.view import PlanView
from regpol.reports.workbook_style import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook

_COLUMNS = [
    Col("Orang direncanakan", 14, "rupiah"),
    Col("Di luar rencana", 14, "rupiah"),
    Col("Wajib (Rp)", 18, "rupiah"),
    Col("Pilihan (Rp)", 18, "rupiah"),
    Col("Jumlah (Rp)", 18, "rupiah"),
    Col("Catatan", 26),
]
_Numbers = tuple[int, int, int, int, bool]


def write_units(book: "Workbook", style: Style, view: PlanView) -> None:
    """One row for each unit, one for each kecamatan that adds them up, and the whole."""
    district, lowest = view.district, view.lowest
    columns = [Col(district, 26), Col(lowest, 30), *_COLUMNS]
    table = Table(book, style, "Per unit", columns, frozen=2)
    table.title(
        f"Menurut {district.lower()} dan {lowest.lower()}",
        f"Tiap orang dihitung satu kali. Baris {district.lower()} menjumlahkan unit di bawahnya.",
    )
    by_district: dict[str, list[str]] = {}
    numbers = _numbers(view)
    for unit in sorted(numbers):
        by_district.setdefault(".".join(unit.split(".")[:3]), []).append(unit)
    subtotals: list[int] = []
    for code, units in by_district.items():
        first = table.next_row + 1
        at = table.next_row
        found = [numbers[unit] for unit in units]
        cells = _sums(found, [f"{{0}}{first + 1}:{{0}}{first + len(units)}"])
        table.row([view.plan.name("unit", code), "", *cells, _note(any(it[4] for it in found))], sums=True)
        subtotals.append(at)
        for unit in units:
            name = view.plan.name("unit", unit) if unit != code else f"({lowest.lower()} belum diketahui)"
            people, out, mandatory, chosen, missing = numbers[unit]
            total = Made(f"=E{table.next_row + 1}+F{table.next_row + 1}", mandatory + chosen)
            table.row(["", name, people, out, mandatory, chosen, total, _note(missing)])
    whole = list(numbers.values())
    cells = _sums(whole, [f"{{0}}{row + 1}" for row in subtotals])
    table.row([view.plan.head.region_name, "seluruhnya", *cells, _note(any(it[4] for it in whole))], sums=True)
    table.close([None] * len(columns), filters=False)


def _numbers(view: PlanView) -> dict[str, _Numbers]:
    """People in and out, mandatory and discretionary rupiah of each unit, and whether something is not known."""
    found: dict[str, list[int]] = {}
    for head in view.plan.heads:
        entry = found.setdefault(head.unit, [0, 0, 0, 0, 0])
        entry[0] += head.planned
        entry[1] += head.outside
    for line in view.plan.lines:
        entry = found.setdefault(line.unit, [0, 0, 0, 0, 0])
        entry[2 if line.obligation == MANDATORY else 3] += line.amount or 0
        entry[4] += line.amount is None
    return {unit: (it[0], it[1], it[2], it[3], it[4] > 0) for unit, it in found.items()}


def _sums(found: list[_Numbers], areas: list[str]) -> list[Cell | Made]:
    """Formulas over areas in columns C to G; ``{0}`` in an area stands for the letter."""
    values = [sum(it[at] for it in found) for at in range(4)]
    values.append(values[2] + values[3])
    return [
        Made(f"=SUM({','.join(area.format(letter) for area in areas)})", value)
        for letter, value in zip("CDEFG", values, strict=True)
    ]


def _note(missing: bool) -> str:
    return "belum lengkap" if missing else ""
