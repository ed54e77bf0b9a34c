"""Whether the decree that appointed a person is in force on a day.

Three answers, and never a guess: yes, no, or not known. A person without a valid decree may still be
a member; what is missing is the ground for paying from this budget.
"""

from dataclasses import dataclass
from datetime import date

from regpol.register.raw_table import as_text
from regpol.register.row_view import RowView
from regpol.register.typed_dates import DateFault, DateReading, read_date
from regpol.register.typed_values import empty, read_yes_no
from regpol.terms.dates import Span, long_date
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.register import TermNotInForce, TermUnclear, ValueUnreadable

_TERM_YEARS_AHEAD = 30
FIELDS = ("nomor_sk", "tanggal_sk", "sk_sampai", "sk_berlaku")
_DATED_LAST = ("sk_berlaku", "nomor_sk", "tanggal_sk", "sk_sampai")


@dataclass(frozen=True, slots=True)
class Appointment:
    """A decree's number and days, and whether it is in force; None where that is not known."""

    decree: str = ""
    since: date | None = None
    until: date | None = None
    in_force: bool | None = None


def read_appointment(row: RowView, on_date: date, found: list[Problem]) -> Appointment:
    """The decree of a row. A register without any column on decrees says nothing, and no more is asked."""
    if not any(row.has(field) for field in FIELDS):
        return Appointment()
    decree = as_text(row.cell("nomor_sk"))
    since, until = (_date(row, field, on_date, found) for field in ("tanggal_sk", "sk_sampai"))
    in_force, reason = _in_force(row, decree, since.span, until.span, on_date)
    if in_force is False:
        found.append(TermNotInForce(place=_place(row), reason=reason, on_date=long_date(on_date)))
    elif in_force is None:
        found.append(TermUnclear(place=_place(row), reason=reason))
    return Appointment(decree, since.day, until.day, in_force)


def _place(row: RowView) -> Place:
    return row.place(next(field for field in reversed(_DATED_LAST) if row.has(field)))


def _in_force(
    row: RowView, decree: str, since: Span | None, until: Span | None, on_date: date
) -> tuple[bool | None, str]:
    if since and until and since.earliest > until.latest:
        return None, "SK berakhir sebelum dimulai"
    if until and until.latest < on_date:
        return False, f"masa SK berakhir {_end(until)}"
    if since and since.earliest > on_date:
        return False, f"SK baru berlaku {long_date(since.earliest)}"
    said = read_yes_no(row.cell("sk_berlaku"))
    if not since and not until:
        return _without_dates(decree, said)
    if until and until.earliest >= on_date and (not since or since.latest <= on_date):
        return True, ""
    if said is not None:
        return said, "kolomnya menyatakan SK tidak berlaku"
    return None, "tanggal akhir SK tidak diketahui" if not until else "hari mulai atau berakhirnya tidak diketahui"


def _without_dates(decree: str, said: bool | None) -> tuple[bool | None, str]:
    if said is not None:
        return said, "kolomnya menyatakan SK tidak berlaku"
    if decree and read_yes_no(decree) is False:
        return False, "kolomnya menyatakan SK belum ada"
    return None, "SK ada, tetapi tanggalnya tidak diketahui" if not empty(decree) else "SK tidak tertulis"


def _end(until: Span) -> str:
    return long_date(until.latest) if until.known else f"tahun {until.latest.year}"


def _date(row: RowView, field: str, on_date: date, found: list[Problem]) -> DateReading:
    read = read_date(row.cell(field), on_date.year + _TERM_YEARS_AHEAD)
    if read.fault in {DateFault.UNREADABLE, DateFault.IMPOSSIBLE}:
        place, column = row.place(field), row.heading(field)
        found.append(ValueUnreadable(place=place, column=column, kind="tanggal", example="misalnya 31 Desember 2026"))
    return read
