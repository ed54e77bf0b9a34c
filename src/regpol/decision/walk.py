"""Walks every reachable situation of every question and budget year, looking for those nothing answers.

Reachable: a segment that the law does not leave open for a category is not walked for it, nor a fact
that the category rules out. Only the reference evaluator walks the whole space; durable-rules
confirms the situations that cases, examples and registers reach.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from regpol.decision.case import Query, segment_of
from regpol.decision.findings import Decider
from regpol.decision.reference import evaluate
from regpol.law.model import Rulebook
from regpol.situations.target import Known, Moment, Situation, Target
from regpol.terms.dates import split_year
from regpol.terms.problems import Refused
from regpol.terms.problems.law import Gap


@dataclass(frozen=True)
class Walk:
    """How many situations were walked, and those without an answer."""

    situations: int
    gaps: tuple[Gap, ...]


def walk(rulebook: Rulebook, region: str, years: tuple[int, ...]) -> Walk:
    """Decides every reachable situation of a region in these budget years, wherever something changes."""
    decider = Decider(rulebook, region, durable=lambda target: lambda situation: evaluate(target, situation))
    cuts = tuple(sorted({cut for target in decider.targets.values() for cut in target.cuts}))
    gaps: dict[str, Gap] = {}
    seen: set[Situation] = set()
    for year in years:
        for period in split_year(year, cuts):
            for situation in _reachable(decider, Moment(period.start, year), gaps):
                if situation not in seen:
                    seen.add(situation)
                    _try(decider, situation, gaps)
    return Walk(len(seen), tuple(gaps.values()))


def _try(decider: Decider, situation: Situation, gaps: dict[str, Gap]) -> None:
    try:
        decider.decide(situation)
    except Refused as refused:
        gaps |= {str(problem): problem for problem in refused.problems if isinstance(problem, Gap)}


def _reachable(decider: Decider, moment: Moment, gaps: dict[str, Gap]) -> Iterator[Situation]:
    for category in decider.rulebook.leaves:
        implied = dict(decider.rulebook.categories[category].implies)
        try:
            query = Query(category, decider.region, moment.budget_year, facts=implied)
            segment = segment_of(decider, query, moment)
        except Refused as refused:
            gaps |= {str(problem): problem for problem in refused.problems if isinstance(problem, Gap)}
            continue
        known: Known = {**implied, "kategori": category, "segmen": segment.candidates}
        for target in decider.targets.values():
            yield from _situations(target, known, target.first_alike(moment))


def _situations(target: Target, known: Known, moment: Moment) -> Iterator[Situation]:
    for cells in product(*target.choices(known)):
        yield Situation(target.name, cells, moment)
