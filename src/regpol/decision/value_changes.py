"""The dated values that read otherwise at another moment, or in another rulebook."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from regpol.decision.effects import Moment
from regpol.law.model import WAGES, Value, ValueRow

Keys = tuple[tuple[str, str], ...]
_REGION = "wilayah"


class Absence(StrEnum):
    """Why a side has no amount; values are what an official reads."""

    NOT_YET = "belum ada"
    ENDED = "tidak berlaku lagi"
    UNKNOWN = "belum diketahui"


@dataclass(frozen=True)
class ValueChange:
    """A row of a value that differs; a side without an amount in force says why."""

    value: Value
    keys: Keys
    before: ValueRow | Absence
    after: ValueRow | Absence


def value_changes(old: Moment, new: Moment, region: str) -> tuple[ValueChange, ...]:
    """Every row that differs; of rows that belong to a region only those of this one."""
    names = dict.fromkeys((*old.rulebook.values, *new.rulebook.values))
    return tuple(change for name in names for change in _changes(name, old, new, region))


def _changes(name: str, old: Moment, new: Moment, region: str) -> Iterator[ValueChange]:
    values = [side.rulebook.values.get(name) for side in (old, new)]
    known = [value for value in values if value]
    keys = dict.fromkeys(tuple(sorted(row.keys)) for value in known for row in value.rows)
    for key in keys:
        own = dict(key)
        if name == WAGES and own.get(_REGION) != _wage_region(known, region):
            continue
        before, after = (_side(value, own, side) for value, side in zip(values, (old, new), strict=True))
        if _amount(before) != _amount(after):
            yield ValueChange(known[-1], key, before, after)


def _side(value: Value | None, keys: dict[str, str], side: Moment) -> ValueRow | Absence:
    """The row in force, or why there is none: one that surely ended or begins later is not an unknown amount."""
    if value is None:
        return Absence.NOT_YET
    row = value.on(side.day, side.budget_year, keys)
    if row:
        return row
    known = [row.validity for row in value.rows if dict(row.keys) == keys]
    known += [row.validity for row in value.unread if dict(row.keys) == keys]
    if all(validity.until.latest < side.day for validity in known):
        return Absence.ENDED
    return Absence.NOT_YET if all(validity.since.earliest > side.day for validity in known) else Absence.UNKNOWN


def _amount(side: ValueRow | Absence) -> int | None:
    return side.amount if isinstance(side, ValueRow) else None


def _wage_region(known: list[Value], region: str) -> str:
    """The region whose minimum wage counts: its own, or that of its province where it sets none."""
    rows = {dict(row.keys).get(_REGION) for value in known for row in value.rows}
    return region[:5] if region[:5] in rows else region[:2]
