"""Dated values, what contributions are made of, and what is known beside the norms."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regpol.law.model.lists import Source
from regpol.law.model.norms import Condition
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Force, Validity
from regpol.terms.money import Rate, rupiah_from_sen
from regpol.terms.place import NOWHERE, Place

WAGES = "upah_minimum"
"""The name of the value that the minimum wages become; its rows are keyed by region."""

VALUE_KEYS = ("kelompok_risiko", "jenjang_pendidikan", "lapis_kontrak", "paket_pmi", "pilihan_jht_pmi")
"""The closed lists by whose codes the rows of a value may differ."""

UNITS = {
    "persen": "{}",
    "rupiah": "{}",
    "bilangan": "{}",
    "kali": "{} kali",
    "jam": "{} jam",
    "hari": "{} hari",
    "hari_kerja": "{} hari kerja",
    "bulan": "{} bulan",
    "tahun": "{} tahun",
    "tanggal": "tanggal {}",
}
"""The units of values, and how an amount in each reads."""


def amount_words(unit: str, amount: int) -> str:
    """An amount as an official reads it.

    >>> amount_words("persen", 2400), amount_words("rupiah", 680_000), amount_words("hari_kerja", 30)
    ('0,24 %', 'Rp6.800', '30 hari kerja')
    """
    if unit == "persen":
        return str(Rate(amount))
    return rupiah_from_sen(amount) if unit == "rupiah" else UNITS[unit].format(amount)


@dataclass(frozen=True)
class OtherReading:
    """What another source says of the same row; shown beside it, never chosen silently."""

    amount: int
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str


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
    note: str = ""
    others: tuple[OtherReading, ...] = ()


@dataclass(frozen=True)
class UnreadRow:
    """A row that is known to exist and was not found: it gives no amount, and it is listed."""

    keys: tuple[tuple[str, str], ...]
    validity: Validity
    basis: str
    note: str
    place: Place


@dataclass(frozen=True)
class Value:
    """A dated value: a tariff, a cap, a minimum wage. ``unread`` are the rows that were not found."""

    name: str
    meaning: str
    citation: Citation
    unit: str
    rows: tuple[ValueRow, ...]
    unread: tuple[UnreadRow, ...] = ()
    note: str = ""
    place: Place = NOWHERE

    def on(self, day: date, budget_year: int, keys: dict[str, str]) -> ValueRow | None:
        """The row in force on a day; None if none is known for certain, which is never zero."""
        for row in self.rows:
            matches = all(keys.get(name) == value for name, value in row.keys)
            if matches and row.validity.on(day, budget_year) is Force.YES:
                return row
        return None

    def words(self, amount: int) -> str:
        """An amount of this value as an official reads it."""
        return amount_words(self.unit, amount)


@dataclass(frozen=True)
class Share:
    """Who pays a part, and by which value."""

    payer: str
    value: str


@dataclass(frozen=True)
class Diverted:
    """A part of another programme's contribution that goes here; nobody is billed for it again."""

    programme: str
    value: str


@dataclass(frozen=True)
class Table:
    """A nominal table by income: its value, and what sources tell of it while it is unread."""

    value: str
    top: str
    share: str


@dataclass(frozen=True)
class Contribution:
    """How a contribution is made up.

    ``basis``: "upah" (a share of wages), "nominal", "paket" (a fixed sum for a whole contract),
    "kontrak" (marginal bands over the value of a contract) or "gaji" (a share of a salary that no minimum
    wage stands for). There are no formulas.
    """

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
    bands: str = ""
    table: Table | None = None
    covers: tuple[str, ...] = ()
    total: str = ""
    diverted: tuple[Diverted, ...] = ()
    due: str = ""
    fine: str = ""
    wage: tuple[str, ...] = ()
    note: str = ""
    measure: str = ""
    """The fact whose value the bands cut."""
    due_after: str = ""
    """The value that tells how many months after the month of cover it falls due."""

    @property
    def monthly(self) -> bool:
        """Whether it is an amount for each month, which a register can add up."""
        return self.basis in {"upah", "nominal"}

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it reads."""
        return tuple(filter(None, self._read()))

    def _read(self) -> Iterator[str]:
        yield from (share.value for share in self.shares)
        yield from (part.value for part in self.diverted)
        yield from (self.cap, self.bands, self.total, self.due, self.due_after, self.fine, *self.wage)
        if self.table:
            yield from (self.table.value, self.table.top, self.table.share)


@dataclass(frozen=True)
class Discount:
    """A part of a contribution that need not be paid for a while.

    ``not_from`` are funds whose payment does not get it; ``provided`` what the program cannot check.
    """

    id: str
    programmes: tuple[str, ...]
    segment: str
    share: str
    conditions: tuple[Condition, ...]
    not_from: tuple[str, ...]
    provided: str
    validity: Validity
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str
    place: Place

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it reads."""
        return (self.share,)


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
