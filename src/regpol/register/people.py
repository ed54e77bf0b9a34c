"""What cleaning hands on: people as a relation in the database, the roster apart from them, rejects and warnings.

The relations of a `Register`, in the database ``connection``:

``people``: one row a person that can be decided: ``row``, ``orang`` (the first row with the same NIK, so that
one person in two rows can be told from two without the NIK), ``kategori``, ``kecamatan`` and ``kelurahan``
(codes), ``tanggal_lahir``, ``sk_sejak``, ``sk_sampai`` (DATE), ``usia``, ``sk_berlaku``, ``penghasilan``
(rupiah) and one column for each person fact of the vocabulary; NULL is what is not known. ``faults``: see
`faults`. ``roster``: ``row``, ``nik``, ``nama``, ``jenis_kelamin``, ``nomor_sk``; only a command may read it.

What the properties below return is made in Python from these relations when it is first asked for: right
for a register that is shown or printed row by row, wrong for millions.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from typing import TYPE_CHECKING

from regpol.terms.place import Place
from regpol.terms.problems import Problem

if TYPE_CHECKING:
    import duckdb

    from regpol.register.faults import Wording

Value = str | int | bool | date | None


class ColumnType(StrEnum):
    """The type a column has in the columnar engine."""

    NUMBER = "BIGINT"
    CODE = "VARCHAR"
    YES_NO = "BOOLEAN"
    DATE = "DATE"


@dataclass(frozen=True)
class Digest:
    """One whole number that a row is asked for instead of what it was made of: rows then carry less.

    ``column`` is its name and ``kind`` its SQL type; it is the sum of ``parts``, each the SQL of what one column of
    ``people`` adds, given the SQL of that column. ``beside`` are the columns kept beside it.
    """

    column: str
    kind: str
    parts: Mapping[str, Callable[[str], str]]
    beside: tuple[str, ...]

    def part_of(self, name: str) -> str:
        """The column that holds what a field adds, where that is known before the rows are read."""
        return f"{name} part"


@dataclass(frozen=True)
class People:
    """The people of a register as columns of equal length, in the order of their rows."""

    types: Mapping[str, ColumnType]
    columns: Mapping[str, tuple[Value, ...]]

    def __getitem__(self, name: str) -> tuple[Value, ...]:
        return self.columns[name]

    def __len__(self) -> int:
        return len(self.columns["row"])


@dataclass(frozen=True, slots=True, repr=False)
class RosterEntry:
    """Who a row is. It has no printed form, so that no log or message can show it by accident."""

    nik: str
    name: str
    sex: str
    decree: str


@dataclass(frozen=True, repr=False)
class Roster:
    """Names and NIK by row; the only place that has them."""

    entries: Mapping[int, RosterEntry]

    def __getitem__(self, row: int) -> RosterEntry:
        return self.entries[row]

    def __len__(self) -> int:
        return len(self.entries)


@dataclass(frozen=True, slots=True)
class Rejected:
    """A row that could not be decided, and every reason why."""

    row: int
    place: Place
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """Rows of people in the file, and what became of them; the sum is checked when it is made."""

    read: int
    clean: int
    rejected: int
    skipped: int
    warned: int

    def __post_init__(self) -> None:
        if self.read != self.clean + self.rejected:
            raise AssertionError(f"rows lost: {self.read} read, {self.clean} clean, {self.rejected} rejected")


@dataclass(frozen=True)
class Register:
    """A clean register on one day; ``types`` are the columns of ``people``."""

    file: str
    sheet: str
    on_date: date
    types: Mapping[str, ColumnType]
    assumptions: tuple[str, ...]
    counts: Counts
    connection: "duckdb.DuckDBPyConnection" = field(repr=False, compare=False)
    wording: "Wording" = field(repr=False, compare=False)

    @cached_property
    def people(self) -> People:
        """The people in Python."""
        listed = ", ".join(f'"{name}"' for name in self.types)
        rows = self.connection.execute(f"SELECT {listed} FROM people ORDER BY row").fetchall()  # noqa: S608
        columns = zip(*rows, strict=True) if rows else ((),) * len(self.types)
        return People(self.types, dict(zip(self.types, columns, strict=True)))

    @cached_property
    def roster(self) -> Roster:
        """Who the rows are, in Python."""
        from regpol.register.cell_text import text_cell
        from regpol.register.raw_table import as_text

        rows = self.connection.execute("SELECT row, nik, nama, jenis_kelamin, nomor_sk FROM roster").fetchall()
        return Roster(
            {
                row: RosterEntry(nik, " ".join(as_text(text_cell(name)).split()), sex, as_text(text_cell(decree)))
                for row, nik, name, sex, decree in rows
            }
        )

    @cached_property
    def rejected(self) -> tuple[Rejected, ...]:
        """The rows that could not be decided, in their order."""
        from regpol.register.faults import problems

        found = groupby(problems(self.connection, self.wording, rejected=True), key=lambda each: each[0])
        return tuple(
            Rejected(row, self.wording.source.place(row), tuple(problem for _, problem in of_row))
            for row, of_row in found
        )

    @cached_property
    def warnings(self) -> tuple[Problem, ...]:
        """What deserves a look in rows that are decided, in their order."""
        from regpol.register.faults import problems

        return tuple(problem for _, problem in problems(self.connection, self.wording, rejected=False))
