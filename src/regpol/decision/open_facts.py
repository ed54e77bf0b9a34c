"""Deciding a question when some facts are open: missing, or left open by an earlier question.

A rule sees only known facts. For an open one the question is decided for every cell it could take;
an answer common to all is the answer, otherwise the facts on which they differ are named.
"""

from collections.abc import Hashable
from dataclasses import dataclass
from itertools import product

from regpol.decision.findings import Decider, Findings
from regpol.decision.precedence import Ground, Resolution
from regpol.decision.sides import Side, label, spread
from regpol.law.model import Origin, Question
from regpol.situations.axis import Axis
from regpol.situations.target import Known, Moment, Situation, Target, possible_cells
from regpol.terms.answer import Answer
from regpol.terms.dates import Force


@dataclass(frozen=True)
class Finding:
    """The answer on one object. ``missing`` names facts on which it depends and that are not known."""

    question: Question
    object: str
    answer: Answer
    grounds: tuple[Ground, ...]
    instructed: tuple[Ground, ...] = ()
    sides: tuple[Side, ...] = ()
    missing: tuple[str, ...] = ()
    programme: str = ""

    @property
    def assumed(self) -> tuple[str, ...]:
        """What was carried into the year asked about, as far as the answer rests on it."""
        return tuple(dict.fromkeys(it.rule.assumed for it in self.grounds + self.instructed if it.rule.assumed))

    @property
    def signature(self) -> tuple[Hashable, ...]:
        """What makes two findings the same for a reader."""
        rules = tuple((ground.rule.id, ground.kind) for ground in self.grounds + self.instructed)
        return self.question, self.programme, self.object, self.answer, rules, self.sides, self.missing


@dataclass(frozen=True)
class PartFindings:
    """One target decided over all situations a case may be in."""

    findings: dict[str, Finding]
    met: dict[str, Force]


@dataclass(frozen=True)
class OpenFindings:
    """A question decided over all situations a case may be in."""

    findings: dict[str, Finding]
    labels: dict[str, str]
    met: dict[str, Force]


def decide_open(decider: Decider, question: Question, known: Known, moment: Moment, upstream: Answer) -> OpenFindings:
    """The findings of a case whose facts may be open.

    ``upstream`` is the answer an earlier question gave where it left a fact open (unsettled, unread).
    """
    findings: dict[str, Finding] = {}
    met: dict[str, Force] = {}
    for target in decider.parts[question]:
        found = _shared(decider, target, known, moment, upstream)
        findings |= found.findings
        met |= found.met
    order = decider.rulebook.vocabulary[question.vocabulary]
    return OpenFindings(
        {name: findings[name] for name in order if name in findings}, _labels(decider, question, known), met
    )


def _shared(decider: Decider, target: Target, known: Known, moment: Moment, upstream: Answer) -> PartFindings:
    """The part, decided once for all cases in the same cells: the combinations of a register share most of them.

    What is said of open facts names the values that are possible, so there the values must be the same too.
    """
    choices = target.choices(known)
    is_open = any(len(cells) > 1 for cells in choices)
    values = tuple(known.get(code) for code in target.facts) if is_open else ()
    key = (target.name, choices, target.first_alike(moment), upstream if is_open else None, values)
    found = decider.shared_parts.get(key)
    if found is None:
        found = decider.shared_parts[key] = decide_part(decider, target, known, moment, upstream)
    return found


def decide_part(decider: Decider, target: Target, known: Known, moment: Moment, upstream: Answer) -> PartFindings:
    """The findings on the objects of one target."""
    choices = target.choices(known)
    alike = target.first_alike(moment)
    runs = [decider.decide(Situation(target.name, cells, alike)) for cells in product(*choices)]
    objects = dict.fromkeys(name for run in runs for name in run.resolutions)
    findings = {name: _merge(target, known, runs, name, upstream) for name in objects}
    met: dict[str, Force] = {}
    for run in runs:
        met |= dict(run.trace)
    return PartFindings(findings, met)


def _labels(decider: Decider, question: Question, known: Known) -> dict[str, str]:
    axes = decider.axes(question)
    key = question, tuple(known.get(axis.fact.code) for axis in axes)
    found = decider.shared_labels.get(key)
    if found is None:
        found = decider.shared_labels[key] = {axis.fact.code: _label(axis, known) for axis in axes}
    return found


def _label(axis: Axis, known: Known) -> str:
    return " / ".join(label(axis, (cell,), known) for cell in possible_cells(axis, known))


def _merge(target: Target, known: Known, runs: list[Findings], name: str, upstream: Answer) -> Finding:
    resolutions = [run.resolutions.get(name) for run in runs]
    answers = {resolution.answer if resolution else None for resolution in resolutions}
    grounds, instructed = _gathered(resolutions)
    if len(answers) == 1:
        answer = next(iter(answers))
        return Finding(target.question, name, answer or Answer.SILENT, grounds, instructed)
    found = spread(target, known, runs, name)
    missing = tuple(code for code, origin in found.differing if origin is not Origin.QUESTION)
    answer = Answer.UNKNOWN if missing else upstream
    return Finding(target.question, name, answer, grounds, instructed, found.sides, missing)


def _gathered(resolutions: list[Resolution | None]) -> tuple[tuple[Ground, ...], tuple[Ground, ...]]:
    grounds: dict[tuple[str, str], Ground] = {}
    instructed: dict[tuple[str, str], Ground] = {}
    for resolution in resolutions:
        if resolution:
            grounds |= {(ground.rule.id, ground.kind): ground for ground in resolution.grounds}
            instructed |= {(ground.rule.id, ground.kind): ground for ground in resolution.instructed}
    return tuple(grounds.values()), tuple(instructed.values())
