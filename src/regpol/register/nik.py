"""The NIK: sixteen digits that hold a region, a birth date (day + 40 for women) and a serial.

Only its form is judged; whether a NIK belongs to somebody is known to the population office alone.
Digits that a spreadsheet has rounded away are never filled in. ``read_nik`` reads one cell and
``nik_stages`` prints the same reading for a column of cells; a property test holds them together.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regpol.register.cell_text import SPACES, text_sql
from regpol.register.raw_table import Cell, as_text

_RUINED = re.compile(r"\d(?:[.,]\d+)?E\+?\d+", re.IGNORECASE | re.ASCII)
_AS_FLOAT = re.compile(r"(\d{16})[.,]0+", re.ASCII)
_SEPARATORS = re.compile(r"[\s.\-_]")
_EXACT = 2**53
_WOMEN = 40
_CENTURIES = (1900, 2000)
NOT_DIGITS = "bukan deretan digit"
OTHER_SIGNS = "memuat huruf atau tanda lain"
NO_REGION = "enam digit pertama bukan kode wilayah"
NO_BIRTH_DATE = "digit ketujuh sampai kedua belas bukan tanggal lahir"
NO_SERIAL = "nomor urutnya 0000"


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
        return NikFault(reason=NOT_DIGITS)
    text = as_text(cell)
    if not text.strip("-–. "):
        return NikFault(empty=True)
    if _RUINED.fullmatch(text.replace(" ", "")):
        return NikFault(ruined=True)
    exported = _AS_FLOAT.fullmatch(text)
    digits = exported[1] if exported else _SEPARATORS.sub("", text)
    if not digits.isascii() or not digits.isdigit():
        return NikFault(reason=OTHER_SIGNS)
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
        return NO_REGION
    nik = Nik(digits)
    day, month = nik.day_and_month
    if not any(real_day(century + int(digits[10:12]), month, day) for century in _CENTURIES):
        return NO_BIRTH_DATE
    return NO_SERIAL if digits.endswith("0000") else ""


def real_day(year: int, month: int, day: int) -> date | None:
    """The day, if the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def nik_stages(text: str, *, cleaned: str = "", born_key: str = "", prefix: str = "") -> tuple[Mapping[str, str], ...]:
    """SQL for a column of cell texts (`cell_text`), stage by stage: each may use the columns before it.

    ``cleaned`` is the cell where ``text`` is not one yet; sixteen digits are the same either way. A register has
    mostly NIK of its own region (``prefix``) that hold the birth date beside them (``born_key``): such a one has no
    fault, and nothing more is asked of it.

    The last stages give ``nik`` (BIGINT, NULL if faulty), ``nik_fault`` (a number of `NIK_FAULTS`, 0 if
    none), ``nik_doubtful``, ``nik_woman`` and ``nik_key`` (day of birth, month and two digits of the year).
    """
    plain = "nik_plain IS NOT NULL"
    bare = f"CASE WHEN starts_with(nik_cell, chr(1)) THEN substr(nik_cell, 2) ELSE {text_sql('nik_cell')} END"
    digits = (
        f"coalesce(nullif(regexp_extract(nik_text, '^([0-9]{{16}})[.,]0+$', 1), ''), "
        f"regexp_replace(nik_text, '[{SPACES}.\\-_]', '', 'g'))"
    )
    sixteen = "WHEN regexp_full_match(nik_digits, '[0-9]{16}') THEN CAST(nik_digits AS BIGINT)"
    women = _WOMEN * 10_000
    # a cast reads exponents too; sixteen signs that give less than 10 ** 15 are not sixteen digits
    no_exponent = f"NOT contains({text}, 'e') AND NOT contains({text}, 'E')"
    return (
        {"nik_number": f"CASE WHEN strlen({text}) = 16 THEN TRY_CAST({text} AS BIGINT) END"},
        {"nik_plain": f"CASE WHEN nik_number >= {10**15} AND {no_exponent} THEN nik_number END"},
        {"nik_cell": f"CASE WHEN {plain} THEN NULL ELSE {cleaned or text} END"},
        {"nik_text": f"CASE WHEN {plain} THEN NULL ELSE {bare} END"},
        {"nik_digits": f"CASE WHEN {plain} THEN NULL ELSE {digits} END"},
        {"nik_shaped": f"CASE WHEN {plain} THEN nik_plain {sixteen} END"},
        {"nik_place": f"CAST(nik_shaped // {10**8} AS INTEGER)"},
        {"nik_rest": f"CAST(nik_shaped - CAST(nik_place AS BIGINT) * {10**8} AS INTEGER)"},
        {"nik_born": "nik_place % 100 * 10000 + nik_rest // 10000"},
        {"nik_woman": f"nik_born > {women + 9999}"},
        {"nik_key": f"CASE WHEN nik_woman THEN nik_born - {women} ELSE nik_born END"},
        {"nik_shape": _shape_fault(born_key, prefix)},
        {"nik_fault": f"CASE WHEN {plain} THEN nik_shape ELSE {_text_fault()} END"},
        {"nik": "CASE WHEN nik_fault = 0 THEN nik_shaped END"},
        {"nik_doubtful": f"CASE WHEN {plain} THEN false ELSE {_doubtful()} END"},
    )


