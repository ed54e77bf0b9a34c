"""What a reconciliation hands on: a verdict for every row of both lists, and figures that add up."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from regpol.register.reading import Sheet
from regpol.register.reconciliation.classes import DecreeClass, Ground, PersonClass
from regpol.register.reconciliation.entries import Entry

FIGURES_VERSION = 1


@dataclass(frozen=True, slots=True, repr=False)
class PersonVerdict:
    """A row of the register. ``reason`` names rows and things that differ, never what they say."""

    entry: Entry
    klass: PersonClass
    ground: Ground
    found: tuple[PersonClass, ...]
    reason: str
    action: str
    who: str
    decree: Entry | None = None
    cells: tuple[tuple[str, str], ...] = ()
    """Fields of the row to look at, each with what to look for."""


@dataclass(frozen=True, slots=True, repr=False)
class DecreeVerdict:
    """A row of the list of decrees, and the row of the register it belongs to."""

    entry: Entry
    klass: DecreeClass
    reason: str
    action: str
    who: str
    person: Entry | None = None


@dataclass(frozen=True)
class Figures:
    """Numbers without persons, for minutes and reports. It refuses to exist if a row was lost."""

    region: str
    on_date: date
    people_read: int
    decrees_read: int
    people: Mapping[PersonClass, int]
    decrees: Mapping[DecreeClass, int]
    grounds: Mapping[Ground, int]
    by_unit: Mapping[str, Mapping[PersonClass, int]]
    decrees_by_unit: Mapping[str, Mapping[DecreeClass, int]]

    def __post_init__(self) -> None:
        sums = {
            "people": (self.people_read, sum(self.people.values())),
            "people by unit": (self.people_read, sum(sum(unit.values()) for unit in self.by_unit.values())),
            "grounds": (self.people_read, sum(self.grounds.values())),
            "decrees": (self.decrees_read, sum(self.decrees.values())),
            "decrees by unit": (self.decrees_read, sum(sum(u.values()) for u in self.decrees_by_unit.values())),
        }
        for what, (read, classed) in sums.items():
            if read != classed:
                raise AssertionError(f"{what}: {read} rows read, {classed} in classes")

    def as_dict(self) -> dict[str, Any]:
        """The numbers in the form other programs and documents read."""
        return {
            "version": FIGURES_VERSION,
            "region": self.region,
            "on_date": self.on_date.isoformat(),
            "register": {"read": self.people_read, "classes": _named(self.people), "ground": _named(self.grounds)},
            "decrees": {"read": self.decrees_read, "classes": _named(self.decrees)},
            "units": [
                {
                    "code": unit,
                    "register": _named(self.by_unit.get(unit, {})),
                    "decrees": _named(self.decrees_by_unit.get(unit, {})),
                }
                for unit in sorted({*self.by_unit, *self.decrees_by_unit})
            ],
        }


@dataclass(frozen=True, repr=False)
class Reconciliation:
    """Both lists, row by row in their own order."""

    region: str
    region_name: str
    unit_names: Mapping[str, str]
    on_date: date
    register: tuple[Sheet, ...]
    decree_list: tuple[Sheet, ...]
    people: tuple[PersonVerdict, ...]
    decrees: tuple[DecreeVerdict, ...]
    assumptions: tuple[str, ...]

    def figures(self) -> Figures:
        """The numbers, checked against the rows that were read."""
        by_unit: dict[str, Counter[PersonClass]] = {}
        for one in self.people:
            by_unit.setdefault(one.entry.unit, Counter())[one.klass] += 1
        decrees_by_unit: dict[str, Counter[DecreeClass]] = {}
        for other in self.decrees:
            decrees_by_unit.setdefault(other.entry.unit, Counter())[other.klass] += 1
        return Figures(
            region=self.region,
            on_date=self.on_date,
            people_read=sum(len(sheet.table.rows) for sheet in self.register),
            decrees_read=sum(len(sheet.table.rows) for sheet in self.decree_list),
            people=_counted(PersonClass, Counter(one.klass for one in self.people)),
            decrees=_counted(DecreeClass, Counter(one.klass for one in self.decrees)),
            grounds=_counted(Ground, Counter(one.ground for one in self.people)),
            by_unit={unit: by_unit[unit] for unit in sorted(by_unit)},
            decrees_by_unit={unit: decrees_by_unit[unit] for unit in sorted(decrees_by_unit)},
        )

    def unit_name(self, code: str) -> str:
        """A unit as people call it."""
        return self.unit_names.get(code, code) if code else "(unit tidak dikenal)"


def _counted(kinds: Any, counts: Mapping[Any, int]) -> dict[Any, int]:
    return {kind: counts.get(kind, 0) for kind in kinds}


def _named(counts: Mapping[Any, int]) -> dict[str, int]:
    return {str(kind): count for kind, count in counts.items()}
