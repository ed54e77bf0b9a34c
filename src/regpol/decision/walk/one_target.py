"""Walks every reachable situation of one target and keeps what the walk shows of its rules.

Only the reference evaluator walks the whole space. Situations in which the same conditions hold are
decided once and counted as often as they occur.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from regpol.decision.outcome import Conflict, Outcome, outcome_of
from regpol.decision.reference import Tabulated
from regpol.decision.walk.reach import Block, Reach, Stretch
from regpol.decision.walk.words import Cells, cells_in_words, merged, periods_in_words, person_in_words
from regpol.law.model import Ladder, Rule
from regpol.terms.answer import Answer
from regpol.terms.dates import Force


@dataclass(frozen=True)
class FoundGap:
    """The situations that lack an answer on one object."""

    object: str
    count: int
    cells: str
    periods: str
    example: str


@dataclass(frozen=True)
class FoundConflict:
    """Two norms that stand against each other with nothing to explain it."""

    conflict: Conflict
    count: int
    example: str


@dataclass(frozen=True)
class TargetWalk:
    """What walking one target showed. ``hidden``: rules in force that did not show, how often, and behind which."""

    name: str
    situations: int
    answers: dict[Answer, int]
    met: frozenset[str]
    in_force: frozenset[str]
    shown: frozenset[str]
    hidden: dict[str, tuple[int, tuple[str, ...]]]
    applied: frozenset[tuple[str, str]]
    gaps: tuple[FoundGap, ...]
    conflicts: tuple[FoundConflict, ...]


def walk_target(reach: Reach, ladder: Ladder) -> TargetWalk:
    """Decides every situation that can occur of a target."""
    walker = _Walker(reach, ladder)
    for stretch, blocks in reach.stretches:
        walker.walk(stretch, blocks)
    return walker.result()


@dataclass(frozen=True)
class _Space:
    """The conditions that hold in each situation, by its number, and how often each set of them occurs."""

    holding: dict[int, int]
    counts: Counter[int]


@dataclass
class _Walker:
    reach: Reach
    ladder: Ladder
    situations: int = 0
    answers: Counter[Answer] = field(default_factory=Counter)
    met: set[str] = field(default_factory=set)
    in_force: set[str] = field(default_factory=set)
    shown: set[str] = field(default_factory=set)
    hidden: Counter[str] = field(default_factory=Counter)
    behind: dict[str, Counter[str]] = field(default_factory=dict)
    applied: set[tuple[str, str]] = field(default_factory=set)
    gaps: dict[str, dict[frozenset[int], list[Stretch]]] = field(default_factory=dict)
    conflicts: Counter[Conflict] = field(default_factory=Counter)
    examples: dict[Conflict, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.target = self.reach.target
        self._table = Tabulated(self.target)
        self._spaces: dict[tuple[Block, ...], _Space] = {}
        self._outcomes: dict[tuple[tuple[str, Force], ...], Outcome] = {}

    def walk(self, stretch: Stretch, blocks: tuple[Block, ...]) -> None:
        """Every situation of one stretch of time."""
        space = self._space(blocks)
        moment = stretch.moment
        force = {rule.id: rule.validity.on(moment.day, moment.budget_year) for rule in self.target.rules}
        open_gaps: dict[str, set[int]] = {}
        for holding, count in space.counts.items():
            outcome = self._outcome([(rule, force[rule.id]) for rule in self._table.met(holding)])
            self._tally(outcome, count)
            for name in outcome.gaps:
                open_gaps.setdefault(name, set()).add(holding)
            for conflict in outcome.conflicts - self.examples.keys():
                index = min(index for index, held in space.holding.items() if held == holding)
                self.examples[conflict] = person_in_words(self.reach, self._cells(index), stretch)
        for name, holdings in open_gaps.items():
            indexes = frozenset(index for index, holding in space.holding.items() if holding in holdings)
            self.gaps.setdefault(name, {}).setdefault(indexes, []).append(stretch)
        self.situations += len(space.holding)

    def _space(self, blocks: tuple[Block, ...]) -> _Space:
        """What holds in each situation of these blocks; each situation once."""
        if blocks not in self._spaces:
            space: dict[int, int] = {}
            for block in blocks:
                indexes, held = [0], [self._table.everything]
                for axis, table, cells in zip(self.target.axes, self._table.cells, block, strict=True):
                    indexes = [index * axis.size + cell for index in indexes for cell in cells]
                    held = [holding & table[cell] for holding in held for cell in cells]
                space.update(zip(indexes, held, strict=True))
            self._spaces[blocks] = _Space(space, Counter(space.values()))
        return self._spaces[blocks]

    def _cells(self, index: int) -> Cells:
        cells = []
        for axis in reversed(self.target.axes):
            index, cell = divmod(index, axis.size)
            cells.append(cell)
        return tuple(reversed(cells))

    def _outcome(self, met: list[tuple[Rule, Force]]) -> Outcome:
        key = tuple((rule.id, force) for rule, force in met)
        if key not in self._outcomes:
            self._outcomes[key] = outcome_of(self.target, met, self.ladder)
        return self._outcomes[key]

    def _tally(self, outcome: Outcome, count: int) -> None:
        self.met |= outcome.met
        self.in_force |= outcome.in_force
        self.shown |= outcome.shown
        self.applied |= outcome.applied
        for answer in outcome.answers:
            self.answers[answer] += count
        for rule, behind in outcome.hidden.items():
            self.hidden[rule] += count
            self.behind.setdefault(rule, Counter()).update(dict.fromkeys(behind, count))
        for conflict in outcome.conflicts:
            self.conflicts[conflict] += count

    def result(self) -> TargetWalk:
        """What the walk showed."""
        covered = {rule: self.hidden[rule] for rule in sorted(self.hidden) if rule not in self.shown}
        return TargetWalk(
            self.target.name,
            self.situations,
            {answer: self.answers[answer] for answer in Answer if answer in self.answers},
            frozenset(self.met),
            frozenset(self.in_force),
            frozenset(self.shown),
            {rule: (count, _most(self.behind[rule])) for rule, count in covered.items()},
            frozenset(self.applied),
            tuple(self._gap(name, groups) for name, groups in sorted(self.gaps.items())),
            tuple(FoundConflict(it, self.conflicts[it], self.examples[it]) for it in sorted(self.conflicts)),
        )

    def _gap(self, name: str, groups: dict[frozenset[int], list[Stretch]]) -> FoundGap:
        """The largest group of situations in words; those of other times are counted with it."""
        largest = max(groups, key=lambda indexes: (len(indexes) * len(groups[indexes]), sorted(indexes)))
        boxes = merged(map(self._cells, largest), len(self.target.axes))
        every = frozenset().union(*groups)
        if every != largest:
            boxes = merged(map(self._cells, every), len(self.target.axes))
        stretches = [stretch for group in groups.values() for stretch in group]
        return FoundGap(
            name,
            sum(len(indexes) * len(group) for indexes, group in groups.items()),
            cells_in_words(self.target, boxes),
            periods_in_words(stretches),
            person_in_words(self.reach, self._cells(min(largest)), min(groups[largest], key=lambda it: it.period)),
        )


def _most(behind: Counter[str]) -> tuple[str, ...]:
    return tuple(rule for rule, _ in sorted(behind.items(), key=lambda pair: (-pair[1], pair[0])))


def total_answers(walks: Iterable[TargetWalk]) -> dict[Answer, int]:
    """How often each answer was given, all ten of them."""
    added: Counter[Answer] = Counter()
    for walk in walks:
        added.update(walk.answers)
    return {answer: added[answer] for answer in Answer}
