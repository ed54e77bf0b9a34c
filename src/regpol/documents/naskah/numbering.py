"""Gives every unit its number, its id and its full name, once.

BAB and Pasal run through the whole paper, everything else starts again in each parent. The ids
follow Akoma Ntoso (``art_3__para_2__point_a``): HTML anchors and Word bookmarks are made of them, so
a clause keeps its identity from template to edited file.
"""

from collections import Counter
from dataclasses import replace

from regpol.documents.naskah.tree import Kind, Step, Unit
from regpol.documents.naskah.units import Node

_RUNNING = {Kind.CHAPTER, Kind.ARTICLE}
CODES = {
    Kind.CHAPTER: "chp",
    Kind.PART: "part",
    Kind.SECTION: "sec",
    Kind.ARTICLE: "art",
    Kind.CLAUSE: "para",
    Kind.POINT: "point",
    Kind.ITEM: "item",
    Kind.SUBPOINT: "subpoint",
    Kind.SUBITEM: "subitem",
    Kind.DICTUM: "dict",
    Kind.AMENDING: "artrom",
    Kind.TOPIC: "topic",
}
"""What the id of a unit begins with."""


def number(roots: list[Node], prefix: str = "") -> None:
    """Numbers a part in place; ``prefix`` keeps ids of recitals and citations apart from the body."""
    running: Counter[Kind] = Counter()
    _number(roots, running, prefix)


def _number(siblings: list[Node], running: Counter[Kind], prefix: str) -> None:
    local: Counter[Kind] = Counter()
    for node in siblings:
        counter = running if node.kind in _RUNNING else local
        counter[node.kind] += 1
        node.number = counter[node.kind]
        node.eid, node.peers = _eid(node, prefix), siblings
        word, shown = node.kind.mention(node.number)
        above = node.parent.steps if node.parent and not node.kind.heading and not node.parent.kind.heading else ()
        node.steps = (*above, Step(word, shown, node.eid))
        _number(node.children, running, prefix)


def _eid(node: Node, prefix: str) -> str:
    _, shown = node.kind.mention(node.number)
    own = f"{CODES[node.kind]}_{_plain(shown) if node.kind is not Kind.PART else node.number}"
    parent = node.parent
    # an article is unique in the paper, so its id does not carry the chapter it may be moved out of
    if parent is None or node.kind is Kind.ARTICLE:
        return f"{prefix}{own}"
    return f"{parent.eid}__{own}"


def _plain(shown: str) -> str:
    return shown.strip("().")


def without_letter(considered: tuple[Unit, ...], place: str) -> tuple[Unit, ...]:
    """The considerations of a paper that enacts: the only one bears no letter (DR-020)."""
    if len(considered) != 1:
        return considered
    return (replace(considered[0], unmarked=True, address=place),)


def address(node: Node, place: str = "") -> str:
    """The full name of a unit, e.g. 'Pasal 3 ayat (1) huruf b'."""
    return " ".join([*([place] if place else []), *(f"{step.word} {step.number}" for step in node.steps)])
