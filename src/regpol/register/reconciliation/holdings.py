"""The decrees of one person in one post put together, and which of them counts on a day."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from regpol.register.reconciliation.entries import Entry
from regpol.terms.dates import EARLIEST


class Term(StrEnum):
    """Where a day lies in the term of a decree."""

    RUNNING = "berlaku"
    OVER = "habis"
    AHEAD = "belum mulai"
    UNCLEAR = "tidak jelas"


def term_on(entry: Entry, day: date) -> Term:
    """Whether the decree of a row is in force on a day; without its last day nobody can say so."""
    since, until = entry.since, entry.until
    if since and until and since.earliest > until.latest:
        return Term.UNCLEAR
    if until and until.latest < day:
        return Term.OVER
    if since and since.earliest > day:
        return Term.AHEAD
    if until and until.earliest >= day and (not since or since.latest <= day):
        return Term.RUNNING
    return Term.UNCLEAR


@dataclass(frozen=True, slots=True, repr=False)
class Holding:
    """What one person holds by decree: the decree that counts, and the others of the same post."""

    current: Entry
    older: tuple[Entry, ...] = ()
    later: tuple[Entry, ...] = ()
    repeats: tuple[Entry, ...] = ()

    @property
    def decrees(self) -> tuple[Entry, ...]:
        """All of them, the one that counts first."""
        return (self.current, *self.older, *self.later, *self.repeats)


def holdings_of(decrees: Iterable[Entry], day: date) -> tuple[Holding, ...]:
    """The decrees by person and post, in an order that does not depend on the rows."""
    ordered = sorted(decrees, key=lambda entry: entry.order)
    group = list(range(len(ordered)))

    def root(at: int) -> int:
        while group[at] != at:
            group[at] = group[group[at]]
            at = group[at]
        return at

    for members in _same_person(ordered):
        for one in members[1:]:
            group[root(one)] = root(members[0])
    together: dict[int, list[Entry]] = defaultdict(list)
    for at, entry in enumerate(ordered):
        together[root(at)].append(entry)
    return tuple(_holding(members, day) for members in together.values())


def _same_person(ordered: list[Entry]) -> Iterable[list[int]]:
    """Rows that are about one person in one post: by NIK, or else by name, unit and post."""
    by_nik: dict[tuple[object, ...], list[int]] = defaultdict(list)
    by_name: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for at, entry in enumerate(ordered):
        if entry.nik:
            by_nik[entry.nik, entry.post.kind].append(at)
        by_name[entry.name.strict, entry.unit, entry.post].append(at)
    yield from by_nik.values()
    for members in by_name.values():
        entries = [ordered[at] for at in members]
        starts = {_start(entry) for entry in entries}
        births = {entry.born for entry in entries if entry.born}
        one_nik = len({entry.nik for entry in entries if entry.nik}) < 2
        # two decrees of one day are two persons of one name, until a NIK says otherwise
        if len(members) > 1 and one_nik and len(births) < 2 and len(starts) == len(members):
            yield members


def _start(entry: Entry) -> date:
    return entry.since.earliest if entry.since else EARLIEST


def _holding(members: list[Entry], day: date) -> Holding:
    ahead = [entry for entry in members if term_on(entry, day) is Term.AHEAD]
    begun = [entry for entry in members if entry not in ahead]
    by_start = sorted(begun, key=lambda entry: (_start(entry), entry.order), reverse=True)
    if not by_start:
        by_start = sorted(ahead, key=lambda entry: (_start(entry), entry.order))
        ahead = []
    current, rest = by_start[0], by_start[1:]
    same = {id(entry) for entry in rest if _says_the_same(entry, current)}
    older = tuple(entry for entry in rest if id(entry) not in same and _start(entry) <= _start(current))
    later = tuple(entry for entry in rest if id(entry) not in same and _start(entry) > _start(current))
    return Holding(current, older, (*later, *ahead), tuple(entry for entry in rest if id(entry) in same))


def _says_the_same(one: Entry, other: Entry) -> bool:
    return (one.decree_key, one.since, one.until) == (other.decree_key, other.since, other.until)
