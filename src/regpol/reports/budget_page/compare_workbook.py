"""A comparison as a workbook: what causes each difference, and every single effect as a list to filter.

Differences and sums are formulas, so that an officer sees where a number comes from; text is always
written as text.
"""

import io
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from regpol.budget.comparing.compare import DIMENSIONS, Difference, Row
from regpol.budget.comparing.effects import Cause
from regpol.reports.budget_page.compare_words import (
    CAUSES,
    MEANING,
    TABLES,
    month_name,
    moved_between_funds,
    ordered,
    row_name,
    why,
)
from regpol.reports.masking import neutral
from regpol.reports.workbook_style import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_A4 = 9
_SIDES = (
    "Semula",
    "Menjadi",
    "Selisih",
    "Orang-bulan belum dihitung (semula)",
    "Orang-bulan belum dihitung (menjadi)",
    "Sebab",
)


def compare_xlsx(differences: tuple[Difference, ...]) -> bytes:
    """The workbook as bytes, the same for the same comparison."""
    import xlsxwriter

    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    head = differences[0].before.plan.head
    title = f"Perbandingan rencana anggaran {head.region_name}"
    # a date of its own would make every copy differ
    book.set_properties({"title": title, "created": datetime(head.year, 1, 1)})  # noqa: DTZ001
    style = Style(book)
    _front(_sheet(book, "Ringkasan", (34, 10, 10, 22, 22, 26)), style, title, differences)
    for number, it in enumerate(differences, 1):
        _Sheet(_sheet(book, f"Selisih {number}", (40, 20, 20, 20, 16, 16, 60)), style).difference(it)
        _effects(_sheet(book, f"Rincian {number}", (30, 26, 30, 26, 14, 26, 18)), style, it)
    book.close()
    return made.getvalue()


def _sheet(book: "Workbook", name: str, widths: Iterable[int]) -> "Worksheet":
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    for column, width in enumerate(widths):
        sheet.set_column(column, column, width)
    return sheet


def _front(sheet: "Worksheet", style: Style, title: str, differences: tuple[Difference, ...]) -> None:
    """The plans side by side, how far each lies from the first, and what to keep in mind."""
    sheet.set_row(0, 26)
    sheet.write_string(0, 0, neutral(title), style.title)
    sheet.write_string(1, 0, "Setiap rencana dibandingkan dengan yang pertama; rupiah penuh.", style.subtitle)
    for column, word in enumerate(
        ("Rencana", "Tahun", "Orang", "Jumlah yang diketahui", "Selisih", "Orang-bulan belum dihitung")
    ):
        sheet.write_string(3, column, word, style.header)
    plans = (differences[0].before, *(it.after for it in differences))
    for at, it in enumerate(plans, 4):
        text, money = style.cell("text", odd=at % 2 == 1), style.cell("rupiah", odd=at % 2 == 1)
        sheet.write_string(at, 0, neutral(it.name), text)
        sheet.write_number(at, 1, it.plan.head.year, style.cell("number", odd=at % 2 == 1))
        sheet.write_number(at, 2, it.plan.counts.planned, money)
        sheet.write_number(at, 3, it.plan.total, money)
        sheet.write_formula(at, 4, f"=D{at + 1}-D$5", money, it.plan.total - plans[0].plan.total)
        sheet.write_number(at, 5, sum(line.people for line in it.plan.lines if line.amount is None), money)
    row = len(plans) + 5
    for note in dict.fromkeys(note for it in differences for note in it.notes):
        sheet.write_string(row, 0, neutral(note), style.plain)
        row += 1
    sheet.freeze_panes(4, 1)


