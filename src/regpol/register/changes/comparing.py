"""Makes of two registers the changes of a month, each with its reason and the day it rests on."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from pathlib import Path

from regpol.register.changes.outcome import Change, ChangeClass, Changes, FieldChange
from regpol.register.changes.pairing import pair
from regpol.register.changes.persons import Person, PersonList, days, read_persons
from regpol.register.mapping import Mappings
from regpol.register.units import Units
from regpol.terms.dates import Span, long_date

_ORDER = list(ChangeClass)


def compare(old: Path, new: Path, *, units: Units, on_date: date, mappings: Mappings | None = None) -> Changes:
    """Both registers with a class for every row.

    Raises:
        Refused: if a file cannot be read as a list of people.
    """
    before, after = (read_persons(path, units, on_date, mappings) for path in (old, new))
    return compare_lists(before, after, units=units, on_date=on_date)


def compare_lists(before: PersonList, after: PersonList, *, units: Units, on_date: date) -> Changes:
    """The same of lists that are read already."""
    made = pair(before.persons, after.persons, on_date)
    olds, news = before.persons, after.persons
    changes = [
        *(_stayed(olds[one], news[other]) for one, other in made.same),
        *(_replaced(olds[one], news[other]) for one, other in made.replaced),
        *(_left(olds[at], on_date) for at in made.old_left),
        *(_came(news[at]) for at in made.new_left),
        *(_repeated(olds[at], None) for at in made.old_repeated),
        *(_repeated(None, news[at]) for at in made.new_repeated),
        *(_unclear(olds[at], None) for at in made.old_unclear),
        *(_unclear(None, news[at]) for at in made.new_unclear),
    ]
    return Changes(
        region=units.code,
        region_name=units.name,
        unit_names=units.names,
        on_date=on_date,
        old=before,
        new=after,
        changes=tuple(sorted(changes, key=_order)),
        assumptions=tuple(_assumptions(before, after, on_date)),
    )


def _order(one: Change) -> tuple[object, ...]:
    person = one.new or one.old
    entry = person.entry if person else None
    return (_ORDER.index(one.klass), entry.unit if entry else "", entry.place if entry else None, one.new is None)


def _stayed(old: Person, new: Person) -> Change:
    fields = tuple(_differing(old, new))
    since = _day(new.entry.since) if new.entry.decree_key != old.entry.decree_key else None
    moved = bool(old.entry.unit and new.entry.unit) and old.entry.unit != new.entry.unit
    if moved:
        reason = "unitnya berubah" + (" dengan SK yang baru" if since else "; SK untuk unit yang baru tidak tertulis")
        return Change(ChangeClass.MOVED, old, new, reason, since, fields)
    if fields:
        reason = f"berubah: {', '.join(field.label for field in fields)}"
        return Change(ChangeClass.CHANGED, old, new, reason, since, fields)
    return Change(ChangeClass.SAME, old, new, "", None)


def _differing(old: Person, new: Person) -> Iterator[FieldChange]:
    one, other = old.entry, new.entry
    incomes = old.income_written != new.income_written and (old.income != new.income or old.income is None)
    births = one.born_written and other.born_written and one.born != other.born
    memberships = old.other_membership.casefold() != new.other_membership.casefold()
    told = (
        (one.unit != other.unit, "unit", "unit", one.unit_written, other.unit_written),
        (one.nik != other.nik, "nik", "NIK", one.nik, other.nik),
        (one.name.strict != other.name.strict, "nama", "nama", one.name.written, other.name.written),
        (births, "tanggal_lahir", "tanggal lahir", _shown(one.born), _shown(other.born)),
        (one.post != other.post, "jabatan", "jabatan", one.post_written, other.post_written),
        (incomes, "penghasilan", "penghasilan", _money(old), _money(new)),
        (one.decree_key != other.decree_key, "nomor_sk", "nomor SK", one.decree, other.decree),
        (one.since != other.since, "sk_mulai", "SK mulai", days(one.since), days(other.since)),
        (one.until != other.until, "sk_sampai", "SK sampai", days(one.until), days(other.until)),
        (memberships, "peserta_lain", "kepesertaan lain", old.other_membership, new.other_membership),
    )
    yield from (FieldChange(field, label, mine, theirs) for differs, field, label, mine, theirs in told if differs)


def _shown(day: date | None) -> str:
    return day.isoformat() if day else ""


def _money(person: Person) -> str:
    return f"{person.income:,}".replace(",", ".") if person.income is not None else person.income_written


def _replaced(old: Person, new: Person) -> Change:
    since = _day(new.entry.since)
    reason = "orang lain pada jabatan yang sama" + ("" if since else "; tanggal SK penggantinya tidak tertulis")
    return Change(ChangeClass.REPLACED, old, new, reason, since)


def _left(old: Person, on_date: date) -> Change:
    until = old.entry.until
    if until and until.latest < on_date:
        since = until.latest + timedelta(days=1) if until.known else None
        return Change(ChangeClass.OUT, old, None, "masa SK-nya habis", since)
    if old.validated:
        return Change(ChangeClass.OUT, old, None, f"menurut validasi: {old.validated}", None)
    return Change(ChangeClass.OUT, old, None, "tidak ada lagi di register baru; sebabnya tidak tertulis", None)


def _came(new: Person) -> Change:
    since = _day(new.entry.since)
    reason = "baru diangkat dengan SK" if since else "baru di register; tanggal SK-nya tidak tertulis"
    return Change(ChangeClass.IN, None, new, reason, since)


def _repeated(old: Person | None, new: Person | None) -> Change:
    side = "lama" if old else "baru"
    return Change(ChangeClass.REPEATED, old, new, f"NIK yang sama sudah dipasangkan dari baris lain ({side})", None)


def _unclear(old: Person | None, new: Person | None) -> Change:
    return Change(ChangeClass.NOT_TOLD_APART, old, new, "beberapa baris sama miripnya; NIK-nya perlu dilengkapi", None)


def _day(span: Span | None) -> date | None:
    return span.earliest if span and span.known else None


def _assumptions(before: PersonList, after: PersonList, on_date: date) -> Iterable[str]:
    yield f"Masa SK dinilai pada {long_date(on_date)}"
    yield "Orang dipasangkan dengan NIK; tanpa NIK yang sama dengan nama dan tanggal lahir, atau nama dan unit"
    yield "Pengganti ialah orang lain pada jabatan bernomor yang sama di kelurahan/desa yang sama"
    yield "“Sejak” hanya diisi bila tanggal SK tertulis; susunan lembar untuk BPJS belum diverifikasi"
    for side, people in (("Register lama", before), ("Register baru", after)):
        yield from (f"{side}: {text}" for text in people.assumptions)
