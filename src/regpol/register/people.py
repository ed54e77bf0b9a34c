"""What cleaning hands on: people as columns, the roster apart from them, the rejects and the warnings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regpol.terms.place import Place
from regpol.terms.problems import Problem

Value = str | int | bool | date | None


class ColumnType(StrEnum):
    """The type a column has in the columnar engine."""

    NUMBER = "BIGINT"
    CODE = "VARCHAR"
    YES_NO = "BOOLEAN"
    DATE = "DATE"


@dataclass(frozen=True)
class People:
    """The people of a register as columns of equal length; ``row`` is the row of the spreadsheet.

    ``orang`` is the first row with the same NIK, so that one person in two rows can be told from two
    persons without the NIK itself.
    """

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
    """A clean register on one day."""

    file: str
    sheet: str
    on_date: date
    people: People
    roster: Roster
    rejected: tuple[Rejected, ...]
    warnings: tuple[Problem, ...]
    assumptions: tuple[str, ...]
    counts: Counts
