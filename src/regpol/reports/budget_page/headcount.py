"""People of a plan by category or unit, each counted once whoever pays for how many programmes.

The plan counts them itself (`Plan.heads`); from its lines come only those whose amount is not known, at
the month with most of them, for lines hold people by month.
"""

from collections.abc import Callable

from regpol.budget.comparing.cells import cells
from regpol.budget.planning.plan import Heads, Plan

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
    return {(it.unit, it.category): it.planned for it in plan.heads}


def _by(plan: Plan, key_of: Callable[[Heads], str]) -> dict[str, Numbers]:
    uncounted = _uncounted(plan)
    sums: dict[str, list[int]] = {}
    for it in plan.heads:
        numbers = sums.setdefault(key_of(it), [0, 0, 0])
        unknown = min(uncounted.get((it.unit, it.category), 0), it.planned)
        numbers[0] += it.planned - unknown
        numbers[1] += unknown
        numbers[2] += it.outside
    ordered = sorted(sums.items(), key=lambda it: (-sum(it[1]), it[0]))
    return {key: (numbers[0], numbers[1], numbers[2]) for key, numbers in ordered}


def _uncounted(plan: Plan) -> dict[tuple[str, str], int]:
    """People with an amount that is not known, by unit and category."""
    most: dict[tuple[str, str], int] = {}
    for at, cell in cells(plan).items():
        place = at.unit, at.category
        most[place] = max(most.get(place, 0), cell.uncounted)
    return most
