"""Puts Word's own marks of a tracked change on paragraphs and rows: put in, struck out, moved from, moved to.

Nothing here decides what changed. A paragraph in which somebody tracked changes already is left alone as long as
what it was before them is what the older paper says.
"""

import copy
import difflib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from regpol.documents.redline.word_atoms import Atom, atoms, join, retarget, runs_of, settled, struck, tracks
from regpol.documents.word.ooxml import NAMESPACE, xml

AUTHOR = "regpol redline"
_W = f"{{{NAMESPACE}}}"
TRACKED = tuple(
    f"{_W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart")
)
_OLD_ONLY, _NEW_ONLY = {f"{_W}del", f"{_W}moveFrom"}, {f"{_W}ins", f"{_W}moveTo"}
_TEXT = {f"{_W}t", f"{_W}delText"}
_NOT_AGAIN = tuple(
    f"{_W}{name}"
    for name in (
        *("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference", "sectPr"),
        *("permStart", "permEnd", "footnoteReference", "endnoteReference", "drawing", "pict", "object", "pPrChange"),
    )
)
"""What a copy may not hold: a second one would clash, or point at a part of the other file."""


def now(element: Any) -> str:
    """What a reader sees with all tracked changes accepted, spaces folded."""
    return " ".join("".join(_said(element, _OLD_ONLY)).split())


def earlier(element: Any) -> str:
    """What a reader sees with all tracked changes refused, spaces folded."""
    return " ".join("".join(_said(element, _NEW_ONLY)).split())


def _said(element: Any, left_out: set[str]) -> Iterator[str]:
    for child in element:
        if child.tag in _TEXT:
            yield child.text or ""
        elif child.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"}:
            yield " "
        elif child.tag not in left_out and child.tag != f"{_W}pPr":
            yield from _said(child, left_out)
            yield " " if child.tag == f"{_W}p" else ""


def went(paragraph: Any) -> bool:
    """Whether somebody has tracked the whole paragraph away."""
    return not now(paragraph) and bool(earlier(paragraph))


def came(paragraph: Any) -> bool:
    """Whether somebody has tracked the whole paragraph as put in, or moved here."""
    mark = paragraph.find(f"{_W}pPr/{_W}rPr")
    own = mark is not None and any(it.tag in _NEW_ONLY for it in mark)
    return not earlier(paragraph) and (own or bool(now(paragraph)))


def bare_copy(element: Any) -> Any:
    """A copy with its tracked changes made, without what may stand only once in a file."""
    fresh = copy.deepcopy(element)
    for paragraph in [it for it in fresh.iter(f"{_W}p") if went(it) and it is not fresh]:
        paragraph.getparent().remove(paragraph)
    for paragraph in fresh.iter(f"{_W}p"):
        settled(paragraph)
    for unwanted in list(fresh.iter(*_NOT_AGAIN)):
        unwanted.getparent().remove(unwanted)
    return fresh


