"""Turns what was typed for ``benefits`` into events, programmes and a claimant."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regpol.budget.benefit import Claimant
from regpol.law.model import PersonFact, Rulebook
from regpol.situations.axis import FactValue
from regpol.terms.dates import parse_date
from regpol.terms.money import parse_rupiah
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import BadOption, UnknownChoice


@dataclass(frozen=True)
class AskedBenefits:
    """What ``benefits`` was asked about, each name checked."""

    events: tuple[str, ...]
    programmes: tuple[str, ...]
    children: tuple[str, ...]
    base: int | None


def asked(
    rulebook: Rulebook, events: Iterable[str], programmes: Iterable[str], children: str, base: str | None
) -> AskedBenefits:
    """The names and the base that were typed.

    Raises:
        Refused: with everything that the rulebook does not know.
    """
    levels = tuple(filter(None, (level.strip() for level in children.split(","))))
    problems: list[Problem] = []
    for vocabulary, names in (("peristiwa", events), ("program", programmes), ("jenjang_pendidikan", levels)):
        known = tuple(rulebook.vocabulary.get(vocabulary, {}))
        problems += [
            UnknownChoice(place=NOWHERE, what=vocabulary, given=name, known=known)
            for name in names
            if name not in known
        ]
    sen = parse_rupiah(base) if base is not None else None
    if base is not None and sen is None:
        example = "--base Rp2.859.620"
        problems.append(BadOption(place=NOWHERE, trouble=f"--base = “{base}”", meaning="rupiah", example=example))
    if problems:
        raise Refused(*problems)
    return AskedBenefits(tuple(events), tuple(programmes), levels, sen)


def year_of(year: int | None, day: str | None) -> int:
    """The budget year that was typed, or that of the day.

    Raises:
        Refused: if there is neither.
    """
    if year is not None:
        return year
    parsed = parse_date(day) if day else None
    if parsed:
        return parsed.year
    meaning = "--year, atau --date berisi satu hari"
    raise Refused(BadOption(place=NOWHERE, trouble="tahun belum disebut", meaning=meaning, example="--year 2025"))


def claimant(it: AskedBenefits, months_paid: int | None, facts: Mapping[str, FactValue]) -> Claimant:
    """What is known of the person; membership is taken to be as long as contributions were paid."""
    numbers: dict[PersonFact, int] = {}
    if months_paid is not None:
        numbers[PersonFact.MONTHS_PAID] = numbers[PersonFact.MONTHS_MEMBER] = months_paid
    if PersonFact.AGE in facts:
        numbers[PersonFact.AGE] = int(facts[PersonFact.AGE])
    return Claimant(it.base, numbers, it.children)
