"""One question over one region: its rules, the facts they read, and the situations those make."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from math import prod

from regpol.law.model import Origin, Question, Rule, Rulebook
from regpol.situations.axis import Axis, FactValue, axis_for
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.law import TooManySituations

LIMIT = 1_000_000
ORDER = (
    Question.SEGMENT,
    Question.MEMBERSHIP,
    Question.PROGRAMME,
    Question.DUTY,
    Question.FUNDING,
    Question.DOCUMENT,
)
"""The questions so that each stands after those whose answers it reads."""


@dataclass(frozen=True, order=True)
class Moment:
    """A day of a budget year: what decides which norms are in force."""

    day: date
    budget_year: int


@dataclass(frozen=True)
class Situation:
    """A combination of cells of one question at one moment. Whoever is in it gets the same findings."""

    question: Question
    cells: tuple[int, ...]
    moment: Moment


@dataclass(frozen=True)
class Target:
    """A question as it stands in one region."""

    question: Question
    rules: tuple[Rule, ...]
    axes: tuple[Axis, ...]

    @property
    def facts(self) -> tuple[str, ...]:
        """The codes of the facts its rules read, in the order of the cells."""
        return tuple(axis.fact.code for axis in self.axes)

    @property
    def size(self) -> int:
        """How many situations one moment has."""
        return prod(axis.size for axis in self.axes)

    def values(self, situation: Situation) -> dict[str, FactValue]:
        """A concrete person who lands in the situation."""
        return {
            axis.fact.code: axis.representative(cell) for axis, cell in zip(self.axes, situation.cells, strict=True)
        }

    def labels(self, situation: Situation) -> dict[str, str]:
        """The situation in words, by fact."""
        return {axis.fact.code: axis.label(cell) for axis, cell in zip(self.axes, situation.cells, strict=True)}

    def choices(self, known: Mapping[str, FactValue | tuple[FactValue, ...] | None]) -> tuple[tuple[int, ...], ...]:
        """For each axis, the cells a case may be in: one if the fact is known, several or all if it is not."""
        made = []
        for axis in self.axes:
            value = known.get(axis.fact.code)
            if value is None or value == ():
                made.append(tuple(range(axis.size)))
            elif isinstance(value, tuple):
                made.append(tuple(sorted({axis.cell_of(one) for one in value})))
            else:
                made.append((axis.cell_of(value),))
        return tuple(made)

    def situations(self, moment: Moment) -> Iterator[Situation]:
        """Every situation of a moment."""
        for cells in product(*(range(axis.size) for axis in self.axes)):
            yield Situation(self.question, cells, moment)

    def first_alike(self, moment: Moment) -> Moment:
        """The first day of the same year that no rule tells apart from the day of a moment."""
        first = date(moment.day.year, 1, 1)
        return Moment(max((first, *(cut for cut in self.cuts if cut <= moment.day))), moment.budget_year)

    @cached_property
    def cuts(self) -> tuple[date, ...]:
        """The days on which an answer may change."""
        return tuple(sorted({day for rule in self.rules for day in rule.validity.cuts}))


def targets(rulebook: Rulebook, region: str) -> dict[Question, Target]:
    """The questions of a region.

    Raises:
        Refused: if a question breaks up into more situations than can be walked.
    """
    made = {}
    for question in ORDER:
        rules = tuple(rulebook.rules_for(question, region))
        read = {fact for rule in rules for fact in rule.facts}
        tests = [test for rule in rules for condition in rule.conditions for test in condition]
        facts = [fact for fact in rulebook.facts.values() if fact.code in read]
        target = Target(question, rules, tuple(axis_for(fact, tests) for fact in facts))
        if target.size > LIMIT:
            problem = TooManySituations(
                place=NOWHERE, question=str(question), count=target.size, facts=target.facts, limit=LIMIT
            )
            raise Refused(problem)
        made[question] = target
    return made


def asked_facts(target: Target) -> tuple[str, ...]:
    """The facts of a target that a person or a region brings, not the question itself."""
    asked = {Origin.PERSON, Origin.REGION}
    return tuple(axis.fact.code for axis in target.axes if axis.fact.origin in asked)
