"""The brief of the packet's own templates: the region's brief with what is true of one unit.

Rows of people are in it only for the papers that list them; those go into the restricted folder.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from regpol.documents.brief.brief import Agreement, Brief, Officials
from regpol.documents.brief.paper import Basis, BpjsOffice, Official, OpenPoint, Region, Stamp


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketUnit:
    """Whose packet it is."""

    code: str
    name: str
    """Without the word for its kind: 'Ampenan'."""
    full_name: str
    """'Kecamatan Ampenan', or the region itself: 'Kota Mataram'."""
    head: Official
    """Name empty where the project does not tell it."""
    address: str = ""
    within: str = ""
    """The unit or region it lies in: 'Kota Mataram'; empty for the region itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CategoryLine:
    """One category of the unit; amounts in rupiah, None where one person's is not known."""

    code: str
    name: str
    segment: str
    programmes: str
    people: int
    monthly: int | None
    yearly: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputationLine:
    """People times contribution times months.

    ``each`` is rupiah a month for one person, None where not known or each person's own; ``total`` is rupiah,
    None where not known.
    """

    category: str
    segment: str
    programme: str
    people: int
    each: int | None
    first: int
    last: int
    total: int | None
    own: bool = False
    """Whether each person's amount is a share of their own income."""

    @property
    def months(self) -> int:
        """How many months."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class MonthLine:
    """What falls to one month of cover; None where not known."""

    number: int
    name: str
    people: int
    total: int | None


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Person:
    """A participant. It has no printed form, so that no log or message can show it by accident."""

    row: int
    nik: str
    name: str
    sex: str
    born: str
    """ISO day, empty if not known."""
    category: str
    segment: str
    district: str
    village: str
    decree: str
    monthly: int | None
    segment_code: str
    """Whose registration sheet the person stands on."""
    obstacle: str = ""
    """Why the person cannot be registered now; empty if nothing stands in the way."""
    paid: bool = True
    """Whether the plan pays for the person; who it does not pay for is no participant."""

    @property
    def born_shown(self) -> str:
        """As lists print it: 31-01-1980."""
        return "-".join(reversed(self.born.split("-"))) if self.born else ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleLine:
    """How many cannot be registered for one reason."""

    reason: str
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemLine:
    """One item of the checklist: ``state`` is 'ada', 'belum ada' or 'dilepas'."""

    number: str
    name: str
    state: str
    files: str
    reason: str = ""
    annex: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sums:
    """People and rupiah of the unit; an amount is None as soon as a part of it is not known."""

    people: int
    monthly: int | None
    yearly: int | None
    months: int
    registered: int
    left_out: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketBrief:
    """Everything a template of the packet may say."""

    base: Brief
    whole: bool
    """Whether it is the packet of the region."""
    own_agreement: bool
    """Whether the unit signs an agreement of its own."""
    unit: PacketUnit
    sums: Sums
    rows: tuple[CategoryLine, ...]
    computation: tuple[ComputationLine, ...]
    months: tuple[MonthLine, ...]
    obstacles: tuple[ObstacleLine, ...]
    items: tuple[ItemLine, ...] = ()
    people: tuple[Person, ...] = ()
    printed: bool = True
    """Whether the list is printed name by name; otherwise the workbook has the names."""
    annex: str = ""
    """The number of this paper among the annexes of the packet: 'II'."""
    units: tuple[CategoryLine, ...] = ()
    """The units of the region, in the packet of the region: name, people, monthly, yearly."""

    @property
    def region(self) -> Region:
        """The region."""
        return self.base.region

    @property
    def year(self) -> int:
        """The budget year."""
        return self.base.year

    @property
    def about(self) -> str:
        """The subject of the agreement."""
        return self.base.about

    @property
    def officials(self) -> Officials:
        """Head of the region and secretary."""
        return self.base.officials

    @property
    def bpjs(self) -> BpjsOffice:
        """The branch."""
        return self.base.bpjs

    @property
    def agreement(self) -> Agreement | None:
        """Its terms."""
        return self.base.agreement

    @property
    def bases(self) -> tuple[Basis, ...]:
        """The bases of clauses, by key."""
        return self.base.bases

    @property
    def open_points(self) -> tuple[OpenPoint, ...]:
        """What is open in the project."""
        return ()

    @property
    def stamp(self) -> Stamp:
        """What it was made from."""
        return self.base.stamp

    @property
    def named(self) -> Mapping[str, Mapping[str, str]]:
        """The codes that keys of bases may name."""
        return self.base.named

    @property
    def limited(self) -> bool:
        """Whether the head of the unit acts for someone else (Plt., Plh., Pj., Pjs.)."""
        return self.unit.head.status != "definitif"
