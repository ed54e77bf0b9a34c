"""``angka.json``: every number of a packet from one place, and where each must stand."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from regpol.documents.brief.brief import Brief
from regpol.documents.brief.minutes import MinutesBrief
from regpol.packet.brief import PacketBrief, Person
from regpol.terms.language import numeral, rupiah, rupiah_words, thousands

NAME = "angka.json"
SHAPE = "regpol-angka-1"


@dataclass(frozen=True, slots=True)
class Standing:
    """Where a number must stand: a file below the packet's folder, of a workbook also sheet and cell."""

    file: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its key, and how papers print it."""

    key: str
    value: int
    shown: tuple[str, ...]
    standings: tuple[Standing, ...] = ()


def numbers_of(
    brief: PacketBrief, paper: Brief, minutes: MinutesBrief | None, listed: Iterable[Person] = ()
) -> Iterator[Number]:
    """Every number that may stand in the files of a unit; ``paper`` is the brief of its kinds of paper."""
    sums = brief.sums
    yield _count("orang", sums.people)
    yield _count("bulan", sums.months)
    yield _count("didaftarkan", sums.registered)
    yield _count("tidak-didaftarkan", sums.left_out)
    for key, amount in (("sebulan", sums.monthly), ("setahun", sums.yearly)):
        yield from _money(key, amount)
    for row in brief.rows:
        yield _count(f"kategori:{row.code}:orang", row.people)
        yield from _money(f"kategori:{row.code}:sebulan", row.monthly)
        yield from _money(f"kategori:{row.code}:setahun", row.yearly)
    for number, line in enumerate(brief.computation, 1):
        yield _count(f"rab:{number}:orang", line.people)
        yield from _money(f"rab:{number}:besaran", line.each)
        yield from _money(f"rab:{number}:jumlah", line.total)
    for month in brief.months:
        yield from _money(f"bulan:{month.number}:jumlah", month.total)
    for unit in brief.units:
        yield _count(f"unit:{unit.code}:orang", unit.people)
        yield from _money(f"unit:{unit.code}:sebulan", unit.monthly)
        yield from _money(f"unit:{unit.code}:setahun", unit.yearly)
    for amount in sorted({person.monthly for person in listed if person.monthly is not None}):
        yield from _money(f"perorangan:{amount}", amount)
    yield from _of_paper(paper)
    if minutes:
        yield from _of_minutes(minutes)


def _of_paper(brief: Brief) -> Iterator[Number]:
    """What a kind of paper prints beyond the unit: amounts of categories and programmes, sums of the region."""
    yield _count("wilayah:orang", brief.totals.people)
    yield from _money("wilayah:sebulan", brief.totals.monthly)
    yield from _money("wilayah:setahun", brief.totals.yearly)
    yield from _money("pagu", brief.ceiling)
    for category in brief.categories:
        yield _count(f"kategori:{category.code}:wilayah", category.count)
        yield from _money(f"kategori:{category.code}:perorangan", category.monthly)
        for programme in category.programmes:
            yield from _money(f"program:{category.code}:{programme.code}", programme.monthly)
            for payer in programme.payers:
                yield from _money(f"program:{category.code}:{programme.code}:{payer.name}", payer.monthly)
    for row in brief.unit.rows if brief.unit else ():
        yield from _money(f"kategori:{row.category}:unit", row.monthly)


def _of_minutes(minutes: MinutesBrief) -> Iterator[Number]:
    """What the comparison of register and decrees counted: rows read, in each class, in each unit."""
    counted = [("register", minutes.people_read), ("sk", minutes.decrees_read), ("cocok", minutes.matched)]
    counted += [(f"berkas:{at}", it.rows) for at, it in enumerate((*minutes.registers, *minutes.decree_lists), 1)]
    counted += [(f"golongan:{at}", it.count) for at, it in enumerate((*minutes.people, *minutes.decrees), 1)]
    counted += [(f"dasar:{at}", count) for at, count in enumerate(minutes.grounds.values(), 1)]
    for at, unit in enumerate(minutes.units, 1):
        columns = (unit.read, unit.matched, unit.open, unit.without_person)
        counted += [(f"unit:{at}:{column}", count) for column, count in enumerate(columns, 1)]
    return (_count(f"pencocokan:{key}", count) for key, count in counted)


def _count(key: str, value: int) -> Number:
    return Number(key, value, (numeral(value), thousands(value)))


def _money(key: str, amount: int | None) -> Iterator[Number]:
    if amount:
        yield Number(key, amount, (rupiah_words(amount), rupiah(amount), f"Rp{thousands(amount)}", thousands(amount)))


def write_numbers(
    target: Path, unit: tuple[str, str], numbers: Iterable[Number], merged: Sequence[tuple[str, Sequence[str]]]
) -> None:
    """Writes them; the same key with the same number stands once, with all places it must stand in."""
    found: dict[tuple[str, int], Number] = {}
    for one in numbers:
        key = (one.key, one.value)
        before = found.get(key)
        places = (*before.standings, *one.standings) if before else one.standings
        found[key] = Number(one.key, one.value, one.shown, tuple(dict.fromkeys(places)))
    whole = {
        "susunan": SHAPE,
        "unit": unit[0],
        "nama": unit[1],
        "angka": [
            {
                "kunci": one.key,
                "nilai": one.value,
                "tampil": list(one.shown),
                "di": [_standing(place) for place in one.standings],
            }
            for one in found.values()
        ],
        "gabungan": [{"berkas": file, "bagian": list(parts)} for file, parts in merged],
    }
    target.write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def _standing(place: Standing) -> dict[str, str]:
    told = {"berkas": place.file}
    return told | ({"lembar": place.sheet, "sel": place.cell} if place.cell else {})
