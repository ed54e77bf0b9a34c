"""A regulation as numbered provisions, whoever wrote it and however often it was amended.

The draft tree counts by itself; a regulation in force has numbers that nobody may touch any more: Pasal 7A,
ayat (2a), a Pasal that was repealed and stays counted. So a provision here carries its number as written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from regpol.documents.brief.paper import Basis
from regpol.documents.naskah.tree import Kind

Path = tuple[str, ...]
"""Where a provision stands: ('Pasal 7A', 'ayat (2)') or ('BAB II', 'Bagian Kesatu')."""
_STEPS = {
    Kind.CHAPTER: "BAB",
    Kind.PART: "Bagian",
    Kind.SECTION: "Paragraf",
    Kind.ARTICLE: "Pasal",
    Kind.CLAUSE: "ayat",
    Kind.POINT: "huruf",
    Kind.ITEM: "angka",
    Kind.SUBPOINT: "huruf",
    Kind.SUBITEM: "angka",
}
_RANK = {Kind.CHAPTER: 0, Kind.PART: 1, Kind.SECTION: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class Provision:
    """A heading, an article or what stands below an article."""

    kind: Kind
    mark: str
    """The number as a reference writes it: '7A', '(2a)', 'b', 'IV', 'Kesatu'."""
    title: str = ""
    text: str = ""
    children: tuple["Provision", ...] = ()
    closing: str = ""
    rows: tuple[str, ...] = ()
    """The rows of its tables, cells parted by ' | '."""
    deleted: bool = False
    bases: tuple[Basis, ...] = field(default=(), compare=False)
    explained: tuple[str, ...] = field(default=(), compare=False)
    """What the Penjelasan of our own text says of it."""

    @property
    def step(self) -> str:
        """How a reference names it: 'Pasal 7A', 'ayat (2a)', 'huruf b'."""
        return f"{_STEPS[self.kind]} {self.mark}"

    @property
    def marker(self) -> str:
        """What stands in front of its text: 'Pasal 7A', '(2a)', 'b.', 'BAB IV'."""
        if self.kind.heading or self.kind is Kind.ARTICLE:
            return self.step
        return f"{self.mark}." if self.kind in {Kind.POINT, Kind.ITEM} else self.mark

    @property
    def clauses(self) -> tuple["Provision", ...]:
        """Its ayat; none if it has none."""
        return self.children if self.children and self.children[0].kind is Kind.CLAUSE else ()

    def paragraphs(self) -> Iterator[str]:
        """The provision as it is printed, a paragraph each."""
        if self.kind.heading or self.kind is Kind.ARTICLE:
            yield self.marker
            yield from [self.title] if self.title else []
            yield from [DELETED] if self.deleted else [self.text] if self.text else []
        else:
            yield f"{self.marker} {DELETED if self.deleted else self.text}".strip()
        yield from self.rows
        for child in self.children:
            yield from child.paragraphs()
        yield from [self.closing] if self.closing else []

    @property
    def words(self) -> str:
        """All it says, without its own number, on one line."""
        own = "" if self.deleted else " ".join(part for part in (self.title, self.text, *self.rows) if part)
        below = " ".join(f"{child.marker} {child.words}" for child in self.children)
        return " ".join(part for part in (own, below, self.closing) if part)


DELETED = "Dihapus."
"""What stands in the place of a provision that was struck out; its number stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """What a regulation is called: 'Peraturan Wali Kota' 'Mataram' '5' '2023' 'Contoh'."""

    kind: str
    region: str = ""
    number: str = ""
    year: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnnexText:
    """An annex as rows of text; a row of a table has its cells parted by ' | '."""

    number: str
    title: str
    rows: tuple[str, ...]

    @property
    def name(self) -> str:
        """'Lampiran' or 'Lampiran II'."""
        return f"Lampiran {self.number}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Regulation:
    """The body as one row of headings and articles in the order of the text, and the annexes."""

    name: Name
    form: str
    """'perkada', 'perda', as `regpol.documents.lint.forms` names it."""
    body: tuple[Provision, ...]
    annexes: tuple[AnnexText, ...] = ()
    joined: bool = field(default=False, compare=False)
    """Whether its file calls itself a consolidated text: it has been amended before."""

    @property
    def articles(self) -> tuple[Provision, ...]:
        """The articles, those struck out among them."""
        return tuple(it for it in self.body if it.kind is Kind.ARTICLE)


def paths(body: Sequence[Provision]) -> list[Path]:
    """Where each heading and article stands; articles are unique in the paper, headings below their own."""
    found: list[Path] = []
    above: list[Provision] = []
    for it in body:
        if it.kind is Kind.ARTICLE:
            found.append((it.step,))
            continue
        above = [held for held in above if _RANK[held.kind] < _RANK[it.kind]]
        above.append(it)
        found.append(tuple(held.step for held in above))
    return found


def parents(body: Sequence[Provision]) -> list[int]:
    """The place of the heading each element stands under, -1 if under none."""
    found: list[int] = []
    above: list[int] = []
    for place, it in enumerate(body):
        if it.kind is not Kind.ARTICLE:
            above = [held for held in above if _RANK[body[held].kind] < _RANK[it.kind]]
        found.append(above[-1] if above else -1)
        if it.kind is not Kind.ARTICLE:
            above.append(place)
    return found
