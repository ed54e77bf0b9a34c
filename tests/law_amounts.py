"""Amounts, payers and first and last days, written a second time from their sources: a slip in the rules is noticed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from regpol.law.model import Rulebook, ValueRow
from regpol.terms.dates import Force
from regpol.terms.money import parse_rate, parse_rupiah

AMOUNTS = Path(__file__).parent / "law" / "amounts.txt"
NONE = "tidak ada"
TURNS = {
    "mulai": (-1, Force.YES, Force.NO),
    "berakhir": (1, Force.YES, Force.NO),
    "mungkin": (-1, Force.UNCERTAIN, Force.NO),
    "pasti": (-1, Force.YES, Force.UNCERTAIN),
}
"""What a day is to a text: which day beside it is looked at, and whether the text is in force on each."""


@dataclass(frozen=True)
class Amount:
    """One line: a value with the code of its row, a contribution, what a category implies, or when a text holds."""

    name: str
    rest: tuple[str, ...]
    day: date
    expected: str
    provision: str

    def holds(self, rulebook: Rulebook) -> bool:
        """Whether a rulebook says the same."""
        if self.name == "iuran":
            return payers(rulebook, *self.rest, self.day) == set(self.expected.split(", "))
        if self.name == "kategori":
            category, fact = self.rest
            return dict(rulebook.categories[category].implies).get(fact, NONE) == self.expected
        if self.name == "berlaku":
            step, then, beyond = TURNS[self.expected]
            other = self.day + timedelta(days=step)
            validity = rulebook.regulations[" ".join(self.rest)].validity
            return (validity.on(self.day, self.day.year), validity.on(other, other.year)) == (then, beyond)
        row = row_of(rulebook, self.name, self.rest, self.day)
        if self.expected == NONE:
            return row is None
        return row is not None and row.amount == written(self.expected, rulebook.values[self.name].unit)


@cache
def amounts() -> tuple[Amount, ...]:
    """Every line."""
    return tuple(_lines())


def _lines() -> Iterator[Amount]:
    for line in AMOUNTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        named, day, expected, provision = line.split(" | ")
        name, *rest = named.split(" ")
        yield Amount(name, tuple(rest), date.fromisoformat(day), expected, provision)


def written(text: str, unit: str) -> int | None:
    """An amount as the law writes it, in the unit of its value."""
    if unit == "rupiah":
        return parse_rupiah(text)
    rate = parse_rate(text) if unit == "persen" else None
    return rate.millionths if rate else int(text)


def row_of(rulebook: Rulebook, name: str, codes: tuple[str, ...], day: date) -> ValueRow | None:
    """The row of a value in force on a day; a code names the row, whatever its key is called."""
    value = rulebook.values.get(name)
    rows = value.rows if value else ()
    found = (row for row in rows if row.validity.on(day, day.year) is Force.YES)
    return next((row for row in found if tuple(code for _, code in row.keys) == codes), None)


def payers(rulebook: Rulebook, programme: str, segment: str, day: date) -> set[str]:
    """Who pays the contributions of a programme in a segment on a day."""
    return {
        share.payer
        for it in rulebook.contributions
        if (it.programme, it.segment) == (programme, segment) and it.validity.on(day, day.year) is Force.YES
        for share in it.shares
    }
