"""The paragraphs of a Word file as lint walks them: read by `word_back`, each with the number Word shows before it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from regpol.documents.lint.marks import LABEL, list_mark
from regpol.documents.lint.paragraphs import Paragraph
from regpol.documents.word_back.edited import Paragraph as Read
from regpol.documents.word_back.edited import Row, shown
from regpol.documents.word_back.package import Package
from regpol.documents.word_back.paragraphs import rows

_COLUMNS = 3
"""An item of a list laid out in a table has at most a mark, a colon and its words."""


def word_paragraphs(package: Package) -> tuple[Paragraph, ...]:
    """Every paragraph, tables row by row; deleted text is left out, inserted text is in.

    ``Paragraph.number`` is the place of the paragraph among all of the body, tables included, from 1.
    """
    return tuple(paragraph for paragraph in _all(package) if paragraph.text)


def _all(package: Package) -> Iterator[Paragraph]:
    parts = list(rows(package))
    numbers = _numbers(parts)
    for part in parts:
        if isinstance(part, Read):
            yield replace(_plain(part, numbers), inset=_inset(part))
        else:
            read = ([_plain(it, numbers) for it in cell] for cell in part.cells)
            cells = [held for cell in read if (held := [it for it in cell if it.text])]
            yield from _joined(cells) if part.data else _row(cells)


def _numbers(parts: list[Read | Row]) -> Mapping[str, str]:
    """The number Word counts for each mark a live reference may point at: what it prints is old until refreshed."""
    every = (
        it for part in parts for it in ([part] if isinstance(part, Read) else (it for c in part.cells for it in c))
    )
    return {mark: it.counted.rstrip(".") for it in every for mark in it.marks if it.counted}


def _plain(read: Read, numbers: Mapping[str, str]) -> Paragraph:
    now = tuple(it if isinstance(it, str) else numbers.get(it.target, it.shown) for it in read.text)
    text, counted = " ".join(shown(now).split()), read.counted
    if text and counted:
        text = f"{counted} {text}"
    elif len(counted) > len("1."):
        text = counted  # a heading may be nothing but its number: 'Pasal 4'
    return Paragraph(read.number + 1, text, read.style, read.centered)


def _inset(read: Read) -> tuple[int, int] | None:
    """Not told where tabs or spaces push the text in: how far they do is for the page to say."""
    first = next((it for it in read.text if isinstance(it, str)), "")
    return None if read.pushed or first[:1].isspace() else read.inset


def _row(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a table: beside each other as one line, unless the cells are paragraphs set in columns."""
    if not cells:
        return
    first = cells[0][0].text
    if len(cells) == 1:
        yield from cells[0]
    elif (
        LABEL.match(first)
        or first.startswith(("Menetapkan", "KE", ":"))
        or (list_mark(f"{first} x") and len(cells) <= _COLUMNS)
    ):
        lead = " ".join(cell[0].text for cell in cells[:-1])
        head, *rest = cells[-1]
        yield Paragraph(head.number, f"{lead} {head.text}", head.style, centered=False)
        yield from rest
    elif any(len(cell) > 1 for cell in cells):
        for cell in cells:
            yield from cell
    else:
        yield from _joined(cells)


def _joined(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """A row of data: a number in it is no mark of a list."""
    if cells:
        text = " | ".join(" ".join(part.text for part in cell) for cell in cells)
        yield Paragraph(cells[0][0].number, text, cells[0][0].style, centered=False)
