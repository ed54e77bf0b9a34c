"""A region of Indonesia: what it is, what it lies in, and what its offices are called.

Regions come from the maintained table only (`region_table`); a code that is not in it is refused
with the nearest ones. What a rule may read of a region are attributes, never its code: rules that
tell regions apart by code would be regional law in disguise.
"""

import difflib
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from regpol.law.model.regions import LocalName, RegionLaw, Thing, local_name
from regpol.project.region_table import upper_names, village_marks, village_names
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused

if TYPE_CHECKING:
    from regpol.register.units import UnitMatch, Units

_ORDINARY = "tidak_khusus"
"""The special status of a region to which no law gives one."""

_ADMINISTRATIVE = " Administrasi "
"""What the table puts into the name of a city or regency that is only a part of its province."""

_CITY = re.compile(r"Kota\s+(?:Administrasi\s+)?")
_REGENCY = re.compile(r"Kabupaten\s+(?:Administrasi\s+)?")


class RegionKind(StrEnum):
    """What a region is in law; a Papuan distrik counts as kecamatan and a kampung as desa."""

    PROVINSI = "provinsi"
    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KECAMATAN = "kecamatan"
    KELURAHAN = "kelurahan"
    DESA = "desa"


_HEADS = {RegionKind.PROVINSI: "Gubernur", RegionKind.KABUPATEN: "Bupati", RegionKind.KOTA: "Wali Kota"}
_NAMED = {
    RegionKind.KECAMATAN: Thing.DISTRICT,
    RegionKind.KELURAHAN: Thing.WARD,
    RegionKind.DESA: Thing.VILLAGE,
}
"""Units whose name and head differ from place to place; the law names them, not this file."""


@dataclass(frozen=True, slots=True)
class Region:
    """One region. ``parents`` are the codes it lies in, the province first; ``path`` names them nearest first."""

    code: str
    name: str
    kind: RegionKind
    parents: tuple[str, ...]
    path: str

    @property
    def short_name(self) -> str:
        """The name without its kind: Mataram."""
        return _REGENCY.sub("", _CITY.sub("", self.name, count=1), count=1)

    @property
    def autonomous(self) -> bool:
        """Whether it has a budget of its own as a region; a city or regency that only administers does not."""
        upper = self.kind in {RegionKind.PROVINSI, RegionKind.KABUPATEN, RegionKind.KOTA}
        return upper and _ADMINISTRATIVE not in self.name

    @property
    def governed_as(self) -> str:
        """The kind of the region whose government it lies under: provinsi, kabupaten or kota."""
        return str(self.kind if self.level < 3 else find(self.parents[1]).kind)

    def called(self, thing: Thing) -> LocalName:
        """What a thing is called there, with the law that says so; the national word where no source was found.

        >>> find("93.01").called(Thing.VILLAGE).name, find("52").called(Thing.VILLAGE).name
        ('Kampung', 'Desa')
        """
        # the names are read from a file, which finding a region must not wait for
        from regpol.law.link_regions import shipped_names

        return local_name(shipped_names(), thing, self.code, self.governed_as)

    @property
    def word(self) -> str:
        """What its kind is called there: Kota, Distrik, Kampung."""
        thing = _NAMED.get(self.kind)
        return self.called(thing).name if thing else self.kind.capitalize()

    @property
    def head(self) -> str:
        """Who leads it: Wali Kota, Bupati, Gubernur, Camat, Lurah."""
        thing = _NAMED.get(self.kind)
        return self.called(thing).head if thing else _HEADS[self.kind]

    @property
    def head_in_drafts(self) -> str:
        """The head as the title of a regulation writes it.

        >>> find("52.71").head_in_drafts
        'WALI KOTA MATARAM'
        """
        return f"{self.head} {self.short_name}".upper()

    @property
    def government(self) -> str:
        """Its government as an agreement names it.

        >>> find("5271").government, find("14.10").government
        ('Pemerintah Kota Mataram', 'Pemerintah Kabupaten Kepulauan Meranti')
        """
        own = self.called(Thing.GOVERNMENT)
        if not own.national and self.level == 1:
            return own.name
        return f"{own.name} {self.name if self.level == 2 else f'{self.word} {self.name}'}"

    @property
    def formal_name(self) -> str:
        """Its name as titles of its regulations and officials write it.

        >>> find("62").formal_name, find("52.71").formal_name, find("11").formal_name
        ('Provinsi Kalimantan Tengah', 'Kota Mataram', 'Aceh')
        """
        return self.government.removeprefix("Pemerintah ")

    @property
    def level(self) -> int:
        """1 for a province to 4 for a village."""
        return len(self.parents) + 1


def find(code: str, place: Place = NOWHERE) -> Region:
    """The region with this code, dotted or not; refused with the nearest ones if there is none.

    >>> find("52.71.05.1002").path
    'Dasan Agung, Selaparang, Kota Mataram, Nusa Tenggara Barat'
    """
    dotted = _dotted(code)
    name = _name(dotted)
    if name is None:
        # only a refusal needs the problems of registers; a known code must not wait for them
        from regpol.terms.problems.register import UnknownRegion

        raise Refused(UnknownRegion(place=place, given=code, nearest=_nearest(code, dotted)))
    return _region(dotted, name)


def children(code: str) -> tuple[Region, ...]:
    """The regions directly below; none below a village."""
    region = find(code)
    depth = region.level + 1
    names = upper_names() if depth < 4 else village_names(region.code)
    below = (c for c in names if c.startswith(f"{region.code}.") and c.count(".") == depth - 1)
    return tuple(_region(c, names[c]) for c in sorted(below))


