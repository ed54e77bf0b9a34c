"""Sets two rows of paragraphs and tables beside each other: what stayed, went, came, or stands elsewhere.

Which clause is which is known from the comparison; what is no clause is told by its words. Nothing here knows
XML beyond the tags of a paragraph and a table.
"""

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Any

from regpol.documents.redline.pairing import likeness, longest_rise

_LEAST = 0.5


class Fate(Enum):
    """What became of a block."""

    SAME = auto()
    GONE = auto()
    FRESH = auto()
    LEFT = auto()
    """It stood here and stands elsewhere now."""
    CAME = auto()


@dataclass(frozen=True, slots=True)
class Step:
    """One block, or two that are one."""

    fate: Fate
    old: Any = None
    new: Any = None


@dataclass(frozen=True, slots=True)
class Known:
    """The paragraphs of clauses: each older one with the newer one it is, None if it is gone; and those that moved."""

    pairs: Mapping[Any, Any]
    clauses: frozenset[Any]
    """Every paragraph of a clause, of either paper."""
    moved: frozenset[Any]
    """The older paragraphs that stand elsewhere in the newer paper."""


def aligned(old: Sequence[Any], new: Sequence[Any], known: Known, words: Mapping[Any, str]) -> list[Step]:
    """The blocks of the newer row in their order, with those of the older one that are not there any more."""
    places = {block: at for at, block in enumerate(new)}
    back = {fresh: gone for gone, fresh in known.pairs.items()}
    level = [(a, places[known.pairs[it]]) for a, it in enumerate(old) if known.pairs.get(it) in places]
    level = [(a, b) for a, b in level if old[a] not in known.moved]
    kept = set(longest_rise([b for _, b in level]))
    steps: list[Step] = []
    at = to = 0
    for a, b in [*((a, b) for a, b in level if b in kept), (len(old), len(new))]:
        steps += _between(old[at:a], new[to:b], known, back, words)
        if a < len(old):
            steps.append(Step(Fate.SAME, old[a], new[b]))
        at, to = a + 1, b + 1
    return steps


def _between(
    old: Sequence[Any], new: Sequence[Any], known: Known, back: Mapping[Any, Any], words: Mapping[Any, str]
) -> Iterator[Step]:
    """What is no clause is paired here, within the stretch between two clauses that stayed."""
    free_old = [it for it in old if it not in known.clauses]
    free_new = [it for it in new if it not in known.clauses]
    pairs = dict(_likest(free_old, free_new, words))
    taken = 0
    for block in old:
        if block in pairs:
            until = new.index(pairs[block])
            yield from (_came(it, back) for it in new[taken:until])
            yield Step(Fate.SAME, block, pairs[block])
            taken = until + 1
        else:
            yield Step(Fate.LEFT if known.pairs.get(block) is not None else Fate.GONE, block)
    yield from (_came(it, back) for it in new[taken:])


def _came(block: Any, back: Mapping[Any, Any]) -> Step:
    gone = back.get(block)
    return Step(Fate.FRESH, new=block) if gone is None else Step(Fate.CAME, gone, block)


def _likest(old: list[Any], new: list[Any], words: Mapping[Any, str]) -> Iterator[tuple[Any, Any]]:
    """Pairs in order: the same words, then what stands level, is of one kind, and is alike."""
    keys = [(it.tag, words[it]) for it in old], [(it.tag, words[it]) for it in new]
    for kind, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if kind == "equal":
            yield from zip(old[a:b], new[c:d], strict=True)
        elif kind == "replace":
            yield from _level(old[a:b], new[c:d], words)


def _level(old: list[Any], new: list[Any], words: Mapping[Any, str]) -> Iterator[tuple[Any, Any]]:
    at = 0
    for block in old:
        for place in range(at, len(new)):
            other = new[place]
            same_length = len(old) == len(new) and old.index(block) == place
            if block.tag == other.tag and (same_length or _alike(words[block], words[other])):
                yield block, other
                at = place + 1
                break


def _alike(one: str, other: str) -> bool:
    return likeness(frozenset(one.split()), frozenset(other.split())) >= _LEAST


def beside(old: Sequence[Any], new: Sequence[Any], words: Mapping[Any, str]) -> Iterator[tuple[Any, Any]]:
    """Everything of both rows, what is one or stands level beside each other, None where there is nothing."""
    keys = [words[it] for it in old], [words[it] for it in new]
    for _, a, b, c, d in difflib.SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        for place in range(max(b - a, d - c)):
            yield (old[a + place] if a + place < b else None), (new[c + place] if c + place < d else None)
