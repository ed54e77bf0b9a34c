"""Builds numbered units of a Word file again, by style where there is one and by marker where there is not.

A drafter who types 'Pasal 5' or '(2)' by hand instead of using the styles is understood by the marker, and so
is a list of Word's own. As in a template the kind of a marker sets the level and its value is ignored.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from regpol.documents.naskah.numbering import address, number, without_letter
from regpol.documents.naskah.tree import Inline, Kind, Reference, Step, Table, Unit, Words
from regpol.documents.naskah.units import Node
from regpol.documents.word.indents import Indents, indents_of
from regpol.documents.word.ooxml import ANNEX, CLOSING
from regpol.documents.word.record import Record
from regpol.documents.word.styles import DEFINING, NUMBERED
from regpol.documents.word_back.edited import Clause, Edited, Link, Paragraph, Piece, Text, shown
from regpol.documents.word_back.made_from import recorded, stamp
from regpol.documents.word_back.package import Package, open_package
from regpol.documents.word_back.paragraphs import blocks
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.word_files import NoClauses

STYLES = {style: kind for kinds in (NUMBERED, DEFINING) for kind, style in kinds.items()}
STYLES |= {"Menimbang": Kind.POINT, "Mengingat": Kind.ITEM}
_PARTS = {"Menimbang": "menimbang", "Mengingat": "mengingat"}
_ALONE = "_rec_point_a"
"""The bookmark of the only consideration: it bears no letter, so its style counts nothing."""
_CODES = {"dict": Kind.DICTUM, "artrom": Kind.AMENDING, "topic": Kind.TOPIC}
"""Units whose style says nothing; their mark does."""
_TYPED = (
    (Kind.DICTUM, re.compile(r"KE[A-Z]+\s*:\s*")),
    (Kind.AMENDING, re.compile(r"Pasal [IVXLC]+\s*(?=\n|$)")),
    (Kind.TOPIC, re.compile(r"[IVX]+\.\s+")),
    (Kind.CHAPTER, re.compile(r"BAB [IVXLC]+(?:[A-Z](?![A-Za-z]))?\s*")),
    (Kind.PART, re.compile(r"Bagian (?:Ke\w+)(?: ?[A-Z](?=\n|$))?\s*")),
    (Kind.SECTION, re.compile(r"Paragraf \d+[A-Z]?\s*")),
    (Kind.ARTICLE, re.compile(r"(?i:pasal) \d+[A-Z]?\s*(?=\n|$)")),
    (Kind.CLAUSE, re.compile(r"\(\d+[a-z]?\)\s*")),
    (Kind.POINT, re.compile(r"[a-z]{1,2}\.\s+")),
    (Kind.ITEM, re.compile(r"\d{1,3}\.\s+")),
    (Kind.SUBPOINT, re.compile(r"[a-z]{1,2}\)\s*")),
    (Kind.SUBITEM, re.compile(r"\d{1,3}\)\s*")),
)
_NOWHERE = Place("")
_HEADED = {Kind.CHAPTER, Kind.PART, Kind.SECTION, Kind.ARTICLE, Kind.AMENDING, Kind.TOPIC}
_ORDER = list(Kind)
_CLOSES = re.compile(r"Agar setiap orang mengetahui|(?:Ditetapkan|Dikeluarkan) di |Ditandatangani |Demikian |Tembusan")
_ANNEX = re.compile(r"LAMPIRAN\b")


def read_edited(path: Path) -> Edited:
    """The paper of a Word file.

    Raises:
        Refused: if the file cannot be read, or holds no clause at all.
    """
    package = open_package(path)
    building = _Building(indents_of(package.tree("word/styles.xml"), package.tree("word/numbering.xml")))
    for block in blocks(package):
        building.add(block)
    if not any(building.roots.values()):
        raise Refused(NoClauses(place=Place(str(path)), paragraphs=len(building.others)))
    return _Freezing(building, recorded(package)).edited(package)


@dataclass(eq=False, slots=True)
class _Node(Node):
    own: list[Paragraph] = field(default_factory=list)
    now: Text = ()
    earlier: Text = ()
    ending: Text = ()
    cited: list[Text] = field(default_factory=list)
    data: list[Table] = field(default_factory=list)
    typed: bool = False
    mark: str = ""


@dataclass(slots=True)
class _Building:
    indents: Indents
    roots: dict[str, list[_Node]] = field(default_factory=lambda: {"menimbang": [], "mengingat": [], "batang": []})
    others: list[Paragraph] = field(default_factory=list)
    tables: list[Table] = field(default_factory=list)
    open: list[_Node] = field(default_factory=list)
    ended: bool = False

    def add(self, block: Paragraph | Table) -> None:
        if isinstance(block, Table):
            if self.open and not self.ended:
                self.open[-1].data.append(block)
            else:
                self.tables.append(block)
            return
        if not block.text and (block.removed or not (block.marks or _is_number_only(block))):
            if block.before:
                self.others.append(block)
            return
        started = bool(self.open)
        if any(mark.startswith((CLOSING, ANNEX)) for mark in block.marks) or (started and _ends(block)):
            self.ended = True
        kind, skip = (None, 0) if self.ended else self._level(block)
        if kind is None:
            self._plain(block)
        else:
            self._unit(block, kind, skip)

    @property
    def _amends(self) -> bool:
        return any(it.kind is Kind.AMENDING for it in self.open)

    def place(self, part: str) -> str:
        """What stands in front of the address of a unit; an agreement has premises where a regulation considers."""
        between = any(shown(paragraph.text) == "ANTARA" for paragraph in self.others)
        return {"batang": "", "menimbang": "Premis" if between else "Menimbang"}.get(part, part.capitalize())

    def _level(self, block: Paragraph) -> tuple[Kind | None, int]:
        """The level of a paragraph, and how many letters of a typed marker go."""
        text = shown(block.text)
        if _ALONE in block.marks:
            return Kind.POINT, 0
        if block.style in STYLES:
            kind = STYLES[block.style]
            found = dict(_TYPED)[kind].match(text)
            # a number typed in front of the live one is the drafter's slip, not part of the text
            return kind, found.end() if found else 0
        code = next((mark.lstrip("_").split("_")[0] for mark in block.marks), "")
        if code in _CODES and block.marks[0].count("_") == 2:
            kind = _CODES[code]
            found = dict(_TYPED)[kind].match(text)
            return kind, found.end() if found else 0
        if self._amends and block.style == "Isi":
            return None, 0  # the new text an amendment gives keeps its own numbers
        if not self.open and not re.match(r"(?i)BAB [IVXLC]+|pasal \d+", text):
            return None, 0
        marker = f"{block.hint} " if block.hint else text
        for kind, form in _TYPED:
            found = form.match(marker)
            if found:
                return kind, 0 if block.hint else found.end()
        return None, 0

    def _unit(self, block: Paragraph, kind: Kind, skip: int) -> None:
        alone = _ALONE in block.marks
        part = "menimbang" if alone else _PARTS.get(block.style, "batang")
        now, earlier = _without(block.text, skip), _without(block.before, skip if block.before else 0)
        node = _Node(kind, _NOWHERE, own=[block], typed=block.style not in STYLES and not alone)
        node.mark = next((mark for mark in block.marks if not mark.startswith((CLOSING, ANNEX))), "")
        if kind in _HEADED:
            node.title, node.now, node.earlier = shown(now).strip("\n").replace("\n", " "), (), ()
        else:
            node.now, node.earlier = now, earlier
        if part != "batang":
            self.open = []
        else:
            self._close_down_to(kind)
            node.parent = self.open[-1] if self.open else None
        siblings = node.parent.children if node.parent else self.roots[part]
        siblings.append(node)
        self.open = [*self.open, node] if part == "batang" else []

    def _close_down_to(self, kind: Kind) -> None:
        if kind in _HEADED or kind is Kind.DICTUM:
            self.open = [it for it in self.open if _ORDER.index(it.kind) < _ORDER.index(kind)]
            return
        for place, node in enumerate(self.open):
            if node.kind is kind:
                self.open = self.open[:place]
                return

    def _plain(self, block: Paragraph) -> None:
        """Text without a number: what a Pasal says, what follows a list, or nothing of a clause at all."""
        if self.ended or not self.open:
            self.others.append(block)
            return
        last = self.open[-1]
        if last.kind.heading and not last.children:
            last.title = f"{last.title} {shown(block.text)}".strip()  # a title typed on a line of its own
            last.own.append(block)
        elif last.kind in {Kind.ARTICLE, Kind.AMENDING, Kind.TOPIC} and not last.now and not last.children:
            last.now, last.earlier = block.text, block.before
            last.own.append(block)
        elif self._amends and not last.children:
            last.cited.append(block.text)
            last.own.append(block)
        else:
            # a Pasal or ayat goes on at the indent of its own list
            wide = self.indents.reached(block.left)
            inner = [it for it in self.open if not it.kind.heading]
            owner = inner[min(wide, len(inner) - 1)] if inner else last
            owner.ending = (*owner.ending, "\n", *block.text) if owner.ending else block.text
            owner.own.append(block)


def _is_number_only(block: Paragraph) -> bool:
    """A Pasal may be nothing but the number its style counts, wherever it was put in."""
    return block.style == NUMBERED[Kind.ARTICLE] and bool(block.counted)


def _ends(block: Paragraph) -> bool:
    text = shown(block.text)
    return block.style not in STYLES and bool(_CLOSES.match(text) or _ANNEX.match(text))


def _without(text: Text, letters: int) -> Text:
    if not letters or not text or not isinstance(text[0], str):
        return text
    return tuple(piece for piece in (text[0][letters:].lstrip(" "), *text[1:]) if piece)


@dataclass(slots=True)
class _Freezing:
    building: _Building
    record: Record | None
    targets: dict[str, _Node] = field(default_factory=dict)
    clauses: list[Clause] = field(default_factory=list)

    def edited(self, package: Package) -> Edited:
        for part, prefix in (("menimbang", "rec_"), ("mengingat", "cit_"), ("batang", "")):
            nodes = self.building.roots[part]
            number(list(nodes), prefix)
            self._file(nodes)
        recitals, citations, body = (self._units(part) for part in ("menimbang", "mengingat", "batang"))
        rulebook, decided = stamp(package)
        return Edited(
            name=Path(package.name).name,
            rulebook=rulebook,
            decided=decided,
            recitals=recitals,
            citations=citations,
            body=body,
            clauses=tuple(self.clauses),
            others=tuple(self.building.others),
            tables=tuple(self.building.tables),
            record=self.record,
        )

    def _file(self, nodes: Iterable[Node]) -> None:
        for node in nodes:
            if isinstance(node, _Node) and node.mark:
                self.targets[node.mark] = node
            self._file(node.children)

    def _units(self, part: str) -> tuple[Unit, ...]:
        return tuple(self._unit(node, part, "") for node in self.building.roots[part])

    def _unit(self, node: Node, part: str, parent: str) -> Unit:
        assert isinstance(node, _Node)
        place = len(self.clauses)
        children = []
        self.clauses.append(None)  # type: ignore[arg-type]
        for child in node.children:
            children.append(self._unit(child, part, node.eid))
        unit = Unit(
            kind=node.kind,
            number=node.number,
            eid=node.eid,
            address=address(node, self.building.place(part)),
            title=node.title,
            lead=self._inline(node.now),
            children=tuple(children),
            closing=self._inline(node.ending),
            tables=tuple(node.data),
            quoted=tuple(self._inline(text) for text in node.cited),
        )
        if len(self.building.roots[part]) == 1 and self.building.place(part) == "Menimbang":
            (unit,) = without_letter((unit,), unit.address.partition(" ")[0])
        self.clauses[place] = self._clause(node, unit, part, parent)
        return unit

    def _clause(self, node: _Node, unit: Unit, part: str, parent: str) -> Clause:
        heading = (node.title,) if node.title else ()
        ending: Text = ("\n", *node.ending) if node.ending else ()
        for text in reversed(node.cited):
            ending = ("\n", *text, *ending)
        return Clause(
            unit=unit,
            part=part,
            mark=node.mark,
            parent=parent,
            text=(*heading, *node.now, *ending),
            before=(*heading, *node.earlier, *ending),
            paragraphs=tuple(paragraph.number for paragraph in node.own),
            typed=node.typed,
            tracked=tuple(change for paragraph in node.own for change in paragraph.tracked),
            comments=tuple(comment for paragraph in node.own for comment in paragraph.comments),
            written=self.record.clauses.get(node.mark) if self.record else None,
        )

    def _inline(self, text: Text) -> Inline:
        """Words and references as the tree holds them: steps of one address become one reference."""
        parts: list[Words | Reference] = []
        for piece in text:
            self._add(parts, piece)
        return tuple(part for part in parts if part.text)

    def _add(self, parts: list[Words | Reference], piece: Piece) -> None:
        target = self.targets.get(piece.target) if isinstance(piece, Link) else None
        if isinstance(piece, Link) and piece.target.startswith(ANNEX):
            word, _, said = piece.shown.partition(" ")
            parts.append(Reference((Step(word, said, piece.target.removeprefix("_")),)))
            return
        if isinstance(piece, str) or target is None:
            parts.append(Words(piece if isinstance(piece, str) else piece.shown))
            return
        step = _step(target)
        before = parts[-1].text if parts and isinstance(parts[-1], Words) else ""
        typed = "" if target.kind in _WHOLE else f"{step.word} "
        if typed and before.endswith(typed):
            before = before[: -len(typed)]
            parts[-1] = Words(before)
        above = parts[-2] if len(parts) > 1 and before == " " else None
        if isinstance(above, Reference) and step.eid.startswith(f"{above.target}__"):
            parts[-2:] = [Reference((*above.steps, step))]
        else:
            parts.append(Reference((step,)))


_WHOLE = {Kind.CHAPTER, Kind.PART, Kind.SECTION, Kind.ARTICLE}


def _step(node: Node) -> Step:
    word, said = node.kind.mention(node.number)
    return Step(word, said, node.eid)
