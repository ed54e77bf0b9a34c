"""Which regulations are known to have been amended, and by what: the rulebook as the check of legal bases sees it.

Only what the rulebook knows is said: a regulation it does not hold, or whose amendments nobody entered, is not
judged, and an amendment younger than the paper is none for it.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from regpol.law.model.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Amendment:
    """One regulation that amends another, both as Mengingat names them: 'Undang-Undang Nomor 6 Tahun 2014'."""

    amended: str
    amending: str
    year: int
    number: int

    @property
    def order(self) -> tuple[int, int]:
        """Later amendments come later; of one kind the higher number is the later."""
        return self.year, self.number


def amendments(rulebook: "Rulebook", on: date) -> tuple[Amendment, ...]:
    """Every amendment in force on a day, the oldest first."""
    found = []
    for regulation in rulebook.regulations.values():
        numbered = regulation.number.isdecimal() and regulation.year.isdecimal()
        if not numbered or regulation.validity.since.earliest > on:
            continue
        for name in regulation.amends:
            if amended := rulebook.regulations.get(name):
                one, other = (_title(rulebook, it.kind, it.number, it.year) for it in (amended, regulation))
                found.append(Amendment(one, other, int(regulation.year), int(regulation.number)))
    return tuple(sorted(found, key=lambda it: (it.amended, it.order)))


def _title(rulebook: "Rulebook", kind: str, number: str, year: str) -> str:
    return f"{rulebook.ladder.names[kind]} Nomor {number} Tahun {year}"


def names(title: str, text: str) -> int:
    """How many letters of a legal basis name this regulation at its beginning; 0 if it is another.

    >>> names("Undang-Undang Nomor 6 Tahun 2014", "Undang-Undang Nomor 6 Tahun 2014 tentang Desa;")
    32
    """
    kind, _, numbered = title.partition(" Nomor ")
    form = rf"{re.escape(kind)}(?: Republik Indonesia)? Nomor {re.escape(numbered)}\b"
    found = re.match(form, text, re.IGNORECASE)
    return found.end() if found else 0
