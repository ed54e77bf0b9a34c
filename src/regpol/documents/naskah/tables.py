"""Reads tables written with bars: ``| No | Kategori |> Iuran |``.

The first row is the head; ``>`` or ``=`` after a bar sets that column right or centred; a row that
begins with ``|=`` is the total; a cell that holds only ``^^`` belongs to the cell above it. Bars that
come from facts are words, not cells.
"""

import re
from dataclasses import dataclass, field

from regpol.documents.naskah.facts import OPEN, clean
from regpol.documents.naskah.sections import Line
from regpol.documents.naskah.tree import Align, Cell, Table
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import TableShape

_BAR = re.compile(rf"(?<!{OPEN})\|")
_ABOVE = "^^"
_ALIGN = {">": Align.RIGHT, "=": Align.CENTER}


@dataclass(slots=True)
class TableLines:
    """The rows of one table as they were written."""

    lines: list[Line] = field(default_factory=list)

    @classmethod
    def add(cls, tables: list["TableLines"], line: Line) -> None:
        """Puts a row into the unit's table, starting it with the first row."""
        if not tables:
            tables.append(cls())
        tables[-1].lines.append(line)

    def read(self, problems: list[Problem]) -> Table:
        """The table; rows of another width go to ``problems``."""
        head = _cells(self.lines[0].text)
        rows: list[tuple[str, ...]] = []
        total: tuple[str, ...] = ()
        for line in self.lines[1:]:
            summed = line.text.startswith("|=")
            cells = tuple(clean(cell).strip() for cell in _cells("|" + line.text[2:] if summed else line.text))
            if len(cells) != len(head):
                problems.append(TableShape(place=line.place, cells=len(cells), columns=len(head)))
            elif summed:
                total = cells
            else:
                rows.append(cells)
        merged = tuple(_merged(rows, place) for place in range(len(rows)))
        align = tuple(_ALIGN.get(cell[:1], Align.LEFT) for cell in head)
        return Table(tuple(clean(cell.lstrip(">=")).strip() for cell in head), align, merged, total)


def _merged(rows: list[tuple[str, ...]], place: int) -> tuple[Cell, ...]:
    def reach(column: int) -> int:
        if rows[place][column] == _ABOVE and place:
            return 0
        below = 1
        while place + below < len(rows) and rows[place + below][column] == _ABOVE:
            below += 1
        return below

    return tuple(Cell(text if text != _ABOVE else "", reach(column)) for column, text in enumerate(rows[place]))


def _cells(row: str) -> list[str]:
    return _BAR.split(row.strip())[1:-1]
