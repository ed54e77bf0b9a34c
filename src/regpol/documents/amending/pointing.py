"""References in plain words: what 'Pasal 3 ayat (2)' and 'ayat (1)' point at, and their new numbers.

A regulation in force has no live references, so they are read from the words. What points into another
regulation ('Pasal 5 Undang-Undang …') is left alone.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from regpol.documents.amending.provisions import Path

_STEP = re.compile(
    r"\b(?:Pasal \d+[A-Z]{0,2}|BAB [IVXLC]+[A-Z]?|ayat \(\d+[a-z]{0,2}\)|huruf [a-z]{1,2}|angka \d+[a-z]?)(?![\w])"
)
_JOINT = re.compile(r"(?:,| atau| dan|, dan|, atau| dan/atau| sampai dengan|, serta| serta) ")
_ELSEWHERE = re.compile(
    r" (?:Undang-Undang|Peraturan (?:Pemerintah|Presiden|Menteri|Daerah|Gubernur|Bupati|Wali ?Kota|Badan|Desa)"
    r"|Keputusan|Instruksi)\b(?![\w ]{0,80}? ini\b)"
)
_DEPTH = {"Pasal": 0, "BAB": 0, "ayat": 1, "huruf": 2, "angka": 3}


@dataclass(frozen=True, slots=True)
class Pointer:
    """One step of a reference: where it stands in the text, and the whole path it means."""

    start: int
    end: int
    target: Path


def pointers(text: str, here: Path) -> Iterator[Pointer]:
    """Every step that points into this regulation; ``here`` is where the text stands."""
    steps = list(_STEP.finditer(text))
    chain: list[Pointer] = []
    for place, found in enumerate(steps):
        earlier = steps[place - 1] if place else None
        glue = text[earlier.end() : found.start()] if earlier else ""
        if not chain or not (glue == " " or _JOINT.fullmatch(glue)):
            yield from _inside(chain, text)
            chain = []
        chain.append(Pointer(found.start(), found.end(), _target(found[0], chain, here, deeper=glue == " ")))
    yield from _inside(chain, text)


def _inside(chain: list[Pointer], text: str) -> list[Pointer]:
    return [] if not chain or _ELSEWHERE.match(text, chain[-1].end) else chain


def _target(step: str, chain: list[Pointer], here: Path, *, deeper: bool) -> Path:
    word = step.partition(" ")[0]
    if _DEPTH[word] == 0:
        return (step,)
    above = chain[-1].target if chain else here
    held = above if chain and deeper else tuple(it for it in above if _DEPTH[it.partition(" ")[0]] < _DEPTH[word])
    return (*held, step)


def rewritten(text: str, here: Path, renamed: Callable[[Path], Path]) -> str:
    """The text with every step under its new number."""
    parts, last = [], 0
    for pointer in pointers(text, here):
        parts += [text[last : pointer.start], renamed(pointer.target)[-1]]
        last = pointer.end
    return "".join([*parts, text[last:]])


def masked(text: str, here: Path) -> str:
    """The text with the numbers of its references left open, so that renumbering is no difference."""
    parts, last = [], 0
    for pointer in pointers(text, here):
        parts += [text[last : pointer.start], "§"]
        last = pointer.end
    return "".join([*parts, text[last:]])
