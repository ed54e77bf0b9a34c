"""Which decision stands for a category in a paper, and what lies above it in the taxonomy."""

from collections.abc import Iterable

from regpol.decision.batch import DecidedCombination
from regpol.law.model import Rulebook


def largest(decided: tuple[DecidedCombination, ...], order: tuple[str, ...]) -> dict[str, DecidedCombination]:
    """For each category the combination most of its people are in, in the order of the taxonomy."""
    found: dict[str, DecidedCombination] = {}
    for one in decided:
        code = one.combination.category
        if code not in found or one.combination.people > found[code].combination.people:
            found[code] = one
    return {code: found[code] for code in order if code in found}


def ancestors(rulebook: Rulebook, code: str) -> Iterable[str]:
    """Every category above one, the nearest first."""
    for parent in rulebook.categories[code].parents:
        yield parent
        yield from ancestors(rulebook, parent)
