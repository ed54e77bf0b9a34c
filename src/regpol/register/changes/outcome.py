"""What a comparison hands on: a class for every row of both registers, and totals that close or it refuses to exist."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from regpol.register.changes.persons import Person, PersonList


class ChangeClass(StrEnum):
    """What became of a row, or of a pair of rows."""

    SAME = "tetap"
    CHANGED = "data berubah"
    MOVED = "pindah unit"
    REPLACED = "diganti"
    OUT = "keluar"
    IN = "masuk"
    REPEATED = "baris ganda"
    NOT_TOLD_APART = "perlu dipastikan"


@dataclass(frozen=True, slots=True, repr=False)
class FieldChange:
    """One thing of a person that differs. ``field`` tells how it is to be masked."""

    field: str
    label: str
    old: str
    new: str


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """A row of the old register, of the new one, or both; why, and since when (None if no date says so)."""

    klass: ChangeClass
    old: Person | None
    new: Person | None
    reason: str
    since: date | None
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class Closing:
    """The equation of one unit or of all. ``came`` and ``left`` count moves between units only within units."""

    old: int
    left: int
    came: int
    new: int
    moved_away: int = 0
    moved_here: int = 0

    def __post_init__(self) -> None:
        if self.old - self.left - self.moved_away + self.came + self.moved_here != self.new:
            raise AssertionError(f"the totals do not close: {self}")


@dataclass(frozen=True, repr=False)
class Changes:
    """Two registers compared. It refuses to exist if a row was lost."""

    region: str
    region_name: str
    unit_names: Mapping[str, str]
    on_date: date
    old: PersonList
    new: PersonList
    changes: tuple[Change, ...]
    assumptions: tuple[str, ...]

    def __post_init__(self) -> None:
        for side, persons in (("old", self.old.persons), ("new", self.new.persons)):
            seen = [getattr(one, side).entry.place for one in self.changes if getattr(one, side)]
            if len(seen) != len(persons) or len(set(seen)) != len(seen):
                raise AssertionError(f"rows lost: {len(persons)} in the {side} register, {len(seen)} classed")
        self.closing  # noqa: B018 - it refuses to be made if the totals do not close

    def of(self, *classes: ChangeClass) -> tuple[Change, ...]:
        """The changes of some classes."""
        return tuple(one for one in self.changes if one.klass in classes)

    @property
    def additions(self) -> tuple[Change, ...]:
        """Who is to be registered: those who came, and those who took another's place."""
        return self.of(ChangeClass.IN, ChangeClass.REPLACED)

    @property
    def removals(self) -> tuple[Change, ...]:
        """Who is to be taken out: those who left, and those whose place another took."""
        return self.of(ChangeClass.OUT, ChangeClass.REPLACED)

    @property
    def altered(self) -> tuple[Change, ...]:
        """Whose data are to be corrected."""
        return self.of(ChangeClass.CHANGED, ChangeClass.MOVED)

    @property
    def doubtful(self) -> tuple[Change, ...]:
        """Rows somebody has to look at before anything is sent."""
        return self.of(ChangeClass.REPEATED, ChangeClass.NOT_TOLD_APART)

    @cached_property
    def counts(self) -> dict[ChangeClass, int]:
        """How many of each class."""
        found = Counter(one.klass for one in self.changes)
        return {klass: found[klass] for klass in ChangeClass}

    @cached_property
    def closing(self) -> Closing:
        """The equation of both registers."""
        old, new = len(self.old.persons), len(self.new.persons)
        return Closing(old, sum(_leaves(one) for one in self.changes), sum(_comes(one) for one in self.changes), new)

    @cached_property
    def by_unit(self) -> dict[str, Closing]:
        """The equation of every unit; a unit that is not known stands under its empty code."""
        sums: dict[str, list[int]] = defaultdict(lambda: [0] * 6)
        for one in self.changes:
            here = one.old.entry.unit if one.old else ""
            there = one.new.entry.unit if one.new else ""
            if one.old:
                sums[here][0] += 1
            if one.new:
                sums[there][3] += 1
            if one.klass is ChangeClass.REPLACED or not (one.old and one.new):
                sums[here][1] += _leaves(one)
                sums[there][2] += _comes(one)
            elif here != there:
                sums[here][4] += 1
                sums[there][5] += 1
        return {unit: Closing(*sums[unit]) for unit in sorted(sums)}

    def unit_name(self, code: str) -> str:
        """The name of a unit."""
        return self.unit_names.get(code, code or "(unit tidak dikenal)")


def _leaves(one: Change) -> int:
    return int(one.old is not None and (one.new is None or one.klass is ChangeClass.REPLACED))


def _comes(one: Change) -> int:
    return int(one.new is not None and (one.old is None or one.klass is ChangeClass.REPLACED))