class _Sheet:
    """Tables under each other on one sheet."""

    def __init__(self, sheet: "Worksheet", style: Style) -> None:
        self._sheet, self._style, self._row = sheet, style, 0

    def difference(self, it: Difference) -> None:
        """Causes, prices, and a table for each dimension."""
        self._sheet.write_string(0, 0, neutral(f"Dari {it.before.name} ke {it.after.name}"), self._style.title)
        self._row = 2
        self._causes(it)
        for dimension in DIMENSIONS:
            rows = ordered(tuple(row for row in it.tables[dimension] if row.difference or row.causes), dimension)
            self._table(*TABLES[dimension], [(row_name(it, dimension, row.key), row) for row in rows])
        self._table("bulan", "Uang keluar menurut bulan pembayaran", [(month_name(row.key), row) for row in it.cash])

    def _causes(self, it: Difference) -> None:
        self._headings("Yang menyebabkan selisih", ("Sebab", "Rupiah", "Artinya"))
        first = self._row
        for cause, amount in sorted(it.total.causes.items(), key=lambda pair: -abs(pair[1])):
            self._words(0, CAUSES[cause])
            self._money(1, amount)
            self._words(2, MEANING[cause])
            self._row += 1
        self._sheet.write_string(self._row, 0, "selisih", self._style.subtotal)
        self._sum(1, first, it.total.difference)
        self._row += 1
        if moved := moved_between_funds(it):
            self._words(0, CAUSES[Cause.FUND])
            self._money(1, moved)
            self._words(2, MEANING[Cause.FUND])
            self._row += 1
        self._row += 1

    def _table(self, kind: str, heading: str, named: list[tuple[str, Row]]) -> None:
        if not named:
            return
        self._headings(heading, (kind.capitalize(), *_SIDES))
        first = self._row
        for name, row in named:
            self._words(0, name)
            self._money(1, row.before)
            self._money(2, row.after)
            line = self._row + 1
            self._sheet.write_formula(self._row, 3, f"=C{line}-B{line}", self._format("rupiah"), row.difference)
            for column, missing in enumerate(row.uncounted, 4):
                self._money(column, missing)
            self._words(6, why(row).replace("\n", "; "))
            self._row += 1
        self._sheet.write_string(self._row, 0, "jumlah", self._style.subtotal)
        columns = [
            [row.before for _, row in named],
            [row.after for _, row in named],
            [row.difference for _, row in named],
        ]
        for column, amounts in enumerate(columns, 1):
            self._sum(column, first, sum(amounts))
        self._row += 2

    def _headings(self, heading: str, words: tuple[str, ...]) -> None:
        self._sheet.write_string(self._row, 0, heading, self._style.heading)
        self._sheet.set_row(self._row + 1, 40 if len(words) > len(_SIDES) else 16)
        for column, word in enumerate(words):
            self._sheet.write_string(self._row + 1, column, word, self._style.header)
        self._row += 2

    def _sum(self, column: int, first: int, value: int) -> None:
        letter = "ABCDEFG"[column]
        known = f"=SUM({letter}{first + 1}:{letter}{self._row})" if self._row > first else "=0"
        self._sheet.write_formula(self._row, column, known, self._style.foot, value)

    def _format(self, kind: str) -> Any:
        return self._style.cell(kind, odd=self._row % 2 == 1)

    def _words(self, column: int, text: str, kind: str = "text") -> None:
        self._sheet.write_string(self._row, column, neutral(text), self._format(kind))

    def _money(self, column: int, amount: int) -> None:
        self._sheet.write_number(self._row, column, amount, self._format("rupiah"))


def _effects(sheet: "Worksheet", style: Style, it: Difference) -> None:
    """Every effect on a line of its own, to filter and to pivot."""
    for column, word in enumerate(("Sebab", "Dana", "Unit", "Kategori", "Program", "Bulan perlindungan", "Rupiah")):
        sheet.write_string(0, column, word, style.header)
    for at, effect in enumerate(it.effects, 1):
        words = (
            CAUSES[effect.cause],
            it.name("dana", effect.fund),
            row_name(it, "unit", effect.unit),
            it.name("kategori", effect.category),
            it.name("program", effect.programme),
            month_name(str(effect.month)),
        )
        for column, word in enumerate(words):
            sheet.write_string(at, column, neutral(word), style.cell("text", odd=at % 2 == 1))
        sheet.write_number(at, 6, effect.amount, style.cell("rupiah", odd=at % 2 == 1))
    last = len(it.effects) + 1
    sheet.write_string(last, 0, "jumlah", style.subtotal)
    formula = f"=SUBTOTAL(9,G2:G{last})" if it.effects else "=0"
    sheet.write_formula(last, 6, formula, style.foot, it.total.difference)
    sheet.freeze_panes(1, 0)
    sheet.repeat_rows(0)
    if it.effects:
        sheet.autofilter(0, 0, last - 1, 6)
