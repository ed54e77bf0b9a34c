"""Nests the lines of a part into units by the kind of their marker.

``(1)``, ``a.``, ``1.``, ``a)``, ``1)``: the kind sets the level and the value is ignored, so a loop
or a condition can never break the numbering. Below the clause, a kind that is already open is a
sibling there and a new kind is a child of the last unit; no indentation is read. A level that is
skipped is reported and the nesting goes on, so that one run shows every fault.
"""

import re
from dataclasses import dataclass, field

from regpol.documents.naskah.facts import OPEN, clean
from regpol.documents.naskah.sections import Line
from regpol.documents.naskah.tables import TableLines
from regpol.documents.naskah.tree import Kind, Step
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import SkippedLevel, TextWithoutContainer

_LABEL = r"(?:\s+#(?P<label>[a-z][a-z0-9_-]*))?"
_ORDINALS = "Kesatu|Kedua|Ketiga|Keempat|Kelima|Keenam|Ketujuh|Kedelapan|Kesembilan|Kesepuluh"
_MARKERS = (
    (Kind.DICTUM, re.compile(rf"^(?:{_ORDINALS.upper()}){_LABEL}:\s+(?P<text>.*)$")),
    (Kind.AMENDING, re.compile(rf"^Pasal\s+[IVX]+{_LABEL}$")),
    (Kind.TOPIC, re.compile(rf"^[IVX]+\.{_LABEL}\s+(?P<title>.+)$")),
    (Kind.CHAPTER, re.compile(rf"^BAB{_LABEL}(?:\s+[IVXLC]+)?\s+(?P<title>.+)$")),
    (Kind.PART, re.compile(rf"^Bagian{_LABEL}(?:\s+(?:{_ORDINALS}))?\s+(?P<title>.+)$")),
    (Kind.SECTION, re.compile(rf"^Paragraf{_LABEL}(?:\s+\d+)?\s+(?P<title>.+)$")),
    (Kind.ARTICLE, re.compile(rf"^Pasal(?:\s+\d+)?{_LABEL}(?:\s+[-–—]\s+(?P<title>.+))?$")),
    (Kind.CLAUSE, re.compile(rf"^\(\d+\){_LABEL}(?:\s+(?P<text>.*))?$")),
    (Kind.POINT, re.compile(rf"^[a-z]{{1,2}}\.{_LABEL}(?:\s+(?P<text>.*))?$")),
    (Kind.ITEM, re.compile(rf"^\d+\.{_LABEL}(?:\s+(?P<text>.*))?$")),
    (Kind.SUBPOINT, re.compile(rf"^[a-z]{{1,2}}\){_LABEL}(?:\s+(?P<text>.*))?$")),
    (Kind.SUBITEM, re.compile(rf"^\d+\){_LABEL}(?:\s+(?P<text>.*))?$")),
)
_PARENTS: dict[Kind, tuple[Kind, ...]] = {
    Kind.CHAPTER: (),
    Kind.PART: (Kind.CHAPTER,),
    Kind.SECTION: (Kind.PART,),
    Kind.ARTICLE: (Kind.CHAPTER, Kind.PART, Kind.SECTION, Kind.TOPIC),
    Kind.CLAUSE: (Kind.ARTICLE,),
    Kind.POINT: (
        Kind.ARTICLE,
        Kind.CLAUSE,
        Kind.ITEM,
        Kind.DICTUM,
        Kind.AMENDING,
    ),  # under an item only in definitions: 1. > a. > 1)
    Kind.ITEM: (Kind.ARTICLE, Kind.POINT, Kind.DICTUM, Kind.AMENDING),
    Kind.SUBPOINT: (Kind.ITEM,),
    Kind.SUBITEM: (Kind.SUBPOINT, Kind.POINT),
    Kind.DICTUM: (),
    Kind.AMENDING: (),
    Kind.TOPIC: (),
}
_ORDER = list(Kind)
_NOTE = re.compile(rf"\s*(?<!{OPEN})\^\[(?P<keys>[^\]]*)\]")
_EXPLAINED = re.compile(r"^Penjelasan:\s+(?P<text>.+)$")
BODY = (Kind.CHAPTER, Kind.ARTICLE, Kind.AMENDING)


