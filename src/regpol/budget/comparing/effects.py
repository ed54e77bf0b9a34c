"""What causes the difference of one cell between two plans, to the rupiah.

The order in which causes are told apart is fixed (decision note 0019) and the same in both directions,
so that swapping the plans turns every sign and nothing else:

1. a cell that only one plan has is people, programme or months, the first of these that holds;
2. money that leaves one fund and arrives at another is moved, and changes no sum;
3. the rest is split over people, amounts not known, the ceiling, and the price of one person. Where
   people and price change together each is counted at the mean of the other.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from regpol.budget.comparing.cells import Cell, CellKey, Group
from regpol.budget.comparing.rounding import moved, spread, whole_parts


class Cause(StrEnum):
    """Why an amount differs; the order is the order in which causes are shown."""

    PEOPLE = "orang"
    MONTHS = "bulan"
    PROGRAMME = "program"
    SEGMENT = "segmen"
    PRICE = "tarif"
    PAYER = "pembayar"
    CEILING = "pagu"
    FUND = "dana"
    UNCOUNTED = "belum_dihitung"


@dataclass(frozen=True, order=True)
class Effect:
    """Whole rupiah that one cause adds to (or, negative, takes from) one fund in one cell."""

    cause: Cause
    fund: str
    unit: str
    category: str
    programme: str
    month: int
    amount: int


@dataclass(frozen=True)
class Presence:
    """Which people and programmes a plan has at all, in any month."""

    people: frozenset[tuple[str, str]]
    groups: frozenset[Group]

    def why_absent(self, group: Group) -> Cause:
        """Why a plan lacks a cell of a group that the other plan has."""
        if group[:2] not in self.people:
            return Cause.PEOPLE
        return Cause.MONTHS if group in self.groups else Cause.PROGRAMME


def effects_of(key: CellKey, sides: tuple[Cell, Cell], presence: tuple[Presence, Presence]) -> Iterator[Effect]:
    """The effects of one cell, from the first side to the second; none of them is zero."""
    before, after = sides
    funds = sorted({*before.funds, *after.funds})
    change = {fund: after.funds.get(fund, 0) - before.funds.get(fund, 0) for fund in funds}
    shifts = moved(change)
    rest = [change[fund] - shifts[fund] for fund in funds]
    causes = _causes(key, sides, presence)
    amounts = whole_parts(tuple(causes.values()))
    weights = [abs(it) for it in rest]
    if not any(weights):
        weights = [abs(before.funds.get(fund, 0)) + abs(after.funds.get(fund, 0)) for fund in funds]
    by_fund = spread(amounts, rest, weights) if any(weights) else ()
    for fund, parts in zip(funds, by_fund, strict=False):
        for cause, amount in [(Cause.FUND, shifts[fund]), *zip(causes, parts, strict=True)]:
            if amount:
                yield Effect(cause, fund, key.unit, key.category, key.programme, key.month, amount)


def _causes(key: CellKey, sides: tuple[Cell, Cell], presence: tuple[Presence, Presence]) -> dict[Cause, Fraction]:
    """Exact rupiah by cause; together they are the difference of the cell."""
    before, after = sides
    for side, there in zip(sides, presence, strict=True):
        if not side.need:
            return {there.why_absent(key.group): Fraction(after.amount - before.amount)}
    prices = [it.price for it in sides if it.price is not None]
    if not prices:
        return {Cause.PRICE: Fraction(after.amount - before.amount)}
    price = sum(prices, Fraction(0)) / len(prices)
    made = {
        Cause.PEOPLE: (after.need - before.need) * price,
        Cause.UNCOUNTED: (before.uncounted - after.uncounted) * price,
        Cause.CEILING: (before.shut_out - after.shut_out) * price,
    }
    made[_price_cause(before, after)] = after.amount - before.amount - sum(made.values(), Fraction(0))
    return made


def _price_cause(before: Cell, after: Cell) -> Cause:
    """What stands behind another price of one person."""
    if before.segments != after.segments:
        return Cause.SEGMENT
    return Cause.PAYER if before.payers != after.payers else Cause.PRICE
