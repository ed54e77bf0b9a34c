"""Data tables of a Word file: head, merged cells and the line of sums; a table without a head holds a layout."""

import re
from typing import Any

from regpol.documents.naskah.tree import Align, Cell, Table
from regpol.documents.word.ooxml import NAMESPACE

_W = f"{{{NAMESPACE}}}"
_ALIGNED = {"right": Align.RIGHT, "end": Align.RIGHT, "center": Align.CENTER}


def is_data(table: Any) -> bool:
    """Whether its first row is a head that repeats, or its cells are ruled by a style."""
    style = table.find(f"{_W}tblPr/{_W}tblStyle")
    ruled = style is not None and style.get(f"{_W}val") == "TableGrid"
    return table.find(f"{_W}tr") is not None and (ruled or has_head(table))


def has_head(table: Any) -> bool:
    """Whether its first row is a head: it repeats on each page, or begins with the word for a number."""
    first = table.find(f"{_W}tr")
    if first is None:
        return False
    cell = first.find(f"{_W}tc")
    numbered = cell is not None and re.fullmatch(r"(?i)no\.?|nomor", _text(cell)) is not None
    return numbered or first.find(f"{_W}trPr/{_W}tblHeader") is not None


def live_rows(table: Any) -> list[Any]:
    """The rows of a table that nobody has tracked away."""
    return [row for row in table.findall(f"{_W}tr") if row.find(f"{_W}trPr/{_W}del") is None]


def read_table(table: Any) -> Table:
    """The table as the tree holds it; a last row in bold is the line of sums."""
    rows = [row.findall(f"{_W}tc") for row in live_rows(table)]
    texts = [[_text(cell) for cell in row] for row in rows]
    total = len(rows) > 1 and all(_bold(cell) for cell in rows[-1] if _text(cell)) and any(texts[-1])
    inner = rows[1:-1] if total else rows[1:]
    columns = tuple(texts[0])
    example = rows[1] if len(rows) > 1 else rows[0]
    return Table(
        columns=columns,
        align=tuple(_align(cell) for cell in example),
        rows=tuple(tuple(_cell(inner, row, column) for column in range(len(inner[row]))) for row in range(len(inner))),
        total=tuple(texts[-1]) if total else (),
    )


def _cell(rows: list[list[Any]], row: int, column: int) -> Cell:
    merged = _merged(rows[row][column])
    if merged == "continue":
        return Cell("", 0)
    covered = 1
    if merged == "restart":
        for later in rows[row + 1 :]:
            if column >= len(later) or _merged(later[column]) != "continue":
                break
            covered += 1
    return Cell(_text(rows[row][column]), covered)


def _merged(cell: Any) -> str:
    found = cell.find(f"{_W}tcPr/{_W}vMerge")
    return "" if found is None else found.get(f"{_W}val") or "continue"


def _text(cell: Any) -> str:
    return "\n".join(
        "".join(
            it.text or "" if it.tag == f"{_W}t" else "\n" for it in paragraph.iter(f"{_W}t", f"{_W}br") if _stays(it)
        )
        for paragraph in cell.iter(f"{_W}p")
        if paragraph.find(f"{_W}pPr/{_W}rPr/{_W}del") is None or paragraph.find(f"{_W}r") is not None
    ).strip()


def _stays(text: Any) -> bool:
    """Whether a piece of text is neither struck out nor moved away under tracking."""
    return not any(above.tag in {f"{_W}del", f"{_W}moveFrom"} for above in text.iterancestors())


def _bold(cell: Any) -> bool:
    return all(
        run.find(f"{_W}rPr/{_W}b") is not None
        for run in cell.iter(f"{_W}r")
        if run.find(f"{_W}t") is not None and _stays(run)
    )


def _align(cell: Any) -> Align:
    found = cell.find(f"{_W}p/{_W}pPr/{_W}jc")
    return Align.LEFT if found is None else _ALIGNED.get(found.get(f"{_W}val"), Align.LEFT)
