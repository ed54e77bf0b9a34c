"""Planned against paid against active, and what to propose for the revised budget, line by line in whole rupiah.

Nothing is estimated: the months left cost what the plan says they cost, for as many people as are
active where the file tells it, else for as many as were planned. What the plan could not count stays
uncounted, and a payment the plan does not know is listed, never folded into another line.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from regpol.budget.planning.plan import Plan, PlanLine
from regpol.terms.place import Place

DIMENSIONS = ("fund", "programme", "unit")
LAST_MONTH = 12
Key = tuple[str, ...]


@dataclass(frozen=True)
class Paid:
    """One row of a realisation: its key (by the dimensions its file has), month, rupiah, people if told."""

    place: Place
    key: Key
    month: int
    amount: int
    active: int | None


@dataclass(frozen=True)
class Elsewhere:
    """A payment of a month outside the plan's year (0 is December before it, 13 January after it)."""

    place: Place
    key: Key
    month: int
    amount: int


@dataclass(frozen=True)
class Unread:
    """A row of a realisation that could not be placed; its amount where that could be read."""

    place: Place
    reason: str
    amount: int | None


@dataclass(frozen=True)
class Realisation:
    """A realisation file read: the dimensions it tells apart, its rows, and those that could not be read.

    ``by_cover`` tells whether months are those a payment is for, not those of paying. ``elsewhere`` are payments
    of another year, which the plan cannot be compared with.
    """

    file: str
    dimensions: tuple[str, ...]
    by_cover: bool
    rows: tuple[Paid, ...]
    unread: tuple[Unread, ...]
    assumptions: tuple[str, ...]
    elsewhere: tuple[Elsewhere, ...] = ()


@dataclass(frozen=True)
class MonthView:
    """One month of a line. ``planned`` is None where the plan could not count it."""

    month: int
    planned: int | None
    planned_people: int
    paid: int
    active: int | None


@dataclass(frozen=True)
class LineView:
    """One line of the comparison. ``known`` tells whether the plan has it, ``reported`` whether the file does."""

    key: Key
    accounts: tuple[str, ...]
    months: tuple[MonthView, ...]
    through: int
    known: bool
    reported: bool

    @cached_property
    def planned(self) -> int | None:
        """The whole year as planned."""
        return _sum(one.planned for one in self.months)

    @cached_property
    def planned_so_far(self) -> int | None:
        """The months up to and including the last one looked at."""
        return _sum(one.planned for one in self.months if one.month <= self.through)

    @cached_property
    def paid(self) -> int:
        """What was paid in those months."""
        return sum(one.paid for one in self.months)

    @cached_property
    def gap(self) -> int | None:
        """Planned less paid so far: saved, or still owed; the file does not tell which."""
        return None if self.planned_so_far is None else self.planned_so_far - self.paid

    @cached_property
    def active(self) -> int | None:
        """People active in the last month that tells."""
        told = [one.active for one in self.months if one.month <= self.through and one.active is not None]
        return told[-1] if told else None

    @cached_property
    def planned_people(self) -> int:
        """People the plan has in the last month looked at that it plans for at all."""
        told = [one.planned_people for one in self.months if one.month <= self.through and one.planned_people]
        return told[-1] if told else 0

    @cached_property
    def still_needed(self) -> int | None:
        """The months left: as planned, for the people now active where they are known."""
        return _sum(self._month_needed(one) for one in self.months if one.month > self.through)

    def _month_needed(self, one: MonthView) -> int | None:
        if one.planned is None:
            return None
        if self.active is None or not one.planned_people:
            return one.planned
        return (2 * one.planned * self.active + one.planned_people) // (2 * one.planned_people)

    @cached_property
    def proposal(self) -> int | None:
        """What to add to the budget (or take from it, below zero) if nothing of the gap is owed."""
        if self.planned is None or self.still_needed is None:
            return None
        return self.paid + self.still_needed - self.planned

    @cached_property
    def proposal_if_owed(self) -> int | None:
        """The same if what was planned and not paid must still be paid."""
        if self.proposal is None or self.gap is None:
            return None
        return self.proposal + max(self.gap, 0)


