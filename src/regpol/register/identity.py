"""Who a row is: NIK, birth date and sex, checked against each other.

The column wins over the NIK where both give a birth date, because a NIK keeps the mistakes it was
issued with; the difference is always said.
"""

from dataclasses import dataclass
from datetime import date

from regpol.register.nik import Nik, NikFault, read_nik
from regpol.register.raw_table import as_text
from regpol.register.row_view import RowView
from regpol.register.typed_dates import DateFault, DateReading, read_date
from regpol.register.typed_values import empty, read_sex
from regpol.terms.problems import Problem
from regpol.terms.problems.register import (
    BirthDateDiffers,
    BirthDateFromNik,
    ImpossibleBirthDate,
    NikFromElsewhere,
    NikMalformed,
    NikMissing,
    NikRuined,
    NikStoredAsNumber,
    SexDiffers,
    UnlikelyAge,
    ValueUnreadable,
)

OLDEST = 110
_USUAL_AGES = range(15, 91)


@dataclass(frozen=True, slots=True, repr=False)
class Identity:
    """A person as far as the row tells; without a printed form."""

    nik: str
    name: str
    sex: str
    born: date
    age: int


def identify(row: RowView, on_date: date, region: tuple[str, str], found: list[Problem]) -> Identity | None:
    """The person of a row, or None with the reason in ``found``. ``region`` is code and name, or empty."""
    nik = _nik(row, found)
    born = _born(row, nik, on_date, found)
    if nik is None or born is None:
        return None
    _compare_region(row, nik, region, found)
    age = age_on(born, on_date)
    if age not in _USUAL_AGES:
        found.append(UnlikelyAge(place=row.place("tanggal_lahir")))
    name = " ".join(as_text(row.cell("nama")).split())
    return Identity(nik.digits, name, _sex(row, nik, found), born, age)


def age_on(born: date, on_date: date) -> int:
    """Completed years of life on a day; who is born on 29 February completes one on 1 March.

    >>> age_on(date(1960, 2, 29), date(2025, 2, 28)), age_on(date(1960, 2, 29), date(2025, 3, 1))
    (64, 65)
    """
    before_birthday = (on_date.month, on_date.day) < (born.month, born.day)
    return on_date.year - born.year - before_birthday


def _nik(row: RowView, found: list[Problem]) -> Nik | None:
    read = read_nik(row.cell("nik"))
    if isinstance(read, Nik):
        if read.doubtful:
            found.append(NikStoredAsNumber(place=row.place("nik"), column=row.heading("nik")))
        return read
    found.append(_nik_problem(read, row))
    return None


def _nik_problem(fault: NikFault, row: RowView) -> Problem:
    place, column = row.place("nik"), row.heading("nik")
    if fault.empty:
        return NikMissing(place=place, column=column)
    if fault.ruined:
        return NikRuined(place=place, column=column)
    return NikMalformed(place=place, column=column, reason=fault.reason)


def _born(row: RowView, nik: Nik | None, on_date: date, found: list[Problem]) -> date | None:
    read = read_date(row.cell("tanggal_lahir"), on_date.year)
    impossible = _impossible(read, on_date)
    if impossible:
        place, column = row.place("tanggal_lahir"), row.heading("tanggal_lahir")
        found.append(ImpossibleBirthDate(place=place, column=column, reason=impossible))
        return None
    if read.day is None:
        return _born_by_nik(row, nik, read, on_date, found)
    if nik and not nik.agrees_with(read.day):
        swapped = nik.day_and_month == (read.day.month, read.day.day)
        hint = "; hari dan bulan tampaknya tertukar" if swapped else ""
        place, column = row.place("tanggal_lahir"), row.heading("tanggal_lahir")
        found.append(BirthDateDiffers(place=place, column=column, swapped=hint))
    return read.day


def _impossible(read: DateReading, on_date: date) -> str:
    if read.fault is DateFault.IMPOSSIBLE:
        return "tanggal itu tidak ada dalam kalender"
    if read.span and read.span.earliest > on_date:
        return "tanggal itu sesudah tanggal keputusan"
    if read.span and age_on(read.span.latest, on_date) > OLDEST:
        return f"tanggal itu lebih dari {OLDEST} tahun sebelum tanggal keputusan"
    return ""


def _born_by_nik(row: RowView, nik: Nik | None, read: DateReading, on_date: date, found: list[Problem]) -> date | None:
    if nik is None:
        return None
    born = nik.birth_date(on_date)
    if born is None:
        reason = "tanggal dalam NIK sesudah tanggal keputusan"
        found.append(NikMalformed(place=row.place("nik"), column=row.heading("nik"), reason=reason))
    elif row.has("tanggal_lahir"):
        found.append(BirthDateFromNik(place=row.place("tanggal_lahir")))
        if read.span and not read.span.earliest <= born <= read.span.latest:
            found.append(BirthDateDiffers(place=row.place("tanggal_lahir"), column=row.heading("tanggal_lahir")))
    return born


def _compare_region(row: RowView, nik: Nik, region: tuple[str, str], found: list[Problem]) -> None:
    code, name = region
    prefix = code.replace(".", "")[:4]
    if prefix and not nik.digits.startswith(prefix):
        found.append(NikFromElsewhere(place=row.place("nik"), region=name))


def _sex(row: RowView, nik: Nik, found: list[Problem]) -> str:
    held = "P" if nik.woman else "L"
    cell = row.cell("jenis_kelamin")
    if empty(cell):
        return held
    written = read_sex(cell)
    if written == held:
        return held
    place, column = row.place("jenis_kelamin"), row.heading("jenis_kelamin")
    if written is None:
        found.append(ValueUnreadable(place=place, column=column, kind="jenis kelamin", example="L atau P"))
        return held
    found.append(SexDiffers(place=place, column=column))
    return written
