"""A paragraph of Word cut into words, each with the runs that print it, so that words can be marked one by one.

A field is one word, and is the same word if it points at the same clause; a picture or the sign of a comment is
no word. Runs keep what they look like: cutting one copies its properties, and joining puts alike ones together.
"""

import copy
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regpol.documents.redline.wording import split_words
from regpol.documents.word.ooxml import NAMESPACE, xml

_W = f"{{{NAMESPACE}}}"
_FRESH, _GONE = {f"{_W}ins", f"{_W}moveTo"}, {f"{_W}del", f"{_W}moveFrom"}
_RANGES = {f"{_W}{side}{end}" for side in ("moveFromRange", "moveToRange") for end in ("Start", "End")}
_HOLDERS = {f"{_W}{name}" for name in ("hyperlink", "smartTag", "sdt", "sdtContent", "fldSimple", "dir", "bdo")}
_SIGNS = {f"{_W}tab": " ", f"{_W}br": "\n", f"{_W}cr": "\n", f"{_W}noBreakHyphen": "-"}
_SILENT = {f"{_W}{name}" for name in ("rPr", "lastRenderedPageBreak", "annotationRef")}


@dataclass(frozen=True, slots=True)
class Atom:
    """A word: what it is told by, and the runs it is made of, which stand beside each other."""

    key: str
    runs: tuple[Any, ...]


def settled(paragraph: Any) -> None:
    """Takes every tracked change of a paragraph as made, in place."""
    for element in [it for it in paragraph.iter() if it.tag in _GONE | _RANGES]:
        if element.getparent() is not None and element.getparent().tag != f"{_W}rPr":
            element.getparent().remove(element)
    while found := next((it for it in paragraph.iter(*_FRESH) if it.getparent().tag != f"{_W}rPr"), None):
        for child in list(found):
            found.addprevious(child)
        found.getparent().remove(found)
    for mark in paragraph.findall(f"{_W}pPr/{_W}rPr/*"):
        if mark.tag in _FRESH | _GONE:
            mark.getparent().remove(mark)


def tracks(paragraph: Any) -> bool:
    """Whether somebody's tracked change is in it."""
    return next(paragraph.iter(*_FRESH, *_GONE), None) is not None


def atoms(paragraph: Any, renamed: Mapping[str, str]) -> list[Atom]:
    """The words of a paragraph without tracked changes; its runs are cut to words in place.

    ``renamed`` tells which bookmark of the older paper is which of the newer one.
    """
    found: list[Atom] = []
    for piece in list(_pieces(paragraph)):
        if isinstance(piece, _Field):
            found += piece.atoms(renamed)
        elif (anchor := _anchor(piece)) is not None:
            found.append(Atom(f"\0{renamed.get(anchor, anchor)}", (piece,)))
        else:
            found += _cut(piece)
    return found


def runs_of(element: Any) -> Iterator[Any]:
    """Every run of a paragraph, those within links and fences too, in their order."""
    for child in element:
        if child.tag == f"{_W}r":
            yield child
        elif child.tag in _HOLDERS:
            yield from runs_of(child)


@dataclass(frozen=True, slots=True)
class _Field:
    """The runs of a field, from the one that begins it to the one that ends it, or to the end of the paragraph."""

    runs: tuple[Any, ...]
    ended: bool

    def atoms(self, renamed: Mapping[str, str]) -> tuple[Atom, ...]:
        """The field as one word; one that nothing ends is no word, run by run."""
        if self.ended:
            return (Atom(_field_key(self.runs, renamed), self.runs),)
        return tuple(Atom("", (run,)) for run in self.runs)


def _pieces(paragraph: Any) -> Iterator[Any]:
    """The runs of a paragraph in their order, those of a field together as one `_Field`."""
    field: list[Any] = []
    for run in runs_of(paragraph):
        turns = [it.get(f"{_W}fldCharType") for it in run.iter(f"{_W}fldChar")]
        if not field and "begin" not in turns:
            yield run
            continue
        field.append(run)
        if "end" in turns:
            yield _Field(tuple(field), ended=True)
            field = []
    if field:
        yield _Field(tuple(field), ended=False)


def _anchor(run: Any) -> str | None:
    """Where the link around a run leads, if to a place of ours."""
    above = run.getparent()
    named = above.get(f"{_W}anchor") or "" if above.tag == f"{_W}hyperlink" else ""
    return named if named.startswith("_") else None


