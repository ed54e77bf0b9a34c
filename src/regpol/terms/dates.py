"""Days the law knows, and days it does not tell.

A norm often starts on a day no source shows, only a year or a latest day. Such a start is a `Span`
of possible days: before it the norm is not in force, after it the norm is, inside it nobody who has
not read the text can say. Nothing here asks what day it is today.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EARLIEST = date(1900, 1, 1)
LATEST = date(9999, 12, 31)
MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)


def long_date(day: date) -> str:
    """A day as Indonesian papers write it.

    >>> long_date(date(2024, 4, 25))
    '25 April 2024'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def as_number(day: date) -> int:
    """A day as yyyymmdd, the form both inference engines compare.

    >>> as_number(date(2024, 4, 25))
    20240425
    """
    return day.year * 10_000 + day.month * 100 + day.day


@dataclass(frozen=True)
class Span:
    """The days on which something may have happened; one day if the day is known."""

    earliest: date
    latest: date

    @property
    def known(self) -> bool:
        """Whether the day itself is known."""
        return self.earliest == self.latest


class Force(StrEnum):
    """Whether a norm is in force on a day."""

    YES = "yes"
    NO = "no"
    UNCERTAIN = "uncertain"
    """The day falls where no source says when the norm begins or ends."""


ALWAYS_SINCE = Span(EARLIEST, EARLIEST)
NEVER_ENDS = Span(LATEST, LATEST)


@dataclass(frozen=True)
class Validity:
    """When a norm or value holds: days, budget years, or both.

    ``since`` is the first day, ``until`` the last; ``years`` are the first and last budget year, or None.
    """

    since: Span = ALWAYS_SINCE
    until: Span = NEVER_ENDS
    years: tuple[int, int] | None = None

    @property
    def known(self) -> bool:
        """Whether the days are known on which it begins and ends."""
        return self.since.known and self.until.known

    def on(self, day: date, budget_year: int) -> Force:
        """Whether it holds on this day of this budget year.

        >>> Validity(Span(date(2023, 1, 1), date(2023, 11, 7))).on(date(2023, 5, 1), 2023)
        <Force.UNCERTAIN: 'uncertain'>
        """
        if not self.covers_year(budget_year) or day < self.since.earliest or day > self.until.latest:
            return Force.NO
        return Force.YES if self.since.latest <= day <= self.until.earliest else Force.UNCERTAIN

    def covers_year(self, budget_year: int) -> bool:
        """Whether the budget year is among its years; true if it names none."""
        return self.years is None or self.years[0] <= budget_year <= self.years[1]

    def within(self, outer: "Validity") -> "Validity":
        """This validity, never wider than ``outer`` and never surer: the later start, the earlier end."""
        since = Span(max(self.since.earliest, outer.since.earliest), max(self.since.latest, outer.since.latest))
        until = Span(min(self.until.earliest, outer.until.earliest), min(self.until.latest, outer.until.latest))
        years = self.years or outer.years
        if self.years and outer.years:
            years = (max(self.years[0], outer.years[0]), min(self.years[1], outer.years[1]))
        return Validity(since, until, years)

    def overlaps(self, other: "Validity") -> bool:
        """Whether both surely hold on some day of some budget year."""
        days = self.since.latest <= other.until.earliest and other.since.latest <= self.until.earliest
        mine, theirs = self.years or (0, 9999), other.years or (0, 9999)
        return days and mine[0] <= theirs[1] and theirs[0] <= mine[1]

    @property
    def cuts(self) -> tuple[date, ...]:
        """The days on which an answer resting on this may change."""
        after_end = [day + timedelta(days=1) for day in (self.until.earliest, self.until.latest) if day < LATEST]
        return tuple(sorted({self.since.earliest, self.since.latest, *after_end} - {EARLIEST}))

    @property
    def label(self) -> str:
        """The validity in words."""
        words = []
        if self.since.earliest > EARLIEST:
            words.append(f"sejak {_span_words(self.since)}")
        if self.until.latest < LATEST:
            words.append(f"sampai {_span_words(self.until)}")
        if self.years:
            first, last = self.years
            words.append(f"tahun anggaran {first}" + (f" sampai {last}" if last != first else ""))
        return ", ".join(words) or "tanpa batas waktu"


def _span_words(span: Span) -> str:
    if span.known:
        return long_date(span.earliest)
    return f"suatu hari antara {long_date(span.earliest)} dan {long_date(span.latest)}"


_YEAR = re.compile(r"[12]\d{3}", re.ASCII)
_DAY = re.compile(r"[12]\d{3}-\d\d-\d\d", re.ASCII)


def parse_date(text: str) -> date | None:
    """A full ISO day, or None."""
    try:
        return date.fromisoformat(text) if _DAY.fullmatch(text) else None
    except ValueError:
        return None


def parse_span(text: str) -> Span | None:
    """A day, or a year whose day is not known; None if it is neither.

    >>> parse_span("2023")
    Span(earliest=datetime.date(2023, 1, 1), latest=datetime.date(2023, 12, 31))
    """
    day = parse_date(text)
    if day:
        return Span(day, day)
    if _YEAR.fullmatch(text):
        return Span(date(int(text), 1, 1), date(int(text), 12, 31))
    return None


@dataclass(frozen=True, order=True)
class Period:
    """Days from ``start`` to ``end`` inclusive."""

    start: date
    end: date

    @property
    def label(self) -> str:
        """The period as an official reads it."""
        if self.start == self.end:
            return long_date(self.start)
        return f"{long_date(self.start)} sampai {long_date(self.end)}"

    @property
    def months(self) -> tuple[int, ...]:
        """The months (1 to 12) that begin inside it, counting a first month that is cut as its own."""
        return tuple(range(self.start.month, self.end.month + 1))


def split_year(year: int, cuts: tuple[date, ...]) -> tuple[Period, ...]:
    """A calendar year cut at every day in ``cuts`` that falls inside it."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    starts = sorted({first, *(cut for cut in cuts if first < cut <= last)})
    ends = [*(start - timedelta(days=1) for start in starts[1:]), last]
    return tuple(Period(start, end) for start, end in zip(starts, ends, strict=True))
