"""The comparison table: what a provision said, what it will say, and what the new words rest on."""

import difflib
import re
from collections.abc import Iterator, Sequence

from regpol.documents.amending.changes import Amendment, AnnexChange, Change, Move
from regpol.documents.amending.formulas import bases_of, spoken
from regpol.documents.amending.phrases import TableWords
from regpol.documents.amending.pointing import masked
from regpol.documents.amending.provisions import Path, Provision
from regpol.documents.naskah.tree import Align, Cell, Table

Row = tuple[str, str, str, str]
"""Number of Pasal I, old words, new words, basis and reason; paragraphs parted by line breaks."""


def body_table(amendment: Amendment, words: TableWords) -> Table:
    """A row for each ayat, item or whole provision that changes."""
    making = _Making(words)
    rows: list[Row] = []
    for number, change in enumerate(amendment.changes, 1):
        rows += _numbered(number, making.rows(change))
    return _table(words, rows)


def annex_table(amendment: Amendment, words: TableWords) -> Table:
    """A row for each line of an annex that changes; the numbers go on from those of the body."""
    making = _Making(words)
    rows: list[Row] = []
    for number, change in enumerate(amendment.annexes, len(amendment.changes) + 1):
        rows += _numbered(number, making.annex(change))
    return _table(words, rows)


def _numbered(number: int, rows: Iterator[Row]) -> Iterator[Row]:
    for place, (_, *rest) in enumerate(rows):
        yield (f"{number}." if not place else "", *rest)  # type: ignore[misc]


def _table(words: TableWords, rows: Sequence[Row]) -> Table:
    cells = tuple(tuple(Cell(text) for text in row) for row in rows)
    return Table(columns=words.columns, align=(Align.LEFT,) * 4, rows=cells)


class _Making:
    def __init__(self, words: TableWords) -> None:
        self.words = words

    def rows(self, change: Change) -> Iterator[Row]:
        if change.move is Move.DELETED:
            for key, it in zip(change.keys, change.old, strict=True):
                yield self._row(key, it, None)
        elif change.move in {Move.INSERTED, Move.APPENDED}:
            for key, it in zip(change.keys, change.new, strict=True):
                yield self._row(key, None, it)
        else:
            yield from self._changed(change.keys[0], change.old[0], change.new[0])

    def _changed(self, key: Path, old: Provision, new: Provision) -> Iterator[Row]:
        """As finely as the provision is divided: by ayat, else by the items of its list, else as one."""
        was, now = _own(old), _own(new)
        if was != now or not (old.children and new.children):
            whole = not (old.children and new.children)
            yield self._row(key, old if whole else _bare(old), new if whole else _bare(new))
            if whole:
                return
        if old.clauses and new.clauses:
            before = {it.mark: it for it in old.children}
            for it in new.children:
                if before.get(it.mark) != it:
                    yield from self._below(key, before.get(it.mark), it)
            return
        said, says = ([it.words for it in side.children] for side in (old, new))
        for kind, a, b, c, d in difflib.SequenceMatcher(None, said, says, autojunk=False).get_opcodes():
            if kind != "equal":
                for place in range(max(b - a, d - c)):
                    gone = old.children[a + place] if a + place < b else None
                    come = new.children[c + place] if c + place < d else None
                    last = come is not None or gone is old.children[-1]
                    yield from self._below(key, gone, come, self.words.deleted if last else self.words.deleted_item)

    def _below(self, key: Path, old: Provision | None, new: Provision | None, struck: str = "") -> Iterator[Row]:
        step = (new or old).step  # type: ignore[union-attr]
        yield self._row((*key, step), old, None if new is None or new.deleted else new, struck)

    def _row(self, key: Path, old: Provision | None, new: Provision | None, struck: str = "") -> Row:
        named = spoken(key) if key[0].startswith("BAB") else " ".join(key)
        before = _shown(named, old) if old else self.words.absent
        after = _shown(named, new) if new else f"{named}\n{struck or self.words.deleted}"
        return "", before, after, self._reason(key, old, new)

    def _reason(self, key: Path, old: Provision | None, new: Provision | None) -> str:
        if old and new and old != new and masked(old.words, key) == masked(new.words, key):
            return self.words.pointing
        found = bases_of((new,)) if new else ()
        said = dict.fromkeys(f"{it.citation or it.gist} [{it.evidence}]" for it in found)
        return "\n".join([*said, self.words.reason])

    def annex(self, change: AnnexChange) -> Iterator[Row]:
        old = change.old.rows if change.old else ()
        new = change.new.rows if change.new else ()
        if change.old and change.new and change.old.title != change.new.title:
            yield self._lines(change.name, [change.old.title], [change.new.title])
        was, now = _groups(old), _groups(new)
        for kind, a, b, c, d in difflib.SequenceMatcher(None, was, now, autojunk=False).get_opcodes():
            if kind != "equal":
                for place in range(max(b - a, d - c)):
                    gone = was[a + place] if a + place < b else ()
                    come = now[c + place] if c + place < d else ()
                    yield self._lines(change.name, gone, come)

    def _lines(self, name: str, old: Sequence[str], new: Sequence[str]) -> Row:
        before = "\n".join([name, *map(_told, old)]) if old else self.words.absent
        after = "\n".join([name, *map(_told, new)]) if new else f"{name}\n{self.words.deleted}"
        return "", before, after, self.words.reason


def _groups(rows: Sequence[str]) -> list[tuple[str, ...]]:
    """Rows of a table with those that hang below a numbered one."""
    made: list[tuple[str, ...]] = []
    for row in rows:
        if made and not _NUMBERED.match(row) and " | " in row and _NUMBERED.match(made[-1][0]):
            made[-1] = (*made[-1], row)
        else:
            made.append((row,))
    return made


_NUMBERED = re.compile(r"\d+\.? \| ")


def _told(row: str) -> str:
    """A row of a table as a line of words.

    >>> _told("1. | Ketua Rukun Tetangga | JKK | 10.000"), _told("JKM | 6.800")
    ('1. Ketua Rukun Tetangga; JKK; 10.000', 'JKM; 6.800')
    """
    numbered = _NUMBERED.match(row)
    end = numbered.end() if numbered else 0
    return row[:end].replace(" | ", " ") + row[end:].replace(" | ", "; ")


def _own(it: Provision) -> tuple[str, str, str, tuple[str, ...]]:
    return it.title, it.text, it.closing, it.rows


def _bare(it: Provision) -> Provision:
    return Provision(kind=it.kind, mark=it.mark, title=it.title, text=it.text, rows=it.rows, closing=it.closing)


def _shown(named: str, it: Provision) -> str:
    lines = [_told(line) for line in it.paragraphs()]
    if it.kind.heading or lines[0] == named:
        return "\n".join(lines)
    return "\n".join([named, *lines])
