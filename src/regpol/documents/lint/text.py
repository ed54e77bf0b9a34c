"""A paper as loose lines: what every check walks, whoever wrote the paper.

A line is one unit of text as the reader sees it (a title line, a heading, a paragraph, an item of a list),
whatever number of lines it took in the file. Nothing is mended: a wrong number, a doubled article or a
missing mark stands in ``text`` as it was written, for a check to find.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from regpol.documents.lint.amendments import Amendment
from regpol.documents.lint.forms import PaperForm, guess_form
from regpol.documents.lint.layout import Layout


class Level(StrEnum):
    """What a line is; the values are the words of the law."""

    TITLE = "judul"
    ABOUT = "tentang"
    """The word TENTANG and the name below it."""
    OPENING = "pembukaan"
    """Between title and considerations: the invocation, the office; of an agreement all up to Pasal 1."""
    RECITAL = "menimbang"
    CITATION = "mengingat"
    NOTICE = "memperhatikan"
    DIKTUM = "diktum"
    """From the joint approval to Menetapkan, and KESATU, KEDUA of a decision."""
    CHAPTER = "bab"
    PART = "bagian"
    SECTION = "paragraf"
    ARTICLE = "pasal"
    CLAUSE = "ayat"
    POINT = "huruf"
    ITEM = "angka"
    SUBPOINT = "subhuruf"
    SUBITEM = "subangka"
    TEXT = "isi"
    """A paragraph without a mark of its own, below its unit."""
    CLOSING = "penutup"
    ANNEX = "lampiran"
    EXPLANATION = "penjelasan"


HEADINGS = (Level.CHAPTER, Level.PART, Level.SECTION)
LISTED = (Level.POINT, Level.ITEM, Level.SUBPOINT, Level.SUBITEM)
"""The four steps of a list, in the order in which they nest."""
BODY = (*HEADINGS, Level.ARTICLE, Level.CLAUSE, *LISTED, Level.TEXT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One unit of the text.

    ``number`` is where it begins in the source: the line of a text file, the paragraph of a Word file
    (both from 1), or the position in our own tree. ``index`` is its position in `LintText.lines` and
    ``parent`` that of the unit that holds it, -1 if none does.
    """

    number: int
    text: str
    """Everything written, mark included: 'a. bahwa …', '(2) Peserta …', 'BAB I KETENTUAN UMUM'."""
    level: Level
    address: str = ""
    """'Pasal 3 ayat (2) huruf b', 'Menimbang huruf a', 'BAB I', 'Judul'."""
    style: str = ""
    """The Word style, where there is one."""
    marker: str = ""
    """'a.', '(2)', 'Pasal 3', 'BAB IV', 'KESATU'; '' for a paragraph."""
    index: int = -1
    parent: int = -1
    centered: bool | None = None
    """Whether the line stands in the middle; None if the source does not tell."""
    inset: tuple[int, int] | None = None
    """Where its first line and the others begin, in twips from the margin; None if the source does not tell."""

    @property
    def content(self) -> str:
        """The words without the mark; of a heading, its title."""
        return self.text.removeprefix(self.marker).strip()

    @property
    def ending(self) -> str:
        """The mark the line ends with, '' if it ends with a letter or a digit."""
        last = self.text.rstrip()[-1:]
        return "" if last.isalnum() or last in ')%”"' else last


