"""The cells of one fact, as far as the rules of one question can tell its values apart.

Cell assignment exists twice, for one value and for a column, generated here from one definition;
a property test holds the two together.
"""

from bisect import bisect_right
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from regpol.law.model import Among, Between, Fact, Test

FactValue = str | int
"""A code, a yes/no word, a number, rupiah or a day as yyyymmdd."""

MISSING = -1
"""The cell of a fact that is not known, in columns."""


@dataclass(frozen=True)
class CodeAxis:
    """Codes grouped so that no rule tells members of a group apart."""

    fact: Fact
    groups: tuple[tuple[str, ...], ...]

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.groups)

    def cell_of(self, value: FactValue) -> int:
        """The cell a value falls into.

        Raises:
            KeyError: if the value is no option of the fact.
        """
        return self._index[value]

    @cached_property
    def _index(self) -> dict[FactValue, int]:
        return {code: cell for cell, group in enumerate(self.groups) for code in group}

    def representative(self, cell: int) -> FactValue:
        """A value that stands for the whole cell."""
        return self.groups[cell][0]

    def label(self, *cells: int, among: Collection[FactValue] = ()) -> str:
        """Cells in words; where only some values are possible, ``among`` names them and the others go unsaid."""
        names = dict(zip(self.fact.options, self.fact.names, strict=True))
        codes = [code for cell in cells for code in self.groups[cell]]
        return " atau ".join(names[code] for code in codes if not among or code in among)

    def sql(self, column: str, *, yes_no: bool = False) -> str:
        """The same assignment over a column of codes, or of truth values where the column is ``yes_no``."""
        if yes_no:
            yes, no = self._index["ya"], self._index["tidak"]
            return f"CASE WHEN {column} THEN {yes} WHEN NOT {column} THEN {no} ELSE {MISSING} END"
        branches = " ".join(f"WHEN {_quoted(code)} THEN {cell}" for code, cell in self._index.items())
        return f"CASE {column} {branches} ELSE {MISSING} END"


@dataclass(frozen=True)
class NumberAxis:
    """Whole numbers cut at every threshold of the rules. ``starts`` are the first values of cells 1, 2, ..."""

    fact: Fact
    starts: tuple[int, ...]

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.starts) + 1

    def cell_of(self, value: FactValue) -> int:
        """The cell a value falls into."""
        return bisect_right(self.starts, int(value))

    def representative(self, cell: int) -> FactValue:
        """A value that stands for the whole cell."""
        return self.starts[cell - 1] if cell else self.starts[0] - 1

    def label(self, *cells: int, among: Collection[FactValue] = ()) -> str:
        """Cells in words; those that touch are one range.

        >>> from regpol.law.model import FactKind, Origin
        >>> usia = Fact("usia", "Usia", FactKind.NUMBER, "tahun", (), (), Origin.PERSON, None, "", "")
        >>> NumberAxis(usia, (18, 54, 65)).label(0, 2, 3)
        'kurang dari 18 tahun atau 54 tahun ke atas'
        """
        del among
        first = [cell for cell in sorted(cells) if cell - 1 not in cells]
        last = [cell for cell in sorted(cells) if cell + 1 not in cells]
        return " atau ".join(self._range(low, high) for low, high in zip(first, last, strict=True))

    def _range(self, low: int, high: int) -> str:
        unit = f" {self.fact.unit}" if self.fact.unit else ""
        if low == 0:
            return f"kurang dari {self.starts[high]}{unit}" if high < len(self.starts) else "berapa pun"
        if high == len(self.starts):
            return f"{self.starts[low - 1]}{unit} ke atas"
        return f"{self.starts[low - 1]} sampai {self.starts[high] - 1}{unit}"

    def sql(self, column: str) -> str:
        """The same assignment over a column of whole numbers."""
        if not self.starts:
            return f"CASE WHEN {column} IS NULL THEN {MISSING} ELSE 0 END"
        below = " ".join(f"WHEN {column} < {start} THEN {cell}" for cell, start in enumerate(self.starts))
        return f"CASE {below} WHEN {column} >= {self.starts[-1]} THEN {len(self.starts)} ELSE {MISSING} END"


Axis = CodeAxis | NumberAxis


def _quoted(code: FactValue) -> str:
    return "'" + str(code).replace("'", "''") + "'"


def axis_for(fact: Fact, tests: Iterable[Test]) -> Axis:
    """The coarsest cells of a fact that still answer every test alike within a cell."""
    own = [test for test in tests if test.fact == fact.code]
    if fact.options:
        return CodeAxis(fact, _groups(fact.options, [test for test in own if isinstance(test, Among)]))
    starts = set()
    for test in own:
        if isinstance(test, Between):
            starts |= {test.low} if test.low is not None else set()
            starts |= {test.high + 1} if test.high is not None else set()
    return NumberAxis(fact, tuple(sorted(starts)))


def _groups(options: tuple[str, ...], tests: list[Among]) -> tuple[tuple[str, ...], ...]:
    alike: dict[tuple[bool, ...], list[str]] = {}
    for code in options:
        alike.setdefault(tuple(code in test.codes for test in tests), []).append(code)
    return tuple(tuple(group) for group in alike.values())


def holds(test: Test, value: FactValue | None) -> bool:
    """Whether a test holds of a value; of a value that is not known it does not."""
    if value is None:
        return False
    if isinstance(test, Among):
        return value in test.codes
    number = int(value)
    return (test.low is None or number >= test.low) and (test.high is None or number <= test.high)
