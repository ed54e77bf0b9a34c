"""What a walk found, as problems with the places to go to."""

from collections.abc import Iterator
from itertools import groupby

from regpol.decision.walk.one_target import FoundGap, TargetWalk
from regpol.decision.walk.whole_rulebook import RulebookWalk
from regpol.law.model import Rule, Rulebook
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.law_walk import (
    ExceptionNeverApplies,
    NeverInForce,
    NeverMet,
    Shadowed,
    Unanswered,
    UnexplainedConflict,
)

_RULES = Place("rules")
_SHOWN = 4


def findings(rulebook: Rulebook, walk: RulebookWalk) -> tuple[Problem, ...]:
    """Everything a walk found, gaps first, then in the order of the files."""
    gaps = [problem for _, it in walk.walks for problem in _gaps(it)]
    conflicts = [problem for _, it in walk.walks for problem in _conflicts(rulebook, it)]
    rules = {rule.id: rule for it in walk.reaches for rule in it.target.rules}
    others = [*conflicts, *_dead(walk, rules), *_exceptions(walk, rules)]
    return (*gaps, *sorted(others, key=lambda problem: (problem.place, problem.code)))


def _gaps(walk: TargetWalk) -> Iterator[Problem]:
    """A message for each set of situations; objects that lack an answer in the same ones share it."""

    def alike(gap: FoundGap) -> tuple[object, ...]:
        return gap.count, gap.cells, gap.periods, gap.example

    question = walk.name.partition("/")[0]
    for _, group in groupby(sorted(walk.gaps, key=lambda gap: (str(alike(gap)), gap.object)), alike):
        same = list(group)
        objects = tuple(gap.object for gap in same if gap.object)
        yield Unanswered(
            place=_RULES,
            asked=f"{question} {', '.join(objects)}".strip(),
            objects=objects,
            count=same[0].count,
            cells=same[0].cells,
            periods=same[0].periods,
            example=same[0].example,
        )


def _conflicts(rulebook: Rulebook, walk: TargetWalk) -> Iterator[Problem]:
    for found in walk.conflicts:
        it = found.conflict
        yield UnexplainedConflict(
            place=rulebook.rule(it.one).place,
            question=walk.name.partition("/")[0],
            object=it.object,
            one=_cited(rulebook.rule(it.one)),
            other=_cited(rulebook.rule(it.other)),
            count=found.count,
            example=found.example,
        )


def _cited(rule: Rule) -> str:
    return f"{rule.id} ({rule.provision.citation})" if rule.provision else rule.id


def _dead(walk: RulebookWalk, rules: dict[str, Rule]) -> Iterator[Problem]:
    met = {rule for _, it in walk.walks for rule in it.met}
    in_force = {rule for _, it in walk.walks for rule in it.in_force}
    shown = {rule for _, it in walk.walks for rule in it.shown}
    for rule in rules.values():
        if rule.id not in met:
            yield NeverMet(place=rule.place, rule=rule.id)
        elif rule.id not in in_force:
            first, last = walk.years[0], walk.years[-1]
            validity = rule.validity.label
            yield NeverInForce(place=rule.place, rule=rule.id, validity=validity, first=first, last=last)
        elif rule.id not in shown:
            hidden = [it.hidden[rule.id] for _, it in walk.walks if rule.id in it.hidden]
            behind = tuple(dict.fromkeys(name for _, names in hidden for name in names))
            count = sum(number for number, _ in hidden)
            shown_names = behind[:_SHOWN] or ("jawaban lain",)
            yield Shadowed(place=rule.place, rule=rule.id, count=count, by=shown_names)


def _exceptions(walk: RulebookWalk, rules: dict[str, Rule]) -> Iterator[Problem]:
    applied = {pair for _, it in walk.walks for pair in it.applied}
    in_force = {rule for _, it in walk.walks for rule in it.in_force}
    for rule in rules.values():
        for name in rule.overrides:
            if rule.id in in_force and (rule.id, name) not in applied:
                yield ExceptionNeverApplies(place=rule.place, rule=rule.id, target=name)
