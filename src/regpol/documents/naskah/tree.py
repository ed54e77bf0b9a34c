"""The typed draft tree: what every paper is written from.

It is frozen and complete: numbers are given, references resolved, punctuation placed, bases attached.
A writer that still has to decide something about the text is a writer that may disagree with another.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from regpol.documents.brief.paper import Basis, OpenPoint, Stamp
from regpol.documents.naskah.origin import NOWHERE, Origin
from regpol.documents.naskah.table import Align as Align
from regpol.documents.naskah.table import Cell as Cell
from regpol.documents.naskah.table import Table as Table
from regpol.terms.language import letter, ordinal, roman
from regpol.terms.problems import Problem


class Kind(StrEnum):
    """The levels of a legal text, outermost first; the values are the words of the law."""

    DICTUM = "diktum"
    AMENDING = "pasal_romawi"
    TOPIC = "pokok"
    CHAPTER = "bab"
    PART = "bagian"
    SECTION = "paragraf"
    ARTICLE = "pasal"
    CLAUSE = "ayat"
    POINT = "huruf"
    ITEM = "angka"
    SUBPOINT = "subhuruf"
    SUBITEM = "subangka"

    @property
    def heading(self) -> bool:
        """Whether it groups articles and has a title of its own."""
        return self in {Kind.CHAPTER, Kind.PART, Kind.SECTION}

    @property
    def listed(self) -> bool:
        """Whether it is an item of a list."""
        return self in {Kind.POINT, Kind.ITEM, Kind.SUBPOINT, Kind.SUBITEM}

    def marker(self, number: int) -> str:
        """What stands in front of the text.

        >>> Kind.CHAPTER.marker(4), Kind.PART.marker(1), Kind.CLAUSE.marker(2), Kind.SUBPOINT.marker(3)
        ('BAB IV', 'Bagian Kesatu', '(2)', 'c)')
        """
        said = ordinal(number).upper() if self is Kind.DICTUM else ordinal(number)
        return _MARKERS[self].format(n=number, letter=letter(number), roman=roman(number), ordinal=said)

    def mention(self, number: int) -> tuple[str, str]:
        """How a reference names it: the word, and the number as it is written there.

        >>> Kind.ARTICLE.mention(3), Kind.CLAUSE.mention(1), Kind.POINT.mention(2)
        (('Pasal', '3'), ('ayat', '(1)'), ('huruf', 'b'))
        """
        word = _WORDS.get(self, self.value)
        word = word.capitalize() if self in {Kind.PART, Kind.SECTION, Kind.ARTICLE} else word
        shown = self.marker(number).removeprefix(f"{word} ")
        return word, shown.removesuffix(".")


_MARKERS = {
    Kind.CHAPTER: "BAB {roman}",
    Kind.PART: "Bagian {ordinal}",
    Kind.SECTION: "Paragraf {n}",
    Kind.ARTICLE: "Pasal {n}",
    Kind.CLAUSE: "({n})",
    Kind.POINT: "{letter}.",
    Kind.ITEM: "{n}.",
    Kind.SUBPOINT: "{letter})",
    Kind.SUBITEM: "{n})",
    Kind.DICTUM: "{ordinal}",
    Kind.AMENDING: "Pasal {roman}",
    Kind.TOPIC: "{roman}.",
}
_WORDS = {
    Kind.CHAPTER: "BAB",
    Kind.SUBPOINT: "huruf",
    Kind.SUBITEM: "angka",
    Kind.DICTUM: "Diktum",
    Kind.AMENDING: "Pasal",
    Kind.TOPIC: "angka",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Plain running text."""

    text: str


@dataclass(frozen=True, slots=True)
class Step:
    """One word of a reference: 'ayat', '(2)', and the unit it names."""

    word: str
    number: str
    eid: str


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference to another unit of the same paper, outermost step first."""

    steps: tuple[Step, ...]

    @property
    def text(self) -> str:
        """The words of the reference."""
        return " ".join(f"{step.word} {step.number}".rstrip() for step in self.steps)

    @property
    def target(self) -> str:
        """The unit it points at."""
        return self.steps[-1].eid


Inline = tuple[Words | Reference, ...]


def plain(inline: Inline) -> str:
    """The text of a run of words and references."""
    return "".join(part.text for part in inline)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One numbered unit with everything below it."""

    kind: Kind
    number: int
    eid: str
    address: str
    """Its full name, e.g. 'Pasal 3 ayat (1) huruf b'."""
    title: str = ""
    lead: Inline = ()
    children: tuple["Unit", ...] = ()
    closing: Inline = ()
    tables: tuple[Table, ...] = ()
    quoted: tuple[Inline, ...] = ()
    """Paragraphs of another paper, set in as they read there: the new text an amendment gives."""
    explained: tuple[Inline, ...] = ()
    """What the Penjelasan says of it; `explanation` makes the pages of it."""
    restated: tuple["Unit", ...] = ()
    """The articles that stand in what is quoted, for the Penjelasan; of another paper, so their eid is ''."""
    bases: tuple[Basis, ...] = ()
    origin: Origin = field(default=NOWHERE, compare=False)
    """Where it was written; the same clause may be written elsewhere."""

    unmarked: bool = False  # nothing stands in front of it: the only consideration
    label: str = ""  # what stands in front of it where counting would not give it: 'Pasal 7A', '(2a)'

    @property
    def marker(self) -> str:
        """What stands in front of it; '' where nothing does."""
        return "" if self.unmarked else self.label or self.kind.marker(self.number)

    @property
    def doubtful(self) -> bool:
        """Whether it rests on anything less than the official text."""
        return any(not basis.official for basis in self.bases)

    def walk(self) -> Iterator["Unit"]:
        """This unit and all below it, in the order of the text."""
        yield self
        for child in self.children:
            yield from child.walk()


