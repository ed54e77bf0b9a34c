"""The matrix as a workbook to filter and print: how to read it, the matrix, every cell, the grounds.

Text is always written as text, so that no cell can become a formula.
"""

import io
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING

from regpol.decision.matrix import Section
from regpol.law.model import Rulebook
from regpol.reports.answer_words import GRADES, MEANING
from regpol.reports.case.text import cited
from regpol.reports.masking import neutral
from regpol.reports.matrix.view import CellView, MatrixView, SectionView
from regpol.reports.workbook_style import Style
from regpol.terms.answer import Answer

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

Row = tuple[str | int | Answer, ...]
_HEADER = 3
_LINE_HEIGHT, _LETTERS, _MOST_LINES = 13.5, 1.1, 14
_A4, _FRONT_WIDTH = 9, 100
_ABOUT = {
    "Matriks": "Satu baris untuk tiap kategori dan sumber dana; angka pada kolom Dasar menunjuk ke lembar Dasar.",
    "Rincian": "Satu baris untuk tiap sel: satu kategori, satu program, satu sumber dana.",
    "Dasar": "Isi ketentuan dinyatakan dengan kalimat sendiri; periksa naskahnya sebelum dikutip.",
}


def matrix_xlsx(rulebook: Rulebook, sections: tuple[Section, ...], view: MatrixView) -> bytes:
    """The workbook as bytes, the same for the same matrix."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    # a date of its own would make every copy differ
    book.set_properties({"title": view.title, "created": datetime(view.asked.year, 1, 1)})  # noqa: DTZ001
    style = Style(book)
    _front(_sheet(book, "Petunjuk"), style, view)
    programmes = [short for _, short in view.programmes]
    heads = ["Kategori", "Segmen", "Dari", "Sampai", "Untuk", *programmes, "Asal", "Dasar"]
    widths = [26, 17, 11, 11, 24, *(12 for _ in programmes), 14, 14]
    _table(book, style, view, "Matriks", (heads, widths), tuple(_wide(view)), 5)
    heads = ["Kategori", "Segmen", "Dari", "Sampai", "Program", "Hak atau kewajiban", "Dana", "Boleh dibayar", "Asal"]
    widths = [26, 14, 11, 11, 12, 17, 24, 17, 14, 16, 60]
    rows = tuple(_long(rulebook, sections))
    _table(book, style, view, "Rincian", ([*heads, "Bukti terlemah", "Dasar"], widths), rows, 1)
    heads = ["No.", "Ketentuan", "Yang dikatakan", "Isi", "Bukti", "Berlaku", "Catatan", "Sumber", "Kaidah"]
    _table(book, style, view, "Dasar", (heads, [6, 30, 40, 50, 14, 24, 40, 44, 30]), tuple(_grounds(view)), 2)
    book.close()
    return made.getvalue()


def _sheet(book: "Workbook", name: str) -> "Worksheet":
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    return sheet


def _front(sheet: "Worksheet", style: Style, view: MatrixView) -> None:
    """What this is, what it rests on, and what the colours mean."""
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, _FRONT_WIDTH)
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(view.title), style.title)
    sheet.write_string(1, 0, neutral(f"{view.asked.region_path} · buku aturan {view.rulebook[:12]}"), style.subtitle)
    row = 3
    parts: dict[str, list[tuple[str, str]]] = {
        "Yang perlu diketahui": [("", notice) for notice in view.notices],
        "Arti jawaban": [(answer.label, meaning) for answer, meaning in MEANING.items()],
        "Bukti dasar": [(grade.label, f"{count} dasar; {GRADES[grade]}") for grade, count in view.evidence],
        "Isi buku kerja": list(_ABOUT.items()),
    }
    colours = {answer.label for answer in MEANING}
    for title, lines in parts.items():
        if not lines:
            continue
        sheet.write_string(row, 0, title, style.heading)
        sheet.write_blank(row, 1, None, style.heading)
        for at, (word, text) in enumerate(lines, row + 1):
            sheet.write_string(at, 0, word, style.chip(word) if word in colours else style.label)
            sheet.write_string(at, 1, neutral(text), style.cell("long", odd=False))
            sheet.set_row(at, _LINE_HEIGHT * ceil(len(text) / _FRONT_WIDTH) + 2)
        row += len(lines) + 2
    sheet.write_string(row, 0, "Bukan nasihat hukum; periksa naskah resminya.", style.subtitle)


def _wide(view: MatrixView) -> Iterator[Row]:
    for section in view.sections:
        yield _line(section, "Hak atau kewajiban", section.programmes)
        for row in section.rows:
            for _, fund in row.funds:
                yield _line(section, fund, row.cells)


def _line(section: SectionView, what: str, cells: tuple[CellView | None, ...]) -> Row:
    numbers = sorted({number for cell in cells if cell for number in cell.grounds})
    sources = dict.fromkeys(str(cell.source) for cell in cells if cell and cell.source)
    span = section.period.start.isoformat(), section.period.end.isoformat()
    own = f"{section.segment} (pilihan kebijakan)" if section.chosen else section.segment
    answers = (cell.answer if cell else "–" for cell in cells)
    return section.category[1], own, *span, what, *answers, ", ".join(sources), ", ".join(map(str, numbers))


def _long(rulebook: Rulebook, sections: tuple[Section, ...]) -> Iterator[Row]:
    for section in sections:
        for cell in section.cells:
            fund = cell.funding
            yield (
                rulebook.categories[section.category].name,
                " atau ".join(rulebook.term("segmen", code).short for code in section.segment.candidates),
                section.period.start.isoformat(),
                section.period.end.isoformat(),
                rulebook.term("program", cell.programme.object).short,
                cell.programme.answer,
                rulebook.term("dana", fund.object).short if fund else "–",
                fund.answer if fund else "–",
                str(cell.source),
                cell.evidence.label,
                "; ".join(cited(ground) for ground in cell.finding.grounds),
            )


def _grounds(view: MatrixView) -> Iterator[Row]:
    for it in view.grounds:
        kind = f"{it.citation} ({it.kind})" if it.kind else it.citation
        reading = f"Tafsir menurut {it.reading}. " if it.reading else ""
        sources = "\n".join(f"{source.name}: {source.address}" for source in it.sources)
        yield (
            it.number,
            kind,
            it.norm,
            it.gist,
            it.evidence.label,
            it.validity,
            (reading + it.note).strip(),
            sources,
            it.rule,
        )


def _table(
    book: "Workbook",
    style: Style,
    view: MatrixView,
    name: str,
    columns: tuple[Sequence[str], Sequence[int]],
    rows: tuple[Row, ...],
    frozen: int,
) -> None:
    heads, widths = columns
    sheet = _sheet(book, name)
    for at, width in enumerate(widths):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, neutral(f"{name} · {view.title}"), style.title)
    sheet.write_string(1, 0, _ABOUT[name], style.subtitle)
    sheet.set_row(_HEADER, 30)
    for at, head in enumerate(heads):
        sheet.write_string(_HEADER, at, head, style.header)
    for index, row in enumerate(rows):
        _write(sheet, style, _HEADER + 1 + index, row, widths, odd=index % 2 == 1)
    sheet.autofilter(_HEADER, 0, _HEADER + max(len(rows), 1), len(heads) - 1)
    sheet.freeze_panes(_HEADER + 1, frozen)
    sheet.repeat_rows(_HEADER)


def _write(sheet: "Worksheet", style: Style, at: int, row: Row, widths: Sequence[int], *, odd: bool) -> None:
    longest = (
        sum(ceil(max(len(part), 1) / (width * _LETTERS)) for part in str(value).split("\n"))
        for value, width in zip(row, widths, strict=True)
        if not isinstance(value, Answer)
    )
    sheet.set_row(at, _LINE_HEIGHT * min(max(longest, default=1), _MOST_LINES) + 2)
    for column, value in enumerate(row):
        if isinstance(value, Answer):
            sheet.write_string(at, column, value.label, style.painted(value.label))
        elif isinstance(value, int):
            sheet.write_number(at, column, value, style.cell("number", odd=odd))
        else:
            sheet.write_string(at, column, neutral(value), style.cell("long", odd=odd))
