"""Which of several norms on one object stands, and by what principle the others fell.

Order of the principles: declared exception, higher norm, narrower conditions, later norm. Where the
ladder gives no order, or readings of one provision differ, nothing falls and the answer is unsettled.
The order of rules in the files never matters.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum

from regpol.law.model import Among, Between, Condition, Ladder, Modality, Rule, Test
from regpol.terms.answer import Answer
from regpol.terms.dates import Force

Opposition = Callable[[Rule, Rule], bool]
"""Whether two rules cannot both stand."""


class Principle(StrEnum):
    """Why a norm fell; values are what the explanation prints."""

    EXCEPTION = "pengecualian yang dinyatakan"
    SUPERIOR = "norma yang lebih tinggi (lex superior)"
    SPECIAL = "norma yang lebih khusus (lex specialis)"
    LATER = "norma yang lebih baru (lex posterior)"


@dataclass(frozen=True)
class Defeat:
    """A rule that applied but does not stand."""

    rule: Rule
    by: Rule
    principle: Principle


@dataclass(frozen=True)
class Ground:
    """A rule behind an answer. ``kind``: "norm", "instruction", "silence", "unread" or "outside_time"."""

    rule: Rule
    kind: str
    force: Force
    defeated: tuple[Defeat, ...] = ()

    @property
    def classifies(self) -> bool:
        """Whether it is a norm in force that puts the worker in."""
        return self.kind == "norm" and self.rule.norm.modality.answer.positive


@dataclass(frozen=True)
class Resolution:
    """The answer on one object, with everything that was said about it."""

    object: str
    answer: Answer
    grounds: tuple[Ground, ...]
    instructed: tuple[Ground, ...] = ()


def resolve(name: str, met: Iterable[tuple[Rule, Force]], ladder: Ladder) -> Resolution | None:
    """The answer on one object from the rules met on it; None if nothing speaks.

    Where only instructions speak the answer is silent without grounds: whether that silence may stand
    undeclared is for the question to say.
    """
    ordered = sorted(met, key=lambda pair: pair[0].id)
    binding = [(rule, force) for rule, force in ordered if not rule.instructing]
    instructed = tuple(Ground(rule, "instruction", force) for rule, force in ordered if rule.instructing)
    instructed = tuple(ground for ground in instructed if ground.force is not Force.NO)
    resolution = _decide(name, binding, ladder)
    if resolution is None and instructed:
        resolution = Resolution(name, Answer.SILENT, ())
    return resolution and replace(resolution, instructed=instructed)


def _decide(name: str, met: list[tuple[Rule, Force]], ladder: Ladder) -> Resolution | None:
    norms = [rule for rule, force in met if force is Force.YES and rule.norm.modality not in _WITHOUT_NORM]
    standing, defeats = settle(norms, ladder, _opposed)
    if standing:
        resolution = _from_norms(name, standing, defeats)
        return _if_turned(resolution, norms, [rule for rule, force in met if force is Force.UNCERTAIN], ladder)
    unread = [
        (rule, force)
        for rule, force in met
        if force is not Force.NO and (rule.norm.modality is Modality.UNREAD or force is Force.UNCERTAIN)
    ]
    if unread:
        return Resolution(name, Answer.UNREAD, tuple(Ground(rule, "unread", force) for rule, force in unread))
    return _without_norms(name, met)


_WITHOUT_NORM = frozenset({Modality.UNREAD, Modality.SILENT})


def _from_norms(name: str, standing: list[Rule], defeats: list[Defeat]) -> Resolution:
    answers = {rule.norm.modality.answer for rule in standing}
    opposed = any(answer.positive for answer in answers) and any(answer.negative for answer in answers)
    answer = Answer.UNSETTLED if opposed else max(answers)
    strongest = sorted(standing, key=lambda rule: (rule.norm.modality.answer.rank, rule.id))
    grounds = [Ground(rule, "norm", Force.YES, _fallen_to(rule, defeats)) for rule in strongest]
    return Resolution(name, answer, tuple(grounds))


def _if_turned(certain: Resolution, norms: list[Rule], uncertain: list[Rule], ladder: Ladder) -> Resolution:
    """The answer as it stands, unless norms that may be in force already would turn it: then it is unread."""
    perhaps = [rule for rule in uncertain if rule.norm.modality not in _WITHOUT_NORM]
    if not perhaps or certain.answer.open:
        return certain
    possible = _from_norms(certain.object, *settle([*norms, *perhaps], ladder, _opposed)).answer
    if (possible.positive, possible.negative) == (certain.answer.positive, certain.answer.negative):
        return certain
    grounds = tuple(Ground(rule, "unread", Force.UNCERTAIN) for rule in perhaps)
    return replace(certain, answer=Answer.UNREAD, grounds=certain.grounds + grounds)


def _fallen_to(rule: Rule, defeats: list[Defeat]) -> tuple[Defeat, ...]:
    return tuple(defeat for defeat in defeats if defeat.by is rule)


def _without_norms(name: str, met: list[tuple[Rule, Force]]) -> Resolution | None:
    outside = [(r, f) for r, f in met if f is Force.NO and r.norm.modality not in _WITHOUT_NORM]
    outside.sort(key=lambda pair: (pair[0].validity.since.earliest, pair[0].id))
    silent = [(r, f) for r, f in met if f is Force.YES and r.norm.modality is Modality.SILENT]
    grounds = tuple(Ground(rule, "silence", force) for rule, force in silent)
    if outside:
        before = tuple(Ground(rule, "outside_time", force) for rule, force in outside)
        return Resolution(name, Answer.NOT_IN_FORCE, before + grounds)
    return Resolution(name, Answer.SILENT, grounds) if grounds else None


def settle(rules: list[Rule], ladder: Ladder, opposed: Opposition) -> tuple[list[Rule], list[Defeat]]:
    """The rules that stand, and the defeats of those that fell.

    ``opposed`` tells which two rules cannot both stand. A rule falls only to one that stands itself;
    rules that beat each other in a circle all stand, and the answer is unsettled.
    """
    attacks = [
        Defeat(rule, other, principle)
        for rule in rules
        for other in rules
        if other is not rule and (principle := _attack(other, rule, ladder, opposed))
    ]
    standing: set[str] = set()
    fallen: dict[str, Defeat] = {}
    changed = True
    while changed:
        changed = False
        for rule in rules:
            against = [attack for attack in attacks if attack.rule is rule and attack.by.id not in fallen]
            if rule.id in fallen or rule.id in standing:
                continue
            won = next((attack for attack in against if attack.by.id in standing), None)
            if won:
                fallen[rule.id] = won
                changed = True
            elif not against:
                standing.add(rule.id)
                changed = True
    return [rule for rule in rules if rule.id not in fallen], list(fallen.values())


def _attack(one: Rule, other: Rule, ladder: Ladder, opposed: Opposition) -> Principle | None:
    if other.id in one.overrides:
        return Principle.EXCEPTION
    return beats(one, other, ladder) if opposed(one, other) else None


def _opposed(one: Rule, other: Rule) -> bool:
    first, second = one.norm.modality.answer, other.norm.modality.answer
    return (first.positive and second.negative) or (first.negative and second.positive)


def beats(one: Rule, other: Rule, ladder: Ladder) -> Principle | None:
    """The principle by which ``one`` comes before ``other``, or None if the law gives no order."""
    if other.id in one.overrides:
        return Principle.EXCEPTION
    if one.id in other.overrides or one.provision is None or other.provision is None:
        return None
    mine, theirs = one.provision.regulation, other.provision.regulation
    if ladder.higher(mine.kind, theirs.kind):
        return Principle.SUPERIOR
    if mine.kind != theirs.kind or not _one_issuer(mine.issuer, theirs.issuer) or _rival_readings(one, other):
        return None
    if narrower(one.conditions, other.conditions):
        return Principle.SPECIAL
    later = one.validity.since.earliest > other.validity.since.latest
    return Principle.LATER if later and not narrower(other.conditions, one.conditions) else None


def _one_issuer(mine: str, theirs: str) -> bool:
    return not mine or not theirs or mine == theirs


def _rival_readings(one: Rule, other: Rule) -> bool:
    if one.reading is None or other.reading is None or one.provision is None or other.provision is None:
        return False
    return one.provision.id == other.provision.id


def narrower(one: tuple[Condition, ...], other: tuple[Condition, ...]) -> bool:
    """Whether the conditions of ``one`` are strictly contained in those of ``other``."""
    return _inside(one, other) and not _inside(other, one)


def _inside(one: tuple[Condition, ...], other: tuple[Condition, ...]) -> bool:
    return all(any(_condition_inside(mine, theirs) for theirs in other) for mine in one)


def _condition_inside(mine: Condition, theirs: Condition) -> bool:
    return all(any(_test_inside(test, wider) for test in mine) for wider in theirs)


def _test_inside(test: Test, wider: Test) -> bool:
    if isinstance(test, Among) and isinstance(wider, Among):
        return test.fact == wider.fact and test.codes <= wider.codes
    if isinstance(test, Between) and isinstance(wider, Between):
        low = wider.low is None or (test.low is not None and test.low >= wider.low)
        high = wider.high is None or (test.high is not None and test.high <= wider.high)
        return test.fact == wider.fact and low and high
    return False
