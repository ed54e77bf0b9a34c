"""Pairs the rows of two registers one to one: the same NIK first, then name with birth date or unit.

The order of the rows never decides. What cannot be told apart is said to be so; whoever is left over
with another row of the same NIK is a repetition, not somebody who came or left.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from regpol.register.changes.persons import Person
from regpol.register.reconciliation.assignment import assign
from regpol.register.reconciliation.evidence import LIKE_AT_ALL, Comparison, Match
from regpol.register.reconciliation.holdings import Holding

_SURELY_ALIKE = 88
_VILLAGE_DOTS = 3


@dataclass
class Pairing:
    """Indexes into both lists: pairs, repetitions, those not told apart, and who took whose seat."""

    same: list[tuple[int, int]] = field(default_factory=list)
    replaced: list[tuple[int, int]] = field(default_factory=list)
    old_repeated: list[int] = field(default_factory=list)
    new_repeated: list[int] = field(default_factory=list)
    old_unclear: list[int] = field(default_factory=list)
    new_unclear: list[int] = field(default_factory=list)
    old_left: list[int] = field(default_factory=list)
    new_left: list[int] = field(default_factory=list)


def pair(old: Sequence[Person], new: Sequence[Person], on_date: date) -> Pairing:
    """Every row of both lists in exactly one place of the pairing."""
    made = Pairing()
    rest_old, rest_new = _by_nik(old, new, made)
    rest_old, rest_new = _by_name(old, new, rest_old, rest_new, made, on_date)
    _by_seat(old, new, rest_old, rest_new, made)
    return made


def _by_nik(old: Sequence[Person], new: Sequence[Person], made: Pairing) -> tuple[list[int], list[int]]:
    ours, theirs = _niks(old), _niks(new)
    for nik in ours.keys() & theirs.keys():
        left, right = ours[nik], theirs[nik]
        for one, other in _closest(old, new, left, right):
            made.same.append((one, other))
            left.remove(one)
            right.remove(other)
        made.old_repeated += left
        made.new_repeated += right
    shared = ours.keys() & theirs.keys()
    return (
        [at for at, one in enumerate(old) if one.entry.nik not in shared],
        [at for at, one in enumerate(new) if one.entry.nik not in shared],
    )


def _niks(people: Sequence[Person]) -> dict[str, list[int]]:
    found: dict[str, list[int]] = defaultdict(list)
    for at, one in enumerate(people):
        if one.entry.nik:
            found[one.entry.nik].append(at)
    return found


def _closest(
    old: Sequence[Person], new: Sequence[Person], left: Iterable[int], right: Iterable[int]
) -> list[tuple[int, int]]:
    """The rows of one NIK paired: the same unit and post first, the rest in the order of what they say."""
    ones = sorted(left, key=lambda at: old[at].entry.order)
    others = sorted(right, key=lambda at: new[at].entry.order)
    pairs = []
    for place in (_place_and_post, _post, lambda one: ()):
        for one in list(ones):
            fit = next((other for other in others if place(old[one]) == place(new[other])), None)
            if fit is not None:
                pairs.append((one, fit))
                ones.remove(one)
                others.remove(fit)
    return pairs


def _place_and_post(one: Person) -> tuple[object, ...]:
    return one.entry.unit, one.entry.post


def _post(one: Person) -> tuple[object, ...]:
    return (one.entry.post,)


def _by_name(
    old: Sequence[Person],
    new: Sequence[Person],
    rest_old: list[int],
    rest_new: list[int],
    made: Pairing,
    on_date: date,
) -> tuple[list[int], list[int]]:
    """What NIK does not tell, by the same assignment that pairs people with decrees."""
    found = assign([old[at].entry for at in rest_old], [Holding(new[at].entry) for at in rest_new], on_date)
    taken_old: set[int] = set()
    taken_new: set[int] = set()
    for at, one in sorted(found.pairs.items()):
        if _one_person(one.comparison):
            made.same.append((rest_old[at], rest_new[one.holding]))
            taken_old.add(rest_old[at])
            taken_new.add(rest_new[one.holding])
    made.old_unclear += [rest_old[at] for at in sorted(found.unclear_people)]
    made.new_unclear += [rest_new[at] for at in sorted(found.unclear_holdings)]
    taken_old.update(made.old_unclear)
    taken_new.update(made.new_unclear)
    return [at for at in rest_old if at not in taken_old], [at for at in rest_new if at not in taken_new]


def _one_person(found: Comparison) -> bool:
    """Whether two rows without a common NIK may be one person: alike in name, and born or numbered alike."""
    if found.born is Match.DIFFERENT and found.nik is not Match.NEAR:
        return False
    alike = found.nik is Match.NEAR or found.born is Match.SAME
    return found.name_likeness >= (LIKE_AT_ALL if alike else _SURELY_ALIKE)


def _by_seat(
    old: Sequence[Person], new: Sequence[Person], rest_old: list[int], rest_new: list[int], made: Pairing
) -> None:
    """Another person on a seat that only one can hold; a seat written twice in a list tells nothing."""
    ours, theirs = _seats(old, rest_old), _seats(new, rest_new)
    held = _seats(new, [at for _, at in made.same])
    for seat, left in ours.items():
        right = theirs.get(seat, [])
        if len(left) == 1 == len(right) and seat not in held:
            made.replaced.append((left[0], right[0]))
    gone, come = {one for one, _ in made.replaced}, {other for _, other in made.replaced}
    made.old_left += [at for at in rest_old if at not in gone]
    made.new_left += [at for at in rest_new if at not in come]


def _seats(people: Sequence[Person], indexes: Iterable[int]) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at in indexes:
        entry = people[at].entry
        if entry.post.seat and entry.unit.count(".") == _VILLAGE_DOTS:
            found[entry.unit, entry.post].append(at)
    return found
