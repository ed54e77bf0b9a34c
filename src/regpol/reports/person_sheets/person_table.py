"""A table of people in a workbook: the same head, filter, print set-up and colours on every sheet.

Text is always written as text, so that no cell can become a formula.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from math import ceil
from typing import TYPE_CHECKING, Generic, TypeVar

from regpol.reports.masking import neutral
from regpol.reports.workbook_style import Style

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

T = TypeVar("T")
Shown = str | int | date | None
HEADER = 3
_A3 = 8
LONGEST_CELL = 32_000
_LINE_HEIGHT, _MOST_LINES, _LETTERS = 13.5, 8, 1.12
GOOD, BAD, OPEN, QUIET = ("#DDF1E1", "#1E6B34"), ("#FBE1DE", "#9A231A"), ("#FFF1CC", "#7A5600"), ("#ECEFF1", "#6B7780")


@dataclass(frozen=True, slots=True)
class PersonColumn(Generic[T]):
    """A heading, its width in characters, the kind (text, long, class, number or day) and the value."""

    heading: str
    width: float
    kind: str
    value: Callable[[T], Shown]


class PersonStyle(Style):
    """The formats of a workbook with chips for words and marks for cells."""

    def __init__(self, book: "Workbook") -> None:
        super().__init__(book)
        self._chips: dict[tuple[str, str], Format] = {}
        self._days: dict[bool, Format] = {}
        self._marks: dict[tuple[str, str, str], Format] = {}
        self.marked, self.marked_text = self.mark(OPEN), self.mark(OPEN, "@")
        self.original = self._new(valign="top")
        self.original_day = self._new(num_format="dd/mm/yyyy", align="left", valign="top")
        self.original_head = self._new(bold=True, bg_color="#E3EDF0", text_wrap=True, valign="top")
        self.text_only = self._new(num_format="@", valign="top")
        self.entry = self._new(bg_color="#F4F9F4", border=1, border_color="#C9D6CB")
        self.code = self._new(font_color="#6B7780", font_size=8, valign="top")
        self.look = self._new(font_color=OPEN[1], text_wrap=True, valign="top")
        self.wrapped = self._new(text_wrap=True, valign="top")
        self.count = self._new(
            num_format="#,##0;-#,##0;·", align="right", valign="top", bottom=1, bottom_color="#D0D9DC"
        )
        self.total = self._new(num_format="#,##0", align="right", bold=True, bg_color="#E3EDF0", top=1)
        self.total_label = self._new(bold=True, bg_color="#E3EDF0", top=1)

    def mark(self, colours: tuple[str, str], shown_as: str = "") -> "Format":
        """A cell to look at, in its colours; ``shown_as`` is the form of a number or a day."""
        background, text = colours
        if (background, text, shown_as) not in self._marks:
            form = {"num_format": shown_as, "align": "left"} if shown_as else {}
            self._marks[background, text, shown_as] = self._new(
                bg_color=background, font_color=text, border=1, border_color="#C9A94B", valign="top", **form
            )
        return self._marks[background, text, shown_as]

    def coloured(self, colours: tuple[str, str]) -> "Format":
        """A word as a coloured cell."""
        if colours not in self._chips:
            background, text = colours
            self._chips[colours] = self._new(
                bg_color=background, font_color=text, valign="top", bottom=1, bottom_color="#D0D9DC"
            )
        return self._chips[colours]

    def day(self, *, odd: bool) -> "Format":
        """A date in a table."""
        if odd not in self._days:
            tint = {"bg_color": "#F6F9FA"} if odd else {}
            self._days[odd] = self._new(
                num_format="dd/mm/yyyy", align="center", valign="top", bottom=1, bottom_color="#D0D9DC", **tint
            )
        return self._days[odd]


def open_book(made: object, title: str, on_date: date) -> "Workbook":
    """A workbook that runs nothing and is the same for the same content."""
    import xlsxwriter

    book = xlsxwriter.Workbook(made, {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "created": datetime.combine(on_date, datetime.min.time())})
    return book


def new_sheet(book: "Workbook", name: str) -> "Worksheet":
    """A sheet in landscape on A4, as wide as the page."""
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8Halaman &P dari &N")
    return sheet


def write_table(
    sheet: "Worksheet",
    style: PersonStyle,
    *,
    title: str,
    about: str,
    columns: Sequence[PersonColumn[T]],
    rows: Sequence[T],
    colours: Callable[[str], tuple[str, str]] = lambda _: QUIET,
    frozen: int = 0,
    printed: str = "",
    head_height: float = 34,
) -> None:
    """Title, one line about it, headings with a filter, rows; ``printed`` is the last column on paper."""
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
    sheet.set_row(0, 24)
    sheet.write_string(0, 0, neutral(title), style.title)
    sheet.write_string(1, 0, neutral(about), style.subtitle)
    sheet.set_row(HEADER, head_height)
    for at, column in enumerate(columns):
        sheet.write_string(HEADER, at, column.heading, style.header)
    for index, row in enumerate(rows):
        values = [column.value(row) for column in columns]
        _fit_height(sheet, HEADER + 1 + index, columns, values)
        for at, (column, value) in enumerate(zip(columns, values, strict=True)):
            _write(sheet, style, (HEADER + 1 + index, at), column.kind, value, colours)
    if not rows:
        sheet.write_string(HEADER + 1, 0, "Tidak ada.", style.subtitle)
    last = max(HEADER + len(rows), HEADER + 1)
    sheet.autofilter(HEADER, 0, last, len(columns) - 1)
    sheet.freeze_panes(HEADER + 1, frozen)
    sheet.repeat_rows(HEADER)
    if printed:
        sheet.set_paper(_A3)
        sheet.print_area(0, 0, last, [column.heading for column in columns].index(printed))


def _fit_height(sheet: "Worksheet", at: int, columns: Sequence[PersonColumn[T]], values: Sequence[Shown]) -> None:
    long = [
        ceil(len(str(value or "")) / (column.width * _LETTERS))
        for column, value in zip(columns, values, strict=True)
        if column.kind == "long"
    ]
    lines = max(long, default=1)
    if lines > 1:
        sheet.set_row(at, _LINE_HEIGHT * min(lines, _MOST_LINES) + 2)


def _write(
    sheet: "Worksheet",
    style: PersonStyle,
    at: tuple[int, int],
    kind: str,
    value: Shown,
    colours: Callable[[str], tuple[str, str]],
) -> None:
    odd = (at[0] - HEADER) % 2 == 0
    plain = style.cell("long" if kind == "long" else "number" if kind == "number" else "text", odd=odd)
    if value is None or value == "":
        sheet.write_blank(*at, None, plain)
    elif isinstance(value, date):
        sheet.write_datetime(*at, datetime.combine(value, datetime.min.time()), style.day(odd=odd))
    elif isinstance(value, int):
        sheet.write_number(*at, value, plain)
    else:
        sheet.write_string(
            *at, neutral(value)[:LONGEST_CELL], style.coloured(colours(value)) if kind == "class" else plain
        )
