"""Lets durable-rules confirm a sample of what the reference walked; the seed makes the sample the same each time."""

import random
from collections.abc import Iterator
from math import prod

from regpol.decision.durable_adapter import DurableEngine
from regpol.decision.findings import disagreement
from regpol.decision.reference import Tabulated, evaluate
from regpol.decision.walk.reach import Reach
from regpol.situations.target import Situation
from regpol.terms.problems.law import EngineDisagreement

_SEED = 2021
_TRIES = 20
"""How often at most a situation is drawn again because it was drawn before."""


def sample(reaches: tuple[Reach, ...], number: int) -> dict[int, tuple[Situation, ...]]:
    """Distinct situations that can occur, by the position of their target: one of each target, then by size."""
    chance = random.Random(_SEED)  # noqa: S311 - a sample that must come out alike, not a secret
    open_to_all = [place for place, it in enumerate(reaches) if any(blocks for _, blocks in it.stretches)]
    sizes = [reaches[place].size for place in open_to_all]
    drawn: dict[tuple[int, Situation], None] = {}
    for turn in range(number * _TRIES if open_to_all else 0):
        if len(drawn) >= number:
            break
        place = open_to_all[turn] if turn < len(open_to_all) else chance.choices(open_to_all, sizes)[0]
        drawn[place, _one(chance, reaches[place])] = None
    return {place: tuple(it for where, it in drawn if where == place) for place, _ in drawn}


def _one(chance: random.Random, reach: Reach) -> Situation:
    stretch, blocks = chance.choice([pair for pair in reach.stretches if pair[1]])
    (block,) = chance.choices(blocks, [prod(map(len, block)) for block in blocks])
    return Situation(reach.target.name, tuple(chance.choice(cells) for cells in block), stretch.moment)


def differences(reaches: tuple[Reach, ...], number: int) -> tuple[int, tuple[EngineDisagreement, ...]]:
    """How many situations were confirmed, and where the engines differ."""
    drawn = sample(reaches, number)
    found = [problem for place, situations in drawn.items() for problem in _differing(reaches[place], situations)]
    return sum(map(len, drawn.values())), tuple(found)


def _differing(reach: Reach, situations: tuple[Situation, ...]) -> Iterator[EngineDisagreement]:
    target = reach.target
    durable, table = DurableEngine(target), Tabulated(target)
    for situation in situations:
        first, second = evaluate(target, situation), durable.evaluate(situation)
        tabulated = {rule.id for rule in table.met(table.of(situation.cells))}
        if second != first or tabulated != first.keys():
            yield disagreement(target, situation, first, second)
