"""Walks a whole rulebook: national law in every kind of region, then each region that has law of its own."""

import multiprocessing
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass

from regpol.decision.findings import Decider
from regpol.decision.reference import evaluate
from regpol.decision.walk.kept import Kept, key_of
from regpol.decision.walk.one_target import TargetWalk, total_answers, walk_target
from regpol.decision.walk.reach import Reach, reach
from regpol.law.model import Ladder, Rulebook
from regpol.project.region import attributes, kinds
from regpol.terms.answer import Answer

_WORTH_A_POOL = 200_000
"""Below about this many situations, starting other processes costs more than it saves."""

NATIONAL = ""
"""The layer of the law that holds everywhere: the code of no region."""


@dataclass(frozen=True)
class RulebookWalk:
    """What walking a rulebook showed.

    ``walks`` come target by target, with the region of whose own law they are part, beside ``reaches`` and
    the ``keys`` they are filed under; ``kept`` is what to keep for the next time, and ``reused`` how many
    targets were taken from before.
    """

    walks: tuple[tuple[str, TargetWalk], ...]
    reaches: tuple[Reach, ...]
    keys: tuple[str, ...]
    years: tuple[int, ...]
    periods: int
    kept: Kept
    reused: int

    @property
    def situations(self) -> int:
        """How many situations were covered."""
        return sum(walk.situations for _, walk in self.walks)

    @property
    def answers(self) -> dict[Answer, int]:
        """How often each answer was given."""
        return total_answers(walk for _, walk in self.walks)


def walk(
    rulebook: Rulebook,
    *,
    region: str = NATIONAL,
    years: tuple[int, ...] = (),
    before: Mapping[str, TargetWalk] | None = None,
    workers: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> RulebookWalk:
    """Walks every situation that can occur, in these budget years or in all the rulebook speaks of.

    With a region, only that region with its own law. ``before`` are results kept of an earlier walk.

    Raises:
        Refused: if a target breaks up into more situations than can be walked.
    """
    asked = years or rulebook.budget_years
    layers = [region] if region else [NATIONAL, *_scopes(rulebook)]
    pieces = [(layer, it) for layer in layers for it in _layer(rulebook, layer, asked, alone=bool(region))]
    keys = [key_of(it, rulebook.ladder) for _, it in pieces]
    known = {key: before[key] for key in keys if before and key in before}
    fresh = dict(zip(keys, (it for _, it in pieces), strict=True))
    todo = {key: it for key, it in fresh.items() if key not in known}
    kept: Kept = {**known, **_walked(todo, rulebook.ladder, workers, progress)}
    reaches = tuple(it for _, it in pieces)
    walks = tuple((layer, kept[key]) for (layer, _), key in zip(pieces, keys, strict=True))
    starts = {stretch.period.start for it in reaches for stretch, _ in it.stretches}
    reused = sum(key in known for key in keys)
    return RulebookWalk(walks, reaches, tuple(keys), asked, len(starts), kept, reused)


def _scopes(rulebook: Rulebook) -> tuple[str, ...]:
    """The regions that have law of their own in this rulebook."""
    return tuple(sorted({it.scope for it in rulebook.regulations.values() if not it.national}))


def _layer(rulebook: Rulebook, layer: str, years: tuple[int, ...], *, alone: bool) -> Iterator[Reach]:
    """What can occur under a layer; of a region, beside the nation, only what its own law touches."""
    decider = Decider(rulebook, layer, durable=lambda target: lambda situation: evaluate(target, situation))
    there = attributes(rulebook.regions, layer) if layer else {}
    regions = tuple(kind for kind in kinds(rulebook.regions) if there.items() <= kind.items()) or (there,)
    for it in reach(decider, regions, years):
        own = any(rule.provision and not rule.provision.regulation.national for rule in it.target.rules)
        if own or alone or layer == NATIONAL:
            yield it


def _walked(
    todo: dict[str, Reach], ladder: Ladder, workers: int, progress: Callable[[int, int], None]
) -> dict[str, TargetWalk]:
    total = sum(it.size for it in todo.values())
    ordered = sorted(todo.items(), key=lambda pair: (-pair[1].size, pair[0]))
    found: dict[str, TargetWalk] = {}
    done = 0
    if workers < 2 or total < _WORTH_A_POOL or len(ordered) < 2:
        for key, it in ordered:
            found[key] = walk_target(it, ladder)
            done += it.size
            progress(done, total)
        return found
    with ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("fork")) as pool:
        running = {pool.submit(walk_target, it, ladder): key for key, it in ordered}
        for future in as_completed(running):
            found[running[future]] = future.result()
            done += todo[running[future]].size
            progress(done, total)
    return found
