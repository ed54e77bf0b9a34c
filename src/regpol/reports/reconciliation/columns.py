"""The columns of the reconciled lists, and the colour of each class."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from regpol.register.reconciliation.classes import DecreeClass, Ground, PersonClass
from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.outcome import DecreeVerdict, PersonVerdict, Reconciliation
from regpol.reports.masking import mask_name, mask_nik
from regpol.reports.person_sheets.person_table import BAD, GOOD, OPEN, QUIET, PersonColumn
from regpol.terms.dates import Span

_COLOURS: dict[str, tuple[str, str]] = {
    **{str(kind): OPEN for kind in (*PersonClass, *DecreeClass)},
    **{str(kind): BAD for kind in (PersonClass.NO_DECREE, PersonClass.OVER, PersonClass.AHEAD, DecreeClass.NO_PERSON)},
    **{str(kind): GOOD for kind in (PersonClass.MATCHED, DecreeClass.USED, Ground.PRESENT)},
    str(Ground.MISSING): BAD,
    str(DecreeClass.SUPERSEDED): OPEN,
    str(DecreeClass.AHEAD): QUIET,
}


def colours(word: str) -> tuple[str, str]:
    """Background and letters of a class; the word always stands in the cell too."""
    return _COLOURS.get(word, QUIET)


@dataclass(frozen=True, slots=True)
class Shown:
    """How persons are shown: whole, or masked."""

    nik: Callable[[str], str]
    name: Callable[[str], str]


WHOLE = Shown(str, str)
MASKED = Shown(mask_nik, mask_name)


def person_columns(report: Reconciliation, shown: Shown) -> tuple[PersonColumn[PersonVerdict], ...]:
    """One row of the register beside the decree it was paired with."""
    return (
        PersonColumn("Lembar", 13, "text", lambda v: v.entry.place.sheet),
        PersonColumn("Baris", 7, "number", lambda v: v.entry.place.line),
        PersonColumn("Kelas", 25, "class", lambda v: str(v.klass)),
        PersonColumn("Dasar bayar anggaran ini", 13, "class", lambda v: str(v.ground)),
        PersonColumn("Unit", 20, "text", lambda v: report.unit_name(v.entry.unit)),
        *_pair("Nama", 24, lambda e: shown.name(e.name.written)),
        *_pair("NIK", 19, lambda e: shown.nik(e.nik)),
        PersonColumn("Penjelasan", 62, "long", lambda v: v.reason),
        PersonColumn("Yang perlu dilakukan", 46, "long", lambda v: v.action),
        PersonColumn("Yang dapat memperbaiki", 32, "long", lambda v: v.who),
        *_pair("Jabatan", 19, lambda e: e.post_written),
        PersonColumn("Unit di SK", 20, "text", lambda v: report.unit_name(v.decree.unit) if v.decree else ""),
        *_pair("Nomor SK", 20, lambda e: e.decree),
        PersonColumn("SK mulai", 11, "day", lambda v: v.decree and _day(v.decree.since)),
        PersonColumn("SK sampai", 11, "day", lambda v: v.decree and _day(v.decree.until)),
        PersonColumn("Baris SK", 8, "number", lambda v: v.decree and v.decree.place.line),
        PersonColumn("Ditemukan pula", 22, "text", lambda v: ", ".join(map(str, v.found[1:]))),
    )


PRINTED = "Yang dapat memperbaiki"
"""The last column that is printed; what stands to its right is for the screen."""


def decree_columns(report: Reconciliation, shown: Shown) -> tuple[PersonColumn[DecreeVerdict], ...]:
    """One row of the list of decrees."""
    return (
        PersonColumn("Lembar", 13, "text", lambda v: v.entry.place.sheet),
        PersonColumn("Baris", 7, "number", lambda v: v.entry.place.line),
        PersonColumn("Kelas", 25, "class", lambda v: str(v.klass)),
        PersonColumn("Nomor SK", 20, "text", lambda v: v.entry.decree),
        PersonColumn("SK mulai", 11, "day", lambda v: _day(v.entry.since)),
        PersonColumn("SK sampai", 11, "day", lambda v: _day(v.entry.until)),
        PersonColumn("Nama", 24, "text", lambda v: shown.name(v.entry.name.written)),
        PersonColumn("NIK", 19, "text", lambda v: shown.nik(v.entry.nik)),
        PersonColumn("Jabatan", 19, "text", lambda v: v.entry.post_written),
        PersonColumn("Unit", 20, "text", lambda v: report.unit_name(v.entry.unit)),
        PersonColumn("Baris register", 9, "number", lambda v: v.person and v.person.place.line),
        PersonColumn("Penjelasan", 56, "long", lambda v: v.reason),
        PersonColumn("Yang perlu dilakukan", 46, "long", lambda v: v.action),
        PersonColumn("Yang dapat memperbaiki", 32, "long", lambda v: v.who),
    )


def _pair(
    name: str, width: float, value: Callable[[Entry], str]
) -> tuple[PersonColumn[PersonVerdict], PersonColumn[PersonVerdict]]:
    def of_decree(verdict: PersonVerdict) -> str:
        return value(verdict.decree) if verdict.decree else ""

    return (
        PersonColumn(f"{name} di register", width, "text", lambda v: value(v.entry)),
        PersonColumn(f"{name} di SK", width, "text", of_decree),
    )


def _day(span: Span | None) -> Any:
    """A day as a date, a lone year as text."""
    if span is None:
        return None
    return span.earliest if span.known and span.earliest >= date(1900, 3, 1) else str(span.latest.year)
