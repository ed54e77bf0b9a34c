"""The matrix on a terminal: first an overview of every category, then a block for those that answer alike."""

import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby

from regpol.decision.matrix import Source
from regpol.reports.answer_words import ASSUMED, BELOW_MIRROR, BELOW_OFFICIAL, MARKS
from regpol.reports.layout import WIDTH, bullets, columns
from regpol.reports.matrix.view import CellView, MatrixView, SectionView
from regpol.terms.dates import Period

Line = tuple[str, ...]
_NAMES, _CELL = 35, 11
_OVERVIEW = (32, 10, 11, 7)
_SOURCES = {Source.CHOICE: "+", Source.REGION: "#", Source.LAW: ""}


def matrix_text(view: MatrixView) -> str:
    """Everything, ready for the terminal."""
    title = _titled(view.title, "═")
    parts = [title, *([bullets(view.notices, "")] if view.notices else []), _legend(view), _overview(view)]
    alike: dict[tuple[object, ...], list[tuple[SectionView, ...]]] = {}
    for category in _by_category(view):
        alike.setdefault(tuple(_read(view, section) for section in category), []).append(category)
    for group in alike.values():
        parts += _blocks(view, group)
    parts.append(
        "Dasar tiap jawaban: regpol why, atau matriks ini dengan --format html dan --format xlsx.\n"
        f"Buku aturan {view.rulebook[:12]}. Bukan nasihat hukum."
    )
    return "\n\n".join(parts) + "\n"


def _titled(text: str, line: str = "─") -> str:
    lines = textwrap.wrap(text, WIDTH)
    return "\n".join([*lines, line * max(map(len, lines))])


def _by_category(view: MatrixView) -> list[tuple[SectionView, ...]]:
    return [
        tuple(_joined(view, sections)) for _, sections in groupby(view.sections, key=lambda section: section.category)
    ]


def _joined(view: MatrixView, sections: Iterable[SectionView]) -> Iterator[SectionView]:
    """Periods that read the same as one: here only the answers are shown, not their grounds."""
    for _, alike in groupby(sections, key=lambda section: _read(view, section)[1:]):
        first, *rest = alike
        yield replace(first, period=Period(first.period.start, rest[-1].period.end)) if rest else first


def _read(view: MatrixView, section: SectionView) -> tuple[object, ...]:
    """What a reader of the block sees, whatever the category is called."""
    marks = tuple(map(_mark, section.programmes))
    return section.period, section.segment, section.chosen, marks, tuple(_lines(view, section))


def _legend(view: MatrixView) -> str:
    words = "; ".join(f"{mark} = {answer.label}" for answer, mark in MARKS.items() if mark.lower() != answer.label)
    said = f"HURUF BESAR: ada norma yang memutus. Huruf kecil: {words}."
    marks = (
        f"{BELOW_OFFICIAL} = dibaca pada cermin naskah, bukan pada penerbitnya; {BELOW_MIRROR} = dasarnya sekunder "
        "atau lebih lemah; + = pilihan kebijakan daerah; # = dari peraturan daerah; – = tidak ditanyakan."
        + (f" {ASSUMED} = ASUMSI: dibawa dari tahun lain." if view.asked.assumptions else "")
    )
    counted = ", ".join(f"{grade.label} {count}" for grade, count in view.evidence)
    return "\n".join(textwrap.fill(line, WIDTH) for line in (said, marks, f"Dasar menurut buktinya: {counted}."))


def _overview(view: MatrixView) -> str:
    name, segment, umbrella, plain = _OVERVIEW
    widths = (name, segment, *(max(plain, min(len(short), umbrella)) for _, short in view.programmes), plain)
    rows: list[Line] = [("", "Segmen", *(short for _, short in view.programmes), "Dana")]
    for sections in _by_category(view):
        told: Line = ()
        for section in sections:
            line = (_short_segment(section), *map(_mark, section.programmes), _open_funds(section))
            start = f"  sejak {section.period.label.partition(' sampai ')[0]}"
            if line != told:
                rows.append((start if told else section.category[1], *line))
            told = line
    return (
        "Ringkasan: hak atau kewajiban tiap kategori\n"
        "(Dana: berapa dari sumber dana yang jawabannya masih terbuka; rinciannya di bawah)\n" + columns(rows, widths)
    )


def _short_segment(section: SectionView) -> str:
    """The segment in a narrow column."""
    names = section.segment.rpartition(": ")[2].split(" atau ")
    if ": " in section.segment:
        return "/".join(names) + "?" if len(names) > 1 else "terbuka"
    return "/".join(names) + ("+" if section.chosen else "")


def _open_funds(section: SectionView) -> str:
    every = [row for row in section.rows for _ in row.funds]
    still = sum(any(cell and cell.answer.open for cell in row.cells) for row in every)
    return f"{still}/{len(every)}" if every else "–"


def _blocks(view: MatrixView, group: list[tuple[SectionView, ...]]) -> Iterator[str]:
    """A block for each period of categories that answer alike; later ones show what changed."""
    names = ", ".join(sections[0].category[1] for sections in group)
    told: set[Line] = set()
    for section in group[0]:
        own = ("hak atau kewajiban", *map(_mark, section.programmes))
        lines = [line for line in (own, *_lines(view, section)) if line not in told]
        more = ", yang berubah" if told else ""
        title = f"{names}\nSegmen {_segment(section)}; {section.period.label}{more}"
        shown = "\n".join(textwrap.fill(part, WIDTH) for part in title.split("\n"))
        header = ("", *(short for _, short in view.programmes))
        line = "─" * max(map(len, shown.split("\n")))
        body = columns([header, *lines], (_NAMES, *(_CELL for _ in view.programmes)))
        yield f"{shown}\n{line}\n{body if lines else '  hanya segmennya yang berubah'}"
        told |= set(lines)


def _segment(section: SectionView) -> str:
    return f"{section.segment} (pilihan kebijakan)" if section.chosen else section.segment


def _lines(view: MatrixView, section: SectionView) -> Iterator[Line]:
    """A line for all funds that read the same, whatever their grounds."""
    alike: dict[Line, list[str]] = {}
    for fund in view.funds:
        row = next((row for row in section.rows if fund in row.funds), None)
        if row:
            alike.setdefault(tuple(map(_mark, row.cells)), []).append(fund[1])
    for marks, funds in alike.items():
        yield ", ".join(funds), *marks


def _mark(cell: CellView | None) -> str:
    return f"{MARKS[cell.answer]}{cell.marks}{_SOURCES[cell.source]}" if cell else "–"
