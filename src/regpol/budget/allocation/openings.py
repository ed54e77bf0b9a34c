"""Which funds stand open to the people of a combination: those policy chose, less those the law bars."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from regpol.decision.batch import DecidedCombination
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.project.policy import FundChoice
from regpol.terms.answer import Answer
from regpol.terms.money import MILLION


@dataclass(frozen=True)
class FundShare:
    """A fund and the part it pays, in millionths; ``before`` is what the funds named before it pay."""

    fund: str
    share: int = MILLION
    before: int = 0


@dataclass(frozen=True)
class Doubt:
    """A fund that is chosen though the law as read does not settle it, and what the answer waits for.

    Without a fund it is the membership itself that is not settled.
    """

    fund: str
    answer: Answer
    norms: tuple[str, ...]


@dataclass(frozen=True)
class Opening:
    """What the people of a combination may be paid from, in the order in which it is tried.

    Each option is one fund alone or several funds by their shares. ``barred`` says why there is none.
    """

    number: int
    options: tuple[tuple[FundShare, ...], ...]
    mandatory: bool = False
    barred: str = ""
    doubts: tuple[Doubt, ...] = ()

    @property
    def funds(self) -> frozenset[str]:
        """Every fund that may come to pay."""
        return frozenset(share.fund for option in self.options for share in option)


def openings_of(
    rulebook: Rulebook, decided: Iterable[DecidedCombination], mandatory: Collection[int] = ()
) -> tuple[Opening, ...]:
    """For each combination the funds that may pay it; ``mandatory`` are the numbers a norm makes the region pay.

    A fund that a norm bars in any period of the year for any programme to be paid pays nothing, and nothing
    is paid for whom a norm keeps from being a member.
    """
    return tuple(_opening(rulebook, one, one.combination.number in mandatory) for one in decided)


def shared_or_ranked(choices: Iterable[FundChoice]) -> tuple[tuple[FundShare, ...], ...]:
    """The options a list of choices gives: each fund in its turn, or all of them together by their shares.

    >>> shared_or_ranked((FundChoice("add"), FundChoice("pades")))
    ((FundShare(fund='add', share=1000000, before=0),), (FundShare(fund='pades', share=1000000, before=0),))
    """
    named = tuple(choices)
    if not any(choice.share for choice in named):
        return tuple((FundShare(choice.fund),) for choice in named)
    made, before = [], 0
    for choice in named:
        share = choice.share.millionths if choice.share else 0
        made.append(FundShare(choice.fund, share, before))
        before += share
    return (tuple(made),)


def _opening(rulebook: Rulebook, one: DecidedCombination, mandatory: bool) -> Opening:
    query = one.answer.query
    programmes = one.programmes(rulebook)
    options = shared_or_ranked(query.policy.funds.get(query.category, ()))
    findings = list(_funding(one, programmes))
    barred = {finding.object: finding for finding in findings if finding.answer.negative}
    open_ones = tuple(option for option in options if not any(share.fund in barred for share in option))
    membership = one.answer.periods[-1].membership
    if membership.answer.negative:
        told = f"kepesertaan {membership.answer.label} ({'; '.join(_norms(membership)) or 'tanpa naskah'})"
        return Opening(one.combination.number, (), mandatory, told)
    chosen = {share.fund for option in open_ones for share in option}
    return Opening(
        one.combination.number,
        open_ones,
        mandatory,
        "" if open_ones else _why_none(rulebook, barred.values()),
        (*_unsure_member(membership), *_doubts(f for f in findings if f.object in chosen)),
    )


def _unsure_member(membership: Finding) -> Iterator[Doubt]:
    if membership.answer.open:
        yield Doubt("", membership.answer, _norms(membership))


def _funding(one: DecidedCombination, programmes: tuple[str, ...]) -> Iterator[Finding]:
    funds = one.answer.query.policy.fund_codes(one.answer.query.category)
    for period in one.answer.periods:
        yield from (f for f in period.funding if f.programme in programmes and f.object in funds)


def _why_none(rulebook: Rulebook, barred: Iterable[Finding]) -> str:
    told = dict.fromkeys(
        f"{rulebook.term('dana', f.object).short} {f.answer.label} ({'; '.join(_norms(f)) or 'tanpa naskah'})"
        for f in barred
    )
    return "; ".join(told) or "kebijakan belum memilih dana"


def _norms(finding: Finding) -> tuple[str, ...]:
    provisions = (ground.rule.provision for ground in finding.grounds)
    return tuple(dict.fromkeys(str(provision.citation) for provision in provisions if provision))


def _doubts(findings: Iterable[Finding]) -> Iterator[Doubt]:
    found: dict[str, tuple[Answer, dict[str, None]]] = {}
    for finding in findings:
        if finding.answer.open:
            answer, norms = found.get(finding.object, (finding.answer, {}))
            found[finding.object] = max(answer, finding.answer), norms | dict.fromkeys(_norms(finding))
    for fund, (answer, norms) in found.items():
        yield Doubt(fund, answer, tuple(norms))
