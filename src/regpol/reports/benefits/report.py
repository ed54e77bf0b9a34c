"""What a case gives in each event, gathered once for every form it is shown in.

The case is decided first: a programme gives something only to whom it belongs. A year is cut where the
decision changes and where a benefit or a value it reads begins or ends.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from regpol.budget.benefit import BenefitDue, Claimant, benefit_due
from regpol.budget.contribution import Terms
from regpol.decision.case import CaseAnswer, PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.law.model import Benefit, BenefitForm, Rulebook
from regpol.terms.dates import Force, Period, split_year


@dataclass(frozen=True)
class ProgrammeBenefits:
    """The answer on a programme, and what it gives in each event that was asked about."""

    finding: Finding
    events: tuple[tuple[str, tuple[BenefitDue, ...]], ...]

    @property
    def dues(self) -> tuple[BenefitDue, ...]:
        """Everything it gives, in all events."""
        return tuple(due for _, some in self.events for due in some)


@dataclass(frozen=True)
class BenefitPeriod:
    """The benefits of one period; ``outside`` are the programmes the law keeps this person from."""

    period: Period
    segments: tuple[str, ...]
    segment: Finding
    programmes: tuple[ProgrammeBenefits, ...]
    outside: tuple[Finding, ...]

    @property
    def told(self) -> tuple[object, ...]:
        """What makes two periods the same for a reader."""
        findings = (self.segment, *(one.finding for one in self.programmes), *self.outside)
        return self.segments, tuple(it.signature for it in findings), tuple(one.events for one in self.programmes)


@dataclass(frozen=True)
class BenefitReport:
    """The benefits of a case, period by period."""

    answer: CaseAnswer
    claimant: Claimant
    events: tuple[str, ...]
    periods: tuple[BenefitPeriod, ...]
    assumptions: tuple[str, ...]

    @property
    def attention(self) -> bool:
        """Whether something is open: a programme, a condition that nobody told, an unread amount."""
        programmes = [one for period in self.periods for one in period.programmes]
        dues = [due for one in programmes for due in one.dues]
        items = [item for due in dues for item in due.items]
        return (
            any(one.finding.answer.open for one in programmes)
            or any(item.unread or item.needs or item.item.form is BenefitForm.UNREAD for item in items)
            or any(due.benefit.group or due.force is Force.UNCERTAIN for due in dues)
            or any(it.met is Force.UNCERTAIN and it.threshold for due in dues for it in due.conditions)
        )


def report_benefits(
    rulebook: Rulebook,
    answer: CaseAnswer,
    claimant: Claimant,
    events: tuple[str, ...],
    programmes: tuple[str, ...],
) -> BenefitReport:
    """Gathers what is due in these events from these programmes (all, if none is named)."""
    asked = events or tuple(rulebook.vocabulary["peristiwa"])
    gathered: list[BenefitPeriod] = []
    for decided in answer.periods:
        for period in _cut(rulebook, decided.period, answer):
            made = _period(rulebook, answer, replace(decided, period=period), claimant, asked, programmes)
            if gathered and gathered[-1].told == made.told:
                made = replace(made, period=Period(gathered.pop().period.start, period.end))
            gathered.append(made)
    return BenefitReport(answer, claimant, asked, tuple(gathered), rulebook.assumptions)


def _cut(rulebook: Rulebook, period: Period, answer: CaseAnswer) -> Iterator[Period]:
    """The period cut wherever what a benefit gives may change."""
    cuts = {cut for benefit in rulebook.benefits for cut in benefit.validity.cuts}
    read = {name for benefit in rulebook.benefits for name in benefit.values}
    cuts |= {cut for name in read for row in rulebook.values[name].rows for cut in row.validity.cuts}
    for piece in split_year(answer.query.year, tuple(cuts)):
        start, end = max(piece.start, period.start), min(piece.end, period.end)
        if start <= end:
            yield Period(start, end)


def _period(
    rulebook: Rulebook,
    answer: CaseAnswer,
    decided: PeriodAnswer,
    claimant: Claimant,
    events: tuple[str, ...],
    programmes: tuple[str, ...],
) -> BenefitPeriod:
    query, segment = answer.query, decided.segment
    terms = Terms(decided.period.start, query.year, query.region, query.policy, query.ahead)
    segments = (segment.value,) if segment.value else segment.candidates
    elsewhere = all(rulebook.term("segmen", code).elsewhere for code in segments)
    umbrellas = {code for code, term in rulebook.vocabulary["program"].items() if term.umbrella}
    findings = [
        finding
        for finding in decided.programmes
        if finding.object not in umbrellas and (not programmes or finding.object in programmes)
    ]

    def given(finding: Finding) -> ProgrammeBenefits:
        found = []
        for event in events:
            some = [it for it in rulebook.benefits if event in it.events and it.programme == finding.object]
            dues = [benefit_due(rulebook, it, claimant, terms) for it in some if _for(rulebook, it, segments)]
            standing = tuple(due for due in dues if due.force is not Force.NO)
            if standing:
                found.append((event, standing))
        return ProgrammeBenefits(finding, tuple(found))

    made = [given(finding) for finding in findings]
    return BenefitPeriod(
        decided.period,
        segments,
        segment.finding,
        tuple(one for one in made if not one.finding.answer.negative or (elsewhere and one.events)),
        tuple(finding for finding in findings if finding.answer.negative),
    )


def _for(rulebook: Rulebook, benefit: Benefit, segments: tuple[str, ...]) -> bool:
    """Whether a benefit is for a segment that is possible; one that names none is for all within BPJS."""
    if benefit.segments:
        return any(segment in benefit.segments for segment in segments)
    return any(not rulebook.term("segmen", segment).elsewhere for segment in segments)
