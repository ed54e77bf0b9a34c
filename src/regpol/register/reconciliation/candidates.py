"""Which rows are worth comparing, so that nothing is compared with everything.

A row is looked for under what would pair it by itself (the same NIK, name, birth day or seat), and
under weaker keys (one unit and a word or the initials in common). Those found under weak keys alone
are compared only if their names are alike enough to matter; that check is one intersection of sets.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.evidence import WORTH_A_HINT, Comparison, best
from regpol.register.reconciliation.holdings import Holding
from regpol.register.reconciliation.names import hopeful

_MANY = 3
_MOST_ON_A_SEAT = 20
"""More than this in one unit means that the number does not tell a seat."""
_VILLAGE_DOTS = 3
_Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """A candidate: index of a row, index of a holding, how they compare."""

    person: int
    holding: int
    comparison: Comparison
    points: int


def find_candidates(people: Sequence[Entry], holdings: Sequence[Holding]) -> list[Pair]:
    """Every pair that may be taken or is worth a hint."""
    numbers = Counter(one.decree_key for holding in holdings for one in holding.decrees)
    shared = frozenset(number for number, count in numbers.items() if count > _MANY)
    strong = {
        key: found
        for key, found in _index(holdings, _strong).items()
        if key[0] != "seat" or len(found) <= _MOST_ON_A_SEAT
    }
    weak = _index(holdings, lambda entry: _weak(entry, decree=True))
    found = []
    for at, person in enumerate(people):
        sure = {other for key in _strong(person) for other in strong.get(key, ())}
        perhaps = {other for key in _weak(person, decree=False) for other in weak.get(key, ())} - sure
        sure.update(other for other in perhaps if _hopeful(person, holdings[other]))
        for other in sure:
            comparison = best(person, holdings[other], shared)
            points = comparison.points
            if points >= WORTH_A_HINT or comparison.enough:
                found.append(Pair(at, other, comparison, points))
    return found


def _hopeful(person: Entry, holding: Holding) -> bool:
    return any(hopeful(person.name, one.name) for one in holding.decrees)


def _index(holdings: Sequence[Holding], keys: Callable[[Entry], Iterator[_Key]]) -> dict[_Key, list[int]]:
    blocks: dict[_Key, list[int]] = defaultdict(list)
    for at, holding in enumerate(holdings):
        for key in {key for entry in holding.decrees for key in keys(entry)}:
            blocks[key].append(at)
    return blocks


def _strong(entry: Entry) -> Iterator[_Key]:
    if entry.nik:
        yield "nik", entry.nik
    if entry.name.loose:
        yield "name", entry.name.loose
    if entry.born:
        yield "born", entry.born
    if _placed(entry) and entry.post.seat:
        yield "seat", entry.unit, entry.post.kind, entry.post.numbers[0]


def _weak(entry: Entry, *, decree: bool) -> Iterator[_Key]:
    parts = entry.name.words
    placed = _placed(entry)
    if placed:
        yield from (("word", entry.unit, part) for part in parts if len(part) > 1)
        yield "initials", entry.unit, frozenset(part[0] for part in parts)
    # a decree is found from anywhere; one of no known kelurahan is also found from every kelurahan
    pools = (("any", True), ("nowhere", not placed)) if decree else (("any", not placed), ("nowhere", True))
    two = [(part, beside[0]) for part in parts for beside in parts if part is not beside]
    yield from ((pool, *key) for pool, used in pools if used for key in two)


def _placed(entry: Entry) -> bool:
    return entry.unit.count(".") == _VILLAGE_DOTS