def _field_key(runs: Sequence[Any], renamed: Mapping[str, str]) -> str:
    code = "".join(it.text or "" for run in runs for it in run.iter(f"{_W}instrText")).split()
    if len(code) > 1 and code[0] == "REF" and code[1].startswith("_"):
        return f"\0{renamed.get(code[1], code[1])}"
    return "".join(it.text or "" for run in runs for it in run.iter(f"{_W}t"))


def _cut(run: Any) -> Iterator[Atom]:
    """One run for each word of a run; a run of one word stays itself."""
    pieces: list[tuple[str, Any]] = []
    for child in run:
        if child.tag == f"{_W}t":
            pieces += [(word, _said(word)) for word in split_words(child.text or "")]
        elif child.tag in _SIGNS:
            pieces.append((_SIGNS[child.tag], child))
        elif child.tag not in _SILENT:
            pieces.append(("", child))
    if len(pieces) == 1:
        yield Atom(_folded(pieces[0][0]), (run,))
        return
    shape = run.find(f"{_W}rPr")
    for word, content in pieces:
        fresh = xml("<w:r/>")
        if shape is not None:
            fresh.append(copy.deepcopy(shape))
        fresh.append(content)
        run.addprevious(fresh)
        yield Atom(_folded(word), (fresh,))
    if pieces:
        run.getparent().remove(run)


def _folded(word: str) -> str:
    return " " if word.isspace() and "\n" not in word else word


def _said(text: str) -> Any:
    element = xml('<w:t xml:space="preserve"/>')
    element.text = text
    return element


def retarget(paragraph: Any, renamed: Mapping[str, str], present: frozenset[str]) -> None:
    """Points the live references of a copy at the clauses of the newer file; one that is gone there becomes words.

    ``present`` are the bookmarks of the newer file. A field to nowhere would print an error in the midst of a clause.
    """
    for piece in list(_pieces(paragraph)):
        if isinstance(piece, _Field) and piece.ended:
            _point(piece.runs, renamed, present)
    for link in [it for it in paragraph.iter(f"{_W}hyperlink") if it.get(f"{_W}anchor")]:
        named = link.get(f"{_W}anchor")
        if renamed.get(named, named) in present:
            link.set(f"{_W}anchor", renamed.get(named, named))
        else:
            for run in list(link):
                link.addprevious(run)
            link.getparent().remove(link)


def _point(runs: Sequence[Any], renamed: Mapping[str, str], present: frozenset[str]) -> None:
    codes = [it for run in runs for it in run.iter(f"{_W}instrText")]
    words = "".join(it.text or "" for it in codes).split()
    if len(words) < 2 or words[0] != "REF" or not codes:
        return
    target = renamed.get(words[1], words[1])
    if target in present:
        codes[0].text = f" {' '.join((words[0], target, *words[2:]))} "
        for spare in codes[1:]:
            spare.text = ""
        return
    for run in runs:
        if next(run.iter(f"{_W}t"), None) is None:
            run.getparent().remove(run)


def struck(atom: Atom) -> list[Any]:
    """Copies of the runs of a word, as a deletion holds them."""
    copies = [copy.deepcopy(run) for run in atom.runs]
    for run in copies:
        for element in list(run.iter(f"{_W}t", f"{_W}instrText")):
            fresh = xml(f'<w:{"delText" if element.tag == f"{_W}t" else "delInstrText"} xml:space="preserve"/>')
            fresh.text = element.text
            element.getparent().replace(element, fresh)
    return copies


def join(paragraph: Any) -> None:
    """Neighbouring runs that look alike become one again."""
    for run in list(paragraph.iter(f"{_W}r")):
        before = run.getprevious()
        if before is None or before.tag != f"{_W}r":
            continue
        one, other = _only_text(before), _only_text(run)
        if one is not None and other is not None and one.tag == other.tag and _look(before) == _look(run):
            one.text = f"{one.text or ''}{other.text or ''}"
            one.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
            run.getparent().remove(run)


def _only_text(run: Any) -> Any:
    held = [it for it in run if it.tag != f"{_W}rPr"]
    return held[0] if len(held) == 1 and held[0].tag in {f"{_W}t", f"{_W}delText"} else None


def _look(run: Any) -> bytes:
    from lxml import etree

    shape = run.find(f"{_W}rPr")
    said: bytes = b"" if shape is None else etree.tostring(shape)
    return said
