"""A matrix as every form shows it: sections, rows of funds that answer alike, numbered grounds, notices."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from regpol.decision.core_lines import core_regulation
from regpol.decision.matrix import Cell, Section, Source
from regpol.decision.precedence import Ground
from regpol.law.model import Core, Rulebook
from regpol.law.model import Source as Text
from regpol.reports.answer_words import ASSUMED, weakness
from regpol.reports.case.text import KINDS
from regpol.reports.norm_words import norm_words
from regpol.terms.answer import Answer, Evidence
from regpol.terms.dates import Period

_MANY_SEGMENTS = 3
Name = tuple[str, str]
"""A code and the words for it."""


@dataclass(frozen=True)
class Asked:
    """What a matrix was asked about."""

    region: str
    region_path: str
    year: int
    assumptions: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class GroundView:
    """One ground, told once and referred to by its number."""

    number: int
    kind: str
    citation: str
    norm: str
    gist: str
    evidence: Evidence
    validity: str
    reading: str
    note: str
    rule: str
    sources: tuple[Text, ...]


@dataclass(frozen=True)
class CellView:
    """What one cell shows. ``weak`` is the mark of evidence below official; ``asks`` what must be known first.

    ``assumed``: it rests on what was carried from another year.
    """

    answer: Answer
    weak: str
    source: Source
    grounds: tuple[int, ...]
    sides: tuple[str, ...]
    asks: tuple[str, ...]
    assumed: bool = False

    @property
    def marks(self) -> str:
        """The marks behind the answer."""
        return self.weak + (ASSUMED if self.assumed else "")


@dataclass(frozen=True)
class RowView:
    """Funds that answer alike for every programme."""

    funds: tuple[Name, ...]
    cells: tuple[CellView | None, ...]


@dataclass(frozen=True)
class SectionView:
    """A category in one period. ``later``: another period of the same category stands before it."""

    category: Name
    segment: str
    chosen: bool
    period: Period
    later: bool
    programmes: tuple[CellView | None, ...]
    rows: tuple[RowView, ...]


@dataclass(frozen=True)
class MatrixView:
    """The whole matrix, ready to be shown."""

    title: str
    asked: Asked
    rulebook: str
    notices: tuple[str, ...]
    evidence: tuple[tuple[Evidence, int], ...]
    programmes: tuple[Name, ...]
    funds: tuple[Name, ...]
    sections: tuple[SectionView, ...]
    grounds: tuple[GroundView, ...]

    def ground(self, number: int) -> GroundView:
        """A ground by its number."""
        return self.grounds[number - 1]


def view(rulebook: Rulebook, sections: tuple[Section, ...], asked: Asked) -> MatrixView:
    """The matrix made ready."""
    shown = {cell.programme.object for section in sections for cell in section.programmes}
    terms = rulebook.vocabulary["program"]
    programmes = tuple((code, term.short) for code, term in terms.items() if code in shown)
    paid = {cell.funding.object for section in sections for cell in section.funding if cell.funding}
    funds = tuple((code, term.short) for code, term in rulebook.vocabulary["dana"].items() if code in paid)
    maker = _Maker(rulebook, tuple(code for code, _ in programmes))
    made = tuple(maker.sections(sections))
    counts = Counter(ground.evidence for ground in maker.grounds)
    return MatrixView(
        f"Matriks {asked.region_path.partition(',')[0]} ({asked.region}), tahun anggaran {asked.year}",
        asked,
        rulebook.hash,
        tuple(_notices(rulebook, asked)),
        tuple((grade, counts[grade]) for grade in reversed(Evidence) if counts[grade]),
        programmes,
        funds,
        made,
        tuple(maker.grounds),
    )


def guideline(rulebook: Rulebook, year: int) -> tuple[str, str]:
    """The budget guideline of a year and how much of it was read; empty if the rulebook has none."""
    found = core_regulation(rulebook, Core.BUDGET_GUIDELINE, year)
    return (found.name, found.reading) if found else ("", "")


def _notices(rulebook: Rulebook, asked: Asked) -> Iterator[str]:
    name, reading = guideline(rulebook, asked.year)
    if not name:
        yield (
            f"Tidak ada pedoman APBD {asked.year}: naskahnya belum ditemukan, jadi tidak ada jawaban yang berasal "
            "darinya."
        )
    elif reading == "tidak_ada":
        yield (
            f"Pedoman APBD {asked.year} ({name}) belum terbaca: yang bergantung padanya dijawab “belum terbaca”, "
            "dan kalimat pedoman tahun lain tidak dipakai."
        )
    elif reading == "sebagian":
        yield f"Pedoman APBD {asked.year} ({name}) baru terbaca sebagian."
    for text in asked.assumptions:
        yield f"ASUMSI: {text}"
    if asked.absent:
        yield f"Tidak ada di wilayah ini, jadi tidak ditampilkan: {', '.join(asked.absent)}."


class _Maker:
    def __init__(self, rulebook: Rulebook, programmes: tuple[str, ...]) -> None:
        self._book = rulebook
        self._programmes = programmes
        self._numbers: dict[tuple[str, str], int] = {}
        self.grounds: list[GroundView] = []

    def sections(self, sections: Iterable[Section]) -> Iterator[SectionView]:
        before = ""
        for section in sections:
            own = {cell.programme.object: self._cell(cell) for cell in section.programmes}
            yield SectionView(
                (section.category, self._book.categories[section.category].name),
                self._segment(section),
                section.segment.chosen,
                section.period,
                section.category == before,
                tuple(own.get(name) for name in self._programmes),
                tuple(self._rows(section)),
            )
            before = section.category

    def _segment(self, section: Section) -> str:
        segment = section.segment
        names = " atau ".join(self._book.term("segmen", code).short for code in segment.candidates)
        if segment.chosen:
            return self._book.term("segmen", segment.value).short
        if len(segment.candidates) > _MANY_SEGMENTS:
            names = "segmen mana pun"
        if segment.value:
            return names
        asked = names if len(segment.candidates) > 1 else f"apakah {names}"
        return f"{segment.finding.answer.label}: {asked}"

    def _rows(self, section: Section) -> Iterator[RowView]:
        placed: dict[str, dict[str, Cell]] = {}
        for cell in section.funding:
            if cell.funding:
                placed.setdefault(cell.funding.object, {})[cell.funding.programme] = cell
        alike: dict[tuple[CellView | None, ...], list[Name]] = {}
        for code, term in self._book.vocabulary["dana"].items():
            if code in placed:
                cells = (placed[code].get(name) for name in self._programmes)
                key = tuple(self._cell(cell) if cell else None for cell in cells)
                alike.setdefault(key, []).append((code, term.short))
        for row, funds in alike.items():
            yield RowView(tuple(funds), row)

    def _cell(self, cell: Cell) -> CellView:
        finding = cell.finding
        grounds = (*finding.grounds, *finding.instructed)
        evidence = min((ground.rule.evidence for ground in finding.grounds), default=Evidence.NOT_FOUND)
        return CellView(
            finding.answer,
            weakness(finding.answer, evidence),
            cell.source,
            tuple(dict.fromkeys(self._number(ground) for ground in grounds)),
            tuple(f"bila {side.cells}: {side.answer.label}" for side in finding.sides),
            tuple(self._book.facts[fact].ask for fact in finding.missing),
            bool(finding.assumed),
        )

    def _number(self, ground: Ground) -> int:
        key = ground.rule.id, ground.kind
        if key not in self._numbers:
            self._numbers[key] = len(self.grounds) + 1
            self.grounds.append(_ground(self._book, self._numbers[key], ground))
        return self._numbers[key]


def _ground(rulebook: Rulebook, number: int, ground: Ground) -> GroundView:
    rule, provision = ground.rule, ground.rule.provision
    sources = tuple(source for source in provision.sources if source.address) if provision else ()
    return GroundView(
        number,
        KINDS.get(ground.kind, ""),
        str(provision.citation) if provision else f"Dibaca: {', '.join(rule.read)}",
        norm_words(rulebook, rule),
        provision.gist if provision else "",
        rule.evidence,
        rule.own_validity.label,
        rule.reading.by if rule.reading else "",
        rule.note,
        rule.id,
        sources,
    )
