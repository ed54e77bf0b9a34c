"""The Perwali as PDF: regpol's whole path, WeasyPrint's bare layout of the same page, Typst on the same tree.

All in one run, taking turns in one warm process. The bare layout is the floor: what regpol adds to it
(brief, template, page, closed fetcher) should stay under a tenth. Needs the extra ``bench``.
"""

import io
import re
from collections.abc import Callable
from typing import Any

import pikepdf
import typst
import weasyprint
from stopwatch import Times, in_turn, milliseconds, options, say_where, show, times_as_long

from documents import drafted
from regpol.documents.naskah.outline import enacted, title_lines
from regpol.documents.naskah.tree import Draft, Kind, Table, Unit, plain
from regpol.documents.writers import html, pdf

PAGE = "#set page(width: 215mm, height: 330mm, margin: (y: 25mm, left: 30mm, right: 25mm))"
TEXT = '#set text(font: "URW Bookman", size: 12pt, lang: "id")\n#set par(justify: true, leading: 0.55em)'
ITEM = "#let u(n, b) = grid(columns: (10mm, 1fr), n, b)\n#let h(b) = align(center, block(sticky: true, b))"


def emitted(draft: Draft) -> str:
    """The tree as Typst: numbers are text, as they are for every other writer."""
    lines = [PAGE, TEXT, ITEM, *(f"#h({_words(line)})" for line in title_lines(draft))]
    for name, units in (("Menimbang:", draft.recitals), ("Mengingat:", draft.citations)):
        lines += [f"#par({_words(name)})", *map(_unit, units)]
    lines += ["#h[MEMUTUSKAN:]", f"#par({_words(enacted(draft))})", *map(_unit, draft.body)]
    lines += [f"#par({_words(plain(text))})" for text in draft.closing]
    for annex in draft.annexes:
        lines += ["#pagebreak()", f"#h({_words(annex.title)})"]
        lines += [_table(one) if isinstance(one, Table) else f"#par({_words(plain(one))})" for one in annex.blocks]
    return "\n".join(lines)


def _unit(unit: Unit) -> str:
    below = "".join(map(_unit, unit.children)) + "".join(map(_table, unit.tables))
    closing = f"#par({_words(plain(unit.closing))})" if unit.closing else ""
    if unit.kind.heading or unit.kind is Kind.ARTICLE:
        lead = f"#par({_words(plain(unit.lead))})" if unit.lead else ""
        return f"#h[#{_words(unit.marker)} \\ #{_words(unit.title)}] {lead} {below} {closing}\n"
    return f"#u({_words(unit.marker)}, [#{_words(plain(unit.lead))} {below} {closing}])\n"


def _table(table: Table) -> str:
    cells = [f"[#{_words(text)}]" for text in table.columns]
    cells += [f"table.cell(rowspan: {c.rows})[#{_words(c.text)}]" for row in table.rows for c in row if c.rows]
    return f"#table(columns: {len(table.columns)}, {', '.join(cells)})"


def _words(text: str) -> str:
    return '"' + re.sub(r'(["\\])', r"\\\1", text) + '"'


def pages(made: bytes) -> int:
    """How many pages a PDF has."""
    with pikepdf.open(io.BytesIO(made)) as opened:
        return len(opened.pages)


def bare(page: str) -> bytes:
    """WeasyPrint alone."""
    made: bytes = weasyprint.HTML(string=page).write_pdf()
    return made


def by_typst(draft: Draft) -> bytes:
    """Typst alone, emitting included."""
    compiled: Any = typst.compile  # it ships no types
    made: bytes = compiled(emitted(draft).encode())
    return made


def compare(rounds: int, clean: bool) -> None:
    """One table: every way against the bare layout of the same page."""
    draft = drafted("perwali", "")
    page = html.write(draft, clean=clean)
    ways: dict[str, Callable[[], bytes]] = {
        "WeasyPrint telanjang atas HTML yang sama": lambda: bare(page),
        "pohon sampai PDF (HTML, pengambil tertutup)": lambda: pdf.write(draft, clean=clean),
        "proyek sampai PDF (register, keputusan, templat)": lambda: pdf.write(drafted("perwali", ""), clean=clean),
        "salinan arsip PDF/A-3a + PDF/UA-1": lambda: pdf.write_kept(draft, clean=clean),
        "Typst atas pohon yang sama": lambda: by_typst(draft),
    }
    counted = {name: pages(way()) for name, way in ways.items()}
    taken = in_turn(rounds, ways)
    floor = taken["WeasyPrint telanjang atas HTML yang sama"]
    show(
        f"Perwali {'bersih' if clean else 'dengan tanda dan matriks'}, {rounds} putaran bergantian dalam satu proses",
        ("cara", "halaman", "milidetik", "kali telanjang", "kali prosesor"),
        [(name, str(counted[name]), *_figures(times, floor)) for name, times in taken.items()],
    )


def _figures(times: Times, floor: Times) -> tuple[str, str, str]:
    return (
        milliseconds(times.median),
        times_as_long(times.ratio(floor)),
        times_as_long(times.processor.ratio(floor.processor)),
    )


def main() -> None:
    """Both papers: clean, and with marks and matrix."""
    rounds = options("Perwali sebagai PDF menurut beberapa cara.", 5).parse_args().rounds
    say_where()
    for clean in (True, False):
        compare(rounds, clean)
    say_where()


if __name__ == "__main__":
    main()
