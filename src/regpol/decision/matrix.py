"""Category by programme by fund for a region and a year: every cell answered, none left to guess."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from regpol.decision.case import CaseAnswer, PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.policy_room import Room, chosen_room
from regpol.decision.segment import Segment
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.dates import Period


class Source(StrEnum):
    """Where an answer comes from beside national law; values are what the files print."""

    LAW = ""
    REGION = "peraturan daerah"
    CHOICE = "pilihan kebijakan"


@dataclass(frozen=True)
class Cell:
    """A programme, or a programme paid from a fund, with its answer; ``room`` where the region chose it."""

    programme: Finding
    funding: Finding | None
    source: Source
    room: Room | None = None

    @property
    def finding(self) -> Finding:
        """The answer the cell shows."""
        return self.funding or self.programme

    @property
    def evidence(self) -> Evidence:
        """The weakest grade among the grounds of the answer and of the programme it pays."""
        findings = [self.programme, *([self.funding] if self.funding else [])]
        grades = [ground.rule.evidence for finding in findings for ground in finding.grounds]
        return min(grades, default=Evidence.NOT_FOUND)


@dataclass(frozen=True)
class Section:
    """A category in one period: its programmes, and each of them from each fund."""

    category: str
    period: Period
    segment: Segment
    programmes: tuple[Cell, ...]
    funding: tuple[Cell, ...]

    @property
    def cells(self) -> tuple[Cell, ...]:
        """Every cell; a programme no fund was asked for stands alone."""
        placed: dict[str, list[Cell]] = {}
        for cell in self.funding:
            placed.setdefault(cell.programme.object, []).append(cell)
        return tuple(cell for alone in self.programmes for cell in placed.get(alone.programme.object, [alone]))


@dataclass(frozen=True)
class Choice:
    """What of a matrix is wanted; an empty set wants everything."""

    programmes: frozenset[str] = frozenset()
    funds: frozenset[str] = frozenset()

    def programme(self, name: str) -> bool:
        """Whether a programme is wanted."""
        return not self.programmes or name in self.programmes

    def fund(self, name: str) -> bool:
        """Whether a fund is wanted."""
        return not self.funds or name in self.funds


def decide_matrix(decider: Decider, queries: tuple[Query, ...], wanted: Choice | None = None) -> tuple[Section, ...]:
    """The sections of every category asked, in order; each category is decided once."""
    choice = wanted or Choice()
    return tuple(section for query in queries for section in _sections(decide_case(decider, query), choice))


def _sections(answer: CaseAnswer, wanted: Choice) -> Iterator[Section]:
    policy, category = answer.query.policy, answer.query.category
    for period in answer.periods:
        yield Section(
            category,
            period.period,
            period.segment,
            tuple(_programmes(period, policy, category, wanted)),
            tuple(_funding(period, policy, category, wanted)),
        )


def _programmes(period: PeriodAnswer, policy: Policy, category: str, wanted: Choice) -> Iterator[Cell]:
    for finding in period.programmes:
        if wanted.programme(finding.object):
            room = chosen_room(period, finding, policy, category)
            yield Cell(finding, None, Source.CHOICE if room else _source(finding), room)


def _funding(period: PeriodAnswer, policy: Policy, category: str, wanted: Choice) -> Iterator[Cell]:
    programmes = {finding.object: finding for finding in period.programmes}
    for finding in period.funding:
        if wanted.programme(finding.programme) and wanted.fund(finding.object):
            room = chosen_room(period, finding, policy, category)
            yield Cell(programmes[finding.programme], finding, Source.CHOICE if room else _source(finding), room)


def _source(finding: Finding) -> Source:
    """Regional law, where a norm of the region is among the grounds."""
    own = any(g.rule.provision and not g.rule.provision.regulation.national for g in finding.grounds)
    return Source.REGION if own else Source.LAW
