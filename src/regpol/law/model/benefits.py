"""Benefits: what is due in an event, on which conditions, and how it is claimed."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from regpol.law.model.lists import Source
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Validity
from regpol.terms.place import Place


class BenefitForm(StrEnum):
    """How an item is counted; values are the words in the files."""

    NOMINAL = "nominal"
    TIMES_WAGE = "kali_upah"
    SHARE_OF_WAGE = "bagian_upah"
    PER_CHILD = "per_anak"
    PENSION = "pensiun"
    SHARE_OF_SAVINGS = "bagian_saldo"
    SAVINGS = "saldo"
    IN_KIND = "layanan"
    TOLD = "diterangkan"
    UNREAD = "belum_terbaca"


class PersonFact(StrEnum):
    """What a condition of a benefit may compare; values are the words in the files."""

    MONTHS_PAID = "masa_iur"
    MONTHS_MEMBER = "masa_kepesertaan"
    MONTHS_IN_A_ROW = "masa_iur_berturut"
    AGE = "usia"
    AGE_AT_ENTRY = "usia_daftar"
    AGE_OF_CHILD = "usia_anak"


@dataclass(frozen=True)
class BenefitCondition:
    """A condition in words, and a threshold where the program can compare; values by name."""

    text: str
    fact: PersonFact | None
    at_least: str
    below: str


@dataclass(frozen=True)
class BenefitItem:
    """One thing that is due. ``value`` and the others are names of values, empty if none."""

    text: str
    form: BenefitForm
    value: str
    months: str
    years: str
    at_most: str
    cap: str
    lowest: str
    highest: str
    share: str
    months_counted: str
    conditions: tuple[BenefitCondition, ...]
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class BenefitStep:
    """Something to do to get it, by whom, and until when."""

    text: str
    bearer: str
    deadline: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class Benefit:
    """What a programme gives in an event.

    Where sources differ, each side is a benefit of its own: ``group`` names the matter, ``by`` who says so.
    """

    id: str
    events: tuple[str, ...]
    programme: str
    segments: tuple[str, ...]
    recipient: str
    items: tuple[BenefitItem, ...]
    conditions: tuple[BenefitCondition, ...]
    papers: tuple[str, ...]
    steps: tuple[BenefitStep, ...]
    lapse: str
    group: str
    by: str
    validity: Validity
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str
    place: Place

    @property
    def values(self) -> tuple[str, ...]:
        """Every value it reads."""
        return tuple(filter(None, self._read()))

    def _read(self) -> Iterator[str]:
        for condition in (*self.conditions, *(it for item in self.items for it in item.conditions)):
            yield from (condition.at_least, condition.below)
        for item in self.items:
            yield from (item.value, item.months, item.years, item.at_most, item.cap)
            yield from (item.lowest, item.highest, item.share, item.months_counted)
        yield from (step.deadline for step in self.steps)
        yield self.lapse
