"""For each choice a region made: what the law says there, and on what norm the choice rests."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.decision.case import CaseAnswer
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.terms.answer import Answer


@dataclass(frozen=True)
class PolicyChoice:
    """A choice, the law's answer where it was made, and the norm that gives the room; empty if none is known."""

    about: str
    chosen: str
    answer: Answer
    room: str


def policy_choices(rulebook: Rulebook, answer: CaseAnswer) -> tuple[PolicyChoice, ...]:
    """The choices that bear on a case, in its last period."""
    return tuple(dict.fromkeys(_choices(rulebook, answer)))


def _choices(rulebook: Rulebook, answer: CaseAnswer) -> Iterator[PolicyChoice]:
    policy, category = answer.query.policy, answer.query.category
    last = answer.periods[-1]
    if last.segment.chosen:
        name = rulebook.term("segmen", last.segment.value).name
        yield PolicyChoice("segmen", name, last.segment.finding.answer, _room(last.segment.finding))
    programmes = policy.programmes.get(category, ())
    for finding in last.programmes:
        if finding.object in programmes and finding.answer is not Answer.REQUIRED:
            yield PolicyChoice("program", rulebook.term("program", finding.object).name, finding.answer, _room(finding))
    fund = policy.funds.get(category)
    for finding in last.funding:
        if finding.object == fund and (not programmes or finding.programme in programmes):
            yield PolicyChoice("dana", rulebook.term("dana", finding.object).name, finding.answer, _room(finding))


def _room(finding: Finding) -> str:
    """The norm the choice rests on; a text nobody read gives none."""
    if finding.answer is Answer.UNREAD:
        return ""
    rooms = [ground.rule.room for ground in finding.grounds if ground.rule.room]
    cited = [str(ground.rule.provision.citation) for ground in finding.grounds if ground.rule.provision]
    return "; ".join(dict.fromkeys(rooms or cited))
