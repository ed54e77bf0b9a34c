"""When a need can still enter a budget: doors with their steps, and the days the law sets for them.

Days are written relative to the budget year, so that one entry serves every year. Where the law names a
week, a span of days is kept, because it does not tell how weeks are counted; a step whose date nobody has
read has no day at all.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from regpol.law.model.lists import Source
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Span, Validity
from regpol.terms.place import Place

_SATURDAY, _SUNDAY = 5, 6


class Track(StrEnum):
    """Whose budget; values are the words in the file."""

    REGION = "apbd"
    VILLAGE = "desa"


@dataclass(frozen=True)
class Moment:
    """A day of a budget year, or of the year before it (``years`` -1).

    Either a ``day`` of the month, or a ``week`` of it, or neither: the end of the month. ``workdays_before``
    counts back from that day.
    """

    years: int
    month: int
    day: int = 0
    week: int = 0
    workdays_before: int = 0

    def in_year(self, budget_year: int) -> Span:
        """The day, or the days it may be.

        >>> Moment(-1, 8, week=2).in_year(2027).latest, Moment(-1, 10).in_year(2027).latest
        (datetime.date(2026, 8, 14), datetime.date(2026, 10, 31))
        """
        year = budget_year + self.years
        if self.week:
            return Span(_week_end(year, self.month, self.week), date(year, self.month, 7 * self.week))
        day = date(year, self.month, self.day) if self.day else _month_end(year, self.month)
        if not self.workdays_before:
            return Span(day, day)
        five, six = (_back(day, self.workdays_before, free) for free in ({_SATURDAY, _SUNDAY}, {_SUNDAY}))
        return Span(five, six)


def _week_end(year: int, month: int, week: int) -> date:
    """The Sunday that ends a week of a month, if the days before the first Monday count as a week."""
    first = date(year, month, 1)
    return first + timedelta(days=_SUNDAY - first.weekday() + 7 * (week - 1))


def _month_end(year: int, month: int) -> date:
    after = date(year + month // 12, month % 12 + 1, 1)
    return after - timedelta(days=1)


def _back(day: date, count: int, free: set[int]) -> date:
    """So many working days before a day; national holidays are not known here and would make it earlier."""
    while count:
        day -= timedelta(days=1)
        count -= day.weekday() not in free
    return day


@dataclass(frozen=True)
class Step:
    """One step on the way through a door: who does what by when. ``undated`` tells why there is no day."""

    name: str
    opens: Moment | None
    closes: Moment | None
    undated: str
    citation: Citation
    text: str
    evidence: Evidence
    sources: tuple[Source, ...]
    validity: Validity
    note: str
    place: Place


@dataclass(frozen=True)
class Door:
    """A place where a need can enter a budget, and its steps in order."""

    code: str
    track: Track
    name: str
    use: str
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class Remark:
    """What the law says of budgeting as such; nothing without days hides a rule here."""

    track: Track
    text: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    validity: Validity


@dataclass(frozen=True)
class BudgetCalendar:
    """The doors in their order, and the remarks."""

    doors: tuple[Door, ...] = ()
    remarks: tuple[Remark, ...] = ()