NIK_FAULTS = ("", "empty", "ruined", NOT_DIGITS, OTHER_SIGNS, "length", NO_REGION, NO_BIRTH_DATE, NO_SERIAL)
"""What the numbers of ``nik_fault`` mean; the reason of ``length`` names the digits counted."""


def _shape_fault(born_key: str, prefix: str) -> str:
    number = NIK_FAULTS.index
    day, month, year = "nik_key // 10000", "nik_key // 100 % 100", "nik_key % 100"
    longest = f"CASE {month} WHEN 2 THEN CASE WHEN {year} % 4 = 0 THEN 29 ELSE 28 END "
    longest += "WHEN 4 THEN 30 WHEN 6 THEN 30 WHEN 9 THEN 30 WHEN 11 THEN 30 ELSE 31 END"
    region = "nik_place BETWEEN 11000000 AND 96999999 AND nik_place // 10000 % 100 <> 0 AND nik_place // 100 % 100 <> 0"
    born = f"{month} BETWEEN 1 AND 12 AND {day} BETWEEN 1 AND {longest}"
    asked = (
        f"WHEN NOT ({region}) THEN {number(NO_REGION)} WHEN NOT ({born}) THEN {number(NO_BIRTH_DATE)} "
        f"WHEN nik_rest % 10000 = 0 THEN {number(NO_SERIAL)} ELSE 0 END"
    )
    if not born_key or not _one_region(prefix):
        return f"CASE {asked}"
    here = f"nik_place BETWEEN {prefix}0100 AND {prefix}9999"
    return f"CASE WHEN nik_key = {born_key} AND {here} AND nik_rest % 10000 <> 0 THEN 0 {asked}"


def _one_region(prefix: str) -> bool:
    """Whether four digits are the code of a kabupaten or kota."""
    return len(prefix) == 4 and 11 <= int(prefix[:2]) <= 96 and prefix[2:] != "00"


def _text_fault() -> str:
    number = NIK_FAULTS.index
    ruined = "regexp_full_match(replace(nik_text, ' ', ''), '[0-9]([.,][0-9]+)?[eE]\\+?[0-9]+')"
    # numbers keep their sign or their point in the text, and are then no row of digits
    odd = "nik_cell < chr(8) AND NOT regexp_full_match(nik_cell, '\\x01-?[0-9]+')"
    rounded = "starts_with(nik_cell, chr(1)) AND nik_shaped % 10000 = 0"
    return (
        f"CASE WHEN nik_cell IS NULL THEN 1 "
        f"WHEN {odd} THEN {number(NOT_DIGITS)} WHEN trim(nik_text, '-–. ') = '' THEN 1 WHEN {ruined} THEN 2 "
        f"WHEN NOT regexp_full_match(nik_digits, '[0-9]+') THEN {number(OTHER_SIGNS)} "
        f"WHEN nik_shaped IS NULL THEN {number('length')} "
        f"WHEN {rounded} AND nik_shape <> 0 THEN 2 ELSE nik_shape END"
    )


def _doubtful() -> str:
    """Whether a number's last digit may be lost."""
    lost = f"(nik_shaped % 10 = 0 OR nik_shaped > {_EXACT})"
    return f"starts_with(nik_cell, chr(1)) AND nik_fault = 0 AND {lost}"
