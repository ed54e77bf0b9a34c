"""What the brief of every paper has: the region, who signs, the bases of its clauses, what it was made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol


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


_EITHER = " Kabupaten/Kota"
"""How the law names what belongs to a regency or a city, whichever it is."""


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
    village: str = "Desa"
    village_head: str = "Kepala Desa"
    village_council: str = "Badan Permusyawaratan Desa"
    council: str = "Dewan Perwakilan Rakyat Daerah"
    law: str = "Peraturan Daerah"
    """What a regulation of council and head is called: Peraturan Daerah, or Qanun in Aceh."""
    budget: str = "Anggaran Pendapatan dan Belanja Daerah"
    called_government: str = ""
    seat: str = ""
    """Where papers are signed; the name of the region if empty."""
    unit_heads: tuple[str, ...] = ()
    """Who leads the smallest units that the region really has: 'Kepala Kampung', 'Lurah'; empty if not looked up."""
    unit_areas: tuple[str, ...] = ()
    """What those units are called, in the same order."""
    local_heads: tuple[str, ...] = ()
    """Of a province: who leads the regencies and cities in it, 'Bupati', 'Wali Kota'; empty for others."""
    local_areas: tuple[str, ...] = ()
    """What those are called, in the same order: 'kabupaten', 'kota'."""

    @property
    def full_name(self) -> str:
        """For example 'Kota Mataram'."""
        return f"{self.kind} {self.name}"

    @property
    def government(self) -> str:
        """For example 'Pemerintah Kota Mataram'."""
        return self.called_government or f"Pemerintah {self.full_name}"

    @property
    def line_above(self) -> str:
        """The line under the authority: the province a regency or city lies in; none for a province."""
        return f"Provinsi {self.province}" if self.province else ""

    @property
    def formal_name(self) -> str:
        """The name as titles of its regulations write it: 'Kota Mataram', 'Aceh'."""
        return self.government.removeprefix("Pemerintah ")

    @property
    def law_kind(self) -> str:
        """What a regulation of council and head is called, without whose it is: 'Peraturan Daerah', 'Qanun'."""
        return self.law.removesuffix(_EITHER).removesuffix(f" {self.formal_name}")

    @property
    def council_name(self) -> str:
        """The council by its full name: 'Dewan Perwakilan Rakyat Daerah Kota Mataram'."""
        council = self.council.removesuffix(_EITHER)
        return council if council.endswith(f" {self.name}") else f"{council} {self.formal_name}"

    @property
    def regulation(self) -> str:
        """For example 'Peraturan Wali Kota'."""
        return f"Peraturan {self.head}"

    @property
    def decree(self) -> str:
        """For example 'Keputusan Wali Kota'."""
        return f"Keputusan {self.head}"

    @property
    def units_led(self) -> str:
        """Who leads the smallest units: 'Lurah' in a city, 'Keuchik' in Aceh, 'Kepala Desa atau Lurah' elsewhere."""
        usual = (self.ward_head,) if self.kind == "Kota" else (self.village_head, self.ward_head)
        return " atau ".join(self.unit_heads or usual)

    @property
    def units_named(self) -> str:
        """The smallest units: 'Kelurahan', or 'Desa atau Kelurahan'."""
        usual = (self.ward,) if self.kind == "Kota" else (self.village, self.ward)
        return " atau ".join(self.unit_areas or usual)

    @property
    def leads(self) -> tuple[str, ...]:
        """Who collects data for the region: those below a governor, else who leads the smallest units."""
        return self.local_heads or tuple(self.units_led.split(" atau "))

    @property
    def lead(self) -> str:
        """The same in one phrase."""
        return " atau ".join(self.leads)

    @property
    def lead_area(self) -> str:
        """Where they do so: 'kabupaten atau kota', or 'Desa atau Kelurahan'."""
        return " atau ".join(self.local_areas) or self.units_named

    @property
    def gatherer(self) -> str:
        """Who gathers what they collect, 'Camat'; empty for a province, whose kecamatan are not its own."""
        return "" if self.local_heads else self.district_head

    @property
    def below(self) -> tuple[str, ...]:
        """Everybody the head of the region writes to below: 'Camat', 'Kepala Desa', 'Lurah'; or 'Bupati'."""
        return self.local_heads or (self.district_head, *self.leads)

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
class OpenPoint:
    """Something a lawyer must settle before the paper is signed.

    ``about`` is what it is about where not every paper asks that (a key of `regpol.project.Blank`, or ``wewenang``).
    """

    text: str
    evidence: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """What the draft was made from, so that it can be made again."""

    rulebook: str
    decided: str
    """ISO day of the decision: 2026-11-22."""
    decided_words: str
    program: str = "regpol"
    inputs: tuple[tuple[str, str], ...] = ()
    """What was read besides the law, each with its SHA-256: ('register', '9f86d0...')."""


class Filled(Protocol):
    """What every brief has, whatever paper it is for: the bases of its clauses, and what it was made from."""

    @property
    def region(self) -> Region: ...  # noqa: D102

    @property
    def bases(self) -> tuple[Basis, ...]: ...  # noqa: D102

    @property
    def open_points(self) -> tuple[OpenPoint, ...]: ...  # noqa: D102

    @property
    def stamp(self) -> Stamp: ...  # noqa: D102

    @property
    def named(self) -> Mapping[str, Mapping[str, str]]: ...  # noqa: D102
