"""All PDFs of a packet as one: each paper with a bookmark, its own bookmarks below it, the same bytes each time."""

import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Part:
    """A paper of the packet: the words of its bookmark, and its file."""

    title: str
    file: Path


def merge(parts: Sequence[Part], target: Path, title: str) -> int:
    """Writes the merged file; returns its pages."""
    import pikepdf

    with pikepdf.new() as whole:
        starts: list[int] = []
        inner: list[list[tuple[str, int]]] = []
        for part in parts:
            with pikepdf.open(part.file) as opened:
                starts.append(len(whole.pages))
                inner.append(_bookmarks(opened))
                whole.add_pages_from(opened)
        with whole.open_outline() as outline:
            for part, start, below in zip(parts, starts, inner, strict=True):
                made = pikepdf.OutlineItem(part.title, start)
                made.is_closed = True
                made.children.extend(pikepdf.OutlineItem(name, start + page) for name, page in below)
                outline.root.append(made)
        whole.docinfo["/Title"] = title
        whole.docinfo["/Producer"] = "regpol"
        whole.Root.PageMode = pikepdf.Name.UseOutlines
        whole.Root.Lang = "id"
        count = len(whole.pages)
        written = io.BytesIO()
        whole.save(written, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    target.write_bytes(written.getvalue())
    return count


def _bookmarks(opened: Any) -> list[tuple[str, int]]:
    """The outermost bookmarks of a paper with their pages; those that lead nowhere are left."""
    numbers = {page.objgen: at for at, page in enumerate(opened.pages)}
    found: list[tuple[str, int]] = []
    with opened.open_outline() as outline:
        for item in outline.root:
            target = item.destination
            try:
                number = numbers.get(target[0].objgen) if target is not None else None
            except (TypeError, AttributeError, IndexError, ValueError):
                number = None
            if number is not None:
                found.append((item.title, number))
    return found
