"""The brief: the one object a template sees.

It exists so that wording holds no law and no arithmetic: whoever fills it has decided, counted and
worded every fact before; a template only places them. Of people it carries the officials who sign and,
for a paper that lists them, the recipients, masked unless names were asked for. Nothing here has a
default that could pass for an answer; an empty text means "leave a dotted line", and zero rupiah for a
programme means "amount not known".

Templates attach legal bases to clauses by key, ``^[iuran:tenggat]``; `regpol.documents.brief.keys` lists every
key and what belongs there.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from regpol.documents.brief.paper import Basis, BpjsOffice, Official, OpenPoint, Region, Stamp
from regpol.documents.brief.recipients import RecipientList
from regpol.terms.language import title_case


class Signer(StrEnum):
    """Who signs for the region; it decides what the agreement is called."""

    REGIONAL_HEAD = "kepala_daerah"
    OFFICE = "perangkat_daerah"
    DISTRICT = "kecamatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Officials:
    """The two who sign a regulation: one sets it, one promulgates it."""

    head: Official
    secretary: Official


@dataclass(frozen=True, slots=True, kw_only=True)
class Payer:
    """Who carries which part of a contribution, in rupiah a month for one person."""

    name: str
    monthly: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Programme:
    """One programme of one category."""

    code: str
    name: str
    monthly: int
    payers: tuple[Payer, ...] = ()
    tariff: str = ""
    answer: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fund:
    """Money that may carry the contribution, with the answer the law gives."""

    code: str
    name: str
    answer: str = ""
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Category:
    """One kind of worker, as decided."""

    code: str
    name: str
    """In running text, lower case: 'ketua rukun tetangga'."""
    count: int
    segment: str
    """'penerima upah' or 'bukan penerima upah'."""
    by_policy: bool = False
    """Whether policy chose the segment because the law leaves it open."""
    definition: str = ""
    proof: str = ""
    """The paper that shows someone belongs: 'keputusan lurah tentang pengangkatan'."""
    wage_base: str = ""
    programmes: tuple[Programme, ...] = ()
    funds: tuple[Fund, ...] = ()
    evidence: str = ""
    basis_ids: tuple[str, ...] = ()
    note: str = ""
    group: str = ""
    """Which kind of work it is, e.g. 'desa', 'rentan', 'layanan'; it decides topics."""
    roles: tuple[str, ...] = ()
    """What else a norm says of it, e.g. 'lingkungan'; a category may have several, or none."""

    @property
    def term(self) -> str:
        """The name as the norms write it: capitalised only if the draft defines it (DR-081)."""
        return title_case(self.name) if self.definition else self.name

    @property
    def waged(self) -> bool:
        """Whether the segment is the one of wage earners."""
        return self.segment == "penerima upah"

    @property
    def monthly(self) -> int:
        """All programmes together for one person, zero if one amount is not known."""
        amounts = [programme.monthly for programme in self.programmes]
        return sum(amounts) if all(amounts) else 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """People and rupiah of everything in this paper; a sum is None as soon as one amount in it is not known."""

    people: int
    monthly: int | None
    yearly: int | None
    months: int = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Recital:
    """One consideration, without the leading 'bahwa'."""

    text: str
    basis_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A point the law leaves open and policy settled, worded as a norm."""

    code: str
    topic: str
    """Where the norm belongs: 'segmen', 'iuran' or 'dana'."""
    label: str
    norm: str
    basis_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitRow:
    """One category inside the unit of an agreement: a person's whole contribution a month, and what is paid of it.

    ``paid`` is 0 where it is not the same for everybody; ``monthly`` is what the plan pays for all of them, None
    where the amount of one of them is not known.
    """

    category: str
    count: int
    segment: str
    programmes: str
    per_person: int
    paid: int
    monthly: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkUnit:
    """The part of the region an agreement is made for."""

    name: str
    code: str
    head: Official
    address: str = ""
    contact: str = ""
    wards: tuple[str, ...] = ()
    rows: tuple[UnitRow, ...] = ()
    people: int = 0
    monthly: int | None = 0
    yearly: int | None = 0
    months: int = 12

    @property
    def in_part(self) -> bool:
        """Whether of some contribution only a part is paid here, the rest by the worker or another fund."""
        return any(row.paid != row.per_person for row in self.rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreement:
    """What the two parties settle between them, apart from law."""

    signer: Signer
    years: int
    starts: str = ""
    ends: str = ""
    parent: str = ""
    """The paper it carries out, by number and date; empty if there is none."""
    proxy: str = ""
    """The letter by which the regional head lets the unit sign."""

    @property
    def title(self) -> str:
        """What the paper is called, from who signs; the office for cooperation has the last word."""
        return "Nota Kesepakatan" if self.signer is Signer.REGIONAL_HEAD else "Perjanjian Kerja Sama"


@dataclass(frozen=True, slots=True, kw_only=True)
class Village:
    """The village a model of a village regulation is made for."""

    name: str
    code: str
    head: str
    """Who leads it, by title: 'Kepala Kampung'."""
    district: str
    full_name: str
    """For example 'Kampung Wasur'."""
    regency: str
    """For example 'Kabupaten Merauke'."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Brief:
    """Everything a template may say."""

    region: Region
    year: int
    about: str
    """The name of the regulation or the subject of the agreement, in title case."""
    officials: Officials
    bpjs: BpjsOffice
    categories: tuple[Category, ...]
    programmes: tuple[Programme, ...]
    """Each programme that any category has, once; amounts here are not used."""
    funds: tuple[Fund, ...]
    """Every fund that may pay, in the order of payment."""
    totals: Totals
    wage_base: str
    """The wage base chosen, as a noun phrase; empty if no category is a wage earner."""
    entry_age: tuple[int, int]
    """Youngest age, and the age that must not have been reached."""
    recitals: tuple[Recital, ...]
    citations: tuple[str, ...]
    bases: tuple[Basis, ...]
    choices: tuple[Choice, ...] = ()
    revoked: tuple[str, ...] = ()
    """Regulations this one replaces, cited in full."""
    commanded: bool = False
    """Whether a regional regulation commands it: then there is one consideration only."""
    ceiling: int = 0
    """The most that may be spent, in rupiah; 0 if the project sets none."""
    order: tuple[str, ...] = ()
    """What decides who comes first under a ceiling, in order."""
    by_council: bool = False
    """Whether council and head make it together: then it names no amount of one year."""
    topics: tuple[str, ...] = ()
    """Topics a regulation may do without and this one has, by code."""
    unit: WorkUnit | None = None
    whole: WorkUnit | None = None
    """The whole region as the party of an agreement, with its rows and sums; nobody is named for it."""
    village: Village | None = None
    recipients: RecipientList | None = None
    """Whom the plan pays, for a paper that lists them."""
    agreement: Agreement | None = None
    open_points: tuple[OpenPoint, ...] = ()
    stamp: Stamp

    @property
    def waged(self) -> tuple[Category, ...]:
        """The categories of wage earners."""
        return tuple(category for category in self.categories if category.waged)

    @property
    def unwaged(self) -> tuple[Category, ...]:
        """The categories that earn no wage."""
        return tuple(category for category in self.categories if not category.waged)

    @property
    def named(self) -> Mapping[str, Mapping[str, str]]:
        """By family of keys, what a key may name: code to name (`regpol.documents.brief.keys.FAMILIES`)."""
        categories = {category.code: category.name for category in self.categories}
        programmes = {programme.code: programme.name for programme in self.programmes}
        return {
            "kepesertaan": categories,
            "program": programmes,
            "dana": {fund.code: fund.name for fund in self.funds},
            "kebijakan": {choice.code: choice.label for choice in self.choices},
            "segmen": categories,
            "iuran": programmes,
        }

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups of work in this paper, each once."""
        return tuple(dict.fromkeys(category.group for category in self.categories))

    @property
    def proofs(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """The papers that show who belongs, each once, with the categories it is for."""
        papers = dict.fromkeys(category.proof for category in self.categories)
        return tuple((paper, tuple(c.term for c in self.categories if c.proof == paper)) for paper in papers)

    def of_role(self, role: str) -> tuple[Category, ...]:
        """The categories a norm on one role is about, e.g. 'lingkungan'."""
        return tuple(category for category in self.categories if role in category.roles)

    def category(self, code: str) -> Category:
        """The category of a code."""
        return next(category for category in self.categories if category.code == code)

    @property
    def bearers(self) -> tuple[str, ...]:
        """Who pays any of it, as the annex names them, each once; the participants' own part among them."""
        paying = (payer.name for it in self.categories for programme in it.programmes for payer in programme.payers)
        return tuple(dict.fromkeys(paying))

    def covers(self, topic: str) -> bool:
        """Whether the regulation has a topic it may do without."""
        return topic in self.topics

    def has(self, programme: str) -> bool:
        """Whether any category has the programme."""
        return any(item.code == programme for item in self.programmes)