class Marks:
    """Marks with one author, one moment and numbers of their own."""

    def __init__(self, moment: str, renamed: Mapping[str, str], present: frozenset[str], first: int) -> None:
        self.moment, self.renamed, self.present, self.number = moment, renamed, present, first
        self._moves: list[tuple[Any, Any]] = []

    def _who(self) -> str:
        self.number += 1
        return f'w:id="{self.number}" w:author="{AUTHOR}" w:date="{self.moment}"'

    def copied(self, element: Any) -> Any:
        """What is to come back from the older file, its references pointing into the newer one."""
        fresh = bare_copy(element)
        for paragraph in fresh.iter(f"{_W}p"):
            retarget(paragraph, self.renamed, self.present)
        return fresh

    def whole(self, paragraph: Any, kind: str) -> None:
        """The whole paragraph is put in ('ins'), struck out ('del'), or the one side of a move."""
        if kind == "ins" and tracks(paragraph):
            if came(paragraph):
                return
            settled(paragraph)
        self._mark_end(paragraph, kind)
        runs = [run for run in runs_of(paragraph) if run.find(f"{_W}commentReference") is None]
        if kind == "del":
            runs = [self._swap(run) for run in runs]
        self._wrap(runs, kind)

    def _swap(self, run: Any) -> Any:
        (fresh,) = struck(Atom("", (run,)))
        run.getparent().replace(run, fresh)
        return fresh

    def rows(self, rows: Sequence[Any], kind: str) -> None:
        """Whole rows of a table."""
        for row in rows:
            shape = row.find(f"{_W}trPr")
            if shape is None:
                shape = xml("<w:trPr/>")
                before = row.find(f"{_W}tblPrEx")
                row.insert(0, shape) if before is None else before.addnext(shape)
            shape.append(xml(f"<w:{kind} {self._who()}/>"))
            for paragraph in row.iter(f"{_W}p"):
                self.whole(paragraph, kind)

    def left(self, paragraph: Any, elsewhere: Any) -> None:
        """The place a paragraph was moved away from; ``elsewhere`` is where it stands now."""
        self.whole(paragraph, "moveFrom")
        self._moves.append((paragraph, elsewhere))

    def came(self, old: Any, new: Any) -> None:
        """The place a paragraph was moved to; words put into it on the way are marked as such."""
        if tracks(new):
            settled(new)
        before = [it.key for it in atoms(bare_copy(old), self.renamed)]
        after = atoms(new, {})
        keys = [it.key for it in after]
        self._mark_end(new, "moveTo")
        for kind, _, _, c, d in difflib.SequenceMatcher(None, before, keys, autojunk=False).get_opcodes():
            self._wrap([run for atom in after[c:d] for run in atom.runs], "moveTo" if kind == "equal" else "ins")
        join(new)

    def words(self, old: Any, new: Any) -> None:
        """What went and what came within one paragraph."""
        before = atoms(bare_copy(old), self.renamed)
        if tracks(new):
            if earlier(new) == now(old):
                return
            settled(new)
        keys = [it.key for it in before]
        if keys == [it.key for it in atoms(copy.deepcopy(new), {})]:
            return
        after = atoms(new, {})
        codes = difflib.SequenceMatcher(None, keys, [it.key for it in after], autojunk=False).get_opcodes()
        for kind, a, b, c, d in codes:
            if kind == "equal":
                continue
            if b > a:
                self._place(new, after, c, self._struck(before[a:b]))
            self._wrap([run for atom in after[c:d] for run in atom.runs], "ins")
        join(new)

    def _place(self, paragraph: Any, after: Sequence[Atom], at: int, element: Any) -> None:
        """Before the word at a place, or behind the last one, in the paragraph itself."""
        if at < len(after):
            _top(paragraph, after[at].runs[0]).addprevious(element)
        elif after:
            _top(paragraph, after[-1].runs[-1]).addnext(element)
        else:
            paragraph.append(element)

    def _struck(self, gone: Sequence[Atom]) -> Any:
        held = xml("<w:p/>")
        held.extend(copy.deepcopy(run) for atom in gone for run in atom.runs)
        retarget(held, self.renamed, self.present)
        wrapper = xml(f"<w:del {self._who()}/>")
        wrapper.extend(struck(Atom("", tuple(runs_of(held)))))
        return wrapper

    def _wrap(self, runs: Sequence[Any], kind: str) -> None:
        """Puts runs under a mark, those beside each other under one."""
        wrapper = None
        for run in runs:
            if wrapper is None or wrapper.getnext() is not run:
                wrapper = xml(f"<w:{kind} {self._who()}/>")
                run.addprevious(wrapper)
            wrapper.append(run)

    def _mark_end(self, paragraph: Any, kind: str) -> None:
        """The paragraph mark itself is put in, struck out or moved."""
        shape = paragraph.find(f"{_W}pPr")
        if shape is None:
            shape = xml("<w:pPr/>")
            paragraph.insert(0, shape)
        inner = shape.find(f"{_W}rPr")
        if inner is None:
            inner = xml("<w:rPr/>")
            later = [it for it in shape if it.tag in {f"{_W}sectPr", f"{_W}pPrChange"}]
            later[0].addprevious(inner) if later else shape.append(inner)
        inner.insert(0, xml(f"<w:{kind} {self._who()}/>"))

    def close_moves(self) -> None:
        """Names each move at both of its ends, for Word to know that they belong together."""
        for place, group in enumerate(_together(self._moves), 1):
            sides = [it for it, _ in group], [it for _, it in group]
            for kind, side in zip(("moveFrom", "moveTo"), sides, strict=True):
                self.number += 1
                who = f'w:author="{AUTHOR}" w:date="{self.moment}" w:name="pindah{place}"'
                start = xml(f'<w:{kind}RangeStart w:id="{self.number}" {who}/>')
                shape = side[0].find(f"{_W}pPr")
                shape.addnext(start)
                side[-1].append(xml(f'<w:{kind}RangeEnd w:id="{self.number}"/>'))


def _top(paragraph: Any, run: Any) -> Any:
    while run.getparent() is not paragraph:
        run = run.getparent()
    return run


def _together(moves: Sequence[tuple[Any, Any]]) -> Iterator[list[tuple[Any, Any]]]:
    """Paragraphs that stood and stand beside each other moved as one."""
    group: list[tuple[Any, Any]] = []
    for one in moves:
        if group and (group[-1][0].getnext() is not one[0] or group[-1][1].getnext() is not one[1]):
            yield group
            group = []
        group.append(one)
    if group:
        yield group
