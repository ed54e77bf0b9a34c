"""One NIK in several rows, seen across lists, and one NIK under two names.

That a NIK repeats within one list is told by cleaning; here that is only said where the names differ.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from regpol.register.quality.persons import List, Person, place_of, where
from regpol.register.reconciliation.names import Name, likeness
from regpol.terms.problems import Problem
from regpol.terms.problems.register_quality import NikInOtherList, NikOfOtherName, OtherCategoryElsewhere

_ANOTHER_NAME = 60
"""Less alike than this, in percent, and two names are not spellings of one."""


def repeated_nik(persons: Sequence[Person], lists: Sequence[List]) -> Iterator[tuple[Person, Problem]]:
    """Each later row of a NIK with what it shows."""
    rows: dict[str, list[Person]] = defaultdict(list)
    for person in persons:
        if person.nik:
            rows[person.nik].append(person)
    for same in rows.values():
        for at, person in enumerate(same[1:], 1):
            told = _told(person, same[:at], lists)
            if told:
                yield person, told


def _told(person: Person, earlier: Sequence[Person], lists: Sequence[List]) -> Problem | None:
    stranger = next((one for one in earlier if person.nik_sure and differ(person.name, one.name)), None)
    place = place_of(person, lists, "nik")
    if stranger:
        return NikOfOtherName(place=place, first=where(stranger, lists, person))
    elsewhere = [one for one in earlier if one.table != person.table]
    if not elsewhere:
        return None
    alike = [one for one in elsewhere if one.category == person.category or not one.category or not person.category]
    if alike:
        return NikInOtherList(place=place, first=where(alike[0], lists, person))
    return OtherCategoryElsewhere(place=place, first=where(elsewhere[0], lists, person))


def differ(one: Name, other: Name) -> bool:
    """Whether two names are those of two people; initials prove nothing."""
    if not one.loose or not other.loose or one.initialled or other.initialled:
        return False
    return likeness(one, other) < _ANOTHER_NAME
