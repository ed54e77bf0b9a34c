"""What ``regpol diff`` was asked to compare: two years, two days, or two rulebooks on one day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.commands import opening
from regpol.commands.asking import request
from regpol.decision.case import Query
from regpol.decision.core_lines import core_regulation
from regpol.decision.effects import Moment
from regpol.law.model import Core, Rulebook
from regpol.terms.dates import long_date, parse_date, parse_span
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import BadOption, NoSide, SameSides, UnknownChoice


@dataclass(frozen=True)
class Side:
    """One side of the comparison and what it is called."""

    name: str
    moment: Moment


def sides(first: str, second: str, year: int | None, rules: Path | None) -> tuple[Side, Side]:
    """Both sides.

    Raises:
        Refused: if they are the same, of two kinds, or not to be read.
    """
    typed = ("--from", first), ("--to", second)
    days = [_day(text) for _, text in typed]
    if first == second or (None not in days and days[0] == days[1]):
        raise Refused(SameSides(place=NOWHERE, given=first))
    problems: list[Problem] = [
        NoSide(place=NOWHERE, option=option, given=text, trouble="bukan tahun, tanggal, atau folder yang ada")
        for (option, text), day in zip(typed, days, strict=True)
        if day is None and not Path(text).is_dir()
    ]
    if problems:
        raise Refused(*problems)
    if days[0] and days[1]:
        _no_year(year)
        return _time(first, days[0], rules), _time(second, days[1], rules)
    if days[0] or days[1]:
        option, text = typed[1] if days[0] else typed[0]
        raise Refused(NoSide(place=NOWHERE, option=option, given=text, trouble="sisi lainnya sebuah waktu"))
    return _books(Path(first), Path(second), year, rules)


def _day(text: str) -> date | None:
    """The day a side stands for: of a year its last."""
    day = parse_date(text)
    if day:
        return day
    span = parse_span(text)
    return span.latest if span else None


def _no_year(year: int | None) -> None:
    if year is not None:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="--year dipakai bersama dua waktu",
                meaning="--year hanya untuk membandingkan dua folder buku aturan",
                example="regpol diff --from 2024 --to 2025 --region 52.71",
            )
        )


def _time(text: str, day: date, rules: Path | None) -> Side:
    book = opening.rulebook_for(rules)
    _known_year(book, day.year)
    name = f"tahun anggaran {day.year}" if text == str(day.year) else long_date(day)
    return Side(name, Moment(book, day, day.year))


def _known_year(book: Rulebook, year: int) -> None:
    if not book.budget_years[0] <= year <= book.budget_years[-1]:
        raise Refused(opening.year_outside(book, year, NOWHERE))


def _books(first: Path, second: Path, year: int | None, rules: Path | None) -> tuple[Side, Side]:
    if rules:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="--rules dipakai bersama dua folder buku aturan",
                meaning="--from dan --to sudah menyebut buku aturannya",
                example=f"regpol diff --from {first} --to {second} --year 2025",
            )
        )
    problems: list[Problem] = [
        NoSide(place=NOWHERE, option=option, given=str(folder), trouble="folder ini tidak memuat peraturan/*.yaml")
        for option, folder in (("--from", first), ("--to", second))
        if not any((folder / "peraturan").glob("*.yaml"))
    ]
    if problems:
        raise Refused(*problems)
    made = []
    for folder in (first, second):
        book = opening.rulebook_for(folder)
        known = [it for it in book.budget_years if core_regulation(book, Core.BUDGET_GUIDELINE, it)]
        asked = year or max(known, default=book.budget_years[-1])
        made.append((folder, book, asked))
    shared = year or min(asked for _, _, asked in made)
    for _, book, _ in made:
        _known_year(book, shared)
    day = date(shared, 12, 31)
    one, two = (Side(f"buku aturan {folder} ({book.hash[:12]})", Moment(book, day, shared)) for folder, book, _ in made)
    return one, two


def queries(side: Side, region: str, categories: Sequence[str]) -> tuple[Query, ...]:
    """A query on the day of a side for each category that exists in the region.

    Raises:
        Refused: for a name the rulebook lacks, or if none of the categories asked about exists there.
    """
    book, day = side.moment.rulebook, side.moment.day
    unknown = [name for name in categories if name not in book.leaves]
    if unknown:
        raise Refused(
            *(UnknownChoice(place=NOWHERE, what="kategori", given=name, known=book.leaves) for name in unknown)
        )
    made, _ = request.queries(book, categories or book.leaves, region=region, year=day.year, day=day.isoformat())
    return made
