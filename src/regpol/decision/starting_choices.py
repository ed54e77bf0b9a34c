"""The choices a new project starts with: what the law leaves open, filled by preference, each with its ground.

Nothing here is law: `decide_case` says what is open, the preferences say which open answer to take.
What is required is never left out and what is barred never taken.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.project.policy import FundChoice, Policy
from regpol.project.starting_format import StartingChoices
from regpol.terms.answer import Answer
from regpol.terms.citation import UNVERIFIED


@dataclass(frozen=True)
class Option:
    """A thing that could be chosen: its code, name, the law's answer in words, and the norms it rests on."""

    code: str
    name: str
    answer: str
    norms: str


@dataclass(frozen=True)
class CategoryStart:
    """What a project starts with for a category; ``segment`` is empty where the law leaves no choice."""

    code: str
    name: str
    segment: str
    segments: tuple[Option, ...]
    segment_norms: str
    programmes: tuple[Option, ...]
    other_programmes: tuple[Option, ...]
    fund: Option | None
    other_funds: tuple[Option, ...]
    own_choice: bool = False
    """Whether somebody chose otherwise than these preferences."""


def start_category(decider: Decider, query: Query, preferred: StartingChoices) -> CategoryStart:
    """The starting choices of the category a query asks about.

    Raises:
        Refused: if the rulebook has a gap there.
    """
    book = decider.rulebook
    first = decide_case(decider, query).periods[-1]
    segment = next((code for code in preferred.segment.codes if code in first.segment.candidates), "")
    settled = first.segment.value or not segment
    if not settled:
        query = replace(query, policy=Policy(segments={query.category: segment}))
    period = first if settled else decide_case(decider, query).periods[-1]
    programmes = [one for one in period.programmes if not book.term("program", one.object).umbrella]
    chosen = [one for one in programmes if _taken(one, preferred.programmes.codes)]
    fund, others = _fund(period, {one.object for one in chosen}, preferred.funds.codes)
    return CategoryStart(
        code=query.category,
        name=book.categories[query.category].name,
        segment="" if settled else segment,
        segments=tuple(
            Option(code, book.term("segmen", code).name, "", "") for code in first.segment.candidates if not settled
        ),
        segment_norms=_norms([first.segment.finding]),
        programmes=tuple(_option(decider, "program", [one]) for one in chosen),
        other_programmes=tuple(
            _option(decider, "program", [one]) for one in programmes if one not in chosen and not one.answer.negative
        ),
        fund=_option(decider, "dana", fund) if fund else None,
        other_funds=tuple(_option(decider, "dana", other) for other in others),
    )


def starting_policy(starts: Iterable[CategoryStart]) -> Policy:
    """The starting choices as a policy, to be held against the law like any other."""
    listed = tuple(starts)
    return Policy(
        {one.code: one.segment for one in listed if one.segment},
        {one.code: tuple(option.code for option in one.programmes) for one in listed if one.programmes},
        {one.code: (FundChoice(one.fund.code),) for one in listed if one.fund},
    )


def _taken(finding: Finding, preferred: tuple[str, ...]) -> bool:
    if finding.answer is Answer.REQUIRED:
        return True
    return finding.object in preferred and not _may_be_barred(finding)


def _may_be_barred(finding: Finding) -> bool:
    """Whether the law bars it, or does for some people of the category, whose facts are not known yet."""
    return finding.answer.negative or any(side.answer.negative for side in finding.sides)


def _fund(
    period: PeriodAnswer, programmes: set[str], preferred: tuple[str, ...]
) -> tuple[list[Finding], list[list[Finding]]]:
    """What is found on the fund to start with, and on the others that may be chosen instead."""
    found: dict[str, list[Finding]] = {}
    for one in period.funding:
        if one.programme in programmes and one.object in preferred:
            found.setdefault(one.object, []).append(one)
    free = [found[code] for code in preferred if code in found and not any(map(_may_be_barred, found[code]))]
    if not free:
        return [], []
    # a fund is as sure as its least sure programme; the order of preference settles what is left
    best = max(free, key=lambda findings: -min(one.answer for one in findings).rank)
    return best, [one for one in free if one is not best]


def _option(decider: Decider, vocabulary: str, findings: list[Finding]) -> Option:
    code = findings[0].object
    weakest = min(one.answer for one in findings)
    return Option(code, decider.rulebook.term(vocabulary, code).name, weakest.label, _norms(findings))


def _norms(findings: Iterable[Finding]) -> str:
    """The norms the findings rest on; what was not read is named, and said to be so."""
    cited = dict.fromkeys(
        f"{ground.rule.provision.citation} [{ground.rule.evidence.label}]"
        for finding in findings
        for ground in finding.grounds
        if ground.rule.provision
    )
    return "; ".join(cited) or f"tidak ada norma yang terbaca ({UNVERIFIED})"
