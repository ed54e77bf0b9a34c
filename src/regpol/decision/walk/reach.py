"""Which situations can occur at all: whom a category makes one, what regions there are, which segment is open.

A segment that the law does not leave open for a category is not walked for it, nor a fact that the
category rules out, nor a region that does not exist.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from regpol.decision.findings import Decider
from regpol.decision.open_facts import decide_part
from regpol.decision.segment import settled_segment
from regpol.law.model import Question
from regpol.situations.target import Known, Moment, Target, possible_cells
from regpol.terms.answer import Answer
from regpol.terms.dates import Period, split_year
from regpol.terms.problems import Refused

Block = tuple[tuple[int, ...], ...]
"""For each fact of a target the cells that can occur together: every combination of them is a situation."""

Kinds = tuple[Mapping[str, str], ...]
"""The attributes of the kinds of region there are."""


@dataclass(frozen=True)
class Stretch:
    """Days of one budget year between which no rule of a target begins or ends."""

    period: Period
    budget_year: int

    @property
    def moment(self) -> Moment:
        """The first of its days, which stands for all."""
        return Moment(self.period.start, self.budget_year)


@dataclass(frozen=True)
class Reach:
    """What can occur of one target, stretch by stretch; ``people`` tells a category that is in each block.

    The first category of a cell need not be in every block the cell is in: another one may leave more open.
    """

    target: Target
    stretches: tuple[tuple[Stretch, tuple[Block, ...]], ...]
    people: dict[Block, str]

    @property
    def size(self) -> int:
        """About how much there is to walk."""
        return self.target.size * len(self.stretches)


def reach(decider: Decider, kinds: Kinds, years: tuple[int, ...]) -> tuple[Reach, ...]:
    """Everything that can occur in these kinds of region and budget years, target by target."""
    people = tuple(_people(decider, kinds))
    segments = _Segments(decider)
    return tuple(_of_target(target, people, segments, years) for target in decider.targets.values())


def _people(decider: Decider, kinds: Kinds) -> Iterator[dict[str, str]]:
    """Each category in each kind of region where there are such people."""
    for category in decider.rulebook.leaves:
        implied = dict(decider.rulebook.categories[category].implies)
        for kind in kinds:
            if all(implied.get(fact, value) == value for fact, value in kind.items()):
                yield {**kind, **implied, "kategori": category}


class _Segments:
    """The segments that stay possible for a person at a moment, each decided once."""

    def __init__(self, decider: Decider) -> None:
        self._decider = decider
        (self.target,) = decider.parts[Question.SEGMENT]
        self._kept: dict[tuple[Block, Moment], tuple[str, ...]] = {}

    def of(self, person: Known, moment: Moment) -> tuple[str, ...]:
        """The codes of the segments."""
        key = self.target.choices(person), self.target.first_alike(moment)
        if key not in self._kept:
            self._kept[key] = self._decide(person, moment)
        return self._kept[key]

    def _decide(self, person: Known, moment: Moment) -> tuple[str, ...]:
        terms = self._decider.rulebook.vocabulary[Question.SEGMENT.vocabulary]
        try:
            found = decide_part(self._decider, self.target, person, moment, Answer.UNSETTLED)
        except Refused:
            # the gap itself is found when the segment is walked; what comes after it may be anything
            return tuple(code for code, term in terms.items() if not term.elsewhere)
        return settled_segment(found.findings, terms).candidates


def _of_target(
    target: Target, people: tuple[dict[str, str], ...], segments: _Segments, years: tuple[int, ...]
) -> Reach:
    alike = {(target.choices(person), segments.target.choices(person)): person for person in people}
    place = next((i for i, axis in enumerate(target.axes) if axis.fact.question is Question.SEGMENT), None)
    stretches = []
    seen: dict[Block, str] = {}
    for year in years:
        for period in split_year(year, target.cuts):
            blocks: dict[Block, str] = {}
            for (choices, _), person in alike.items():
                if place is None:
                    blocks.setdefault(choices, person["kategori"])
                    continue
                axis = target.axes[place]
                for moment in _moments(period, year, segments.target):
                    cells = possible_cells(axis, {axis.fact.code: segments.of(person, moment)})
                    blocks.setdefault((*choices[:place], cells, *choices[place + 1 :]), person["kategori"])
            stretches.append((Stretch(period, year), tuple(blocks)))
            seen = {**blocks, **seen}
    return Reach(target, tuple(stretches), seen)


def _moments(period: Period, year: int, segment: Target) -> Iterator[Moment]:
    """The days of a period from which on the segment may be another."""
    yield Moment(period.start, year)
    yield from (Moment(cut, year) for cut in segment.cuts if period.start < cut <= period.end)
