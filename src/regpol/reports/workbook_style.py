"""How our workbooks look: one font, one accent, and the same colour for the same answer everywhere."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from regpol.register.written_here import BETWEEN, MASKED, SHEETS, VERB
from regpol.terms.answer import Answer

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format

_ACCENT, _PALE, _BAND, _LINE, _GREY = "#1F4E5F", "#E3EDF0", "#F6F9FA", "#D0D9DC", "#6B7780"
_YES, _NO, _OPEN, _SILENT = ("#DDF1E1", "#1E6B34"), ("#FBE1DE", "#9A231A"), ("#FFF1CC", "#7A5600"), ("#ECEFF1", _GREY)
_OUTSIDE = "#E3E7EA", "#454F55"  # outside the circle is not forbidden, and does not look like it
ANSWER_COLOURS = {
    **{a.label: _YES if a.positive else _NO if a.negative else _OPEN for a in Answer},
    Answer.EXCLUDED.label: _OUTSIDE,
    Answer.SILENT.label: _SILENT,
    Answer.NOT_IN_FORCE.label: _SILENT,
    "perlu dilihat": _OPEN,
}
"""Background and text colour of each answer; colour repeats the word and never stands alone."""

_KINDS: dict[str, dict[str, Any]] = {
    "text": {},
    "long": {"text_wrap": True},
    "answer": {"align": "center"},
    "number": {"num_format": "0", "align": "center"},
    "rupiah": {"num_format": "#,##0", "align": "right", "indent": 1},
    "absent": {"italic": True, "font_color": _GREY, "align": "right", "indent": 1},
}


def sign(book: "Workbook", verb: str, sheets: Sequence[str] = (), *, masked: bool = False) -> None:
    """Marks a workbook as written by a verb, so that it is not taken for a register; ``sheets`` hold the original."""
    book.set_custom_property(VERB, verb)
    if sheets:
        book.set_custom_property(SHEETS, BETWEEN.join(sheets))
    if masked:
        book.set_custom_property(MASKED, "ya")


class Style:
    """The formats of one workbook."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[str, bool], Format] = {}
        self._answers: dict[str, Format] = {}
        self._painted: dict[str, Format] = {}
        self.title = self._new(bold=True, font_size=16, font_color=_ACCENT)
        self.subtitle = self._new(font_color=_GREY, italic=True)
        self.heading = self._new(bold=True, font_size=12, font_color=_ACCENT, bottom=2, bottom_color=_ACCENT)
        header = {"bold": True, "font_color": "#FFFFFF", "bg_color": _ACCENT, "text_wrap": True, "valign": "vcenter"}
        self.header = self._new(**header, align="center", border=1, border_color="#FFFFFF")
        self.subtotal = self._new(bold=True, bg_color=_PALE, num_format="#,##0", top=1, top_color=_ACCENT, indent=1)
        self.foot = self._new(
            bold=True, bg_color=_PALE, num_format="#,##0", top=1, top_color=_ACCENT, align="right", indent=1
        )
        self.summand = self._new(bottom=1, bottom_color=_LINE, num_format="#,##0", align="right", indent=1)
        self.label = self._new(bottom=1, bottom_color=_LINE)
        self.money = self._new(bottom=1, bottom_color=_LINE, num_format='"Rp"#,##0', bold=True, align="right")
        self.absent = self._new(bottom=1, bottom_color=_LINE, italic=True, font_color=_GREY, align="right")
        self.plain = self._new(font_color=_GREY)
        self.link = self._new(font_color=_ACCENT, underline=1)

    def cell(self, kind: str, *, odd: bool) -> "Format":
        """The format of a table cell; odd rows are tinted so that long rows can be followed."""
        if (kind, odd) not in self._made:
            tint = {"bg_color": _BAND} if odd else {}
            lines = {"bottom": 1, "bottom_color": _LINE, "valign": "top"}
            self._made[kind, odd] = self._new(**_KINDS[kind], **tint, **lines)
        return self._made[kind, odd]

    def answer(self, word: str) -> "Format":
        """The colours of an answer."""
        if word not in self._answers:
            background, text = ANSWER_COLOURS[word]
            self._answers[word] = self._new(bg_color=background, font_color=text)
        return self._answers[word]

    def painted(self, word: str) -> "Format":
        """An answer as a cell of a table, in its colours whatever program opens the file."""
        if word not in self._painted:
            background, text = ANSWER_COLOURS[word]
            lines = {"border": 1, "border_color": _LINE, "align": "center", "valign": "top", "text_wrap": True}
            self._painted[word] = self._new(bg_color=background, font_color=text, **lines)
        return self._painted[word]

    def chip(self, word: str) -> "Format":
        """An answer as a coloured label in a legend."""
        background, text = ANSWER_COLOURS[word]
        return self._new(bg_color=background, font_color=text, bold=True, border=1, border_color="#FFFFFF", indent=1)

    def counted(self, unit: str) -> "Format":
        """A number with its unit behind it."""
        return self._new(bottom=1, bottom_color=_LINE, num_format=f'#,##0 "{unit}"', bold=True, align="right")

    def _new(self, **properties: Any) -> "Format":
        return self._book.add_format({"font_name": "Calibri", "font_size": 10, **properties})
