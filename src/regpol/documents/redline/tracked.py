"""The newer Word file with every change against the older one as Word's own tracked change.

A drafter opens it, walks from change to change and accepts or refuses. What the drafter tracked already stays
as it is, with its author. Live references stay live; a reference that went is shown as the words it had.
"""

import io
import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from regpol.documents.redline.changes import Change, Move, Redline
from regpol.documents.redline.wording import Span
from regpol.documents.styles import NUMBERED
from regpol.documents.word import NAMESPACE, freeze, xml
from regpol.documents.word_back.edited import Link, Piece
from regpol.documents.word_back.package import MAIN, open_package

_W = f"{{{NAMESPACE}}}"
_AUTHOR = "regpol redline"
_FIRST_ID = 70_000


def write(redline: Redline, new: Path) -> bytes:
    """The file at ``new`` with the changes marked; the same two files give the same bytes."""
    package = open_package(new)
    root = package.tree(MAIN)
    _Marking(root, set(_styles(package.tree("word/styles.xml")))).all(redline)
    from lxml import etree

    marked = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in package.parts.items():
            target.writestr(name, marked if name == MAIN else content)
    return freeze(packed.getvalue())


def _styles(root: Any) -> Sequence[str]:
    return [] if root is None else [style.get(f"{_W}styleId") or "" for style in root.iter(f"{_W}style")]


class _Marking:
    def __init__(self, root: Any, styles: set[str]) -> None:
        self.styles = styles
        self.paragraphs = _counted(root.find(f"{_W}body"))
        self.number = _FIRST_ID

    def all(self, redline: Redline) -> None:
        """Marks every change; what is gone goes before the clause that follows it."""
        anchors = {id(clause): clause.paragraphs[-1] for clause in redline.new.clauses if clause.paragraphs}
        place = {clause.unit.eid: at for at, clause in enumerate(redline.old.clauses)}
        kept = {place[it.old.unit.eid]: it.new for it in redline.changes if it.old and it.new}
        same = {clause.mark: clause for clause in redline.new.clauses if clause.mark}
        for change in redline.changes:
            if change.move is Move.INSERTED and not change.tracked:
                self._fresh(change)
            elif change.move is Move.REWORDED and not change.tracked:
                self._reworded(change)
        for change in redline.changes:
            if change.move is Move.DELETED and change.old:
                at = place[change.old.unit.eid]
                before = next(
                    (
                        found
                        for earlier in range(at - 1, -1, -1)
                        if (found := kept.get(earlier) or same.get(redline.old.clauses[earlier].mark))
                    ),
                    None,
                )
                self._gone(change, self.paragraphs[anchors[id(before)]] if before else self.paragraphs[0])

    def _who(self) -> str:
        self.number += 1
        return f'w:id="{self.number}" w:author="{_AUTHOR}"'

    def _fresh(self, change: Change) -> None:
        for number in change.clause.paragraphs:
            paragraph = self.paragraphs[number]
            self._mark_end(paragraph, "ins")
            for run in paragraph.findall(f"{_W}r"):
                if run.find(f"{_W}commentReference") is not None:
                    continue
                wrapper = xml(f"<w:ins {self._who()}/>")
                run.addprevious(wrapper)
                wrapper.append(run)

    def _mark_end(self, paragraph: Any, kind: str) -> None:
        """The paragraph mark itself is inserted or deleted."""
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

    def _reworded(self, change: Change) -> None:
        """The words again, with what went and what came; only where the clause is a single paragraph of text."""
        clause = change.clause
        title_only = clause.unit.title and len(clause.paragraphs) == 1
        if title_only or any("\n" in it for span in change.spans for it in span.text if isinstance(it, str)):
            return
        paragraph = self.paragraphs[clause.paragraphs[-1]]
        spoken = [it for it in paragraph if it.find(f"{_W}commentReference") is not None]
        for child in list(paragraph):
            if child.tag in {f"{_W}r", f"{_W}hyperlink"} and child not in spoken:
                paragraph.remove(child)
        end = next((it for it in paragraph if it.tag in {f"{_W}commentRangeEnd", f"{_W}bookmarkEnd"}), None)
        for span in change.spans:
            for element in self._span(span):
                paragraph.append(element) if end is None else end.addprevious(element)

    def _span(self, span: Span) -> list[Any]:
        if span.kind == "dihapus":
            text = "".join(piece if isinstance(piece, str) else piece.shown for piece in span.text)
            return [xml(f"<w:del {self._who()}>{_run(text, 'delText')}</w:del>")]
        runs = "".join(_piece(piece) for piece in span.text)
        if span.kind == "disisipkan":
            return [xml(f"<w:ins {self._who()}>{runs}</w:ins>")]
        holder = xml(f"<w:p>{runs}</w:p>")
        return list(holder)

    def _gone(self, change: Change, anchor: Any) -> None:
        clause = change.clause
        style = clause.part.capitalize() if clause.part != "batang" else NUMBERED.get(clause.unit.kind, "")
        shape = f'<w:pStyle w:val="{style}"/>' if style in self.styles else ""
        text = "".join(piece if isinstance(piece, str) else piece.shown for piece in clause.text).replace("\n", " ")
        run = f"<w:del {self._who()}>{_run(text, 'delText')}</w:del>" if text else ""
        paragraph = xml(f"<w:p><w:pPr>{shape}<w:rPr><w:del {self._who()}/></w:rPr></w:pPr>{run}</w:p>")
        last = anchor
        while (following := last.getnext()) is not None and _is_gone(following):
            last = following
        last.addnext(paragraph)


def _is_gone(element: Any) -> bool:
    mark = element.find(f"{_W}pPr/{_W}rPr/{_W}del") if element.tag == f"{_W}p" else None
    return mark is not None and mark.get(f"{_W}author") == _AUTHOR


def _run(text: str, tag: str = "t") -> str:
    return f'<w:r><w:{tag} xml:space="preserve">{escape(text)}</w:{tag}></w:r>'


def _piece(piece: Piece) -> str:
    if not isinstance(piece, Link):
        return _run(piece)
    code = f'<w:instrText xml:space="preserve"> REF {escape(piece.target)} \\n \\h </w:instrText>'
    kinds = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    return f"{kinds[0]}<w:r>{code}</w:r>{kinds[1]}{_run(piece.shown)}{kinds[2]}"


def _counted(body: Any) -> list[Any]:
    """Every paragraph in the order the reading counted them."""
    return list(body.iter(f"{_W}p"))
