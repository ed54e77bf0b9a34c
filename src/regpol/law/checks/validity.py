"""Dates that cannot be: what lies outside its regulation, amends the unborn, or leaves a day without a value."""

from collections.abc import Iterator
from datetime import timedelta
from itertools import combinations, pairwise

from regpol.law.model import Rulebook, Value
from regpol.terms.dates import LATEST, Validity, long_date
from regpol.terms.problems import Problem
from regpol.terms.problems.law_static import BrokenValidity

_LONGEST_SLIP = timedelta(days=31)
"""A hole up to this long between two rows is taken for a slip; a longer one may well be the law's."""


def check_validity(rulebook: Rulebook) -> Iterator[Problem]:
    """Validities that are empty or broken off."""
    dated = [(f"ketentuan {it.citation}", it.validity, it.place) for it in rulebook.provisions]
    dated += [(f"iuran {it.citation}", it.validity, it.place) for it in rulebook.contributions]
    for what, validity, place in dated:
        if _empty(validity):
            yield BrokenValidity(place=place, what=what, trouble=f"tidak pernah berlaku ({validity.label})")
    for regulation in rulebook.regulations.values():
        if _empty(regulation.validity):
            trouble = f"dicabut sebelum mulai berlaku ({regulation.validity.label})"
            yield BrokenValidity(place=regulation.place, what=regulation.name, trouble=trouble)
    yield from _amendments(rulebook)
    yield from _yearly(rulebook)
    for value in rulebook.values.values():
        yield from _holes(value)


def _empty(validity: Validity) -> bool:
    years = validity.years
    return validity.since.earliest > validity.until.latest or bool(years and years[0] > years[1])


def _amendments(rulebook: Rulebook) -> Iterator[Problem]:
    for regulation in rulebook.regulations.values():
        for name in regulation.amends:
            amended = rulebook.regulations[name]
            if regulation.validity.since.latest < amended.validity.since.earliest:
                begins = long_date(amended.validity.since.earliest)
                trouble = f"mengubah {name} sebelum peraturan itu mulai berlaku ({begins})"
                yield BrokenValidity(place=regulation.place, what=regulation.name, trouble=trouble)
            if regulation.validity.until.latest > amended.validity.until.latest:
                ended = long_date(amended.validity.until.latest)
                trouble = f"masih berlaku, padahal {name} yang diubahnya berakhir {ended}"
                yield BrokenValidity(place=regulation.place, what=regulation.name, trouble=trouble)


def _yearly(rulebook: Rulebook) -> Iterator[Problem]:
    """Regulations made anew each year do not speak of the same budget year twice."""
    spoken: dict[str, set[tuple[str, str]]] = {}
    for rule in rulebook.rules:
        if rule.provision and not rule.instructing:
            said = {(str(rule.question), name) for name in rule.norm.objects}
            spoken.setdefault(rule.provision.regulation.name, set()).update(said)
    yearly = [it for it in rulebook.regulations.values() if it.validity.years and it.name in spoken]
    for one, other in combinations(yearly, 2):
        alike = (one.kind, one.issuer, one.scope) == (other.kind, other.issuer, other.scope)
        tied = one.name in other.amends or other.name in one.amends
        if alike and not tied and one.validity.overlaps(other.validity) and spoken[one.name] & spoken[other.name]:
            trouble = f"mengatur tahun anggaran yang juga diatur {one.name} ({one.validity.label}), atas hal yang sama"
            yield BrokenValidity(place=other.place, what=f"{other.name} ({other.validity.label})", trouble=trouble)


def _holes(value: Value) -> Iterator[Problem]:
    for keys in dict.fromkeys(row.keys for row in value.rows):
        rows = sorted((row for row in value.rows if row.keys == keys), key=lambda row: row.validity.since.earliest)
        for before, after in pairwise(rows):
            ends, begins = before.validity.until, after.validity.since
            if not ends.known or not begins.known or ends.latest == LATEST:
                continue
            empty = begins.earliest - ends.latest - timedelta(days=1)
            if timedelta() < empty <= _LONGEST_SLIP:
                first = long_date(ends.latest + timedelta(days=1))
                trouble = f"{empty.days} hari tanpa nilai mulai {first}, di antara dua baris deret"
                yield BrokenValidity(place=after.place, what=f"nilai {value.name}", trouble=trouble)
