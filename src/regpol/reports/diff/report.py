"""Everything two sides of a comparison differ in, gathered once, for a page and for a program."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from regpol.budget.contribution import Base, Terms, minimum_wage, tariffs
from regpol.decision.effects import Comparison, Moment, RuleChange
from regpol.decision.value_changes import ValueChange
from regpol.law.model import Rulebook
from regpol.project.policy import NO_POLICY
from regpol.terms.answer import Evidence


@dataclass(frozen=True)
class MonthlyChange:
    """What one person's contribution comes to in a month on either side, by all payers together."""

    segment: str
    programme: str
    before: int | None
    after: int | None
    evidence: Evidence


@dataclass(frozen=True)
class DiffReport:
    """A comparison of two sides. ``answers`` is None where no region was given to ask for."""

    names: tuple[str, str]
    moments: tuple[Moment, Moment]
    region: str
    region_name: str
    values: tuple[ValueChange, ...]
    rules: tuple[RuleChange, ...]
    answers: Comparison | None
    monthly: tuple[MonthlyChange, ...]
    bases: tuple[Base, ...]
    risk_group: str

    @property
    def rulebook(self) -> Rulebook:
        """The rulebook of the later side."""
        return self.moments[1].rulebook

    @property
    def moved(self) -> bool:
        """Whether anything differs that somebody must act on."""
        return bool(self.values or self.rules or (self.answers and self.answers.flips))


def monthly_changes(old: Moment, new: Moment, region: str) -> tuple[tuple[MonthlyChange, ...], tuple[Base, ...], str]:
    """The contributions of one person that differ, the wage bases they were counted on, and the risk group taken.

    The lowest risk group stands in where the region chose none; it is named beside the amounts.
    """
    group = next(iter(new.rulebook.vocabulary.get("kelompok_risiko", ())), "")
    policy = replace(NO_POLICY, risk_group=group)
    terms = tuple(Terms(side.day, side.budget_year, region, policy) for side in (old, new))
    bases = tuple(minimum_wage(side.rulebook, it) for side, it in zip((old, new), terms, strict=True))
    found = tuple(_monthly((old.rulebook, new.rulebook), terms, bases))
    return found, bases, group


def _monthly(
    books: tuple[Rulebook, Rulebook], terms: tuple[Terms, ...], bases: tuple[Base, ...]
) -> Iterator[MonthlyChange]:
    matters = {(it.segment, it.programme): it for book in books for it in book.contributions if it.monthly}
    for segment, programme in matters:
        amounts: list[int | None] = []
        grades = []
        for book, it, base in zip(books, terms, bases, strict=True):
            found = tariffs(book, programme, segment, it)
            parts = [tariff.amount(base.sen) for tariff in found]
            amounts.append(None if not parts or None in parts else sum(part for part in parts if part is not None))
            grades += [tariff.evidence for tariff in found]
        before, after = amounts
        if before != after:
            grade = min((*grades, *(base.evidence for base in bases)), default=Evidence.NOT_FOUND)
            yield MonthlyChange(segment, programme, before, after, grade)
