"""A pinpoint into a regulation, typed, so that references can be checked and sorted.

The drafter's form is kept: ``UU 3/2024 Pasal 26 ayat (3) huruf c``. A pinpoint that nobody has
verified is never guessed; it prints as "letak belum diverifikasi".
"""

import re
from dataclasses import dataclass

UNVERIFIED = "belum diverifikasi"
_SHORT = re.compile(r"(?P<kind>[A-Za-z][A-Za-z .]*?) (?P<number>[\w./-]+?)/(?P<year>\d{4})")
_WITH_PINPOINT = re.compile(r"(?P<regulation>[A-Za-z][A-Za-z .]*? [\w./-]+/\d{4})(?: (?P<pinpoint>.+))?")


@dataclass(frozen=True)
class Citation:
    """A place in a regulation, by the regulation's short name and a pinpoint in the law's own words.

    ``amends`` names the regulation whose article this is, where ``regulation`` changes another one.
    """

    regulation: str
    pinpoint: str = ""
    amends: str = ""

    @property
    def where(self) -> str:
        """The place alone: 'Pasal 5 ayat (1)', 'letak belum diverifikasi', or ''."""
        return f"letak {UNVERIFIED}" if self.pinpoint == UNVERIFIED else self.pinpoint

    def __str__(self) -> str:
        where = f"{',' if self.pinpoint == UNVERIFIED else ''} {self.where}".rstrip()
        changed = f" (perubahan {self.amends})" if self.amends else ""
        return self.regulation + where + changed


def parse_citation(text: str) -> Citation | None:
    """Reads ``UU 3/2024 Pasal 26 ayat (3)``; None if no regulation is named.

    >>> parse_citation("UU 3/2024 Pasal 26 ayat (3) huruf c")
    Citation(regulation='UU 3/2024', pinpoint='Pasal 26 ayat (3) huruf c', amends='')
    """
    match = _WITH_PINPOINT.fullmatch(text)
    return Citation(match["regulation"], match["pinpoint"] or "") if match else None


def number_and_year(short_name: str) -> tuple[str, int] | None:
    """The number and year in a short name such as ``PP 44/2015``."""
    match = _SHORT.fullmatch(short_name)
    return (match["number"], int(match["year"])) if match else None
