"""What speaks for and against two rows being about one person, as points that add up.

The points rank candidates and draw one line below which nobody is paired; they are policy of this
program, stated here in one place. The reasons shown to people are the comparisons, never the points.
"""

from dataclasses import dataclass
from enum import Enum

from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.holdings import Holding
from regpol.register.reconciliation.names import likeness

ENOUGH = 55
WORTH_A_HINT = 38
CLOSE = 4
"""Two candidates for a name that is not quite the same, nearer than this, are not told apart."""

LIKE_AT_ALL = 58
_HALF_ALIKE = 40
_MOST_FOR_A_NAME = 40


class Match(Enum):
    """How one thing in two rows compares."""

    SAME = "sama"
    NEAR = "hampir sama"
    DIFFERENT = "berbeda"
    UNKNOWN = "tidak dapat dibandingkan"


_POINTS = {
    "nik": {Match.SAME: 100, Match.NEAR: 35, Match.DIFFERENT: -40},
    "born": {Match.SAME: 25, Match.NEAR: 8, Match.DIFFERENT: -15},
    "unit": {Match.SAME: 20, Match.DIFFERENT: -10},
    "post": {Match.SAME: 30, Match.NEAR: 5, Match.DIFFERENT: -10},
    "decree": {Match.SAME: 25, Match.NEAR: 5},
}
_HALF_ALIKE_NAME, _UNLIKE_NAME = -10, -30


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two rows compared thing by thing. ``name_likeness`` is in percent."""

    nik: Match
    name: Match
    name_likeness: int
    born: Match
    unit: Match
    post: Match
    decree: Match

    @property
    def points(self) -> int:
        """The sum over everything that could be compared."""
        total = self.name_likeness * _MOST_FOR_A_NAME // 100
        if self.name_likeness < LIKE_AT_ALL:
            total = _HALF_ALIKE_NAME if self.name_likeness >= _HALF_ALIKE else _UNLIKE_NAME
        for thing, points in _POINTS.items():
            total += points.get(getattr(self, thing), 0)
        return total

    @property
    def sure(self) -> bool:
        """Whether the pair rests on something written alike, not on likeness."""
        return self.nik is Match.SAME or self.name_likeness == 100

    @property
    def enough(self) -> bool:
        """Whether the two may be paired; the same NIK alone is enough."""
        return self.nik is Match.SAME or self.points >= ENOUGH


def compare(person: Entry, decree: Entry, shared_decrees: frozenset[tuple[str, ...]]) -> Comparison:
    """A row of the register against a decree. A number in ``shared_decrees`` appoints many and tells little."""
    nik = _niks(person, decree)
    like = likeness(person.name, decree.name)
    number = person.decree_key and person.decree_key == decree.decree_key
    return Comparison(
        nik=nik,
        name=Match.SAME if person.name.strict == decree.name.strict else Match.DIFFERENT,
        name_likeness=like,
        born=_births(person, decree, nik),
        unit=_units(person.unit, decree.unit),
        post=_posts(person, decree),
        decree=(Match.NEAR if decree.decree_key in shared_decrees else Match.SAME) if number else Match.UNKNOWN,
    )


def best(person: Entry, holding: Holding, shared: frozenset[tuple[str, ...]]) -> Comparison:
    """The strongest comparison with any decree of a person: a move or a new name shows in one of them."""
    found = compare(person, holding.current, shared)
    for other in (*holding.older, *holding.later):
        found = max(found, compare(person, other, shared), key=lambda one: one.points)
    return found


def _niks(person: Entry, decree: Entry) -> Match:
    one, other = person.nik, decree.nik
    if not one or not other:
        return Match.UNKNOWN
    if one == other:
        return Match.SAME
    differing = [at for at in range(16) if one[at] != other[at]]
    swapped = (
        len(differing) == 2 and one[differing[0]] == other[differing[1]] and one[differing[1]] == other[differing[0]]
    )
    if len(differing) == 1 or swapped or (len(differing) == 2 and one[:12] == other[:12]):
        return Match.NEAR
    # the same birth date inside: two people of one day, or one person with a wrong serial
    return Match.UNKNOWN if one[6:12] == other[6:12] else Match.DIFFERENT


def _births(person: Entry, decree: Entry, nik: Match) -> Match:
    one, other = person.born, decree.born
    if not one or not other:
        return Match.UNKNOWN
    if one == other:
        return Match.SAME
    if (one.day, one.month, one.year) == (other.month, other.day, other.year):
        return Match.NEAR
    if (one.year == other.year) + (one.month == other.month) + (one.day == other.day) == 2:
        return Match.NEAR
    # a date taken from a NIK that differs repeats what the NIK said already
    taken = not (person.born_written and decree.born_written)
    return Match.UNKNOWN if taken and nik in {Match.DIFFERENT, Match.NEAR} else Match.DIFFERENT


def _units(one: str, other: str) -> Match:
    if not one or not other:
        return Match.UNKNOWN
    if one == other or one.startswith(f"{other}.") or other.startswith(f"{one}."):
        return Match.SAME
    return Match.DIFFERENT


def _posts(person: Entry, decree: Entry) -> Match:
    one, other = person.post, decree.post
    if not one.known or not other.known:
        return Match.UNKNOWN
    if not one.same_as(other):
        # the same kind of post with another number speaks neither way
        return Match.UNKNOWN if one.kind == other.kind else Match.DIFFERENT
    # the third RT of one kelurahan says nothing of the third RT of another
    unit = _units(person.unit, decree.unit)
    cited = bool(person.decree_key) and person.decree_key == decree.decree_key
    here = unit is Match.SAME or (unit is Match.UNKNOWN and cited)
    return Match.SAME if one.numbers and other.numbers and here else Match.NEAR
