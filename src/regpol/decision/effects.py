"""What changes between two moments, or two rulebooks: rules, and the answers that flip with the rule that did it.

An answer flips because a rule on its matter began, ended, was added, removed or changed, or because an
earlier answer it reads (the segment) flipped. Each flip names what was responsible.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum, StrEnum, auto

from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.law.model import Question, Rule, Rulebook
from regpol.terms.answer import Answer
from regpol.terms.dates import Force

Matter = tuple[Question, str, str]
"""A question, the programme it is asked for, and its object; both empty where they do not apply."""


class How(StrEnum):
    """What happened to a rule; values are what an official reads."""

    BEGAN = "mulai berlaku"
    ENDED = "berakhir"
    SURER = "masa berlakunya menjadi pasti"
    UNSURE = "belum pasti berlaku"
    ADDED = "ditambahkan"
    REMOVED = "dihapus"
    CHANGED = "diubah"
    MET = "kini mengenai keadaan ini"
    UNMET = "tidak lagi mengenai keadaan ini"


@dataclass(frozen=True)
class Moment:
    """One side: a rulebook on a day of a budget year."""

    rulebook: Rulebook
    day: date
    budget_year: int


@dataclass(frozen=True)
class RuleChange:
    """What happened to a rule; ``rule`` is the newer text of it, or the only one."""

    rule: Rule
    how: How


@dataclass(frozen=True)
class Said:
    """What one side says of a matter. ``detail``: the segment, where the answer alone does not tell it."""

    answer: Answer
    detail: str
    finding: Finding


@dataclass(frozen=True)
class Flip:
    """An answer that differs; a side is None where the matter was not asked there.

    ``by`` names the rules responsible; where none of them changed in itself, ``through`` names the earlier
    answers that flipped and brought the case to other rules.
    """

    category: str
    matter: Matter
    before: Said | None
    after: Said | None
    by: tuple[RuleChange, ...]
    through: tuple[Matter, ...]


@dataclass(frozen=True)
class Comparison:
    """The answers of all categories on both sides."""

    flips: tuple[Flip, ...]
    same: int
    other_grounds: int


def rule_changes(old: Moment, new: Moment, region: str) -> tuple[RuleChange, ...]:
    """The rules that hold, or read, otherwise; those of other regions left out."""
    before, after = _rules(old, region), _rules(new, region)
    found = []
    for name in sorted(before.keys() | after.keys()):
        change = _rule_change(before.get(name), after.get(name), old, new)
        if change:
            found.append(change)
    return tuple(found)


def _rules(side: Moment, region: str) -> dict[str, Rule]:
    return {
        rule.id: rule
        for rule in side.rulebook.rules
        if not (region and rule.provision) or rule.provision.regulation.covers(region)
    }


def _rule_change(before: Rule | None, after: Rule | None, old: Moment, new: Moment) -> RuleChange | None:
    if before is None or after is None:
        return RuleChange(after, How.ADDED) if after else RuleChange(before, How.REMOVED) if before else None
    if content(before) != content(after):
        return RuleChange(after, How.CHANGED)
    how = _HOW.get((before.validity.on(old.day, old.budget_year), after.validity.on(new.day, new.budget_year)))
    return RuleChange(after, how) if how else None


_HOW = {
    (Force.NO, Force.YES): How.BEGAN,
    (Force.NO, Force.UNCERTAIN): How.UNSURE,
    (Force.YES, Force.NO): How.ENDED,
    (Force.UNCERTAIN, Force.NO): How.ENDED,
    (Force.UNCERTAIN, Force.YES): How.SURER,
    (Force.YES, Force.UNCERTAIN): How.UNSURE,
}


def content(rule: Rule) -> tuple[object, ...]:
    """What a rule says, wherever it stands in its file."""
    provision = rule.provision
    text = (str(provision.citation), provision.regulation.kind, provision.gist) if provision else rule.read
    reading = rule.reading.by if rule.reading else ""
    return (
        rule.question,
        text,
        frozenset(map(frozenset, rule.conditions)),
        rule.norm,
        rule.validity,
        reading,
        frozenset(rule.overrides),
        rule.evidence,
    )


def compare(old: tuple[Decider, tuple[Query, ...]], new: tuple[Decider, tuple[Query, ...]]) -> Comparison:
    """The answers of every category that both sides know; the queries ask for one day each."""
    theirs = {query.category: query for query in new[1]}
    pairs = [(query, theirs[query.category]) for query in old[1] if query.category in theirs]
    found: list[Flip | _Kept] = []
    for mine, other in pairs:
        before = decide_case(old[0], mine).periods[0]
        after = decide_case(new[0], other).periods[0]
        moments = _moment(old[0], mine), _moment(new[0], other)
        found += _flips(mine.category, before, after, moments)
    flips = tuple(it for it in found if isinstance(it, Flip))
    return Comparison(flips, found.count(_Kept.SAME), found.count(_Kept.OTHER_GROUNDS))


def _moment(decider: Decider, query: Query) -> Moment:
    day = query.day or date(query.year, 12, 31)
    return Moment(decider.rulebook, day, query.year)


class _Kept(Enum):
    """How an answer that did not flip compares."""

    SAME = auto()
    OTHER_GROUNDS = auto()


def _flips(
    category: str, before: PeriodAnswer, after: PeriodAnswer, moments: tuple[Moment, Moment]
) -> Iterator[Flip | _Kept]:
    """Per matter a flip, or that there is none."""
    mine, theirs = _said(before), _said(after)
    turned: list[Matter] = []
    for matter in dict.fromkeys((*mine, *theirs)):
        old, new = mine.get(matter), theirs.get(matter)
        if old and new and (old.answer, old.detail) == (new.answer, new.detail):
            grounds = {ground.rule.id for ground in old.finding.grounds}
            alike = grounds == {ground.rule.id for ground in new.finding.grounds}
            yield _Kept.SAME if alike else _Kept.OTHER_GROUNDS
            continue
        by = tuple(_responsible(matter, (old, new), (before, after), moments))
        in_itself = any(change.how not in {How.MET, How.UNMET} for change in by)
        through = () if in_itself else tuple(it for it in turned if _reads(matter, it))
        turned.append(matter)
        yield Flip(category, matter, old, new, by, through)


def _said(answer: PeriodAnswer) -> dict[Matter, Said]:
    segment = answer.segment
    said = {(Question.SEGMENT, "", ""): Said(segment.finding.answer, " / ".join(segment.candidates), segment.finding)}
    for finding in (answer.membership, *answer.programmes, *answer.duties, *answer.funding, *answer.documents):
        said[finding.question, finding.programme, finding.object] = Said(finding.answer, "", finding)
    return said


def _reads(matter: Matter, earlier: Matter) -> bool:
    """Whether a matter was asked in the light of an earlier one: the segment, or the programme it pays."""
    question, programme, _ = matter
    if earlier[0] is Question.SEGMENT:
        return True
    return earlier[0] is Question.PROGRAMME and question is Question.FUNDING and earlier[2] == programme


def _responsible(
    matter: Matter,
    said: tuple[Said | None, Said | None],
    answers: tuple[PeriodAnswer, PeriodAnswer],
    moments: tuple[Moment, Moment],
) -> Iterator[RuleChange]:
    """The rules on the matter that changed; those behind either answer where there are any, else all."""
    found = [
        change
        for name in sorted(_on_matter(matter, moments[0], answers[0]) | _on_matter(matter, moments[1], answers[1]))
        if (change := _met_change(name, answers, moments))
    ]
    behind = {rule for side in said if side for rule in _behind(side.finding)}
    yield from [change for change in found if change.rule.id in behind] or found


def _on_matter(matter: Matter, side: Moment, answer: PeriodAnswer) -> set[str]:
    question, _, name = matter
    rules = (side.rulebook.rule(rule_id) for rule_id, force in answer.met.items() if force is not Force.NO)
    return {rule.id for rule in rules if rule.question is question and (not name or name in rule.norm.objects)}


def _behind(finding: Finding) -> Iterator[str]:
    for ground in (*finding.grounds, *finding.instructed):
        yield ground.rule.id
        yield from (defeat.rule.id for defeat in ground.defeated)


def _met_change(
    name: str, answers: tuple[PeriodAnswer, PeriodAnswer], moments: tuple[Moment, Moment]
) -> RuleChange | None:
    """What happened to a rule in this case: in itself, or because the case meets it now."""
    rules = [_find(side.rulebook, name) for side in moments]
    change = _rule_change(rules[0], rules[1], *moments)
    if change or not rules[1]:
        return change
    met = [answer.met.get(name, Force.NO) is not Force.NO for answer in answers]
    if met[0] == met[1]:
        return None
    return RuleChange(rules[1], How.MET if met[1] else How.UNMET)


def _find(rulebook: Rulebook, name: str) -> Rule | None:
    try:
        return rulebook.rule(name)
    except KeyError:
        return None
