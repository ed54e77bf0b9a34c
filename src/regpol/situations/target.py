"""A question over one region: its rules, the facts they read, and the situations those make.

A question about several objects falls into as many targets as its rules read different facts: which
money may pay is asked of each fund by its own few facts, and nobody walks the product of them all.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import product
from math import prod

from regpol.law.model import Question, Rule, Rulebook
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


Known = Mapping[str, FactValue | tuple[FactValue, ...] | None]
"""What is known of a case; a tuple is several values that are all possible."""


def possible_cells(axis: Axis, known: Known) -> tuple[int, ...]:
    """The cells of a fact a case may be in: one if the fact is known, several or all if it is not."""
    value = known.get(axis.fact.code)
    if value is None or value == ():
        return tuple(range(axis.size))
    if isinstance(value, tuple):
        return tuple(sorted({axis.cell_of(one) for one in value}))
    return (axis.cell_of(value),)


@dataclass(frozen=True, order=True)
class Moment:
    """A day of a budget year: what decides which norms are in force."""

    day: date
    budget_year: int


@dataclass(frozen=True)
class Situation:
    """A combination of cells of one target, by its name, at one moment. Whoever is in it gets the same findings."""

    target: str
    cells: tuple[int, ...]
    moment: Moment


@dataclass(frozen=True)
class Target:
    """A question, on those of its objects whose rules read the same facts, as it stands in one region."""

    name: str
    question: Question
    objects: tuple[str, ...]
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

    def choices(self, known: Known) -> tuple[tuple[int, ...], ...]:
        """For each axis, the cells a case may be in."""
        return tuple(possible_cells(axis, known) for axis in self.axes)

    def situations(self, moment: Moment) -> Iterator[Situation]:
        """Every situation of a moment."""
        for cells in product(*(range(axis.size) for axis in self.axes)):
            yield Situation(self.name, cells, moment)

    def first_alike(self, moment: Moment) -> Moment:
        """The first day of the same year that no rule tells apart from the day of a moment."""
        first = date(moment.day.year, 1, 1)
        return Moment(max((first, *(cut for cut in self.cuts if cut <= moment.day))), moment.budget_year)

    @cached_property
    def cuts(self) -> tuple[date, ...]:
        """The days on which an answer may change."""
        return tuple(sorted({day for rule in self.rules for day in rule.validity.cuts}))


def targets(rulebook: Rulebook, region: str) -> dict[str, Target]:
    """The targets of a region by name, each after those whose answers it reads.

    Raises:
        Refused: if a target breaks up into more situations than can be walked.
    """
    made = [target for question in ORDER for target in _targets_of(rulebook, question, region)]
    too_large = [
        TooManySituations(place=NOWHERE, question=it.name, count=it.size, facts=it.facts, limit=LIMIT)
        for it in made
        if it.size > LIMIT
    ]
    if too_large:
        raise Refused(*too_large)
    return {target.name: target for target in made}


def _targets_of(rulebook: Rulebook, question: Question, region: str) -> Iterator[Target]:
    rules = tuple(rulebook.rules_for(question, region))
    groups = _alike(question, tuple(rulebook.vocabulary[question.vocabulary]), rules)
    for objects in groups:
        own = tuple(rule for rule in rules if not objects.isdisjoint(rule.norm.objects))
        named = tuple(code for code in rulebook.vocabulary[question.vocabulary] if code in objects)
        name = f"{question}/{named[0]}" if len(groups) > 1 else str(question)
        yield Target(name, question, named, own, joint_axes(rulebook, own))


def _alike(question: Question, objects: tuple[str, ...], rules: tuple[Rule, ...]) -> list[frozenset[str]]:
    """The objects in groups that read the same facts; those that compete for one answer stay together."""
    if question.single:
        return [frozenset(objects)]
    groups: dict[frozenset[str], list[str]] = {}
    for code in objects:
        read = frozenset(fact for rule in rules if code in rule.norm.objects for fact in rule.facts)
        groups.setdefault(read, []).append(code)
    return [frozenset(group) for group in groups.values()]


def joint_axes(rulebook: Rulebook, rules: Iterable[Rule]) -> tuple[Axis, ...]:
    """For each fact that any of these rules reads, the cells that tell apart what all of them do together."""
    tests = [test for rule in rules for condition in rule.conditions for test in condition]
    read = {test.fact for test in tests}
    return tuple(axis_for(fact, tests) for fact in rulebook.facts.values() if fact.code in read)
