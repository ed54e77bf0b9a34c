"""Tables in a Word document: data tables with rules, and the bare ones that hold a layout together."""

import re
from collections.abc import Sequence
from copy import deepcopy
from typing import Any

from regpol.documents.naskah.tree import Align, Table
from regpol.documents.word.ooxml import xml

_EMU = 36_000
"""Units of Word in a millimetre."""
_WRITTEN = 11
"""Millimetres of a row that is filled in with a pen; the same in templates/layout/naskah.css."""
_SPACED = re.compile(r"^\s|\s$|[^\S ]")
"""Space that Word keeps only when told to, and signs that are elements of their own: a tab, the end of a line."""


def text_width(section: Any) -> float:
    """Millimetres between the margins of a section, as the agency has set its page."""
    between: int = section.page_width - section.left_margin - section.right_margin
    return round(between / _EMU, 1)


def add_table(document: Any, table: Table, width: float, left: float = 0, *, signed: bool = False) -> None:
    """A data table; its head repeats on every page, no row is torn, the last stays with a signature below."""
    grid = document.add_table(1 + len(table.rows) + bool(table.total), len(table.columns), style="Table Grid")
    grid.autofit = False
    _indent(grid, left)
    widths = table.widths(width - left)
    _set_widths(grid, widths)
    rows = [tuple(cell.text for cell in row) for row in table.rows]
    shown = [table.columns, *rows, *([table.total] if table.total else [])]
    filling = _Filling(grid)
    for number, (row, texts) in enumerate(zip(grid.rows, shown, strict=True)):
        row._tr.get_or_add_trPr().append(xml("<w:cantSplit/>"))
        for cell, text, align in zip(row._tr.tc_lst, texts, table.align, strict=True):
            head, total = number == 0, bool(table.total) and number == len(shown) - 1
            filling.fill(cell, text, Align.CENTER if head else align, bold=total)
    grid.rows[0]._tr.get_or_add_trPr().append(xml("<w:tblHeader/>"))
    _merge(grid, table)
    if table.by_hand:
        _room_to_write(grid)
    below = document.add_paragraph(style="Sel")
    _keep_joined(grid, table)
    if signed:
        below.paragraph_format.keep_with_next = True
        _keep_with_next(grid._tbl.tr_lst[-1])


def bare_table(document: Any, rows: int, widths: tuple[float, ...]) -> Any:
    """A table without rules or inner margins, flush with the text around it."""
    grid = document.add_table(rows, len(widths))
    grid.autofit = False
    flush = "".join(f'<w:{side} w:w="0" w:type="dxa"/>' for side in ("left", "right"))
    grid._tbl.tblPr.insert_element_before(xml(f"<w:tblCellMar>{flush}</w:tblCellMar>"), "w:tblLook")
    _set_widths(grid, widths)
    return grid


def keep_whole(grid: Any) -> None:
    """No row of the table breaks across pages."""
    for row in grid.rows:
        row._tr.get_or_add_trPr().append(xml("<w:cantSplit/>"))


def _set_widths(grid: Any, widths: Sequence[float]) -> None:
    """Word reads the cells, LibreOffice the grid."""
    from docx.shared import Mm

    for row in grid.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(grid.columns, widths, strict=True):
        column.width = Mm(width)


class _Filling:
    """Writes texts into the cells of a table; a paragraph that was built once for its look is copied for the next."""

    def __init__(self, grid: Any) -> None:
        self._grid = grid
        self._built: dict[tuple[Align, bool], Any] = {}

    def fill(self, cell: Any, text: str, align: Align, *, bold: bool) -> None:
        look = (align, bold)
        plain = bool(text) and not _SPACED.search(text)
        if plain and look in self._built:
            copied = deepcopy(self._built[look])
            copied.r_lst[0].t_lst[0].text = text
            cell.replace(cell.p_lst[0], copied)
            return
        self._build(cell, text, align, bold=bold)
        if plain:
            self._built[look] = cell.p_lst[0]

    def _build(self, cell: Any, text: str, align: Align, *, bold: bool) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.table import _Cell

        paragraph: Any = _Cell(cell, self._grid).paragraphs[0]
        paragraph.style = "Sel"
        paragraph.add_run(text).bold = bold or None
        paragraph.alignment = {
            Align.LEFT: None,
            Align.RIGHT: WD_ALIGN_PARAGRAPH.RIGHT,
            Align.CENTER: WD_ALIGN_PARAGRAPH.CENTER,
        }[align]


def _room_to_write(grid: Any) -> None:
    """Rows as high as the pen of an official needs them; the head stays as it is."""
    from docx.enum.table import WD_CELL_VERTICAL_ALIGNMENT
    from docx.shared import Mm

    for row in grid.rows[1:]:
        row.height = Mm(_WRITTEN)
        for cell in row.cells:
            cell.vertical_alignment = WD_CELL_VERTICAL_ALIGNMENT.CENTER


def _keep_joined(grid: Any, table: Table) -> None:
    """Rows that share a cell stay on one page."""
    written = grid._tbl.tr_lst
    for number, row in enumerate(table.rows):
        if not all(cell.rows for cell in row):
            _keep_with_next(written[number])


def _keep_with_next(row: Any) -> None:
    """Keeps a row with the next; the empty cell in which one above ends has to stay as well."""
    for paragraph in (it for cell in row.tc_lst for it in cell.p_lst):
        paragraph.get_or_add_pPr().get_or_add_keepNext()


def _indent(grid: Any, left: float) -> None:
    if left:
        from docx.shared import Mm

        successors = ("w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
        inner = grid._tbl.tblPr
        inner.insert_element_before(xml(f'<w:tblInd w:w="{Mm(left).twips}" w:type="dxa"/>'), *successors)


def _merge(grid: Any, table: Table) -> None:
    for number, row in enumerate(table.rows, 1):
        for column, cell in enumerate(row):
            if cell.rows > 1:
                top, below = grid.cell(number, column), grid.cell(number + cell.rows - 1, column)
                for spare in (grid.cell(number + step, column) for step in range(1, cell.rows)):
                    spare.paragraphs[0].text = ""
                joined = top.merge(below)
                for paragraph in joined.paragraphs[1:]:
                    paragraph._p.getparent().remove(paragraph._p)
