"""The dated values that read otherwise at another moment, or in another rulebook."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.decision.effects import Moment
from regpol.law.model import WAGES, Value, ValueRow

Keys = tuple[tuple[str, str], ...]
_REGION = "wilayah"


@dataclass(frozen=True)
class ValueChange:
    """A row of a value that differs; a side is None where no amount is known for certain."""

    value: Value
    keys: Keys
    before: ValueRow | None
    after: ValueRow | None


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
        rows = [
            value.on(side.day, side.budget_year, own) if value else None
            for value, side in zip(values, (old, new), strict=True)
        ]
        before, after = rows
        if (before.amount if before else None) != (after.amount if after else None):
            yield ValueChange(known[-1], key, before, after)


def _wage_region(known: list[Value], region: str) -> str:
    """The region whose minimum wage counts: its own, or that of its province where it sets none."""
    rows = {dict(row.keys).get(_REGION) for value in known for row in value.rows}
    return region[:5] if region[:5] in rows else region[:2]
