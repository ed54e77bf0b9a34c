"""Drafts as Word files, and what a drafter does to them: for the tests of reading back and of comparing."""

import copy
import dataclasses
import io
from pathlib import Path
from typing import Any

from docx import Document
from naskah_cases import STYLES

from regpol.documents.naskah.tree import Draft, Inline, Unit, Words
from regpol.documents.word import docx
from regpol.documents.word.ooxml import xml


def saved(draft: Draft, path: Path) -> Path:
    """The draft as a Word file."""
    path.write_bytes(docx.write(draft, styles=STYLES))
    return path


def bare(unit: Unit) -> Unit:
    """The unit without its bases and what is said of it, neighbouring words as one: what a Word file can bring back."""
    children = tuple(bare(child) for child in unit.children)
    words = {"lead": _merged(unit.lead), "closing": _merged(unit.closing)}
    return dataclasses.replace(unit, bases=(), explained=(), restated=(), children=children, **words)


def _merged(inline: Inline) -> Inline:
    merged: list[Any] = []
    for part in inline:
        if isinstance(part, Words) and merged and isinstance(merged[-1], Words):
            merged[-1] = Words(merged[-1].text + part.text)
        else:
            merged.append(part)
    return tuple(merged)


class Drafter:
    """Somebody at the Word file, with its paragraphs at hand."""

    def __init__(self, path: Path) -> None:
        self.path, self.document = path, Document(io.BytesIO(path.read_bytes()))

    def finds(self, start: str) -> Any:
        """The paragraph that begins so."""
        return next(it for it in self.document.paragraphs if it.text.startswith(start))

    def replaces(self, start: str, old: str, new: str) -> None:
        """Types over a word without tracking."""
        for run in self.finds(start).runs:
            if old in run.text:
                run.text = run.text.replace(old, new)
                return
        raise AssertionError(old)

    def adds_before(self, start: str, text: str, style: str | None = None) -> None:
        """A new paragraph in front, in the same style unless another is named."""
        anchor = self.finds(start)
        fresh = copy.deepcopy(anchor._p)
        for child in [it for it in fresh if not it.tag.endswith("}pPr")]:
            fresh.remove(child)
        anchor._p.addprevious(fresh)
        written = next(it for it in self.document.paragraphs if it._p is fresh)
        written.add_run(text)
        if style:
            written.style = style

    def removes(self, start: str) -> None:
        """A paragraph goes, untracked."""
        element = self.finds(start)._p
        element.getparent().remove(element)

    def tracks(self, start: str, old: str, new: str, author: str = "Perancang Uji") -> None:
        """Replaces a word the way Word does it while changes are tracked."""
        paragraph = self.finds(start)
        run = next(it for it in paragraph.runs if old in it.text)
        before, _, after = run.text.partition(old)
        who = f'w:author="{author}" w:date="2026-11-28T09:00:00Z"'
        pieces = (
            f'<w:r><w:t xml:space="preserve">{before}</w:t></w:r>',
            f'<w:del w:id="901" {who}><w:r><w:delText xml:space="preserve">{old}</w:delText></w:r></w:del>',
            f'<w:ins w:id="902" {who}><w:r><w:t xml:space="preserve">{new}</w:t></w:r></w:ins>',
            f'<w:r><w:t xml:space="preserve">{after}</w:t></w:r>',
        )
        for piece in pieces:
            run._r.addprevious(xml(piece))
        run._r.getparent().remove(run._r)

    def saves(self, name: str) -> Path:
        """The edited file beside the first one."""
        path = self.path.with_name(name)
        self.document.save(str(path))
        return path
