"""The newer Word file with every change against the older one as Word's own tracked change.

A drafter opens it, walks from change to change and accepts or refuses: all accepted is the newer text, all
refused the older one, outside of clauses and in tables too. A clause that stands elsewhere is marked as moved.
What the drafter tracked already stays as it is, with its author, in every paragraph where nothing else changed.
"""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from regpol.documents.redline.aligning import Fate, Known, Step, aligned, beside
from regpol.documents.redline.changes import Redline
from regpol.documents.redline.list_numbers import Lists
from regpol.documents.redline.marking import TRACKED, Marks, came, earlier, now, went
from regpol.documents.word.ooxml import NAMESPACE, freeze
from regpol.documents.word_back.package import MAIN, Package, open_package

_W = f"{{{NAMESPACE}}}"
_NUMBERS = "word/numbering.xml"
_NEVER = "1980-01-01T00:00:00Z"


def write(redline: Redline, old: Path, new: Path) -> bytes:
    """The file at ``new`` with the changes from ``old`` marked; the same two files give the same bytes."""
    before, package = open_package(old), open_package(new)
    root, numbers = package.tree(MAIN), package.tree(_NUMBERS)
    lists = Lists(before.tree(_NUMBERS), numbers, _styles(package.tree("word/styles.xml")))
    _Marking(redline, before.tree(MAIN), root, lists, _saved(package)).all()
    from lxml import etree

    made = {MAIN: root} if numbers is None else {MAIN: root, _NUMBERS: numbers}
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in package.parts.items():
            if name in made:
                content = etree.tostring(made[name], xml_declaration=True, encoding="UTF-8", standalone=True)
            target.writestr(name, content)
    return freeze(packed.getvalue())


def _styles(root: Any) -> frozenset[str]:
    return frozenset() if root is None else frozenset(it.get(f"{_W}styleId") or "" for it in root.iter(f"{_W}style"))


def _saved(package: Package) -> str:
    """When the newer file was last saved, which is when its changes were there at the latest."""
    core = package.tree("docProps/core.xml")
    said = [] if core is None else [it.text or "" for it in core.iter() if str(it.tag).endswith("}modified")]
    return said[0] if said and re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", said[0]) else _NEVER


