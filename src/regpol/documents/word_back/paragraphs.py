"""Streams the running text of a Word file: paragraphs and data tables, with everything Word recorded about them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from regpol.documents.naskah.tree import Table
from regpol.documents.word.ooxml import NAMESPACE
from regpol.documents.word_back.counting import Counter, Styles, counter
from regpol.documents.word_back.edited import Comment, Link, Paragraph, Piece, Row, Text, Tracked
from regpol.documents.word_back.numbering import Markers, markers
from regpol.documents.word_back.package import MAIN, Package
from regpol.documents.word_back.tables import has_head, is_data, live_rows, read_table

_W = f"{{{NAMESPACE}}}"
_INSIDE = {f"{_W}{name}" for name in ("r", "hyperlink", "smartTag", "sdt", "sdtContent", "ins", "moveTo", "fldSimple")}
_GONE = {f"{_W}del", f"{_W}moveFrom"}
_FRESH = {f"{_W}ins", f"{_W}moveTo"}
_KINDS = {
    f"{_W}del": "dihapus",
    f"{_W}ins": "disisipkan",
    f"{_W}moveFrom": "dipindah dari sini",
    f"{_W}moveTo": "dipindah ke sini",
}
_TWIPS = 56.6929


def blocks(package: Package) -> Iterator[Paragraph | Table]:
    """Paragraphs and data tables in the order of the text; a table that only holds a layout is its paragraphs."""
    reader, body = _begin(package)
    yield from () if body is None else reader.all(body)


def rows(package: Package) -> Iterator[Paragraph | Row]:
    """Paragraphs in the order of the text, and every table row by row, whatever it is for."""
    reader, body = _begin(package)
    yield from () if body is None else reader.by_row(body)


def _begin(package: Package) -> tuple["_Reader", Any]:
    named, numbering = package.tree("word/styles.xml"), package.tree("word/numbering.xml")
    styles = Styles(named)
    reader = _Reader(
        styles=_style_names(named),
        markers=markers(numbering),
        comments=_comments(package.tree("word/comments.xml")),
        shaped=styles,
        counter=counter(styles, numbering),
    )
    return reader, package.tree(MAIN).find(f"{_W}body")


def _style_names(root: Any) -> dict[str, str]:
    if root is None:
        return {}
    named = ((style.get(f"{_W}styleId"), style.find(f"{_W}name")) for style in root.iter(f"{_W}style"))
    return {key: name.get(f"{_W}val") for key, name in named if key and name is not None}


def _comments(root: Any) -> dict[str, Comment]:
    if root is None:
        return {}
    return {
        comment.get(f"{_W}id"): Comment(
            comment.get(f"{_W}author") or "",
            "\n".join(_line(paragraph) for paragraph in comment.iter(f"{_W}p")).strip(),
        )
        for comment in root.iter(f"{_W}comment")
    }


def _line(paragraph: Any) -> str:
    parts = (("\n" if it.tag == f"{_W}br" else it.text or "") for it in paragraph.iter(f"{_W}t", f"{_W}br"))
    return "".join(parts)


@dataclass(slots=True)
class _Reader:
    styles: Mapping[str, str]
    markers: Markers
    comments: Mapping[str, Comment]
    shaped: Styles
    counter: Counter
    read: int = 0

    def all(self, holder: Any) -> Iterator[Paragraph | Table]:
        for element in holder:
            if element.tag == f"{_W}p":
                yield self.paragraph(element)
            elif element.tag == f"{_W}tbl" and is_data(element):
                self.read += sum(1 for _ in element.iter(f"{_W}p"))
                if live_rows(element):
                    yield read_table(element)
            elif element.tag == f"{_W}tbl":
                for cell in element.iterfind(f"{_W}tr/{_W}tc"):
                    yield from self.all(cell)
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
                yield from self.all(element)
            else:
                self.read += sum(1 for _ in element.iter(f"{_W}p"))

    def by_row(self, holder: Any) -> Iterator[Paragraph | Row]:
        for element in holder:
            if element.tag == f"{_W}p":
                yield self.paragraph(element)
            elif element.tag == f"{_W}tbl":
                data = has_head(element)
                for row in element.iterfind(f"{_W}tr"):
                    yield Row(tuple(tuple(self._flat(cell)) for cell in row.iterfind(f"{_W}tc")), data)
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"}:
                yield from self.by_row(element)
            else:
                self.read += sum(1 for _ in element.iter(f"{_W}p"))

    def _flat(self, cell: Any) -> Iterator[Paragraph]:
        """The paragraphs of a cell, those of a table within it too."""
        for part in self.by_row(cell):
            if isinstance(part, Paragraph):
                yield part
            else:
                for inner in part.cells:
                    yield from inner

    def paragraph(self, element: Any) -> Paragraph:
        # a text box holds paragraphs within the paragraph
        number, self.read = self.read, self.read + sum(1 for _ in element.iter(f"{_W}p"))
        runs = _Runs()
        runs.walk(element, None)
        shape = element.find(f"{_W}pPr")
        style = shape.find(f"{_W}pStyle") if shape is not None else None
        found = (mark.get(f"{_W}name") or "" for mark in element.iter(f"{_W}bookmarkStart"))
        spoken = (reference.get(f"{_W}id") for reference in element.iter(f"{_W}commentReference"))
        return Paragraph(
            number=number,
            style=self.styles.get(style.get(f"{_W}val"), "") if style is not None else "",
            text=_joined(runs.now),
            before=_joined(runs.earlier),
            marks=tuple(name for name in found if name.startswith("_") and not name.startswith("_Toc")),
            hint=self._hint(shape),
            left=_left(shape),
            counted=self.counter.next(shape),
            centered=self.shaped.centered(shape),
            inset=self.counter.inset(shape),
            pushed=bool(runs.now) and isinstance(runs.now[0], str) and runs.now[0][:1].isspace(),
            tracked=tuple(runs.tracked),
            comments=tuple(self.comments[one] for one in spoken if one in self.comments),
            inserted=_own(shape, "ins", "moveTo"),
            removed=_own(shape, "del", "moveFrom"),
        )

    def _hint(self, shape: Any) -> str:
        if shape is None:
            return ""
        number, depth = shape.find(f"{_W}numPr/{_W}numId"), shape.find(f"{_W}numPr/{_W}ilvl")
        if number is None:
            return ""
        level = depth.get(f"{_W}val") if depth is not None else "0"
        return self.markers.get((number.get(f"{_W}val"), level), "")


def _own(shape: Any, *kinds: str) -> bool:
    """Whether the paragraph mark itself is a tracked insertion or deletion; a move is one at each of its ends."""
    return shape is not None and any(shape.find(f"{_W}rPr/{_W}{kind}") is not None for kind in kinds)


def _left(shape: Any) -> int:
    indent = shape.find(f"{_W}ind") if shape is not None else None
    given = (indent.get(f"{_W}left") or indent.get(f"{_W}start") or "0") if indent is not None else "0"
    return round(int(given) / _TWIPS) if re.fullmatch(r"-?\d+", given) else 0


@dataclass(slots=True)
class _Runs:
    """Collects the text of a paragraph as it is now and as it was, with fields as links."""

    now: list[Piece] = field(default_factory=list)
    earlier: list[Piece] = field(default_factory=list)
    tracked: list[Tracked] = field(default_factory=list)
    code: str = ""
    inside: str = ""
    """'' outside of a field, 'code' while its instruction runs, 'shown' while its result does."""
    result: str = ""

    def walk(self, element: Any, change: Any) -> None:
        for child in element:
            if child.tag in _GONE or child.tag in _FRESH:
                self.walk(child, child)
                self._record(child)
            elif child.tag == f"{_W}fldSimple":
                self._field(child.get(f"{_W}instr") or "", _line(child), change)
            elif child.tag == f"{_W}hyperlink" and (child.get(f"{_W}anchor") or "").startswith("_"):
                if child.find(f".//{_W}fldChar") is not None:
                    self.walk(child, change)  # LibreOffice may put a link around a field
                else:
                    self._add(Link(child.get(f"{_W}anchor"), _line(child)), change)
            elif child.tag == f"{_W}r":
                self._run(child, change)
            elif child.tag in _INSIDE:
                self.walk(child, change)

    def _record(self, change: Any) -> None:
        text = "".join(it.text or "" for it in change.iter(f"{_W}t", f"{_W}delText"))
        if text:
            kind = _KINDS[change.tag]
            author, moment = change.get(f"{_W}author") or "", change.get(f"{_W}date") or ""
            self.tracked.append(Tracked(kind, author, moment, text))

    def _run(self, run: Any, change: Any) -> None:
        for child in run:
            name = child.tag.rpartition("}")[2]
            if name == "fldChar":
                self._turn(child.get(f"{_W}fldCharType"), change)
            elif name in {"instrText", "delInstrText"}:
                self.code += child.text or ""
            elif name in {"t", "delText"}:
                self._said(child.text or "", change)
            elif name in {"br", "cr", "tab", "noBreakHyphen"}:
                self._said({"tab": " ", "noBreakHyphen": "-"}.get(name, "\n"), change)

    def _turn(self, kind: str | None, change: Any) -> None:
        if kind == "begin":
            self.inside, self.code, self.result = "code", "", ""
        elif kind == "separate":
            self.inside = "shown"
        elif kind == "end" and self.inside:
            self.inside = ""
            self._field(self.code, self.result, change)

    def _field(self, code: str, result: str, change: Any) -> None:
        words = code.split()
        live = len(words) > 1 and words[0] == "REF" and words[1].startswith("_")
        self._add(Link(words[1], result) if live else result, change)

    def _said(self, text: str, change: Any) -> None:
        if self.inside == "shown":
            self.result += text
        elif not self.inside:
            self._add(text, change)

    def _add(self, piece: Piece, change: Any) -> None:
        if change is None or change.tag in _FRESH:
            self.now.append(piece)
        if change is None or change.tag in _GONE:
            self.earlier.append(piece)


def _joined(pieces: list[Piece]) -> Text:
    """Neighbouring words as one piece, spaces folded; a line break stays."""
    joined: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and joined and isinstance(joined[-1], str):
            joined[-1] += piece
        else:
            joined.append(piece)
    folded = [re.sub(r"[^\S\n]+", " ", it) if isinstance(it, str) else it for it in joined]
    if folded and isinstance(folded[0], str):
        folded[0] = folded[0].lstrip()
    if folded and isinstance(folded[-1], str):
        folded[-1] = folded[-1].rstrip()
    return tuple(it for it in folded if it)
