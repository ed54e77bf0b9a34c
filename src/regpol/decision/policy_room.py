"""For each choice a region made: what the law says there, and on what norm the choice rests.

A choice where a text was not read, or where texts read are silent and none gives the region the
authority, is accepted and marked: its room has not been shown.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.decision.case import CaseAnswer, PeriodAnswer
from regpol.decision.open_facts import Finding
from regpol.law.model import Question, Rulebook
from regpol.project.policy import Policy
from regpol.terms.answer import Answer

ROOM_NOT_SHOWN = "norma yang memberi ruang belum ditunjukkan"


@dataclass(frozen=True)
class Room:
    """What the law says where a choice was made: ``given`` names the norm that gives the room, if one does.

    ``norms`` are those the answer rests on.
    """

    answer: Answer
    given: str
    norms: str

    @property
    def shown(self) -> bool:
        """Whether a norm was read that leaves the choice to the region."""
        return bool(self.given)

    @property
    def words(self) -> str:
        """The room as an official reads it."""
        return f"norma yang memberi ruang: {self.given}" if self.shown else ROOM_NOT_SHOWN


@dataclass(frozen=True)
class PolicyChoice:
    """A choice and its room; ``room`` is None where no norm was asked at all, as for rounding."""

    about: str
    chosen: str
    room: Room | None


def room_of(finding: Finding) -> Room:
    """The room the grounds of a finding leave.

    A norm that is its own room (a fund that may pay) gives it by what it says; a silence only if it
    names the norm that lets the region regulate; a text nobody read gives none.
    """
    norms = dict.fromkeys(str(ground.rule.provision.citation) for ground in finding.grounds if ground.rule.provision)
    rooms = dict.fromkeys(ground.rule.room for ground in finding.grounds if ground.rule.room)
    speaking = finding.answer not in {Answer.UNREAD, Answer.UNKNOWN, Answer.NOT_IN_FORCE}
    return Room(finding.answer, "; ".join(rooms or norms) if speaking else "", "; ".join(norms))


def chosen_room(period: PeriodAnswer, finding: Finding, policy: Policy, category: str) -> Room | None:
    """The room of a finding that the region's own choice settles; None for one the law settles alone."""
    if finding.question is Question.SEGMENT:
        return room_of(finding) if period.segment.chosen else None
    programmes = policy.programmes.get(category, ())
    if finding.question is Question.PROGRAMME:
        chosen = finding.object in programmes and finding.answer is not Answer.REQUIRED
        return room_of(finding) if chosen else None
    if finding.question is Question.FUNDING:
        chosen = finding.object in policy.fund_codes(category) and (not programmes or finding.programme in programmes)
        return room_of(finding) if chosen else None
    return None


def policy_choices(rulebook: Rulebook, answer: CaseAnswer) -> tuple[PolicyChoice, ...]:
    """The choices that bear on a case, in its last period."""
    return tuple(dict.fromkeys((*_settled(rulebook, answer), *_counted(answer.query.policy))))


def _settled(rulebook: Rulebook, answer: CaseAnswer) -> Iterator[PolicyChoice]:
    policy, category, last = answer.query.policy, answer.query.category, answer.periods[-1]
    for finding in (last.segment.finding, *last.programmes, *last.funding):
        room = chosen_room(last, finding, policy, category)
        if room is None:
            continue
        code = last.segment.value if finding.question is Question.SEGMENT else finding.object
        name = rulebook.term(finding.question.vocabulary, code).name
        if finding.question is Question.FUNDING:
            name = _placed(policy, category, code, name)
        yield PolicyChoice(finding.question.vocabulary, name, room)


def _placed(policy: Policy, category: str, fund: str, name: str) -> str:
    share = policy.share(category, fund)
    if share:
        return f"{name}, bagian {share}"
    several = len(policy.fund_codes(category)) > 1
    return f"{name}, urutan {policy.rank(category, fund)}" if several else name


def _counted(policy: Policy) -> Iterator[PolicyChoice]:
    """Choices on how a contribution is counted; no norm in the rulebook is asked about them."""
    if policy.wage_base:
        yield PolicyChoice("dasar upah", policy.wage_base.replace("_", " "), None)
    if policy.risk_group:
        yield PolicyChoice("kelompok risiko", policy.risk_group.replace("_", " "), None)
    if policy.rounding_chosen:
        yield PolicyChoice("pembulatan", str(policy.rounding).replace("_", " "), None)
