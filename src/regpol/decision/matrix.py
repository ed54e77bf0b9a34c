"""Category by programme by fund for a region and a year: every cell answered, none left to guess."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.decision.case import CaseAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.terms.answer import Evidence
from regpol.terms.dates import Period


@dataclass(frozen=True)
class Cell:
    """One cell: a category, a programme and a fund over a period, with the answers that meet in it."""

    category: str
    segment: str
    period: Period
    programme: Finding
    funding: Finding | None

    @property
    def evidence(self) -> Evidence:
        """The weakest grade among the grounds of the cell."""
        findings = [self.programme, *([self.funding] if self.funding else [])]
        grades = [ground.rule.evidence for finding in findings for ground in finding.grounds]
        return min(grades, default=Evidence.NOT_FOUND)


def matrix_cells(decider: Decider, queries: tuple[Query, ...]) -> Iterator[Cell]:
    """The cells of every category asked, in order."""
    for query in queries:
        yield from _cells(decide_case(decider, query))


def _cells(answer: CaseAnswer) -> Iterator[Cell]:
    for period in answer.periods:
        segment = period.segment.value or " / ".join(period.segment.candidates)
        for programme in period.programmes:
            funding = [finding for finding in period.funding if finding.programme == programme.object]
            alone: list[Finding | None] = [None]
            for finding in funding or alone:
                yield Cell(answer.query.category, segment, period.period, programme, finding)
