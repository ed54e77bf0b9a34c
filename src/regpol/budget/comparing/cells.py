"""A plan seen as cells that two plans can be compared in: one unit, category, programme and month of cover."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from regpol.budget.planning.plan import Plan, PlanLine
from regpol.terms.money import MILLION

CEILING = "pagu "
"""How the reason begins for which a ceiling alone keeps somebody out of a plan."""

Group = tuple[str, str, str]
"""Unit, category, programme: the people of one place in one programme."""


@dataclass(frozen=True, order=True)
class CellKey:
    """Where a cell stands; ``month`` is the month of cover, 1 to 12."""

    unit: str
    category: str
    programme: str
    month: int

    @property
    def group(self) -> Group:
        """The cell without its month."""
        return self.unit, self.category, self.programme


@dataclass(frozen=True)
class Cell:
    """One month of a group in one plan.

    ``people`` are those whose amount is known, counted once whoever pays for them, ``uncounted`` those
    whose amount is not, ``shut_out`` those whom only a ceiling keeps out. ``funds``: known rupiah by fund.
    """

    people: int = 0
    uncounted: int = 0
    shut_out: int = 0
    funds: Mapping[str, int] = field(default_factory=dict)
    segments: frozenset[str] = frozenset()
    payers: frozenset[str] = frozenset()

    @property
    def amount(self) -> int:
        """Known whole rupiah."""
        return sum(self.funds.values())

    @property
    def need(self) -> int:
        """Everyone who would be paid for if no ceiling stood in the way and every amount were known."""
        return self.people + self.uncounted + self.shut_out

    @property
    def price(self) -> Fraction | None:
        """Rupiah of one person, None where nobody with a known amount is in it."""
        return Fraction(self.amount, self.people) if self.people else None


def cells(plan: Plan, *others: Plan) -> dict[CellKey, Cell]:
    """The cells of a plan that have somebody in them, or would have if no ceiling kept them out.

    What a category is paid that a ceiling shuts out whole is read from the other plans.
    """
    lines: dict[CellKey, list[PlanLine]] = {}
    for line in plan.lines:
        lines.setdefault(CellKey(line.unit, line.category, line.programme, line.month_cover), []).append(line)
    shut = _shut_out(plan, (plan, *others))
    keys = sorted({*lines, *shut})
    return {key: _cell(lines.get(key, ()), shut.get(key, 0)) for key in keys}


def _cell(lines: Sequence[PlanLine], shut_out: int) -> Cell:
    funds: dict[str, int] = {}
    for line in lines:
        if line.amount is not None:
            funds[line.fund] = funds.get(line.fund, 0) + line.amount
    people = _headcount(line for line in lines if line.amount is not None)
    everyone = _headcount(lines)
    return Cell(
        people,
        max(everyone - people, 0),
        shut_out,
        funds,
        frozenset(line.segment for line in lines),
        frozenset(line.payer for line in lines),
    )


def _headcount(lines: Iterable[PlanLine]) -> int:
    """People of some lines: several payers stand for the same people, and so do the funds that share."""
    counts: dict[str, int] = {}
    sharing: dict[tuple[str, str], int] = {}
    for line in lines:
        if line.share == MILLION:
            counts[line.payer] = counts.get(line.payer, 0) + line.people
        else:
            sharing[line.payer, line.fund] = sharing.get((line.payer, line.fund), 0) + line.people
    for payer in {payer for payer, _ in sharing}:
        counts[payer] = counts.get(payer, 0) + max(people for (whose, _), people in sharing.items() if whose == payer)
    return max(counts.values(), default=0)


def _shut_out(plan: Plan, paid: Sequence[Plan]) -> dict[CellKey, int]:
    """People whom only a ceiling keeps out, in every programme and month that their category is paid for."""
    spread: dict[str, set[tuple[str, int]]] = {}
    for line in (line for it in paid for line in it.lines):
        spread.setdefault(line.category, set()).add((line.programme, line.month_cover))
    made: dict[CellKey, int] = {}
    for left in plan.outside:
        if left.reason.startswith(CEILING):
            for programme, month in spread.get(left.category, ()):
                key = CellKey(left.unit, left.category, programme, month)
                made[key] = made.get(key, 0) + left.people
    return made
