"""What a Word file holds once it is read: clauses with their marks, changes and comments, frozen."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.documents.naskah.tree import Table, Unit
from regpol.documents.word.record import Record, Written, fingerprint


@dataclass(frozen=True, slots=True)
class Link:
    """A live reference: the bookmark it points at, and what it shows."""

    target: str
    shown: str


Piece = str | Link
Text = tuple[Piece, ...]


def shown(text: Text) -> str:
    """The text as a reader sees it."""
    return "".join(piece if isinstance(piece, str) else piece.shown for piece in text)


@dataclass(frozen=True, slots=True)
class Tracked:
    """A change that Word has recorded."""

    kind: str
    """'disisipkan', 'dihapus', 'dipindah dari sini' or 'dipindah ke sini'."""
    author: str
    moment: str
    """As Word wrote it: 2026-11-28T09:30:00Z, or ''."""
    text: str


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a clause."""

    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph of the running text."""

    number: int
    """Its place among all ``w:p`` of the body, from 0."""
    style: str
    text: Text
    before: Text
    """The text with all tracked changes refused."""
    marks: tuple[str, ...] = ()
    hint: str = ""
    """The marker a list of Word would print, where no style tells the level: '(1)', 'a.'."""
    left: int = 0
    """Indent given directly, in millimetres."""
    counted: str = ""
    """The number Word shows in front of it: 'Pasal 4', '(2)', 'a.'."""
    centered: bool = False
    inset: tuple[int, int] = (0, 0)
    """Where its first line and the others begin, in twips from the margin, whatever says so."""
    pushed: bool = False
    """Whether tabs or spaces stand before its first word."""
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    inserted: bool = False
    """Whether the paragraph itself is a tracked insertion."""
    removed: bool = False
    """Whether the paragraph itself is a tracked deletion."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the paragraphs of each of its cells."""

    cells: tuple[tuple[Paragraph, ...], ...]
    data: bool
    """Whether the table has a head, and so is no list laid out in columns."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clause:
    """A unit of the edited paper and what happened to it."""

    unit: Unit
    part: str
    """'menimbang', 'mengingat', or 'batang'."""
    mark: str
    """The bookmark it came with; '' for what the drafter added."""
    parent: str
    """The eId of the unit above."""
    text: Text
    before: Text
    paragraphs: tuple[int, ...]
    typed: bool = False
    """Whether its number was typed by hand instead of coming from a style."""
    tracked: tuple[Tracked, ...] = ()
    comments: tuple[Comment, ...] = ()
    written: Written | None = None
    """What regpol recorded of it when it wrote the file."""

    @property
    def as_written(self) -> bool:
        """Whether it is, as far as regpol recorded it, word for word what regpol wrote."""
        return self.written is not None and self.written.fingerprint == fingerprint(self.unit)


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """A whole paper as it came back."""

    name: str
    rulebook: str
    """The rulebook it was made from, if regpol made it; else ''."""
    decided: str
    recitals: tuple[Unit, ...]
    citations: tuple[Unit, ...]
    body: tuple[Unit, ...]
    clauses: tuple[Clause, ...]
    others: tuple[Paragraph, ...]
    """What is in no clause: title, parties, signatures, annexes."""
    tables: tuple[Table, ...]
    """Tables in no clause."""
    record: Record | None = None
    """What regpol wrote into the file on its making."""

    @property
    def ours(self) -> bool:
        """Whether any clause still carries the mark regpol gave it."""
        return any(clause.mark for clause in self.clauses)

    def units(self) -> Iterator[Unit]:
        """Every unit in the order of the text."""
        for group in (self.recitals, self.citations, self.body):
            for unit in group:
                yield from unit.walk()
