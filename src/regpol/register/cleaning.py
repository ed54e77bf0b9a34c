"""Turns the rows of a raw table into typed people, and says of every other row why it is not one.

A row is rejected only where nobody could decide it: no category, no usable NIK, an impossible birth
date, the same person twice in one category. Everything else stays, with a warning. No problem made
here carries the content of a cell.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from regpol.register.appointment import Appointment, read_appointment
from regpol.register.categories import Categories, CategoryMatch
from regpol.register.facts import TYPES, FactReader
from regpol.register.headings import label
from regpol.register.identity import Identity, identify
from regpol.register.people import (
    ColumnType,
    Counts,
    People,
    Register,
    Rejected,
    Roster,
    RosterEntry,
    Value,
)
from regpol.register.placement import Placement, Placing
from regpol.register.raw_table import RawTable, as_text
from regpol.register.repeats import Repeats
from regpol.register.row_view import RowView
from regpol.register.typed_values import empty
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, FactKind, Vocabulary
from regpol.terms.problems import Problem, Severity
from regpol.terms.problems.register import CategoryAmbiguous, CategoryGuessed, CategoryMissing, CategoryUnknown

_DERIVED = ("usia", "sk_berlaku")
_INCOME = Fact("penghasilan", "Penghasilan", FactKind.RUPIAH)
_OWN_TYPES = {
    "row": ColumnType.NUMBER,
    "orang": ColumnType.NUMBER,
    "kategori": ColumnType.CODE,
    "kecamatan": ColumnType.CODE,
    "kelurahan": ColumnType.CODE,
    "tanggal_lahir": ColumnType.DATE,
    "sk_sejak": ColumnType.DATE,
    "sk_sampai": ColumnType.DATE,
    "usia": ColumnType.NUMBER,
    "sk_berlaku": ColumnType.YES_NO,
    "penghasilan": ColumnType.NUMBER,
}


@dataclass(frozen=True)
class _Desk:
    """What every row is judged with."""

    vocabulary: Vocabulary
    on_date: date
    placing: Placing
    region: tuple[str, str]
    categories: Categories
    readers: tuple[FactReader, ...]
    category: str | None
    repeats: Repeats = field(default_factory=Repeats)
    known: dict[str, CategoryMatch] = field(default_factory=dict)


def clean(
    raw: RawTable,
    vocabulary: Vocabulary,
    *,
    on_date: date,
    units: Units | None = None,
    category: str | None = None,
) -> Register:
    """The register on a day. ``units`` are those of its region; ``category`` serves a register without that column."""
    units = units or Units("", "")
    readers = tuple(FactReader(fact) for fact in _own_facts(vocabulary))
    region = (units.code, units.name)
    desk = _Desk(vocabulary, on_date, Placing(units), region, Categories(vocabulary), readers, category)
    types = _OWN_TYPES | {reader.fact.code: TYPES[reader.fact.kind] for reader in readers}
    columns: dict[str, list[Value]] = {name: [] for name in types}
    roster: dict[int, RosterEntry] = {}
    rejected: list[Rejected] = []
    warnings: list[Problem] = []
    warned = 0
    for index in range(len(raw.rows)):
        row = RowView(raw, index)
        found: list[Problem] = []
        person = _person(row, desk, found)
        if person is None:
            reasons = tuple(problem for problem in found if problem.severity is Severity.ERROR)
            rejected.append(Rejected(row.number, row.place(), reasons))
            continue
        values, roster[row.number] = person
        for name, column in columns.items():
            column.append(values[name])
        warnings += found
        warned += bool(found)
    return Register(
        file=raw.file,
        sheet=raw.sheet,
        on_date=on_date,
        people=People(types, {name: tuple(column) for name, column in columns.items()}),
        roster=Roster(roster),
        rejected=tuple(rejected),
        warnings=tuple(warnings),
        assumptions=(*raw.assumptions, *_assumptions(raw, vocabulary, category)),
        counts=Counts(len(raw.rows), len(roster), len(rejected), len(raw.skipped), warned),
    )


def _person(row: RowView, desk: _Desk, found: list[Problem]) -> tuple[Mapping[str, Value], RosterEntry] | None:
    category = desk.category or _category(row, desk, found)
    identity = identify(row, desk.on_date, desk.region, found)
    if category is None or identity is None:
        return None
    first = desk.repeats.meet(row, identity.nik, category, found)
    if first is None:
        return None
    placement = desk.placing.place(row, found) if desk.region[0] else Placement()
    appointment = read_appointment(row, desk.on_date, found)
    facts = {reader.fact.code: reader.read(row, found) for reader in desk.readers}
    own = _values(row.number, first, category, identity, placement, appointment)
    return own | facts, RosterEntry(identity.nik, identity.name, identity.sex, appointment.decree)


def _values(
    number: int, first: int, category: str, identity: Identity, placement: Placement, appointment: Appointment
) -> dict[str, Value]:
    return {
        "row": number,
        "orang": first,
        "kategori": category,
        "kecamatan": placement.district,
        "kelurahan": placement.village,
        "tanggal_lahir": identity.born,
        "sk_sejak": appointment.since,
        "sk_sampai": appointment.until,
        "usia": identity.age,
        "sk_berlaku": appointment.in_force,
    }


def _category(row: RowView, desk: _Desk, found: list[Problem]) -> str | None:
    cell = row.cell("kategori")
    if empty(cell):
        found.append(CategoryMissing(place=row.place("kategori"), column=row.heading("kategori")))
        return None
    text = as_text(cell)
    match = desk.known.get(text)
    if match is None:
        match = desk.known[text] = desk.categories.match(text)
    if match.exact:
        return match.code
    place, column = row.place("kategori"), row.heading("kategori")
    if match.candidates:
        found.append(CategoryAmbiguous(place=place, column=column, candidates=match.candidates))
    elif match.code is None:
        near = f"; yang mirip: {', '.join(match.nearest)}" if match.nearest else ""
        found.append(CategoryUnknown(place=place, column=column, nearest=near))
    else:
        name = desk.vocabulary.category_name(match.code)
        found.append(CategoryGuessed(place=place, column=column, name=name))
    return match.code


def _own_facts(vocabulary: Vocabulary) -> list[Fact]:
    """The facts read cell by cell: those of the vocabulary that are not derived, and the income."""
    facts = [fact for fact in vocabulary.facts if fact.code not in _DERIVED]
    known = {fact.code for fact in facts}
    return facts if _INCOME.code in known else [*facts, _INCOME]


def _assumptions(raw: RawTable, vocabulary: Vocabulary, category: str | None) -> list[str]:
    said = []
    if category:
        said.append(f"Setiap orang dianggap {vocabulary.category_name(category)}")
    if "tanggal_lahir" not in raw.fields:
        said.append("Register tidak memuat tanggal lahir: dipakai yang terkandung dalam NIK (abad diperkirakan)")
    if "usia" in raw.fields:
        said.append("Kolom usia tidak dipakai: usia dihitung dari tanggal lahir")
    absent = [f.name for f in vocabulary.facts if f.code not in _DERIVED and f.code not in raw.fields]
    if "sk_berlaku" in {f.code for f in vocabulary.facts} and not raw.fields.keys() & {
        "nomor_sk",
        "tanggal_sk",
        "sk_sampai",
        "sk_berlaku",
    }:
        absent.append(label("sk_berlaku"))
    if absent:
        said.append(f"Tidak ada kolom untuk: {', '.join(absent)}; dianggap belum diketahui")
    return said