@dataclass(frozen=True)
class LintText:
    """A whole paper, in the order of its text."""

    lines: tuple[Line, ...]
    form: PaperForm
    source: str = ""
    """The name of the file for messages, '' for our own tree."""
    layout: Layout | None = None
    """How it looks on the page; None where the source is bare text."""
    amendments: tuple[Amendment, ...] = ()
    """What is known of regulations that were amended; none where nobody looked it up."""

    @cached_property
    def _children(self) -> dict[int, tuple[Line, ...]]:
        found: dict[int, list[Line]] = {}
        for line in self.lines:
            found.setdefault(line.parent, []).append(line)
        return {parent: tuple(lines) for parent, lines in found.items()}

    def children(self, line: Line) -> tuple[Line, ...]:
        """What stands directly below a line."""
        return self._children.get(line.index, ())

    def below(self, line: Line) -> Iterator[Line]:
        """All that stands below a line, at any depth, in the order of the text."""
        for child in self.children(line):
            yield child
            yield from self.below(child)

    def parent(self, line: Line) -> Line | None:
        """The unit that holds a line."""
        return self.lines[line.parent] if line.parent >= 0 else None

    def of(self, *levels: Level) -> tuple[Line, ...]:
        """Every line of the levels."""
        return tuple(line for line in self.lines if line.level in levels)

    @cached_property
    def title(self) -> tuple[Line, ...]:
        """The lines of the title up to TENTANG, the heads above it among them."""
        return self.of(Level.TITLE)

    @cached_property
    def name(self) -> str:
        """What the paper is about, as the title has it, on one line; '' if no title was found."""
        about = [line.text for line in self.of(Level.ABOUT) if line.text.replace(" ", "").upper() != "TENTANG"]
        return " ".join(about).strip()

    @cached_property
    def fragment(self) -> bool:
        """Whether it is a passage: articles or clauses without the title and the opening of their paper."""
        if guess_form([line.text for line in self.title]) is not PaperForm.OTHER or self.form.office:
            return False
        return not self.of(Level.ABOUT, Level.RECITAL, Level.CITATION, Level.CLOSING)

    @cached_property
    def recitals(self) -> tuple[Line, ...]:
        """The considerations, without the word Menimbang; one without a letter is among them."""
        return tuple(line for line in self.of(Level.RECITAL) if line.parent >= 0)

    @cached_property
    def citations(self) -> tuple[Line, ...]:
        """The legal bases, without the word Mengingat."""
        return tuple(line for line in self.of(Level.CITATION) if line.parent >= 0)

    @cached_property
    def headings(self) -> tuple[Line, ...]:
        """BAB, Bagian and Paragraf."""
        return self.of(*HEADINGS)

    @cached_property
    def pasals(self) -> tuple[Line, ...]:
        """Every Pasal."""
        return self.of(Level.ARTICLE)

    @cached_property
    def body(self) -> tuple[Line, ...]:
        """All lines of the Batang Tubuh, the diktum of a decision among them."""
        return tuple(line for line in self.lines if line.level in BODY or (line.level is Level.DIKTUM and line.marker))

    def ayats(self, pasal: Line) -> tuple[Line, ...]:
        """The ayat of a Pasal; none if it has no ayat."""
        return tuple(line for line in self.children(pasal) if line.level is Level.CLAUSE)

    def items(self, line: Line) -> tuple[Line, ...]:
        """The items of the list directly below a line."""
        return tuple(child for child in self.children(line) if child.level in LISTED)

    @cached_property
    def lists(self) -> tuple[tuple[Line, tuple[Line, ...]], ...]:
        """Every list of the body: the line that opens it (its lead stands there or in the paragraph below it)."""
        return tuple((line, items) for line in self.body if (items := self.items(line)))

    def lead(self, owner: Line) -> Line:
        """The line whose words open the list of ``owner``: itself, or the paragraph before its first item."""
        before = [line for line in self.children(owner) if line.level is Level.TEXT and self._precedes(line, owner)]
        return before[-1] if before else owner

    def _precedes(self, line: Line, owner: Line) -> bool:
        items = self.items(owner)
        return bool(items) and line.index < items[0].index

    def chapter(self, line: Line) -> Line | None:
        """The BAB a line stands in."""
        held: Line | None = line
        while held is not None and held.level is not Level.CHAPTER:
            held = self.parent(held)
        return held

    def pasal(self, line: Line) -> Line | None:
        """The Pasal a line stands in."""
        held: Line | None = line
        while held is not None and held.level is not Level.ARTICLE:
            held = self.parent(held)
        return held

    @cached_property
    def general(self) -> Line | None:
        """The Pasal of definitions: the first Pasal that says 'yang dimaksud dengan', among the first three."""
        for pasal in self.pasals[:3]:
            if any("yang dimaksud dengan" in line.text.casefold() for line in self.below(pasal)):
                return pasal
        return None

    @cached_property
    def definitions(self) -> tuple[tuple[str, Line], ...]:
        """The terms of Ketentuan Umum as written, each with its line: ('Peserta', …)."""
        if self.general is None:
            return ()
        found = []
        for line in self.below(self.general):
            term, known, _ = line.content.partition(" adalah ")
            if line.level in LISTED and known and len(term) < _LONGEST_TERM:
                found.append((term.partition(" yang selanjutnya")[0].strip(" ,"), line))
        return tuple(found)


_LONGEST_TERM = 250