class _Marking:
    def __init__(self, redline: Redline, old: Any, new: Any, lists: Lists, moment: str) -> None:
        self.old, self.new = old.find(f"{_W}body"), new.find(f"{_W}body")
        before, after = (list(body.iter(f"{_W}p")) for body in (self.old, self.new))
        self.known = _known(redline, before, after)
        self.words = {it: now(it) for it in [*before, *after, *self.old.iter(f"{_W}tbl"), *self.new.iter(f"{_W}tbl")]}
        renamed = {a.mark: b.mark for a, b in redline.paired() if a.mark and b.mark}
        present = frozenset(it.get(f"{_W}name") or "" for it in self.new.iter(f"{_W}bookmarkStart"))
        self.marks = Marks(moment, renamed, present, _highest(self.new) + 1)
        self.lists = lists
        lists.learn(self.known.pairs)

    def all(self) -> None:
        self._holder(self.old, self.new)
        self.marks.close_moves()

    def _holder(self, old: Any, new: Any) -> None:
        """Marks the changes of the body, or of one cell."""
        blocks, before = list(_blocks(new)), list(_blocks(old))
        for text in (earlier(it) for it in new.iter(f"{_W}p") if it not in blocks and went(it)):
            # what the drafter has struck out under tracking needs no second mark
            before = _without(before, next((it for it in before if self._gone(it) and self.words[it] == text), None))
        last = None
        for step in aligned(before, blocks, self.known, self.words):
            if step.fate in {Fate.GONE, Fate.LEFT}:
                last = self._put_back(step, last, blocks, new)
            else:
                self._mark(step)
                last = step.new

    def _gone(self, block: Any) -> bool:
        return block.tag == f"{_W}p" and block not in self.known.pairs

    def _put_back(self, step: Step, last: Any, blocks: list[Any], holder: Any) -> Any:
        """What is gone comes back, struck out, behind what stood before it."""
        fresh = self.marks.copied(step.old)
        self.lists.fit(fresh)
        if last is not None:
            last.addnext(fresh)
        elif blocks:
            blocks[0].addprevious(fresh)
        else:
            holder.append(fresh)
        if fresh.tag == f"{_W}tbl":
            self.marks.rows(fresh.findall(f"{_W}tr"), "del")
        elif step.fate is Fate.LEFT:
            self.marks.left(fresh, self.known.pairs[step.old])
        else:
            self.marks.whole(fresh, "del")
        return fresh

    def _mark(self, step: Step) -> None:
        if step.fate is Fate.FRESH and step.new.tag == f"{_W}tbl":
            self.marks.rows(step.new.findall(f"{_W}tr"), "ins")
        elif step.fate is Fate.FRESH:
            self.marks.whole(step.new, "ins")
        elif step.fate is Fate.CAME:
            self.marks.came(step.old, step.new)
        elif step.new.tag == f"{_W}tbl":
            self._table(step.old, step.new)
        else:
            self.marks.words(step.old, step.new)

    def _table(self, old: Any, new: Any) -> None:
        """Row by row; a table whose rows hang together or have other columns goes and comes whole."""
        before, after = (it.findall(f"{_W}tr") for it in (old, new))
        level = [_cells(row) for row in before] == [_cells(row) for row in after]
        if not level and (self.words[old] == self.words[new] or _merges(old) or _merges(new)):
            self._put_back(Step(Fate.GONE, old), new, [], new.getparent())
            self.marks.rows(after, "ins")
            return
        texts = {row: now(row) for row in [*before, *after]}
        last = None
        pairs = list(zip(before, after, strict=True)) if level else beside(before, after, texts)
        for gone, fresh in pairs:
            if gone is not None and fresh is not None and _cells(gone) == _cells(fresh):
                for one, other in zip(gone.findall(f"{_W}tc"), fresh.findall(f"{_W}tc"), strict=True):
                    self._holder(one, other)
                last = fresh
                continue
            if gone is not None:
                back = self.marks.copied(gone)
                after[0].addprevious(back) if last is None else last.addnext(back)
                self.marks.rows([back], "del")
                last = back
            if fresh is not None:
                self.marks.rows([fresh], "ins")
                last = fresh


def _known(redline: Redline, before: list[Any], after: list[Any]) -> Known:
    pairs: dict[Any, Any] = {}
    moved = set()
    for (at, _), (old, new) in zip(redline.pairs, redline.paired(), strict=True):
        ours, theirs = [before[it] for it in old.paragraphs], [after[it] for it in new.paragraphs]
        texts = {it: now(it) for it in [*ours, *theirs]}
        found = [(a, b) for a, b in beside(ours, theirs, texts) if a is not None and b is not None and not came(b)]
        pairs |= dict(found)
        if at in redline.moved:
            moved |= {a for a, _ in found}
    held = (side[it] for edited, side in ((redline.old, before), (redline.new, after)) for it in _of(edited.clauses))
    return Known(pairs, frozenset(held), frozenset(moved))


def _of(clauses: Any) -> Iterator[int]:
    return (number for clause in clauses for number in clause.paragraphs)


def _blocks(holder: Any) -> Iterator[Any]:
    """Paragraphs and tables of a holder, what Word has fenced in among them; a paragraph that went before is none."""
    for child in holder:
        if child.tag in {f"{_W}sdt", f"{_W}sdtContent"}:
            yield from _blocks(child)
        elif child.tag == f"{_W}tbl" or (child.tag == f"{_W}p" and not went(child)):
            yield child


def _without(blocks: list[Any], one: Any) -> list[Any]:
    return [it for it in blocks if it is not one]


def _cells(row: Any) -> int:
    return len(row.findall(f"{_W}tc"))


def _merges(table: Any) -> bool:
    return next(table.iter(f"{_W}vMerge"), None) is not None


def _highest(body: Any) -> int:
    """The highest number a tracked change bears already."""
    given = (it.get(f"{_W}id") or "" for it in body.iter(*TRACKED))
    return max((int(it) for it in given if it.isdecimal()), default=0)