class Side(StrEnum):
    """Where a signature stands."""

    LEFT = "kiri"
    RIGHT = "kanan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A place to sign."""

    side: Side
    before: tuple[str, ...] = ()
    position: str
    name: str
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Party:
    """One party of an agreement: the name, and who that is."""

    name: str
    description: Inline


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex: its own title, paragraphs and tables, and who signs it."""

    number: str
    """'' for the only annex, else a Roman numeral."""
    eid: str
    title: str
    blocks: tuple[Inline | Table, ...]
    signatures: tuple[Signature, ...] = ()

    @property
    def heading(self) -> str:
        """'LAMPIRAN' or 'LAMPIRAN II'."""
        return f"LAMPIRAN {self.number}".strip()

    @property
    def wide(self) -> bool:
        """Whether it lies on its side for the sake of a table."""
        return any(isinstance(block, Table) and block.wide for block in self.blocks)


class Form(StrEnum):
    """The kinds of paper the tree can hold."""

    REGULATION = "peraturan"
    AGREEMENT = "perjanjian"
    MINUTES = "berita_acara"
    DECREE = "keputusan"
    INSTRUCTION = "instruksi"
    CIRCULAR = "surat_edaran"
    MEMO = "nota_dinas"
    LETTER = "surat"
    EXPLANATION = "penjelasan"
    STATEMENT = "pernyataan"
    COMPARISON = "perbandingan"
    CONSOLIDATION = "konsolidasi"

    @property
    def enacts(self) -> bool:
        """Whether it is set by an authority: Menimbang, Mengingat, MEMUTUSKAN."""
        return self in {Form.REGULATION, Form.DECREE}

    @property
    def headed(self) -> bool:
        """Whether the authority and the province stand above the title."""
        return self.enacts or self is Form.INSTRUCTION

    @property
    def addressed(self) -> bool:
        """Whether rows without a number (to whom, from whom) stand where an agreement has its parties."""
        return self in {Form.INSTRUCTION, Form.CIRCULAR, Form.MEMO, Form.LETTER, Form.STATEMENT}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What the title of the paper is made of."""

    form: Form
    kind: str
    """'Peraturan Wali Kota' or 'Perjanjian Kerja Sama'."""
    about: str
    numbers: tuple[str, ...]
    year: str = ""
    region: str = ""
    authority: str = ""
    province: str = ""
    between: tuple[str, ...] = ()
    gazette: str = ""
    blessing: str = ""
    """'DENGAN RAHMAT TUHAN YANG MAHA ESA'; only a regulation has it."""
    agreed: tuple[str, ...] = ()
    """The lines above MEMUTUSKAN that name who agreed: the council and the head."""
    registered: str = ""
    """The last line of a Perda, for the number the province gives."""
    addition: str = ""
    """The gazette of its Penjelasan: 'Tambahan Lembaran Daerah Kota Mataram'."""
    notices: tuple[str, ...] = ()

    @property
    def short_title(self) -> str:
        """One line for metadata and page feet."""
        return f"{self.kind} tentang {self.about}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A whole paper."""

    head: Head
    opening: tuple[Inline, ...] = ()
    parties: tuple[Party, ...] = ()
    after_parties: tuple[Inline, ...] = ()
    recitals: tuple[Unit, ...] = ()
    citations: tuple[Unit, ...] = ()
    resolution: tuple[Inline, ...] = ()
    body: tuple[Unit, ...]
    closing: tuple[Inline, ...]
    signatures: tuple[Signature, ...]
    copies: tuple[str, ...] = ()
    """Who gets a copy, in their order."""
    general: tuple[Inline, ...] = ()
    """The paragraphs of 'I. UMUM'; a regulation that has none has no Penjelasan."""
    annexes: tuple[Annex, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    stamp: Stamp
    issuer: str = ""
    """The code of the region that issues it, e.g. '52.71'."""
    stylesheet: str = ""
    warnings: tuple[Problem, ...] = ()

    def units(self) -> Iterator[Unit]:
        """Every unit in the order of the text."""
        for group in (self.recitals, self.citations, self.body):
            for unit in group:
                yield from unit.walk()

    @property
    def grounded(self) -> tuple[Unit, ...]:
        """The units that carry a legal basis."""
        return tuple(unit for unit in self.units() if unit.bases)
