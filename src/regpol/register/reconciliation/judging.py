"""Says of every row what it is and why, from the pairs and the terms of the decrees."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from regpol.register.reconciliation.assignment import Assignment, assign
from regpol.register.reconciliation.candidates import Pair
from regpol.register.reconciliation.classes import (
    DECREE_ACTION,
    MEANING,
    NOT_THE_MEMBERSHIP,
    DecreeClass,
    Ground,
    PersonClass,
)
from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.holdings import Holding, Term, holdings_of, term_on
from regpol.register.reconciliation.outcome import DecreeVerdict, PersonVerdict
from regpol.register.reconciliation.reasons import Finding, differences, listed, pair_reason, row_of, units_differ

_ORDER = tuple(PersonClass)


@dataclass(frozen=True)
class Judge:
    """Both lists on a day."""

    people: Sequence[Entry]
    decrees: Sequence[Entry]
    day: date

    @cached_property
    def holdings(self) -> tuple[Holding, ...]:
        """What people hold."""
        return holdings_of(self.decrees, self.day)

    @cached_property
    def assignment(self) -> Assignment:
        """Who holds it."""
        return assign(self.people, self.holdings, self.day)

    def of_people(self) -> tuple[PersonVerdict, ...]:
        """A verdict for each row of the register."""
        return tuple(self._person(at) for at in range(len(self.people)))

    def _person(self, at: int) -> PersonVerdict:
        entry, assignment = self.people[at], self.assignment
        if at in assignment.pairs:
            return self._paired(entry, assignment.pairs[at])
        if at in assignment.unclear_people:
            rivals = [self.holdings[one].current for one in assignment.unclear_people[at]]
            others = len({*assignment.unclear_holdings[assignment.unclear_people[at][0]]})
            reason = (
                f"{listed(rivals)} sama kuatnya untuk {others} baris register; NIK dan tanggal lahir tidak membedakan"
            )
            return _verdict(entry, PersonClass.NOT_TOLD_APART, reason)
        first = self._first_rows.get(at)
        if first is not None:
            reason = f"NIK dan jabatan yang sama sudah ada di {row_of(self.people[first])}"
            return _verdict(entry, PersonClass.REPEATED, reason, cells=(("nik", "baris ganda"),))
        return self._without_decree(at)

    def _without_decree(self, at: int) -> PersonVerdict:
        near = self.assignment.near.get(at)
        reason = "Tidak ada SK yang cukup cocok dengan baris ini"
        if near:
            told = pair_reason(near.comparison)
            reason += f"; yang paling mirip {row_of(self.holdings[near.holding].current, 'SK')} ({told})"
        return _verdict(self.people[at], PersonClass.NO_DECREE, reason, cells=(("nama", "tanpa SK"),))

    @cached_property
    def _first_rows(self) -> Mapping[int, int]:
        """Rows without a pair that repeat another row of the same NIK and post, with that row."""
        groups: dict[tuple[str, str], list[int]] = defaultdict(list)
        for at, entry in enumerate(self.people):
            if entry.nik:
                groups[entry.nik, entry.post.kind].append(at)
        first: dict[int, int] = {}
        for members in groups.values():
            members.sort(key=lambda at: (at not in self.assignment.pairs, self.people[at].order))
            first |= {at: members[0] for at in members[1:] if at not in self.assignment.pairs}
        return first

    def _paired(self, entry: Entry, pair: Pair) -> PersonVerdict:
        holding = self.holdings[pair.holding]
        findings = [*self._of_term(entry, holding, pair.holding), *differences(entry, holding.current)]
        findings.sort(key=lambda one: _ORDER.index(one.klass))
        klass = findings[0].klass if findings else PersonClass.MATCHED
        reason = f"Dipasangkan dengan {row_of(holding.current, 'SK')}: {pair_reason(pair.comparison)}"
        told = "; ".join(one.told for one in findings)
        told = told[:1].upper() + told[1:]
        ground = _ground(findings)
        return _verdict(
            entry,
            klass,
            f"{reason}. {told}" if told else reason,
            ground=ground,
            found=tuple(dict.fromkeys(one.klass for one in findings)),
            decree=holding.current,
            cells=tuple((one.column, one.told) for one in findings),
        )

    def _of_term(self, entry: Entry, holding: Holding, at: int) -> list[Finding]:
        current, found = holding.current, []
        newer = self._seat_passed_on(at)
        if newer:
            told = f"jabatan yang sama sudah diisi orang lain dengan SK yang lebih baru ({row_of(newer, 'SK')})"
            found.append(Finding(PersonClass.REPLACED, "nomor_sk", told, Ground.MISSING))
        term = term_on(current, self.day)
        cited = [one for one in holding.older if entry.decree_key and one.decree_key == entry.decree_key]
        if term is Term.OVER:
            found.append(Finding(PersonClass.OVER, "sk_sampai", "masa SK sudah berakhir", Ground.MISSING))
        elif term is Term.AHEAD:
            found.append(Finding(PersonClass.AHEAD, "tanggal_sk", "SK belum mulai berlaku", Ground.MISSING))
        elif term is Term.UNCLEAR:
            told = "awal atau akhir masa SK tidak diketahui"
            found.append(Finding(PersonClass.UNCLEAR_TERM, "sk_sampai", told, Ground.TO_SETTLE))
        if cited and entry.decree_key != current.decree_key and term is not Term.OVER:
            told = f"register masih menyebut SK lama ({row_of(cited[0], 'SK')})"
            found.append(Finding(PersonClass.REPLACED, "nomor_sk", told, Ground.PRESENT))
        return found

    def _seat_passed_on(self, at: int) -> Entry | None:
        """The newer decree that gives the seat of this holding to somebody else, begun by now."""
        mine = self.holdings[at].current
        latest = self._seats.get((mine.unit, mine.post))
        if latest is None or latest == at or not self._in_its_unit(at):
            return None
        other = self.holdings[latest].current
        newer = mine.since and other.since and other.since.earliest > mine.since.latest
        return other if newer and other.name.loose != mine.name.loose else None

    @cached_property
    def _seats(self) -> Mapping[tuple[str, object], int]:
        """For each seat of a unit the holding that began last; seats that one decree gives twice are none."""
        days: dict[tuple[str, object], list[tuple[date, int]]] = defaultdict(list)
        for at, holding in enumerate(self.holdings):
            one = holding.current
            begun = one.since and one.since.latest <= self.day
            if one.post.seat and one.unit and one.since and begun and self._in_its_unit(at):
                days[one.unit, one.post].append((one.since.latest, at))
        single = {seat: held for seat, held in days.items() if max(Counter(since for since, _ in held).values()) == 1}
        return {seat: max(held)[1] for seat, held in single.items()}

    def _in_its_unit(self, at: int) -> bool:
        """Whether nobody says that the holder sits elsewhere; a decree of a wrong unit passes no seat on."""
        person = self._holders.get(at)
        return person is None or not units_differ(person, self.holdings[at].current)

    @cached_property
    def _holders(self) -> Mapping[int, Entry]:
        return {pair.holding: self.people[at] for at, pair in self.assignment.pairs.items()}

    def of_decrees(self) -> tuple[DecreeVerdict, ...]:
        """A verdict for each row of the list of decrees."""
        found: dict[int, DecreeVerdict] = {}
        for at, holding in enumerate(self.holdings):
            person = self._holders.get(at)
            for one in holding.decrees:
                found[id(one)] = self._decree(one, holding, at, person)
        return tuple(found[id(entry)] for entry in self.decrees)

    def _decree(self, one: Entry, holding: Holding, at: int, person: Entry | None) -> DecreeVerdict:
        klass, reason = self._decree_class(one, holding, at, person)
        action, who = DECREE_ACTION[klass]
        return DecreeVerdict(one, klass, reason, action, who, person)

    def _decree_class(self, one: Entry, holding: Holding, at: int, person: Entry | None) -> tuple[DecreeClass, str]:
        current = row_of(holding.current, "SK")
        if any(one is other for other in holding.repeats):
            return DecreeClass.REPEATED, f"Isinya sama dengan {current}"
        if any(one is other for other in holding.older):
            return DecreeClass.SUPERSEDED, f"Orang dan jabatan yang sama punya SK yang lebih baru: {current}"
        if any(one is other for other in holding.later):
            return DecreeClass.AHEAD, f"Orang yang sama; sebelum itu berlaku {current}"
        if at in self.assignment.unclear_holdings:
            rows = [self.people[row] for row in self.assignment.unclear_holdings[at]]
            return DecreeClass.NOT_TOLD_APART, f"Sama kuatnya untuk {listed(rows, 'register')}"
        if person:
            return DecreeClass.USED, f"Dipasangkan dengan {row_of(person)}"
        return DecreeClass.NO_PERSON, "Tidak ada orang di register yang cukup cocok dengan SK ini"


def _ground(findings: Sequence[Finding]) -> Ground:
    grounds = {one.ground for one in findings}
    return next((one for one in (Ground.MISSING, Ground.TO_SETTLE) if one in grounds), Ground.PRESENT)


def _verdict(
    entry: Entry,
    klass: PersonClass,
    reason: str,
    *,
    ground: Ground | None = None,
    found: tuple[PersonClass, ...] = (),
    decree: Entry | None = None,
    cells: tuple[tuple[str, str], ...] = (),
) -> PersonVerdict:
    meaning = MEANING[klass]
    ground = ground or meaning.ground
    text = reason if reason.endswith(".") else f"{reason}."
    if ground is Ground.MISSING:
        text += f" {NOT_THE_MEMBERSHIP}"
    return PersonVerdict(entry, klass, ground, found or (klass,), text, meaning.action, meaning.who, decree, cells)
