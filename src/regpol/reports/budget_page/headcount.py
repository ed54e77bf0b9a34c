"""People of a plan by category or unit, from its lines: each counted once, whoever pays for how many programmes.

Lines hold people by month, so the count is that of the month with most people; the whole of a plan is
counted by its rows (`PlanCounts`), which needs no such reading.
"""

from collections.abc import Callable

from regpol.budget.compare_cells import Cell, CellKey, cells
from regpol.budget.plan import LeftOut, Plan

Numbers = tuple[int, int, int]
"""People in the plan with known amounts, in it with an amount not known, and outside it."""


def by_category(plan: Plan) -> dict[str, Numbers]:
    """By category code, most people first."""
    return _by(plan, lambda it: it.category)


def by_unit(plan: Plan, level: int = 0) -> dict[str, Numbers]:
    """By unit code, in the order of codes; ``level`` cuts the code to that many letters."""
    return dict(sorted(_by(plan, lambda it: it.unit[:level] if level else it.unit).items()))


def by_unit_and_category(plan: Plan) -> dict[tuple[str, str], int]:
    """People in the plan, whether or not their amount is known."""
    return {place: people for place, (people, _) in _most(plan).items()}


def _most(plan: Plan) -> dict[tuple[str, str], tuple[int, int]]:
    """By unit and category the people of the fullest month, and those of them whose amount is not known."""
    most: dict[tuple[str, str], tuple[int, int]] = {}
    for at, cell in cells(plan).items():
        place = at.unit, at.category
        most[place] = max(most.get(place, (0, 0)), _known_first(cell))
    return {place: numbers for place, numbers in most.items() if numbers[0]}


def _by(plan: Plan, key_of: Callable[[CellKey | LeftOut], str]) -> dict[str, Numbers]:
    sums: dict[str, list[int]] = {}
    for (unit, category), (whole, uncounted) in _most(plan).items():
        numbers = sums.setdefault(key_of(CellKey(unit, category, "", 0)), [0, 0, 0])
        numbers[0] += whole - uncounted
        numbers[1] += uncounted
    for left in plan.outside:
        sums.setdefault(key_of(left), [0, 0, 0])[2] += left.people
    ordered = sorted(sums.items(), key=lambda it: (-sum(it[1]), it[0]))
    return {key: (numbers[0], numbers[1], numbers[2]) for key, numbers in ordered}


def _known_first(cell: Cell) -> tuple[int, int]:
    """People of a cell, and those of them whose amount is not known."""
    return cell.people + cell.uncounted, cell.uncounted