@dataclass(slots=True, eq=False)
class Node:
    """A unit while it is being built; `assemble` turns it into a frozen one."""

    kind: Kind
    place: Place
    text: str = ""
    title: str = ""
    label: str = ""
    parent: "Node | None" = None
    children: list["Node"] = field(default_factory=list)
    closing: str = ""
    notes: list[tuple[str, Place]] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    tables: list[TableLines] = field(default_factory=list)
    quoted: list[str] = field(default_factory=list)
    explained: list[Line] = field(default_factory=list)
    number: int = 0
    eid: str = ""
    steps: tuple[Step, ...] = ()
    peers: list["Node"] = field(default_factory=list)
    """The units of the same list, itself included; filled when it is numbered."""

    @property
    def lead_place(self) -> Place:
        """The template line on which the text before the list ends."""
        written = [line.place for line in self.lines if not line.text.startswith(("|", ">>", "Penjelasan:"))]
        return written[-1] if written else self.place

    def place_of(self, fragment: str) -> Place:
        """The template line on which a piece of this unit's text was written."""
        return next((line.place for line in self.lines if fragment in line.text), self.place)


def nest(lines: list[Line], top: tuple[Kind, ...], problems: list[Problem]) -> list[Node]:
    """The units of a part; ``top`` says which kinds may stand outermost."""
    return _Nesting(top, problems).read(lines)


class _Nesting:
    def __init__(self, top: tuple[Kind, ...], problems: list[Problem]) -> None:
        self.top, self.problems = top, problems
        self.roots: list[Node] = []
        self.open: list[Node] = []

    def read(self, lines: list[Line]) -> list[Node]:
        for line in lines:
            notes = [(clean(key).strip(), line.place) for found in _NOTE.finditer(line.text) for key in _keys(found)]
            bare = Line(_NOTE.sub("", line.text).strip(), line.place)
            node = self._marked(bare)
            if node:
                self._hang(node)
            elif not self._continue(bare):
                self.problems.append(TextWithoutContainer(place=line.place, text=clean(bare.text)[:80]))
                continue
            self.open[-1].notes.extend(notes)
            self.open[-1].lines.append(line)
        return self.roots

    def _marked(self, line: Line) -> Node | None:
        for kind, pattern in _MARKERS:
            found = pattern.match(line.text)
            if found:
                parts = found.groupdict()
                title, text = parts.get("title") or "", parts.get("text") or ""
                return Node(kind, line.place, text=text, title=clean(title), label=parts["label"] or "")
        return None

    def _hang(self, node: Node) -> None:
        if any(held.kind is node.kind for held in self.open):
            while self.open.pop().kind is not node.kind:
                pass
        elif not node.kind.listed:
            while self.open and _ORDER.index(self.open[-1].kind) > _ORDER.index(node.kind):
                self.open.pop()
        parent = self.open[-1] if self.open else None
        self._check(node, parent)
        node.parent = parent
        (parent.children if parent else self.roots).append(node)
        self.open.append(node)

    def _check(self, node: Node, parent: Node | None) -> None:
        siblings = parent.children if parent else self.roots
        fits = parent.kind in _PARENTS[node.kind] if parent else node.kind in self.top
        if fits and all(sibling.kind is node.kind for sibling in siblings):
            return
        above = f"{parent.kind} yang sudah memuat {siblings[0].kind}" if fits and parent else _name(parent)
        allowed = tuple(kind.value for kind in _PARENTS[node.kind]) or ("awal isi naskah",)
        problem = SkippedLevel(place=node.place, kind=node.kind.value, parent=above, allowed=allowed)
        self.problems.append(problem)

    def _continue(self, line: Line) -> bool:
        """Adds an unmarked line to the unit above it; False if there is none that could hold it."""
        if not self.open or self.open[-1].kind.heading:
            return False
        node = self.open[-1]
        explained = _EXPLAINED.match(line.text)
        if explained:
            node.explained.append(Line(explained["text"], line.place))
        elif line.text.startswith("|"):
            TableLines.add(node.tables, line)
        elif line.text.startswith(">>"):
            return self._close(line)
        elif line.text.startswith("“"):
            node.quoted.append(line.text.removeprefix("“").strip())
        else:
            node.text = f"{node.text} {line.text}".strip()
        return True

    def _close(self, line: Line) -> bool:
        """``>>`` ends the innermost open list and finishes the sentence that led into it."""
        owners = [node for node in self.open if node.children and not node.closing]
        if not owners:
            return False
        while self.open[-1] is not owners[-1]:
            self.open.pop()
        self.open[-1].closing = line.text.removeprefix(">>").strip()
        return True


def _keys(found: re.Match[str]) -> list[str]:
    return [key for key in found["keys"].split(",") if key.strip()]


def _name(node: Node | None) -> str:
    return node.kind.value if node else "awal isi naskah"