def counts_below(code: str) -> dict[RegionKind, int]:
    """How many regions of each kind lie in one, the larger kinds first.

    >>> counts_below("52.71")
    {<RegionKind.KECAMATAN: 'kecamatan'>: 6, <RegionKind.KELURAHAN: 'kelurahan'>: 50}
    """
    region = find(code)
    villages = {c: name for c, name in village_names(region.code).items() if c.count(".") == 3}
    names = {c: n for c, n in (upper_names() | villages).items() if c.startswith(f"{region.code}.")}
    found = Counter(_kind(c, name) for c, name in names.items())
    return {kind: found[kind] for kind in RegionKind if kind in found}


def provinces() -> tuple[Region, ...]:
    """Every province, in the order of the codes."""
    names = upper_names()
    return tuple(_region(code, names[code]) for code in sorted(names) if "." not in code)


def attributes(law: RegionLaw, code: str) -> dict[str, str]:
    """What rules may read of a region; an attribute that is not one value for all of it is left out.

    >>> attributes(RegionLaw(), "52.71")
    {'kekhususan': 'tidak_khusus', 'bentuk_unit': 'kelurahan'}
    >>> attributes(RegionLaw(), "14.10")
    {'kekhususan': 'tidak_khusus'}
    """
    region = find(code)
    found = {"kekhususan": _special(law, region.code)}
    forms = {region.kind} if region.level == 4 else {_village_kind(c) for c in village_names(region.code)}
    if region.level > 1 and len(forms) == 1:
        found["bentuk_unit"] = str(forms.pop())
    return found


def kinds(law: RegionLaw) -> tuple[dict[str, str], ...]:
    """Every combination of attributes that some place in the country has, each once.

    A rule that reads attributes of a region can be met only in one of these.
    """
    found = {(_special(law, code), str(_village_kind(f"{code}.00.{mark}"))) for code, mark in village_marks()}
    return tuple({"kekhususan": special, "bentuk_unit": form} for special, form in sorted(found))


def _special(law: RegionLaw, code: str) -> str:
    given = law.status(code)
    return given.status if given else _ORDINARY


def units(code: str) -> "Units":
    """The kecamatan and kelurahan or desa of a region, ready to match the names a register uses."""
    from regpol.register.units import Unit, Units

    region = find(code)
    upper = upper_names()
    below = {c: n for c, n in upper.items() if c.count(".") == 2 and _inside(c, region.code)}
    villages = {c: n for c, n in village_names(region.code).items() if c.count(".") == 3}
    return Units(
        code=region.code,
        name=region.name,
        districts=tuple(Unit(c, n) for c, n in sorted(below.items())),
        villages=tuple(Unit(c, n) for c, n in sorted(villages.items())),
    )


def match(text: str, within: str, *, village: bool = False) -> "UnitMatch":
    """The unit a register means by a name, within a region.

    >>> match("Kec. SELAPRANG", "52.71").code, match("Kel. Dasan Agung", "52.71", village=True).code
    ('52.71.05', '52.71.05.1002')
    """
    table = units(within)
    return table.village(text) if village else table.district(text)


def _inside(code: str, region: str) -> bool:
    return code == region or code.startswith(f"{region}.") or region.startswith(f"{code}.")


def _dotted(code: str) -> str:
    text = code.strip()
    if "." in text or not text.isdigit():
        return text
    return ".".join(part for part in (text[:2], text[2:4], text[4:6], text[6:]) if part)


def _name(code: str) -> str | None:
    if code.count(".") == 3:
        return village_names(code).get(code)
    return upper_names().get(code)


def _region(code: str, name: str) -> Region:
    parts = code.split(".")
    parents = tuple(".".join(parts[:count]) for count in range(1, len(parts)))
    path = ", ".join([name, *(upper_names()[parent] for parent in reversed(parents))])
    return Region(code, name, _kind(code, name), parents, path)


def _kind(code: str, name: str) -> RegionKind:
    level = code.count(".") + 1
    if level == 2:
        return RegionKind.KOTA if _CITY.match(name) else RegionKind.KABUPATEN
    if level == 4:
        return _village_kind(code)
    return RegionKind.PROVINSI if level == 1 else RegionKind.KECAMATAN


def _village_kind(code: str) -> RegionKind:
    # fourth part: 1xxx kelurahan, 2xxx desa, 3xxx customary village
    return RegionKind.KELURAHAN if code.rpartition(".")[2].startswith("1") else RegionKind.DESA


def _nearest(given: str, dotted: str) -> str:
    """Up to three codes with names: by name if a name was given, else codes that look alike."""
    near = _by_name(given) if re.search(r"[A-Za-z]{3}", given) else _by_code(dotted)
    return f"; yang terdekat: {', '.join(f'{code} {_name(code)}' for code in near)}" if near else ""


def _by_code(dotted: str) -> list[str]:
    parent = dotted.rpartition(".")[0]
    names = village_names(parent) if dotted.count(".") == 3 else upper_names()
    level = [code for code in names if code.count(".") == dotted.count(".")]
    pool = [code for code in level if code.startswith(f"{parent}.")] or level
    swapped = [code for code in pool if sorted(code) == sorted(dotted)]
    return list(dict.fromkeys([*swapped, *difflib.get_close_matches(dotted, pool, n=3, cutoff=0.75)]))[:3]


def _by_name(given: str) -> list[str]:
    wanted = given.casefold()
    upper = {code: name.casefold() for code, name in upper_names().items() if code.count(".") < 2}
    held = [code for code, name in upper.items() if wanted in name]
    close = difflib.get_close_matches(wanted, list(upper.values()), n=3, cutoff=0.6)
    return list(dict.fromkeys([*held, *(code for code, name in upper.items() if name in close)]))[:3]
