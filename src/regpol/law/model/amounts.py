"""Dated values, what contributions are made of, and what is known beside the norms."""

from dataclasses import dataclass
from datetime import date

from regpol.law.model.lists import Source
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Force, Validity
from regpol.terms.place import Place

WAGES = "upah_minimum"
"""The name of the value that the minimum wages become; its rows are keyed by region."""


@dataclass(frozen=True)
class ValueRow:
    """One dated row. ``amount``: sen, millionths or a plain number, by the value's unit."""

    keys: tuple[tuple[str, str], ...]
    amount: int
    validity: Validity
    evidence: Evidence
    sources: tuple[Source, ...]
    basis: str
    place: Place


@dataclass(frozen=True)
class Value:
    """A dated value: a tariff, a cap, a minimum wage."""

    name: str
    meaning: str
    citation: Citation
    unit: str
    rows: tuple[ValueRow, ...]

    def on(self, day: date, budget_year: int, keys: dict[str, str]) -> ValueRow | None:
        """The row in force on a day; None if none is known for certain, which is never zero."""
        for row in self.rows:
            matches = all(keys.get(name) == value for name, value in row.keys)
            if matches and row.validity.on(day, budget_year) is Force.YES:
                return row
        return None


@dataclass(frozen=True)
class Share:
    """Who pays a part, and by which value."""

    payer: str
    value: str


@dataclass(frozen=True)
class Contribution:
    """How a contribution is made up. ``basis``: "upah" (a share of wages) or "nominal"."""

    programme: str
    segment: str
    basis: str
    shares: tuple[Share, ...]
    cap: str
    validity: Validity
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    place: Place


@dataclass(frozen=True)
class Account:
    """A budget account known for one programme, fund and category, and for no other."""

    fund: str
    programme: str
    category: str
    code: str
    name: str
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Practice:
    """What another region does: a note, never a rule."""

    category: str
    region: str
    text: str
    evidence: Evidence
    sources: tuple[Source, ...]
