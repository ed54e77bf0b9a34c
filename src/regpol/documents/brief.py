"""The brief: the one object a template sees.

It exists so that wording holds no law and no arithmetic: whoever fills it has decided, counted and
worded every fact before; a template only places them. It carries no personal data of participants,
only the officials who sign. Nothing here has a default that could pass for an answer; an empty text
means "leave a dotted line", and zero rupiah for a programme means "amount not known".

Templates attach legal bases to clauses by key, ``^[iuran:tenggat]``; `regpol.documents.keys` lists every
key and what belongs there.
"""

from dataclasses import dataclass
from enum import StrEnum

from regpol.terms.language import title_case


class Signer(StrEnum):
    """Who signs for the region; it decides what the agreement is called."""

    REGIONAL_HEAD = "kepala_daerah"
    OFFICE = "perangkat_daerah"
    DISTRICT = "kecamatan"


@dataclass(frozen=True, slots=True, kw_only=True)
class Basis:
    """One legal basis as a comment and the matrix print it."""

    id: str
    citation: str
    """Empty if it is known that a basis is needed but none has been collected."""
    gist: str = ""
    evidence: str = ""
    """The grade as an official reads it, e.g. 'resmi' or 'sekunder'."""
    official: bool = False
    """Whether the grade is the best there is; anything less marks the clause."""
    sources: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """The region and the words its offices go by."""

    code: str
    name: str
    kind: str
    province: str
    head: str
    secretary: str = "Sekretaris Daerah"
    gazette: str = "Berita Daerah"
    office: str = "Perangkat Daerah"
    district: str = "Kecamatan"
    district_head: str = "Camat"
    ward: str = "Kelurahan"
    ward_head: str = "Lurah"
    seat: str = ""
    """Where papers are signed; the name of the region if empty."""

    @property
    def full_name(self) -> str:
        """For example 'Kota Mataram'."""
        return f"{self.kind} {self.name}"

    @property
    def government(self) -> str:
        """For example 'Pemerintah Kota Mataram'."""
        return f"Pemerintah {self.full_name}"

    @property
    def regulation(self) -> str:
        """For example 'Peraturan Wali Kota'."""
        return f"Peraturan {self.head}"

    @property
    def decree(self) -> str:
        """For example 'Keputusan Wali Kota'."""
        return f"Keputusan {self.head}"

    @property
    def place(self) -> str:
        """Where papers are signed."""
        return self.seat or self.name


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """Someone who signs. ``status`` is 'definitif' or the abbreviation in front of the title."""

    name: str
    title: str
    status: str = "definitif"
    appointment: str = ""
    number: str = ""
    """NIP, where the paper asks for it (an agreement; never a regulation)."""

    @property
    def signing_title(self) -> str:
        """The title in running text, e.g. 'Pj. Wali Kota Mataram'."""
        return self._behind_status(self.title)

    @property
    def signing_line(self) -> str:
        """The same in capitals; the abbreviation keeps its own letters."""
        return self._behind_status(self.title.upper())

    def _behind_status(self, title: str) -> str:
        return title if self.status == "definitif" else f"{self.status} {title}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Officials:
    """The two who sign a regulation: one sets it, one promulgates it."""

    head: Official
    secretary: Official


@dataclass(frozen=True, slots=True, kw_only=True)
class BpjsOffice:
    """The branch that is party to the agreement."""

    name: str
    head_name: str
    head_title: str
    npk: str = ""
    appointment: str = ""
    proxy: str = ""
    address: str = ""
    contact: str = ""

    @property
    def full_name(self) -> str:
        """The branch with the body it belongs to, whether or not its name already says so."""
        return self.name if self.name.startswith("BPJS") else f"BPJS Ketenagakerjaan {self.name}"


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
    """People and rupiah of everything in this paper."""

    people: int
    monthly: int
    yearly: int
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
    """One category inside the unit of an agreement."""

    category: str
    count: int
    segment: str
    programmes: str
    per_person: int
    monthly: int


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
    monthly: int = 0
    yearly: int = 0
    months: int = 12


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
class OpenPoint:
    """Something a lawyer must settle before the paper is signed."""

    text: str
    evidence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the draft was made from, so that it can be made again."""

    rulebook: str
    decided: str
    """ISO day of the decision: 2026-11-22."""
    decided_words: str
    program: str = "regpol"


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
    unit: WorkUnit | None = None
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

    def has(self, programme: str) -> bool:
        """Whether any category has the programme."""
        return any(item.code == programme for item in self.programmes)
