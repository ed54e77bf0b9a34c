"""One row of a register as far as changes go: who, where, which post, by which decree, for what income."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.register.mapping import Mappings
from regpol.register.nik import Nik
from regpol.register.raw_table import as_text
from regpol.register.reading import Sheet
from regpol.register.reconciliation.entries import REGISTER_NEEDS, Entry, entries_of, read_list
from regpol.register.row_view import RowView
from regpol.register.typed_values import read_rupiah, read_sex
from regpol.register.units import Units
from regpol.register.wording import words
from regpol.terms.dates import Span
from regpol.terms.language import thousands

_VALIDATED = ("hasil", "validasi")
"""The heading that `regpol register validate` writes; it tells why somebody may have been taken out."""


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """A row. It has no printed form, so that no message can show a person by accident."""

    entry: Entry
    income: int | None
    income_written: str
    sex: str
    other_membership: str
    validated: str


@dataclass(frozen=True, repr=False)
class PersonList:
    """A register read for comparing."""

    sheets: tuple[Sheet, ...]
    persons: tuple[Person, ...]

    @property
    def assumptions(self) -> Iterable[str]:
        """What had to be assumed to read it."""
        for sheet in self.sheets:
            where = f"lembar {sheet.table.sheet}: " if sheet.table.sheet else ""
            yield f"{where}{thousands(len(sheet.table.rows))} baris orang"
            yield from (f"{where}{text}" for text in sheet.table.assumptions)


def read_persons(path: Path, units: Units, on_date: date, mappings: Mappings | None = None) -> PersonList:
    """Every row of a register.

    Raises:
        Refused: if the file cannot be read as a list of people.
    """
    sheets = read_list([path], REGISTER_NEEDS, mappings)
    entries = iter(entries_of(sheets, units, on_date))
    persons = tuple(
        _person(next(entries), RowView(sheet.table, index), at)
        for sheet in sheets
        for at in [_validated_at(sheet)]
        for index in range(len(sheet.table.rows))
    )
    return PersonList(sheets, persons)


def _validated_at(sheet: Sheet) -> int:
    return next((at for at, text in enumerate(sheet.table.headings) if words(text) == _VALIDATED), -1)


def _person(entry: Entry, row: RowView, validated_at: int) -> Person:
    cells = row.raw.rows[row.index]
    sex = read_sex(row.cell("jenis_kelamin")) or ("" if not entry.nik else "P" if Nik(entry.nik).woman else "L")
    return Person(
        entry=entry,
        income=read_rupiah(row.cell("penghasilan")),
        income_written=as_text(row.cell("penghasilan")),
        sex=sex,
        other_membership=" ".join(as_text(row.cell("peserta_lain")).split()),
        validated=as_text(cells[validated_at]) if 0 <= validated_at < len(cells) else "",
    )


def days(span: Span | None) -> str:
    """A day, or a year whose day is not known, as it is compared and shown."""
    if span is None:
        return ""
    return span.latest.isoformat() if span.known else str(span.latest.year)
