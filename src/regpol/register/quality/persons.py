"""Every row of the lists as far as it tells a person, rejected rows included, for comparing.

A row without a NIK may repeat one that has it; that is worth more to whoever corrects the list than
knowing that the NIK is missing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from regpol.register.nik import Nik, read_nik
from regpol.register.people import Register
from regpol.register.raw_table import Cell, RawTable, as_text
from regpol.register.reconciliation.names import Name, read_name
from regpol.register.typed_dates import read_date
from regpol.register.typed_values import empty
from regpol.register.units import Units
from regpol.terms.place import Place


@dataclass(frozen=True)
class List:
    """One list as read: the rows of its sheet, and what cleaning made of them."""

    raw: RawTable
    register: Register


@dataclass(frozen=True, slots=True, repr=False)
class Person:
    """A row. ``table`` counts the lists from 0; ``nik`` is empty where the cell holds none.

    It has no printed form, so that no message can show a person by accident.
    """

    table: int
    row: int
    nik: str
    nik_sure: bool
    name: Name
    born: date | None
    unit: str
    category: str

    @property
    def placed(self) -> bool:
        """Whether the kelurahan or desa is known."""
        return self.unit.count(".") == _VILLAGE_DOTS


_VILLAGE_DOTS = 3


def persons_of(lists: Sequence[List], units: Units) -> tuple[Person, ...]:
    """Every row of every list, in their order."""
    placing = _Placing(units)
    return tuple(person for at, one in enumerate(lists) for person in _persons(at, one, placing))


def where(person: Person, lists: Sequence[List], seen_from: Person) -> str:
    """A row as a message names it: by its row alone inside one list."""
    if person.table == seen_from.table:
        return f"baris {person.row}"
    raw = lists[person.table].raw
    return str(Place(PurePath(raw.file).name, person.row, sheet=raw.sheet or "-")).replace(", lembar -", "")


def place_of(person: Person, lists: Sequence[List], field: str) -> Place:
    """Where a row stands, and the column of a field in it."""
    raw = lists[person.table].raw
    return Place(raw.file, person.row, raw.fields.get(field, -1) + 1, raw.sheet)


def _persons(at: int, one: List, placing: "_Placing") -> Iterator[Person]:
    raw, register = one.raw, one.register
    categories: Mapping[object, object] = dict(zip(register.people["row"], register.people["kategori"], strict=True))
    columns = (raw.column(field) for field in ("nik", "nama", "tanggal_lahir", "kecamatan", "kelurahan"))
    latest = register.on_date
    for row, nik_cell, name, born, district, village in zip(raw.numbers, *columns, strict=True):
        read = read_nik(nik_cell)
        nik = read if isinstance(read, Nik) else None
        yield Person(
            table=at,
            row=row,
            nik=nik.digits if nik else "",
            nik_sure=bool(nik and not nik.doubtful),
            name=read_name(as_text(name)),
            born=read_date(born, latest.year).day or (nik.birth_date(latest) if nik else None),
            unit=placing.unit(district, village),
            category=str(categories.get(row) or ""),
        )


class _Placing:
    """The code of a row's unit; each pair of names is looked up once."""

    def __init__(self, units: Units) -> None:
        self._units = units
        self._known: dict[tuple[str, str], str] = {}

    def unit(self, district: Cell, village: Cell) -> str:
        """The kelurahan or desa, else the kecamatan, else nothing."""
        if not self._units.code:
            return ""
        key = ("" if empty(district) else as_text(district), "" if empty(village) else as_text(village))
        if key not in self._known:
            above = self._units.district(key[0]).code if key[0] else None
            below = self._units.village(key[1], above).code if key[1] else None
            self._known[key] = below or above or ""
        return self._known[key]
