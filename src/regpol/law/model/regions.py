"""What the law says of regions: the law that formed each, their special status, and what things are called there.

Nothing here decides an answer; it is what papers name and what `regpol region` shows. A region that no
source names keeps the national word, and a forming law that was not found stays a marked blank.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from regpol.law.model.lists import Source
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED, Citation

BLANK = f"[{UNVERIFIED}]"
"""What stands where a fact of law is needed and no source was found."""


class Thing(StrEnum):
    """What may have a local name; values are the words in the file."""

    GOVERNMENT = "pemerintah"
    DISTRICT = "kecamatan"
    WARD = "kelurahan"
    VILLAGE = "desa"
    VILLAGE_COUNCIL = "bpd"
    COUNCIL = "dprd"
    COUNCIL_OFFICE = "sekretariat_dprd"
    REGULATION = "perda"
    BUDGET = "apbd"


@dataclass(frozen=True)
class FormingLaw:
    """The law a region rests on."""

    law: str
    about: str
    gazette: str
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str

    def __str__(self) -> str:
        return f"{self.law} tentang {self.about}"


@dataclass(frozen=True)
class SpecialStatus:
    """A special status, the regions that have it, and the law that gives it."""

    status: str
    regions: tuple[str, ...]
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str


@dataclass(frozen=True)
class LocalName:
    """What a thing is called in some regions; ``kinds`` narrows to provinces, regencies or cities.

    ``regions`` is empty for the national word. ``head`` is the title of who leads it, if anybody does.
    """

    thing: Thing
    regions: tuple[str, ...]
    kinds: tuple[str, ...]
    name: str
    short: str
    head: str
    citation: Citation
    evidence: Evidence
    sources: tuple[Source, ...]
    note: str

    @property
    def national(self) -> bool:
        """Whether it is the word of the whole country."""
        return not self.regions

    def reach(self, region: str) -> int:
        """How closely it fits a region: the length of the code that covers it, -1 if none does."""
        if self.national:
            return 0
        return max((len(code) for code in self.regions if lies_in(region, code)), default=-1)


@dataclass(frozen=True)
class RegionalInstrument:
    """A regional instrument known to exist; ``text`` says what a source tells of it, its own text unread."""

    region: str
    name: str
    about: str
    text: str
    evidence: Evidence
    sources: tuple[Source, ...]


@dataclass(frozen=True)
class RegionLaw:
    """Everything the rulebook says of regions."""

    formed: dict[str, FormingLaw] = field(default_factory=dict)
    statuses: tuple[SpecialStatus, ...] = ()
    names: tuple[LocalName, ...] = ()
    instruments: tuple[RegionalInstrument, ...] = ()

    def forming(self, region: str) -> FormingLaw | None:
        """The law a region rests on, None if no source was found."""
        return self.formed.get(region)

    def status(self, region: str) -> SpecialStatus | None:
        """The special status of a region, None if it has none."""
        return next((it for it in self.statuses if any(lies_in(region, code) for code in it.regions)), None)

    def instruments_of(self, region: str) -> tuple[RegionalInstrument, ...]:
        """The instruments known to hold in a region: its own, and those of the regions it lies in."""
        return tuple(it for it in self.instruments if lies_in(region, it.region))

    def name(self, thing: Thing, region: str, kind: str) -> LocalName:
        """What a thing is called in a region of a kind; the nearest name known, at last the national word."""
        return local_name(self.names, thing, region, kind)


def local_name(names: tuple[LocalName, ...], thing: Thing, region: str, kind: str) -> LocalName:
    """The name that fits a region most closely: a longer code first, then one that names the kind."""
    fitting = (it for it in names if it.thing is thing and it.reach(region) >= 0 and (not it.kinds or kind in it.kinds))
    return max(fitting, key=lambda it: (it.reach(region), bool(it.kinds)))


def lies_in(region: str, code: str) -> bool:
    """Whether a region is the one of a code or lies in it.

    >>> lies_in("93.01.01", "93"), lies_in("93", "93.01")
    (True, False)
    """
    return region == code or region.startswith(f"{code}.")
