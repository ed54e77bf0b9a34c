"""Discounts on contributions: who gets them, for which months, and not where a public budget pays."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from regpol.budget.contribution import Tariff, Terms
from regpol.law.model import Among, Discount, Rulebook, Test
from regpol.situations.axis import FactValue
from regpol.terms.answer import Evidence
from regpol.terms.dates import Force

Facts = Mapping[str, FactValue]


@dataclass(frozen=True)
class Relief:
    """A discount that a case gets or may get.

    ``verdict`` is uncertain where a condition cannot be checked, or a fact is ``missing``.
    """

    discount: Discount
    share: int
    verdict: Force
    missing: bool
    evidence: Evidence

    def of(self, tariff: Tariff) -> Tariff:
        """What is left of a tariff, known no better than the discount."""
        left = tariff.reduced(self.share)
        return replace(left, evidence=min(left.evidence, self.evidence))

    def given_from(self, fund: str) -> bool:
        """Whether money from a fund gets it."""
        return fund not in self.discount.not_from


def reliefs(rulebook: Rulebook, programme: str, segment: str, facts: Facts, terms: Terms) -> tuple[Relief, ...]:
    """The discounts on a month of a programme in a segment."""
    found = []
    for discount in rulebook.discounts:
        if segment != discount.segment or programme not in discount.programmes:
            continue
        held = _holds(discount, facts)
        row = rulebook.values[discount.share].on(terms.day, terms.budget_year, {})
        if held is Force.NO or row is None or discount.validity.on(terms.day, terms.budget_year) is not Force.YES:
            continue
        verdict = Force.UNCERTAIN if discount.provided else held
        grade = min(discount.evidence, row.evidence)
        found.append(Relief(discount, row.amount, verdict, held is Force.UNCERTAIN, grade))
    return tuple(found)


def _holds(discount: Discount, facts: Facts) -> Force:
    """Whether a case meets a discount's conditions, as far as its facts tell."""
    told = [[_test(test, facts) for test in condition] for condition in discount.conditions]
    return max((min(tests, key=_strength, default=Force.YES) for tests in told), key=_strength)


def _strength(force: Force) -> int:
    return (Force.NO, Force.UNCERTAIN, Force.YES).index(force)


def _test(test: Test, facts: Facts) -> Force:
    value = facts.get(test.fact)
    if value is None:
        return Force.UNCERTAIN
    if isinstance(test, Among):
        return Force.YES if value in test.codes else Force.NO
    number = int(value)
    inside = (test.low is None or number >= test.low) and (test.high is None or number <= test.high)
    return Force.YES if inside else Force.NO


def payable(rulebook: Rulebook, tariff: Tariff, found: tuple[Relief, ...], fund: str) -> Tariff:
    """The tariff that is due from a fund.

    A discount is only counted where it is certain and the one whom the law lets pay also pays from his own
    fund: for money of somebody else the texts do not say.
    """
    owners = rulebook.vocabulary["dana"]
    for relief in found:
        own_money = fund in owners and owners[fund].owner == tariff.payer
        if relief.verdict is Force.YES and own_money and relief.given_from(fund):
            return relief.of(tariff)
    return tariff
