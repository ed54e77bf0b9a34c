"""How a region shares out money that does not reach: ceilings, order, and what to do with two payers.

Only choices stand here. Which fund may pay for whom is law and was decided before; a choice never brings
a barred fund back.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem
from regpol.terms.problems.budget_allocation import (
    DirectionAndList,
    GroupMissing,
    NeedlessOrder,
    UnknownCeilingFund,
    UnknownOrderFact,
    UnknownOrderValue,
)


class Method(StrEnum):
    """How people are taken in while the money lasts."""

    FIRST_COME = "datang_dahulu"
    PRIORITY = "prioritas"
    PROPORTIONAL = "proporsional"


class Direction(StrEnum):
    """Which end of a quantity comes first."""

    ASCENDING = "naik"
    DESCENDING = "turun"


class Tie(StrEnum):
    """What parts people whom every key leaves equal: the row of the register, or a lot drawn from a seed."""

    ROW = "baris"
    LOT = "undian"


class Twice(StrEnum):
    """What becomes of someone for whom another already pays."""

    REFUSE = "tolak"
    FLAG = "tandai"


class Group(StrEnum):
    """By what a ceiling is cut into proportional parts; the names are columns of a register."""

    CATEGORY = "kategori"
    DISTRICT = "kecamatan"
    VILLAGE = "kelurahan"


@dataclass(frozen=True)
class OrderKey:
    """One key of the order: a fact, and either a direction or the values from first to last.

    Whoever lacks the fact, or has a value that is not listed, comes last under this key.
    """

    place: Place
    fact: str
    direction: Direction | None = None
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class DoublePayment:
    """What to do in each case of double payment: two rows of a person, another membership, another payer.

    A second job is lawful, so rows and memberships are only flagged unless a region says otherwise.
    """

    rows: Twice = Twice.FLAG
    elsewhere: Twice = Twice.FLAG
    other_payer: Twice = Twice.REFUSE


@dataclass(frozen=True)
class AllocationPolicy:
    """The choices of a region on sharing out money. ``ceilings`` are whole rupiah a year by fund.

    A fund without a ceiling pays for everybody. With ``strict`` a fund that does not reach for somebody
    pays for nobody behind; without, cheaper people behind may still fit.
    """

    ceilings: Mapping[str, int] = field(default_factory=dict)
    method: Method = Method.FIRST_COME
    order: tuple[OrderKey, ...] = ()
    group: Group | None = None
    tie: Tie = Tie.LOT
    seed: str = ""
    partial: bool = False
    twice: DoublePayment = DoublePayment()
    mandatory_first: bool = True
    strict: bool = True
    places: Mapping[str, Place] = field(default_factory=dict)

    def place(self, key: str) -> Place:
        """Where a key was written."""
        return self.places.get(key, NOWHERE)

    def problems(
        self,
        funds: Collection[str],
        facts: Mapping[str, Collection[str]],
    ) -> Iterator[Problem]:
        """Names the rulebook lacks and keys that contradict each other.

        ``facts`` gives every fact an order may use with its options, none for a quantity or a date.
        """
        for fund in self.ceilings:
            if fund not in funds:
                yield UnknownCeilingFund(place=self.place(f"pagu {fund}"), given=fund, known=tuple(funds))
        if self.method is Method.PROPORTIONAL and self.group is None:
            yield GroupMissing(place=self.place("alokasi"))
        if self.method is Method.FIRST_COME and self.order:
            yield NeedlessOrder(place=self.order[0].place)
        for key in self.order:
            yield from _key_problems(key, facts)


def _key_problems(key: OrderKey, facts: Mapping[str, Collection[str]]) -> Iterator[Problem]:
    if key.fact not in facts:
        yield UnknownOrderFact(place=key.place, given=key.fact, known=tuple(facts))
        return
    options = tuple(facts[key.fact])
    if options and key.direction is not None:
        yield DirectionAndList(place=key.place, fact=key.fact, options=options)
    for value in key.values:
        if value not in options:
            yield UnknownOrderValue(place=key.place, fact=key.fact, given=value, known=options)


NO_ALLOCATION = AllocationPolicy()
