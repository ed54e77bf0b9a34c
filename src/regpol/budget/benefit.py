"""What a programme gives one person or the heirs in an event, in exact whole rupiah.

Like contributions, benefits have no formulas of their own: each item has a form and the values it reads.
What is not known stays None and says which value was not read; where sources differ, both amounts are kept.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from regpol.budget.contribution import Terms
from regpol.law.model import (
    Benefit,
    BenefitCondition,
    BenefitForm,
    BenefitItem,
    PersonFact,
    Rulebook,
    ValueRow,
)
from regpol.terms.answer import Evidence
from regpol.terms.dates import Force
from regpol.terms.money import MILLION, SEN, Rate

YEAR = 12


class Need(StrEnum):
    """What has to be told before an item can be counted."""

    BASE = "base"
    MONTHS = "months_paid"


@dataclass(frozen=True)
class Claimant:
    """What is known of the person: ``base`` in sen, numbers by fact, and the school level of each child."""

    base: int | None
    numbers: Mapping[PersonFact, int]
    children: tuple[str, ...] = ()


@dataclass(frozen=True)
class Condition:
    """A condition with the threshold in words, and whether it is met as far as is known."""

    text: str
    threshold: str
    met: Force


@dataclass(frozen=True)
class Amount:
    """A sum in whole rupiah as one source has it, each time it is paid and altogether, where it can be counted."""

    each: int
    total: int | None
    evidence: Evidence
    note: str = ""


@dataclass(frozen=True)
class ChildAmount:
    """What one child at a school level gets a year, for how many years, and to the last level."""

    level: str
    each: int
    years: int | None
    to_the_end: int | None


@dataclass(frozen=True)
class Due:
    """One item: the amounts of all sources (none if it is in kind or unread), and what stands in its way.

    ``unread`` names the values that were not found, ``needs`` what has to be told before it can be counted.
    """

    item: BenefitItem
    amounts: tuple[Amount, ...]
    children: tuple[ChildAmount, ...]
    tariff: str
    duration: str
    at_most: str
    conditions: tuple[Condition, ...]
    unread: tuple[str, ...]
    needs: tuple[Need, ...]
    evidence: Evidence


@dataclass(frozen=True)
class BenefitDue:
    """A benefit with its items counted, its conditions weighed and its deadlines in words."""

    benefit: Benefit
    force: Force
    items: tuple[Due, ...]
    conditions: tuple[Condition, ...]
    deadlines: tuple[str, ...]
    lapse: str


def benefit_due(rulebook: Rulebook, benefit: Benefit, claimant: Claimant, terms: Terms) -> BenefitDue:
    """What a benefit comes to on a day for a person."""
    return _Counting(rulebook, claimant, terms).benefit(benefit)


class _Counting:
    def __init__(self, rulebook: Rulebook, claimant: Claimant, terms: Terms) -> None:
        self._book = rulebook
        self._claimant = claimant
        self._terms = terms

    def benefit(self, benefit: Benefit) -> BenefitDue:
        return BenefitDue(
            benefit,
            benefit.validity.on(self._terms.day, self._terms.budget_year),
            tuple(self._item(item) for item in benefit.items),
            tuple(self._condition(condition) for condition in benefit.conditions),
            tuple(self._words(step.deadline) for step in benefit.steps),
            self._words(benefit.lapse),
        )

    def _row(self, name: str, **keys: str) -> ValueRow | None:
        if not name:
            return None
        return self._book.values[name].on(self._terms.day, self._terms.budget_year, keys)

    def _words(self, name: str) -> str:
        if not name:
            return ""
        row = self._row(name)
        return self._book.values[name].words(row.amount) if row else "belum terbaca"

    def _item(self, item: BenefitItem) -> Due:
        row = self._row(item.value)
        grade = min(item.evidence, row.evidence) if row else item.evidence
        children = self._children(item) if item.form is BenefitForm.PER_CHILD else ()
        return Due(
            item,
            self._amounts(item, row, grade),
            children,
            self._tariff(item, row),
            self._words(item.months),
            self._words(item.at_most),
            tuple(self._condition(condition) for condition in item.conditions),
            tuple(self._unread(item, row, children)),
            tuple(self._needs(item)),
            grade,
        )

    def _needs(self, item: BenefitItem) -> Iterator[Need]:
        if item.form in _ON_WAGE and self._claimant.base is None:
            yield Need.BASE
        if item.form is BenefitForm.PENSION and PersonFact.MONTHS_PAID not in self._claimant.numbers:
            yield Need.MONTHS

    def _tariff(self, item: BenefitItem, row: ValueRow | None) -> str:
        """How the item is counted, where it is not simply a sum."""
        if row is None or item.form is BenefitForm.NOMINAL:
            return ""
        return self._book.values[item.value].words(row.amount)

    def _unread(self, item: BenefitItem, row: ValueRow | None, children: tuple[ChildAmount, ...]) -> list[str]:
        names = [item.value] if item.value and row is None and not children else []
        read = (item.cap, item.lowest, item.highest, item.months, item.share, item.months_counted)
        names += [name for name in read if name and not self._row(name)]
        return names

    def _amounts(self, item: BenefitItem, row: ValueRow | None, grade: Evidence) -> tuple[Amount, ...]:
        if row is None:
            return ()
        found = [(row.amount, grade, row.note)]
        found += [(other.amount, min(item.evidence, other.evidence), other.note) for other in row.others]
        counted = [(self._each(item, amount), evidence, note) for amount, evidence, note in found]
        months = self._row(item.months)
        return tuple(
            Amount(each, each * months.amount if months else None, evidence, note)
            for each, evidence, note in counted
            if each is not None
        )

    def _each(self, item: BenefitItem, amount: int) -> int | None:
        base, rounding = self._claimant.base, self._terms.policy.rounding
        if item.form is BenefitForm.NOMINAL:
            return amount // SEN
        if item.form not in _ON_WAGE or base is None:
            return None
        if item.cap:
            cap = self._row(item.cap)
            if cap is None:
                return None
            base = min(base, cap.amount)
        if item.form is BenefitForm.TIMES_WAGE:
            return Rate(MILLION).of(base * amount, rounding)
        if item.form is BenefitForm.PENSION:
            return self._pension(item, base, amount)
        return Rate(amount).of(base, rounding)

    def _pension(self, item: BenefitItem, base: int, millionths: int) -> int | None:
        """A share of the average wage for each year paid; what part of it, and within which limits, if any."""
        months = self._claimant.numbers.get(PersonFact.MONTHS_PAID)
        read = {name: self._row(name) for name in (item.lowest, item.highest, item.share, item.months_counted) if name}
        amounts = {name: row.amount for name, row in read.items() if row}
        if months is None or len(amounts) < len(read):
            return None
        months = max(months, amounts.get(item.months_counted, 0))
        share = amounts.get(item.share, MILLION)
        addend = self._terms.policy.rounding.addend * YEAR * MILLION
        monthly = (base * millionths * months * share + addend) // (MILLION * SEN * YEAR * MILLION)
        highest = amounts.get(item.highest)
        capped = monthly if highest is None else min(monthly, highest // SEN)
        return max(capped, amounts.get(item.lowest, 0) // SEN)

    def _children(self, item: BenefitItem) -> tuple[ChildAmount, ...]:
        """For each child, or for each level where no child is told."""
        levels = self._claimant.children or tuple(self._book.vocabulary[_LEVELS])
        return tuple(child for level in levels if (child := self._child(item, level)))

    def _child(self, item: BenefitItem, level: str) -> ChildAmount | None:
        row, years = self._row(item.value, **{_LEVELS: level}), self._row(item.years, **{_LEVELS: level})
        if row is None:
            return None
        levels = list(self._book.vocabulary[_LEVELS])
        total: int | None = 0
        for later in levels[levels.index(level) :]:
            amount, length = self._row(item.value, **{_LEVELS: later}), self._row(item.years, **{_LEVELS: later})
            total = total + amount.amount // SEN * length.amount if amount and length and total is not None else None
        return ChildAmount(level, row.amount // SEN, years.amount if years else None, total)

    def _condition(self, it: BenefitCondition) -> Condition:
        if it.fact is None:
            return Condition(it.text, "", Force.UNCERTAIN)
        verdicts, told = [], []
        for name, word, compare in ((it.at_least, "paling sedikit", _reaches), (it.below, "kurang dari", _stays_below)):
            if name:
                row = self._row(name)
                told.append(f"{word} {self._words(name)}")
                unit = self._book.values[name].unit
                limit = row.amount * (YEAR if unit == "tahun" and it.fact in _IN_MONTHS else 1) if row else None
                verdicts.append(compare(self._claimant.numbers, it.fact, limit))
        return Condition(it.text, ", ".join(told), min(verdicts, key=_ORDER.index))


_LEVELS = "jenjang_pendidikan"
_ON_WAGE = frozenset({BenefitForm.TIMES_WAGE, BenefitForm.SHARE_OF_WAGE, BenefitForm.PENSION})
_IN_MONTHS = frozenset({PersonFact.MONTHS_PAID, PersonFact.MONTHS_MEMBER, PersonFact.MONTHS_IN_A_ROW})
_ORDER = (Force.NO, Force.UNCERTAIN, Force.YES)
_AT_MOST = {PersonFact.MONTHS_IN_A_ROW: PersonFact.MONTHS_PAID, PersonFact.AGE_AT_ENTRY: PersonFact.AGE}
"""Facts that can be no greater than another one: months in a row, and the age when one entered."""

Numbers = Mapping[PersonFact, int]


def _reaches(numbers: Numbers, fact: PersonFact, limit: int | None) -> Force:
    if limit is None:
        return Force.UNCERTAIN
    if fact in numbers:
        return Force.YES if numbers[fact] >= limit else Force.NO
    bound = numbers.get(_AT_MOST[fact]) if fact in _AT_MOST else None
    return Force.NO if bound is not None and bound < limit else Force.UNCERTAIN


def _stays_below(numbers: Numbers, fact: PersonFact, limit: int | None) -> Force:
    if limit is None:
        return Force.UNCERTAIN
    if fact in numbers:
        return Force.YES if numbers[fact] < limit else Force.NO
    bound = numbers.get(_AT_MOST[fact]) if fact in _AT_MOST else None
    return Force.YES if bound is not None and bound < limit else Force.UNCERTAIN
