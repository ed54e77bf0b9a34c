"""A plan seen as cells that two plans can be compared in: one unit, category, programme and month of cover."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

from regpol.budget.plan import Plan, PlanLine

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


EMPTY = Cell()


def cells(plan: Plan) -> dict[CellKey, Cell]:
    """The cells of a plan that have somebody in them."""
    lines: dict[CellKey, list[PlanLine]] = {}
    for line in plan.lines:
        lines.setdefault(CellKey(line.unit, line.category, line.programme, line.month_cover), []).append(line)
    shut = _shut_out(plan)
    months = sorted({line.month_cover for line in plan.lines})
    keys = dict.fromkeys([*lines, *(CellKey(*group, month) for group in shut for month in months)])
    return {key: _cell(lines.get(key, ()), shut.get(key.group, 0)) for key in sorted(keys)}


def _cell(lines: Sequence[PlanLine], shut_out: int) -> Cell:
    known, all_people, funds = _Headcount(), _Headcount(), dict[str, int]()
    for line in lines:
        all_people.add(line)
        if line.amount is not None:
            known.add(line)
            funds[line.fund] = funds.get(line.fund, 0) + line.amount
    people = known.most
    return Cell(
        people,
        max(all_people.most - people, 0),
        shut_out,
        funds,
        frozenset(line.segment for line in lines),
        frozenset(line.payer for line in lines),
    )


class _Headcount:
    """Counts people once where several payers stand for the same people."""

    def __init__(self) -> None:
        self._by_payer: dict[str, int] = {}

    def add(self, line: PlanLine) -> None:
        self._by_payer[line.payer] = self._by_payer.get(line.payer, 0) + line.people

    @property
    def most(self) -> int:
        return max(self._by_payer.values(), default=0)


def _shut_out(plan: Plan) -> dict[Group, int]:
    """People whom only a ceiling keeps out, by group."""
    return {}
