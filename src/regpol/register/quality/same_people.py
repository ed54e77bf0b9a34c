"""One person under two NIK: the same name, birth day and unit, or nearly so.

Nothing is compared with everything: rows meet only under a birth day and unit, a birth day and name, a
name and unit, or a unit and initials in common. Where such a group is large, as under a birth day that
was typed for everybody, it is divided by the beginnings of the names, and what is still larger is left
out and said. Each row is told against the first it resembles.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from itertools import combinations

from regpol.register.quality.persons import List, Person, place_of, where
from regpol.register.reconciliation.names import hopeful, likeness
from regpol.terms.problems import Problem
from regpol.terms.problems.register_quality import SamePerson, SimilarPerson

_ALIKE = 80
"""Names as alike as this, in percent, are worth asking about where birth day and unit are the same."""
_MOST_TOGETHER = 60
_MOST_AT_ALL = 400
_BEGINNING = 3
_NEAR = 2
_LEAST_NAME = 3

_Told = dict[int, tuple[Person, Problem]]
_Group = Callable[[Person], Hashable | None]


class SamePeople:
    """Looks for one person in two rows."""

    def __init__(self, persons: Sequence[Person], lists: Sequence[List]) -> None:
        self._persons = persons
        self._lists = lists
        self._left_out: set[int] = set()

    @property
    def left_out(self) -> int:
        """How many rows were not compared by name with all others of their group."""
        return len(self._left_out)

    def told(self) -> Iterator[tuple[Person, Problem]]:
        """Each row that resembles an earlier one: what is the same beyond doubt first, then what is alike."""
        exact = self._exact()
        yield from exact.values()
        alike: _Told = {}
        for group, compare in (
            (_by_birth_and_unit, _alike_names),
            (_by_birth_and_name, _another_unit),
            (_by_unit_and_name, _slip_of_a_digit),
            (_by_unit_and_initials, _slip_and_spelling),
        ):
            for first, second, why in self._pairs(group, compare):
                if second not in exact and second not in alike:
                    alike[second] = self._similar(first, second, why)
        yield from alike.values()

    def _exact(self) -> _Told:
        found: _Told = {}
        for same in self._groups(_by_all):
            for later in same[1:]:
                person = self._persons[later]
                other = next((self._persons[at] for at in same if at < later and self._differ(at, later)), None)
                if other:
                    how = "berbeda" if other.nik and person.nik else "hanya ada pada salah satunya"
                    how = how if other.nik or person.nik else "tidak ada pada keduanya"
                    first = where(other, self._lists, person)
                    place = place_of(person, self._lists, "nik")
                    found[later] = (person, SamePerson(place=place, first=first, how=how))
        return found

    def _differ(self, one: int, other: int) -> bool:
        """Whether two rows do not simply have the same NIK, which is told elsewhere."""
        return not self._persons[one].nik or self._persons[one].nik != self._persons[other].nik

    def _similar(self, first: int, second: int, why: str) -> tuple[Person, Problem]:
        person = self._persons[second]
        place = place_of(person, self._lists, "nama")
        return person, SimilarPerson(place=place, first=where(self._persons[first], self._lists, person), why=why)

    def _groups(self, group: _Group) -> Iterator[list[int]]:
        groups: dict[Hashable, list[int]] = defaultdict(list)
        for at, person in enumerate(self._persons):
            key = group(person) if person.born or person.placed else None
            if key is not None:
                groups[key].append(at)
        return (same for same in groups.values() if len(same) > 1)

    def _pairs(self, group: _Group, compare: Callable[[Person, Person], str]) -> Iterator[tuple[int, int, str]]:
        for same in self._groups(group):
            for together in self._divided(same):
                for one, other in combinations(together, 2):
                    if self._differ(one, other):
                        why = compare(self._persons[one], self._persons[other])
                        if why:
                            yield one, other, why

    def _divided(self, same: list[int]) -> Iterator[list[int]]:
        """A large group by the beginnings of the words of the names."""
        if len(same) <= _MOST_TOGETHER:
            yield same
            return
        beginnings: dict[str, list[int]] = defaultdict(list)
        for at in same:
            for word in {word[:_BEGINNING] for word in self._persons[at].name.words}:
                beginnings[word].append(at)
        for together in beginnings.values():
            if len(together) <= _MOST_AT_ALL:
                yield together
            else:
                self._left_out.update(together)


def _by_all(person: Person) -> Hashable | None:
    named = len(person.name.strict) > _LEAST_NAME
    return (person.name.strict, person.born, person.unit) if named and person.born and person.placed else None


def _by_birth_and_unit(person: Person) -> Hashable | None:
    return (person.born, person.unit) if person.born and person.placed and person.name.loose else None


def _by_birth_and_name(person: Person) -> Hashable | None:
    # a single name and a birth day are shared by strangers in any large town
    return (person.born, person.name.loose) if person.born and len(person.name.words) > 1 else None


def _by_unit_and_name(person: Person) -> Hashable | None:
    return (person.unit, person.name.loose) if person.placed and person.name.loose else None


def _by_unit_and_initials(person: Person) -> Hashable | None:
    words = person.name.words
    return (person.unit, frozenset(word[0] for word in words)) if person.placed and len(words) > 1 else None


def _alike_names(one: Person, other: Person) -> str:
    if one.name.strict == other.name.strict or not hopeful(one.name, other.name):
        return ""
    alike = likeness(one.name, other.name)
    return "tanggal lahir dan unit sama, nama hampir sama" if alike >= _ALIKE else ""


def _another_unit(one: Person, other: Person) -> str:
    return "nama dan tanggal lahir sama, unit berbeda" if one.unit != other.unit else ""


def _slip_of_a_digit(one: Person, other: Person) -> str:
    if one.born == other.born:
        return ""
    if (
        one.born
        and other.born
        and (one.born.year, one.born.month, one.born.day)
        == (
            other.born.year,
            other.born.day,
            other.born.month,
        )
    ):
        return "nama dan unit sama; hari dan bulan lahir tertukar"
    return "nama dan unit sama, NIK hampir sama" if near(one.nik, other.nik) else ""


def _slip_and_spelling(one: Person, other: Person) -> str:
    if one.born == other.born or one.name.loose == other.name.loose or not near(one.nik, other.nik):
        return ""
    return "unit sama, nama dan NIK hampir sama" if likeness(one.name, other.name) >= _ALIKE else ""


def near(one: str, other: str) -> bool:
    """Whether two NIK differ by a slip: at most two digits, two that changed places included.

    >>> near("5271010101700012", "5271010101700021"), near("5271010101700012", "5271010203800045")
    (True, False)
    """
    if not one or not other:
        return False
    return sum(a != b for a, b in zip(one, other, strict=True)) <= _NEAR
