"""One answer with everything a reader needs to walk back from it: its period, its norms, other versions, remedies."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.remedies import Remedy, remedies
from regpol.law.model import Among, Modality, Question, Rule, Rulebook
from regpol.situations.target import Known
from regpol.terms.dates import Force, Period


@dataclass(frozen=True)
class Chain:
    """An answer, walked back.

    ``earlier`` and ``later`` are norms on the same matter that fit the case but hold at another time,
    the nearest first; ``answer`` is the whole answer of the period it begins in.
    """

    query: Query
    period: Period
    answer: PeriodAnswer
    finding: Finding
    turns: tuple[Remedy, ...]
    earlier: tuple[Rule, ...]
    later: tuple[Rule, ...]

    @property
    def cells(self) -> dict[str, str]:
        """What is known of the case, as far as the question reads it."""
        return self.answer.cells.get(self.finding.question, {})

    @property
    def same(self) -> tuple[object, ...]:
        """What makes two periods one for a reader."""
        return self.finding.signature, self.cells, self.turns


def walk_back(
    decider: Decider, query: Query, among: Callable[[PeriodAnswer], tuple[Finding, ...]]
) -> tuple[Chain, ...]:
    """A chain for each answer asked about; periods that read the same are told once."""
    told: list[Chain] = []
    for period in decide_case(decider, query).periods:
        for finding in among(period):
            chain = _chain(decider, query, period, finding)
            before = next((it for it in reversed(told) if _object(it.finding) == _object(finding)), None)
            if before is not None and before.same == chain.same:
                joined = replace(before, period=Period(before.period.start, period.period.end))
                told[told.index(before)] = joined
            else:
                told.append(chain)
    return tuple(told)


def _object(finding: Finding) -> tuple[Question, str, str]:
    return finding.question, finding.programme, finding.object


def _chain(decider: Decider, query: Query, period: PeriodAnswer, finding: Finding) -> Chain:
    segments = (period.segment.value,) if period.segment.value else period.segment.candidates
    known: Known = {**query.facts, "kategori": query.category, "segmen": segments}
    moment = query.moment(period.period.start)
    others = tuple(_other_times(decider.rulebook, period, finding))
    past = [rule for rule in others if _over(rule, period.period, moment.budget_year)]
    return Chain(
        query,
        period.period,
        period,
        finding,
        remedies(decider, finding, known, moment),
        tuple(sorted(past, key=_start, reverse=True)),
        tuple(sorted((rule for rule in others if rule not in past), key=_start)),
    )


def _other_times(rulebook: Rulebook, period: PeriodAnswer, finding: Finding) -> Iterator[Rule]:
    """Rules that fit the case and speak of the same matter, at another time."""
    grounds = {ground.rule.id for ground in finding.grounds}
    for rule_id, force in period.met.items():
        rule = rulebook.rule(rule_id)
        about = rule.question is finding.question and (not finding.object or finding.object in rule.norm.objects)
        told = rule.norm.modality is Modality.SILENT or rule.instructing or rule.id in grounds
        if force is Force.NO and about and not told and _of_programme(rule, finding.programme):
            yield rule


def _of_programme(rule: Rule, programme: str) -> bool:
    """Whether some condition of a rule lets it speak of a programme."""
    if not programme:
        return True
    return any(
        all(programme in test.codes for test in condition if isinstance(test, Among) and test.fact == "program")
        for condition in rule.conditions
    )


def _over(rule: Rule, period: Period, budget_year: int) -> bool:
    years = rule.validity.years
    return rule.validity.until.latest < period.start or (years is not None and years[1] < budget_year)


def _start(rule: Rule) -> tuple[int, object, str]:
    years = rule.validity.years
    return years[0] if years else 0, rule.validity.since.earliest, rule.id
