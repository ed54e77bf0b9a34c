"""How the paragraphs of another paper stand when they are quoted: headings in the middle, lists at their depth.

Only the shape is told; the words, the numbers among them, stay as they were handed over.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from regpol.documents.naskah.tree import Inline, Kind, Words, plain

_HEADING = re.compile(r"(?:Pasal \d+[A-Z]*|BAB [IVXLC]+[A-Z]?|Bagian \w+(?: [A-Z])?|Paragraf \d+[A-Z]?)")
_GROUPING = re.compile(r"(?:BAB|Bagian|Paragraf) ")
_ITEMS = (
    (Kind.CLAUSE, re.compile(r"\(\d+[a-z]*\) ")),
    (Kind.POINT, re.compile(r"[a-z]{1,2}\. ")),
    (Kind.ITEM, re.compile(r"\d{1,3}[a-z]?\. ")),
    (Kind.SUBPOINT, re.compile(r"[a-z]{1,2}\) ")),
    (Kind.SUBITEM, re.compile(r"\d{1,3}\) ")),
)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quoted paragraph: in the middle, or at a depth with its marker apart ('' for plain text)."""

    text: Inline
    marker: str = ""
    depth: int = 0
    centered: bool = False

    @property
    def opens(self) -> bool:
        """Whether it stays with what follows: a heading, or the words that lead into a list."""
        return self.centered or plain(self.text).rstrip().endswith(":")


def quoted(paragraphs: Sequence[Inline]) -> Iterator[Quoted]:
    """The paragraphs with their shape."""
    open_kinds: list[Kind] = []
    titled = False
    for text in paragraphs:
        said = plain(text)
        if _HEADING.fullmatch(said) or titled:
            titled = bool(_GROUPING.match(said)) and not titled
            open_kinds = []
            yield Quoted(text, centered=True)
            continue
        kind, marker = _item(said)
        if kind is None:
            open_kinds = []
            yield Quoted(text)
            continue
        open_kinds = [*open_kinds[: open_kinds.index(kind)], kind] if kind in open_kinds else [*open_kinds, kind]
        yield Quoted(_without(text, len(marker) + 1), marker, len(open_kinds))


def _item(said: str) -> tuple[Kind | None, str]:
    for kind, form in _ITEMS:
        if found := form.match(said):
            return kind, found[0].rstrip()
    return None, ""


def _without(text: Inline, letters: int) -> Inline:
    first = text[0]
    return (Words(first.text[letters:]), *text[1:]) if isinstance(first, Words) else text
