"""Tables of a report, in words: what stands in a column decides how it is set."""

from dataclasses import dataclass

TEXT, NUMBER = "teks", "angka"


@dataclass(frozen=True)
class Column:
    """A column: its heading and whether it holds words or numbers (set to the right, never broken)."""

    title: str
    kind: str = TEXT


@dataclass(frozen=True)
class Table:
    """A table under its heading; ``totals`` is a last row that sums up, empty where there is none."""

    heading: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[str, ...] = ()
    note: str = ""

    def __post_init__(self) -> None:
        if any(len(row) != len(self.columns) for row in (*self.rows, *([self.totals] if self.totals else ()))):
            raise AssertionError(f"a row of “{self.heading}” does not fit its columns")

    @property
    def short(self) -> bool:
        """Whether it fits well within a page, so that it need not be torn apart."""
        return sum(max(_lines(cell) for cell in row) for row in self.rows) <= _SHORT


_SHORT, _CELL = 18, 40


def _lines(cell: str) -> int:
    return sum(1 + len(line) // _CELL for line in cell.split("\n"))


def numbers(*titles: str) -> tuple[Column, ...]:
    """Columns of numbers."""
    return tuple(Column(title, NUMBER) for title in titles)
