"""The NIK: sixteen digits that hold a region, a birth date (day + 40 for women) and a serial.

Only its form is judged; whether a NIK belongs to somebody is known to the population office alone.
Digits that a spreadsheet has rounded away are never filled in.
"""

import re
from dataclasses import dataclass
from datetime import date

from regpol.register.raw_table import Cell, as_text

_RUINED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE)
_AS_FLOAT = re.compile(r"(\d{16})[.,]0+")
_SEPARATORS = re.compile(r"[\s.\-_]")
_EXACT = 2**53
_WOMEN = 40
_CENTURIES = (1900, 2000)


@dataclass(frozen=True, slots=True)
class Nik:
    """A well-formed NIK. ``doubtful`` if it stood as a number whose last digit may be lost."""

    digits: str
    doubtful: bool = False

    @property
    def woman(self) -> bool:
        """Whether it says that the holder is a woman."""
        return int(self.digits[6:8]) > _WOMEN

    @property
    def day_and_month(self) -> tuple[int, int]:
        """Day and month of birth."""
        day = int(self.digits[6:8])
        return (day - _WOMEN if day > _WOMEN else day), int(self.digits[8:10])

    def birth_date(self, newest: date) -> date | None:
        """The birth date, in the latest century that gives a day not after ``newest``."""
        day, month = self.day_and_month
        years = sorted((century + int(self.digits[10:12]) for century in _CENTURIES), reverse=True)
        days = (born for year in years if (born := real_day(year, month, day)))
        return next((born for born in days if born <= newest), None)

    def agrees_with(self, born: date) -> bool:
        """Whether a birth date is the one it holds; it knows two digits of the year."""
        return (born.day, born.month) == self.day_and_month and born.year % 100 == int(self.digits[10:12])


@dataclass(frozen=True, slots=True)
class NikFault:
    """Why a cell holds no NIK: empty, ruined by a spreadsheet, or else the reason in words."""

    empty: bool = False
    ruined: bool = False
    reason: str = ""


def read_nik(cell: Cell) -> Nik | NikFault:
    """The NIK in a cell.

    >>> read_nik("'5271 0157 0182 0003")
    Nik(digits='5271015701820003', doubtful=False)
    >>> read_nik("5,27101E+15").ruined
    True
    """
    if isinstance(cell, bool | date) or (isinstance(cell, float) and not cell.is_integer()):
        return NikFault(reason="bukan deretan digit")
    text = as_text(cell)
    if not text.strip("-–. "):
        return NikFault(empty=True)
    if _RUINED.fullmatch(text.replace(" ", "")):
        return NikFault(ruined=True)
    exported = _AS_FLOAT.fullmatch(text)
    digits = exported[1] if exported else _SEPARATORS.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        return NikFault(reason="memuat huruf atau tanda lain")
    reason = _fault(digits)
    number = isinstance(cell, int | float)
    if reason:
        lost = number and len(digits) == 16 and digits.endswith("0000")
        return NikFault(ruined=True) if lost else NikFault(reason=reason)
    # a spreadsheet keeps 15 digits and writes 0 for the last; beyond 2**53 the last digit is rounded
    return Nik(digits, doubtful=number and (digits.endswith("0") or int(digits) > _EXACT))


def _fault(digits: str) -> str:
    if len(digits) != 16:
        return f"{len(digits)} digit, bukan 16"
    if not 11 <= int(digits[:2]) <= 96 or "00" in (digits[2:4], digits[4:6]):
        return "enam digit pertama bukan kode wilayah"
    nik = Nik(digits)
    day, month = nik.day_and_month
    if not any(real_day(century + int(digits[10:12]), month, day) for century in _CENTURIES):
        return "digit ketujuh sampai kedua belas bukan tanggal lahir"
    return "nomor urutnya 0000" if digits.endswith("0000") else ""


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None
