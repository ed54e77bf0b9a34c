"""The Penjelasan of a regulation, computed from the tree so that it can never miss a Pasal or name one twice.

A drafter writes what is to be said behind the unit it is said of, and the general part once. Everything
else follows: one entry for each Pasal, "Cukup jelas." where nothing is said (DR-102), every ayat as soon
as one is explained (DR-103), and a pointer where an earlier entry says the same (DR-105).
"""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.documents.naskah.tree import Draft, Inline, Kind, Reference, Step, Unit, Words, plain

CLEAR = "Cukup jelas."
GENERAL = "I. UMUM"
ARTICLES = "II. PASAL DEMI PASAL"
EID = "exp"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is said of one unit: 'Pasal 3', its paragraphs, and the entries of the units below it."""

    step: Step
    """The unit it explains: 'Pasal 3', and below it 'Ayat (1)', 'Huruf a', 'Angka 2'."""
    eid: str
    text: tuple[Inline, ...] = ()
    below: tuple["Entry", ...] = ()

    @property
    def name(self) -> Inline:
        """Its heading: a reference to the unit, or its words where that is a unit of another paper."""
        return (Reference((self.step,)),) if self.step.eid else (Words(f"{self.step.word} {self.step.number}"),)

    def walk(self, depth: int = 0) -> Iterator[tuple["Entry", int]]:
        """This entry and all below it with their depth, in the order of the text."""
        yield self, depth
        for entry in self.below:
            yield from entry.walk(depth + 1)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A whole Penjelasan: its title, the general part, one entry for each Pasal, its gazette."""

    title: tuple[str, ...]
    general: tuple[Inline, ...]
    articles: tuple[Entry, ...]
    end: tuple[str, ...]

    def entries(self) -> Iterator[tuple[Entry, int]]:
        """Every entry with its depth, Pasal 0."""
        for article in self.articles:
            yield from article.walk()


def explanation(draft: Draft) -> Explanation | None:
    """The Penjelasan of a draft; None if the paper has none."""
    if not draft.general:
        return None
    head = draft.head
    said: dict[str, str] = {}
    articles = (unit for top in draft.body for unit in top.walk() if unit.kind in _ARTICLES)
    return Explanation(
        title=(
            "PENJELASAN",
            "ATAS",
            f"{head.kind} {head.region}".upper(),
            f"NOMOR {head.numbers[0]} TAHUN {head.year}",
            "TENTANG",
            head.about.upper(),
        ),
        general=draft.general,
        articles=tuple(_entry(unit, said, f"{EID}__{unit.eid}") for unit in articles),
        end=(f"{head.addition.upper()} NOMOR ……",) if head.addition else (),
    )


_ARTICLES = {Kind.ARTICLE, Kind.AMENDING}


def _entry(unit: Unit, said: dict[str, str], eid: str) -> Entry:
    """An entry with those below it: of what is quoted every article, elsewhere all as soon as one is explained."""
    units = unit.children or unit.restated
    quotes = unit.kind is Kind.AMENDING or bool(unit.restated)
    below = quotes or any(it.explained for child in units for it in child.walk())
    children = tuple(_entry(it, said, _below(eid, it)) for it in units) if below else ()
    return Entry(_step(unit), eid, _text(unit, said, below=bool(children)), children)


def _below(eid: str, unit: Unit) -> str:
    """The id of an entry: from the unit it explains, or from the entry above where that is in another paper."""
    if unit.eid:
        return f"{EID}__{unit.eid}"
    word, _, number = unit.label.partition(" ")
    return f"{eid}__{word}_{number.strip('()')}"


def _text(unit: Unit, said: dict[str, str], *, below: bool) -> tuple[Inline, ...]:
    """What is said of the unit itself; nothing if all is said below it."""
    if not unit.explained:
        return () if below else ((Words(CLEAR),),)
    text = "\n".join(map(plain, unit.explained))
    first = said.setdefault(text, unit.address)
    return unit.explained if first == unit.address else ((Words(f"Lihat penjelasan {first}."),),)


def _step(unit: Unit) -> Step:
    if not unit.eid:
        word, _, number = unit.label.partition(" ")
    else:
        word, number = unit.kind.mention(unit.number)
    return Step(f"{word[:1].upper()}{word[1:]}", number, unit.eid)