@dataclass(frozen=True)
class RealisationView:
    """A plan beside its realisation. It refuses to exist if a rupiah that was paid is missing."""

    plan: Plan
    realisation: Realisation
    through: int
    lines: tuple[LineView, ...]

    def __post_init__(self) -> None:
        paid = sum(row.amount for row in self.realisation.rows)
        shown = sum(line.paid for line in self.lines)
        if paid != shown:
            raise AssertionError(f"rupiah lost: {paid} paid, {shown} in the lines")

    @property
    def months_left(self) -> int:
        """Months of the year after the last one looked at."""
        return LAST_MONTH - self.through

    def total(self, attribute: str) -> int | None:
        """The sum of an attribute over the lines of the plan; None as soon as one of them is not known."""
        return _sum(getattr(line, attribute) for line in self.lines if line.known)

    @property
    def unreported(self) -> tuple[LineView, ...]:
        """Lines of the plan with money until now of which the file says nothing."""
        return tuple(line for line in self.lines if not line.reported and line.planned_so_far != 0)

    @property
    def unplanned(self) -> int:
        """Rupiah paid for lines the plan does not have."""
        return sum(line.paid for line in self.lines if not line.known)

    @property
    def unread_amount(self) -> int:
        """Rupiah that stand in rows nobody could place."""
        return sum(one.amount or 0 for one in self.realisation.unread)

    @property
    def elsewhere(self) -> Mapping[int, int]:
        """Rupiah paid for (or in) months outside the year, by month."""
        sums: dict[int, int] = defaultdict(int)
        for row in self.realisation.elsewhere:
            sums[row.month] += row.amount
        return dict(sorted(sums.items()))

    def month(self, month: int) -> MonthView:
        """One month over all lines; people are not added up, since one may stand in several lines."""
        views = [one for line in self.lines for one in line.months if one.month == month]
        active = [one.active for one in views if one.active is not None]
        return MonthView(
            month,
            _sum(one.planned for one in views),
            0,
            sum(one.paid for one in views),
            sum(active) if active else None,
        )


def _sum(values: Iterable[int | None]) -> int | None:
    total = 0
    for value in values:
        if value is None:
            return None
        total += value
    return total


def set_beside(plan: Plan, realisation: Realisation, through: int | None = None) -> RealisationView:
    """The lines of plan and realisation together, up to a month (the last one paid, if none is named)."""
    by_key: dict[Key, list[PlanLine]] = defaultdict(list)
    for line in plan.lines:
        if _month(line, realisation.by_cover) <= LAST_MONTH:
            by_key[tuple(getattr(line, name) for name in realisation.dimensions)].append(line)
    paid: dict[Key, list[Paid]] = defaultdict(list)
    for row in realisation.rows:
        paid[row.key].append(row)
    last = max((row.month for row in realisation.rows), default=0) if through is None else through
    keys = sorted(by_key.keys() | paid.keys())
    lines = tuple(
        LineView(
            key,
            tuple(sorted({line.account for line in by_key.get(key, ()) if line.account})),
            _months(by_key.get(key, ()), paid.get(key, ()), by_cover=realisation.by_cover),
            last,
            key in by_key,
            key in paid,
        )
        for key in keys
    )
    return RealisationView(plan, realisation, last, lines)


def _month(line: PlanLine, by_cover: bool) -> int:
    return line.month_cover if by_cover else line.month_cash


def _months(planned: Sequence[PlanLine], paid: Sequence[Paid], *, by_cover: bool) -> tuple[MonthView, ...]:
    amounts: dict[int, int | None] = dict.fromkeys(range(1, LAST_MONTH + 1), 0)
    for line in planned:
        month = _month(line, by_cover)
        so_far = amounts[month]
        amounts[month] = None if so_far is None or line.amount is None else so_far + line.amount
    rupiah: Mapping[int, list[Paid]] = {
        month: [row for row in paid if row.month == month] for month in range(1, LAST_MONTH + 1)
    }
    return tuple(
        MonthView(
            month,
            amounts[month],
            _people(planned, by_cover, month),
            sum(row.amount for row in rupiah[month]),
            _active(rupiah[month]),
        )
        for month in range(1, LAST_MONTH + 1)
    )


def _active(rows: Sequence[Paid]) -> int | None:
    told = [row.active for row in rows if row.active is not None]
    return sum(told) if told else None


def _people(lines: Iterable[PlanLine], by_cover: bool, month: int) -> int:
    """People planned for in a month: each stands in several lines, one for each programme, payer, fund and month."""
    counts: dict[tuple[str, str, str], dict[tuple[str, str, str, int], int]] = defaultdict(lambda: defaultdict(int))
    for line in lines:
        if _month(line, by_cover) == month:
            group = counts[line.category, line.segment, line.unit]
            group[line.programme, line.payer, line.fund, line.month_cover] += line.people
    return sum(max(group.values()) for group in counts.values())
