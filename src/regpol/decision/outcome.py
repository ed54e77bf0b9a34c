"""What one set of rules met comes to: the answers, and what each rule had to do with them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from regpol.decision.findings import resolutions_of, unanswered
from regpol.decision.precedence import Resolution
from regpol.law.model import Ladder, Rule
from regpol.situations.target import Target
from regpol.terms.answer import Answer
from regpol.terms.dates import Force


@dataclass(frozen=True, order=True)
class Conflict:
    """Two rules that stand against each other on an object though nothing explains why neither falls."""

    object: str
    one: str
    other: str


@dataclass(frozen=True)
class Outcome:
    """The answers in one situation and the part each rule plays; ``hidden`` names behind which others."""

    answers: tuple[Answer, ...]
    met: frozenset[str]
    in_force: frozenset[str]
    shown: frozenset[str]
    hidden: dict[str, frozenset[str]]
    applied: frozenset[tuple[str, str]]
    gaps: tuple[str, ...]
    conflicts: frozenset[Conflict]


def outcome_of(target: Target, met: list[tuple[Rule, Force]], ladder: Ladder) -> Outcome:
    """Decides what rules that are met come to, without refusing a gap."""
    resolutions = resolutions_of(target, met, ladder)
    in_force = {rule.id: rule for rule, force in met if force is not Force.NO}
    shown = {ground.rule.id for it in resolutions.values() for ground in (*it.grounds, *it.instructed)}
    gaps = unanswered(target, resolutions)
    return Outcome(
        tuple(resolution.answer for name, resolution in resolutions.items() if name not in gaps),
        frozenset(rule.id for rule, _ in met),
        frozenset(in_force),
        frozenset(shown & in_force.keys()),
        {rule.id: _behind(rule, resolutions) for rule in in_force.values() if rule.id not in shown},
        frozenset(_applied(in_force, shown)),
        gaps,
        frozenset(_conflicts(target, resolutions, ladder)),
    )


def _behind(rule: Rule, resolutions: dict[str, Resolution]) -> frozenset[str]:
    """What a rule that does not show is hidden by: what defeated it, else what was answered instead."""
    spoken = [resolutions[name] for name in rule.norm.objects if name in resolutions]
    grounds = [ground for resolution in spoken for ground in resolution.grounds]
    defeated = {ground.rule.id for ground in grounds for defeat in ground.defeated if defeat.rule.id == rule.id}
    return frozenset(defeated or {ground.rule.id for ground in grounds})


def _applied(in_force: dict[str, Rule], shown: set[str]) -> Iterator[tuple[str, str]]:
    """Declared exceptions that meet what they are exceptions to."""
    for rule in in_force.values():
        for name in rule.overrides:
            general = in_force.get(name)
            if rule.id in shown and general and not set(rule.norm.objects).isdisjoint(general.norm.objects):
                yield rule.id, name


def _conflicts(target: Target, resolutions: dict[str, Resolution], ladder: Ladder) -> Iterator[Conflict]:
    unsettled = {name: it for name, it in resolutions.items() if it.answer is Answer.UNSETTLED}
    for name, resolution in unsettled.items():
        for one, other in combinations(_standing(resolution), 2):
            if _opposed(one, other) and not _explained(one, other, ladder):
                yield _ordered(name, one, other)
    if target.question.single:
        for (name, first), (_, second) in combinations(unsettled.items(), 2):
            for one in _positive(_standing(first)):
                for other in _positive(_standing(second)):
                    if not _explained(one, other, ladder):
                        yield _ordered(name, one, other)


def _standing(resolution: Resolution) -> list[Rule]:
    return [ground.rule for ground in resolution.grounds if ground.kind == "norm"]


def _positive(rules: Iterable[Rule]) -> Iterator[Rule]:
    return (rule for rule in rules if rule.norm.modality.answer.positive)


def _opposed(one: Rule, other: Rule) -> bool:
    return one.norm.modality.answer.positive is not other.norm.modality.answer.positive


def _ordered(name: str, one: Rule, other: Rule) -> Conflict:
    return Conflict(name, *sorted((one.id, other.id)))


def _explained(one: Rule, other: Rule, ladder: Ladder) -> bool:
    """Whether neither falls for a reason the rulebook gives: both are readings, or the norms have no order."""
    if one.provision is None or other.provision is None or (one.reading and other.reading):
        return True
    mine, theirs = one.provision.regulation, other.provision.regulation
    if ladder.higher(mine.kind, theirs.kind) or ladder.higher(theirs.kind, mine.kind):
        return False
    return mine.kind != theirs.kind or bool(mine.issuer and theirs.issuer and mine.issuer != theirs.issuer)
