"""A table of the tree: its columns, its rows with cells that reach down, its line of sums."""

from dataclasses import dataclass
from enum import StrEnum


class Align(StrEnum):
    """How the cells of a column stand."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell and how many rows it covers; none if the cell above reaches down to here."""

    text: str
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the text or of an annex."""

    columns: tuple[str, ...]
    align: tuple[Align, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[str, ...] = ()

    @property
    def wide(self) -> bool:
        """Whether it needs the long side of the sheet: by the longest word of every column."""
        longest = (max(len(word) for text in texts for word in ["", *text.split()]) for texts in self._texts())
        return sum(letters + 2 for letters in longest) > _UPRIGHT

    @property
    def by_hand(self) -> bool:
        """Whether it is a form to write in: more than a third of its cells are left open."""
        cells = [cell for row in self.rows for cell in row if cell.rows]
        return sum(not cell.text.strip("…") for cell in cells) * 3 > len(cells)

    def _texts(self) -> list[tuple[str, ...]]:
        """The texts of each column: its head, its cells, its sum if there is one."""
        shown = [self.columns, *(tuple(cell.text for cell in row) for row in self.rows), self.total]
        return list(zip(*(texts for texts in shown if texts), strict=True))

    def widths(self, whole: float) -> list[float]:
        """How the columns share ``whole`` millimetres.

        The longest word of each comes first, then what texts lack to stand on one line; what is left goes to the
        columns that are written in by hand, or to all alike.
        """
        columns = self._texts()
        least = [max(map(_longest_word, texts)) * _LETTER + _PADDING for texts in columns]
        lacking = [_lacking(*texts) * _LETTER for texts in columns]
        spare = whole - sum(least)
        if sum(lacking) > spare > 0:
            return [width + spare * lack / sum(lacking) for width, lack in zip(least, lacking, strict=True)]
        filled = [width + lack for width, lack in zip(least, lacking, strict=True)]
        open_columns = [float(not any(text.strip("…") for text in texts[1:])) for texts in columns]
        shares = open_columns if any(open_columns) and sum(filled) < whole else filled
        left = whole - sum(filled)
        return [width + left * share / sum(shares) for width, share in zip(filled, shares, strict=True)]


def _lacking(head: str, *cells: str) -> int:
    """Letters the longest text of a column wants beside its longest word; a head may be broken in two."""
    wished = [(len(head) - _longest_word(head)) // 2, *(len(text) - _longest_word(text) for text in cells)]
    most = max(wished)
    return min(most + bool(most), _WIDEST)  # one more: capitals are wider than the average


def _longest_word(text: str) -> int:
    return max(map(len, text.split(" ")))  # a hard space holds its words together


_LETTER, _PADDING = 1.9, 4.2
"""Millimetres a letter of a table takes on average, and what a cell keeps free on both sides."""
_WIDEST = 26
_UPRIGHT = 85
"""Signs of a table's letters that fit side by side between the margins of an upright sheet."""
