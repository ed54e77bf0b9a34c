"""The decided register as a workbook to work in: filters, totals that follow the filter, ready to print.

Rows stream in order and are written as they come, so that a full sheet needs no more memory than a
short one.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from regpol.reports.decided.columns import Column, note_columns, row_columns, situation_columns
from regpol.reports.decided.register import DecidedRegister, RowNote
from regpol.reports.decided.rows import Answered
from regpol.reports.decided.sheets import Head, Sheets, made_workbook
from regpol.reports.decided.situations_page import common_words, situation_order
from regpol.reports.decided.streamed import Cell, stream
from regpol.reports.decided.summary import write_summary
from regpol.reports.masking import neutral
from regpol.reports.workbook_style import Style

T = TypeVar("T")
_MANY = 50_000
_MOST_NOTES = 1_000_000

_ABOUT = {
    "Keputusan": "Satu baris untuk tiap orang. Jumlah mengikuti saringan; iuran yang belum diketahui tidak ikut.",
    "Situasi": "Semua orang dalam satu situasi mendapat jawaban yang sama; periksa lembar ini, bukan tiap orang.",
    "Ditolak": "Baris yang belum dapat diputus. Orangnya tidak kehilangan hak; barisnya perlu diperbaiki.",
    "Peringatan": "Baris yang tetap diputus, tetapi perlu dilihat.",
    "Asumsi": "Ganti atau benarkan sebelum hasil ini dipakai.",
}


def decided_xlsx(
    report: DecidedRegister,
    answered: Answered,
    path: Path,
    *,
    show_personal: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> None:
    """Writes the workbook, the same bytes for the same report.

    Raises:
        AssertionError: if a row of the register is missing from its sheets; nothing is kept then.
    """
    columns = [it for it in row_columns(answered.programmes, answered.amounts, people=True) if it.heading]
    heads = [Head(it.heading, it.width, it.kind) for it in columns]
    frozen = next(at for at, head in enumerate(heads) if head.heading == "Kecamatan")
    rows = stream(answered, columns, show_personal=show_personal, progress=progress)
    rejected: set[int] = set()
    with made_workbook(path, report, streamed=report.read > _MANY) as book:
        style = Style(book)
        sheets = Sheets(book, style, report)
        write_summary(sheets.add("Ringkasan"), style, report, show_personal=show_personal)
        # the reasons of single persons stay off the printed page: with them no page could be read
        sheets.table("Keputusan", _ABOUT["Keputusan"], heads, rows, frozen, printed=len(heads) - 1)
        decided = sheets.rows_written
        _situations(sheets, report)
        _notes(sheets, "Ditolak", report.rejects.read(), rejected)
        _notes(sheets, "Peringatan", report.warnings.read(), set())
        assumed = [Head("Yang dianggap benar saat membaca dan memutus", 120, "long")]
        sheets.table("Asumsi", _ABOUT["Asumsi"], assumed, ([neutral(text)] for text in report.assumptions), 0)
        if (decided, len(rejected)) != (report.decided, report.rejected):
            raise AssertionError(f"rows lost or doubled: {decided} decided and {len(rejected)} rejected were written")


def situations_xlsx(report: DecidedRegister, path: Path) -> None:
    """Writes the situations alone."""
    with made_workbook(path, report, streamed=False) as book:
        sheets = Sheets(book, Style(book), report)
        _situations(sheets, report)


def _situations(sheets: Sheets, report: DecidedRegister) -> None:
    """Those to look at first, and among them those of most people."""
    columns = situation_columns(report)
    heads, cells = _heads(columns), _cells(columns, situation_order(report))
    common = "; ".join(common_words(report))
    about = _ABOUT["Situasi"] + (f" Terbuka bagi semua situasi: {common}." if common else "")
    # the texts behind the answers are for the screen: with them the printed page could not be read
    sheets.table("Situasi", about, heads, cells, 4, printed=len(heads) - 1)


def _notes(sheets: Sheets, name: str, notes: Iterable[RowNote], told: set[int]) -> None:
    """Rejects or warnings; ``told`` gathers their rows, those too that no longer fit into the sheet."""
    columns = note_columns()

    def shown() -> Iterator[RowNote]:
        for at, note in enumerate(notes):
            told.add(note.row)
            if at < _MOST_NOTES:
                yield note

    sheets.table(name, _ABOUT[name], _heads(columns), _cells(columns, shown()), 1)


def _heads(columns: Sequence[Column[T]]) -> list[Head]:
    return [Head(it.heading, it.width, it.kind) for it in columns]


def _cells(columns: Sequence[Column[T]], lines: Iterable[T]) -> Iterator[list[Cell]]:
    for line in lines:
        values = [column.value(line) for column in columns]
        yield [neutral(value) if isinstance(value, str) else value for value in values]
