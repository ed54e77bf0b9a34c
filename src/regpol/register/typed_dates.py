"""Dates as people write them: `1 Januari 1970`, `01/02/1970` (day first), ISO, serials, real date cells.

A date that no calendar has is told apart from text that is no date at all: the first is a mistake
to correct, the second is something not known. A lone year is kept as the span of its days.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from functools import lru_cache

from regpol.register.nik import real_day
from regpol.register.raw_table import Cell, as_text
from regpol.register.wording import words
from regpol.terms.dates import MONTHS, Span

_SERIAL_ZERO = date(1899, 12, 30)
_SERIALS = range(2101, 80_000)
_TOO_LARGE = 10**8
_YEARS = range(1900, 2101)
_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ][\d:.]+)?")
_BETWEEN = r"(?:\s*[-/.,]\s*|\s+)"
_DAY_FIRST = re.compile(rf"(\d{{1,2}}){_BETWEEN}(\d{{1,2}}|[A-Za-z]+)\.?{_BETWEEN}(\d{{4}}|\d{{2}})(?:[T ][\d:.]+)?")
_PACKED = re.compile(r"\d{8}")
_OTHER_SPELLINGS = {
    "january": 1,
    "february": 2,
    "march": 3,
    "june": 6,
    "july": 7,
    "august": 8,
    "october": 10,
    "december": 12,
    "pebruari": 2,
    "peb": 2,
    "may": 5,
    "agt": 8,
    "ags": 8,
    "aug": 8,
    "sept": 9,
    "oct": 10,
    "nopember": 11,
    "nop": 11,
    "dec": 12,
}
_MONTHS = {form: n for n, name in enumerate(MONTHS, 1) for form in (name.lower(), name[:3].lower())} | _OTHER_SPELLINGS


class DateFault(StrEnum):
    """Why a cell gives no date."""

    EMPTY = "empty"
    UNREADABLE = "unreadable"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class DateReading:
    """The days a cell means (one, or those of a year), or why it means none."""

    span: Span | None = None
    fault: DateFault | None = None

    @property
    def day(self) -> date | None:
        """The day, if it is one day."""
        return self.span.earliest if self.span and self.span.known else None


_EMPTY = DateReading(fault=DateFault.EMPTY)
_UNREADABLE = DateReading(fault=DateFault.UNREADABLE)
_IMPOSSIBLE = DateReading(fault=DateFault.IMPOSSIBLE)


@lru_cache(maxsize=100_000, typed=True)
def read_date(cell: Cell, latest_year: int) -> DateReading:
    """The date in a cell; a year of two digits is the last one not after ``latest_year``.

    >>> read_date("Mataram, 1 Pebruari 1970", 2024).day, read_date("01/02/70", 2024).day
    (datetime.date(1970, 2, 1), datetime.date(1970, 2, 1))
    >>> read_date("31/02/1980", 2024).fault
    <DateFault.IMPOSSIBLE: 'impossible'>
    """
    if isinstance(cell, datetime):
        return _on(cell.date())
    if isinstance(cell, date):
        return _on(cell)
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return _number(cell)
    text = as_text(cell) if isinstance(cell, str) else ""
    if not text.strip("-–. "):
        return _EMPTY if cell is None or isinstance(cell, str) else _UNREADABLE
    return _text(text, latest_year)


def plain_day_sql(text: str) -> str:
    """`read_date` over texts that say a day in full in one of the usual forms; NULL for every other text.

    These forms mean the same in any year. What is NULL here is for `read_date`, days that no calendar has included.
    """
    named = " ".join(f"WHEN '{name}' THEN '{number:02}'" for name, number in _MONTHS.items())
    month = f"CASE lower(split_part({text}, ' ', 2)) {named} END"
    iso, packed = f"{text}", f"substr({text}, 7, 4) || '-' || substr({text}, 4, 2) || '-' || substr({text}, 1, 2)"
    worded = f"split_part({text}, ' ', 3) || '-' || {month} || '-' || lpad(split_part({text}, ' ', 1), 2, '0')"
    year = "(?:19|20)[0-9]{2}"
    return (
        f"CASE WHEN regexp_full_match({text}, '{year}-[0-9]{{2}}-[0-9]{{2}}') THEN TRY_CAST({iso} AS DATE) "
        f"WHEN regexp_full_match({text}, '[0-9]{{2}}[-/.][0-9]{{2}}[-/.]{year}') THEN TRY_CAST({packed} AS DATE) "
        f"WHEN regexp_full_match({text}, '[0-9]{{1,2}} [A-Za-z]+ {year}') THEN TRY_CAST({worded} AS DATE) END"
    )


def _on(day: date) -> DateReading:
    return DateReading(Span(day, day))


def _number(number: float) -> DateReading:
    if not 0 < number < _TOO_LARGE:  # also true of what is not a number
        return _UNREADABLE
    whole = int(number)
    if whole in _YEARS:
        return DateReading(Span(date(whole, 1, 1), date(whole, 12, 31)))
    if whole in _SERIALS:
        return _on(_SERIAL_ZERO + timedelta(days=whole))
    return _packed(str(whole)) if _PACKED.fullmatch(str(whole)) else _UNREADABLE


def _text(text: str, latest_year: int) -> DateReading:
    if text.isascii() and text.isdigit():
        return _number(int(text)) if len(text) < 9 else _UNREADABLE
    place, comma, after = text.rpartition(",")
    if comma and not any(c.isdigit() for c in place):
        text = after.strip()
    iso = _ISO.fullmatch(text)
    if iso:
        return _real(int(iso[1]), int(iso[2]), int(iso[3]))
    written = _DAY_FIRST.fullmatch(text)
    if not written:
        return _UNREADABLE
    month = int(written[2]) if written[2].isdigit() else _MONTHS.get("".join(words(written[2])))
    if month is None:
        return _UNREADABLE
    return _real(_full_year(written[3], latest_year), month, int(written[1]))


def _packed(digits: str) -> DateReading:
    forward = real_day(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    backward = real_day(int(digits[4:]), int(digits[2:4]), int(digits[:2]))
    sensible = [day for day in (forward, backward) if day and day.year in _YEARS]
    return _on(sensible[0]) if len(sensible) == 1 else _UNREADABLE


def _full_year(digits: str, latest_year: int) -> int:
    if len(digits) == 4:
        return int(digits)
    century = latest_year - latest_year % 100
    year = century + int(digits)
    return year if year <= latest_year else year - 100


def _real(year: int, month: int, day: int) -> DateReading:
    found = real_day(year, month, day)
    return _on(found) if found else _IMPOSSIBLE
