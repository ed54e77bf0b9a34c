"""Everything one case says, gathered once, for every form it is shown in."""

from collections.abc import Mapping
from dataclasses import dataclass

from regpol.budget.contribution import Base, Tariff, Terms, minimum_wage, tariffs
from regpol.decision.case import CaseAnswer, PeriodAnswer
from regpol.decision.core_lines import CoreLine, core_lines
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.policy_room import PolicyChoice, policy_choices
from regpol.decision.remedies import Remedy, remedies, subject
from regpol.law.model import Account, Practice, Rulebook
from regpol.situations.target import Known
from regpol.terms.answer import Answer, Evidence
from regpol.terms.dates import Period
from regpol.terms.money import SEN

ATTENTION = frozenset({Answer.UNREAD, Answer.UNSETTLED, Answer.SILENT})
"""Answers that ask somebody to read, choose or regulate."""


@dataclass(frozen=True)
class ProgrammeCost:
    """What a programme costs one person: each payer's tariff in each segment that stays possible."""

    base: Base
    tariffs: tuple[Tariff, ...]


@dataclass(frozen=True)
class CaseReport:
    """A case answer with its costs, core lines, open questions, remedies, assumptions and notes."""

    answer: CaseAnswer
    costs: Mapping[tuple[Period, str], ProgrammeCost]
    core: tuple[tuple[PeriodAnswer, tuple[CoreLine, ...]], ...]
    open_questions: tuple[str, ...]
    remedies: tuple[Remedy, ...]
    assumptions: tuple[str, ...]
    practices: tuple[Practice, ...]
    choices: tuple[PolicyChoice, ...]
    accounts: Mapping[tuple[str, str], Account]

    def account(self, finding: Finding) -> Account | None:
        """The budget account known for a funding finding, never lent from another category."""
        return self.accounts.get((finding.object, finding.programme))


def report_case(decider: Decider, answer: CaseAnswer, assumptions: tuple[str, ...] = ()) -> CaseReport:
    """Gathers a report on an answer."""
    rulebook, query = decider.rulebook, answer.query
    costs = {
        (period.period, finding.object): _cost(rulebook, answer, period, finding)
        for period in answer.periods
        for finding in period.programmes
    }
    used = {cost.base.label for cost in costs.values() if cost.base.assumed}
    return CaseReport(
        answer,
        costs,
        tuple((period, core_lines(rulebook, period, query.budget_year or query.year)) for period in answer.periods),
        tuple(dict.fromkeys(_open_questions(rulebook, answer))),
        tuple(dict.fromkeys(_remedies(decider, answer))),
        (*assumptions, *sorted(used)),
        tuple(note for note in rulebook.practices if note.category == query.category),
        policy_choices(rulebook, answer),
        {
            (account.fund, account.programme): account
            for account in rulebook.accounts
            if account.category == query.category
        },
    )


def _cost(rulebook: Rulebook, answer: CaseAnswer, period: PeriodAnswer, finding: Finding) -> ProgrammeCost:
    query = answer.query
    terms = Terms(period.period.start, query.budget_year or query.year, query.region, query.policy)
    base = wage_base(rulebook, terms, query.facts.get("penghasilan"))
    segments = (period.segment.value,) if period.segment.value else period.segment.candidates
    if finding.answer.negative:
        return ProgrammeCost(base, ())
    found = (tariff for segment in segments for tariff in tariffs(rulebook, finding.object, segment, terms))
    return ProgrammeCost(base, tuple(found))


def wage_base(rulebook: Rulebook, terms: Terms, income: object) -> Base:
    """The base by policy: the person's own income where policy says so and it is known, else the minimum wage."""
    if terms.policy.wage_base == "penghasilan":
        known = int(str(income)) * SEN if income is not None else None
        return Base(known, "penghasilan yang dilaporkan", Evidence.UNVERIFIED)
    return minimum_wage(rulebook, terms)


def _open_questions(rulebook: Rulebook, answer: CaseAnswer) -> list[str]:
    asked = []
    for period in answer.periods:
        for finding in period.findings:
            asked += [rulebook.facts[fact].ask for fact in finding.missing]
        segment = period.segment
        if segment.finding.answer.open and not segment.chosen:
            names = " atau ".join(rulebook.term("segmen", code).short for code in segment.candidates)
            asked.append(f"Segmen {segment.finding.answer.label}: {names}? Pilih dalam kebijakan proyek.")
        asked += [
            _sentence(f"{subject(rulebook, finding)}: {finding.answer.label}")
            for finding in period.programmes
            if finding.answer in ATTENTION
        ]
        asked += _open_funding(rulebook, period)
    return asked


def _open_funding(rulebook: Rulebook, period: PeriodAnswer) -> list[str]:
    """One line for each fund and answer, naming the programmes."""
    grouped: dict[tuple[str, Answer], list[str]] = {}
    for finding in period.funding:
        if finding.answer in ATTENTION:
            short = rulebook.term("program", finding.programme).short
            grouped.setdefault((finding.object, finding.answer), []).append(short)
    return [
        f"{rulebook.term('dana', fund).name} untuk {', '.join(programmes)}: {answer.label}."
        for (fund, answer), programmes in grouped.items()
    ]


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."


def _remedies(decider: Decider, answer: CaseAnswer) -> list[Remedy]:
    found: list[Remedy] = []
    for period in answer.periods:
        moment = answer.query.moment(period.period.start)
        segments = (period.segment.value,) if period.segment.value else period.segment.candidates
        known: Known = {**answer.query.facts, "kategori": answer.query.category, "segmen": segments}
        for finding in (period.membership, period.segment.finding, *period.programmes, *period.funding):
            if finding is period.segment.finding and (period.segment.value or not finding.grounds):
                continue
            found += remedies(decider, finding, known, moment)
    return found
