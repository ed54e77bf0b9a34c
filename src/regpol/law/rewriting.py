"""What an author meant, written the way the files want it: a date in words, a percentage with a point.

Only where nothing has to be guessed: 0.24 without a percent sign may be a share or a percentage, so it
is never rewritten.
"""

import re
from datetime import date

from regpol.terms.dates import MONTHS

_MONTHS = {name.lower(): number for number, name in enumerate(MONTHS, 1)} | {"nopember": 11, "pebruari": 2}
_IN_WORDS = re.compile(r"(\d{1,2}) ([A-Za-z]+) ([12]\d{3})")
_IN_NUMBERS = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.]([12]\d{3})")
_YEARS = re.compile(
    r"(?:TA |tahun anggaran |tahun )?([12]\d{3})(?: ?(?:-|–|/|s\.?d\.?|hingga) ?([12]\d{3}))?", re.IGNORECASE
)
_PERCENT = re.compile(r"(\d{1,3})[.,](\d{1,4}) ?(?:%|persen)|(\d{1,3}),(\d{1,4})")
_RUPIAH = re.compile(r"(?:(?:Rp|IDR)\.? ?)?(\d{1,3}(?:[.,]\d{3})+|\d+)(?:[.,]00|,-)?", re.IGNORECASE)


def rewritten_day(text: str) -> str | None:
    """A day as the files write it.

    >>> rewritten_day("25 April 2024"), rewritten_day("25/04/2024"), rewritten_day("2024-02-31")
    ('2024-04-25', '2024-04-25', None)
    """
    words, numbers = _IN_WORDS.fullmatch(text), _IN_NUMBERS.fullmatch(text)
    if words and words[2].lower() in _MONTHS:
        return _iso(int(words[3]), _MONTHS[words[2].lower()], int(words[1]))
    return _iso(int(numbers[3]), int(numbers[2]), int(numbers[1])) if numbers else None


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def rewritten_years(text: str) -> str | None:
    """Budget years as the files write them.

    >>> rewritten_years("TA 2024"), rewritten_years("2022-2024"), rewritten_years("dua ribu")
    ('2024', '2022 sampai 2024', None)
    """
    match = _YEARS.fullmatch(text)
    if not match:
        return None
    return f"{match[1]} sampai {match[2]}" if match[2] else match[1]


def rewritten_rate(text: str) -> str | None:
    """A percentage as the law writes it.

    >>> rewritten_rate("0.24 %"), rewritten_rate("0,24"), rewritten_rate("0.0024")
    ('0,24 %', '0,24 %', None)
    """
    match = _PERCENT.fullmatch(text)
    return f"{match[1] or match[3]},{match[2] or match[4]} %" if match else None


def rewritten_rupiah(text: str) -> str | None:
    """An amount as the law writes it.

    >>> rewritten_rupiah("6800"), rewritten_rupiah("Rp 6.800,00"), rewritten_rupiah("enam ribu")
    ('Rp6.800', 'Rp6.800', None)
    """
    match = _RUPIAH.fullmatch(text)
    if not match:
        return None
    whole = int(re.sub(r"\D", "", match[1]))
    return f"Rp{whole:,}".replace(",", ".")
