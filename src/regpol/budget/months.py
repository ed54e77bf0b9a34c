"""Which months of a budget year a person is covered for, and in which month each is paid.

Months count from January of the budget year (1), so 0 is December before it and 13 January after it. A
month in which somebody is covered on any day is paid for whole. A person and the columns of a register
are counted from one definition each, and a property test holds the two together.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from regpol.law.model import Contribution, Rulebook
from regpol.project.budget_format import BudgetPolicy, December, Decree
from regpol.terms.dates import MONTHS

BEGINS, ENDS = ("sk_sejak", "tanggal_masuk"), ("sk_sampai",)
"""The days of a person that begin and that end the cover this budget pays; those a register has count."""
SAID = "sk_berlaku"


@dataclass(frozen=True)
class Year:
    """A budget year as months: ``on_date`` is the day on which the register was read."""

    year: int
    on_date: date
    policy: BudgetPolicy

    @property
    def first(self) -> int:
        """The first month paid for: January where arrears are paid too."""
        return 1 if self.policy.arrears else self.policy.first_month

    def month(self, day: date) -> int:
        """The month a day lies in.

        >>> Year(2025, date(2025, 1, 1), BudgetPolicy()).month(date(2026, 1, 31))
        13
        """
        return (day.year - self.year) * 12 + day.month

    def cash(self, cover: int, after: int) -> int:
        """The month in which a month of cover that falls due ``after`` months later is paid.

        >>> year = Year(2025, date(2025, 1, 1), BudgetPolicy(first_month=4, arrears=True))
        >>> year.cash(1, 1), year.cash(12, 1)
        (4, 12)
        """
        paid = max(cover + after, self.policy.first_month)
        return 12 if cover <= 12 < paid and self.policy.december is December.SAME_YEAR else paid


@dataclass(frozen=True)
class Dates:
    """What a register says of the days of one person; None where it is not known."""

    begins: tuple[date | None, ...] = ()
    ends: tuple[date | None, ...] = ()
    in_force: bool | None = None


def cover(year: Year, dates: Dates) -> tuple[int, int]:
    """First and last month of cover, the first greater than the last where there is none.

    >>> year = Year(2025, date(2025, 1, 1), BudgetPolicy())
    >>> cover(year, Dates((date(2025, 1, 31),), (date(2025, 6, 1),)))
    (1, 6)
    """
    if year.policy.decree is Decree.IGNORED:
        return year.first, 12
    begins = [day for day in dates.begins if day]
    ends = [day for day in dates.ends if day]
    told = any(day > year.on_date for day in begins) or any(day < year.on_date for day in ends)
    if dates.in_force is False and not told:
        return 13, 0
    first = max([year.first, *(year.month(day) for day in begins)])
    last = min([12, *(year.month(day) for day in ends)])
    return (13, 0) if first > last else (first, last)


def cover_sql(year: Year, columns: Collection[str], table: str = "p") -> tuple[str, str]:
    """`cover` over the columns of a register: the expressions of the first and of the last month."""
    if year.policy.decree is Decree.IGNORED:
        return str(year.first), "12"
    begins = [f"{table}.{name}" for name in BEGINS if name in columns]
    ends = [f"{table}.{name}" for name in ENDS if name in columns]
    first = _furthest(str(year.first), [_month_sql(year, it) for it in begins], ">")
    last = _furthest("12", [_month_sql(year, it) for it in ends], "<")
    none = f"{first} > {last}"
    if SAID in columns:
        none = f"({none} OR ({_not_in_force(table)} AND NOT {_told(year, begins, ends)}))"
    return f"CASE WHEN {none} THEN 13 ELSE {first} END", f"CASE WHEN {none} THEN 0 ELSE {last} END"


def _month_sql(year: Year, day: str) -> tuple[str, str]:
    """A day and the number of its month."""
    return day, f"((year({day}) - {year.year}) * 12 + month({day}))"


def _furthest(start: str, months: list[tuple[str, str]], beyond: str) -> str:
    found = start
    for day, month in months:
        found = f"(CASE WHEN {day} IS NOT NULL AND {month} {beyond} {found} THEN {month} ELSE {found} END)"
    return found


def _not_in_force(table: str) -> str:
    return f"({table}.{SAID} IS NOT NULL AND NOT {table}.{SAID})"


def _told(year: Year, begins: list[str], ends: list[str]) -> str:
    on = f"DATE '{year.on_date.isoformat()}'"
    told = [f"({it} IS NOT NULL AND {it} > {on})" for it in begins]
    told += [f"({it} IS NOT NULL AND {it} < {on})" for it in ends]
    return f"({' OR '.join(told) or 'FALSE'})"


def due_after(rulebook: Rulebook, contribution: Contribution, day: date, year: int) -> int | None:
    """How many months after the month of cover a contribution falls due; None where no text read tells."""
    value = rulebook.values.get(contribution.due_after)
    row = value.on(day, year, {}) if value else None
    return row.amount if row else None


def month_name(month: int, year: int) -> str:
    """A month of a budget year in words.

    >>> month_name(1, 2025), month_name(13, 2025)
    ('Januari 2025', 'Januari 2026')
    """
    years, index = divmod(month - 1, 12)
    return f"{MONTHS[index]} {year + years}"
