"""Everything one case says, gathered once, for every form it is shown in."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from regpol.budget.comparison import Comparison, comparisons
from regpol.budget.contribution import Base, Tariff, Terms, tariffs
from regpol.budget.relief import Facts, Relief, reliefs
from regpol.budget.terms_beside import TermsBeside, terms_beside
from regpol.budget.wage_base import wage_base
from regpol.decision.case import CaseAnswer, PeriodAnswer, Query
from regpol.decision.core_lines import CoreLine, core_lines
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.policy_room import PolicyChoice, Room, chosen_room, policy_choices
from regpol.decision.remedies import Remedy, remedies, subject
from regpol.law.model import Account, Fact, Practice, Rulebook
from regpol.situations.target import Known
from regpol.terms.answer import Answer
from regpol.terms.dates import Period

ATTENTION = frozenset({Answer.UNREAD, Answer.UNSETTLED, Answer.SILENT})
"""Answers that ask somebody to read, choose or regulate."""
_OTHER_MEMBERSHIP = "peserta_lain"
"""Told of a person; its first option is that there is none."""


@dataclass(frozen=True)
class ProgrammeCost:
    """What a programme costs one person: each payer's tariff in each segment that stays possible.

    ``reliefs`` are the discounts by segment; ``beside`` the ways of paying that are not monthly.
    """

    base: Base
    tariffs: tuple[Tariff, ...]
    reliefs: Mapping[str, tuple[Relief, ...]]
    beside: tuple[TermsBeside, ...]


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
    comparisons: Mapping[Period, tuple[Comparison, ...]]
    notes: tuple[str, ...]

    def room(self, period: PeriodAnswer, finding: Finding) -> Room | None:
        """The room of an answer that the region's own choice settles; None for one the law settles alone."""
        query = self.answer.query
        return chosen_room(period, finding, query.policy, query.category)

    def account(self, finding: Finding) -> Account | None:
        """The budget account known for a funding finding, never lent from another category."""
        return self.accounts.get((finding.object, finding.programme))


def report_case(decider: Decider, answer: CaseAnswer) -> CaseReport:
    """Gathers a report on an answer."""
    rulebook, query = decider.rulebook, answer.query
    costs = {
        (period.period, finding.object): _cost(rulebook, answer, period, finding)
        for period in answer.periods
        for finding in period.programmes
    }
    rested = {text for period in answer.periods for finding in period.findings for text in finding.assumed}
    used = {cost.base.label for cost in costs.values() if cost.base.assumed}
    return CaseReport(
        answer,
        costs,
        tuple((period, core_lines(rulebook, period, query.year)) for period in answer.periods),
        tuple(dict.fromkeys(_open_questions(rulebook, answer))),
        tuple(dict.fromkeys(_remedies(decider, answer))),
        (*(text for text in rulebook.assumptions if text in rested), *sorted(used)),
        tuple(note for note in rulebook.practices if note.category == query.category),
        policy_choices(rulebook, answer),
        {
            (account.fund, account.programme): account
            for account in rulebook.accounts
            if account.category == query.category
        },
        {period.period: _comparisons(rulebook, answer, period) for period in answer.periods},
        tuple(_notes(rulebook, query)),
    )


def _notes(rulebook: Rulebook, query: Query) -> Iterator[str]:
    """What is lawful and still has to be looked at before public money pays."""
    other = query.facts.get(_OTHER_MEMBERSHIP)
    if other is not None and rulebook.facts[_OTHER_MEMBERSHIP].options[0] != other:
        name = dict(zip(*_options(rulebook.facts[_OTHER_MEMBERSHIP]), strict=True))[str(other)]
        yield (
            f"Sudah peserta dari pekerjaan lain ({name}). Dua pekerjaan, atau penerima upah sekaligus bukan penerima "
            "upah, tidak dilarang naskah yang dibaca; pastikan iurannya untuk pekerjaan yang berbeda, sebab uang "
            "publik tidak membayar pekerjaan yang sama dua kali (kebijakan bawaan, bukan kutipan norma)."
        )


def _options(fact: Fact) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return fact.options, fact.names


def _cost(rulebook: Rulebook, answer: CaseAnswer, period: PeriodAnswer, finding: Finding) -> ProgrammeCost:
    query, terms = answer.query, _terms(answer, period)
    base = wage_base(rulebook, terms, query.category, query.facts.get("penghasilan"))
    segments = (period.segment.value,) if period.segment.value else period.segment.candidates
    facts = {**query.facts, "kategori": query.category}
    outside = finding.answer.negative
    # A tariff of another scheme is shown only to whom that scheme surely covers.
    there = period.segment.finding.answer.positive
    paid = [it for it in segments if not outside or (there and rulebook.term("segmen", it).elsewhere)]
    programme = finding.object
    return ProgrammeCost(
        base,
        tuple(tariff for segment in paid for tariff in tariffs(rulebook, programme, segment, terms)),
        {segment: _reliefs(rulebook, programme, segment, facts, terms, period.period) for segment in paid},
        tuple(way for segment in paid for way in terms_beside(rulebook, programme, segment, terms, query.facts)),
    )


def _reliefs(
    rulebook: Rulebook, programme: str, segment: str, facts: Facts, terms: Terms, period: Period
) -> tuple[Relief, ...]:
    """Every discount on some month of a period, each once."""
    days = [period.start, *(date(period.start.year, month, 1) for month in period.months[1:])]
    found = (reliefs(rulebook, programme, segment, facts, replace(terms, day=day)) for day in days)
    return tuple({relief.discount.id: relief for some in found for relief in some}.values())


def _terms(answer: CaseAnswer, period: PeriodAnswer) -> Terms:
    query = answer.query
    return Terms(period.period.start, query.year, query.region, query.policy, query.ahead)


def _comparisons(rulebook: Rulebook, answer: CaseAnswer, period: PeriodAnswer) -> tuple[Comparison, ...]:
    """The figures side by side where the law leaves the segment open, for what is owed or chosen."""
    query, segment = answer.query, period.segment
    if not segment.finding.answer.open or len(segment.candidates) < 2:
        return ()
    chosen = query.policy.programmes.get(query.category)
    umbrellas = {code for code, term in rulebook.vocabulary["program"].items() if term.umbrella}
    owed = [it.object for it in period.programmes if it.answer is Answer.REQUIRED and it.object not in umbrellas]
    terms = _terms(answer, period)
    base = wage_base(rulebook, terms, query.category, query.facts.get("penghasilan"))
    return comparisons(rulebook, chosen or owed, segment.candidates, base, terms)


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
