"""What a new project is told, by option or by answer, each thing held against what is known."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from regpol.law.model import Rulebook
from regpol.project.region import Region, find
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import UnknownChoice

_ACTING = re.compile(r"(Pjs|Pj|Plt|Plh)\.?\s+(?=\S)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Listed:
    """What a list of workers holds: its categories in the order of the rulebook, and how its rows fare."""

    categories: tuple[str, ...]
    read: int
    rejected: int


@dataclass(frozen=True, slots=True)
class Told:
    """What was told; None is what nobody told."""

    region: str | None = None
    year: int | None = None
    register: Path | None = None
    about: str | None = None
    head: str | None = None
    secretary: str | None = None
    office: str | None = None
    office_head: str | None = None
    categories: tuple[str, ...] = ()
    listed: Listed | None = None
    """Of ``register``, if it was read already."""
    mapping: Path | None = None
    """How the columns of ``register`` are to be read."""
    room: Path | None = None
    """Where a mapping that is asked for is kept until the project is written."""
    review: bool = False
    """Whether each choice that the law leaves open is asked."""


def find_region(typed: str) -> Region:
    """The region of a code, or of a name that only one region with a budget of its own bears.

    Raises:
        Refused: if there is none or more than one, or a region below a city or regency was meant.
    """
    named = _named(typed)
    if len(named) > 1:
        known = tuple(f"{one.code} {one.name}" for one in named)
        raise Refused(UnknownChoice(place=NOWHERE, what="lebih dari satu daerah bernama", given=typed, known=known))
    found = named[0] if named else find(typed)
    if found.level > 2 or not found.autonomous:
        known = tuple(f"{code} {find(code).name}" for code in found.parents) or (found.name,)
        raise Refused(UnknownChoice(place=NOWHERE, what="daerah dengan anggaran sendiri", given=typed, known=known))
    return found


def _named(typed: str) -> tuple[Region, ...]:
    """The regions of a full name; if none, those whose name without its kind is this."""
    from regpol.project.region_table import upper_names

    wanted = " ".join(typed.casefold().split())
    upper = [find(code) for code, name in upper_names().items() if code.count(".") < 2 and wanted in name.casefold()]
    whole = tuple(one for one in upper if one.name.casefold() == wanted)
    return whole or tuple(one for one in upper if one.autonomous and one.short_name.casefold() == wanted)


def list_of(register: Path, region: Region, year: int, mapping: Path | None = None) -> Listed:
    """What a list of workers holds.

    Raises:
        Refused: if it cannot be read.
    """
    from regpol.commands.register.work import Desk

    desk = Desk(register, region=region.code, year=year, mapping=mapping)
    rows = desk.register.connection.execute("SELECT DISTINCT kategori FROM people").fetchall()
    found = {code for (code,) in rows if code}
    counts = desk.register.counts
    return Listed(tuple(code for code in desk.book.leaves if code in found), counts.read, counts.rejected)


def categories_named(book: Rulebook, typed: str) -> tuple[str, ...]:
    """The categories of a line of codes or names, parted by commas.

    Raises:
        Refused: with every one that is not known.
    """
    by_name = {book.categories[code].name.casefold(): code for code in book.leaves}
    found = [by_name.get(word.casefold(), word.casefold().replace(" ", "_")) for word in _words(typed)]
    unknown = [code for code in found if code not in book.leaves]
    if unknown:
        raise Refused(
            *(UnknownChoice(place=NOWHERE, what="kategori", given=code, known=book.leaves) for code in unknown)
        )
    return tuple(found)


def _words(typed: str) -> Sequence[str]:
    return [word.strip() for word in typed.split(",") if word.strip()]


def official(typed: str | None) -> tuple[str, str]:
    """A name and the status it was typed with; the status is empty for who holds the office.

    >>> official("plt. Siti Aminah")
    ('Siti Aminah', 'Plt.')
    """
    acting = _ACTING.match(typed or "")
    if not acting:
        return typed or "", ""
    return acting.string[acting.end() :], f"{acting[1].capitalize()}."
