"""The brief of the minutes of a verification: what a reconciliation found in a region or one of its units.

It holds numbers and rows, never a person: the minutes are signed and passed around, the list with
names is not.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath

from regpol.documents.brief.filling import branch_of, official_of
from regpol.documents.brief.local_names import region_of
from regpol.documents.brief.paper import Basis, BpjsOffice, Official, OpenPoint, Region, Stamp
from regpol.project.project import Project
from regpol.project.region import Region as Place
from regpol.register.raw_table import RawTable
from regpol.register.reconciliation.classes import (
    DECREE_ACTION,
    MEANING,
    DecreeClass,
    Ground,
    PersonClass,
)
from regpol.register.reconciliation.outcome import DecreeVerdict, PersonVerdict, Reconciliation
from regpol.terms.dates import long_date

_DISTRICT = 3
"""The level of a kecamatan; what lies below has no units of its own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadList:
    """A list that was compared: its file, its sheet, and how many rows of people it has."""

    file: str
    sheet: str
    rows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassRow:
    """How many rows ended in a class, and what is to be done about them by whom."""

    name: str
    count: int
    ground: str
    action: str
    who: str


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One unit: rows read, rows that agree, rows to put right, decrees without a person."""

    name: str
    read: int
    matched: int
    open: int
    without_person: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRows:
    """Rows of the register to put right in one unit for one reason, by their numbers."""

    unit: str
    name: str
    rows: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesBrief:
    """Everything the minutes may say."""

    region: Region
    unit: str
    """Kind and name of the unit the minutes are for; empty if they are for the whole region."""
    head: Official
    """Who leads that unit or region; the name is empty where the project does not say it."""
    year: int
    judged_on: str
    branch: BpjsOffice
    registers: tuple[ReadList, ...]
    decree_lists: tuple[ReadList, ...]
    people_read: int
    decrees_read: int
    matched: int
    people: tuple[ClassRow, ...]
    decrees: tuple[ClassRow, ...]
    grounds: Mapping[str, int]
    units: tuple[UnitRow, ...]
    """Empty if the minutes are for one kelurahan or kampung."""
    open_rows: tuple[OpenRows, ...]
    """Empty if the minutes are for the whole region: each unit's minutes have its own."""
    bases: tuple[Basis, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    stamp: Stamp

    @property
    def named(self) -> Mapping[str, Mapping[str, str]]:
        """Minutes rest on no decided rule."""
        return {}


def minutes_of(report: Reconciliation, project: Project, region: Place, unit: Place | None, on: Stamp) -> MinutesBrief:
    """The minutes of a region, or of one unit of it."""
    people = tuple(one for one in report.people if _within(one.entry.unit, unit))
    decrees = tuple(one for one in report.decrees if _within(one.entry.unit, unit))
    kinds = Counter(one.klass for one in people)
    grounds = Counter(one.ground for one in people)
    return MinutesBrief(
        region=region_of(region, project),
        unit=f"{unit.word} {unit.name}" if unit else "",
        head=_head(project, unit),
        year=project.year,
        judged_on=long_date(report.on_date),
        branch=branch_of(project),
        registers=tuple(_read(sheet.table) for sheet in report.register),
        decree_lists=tuple(_read(sheet.table) for sheet in report.decree_list),
        people_read=len(people),
        decrees_read=len(decrees),
        matched=kinds[PersonClass.MATCHED],
        people=tuple(_person_class(kind, kinds[kind]) for kind in PersonClass if kinds[kind]),
        decrees=_decree_classes(decrees),
        grounds={str(ground): grounds[ground] for ground in Ground},
        units=() if unit and unit.level > _DISTRICT else tuple(_unit_rows(report, people, decrees)),
        open_rows=tuple(_open_rows(report, people)) if unit else (),
        stamp=on,
    )


def _within(code: str, unit: Place | None) -> bool:
    return unit is None or code == unit.code or code.startswith(f"{unit.code}.")


def _head(project: Project, unit: Place | None) -> Official:
    if unit is None:
        return official_of(project.head)
    known = {district.code: district.head for district in project.districts}
    return official_of(known[unit.code]) if unit.code in known else Official(name="", title=f"{unit.head} {unit.name}")


def _read(table: RawTable) -> ReadList:
    return ReadList(file=PurePath(table.file).name, sheet=table.sheet, rows=len(table.rows))


def _person_class(kind: PersonClass, count: int) -> ClassRow:
    meaning = MEANING[kind]
    return ClassRow(name=str(kind), count=count, ground=str(meaning.ground), action=meaning.action, who=meaning.who)


def _decree_classes(decrees: tuple[DecreeVerdict, ...]) -> tuple[ClassRow, ...]:
    kinds = Counter(one.klass for one in decrees)
    found = [(kind, *DECREE_ACTION[kind]) for kind in DecreeClass if kinds[kind]]
    return tuple(
        ClassRow(name=str(kind), count=kinds[kind], ground="", action=action, who=who) for kind, action, who in found
    )


def _unit_rows(
    report: Reconciliation, people: tuple[PersonVerdict, ...], decrees: tuple[DecreeVerdict, ...]
) -> list[UnitRow]:
    read = Counter(one.entry.unit for one in people)
    matched = Counter(one.entry.unit for one in people if one.klass is PersonClass.MATCHED)
    alone = Counter(one.entry.unit for one in decrees if one.klass is DecreeClass.NO_PERSON)
    return [
        UnitRow(
            name=report.unit_name(unit),
            read=read[unit],
            matched=matched[unit],
            open=read[unit] - matched[unit],
            without_person=alone[unit],
        )
        for unit in sorted({*read, *alone})
    ]


def _open_rows(report: Reconciliation, people: tuple[PersonVerdict, ...]) -> list[OpenRows]:
    several = len(report.register) > 1
    found: dict[tuple[str, PersonClass], list[str]] = {}
    for one in people:
        place = one.entry.place
        named = f"{place.line} ({place.sheet or PurePath(place.file).name})" if several else str(place.line)
        found.setdefault((one.entry.unit, one.klass), []).append(named)
    order = list(PersonClass)
    return [
        OpenRows(unit=report.unit_name(unit), name=str(kind), rows=", ".join(rows))
        for (unit, kind), rows in sorted(found.items(), key=lambda item: (item[0][0], order.index(item[0][1])))
        if kind is not PersonClass.MATCHED
    ]
