"""Findings: for one target and one situation, the answer on every object, decided once and kept.

Every situation met is run through both engines; if they differ, the run stops with both traces.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from regpol.decision.precedence import Defeat, Ground, Resolution, resolve, settle
from regpol.decision.reference import Trace, evaluate
from regpol.law.model import Ladder, Question, Rule, Rulebook
from regpol.situations.axis import Axis
from regpol.situations.target import Situation, Target, joint_axes, targets
from regpol.terms.answer import Answer
from regpol.terms.dates import Force
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.law import EngineDisagreement, Gap

if TYPE_CHECKING:
    from regpol.decision.open_facts import PartFindings

Engine = Callable[[Situation], Trace]


@dataclass(frozen=True)
class Findings:
    """What one target answers in one situation: a resolution for each object, and the trace behind it."""

    situation: Situation
    resolutions: dict[str, Resolution]
    trace: tuple[tuple[str, Force], ...]


class Decider:
    """Decides the situations of one region, each once.

    ``shared_parts`` and ``shared_labels`` keep what `open_facts` put together from them, for cases in the same cells.
    ``durable`` may replace the second engine; tests use it to make the two differ.
    """

    def __init__(self, rulebook: Rulebook, region: str, durable: Callable[[Target], Engine] | None = None) -> None:
        self.rulebook = rulebook
        self.region = region
        self.targets = targets(rulebook, region)
        self._durable = durable or _durable_engine
        self._engines: dict[str, Engine] = {}
        self._kept: dict[Situation, Findings] = {}
        self._axes: dict[Question, tuple[Axis, ...]] = {}
        self.shared_parts: dict[Hashable, PartFindings] = {}
        self.shared_labels: dict[Hashable, dict[str, str]] = {}

    @property
    def decided(self) -> tuple[Findings, ...]:
        """Every situation decided so far."""
        return tuple(self._kept.values())

    @cached_property
    def parts(self) -> dict[Question, tuple[Target, ...]]:
        """The targets each question falls into."""
        return {
            question: tuple(target for target in self.targets.values() if target.question is question)
            for question in Question
        }

    def part(self, question: Question, name: str) -> Target:
        """The target that decides one object of a question; an open segment names none, and has only one."""
        parts = self.parts[question]
        return next((target for target in parts if name in target.objects), parts[0])

    def axes(self, question: Question) -> tuple[Axis, ...]:
        """The facts a question reads, cut so that they tell apart what any of its targets does."""
        if question not in self._axes:
            rules = [rule for target in self.parts[question] for rule in target.rules]
            self._axes[question] = joint_axes(self.rulebook, rules)
        return self._axes[question]

    def decide(self, situation: Situation) -> Findings:
        """The findings of a situation.

        Raises:
            Refused: if the engines disagree, or an object has neither rule nor declared silence.
        """
        found = self._kept.get(situation)
        if found is None:
            found = self._kept[situation] = self._decide(situation)
        return found

    def _decide(self, situation: Situation) -> Findings:
        target = self.targets[situation.target]
        trace = evaluate(target, situation)
        second = self._engine(target)(situation)
        if second != trace:
            raise Refused(disagreement(target, situation, trace, second))
        met = [(rule, trace[rule.id]) for rule in target.rules if rule.id in trace]
        resolutions = resolutions_of(target, met, self.rulebook.ladder)
        for name in unanswered(target, resolutions):
            raise Refused(_gap(target, situation, name))
        return Findings(situation, resolutions, tuple(trace.items()))

    def _engine(self, target: Target) -> Engine:
        if target.name not in self._engines:
            self._engines[target.name] = self._durable(target)
        return self._engines[target.name]


def resolutions_of(target: Target, met: list[tuple[Rule, Force]], ladder: Ladder) -> dict[str, Resolution]:
    """The answer on each object of which the rules met say something."""
    if target.question.single:
        return _single(target.objects, met, ladder)
    resolved = {name: resolve(name, on_object(name, met), ladder) for name in target.objects}
    return {name: resolution for name, resolution in resolved.items() if resolution}


def on_object(name: str, met: list[tuple[Rule, Force]]) -> list[tuple[Rule, Force]]:
    """The rules met that speak of one object."""
    return [(rule, force) for rule, force in met if name in rule.norm.objects]


def unanswered(target: Target, resolutions: dict[str, Resolution]) -> tuple[str, ...]:
    """The objects that lack an answer; an open segment, of which there is one, has no name."""
    if target.question.single:
        return () if resolutions else ("",)
    if not target.question.complete:
        return ()
    return tuple(name for name in target.objects if name not in resolutions or not resolutions[name].grounds)


def _single(objects: tuple[str, ...], met: list[tuple[Rule, Force]], ladder: Ladder) -> dict[str, Resolution]:
    """Objects compete: where norms for several stand, each is unsettled.

    Only a norm that stands on its own object takes part: one that fell there defeats nobody elsewhere.
    """
    alone = [resolve(name, on_object(name, met), ladder) for name in objects]
    classified = {ground.rule.id: ground.rule for it in alone if it for ground in it.grounds if ground.classifies}
    standing, defeats = settle([classified[rule_id] for rule_id in sorted(classified)], ladder, _other_object)
    open_objects = {name for rule in standing for name in rule.norm.objects}
    fallen = {defeat.rule.id for defeat in defeats}
    resolutions = {}
    for name in objects:
        left = [(rule, force) for rule, force in on_object(name, met) if rule.id not in fallen]
        resolution = resolve(name, left, ladder)
        if resolution is None or not resolution.grounds:
            continue
        if resolution.answer.positive:
            resolution = _with_defeats(resolution, defeats)
            if len(open_objects) > 1:
                resolution = replace(resolution, answer=Answer.UNSETTLED)
        resolutions[name] = resolution
    return resolutions


def _gap(target: Target, situation: Situation, name: str) -> Gap:
    words = ", ".join(f"{fact} = {label}" for fact, label in target.labels(situation).items())
    moment = situation.moment
    shown = f"{words}; {moment.day.isoformat()}, tahun anggaran {moment.budget_year}"
    return Gap(place=NOWHERE, question=str(target.question), object=name, situation=shown)


def _durable_engine(target: Target) -> Engine:
    from regpol.decision.durable_adapter import DurableEngine

    return DurableEngine(target).evaluate


def _other_object(one: Rule, other: Rule) -> bool:
    return not set(one.norm.objects) & set(other.norm.objects)


def _with_defeats(resolution: Resolution, defeats: list[Defeat]) -> Resolution:
    def extended(ground: Ground) -> Ground:
        fallen = tuple(defeat for defeat in defeats if defeat.by.id == ground.rule.id)
        return replace(ground, defeated=ground.defeated + fallen)

    return replace(resolution, grounds=tuple(extended(ground) for ground in resolution.grounds))


def disagreement(target: Target, situation: Situation, first: Trace, second: Trace) -> EngineDisagreement:
    """What to tell where the reference (first) and durable-rules (second) differ."""
    labels = target.labels(situation)
    shown = f"{target.name} {labels} pada {situation.moment.day.isoformat()}"
    return EngineDisagreement(
        place=NOWHERE,
        situation=shown,
        reference=tuple(f"{rule}={force}" for rule, force in first.items()),
        durable=tuple(f"{rule}={force}" for rule, force in second.items()),
    )
