"""One case over a budget year: every question, period by period, with the region's choices laid over.

A year is cut wherever a norm begins or ends; neighbouring periods that read the same are joined, so
what remains is what changed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding, OpenFindings, decide_open
from regpol.decision.policy_overlay import check_funds, check_programmes, chosen_segment
from regpol.decision.segment import Segment, settled_segment
from regpol.law.model import Origin, Question
from regpol.project.policy import NO_POLICY, Ahead, Policy
from regpol.situations.axis import FactValue
from regpol.situations.target import Known, Moment
from regpol.terms.answer import Answer
from regpol.terms.dates import Force, Period, split_year


@dataclass(frozen=True)
class Query:
    """What is asked, of a person of a category in a region over a year or on a day.

    ``facts`` are those known of the person and the region. ``ahead`` is there where the year is planned
    before its texts and values exist; the rulebook was then carried forward to it.
    """

    category: str
    region: str
    year: int
    day: date | None = None
    facts: Mapping[str, FactValue] = field(default_factory=dict)
    policy: Policy = NO_POLICY
    ahead: Ahead | None = None

    def moment(self, day: date) -> Moment:
        """The moment of a day under this query."""
        return Moment(day, self.year)


@dataclass(frozen=True)
class PeriodAnswer:
    """Everything decided for one period."""

    period: Period
    cells: dict[Question, dict[str, str]]
    membership: Finding
    segment: Segment
    programmes: tuple[Finding, ...]
    duties: tuple[Finding, ...]
    funding: tuple[Finding, ...]
    documents: tuple[Finding, ...]
    met: dict[str, Force]

    @property
    def situation(self) -> dict[str, str]:
        """Every fact that some rule read, with the cell it is in."""
        return {fact: label for labels in self.cells.values() for fact, label in labels.items()}

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, in the order of the questions."""
        return (
            self.membership,
            self.segment.finding,
            *self.programmes,
            *self.duties,
            *self.funding,
            *self.documents,
        )

    @property
    def signature(self) -> tuple[object, ...]:
        """What makes two periods the same for a reader."""
        return (self.segment.value, self.segment.candidates, *(finding.signature for finding in self.findings))


@dataclass(frozen=True)
class CaseAnswer:
    """The answer to a query."""

    query: Query
    periods: tuple[PeriodAnswer, ...]


def decide_case(decider: Decider, query: Query) -> CaseAnswer:
    """Decides a case for each period of its year, or for its day.

    Raises:
        Refused: if a choice of policy goes against the law, or the rulebook has a gap.
    """
    if query.day:
        return CaseAnswer(query, (_decide_period(decider, query, Period(query.day, query.day)),))
    cuts = {cut for target in decider.targets.values() for cut in target.cuts}
    answers: list[PeriodAnswer] = []
    for period in split_year(query.year, tuple(cuts)):
        if answers and not _changes(decider, answers[-1], period.start):
            answer = answers[-1]
        else:
            answer = _decide_period(decider, query, period)
        if answers and answers[-1].signature == answer.signature:
            answers[-1] = replace(answers[-1], period=Period(answers[-1].period.start, period.end))
        else:
            answers.append(answer)
    return CaseAnswer(query, tuple(answers))


def _changes(decider: Decider, answer: PeriodAnswer, day: date) -> bool:
    """Whether a rule that an answer met begins or ends on a day; otherwise the answer goes on."""
    return any(day in decider.rulebook.rule(rule_id).validity.cuts for rule_id in answer.met)


def _decide_period(decider: Decider, query: Query, period: Period) -> PeriodAnswer:
    return _CaseRun(decider, query, period).answer()


class _CaseRun:
    """One case at one moment; gathers the labels and rules met on the way."""

    def __init__(self, decider: Decider, query: Query, period: Period) -> None:
        self._decider = decider
        self._query = query
        self._period = period
        self._moment = query.moment(period.start)
        self._known: dict[str, FactValue | tuple[FactValue, ...] | None] = {
            **query.facts,
            "kategori": query.category,
        }
        self._upstream = Answer.UNSETTLED
        self._cells: dict[Question, dict[str, str]] = {}
        self._met: dict[str, Force] = {}

    def answer(self) -> PeriodAnswer:
        segment = self._segment()
        self._known["segmen"] = (segment.value,) if segment.value else segment.candidates
        self._upstream = segment.finding.answer
        membership = self._ask(Question.MEMBERSHIP).findings
        programmes = self._programmes()
        duties = tuple(self._ask(Question.DUTY).findings.values())
        funding = self._funding(programmes)
        documents = tuple(self._ask(Question.DOCUMENT).findings.values())
        return PeriodAnswer(
            self._period,
            self._cells,
            next(iter(membership.values())),
            segment,
            programmes,
            _speaking(duties),
            funding,
            _speaking(documents),
            self._met,
        )

    def _ask(self, question: Question, **extra: FactValue) -> OpenFindings:
        known: Known = {**self._known, **extra}
        found = decide_open(self._decider, question, known, self._moment, self._upstream)
        facts = self._decider.rulebook.facts
        shown = {code: label for code, label in found.labels.items() if facts[code].origin is not Origin.CASE}
        self._cells[question] = shown
        self._met |= found.met
        return found

    def _segment(self) -> Segment:
        terms = self._decider.rulebook.vocabulary["segmen"]
        findings = self._ask(Question.SEGMENT).findings
        segment = settled_segment(findings, terms)
        return chosen_segment(segment, self._query.policy, self._query.category)

    def _programmes(self) -> tuple[Finding, ...]:
        findings = tuple(self._ask(Question.PROGRAMME).findings.values())
        terms = self._decider.rulebook.vocabulary["program"]
        check_programmes(findings, terms, self._query.policy, self._query.category)
        return findings

    def _funding(self, programmes: tuple[Finding, ...]) -> tuple[Finding, ...]:
        terms = self._decider.rulebook.vocabulary["program"]
        found = []
        for programme in programmes:
            if programme.answer.negative or terms[programme.object].umbrella:
                continue
            asked = self._ask(Question.FUNDING, program=programme.object).findings
            found += [replace(finding, programme=programme.object) for finding in asked.values()]
        check_funds(tuple(found), self._query.policy, self._query.category)
        return tuple(found)


def _speaking(findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
    """Duties and documents are lists: what nobody asks for is left out."""
    return tuple(f for f in findings if f.answer not in {Answer.SILENT, Answer.NOT_IN_FORCE} or f.instructed)
