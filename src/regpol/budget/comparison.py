"""Three figures where the segment is open: a share of the wage base, the nominal floor, the nominal table.

With them the base at which the two come to the same, so that a region sees which side its choice lies on.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from regpol.budget.contribution import Base, Tariff, Terms, contributions, tariffs
from regpol.law.model import VALUE_KEYS, Contribution, Rulebook, Table, Value
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.money import LARGEST, SEN


@dataclass(frozen=True)
class ShareFigure:
    """What all payers pay together on the wage base, in one group, and where it meets the floor.

    ``break_even``: the smallest base in whole rupiah on which it is no less than the floor.
    """

    group: str
    amount: int | None
    break_even: int | None
    evidence: Evidence


@dataclass(frozen=True)
class TableKnown:
    """A nominal table that was not read, with what sources tell of it."""

    value: Value
    top: int | None
    share: int | None


@dataclass(frozen=True)
class Comparison:
    """The figures of one pair of segments, for the programmes that both have."""

    programmes: tuple[str, ...]
    by_wage: str
    by_nominal: str
    base: Base
    shares: tuple[ShareFigure, ...]
    floor: int | None
    floor_evidence: Evidence
    tables: tuple[TableKnown, ...]
    wage_grounds: tuple[Citation, ...]
    nominal_grounds: tuple[Citation, ...]


def comparisons(
    rulebook: Rulebook, programmes: Sequence[str], segments: Iterable[str], base: Base, terms: Terms
) -> tuple[Comparison, ...]:
    """A comparison for each pair of possible segments of which one counts by wage and one by nominal."""
    monthly: dict[str, list[tuple[str, tuple[Contribution, ...]]]] = {"upah": [], "nominal": []}
    for segment in segments:
        ways = [
            it
            for programme in programmes
            for it in contributions(rulebook, programme, segment, terms)
            if it.monthly and it.programme == programme
        ]
        if {it.programme for it in ways} == set(programmes) and len({it.basis for it in ways}) == 1:
            monthly[ways[0].basis].append((segment, tuple(ways)))
    return tuple(
        _Pair(rulebook, tuple(programmes), base, terms).compared(by_wage, by_nominal)
        for by_wage in monthly["upah"]
        for by_nominal in monthly["nominal"]
    )


@dataclass(frozen=True)
class _Pair:
    rulebook: Rulebook
    programmes: tuple[str, ...]
    base: Base
    terms: Terms

    def compared(
        self, by_wage: tuple[str, tuple[Contribution, ...]], by_nominal: tuple[str, tuple[Contribution, ...]]
    ) -> Comparison:
        floor_tariffs = self._tariffs(by_nominal[0], self.terms)
        floor = _sum(floor_tariffs, None)
        return Comparison(
            self.programmes,
            by_wage[0],
            by_nominal[0],
            self.base,
            tuple(self._share(by_wage[0], group, terms, floor) for group, terms in self._groups(by_wage[1])),
            floor,
            _weakest(floor_tariffs),
            tuple(self._table(it.table) for it in by_nominal[1] if it.table),
            tuple(it.citation for it in by_wage[1]),
            tuple(it.citation for it in by_nominal[1]),
        )

    def _tariffs(self, segment: str, terms: Terms) -> tuple[Tariff, ...]:
        found = (tariffs(self.rulebook, programme, segment, terms) for programme in self.programmes)
        return tuple(tariff for some in found for tariff in some)

    def _groups(self, ways: tuple[Contribution, ...]) -> list[tuple[str, Terms]]:
        """The risk group that policy chose, or each of them in turn."""
        named = [share.value for it in ways for share in it.shares]
        keyed = {name for value in named for row in self.rulebook.values[value].rows for name, _ in row.keys}
        lists = [name for name in VALUE_KEYS if name in keyed]
        chosen = self.terms.policy.risk_group
        if not lists or chosen:
            return [(chosen, self.terms)]
        groups = self.rulebook.vocabulary[lists[0]]
        return [(code, replace(self.terms, policy=replace(self.terms.policy, risk_group=code))) for code in groups]

    def _share(self, segment: str, group: str, terms: Terms, floor: int | None) -> ShareFigure:
        found = self._tariffs(segment, terms)
        amount = _sum(found, self.base.sen)
        return ShareFigure(group, amount, break_even(found, floor), min(_weakest(found), self.base.evidence))

    def _table(self, table: Table) -> TableKnown:
        rows = [
            self.rulebook.values[name].on(self.terms.day, self.terms.budget_year, {}) if name else None
            for name in (table.top, table.share)
        ]
        return TableKnown(self.rulebook.values[table.value], *(row.amount if row else None for row in rows))


def break_even(found: Sequence[Tariff], floor: int | None) -> int | None:
    """The smallest base in whole rupiah on which the tariffs together are no less than a floor in rupiah.

    None where a tariff or the floor is not known, or a cap keeps them below it.
    """
    highest = LARGEST // SEN
    top = _sum(found, LARGEST)
    if floor is None or top is None or top < floor:
        return None
    low, high = 0, highest
    while low < high:
        middle = (low + high) // 2
        amount = _sum(found, middle * SEN)
        if amount is not None and amount >= floor:
            high = middle
        else:
            low = middle + 1
    return low


def _sum(found: Sequence[Tariff], base: int | None) -> int | None:
    total = 0
    for tariff in found:
        amount = tariff.amount(base)
        if amount is None:
            return None
        total += amount
    return total if found else None


def _weakest(found: Sequence[Tariff]) -> Evidence:
    return min((tariff.evidence for tariff in found), default=Evidence.NOT_FOUND)
