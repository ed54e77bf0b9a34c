"""Walks every situation of every question and budget year, looking for those nothing answers.

Only the reference evaluator walks the whole space; durable-rules confirms the situations that cases,
examples and registers reach.
"""

from dataclasses import dataclass
from datetime import date

from regpol.decision.findings import Decider
from regpol.decision.reference import evaluate
from regpol.law.model import Rulebook
from regpol.situations.target import Moment
from regpol.terms.dates import split_year
from regpol.terms.problems import Refused
from regpol.terms.problems.law import Gap


@dataclass(frozen=True)
class Walk:
    """How many situations were walked, and those without an answer."""

    situations: int
    gaps: tuple[Gap, ...]


def walk(rulebook: Rulebook, region: str, years: tuple[tuple[date, int], ...]) -> Walk:
    """Decides every situation of a region in these budget years, at each day on which something changes."""
    decider = Decider(rulebook, region, durable=lambda target: lambda situation: evaluate(target, situation))
    gaps: list[Gap] = []
    count = 0
    for target in decider.targets.values():
        for first_day, year in years:
            for period in split_year(first_day.year, target.cuts):
                for situation in target.situations(Moment(period.start, year)):
                    count += 1
                    try:
                        decider.decide(situation)
                    except Refused as refused:
                        gaps += [problem for problem in refused.problems if isinstance(problem, Gap)]
    return Walk(count, tuple(gaps))
