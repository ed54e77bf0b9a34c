"""Marginal bands over the value of a contract: each rate counts only the slice that lies in its band."""

from dataclasses import dataclass

from regpol.budget.contribution import Terms
from regpol.law.model import Contribution, Rulebook
from regpol.terms.answer import Evidence
from regpol.terms.money import MILLION, SEN, Rate, Rounding, rupiah_from_sen


@dataclass(frozen=True)
class Band:
    """A slice up to ``limit`` in sen (the last one has none), and its rate in millionths."""

    limit: int | None
    millionths: int

    @property
    def label(self) -> str:
        """The band as the law writes it."""
        return f"{Rate(self.millionths)} " + (f"sampai {rupiah_from_sen(self.limit)}" if self.limit else "di atasnya")


@dataclass(frozen=True)
class Bands:
    """The bands of a contribution in order, and how well they are known."""

    bands: tuple[Band, ...]
    evidence: Evidence

    def amount(self, value: int | None, rounding: Rounding) -> int | None:
        """Whole rupiah on a contract value in sen, rounded once.

        >>> made = Bands((Band(100, 2100), Band(None, 1700)), Evidence.MIRROR)
        >>> made.amount(1_000_000_000, Rounding.HALF_UP)
        17000
        """
        if value is None or not self.bands:
            return None
        total, floor = 0, 0
        for band in self.bands:
            ceiling = value if band.limit is None else min(value, band.limit)
            total += max(ceiling - floor, 0) * band.millionths
            floor = max(floor, ceiling)
        return (total + rounding.addend) // (MILLION * SEN)


def contract_bands(rulebook: Rulebook, it: Contribution, terms: Terms) -> Bands:
    """The bands of a contribution on a day; none where a rate or limit is not known."""
    limits, rates = rulebook.values[it.bands], rulebook.values[it.shares[0].value]
    names = [name for row in rates.rows for name, _ in row.keys]
    found: list[Band] = []
    evidence = it.evidence
    for code in rulebook.vocabulary[names[0]] if names else ():
        keys = {names[0]: code}
        rate, limit = (value.on(terms.day, terms.budget_year, keys) for value in (rates, limits))
        if rate is None or (found and found[-1].limit is None):
            return Bands((), Evidence.NOT_FOUND)
        evidence = min(evidence, rate.evidence, limit.evidence if limit else rate.evidence)
        found.append(Band(limit.amount if limit else None, rate.amount))
    return Bands(tuple(found), evidence)
