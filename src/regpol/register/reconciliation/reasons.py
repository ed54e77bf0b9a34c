"""Why rows were paired and where they differ, in words that name rows and columns but no person."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from regpol.register.reconciliation.classes import Ground, PersonClass
from regpol.register.reconciliation.entries import Entry, NikState
from regpol.register.reconciliation.evidence import LIKE_AT_ALL, Comparison, Match

_THINGS = (
    ("nik", "NIK"),
    ("name", "nama"),
    ("born", "tanggal lahir"),
    ("unit", "unit"),
    ("post", "jabatan"),
    ("decree", "nomor SK"),
)
_SHOWN_ROWS = 4


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in a pair: its class, the column it shows in, what is said, and the ground it leaves."""

    klass: PersonClass
    column: str
    told: str
    ground: Ground


def row_of(entry: Entry, side: str = "register") -> str:
    """Where a row stands, in as few words as tell it."""
    place = entry.place
    where = f"lembar {place.sheet}" if place.sheet else PurePath(place.file).name
    return f"{side} {where} baris {place.line}"


def listed(entries: Sequence[Entry], side: str = "SK") -> str:
    """Several rows; many are counted."""
    rows = sorted(entries, key=lambda entry: entry.place)
    shown = ", ".join(str(entry.place.line) for entry in rows[:_SHOWN_ROWS])
    more = f" dan {len(rows) - _SHOWN_ROWS} lainnya" if len(rows) > _SHOWN_ROWS else ""
    return f"{side} baris {shown}{more}"


def pair_reason(comparison: Comparison) -> str:
    """What speaks for a pair and what could not be compared.

    >>> same, no = Match.SAME, Match.UNKNOWN
    >>> pair_reason(Comparison(same, Match.DIFFERENT, 86, no, same, no, no))
    'sama: NIK, unit; hampir sama: nama'
    """
    by_match: dict[str, list[str]] = {}
    for thing, label in _THINGS:
        match = getattr(comparison, thing)
        if thing == "name" and match is Match.DIFFERENT:
            match = Match.NEAR if comparison.name_likeness >= LIKE_AT_ALL else Match.DIFFERENT
        if thing in {"post", "decree"} and match is Match.NEAR:
            match = Match.SAME
        by_match.setdefault(match.value, []).append(label)
    shown = (Match.SAME, Match.NEAR, Match.DIFFERENT)
    return "; ".join(f"{one.value}: {', '.join(by_match[one.value])}" for one in shown if one.value in by_match)


def differences(person: Entry, decree: Entry) -> Iterator[Finding]:
    """Where a person and the decree that counts do not say the same."""
    nik = _nik_difference(person, decree)
    if nik:
        yield Finding(PersonClass.NIK_DIFFERS, "nik", nik, Ground.TO_SETTLE)
    if person.name.strict != decree.name.strict:
        spelling = person.name.loose == decree.name.loose
        told = "ejaan nama berbeda dari SK" if spelling else "nama berbeda dari SK"
        yield Finding(PersonClass.NAME_DIFFERS, "nama", told, Ground.PRESENT)
    if units_differ(person, decree):
        yield Finding(PersonClass.UNIT_DIFFERS, "kelurahan", "unit berbeda dari SK", Ground.TO_SETTLE)


def _nik_difference(person: Entry, decree: Entry) -> str:
    if person.nik_state is NikState.MALFORMED and decree.nik:
        return "NIK di register bukan bentuk NIK, sedangkan SK memuat NIK"
    if not person.nik or not decree.nik or person.nik == decree.nik:
        return ""
    if person.nik[:15] == decree.nik[:15] and (person.nik_doubtful or decree.nik_doubtful):
        return ""  # a spreadsheet rounded the last digit away; the inspection of the register tells that
    return "NIK berbeda dari SK"


def units_differ(person: Entry, decree: Entry) -> bool:
    """Whether both name a unit and neither lies in the other."""
    one, other = person.unit, decree.unit
    inside = one == other or one.startswith(f"{other}.") or other.startswith(f"{one}.")
    return bool(one and other) and not inside
