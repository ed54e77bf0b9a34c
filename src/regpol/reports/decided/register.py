"""The decided register as people receive it: one workbook to work in, or one text file.

The report holds words and numbers only; what they mean was settled before. Names and NIK come in as
the roster, which only a command hands over, and leave masked unless the command says otherwise.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regpol.register.people import Roster


@dataclass(frozen=True)
class DecidedRow:
    """One person. ``answers`` and ``monthly`` are by programme; a monthly amount of None is one not known.

    A programme that does not concern the person is in neither.
    """

    row: int
    district: str
    village: str
    category: str
    segment: str
    answers: Mapping[str, str]
    monthly: Mapping[str, int | None]
    fund: str
    fund_answer: str
    reasons: str
    situation: int

    @property
    def total(self) -> int | None:
        """Rupiah a month over all programmes; None if any part of it is not known."""
        amounts = list(self.monthly.values())
        known = [amount for amount in amounts if amount is not None]
        return sum(known) if len(known) == len(amounts) else None


@dataclass(frozen=True)
class SituationLine:
    """One situation: everybody in it gets the same answers. ``attention`` marks those to look at."""

    number: int
    people: int
    category: str
    facts: str
    segment: str
    answers: Mapping[str, str]
    fund: str
    fund_answer: str
    reasons: str
    attention: bool


@dataclass(frozen=True)
class RowNote:
    """A reject or a warning, pointing at a row."""

    row: int
    code: str
    title: str
    found: str
    action: str


@dataclass(frozen=True)
class Total:
    """One line of the summary; ``unit`` is ``orang``, ``baris``, ``situasi`` or ``rupiah``."""

    label: str
    value: int | None
    unit: str
    group: str


@dataclass(frozen=True)
class DecidedRegister:
    """Everything the report shows. ``programmes`` are the columns, in order, by the words shown."""

    title: str
    region: str
    on_date: date
    source: str
    programmes: tuple[str, ...]
    rows: tuple[DecidedRow, ...]
    situations: tuple[SituationLine, ...]
    rejects: tuple[RowNote, ...]
    warnings: tuple[RowNote, ...]
    assumptions: tuple[str, ...]
    totals: tuple[Total, ...]
    roster: Roster | None = None
