"""A project folder: the region, the people who sign, the BPJS office, the choices, the register.

Everything in it is read from ``project.yaml`` with the same strict reader and the same kind of
messages as the rulebook.
"""

from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_node, read_tree
from regpol.law.yaml_text import Node, Text
from regpol.project.blank import Blank, blanks_of
from regpol.project.budget_format import BUDGET, NO_BUDGET, BudgetPolicy
from regpol.project.packet_format import NO_PACKET, PACKET, PacketPolicy
from regpol.project.policy import NO_POLICY, Policy
from regpol.project.policy_format import POLICY
from regpol.project.realisation_format import COVERAGE, Coverage
from regpol.project.scenario_format import SCENARIOS, ScenarioRecord
from regpol.terms.dates import parse_date
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadProject

FILE = "project.yaml"


@dataclass(frozen=True)
class Signatory:
    """Someone who signs. ``status``: "definitif", or Pj., Plt., Plh., Pjs."""

    place: Place
    name: str
    title: str
    status: str = "definitif"
    number: str = ""
    decree: str = ""


@dataclass(frozen=True)
class Branch:
    """The BPJS Ketenagakerjaan office."""

    place: Place
    name: str
    head: str
    title: str
    npk: str = ""
    decree: str = ""
    address: str = ""
    contact: str = ""


@dataclass(frozen=True)
class District:
    """A kecamatan that signs an agreement, and who heads it."""

    place: Place
    code: str
    head: Signatory
    address: str = ""


@dataclass(frozen=True)
class AgreementTerms:
    """How long the agreement runs, and what it rests on."""

    place: Place
    years: int
    starts: str = ""
    ends: str = ""
    parent: str = ""
    proxy: str = ""


class Duty(StrEnum):
    """What is to be done with a regulation the region already has; values are the words of the file."""

    CARRY_OUT = "laksanakan"
    AMEND = "ubah"
    REPLACE = "ganti"
    REPEAL = "cabut"


@dataclass(frozen=True)
class EarlierAmendment:
    """A regulation that has already amended one the region has."""

    place: Place
    number: str
    year: int
    gazette: str = ""


@dataclass(frozen=True)
class ExistingRegulation:
    """A regulation the region already has on the matter, and what becomes of it."""

    place: Place
    kind: str
    number: str
    year: int
    about: str
    duty: Duty
    pinpoint: str = ""
    gazette: str = ""
    reason: str = ""
    """Why it is amended or repealed, as the considerations will say it after 'karena'."""
    amended_by: tuple[EarlierAmendment, ...] = ()


@dataclass(frozen=True)
class Project:
    """A project as read. Paths are relative to ``folder``."""

    place: Place
    region: str
    year: int
    about: str
    head: Signatory
    secretary: Signatory
    branch: Branch
    agreement: AgreementTerms
    districts: tuple[District, ...] = ()
    register: str = ""
    decree_list: str = ""
    mapping: str = ""
    styles: str = ""
    """The agency's own styles file for Word; '' for the one that comes with the templates."""
    seat: str = ""
    policy: Policy = NO_POLICY
    budget: BudgetPolicy = NO_BUDGET
    scenarios: tuple[tuple[Text, ScenarioRecord], ...] = ()
    coverage: tuple[Coverage, ...] = ()
    existing: tuple[ExistingRegulation, ...] = ()
    topics: tuple[tuple[Text, bool], ...] = ()
    """Topics of a regulation that the region wants or leaves out."""
    packet: PacketPolicy = NO_PACKET
    folder: Path = field(default=Path())

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """What the papers need and the project file does not say yet."""
        return blanks_of(self)

    @property
    def regional(self) -> tuple[Path, ...]:
        """The folder of regional law beside the project file, if there is one."""
        folder = self.folder / "peraturan"
        return (folder,) if folder.is_dir() else ()


def _text(meaning: str, example: str) -> Scalar[str]:
    return Scalar(lambda text: text.strip() or None, meaning, example)


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else None


_WORDS = _text("teks", "…")
_REGION = Scalar(
    lambda text: text if text.replace(".", "").isdecimal() else None, "kode wilayah dalam tanda kutip", '"52.71"'
)
_YEAR = Scalar(_whole, "tahun", "2025")
_DAY = Scalar(lambda text: text if parse_date(text) else None, "tanggal", "2025-01-01")
_SIGNATORY = Fields(
    "pejabat",
    Signatory,
    (
        Key("nama", _WORDS, "name", True, "nama lengkap tanpa gelar", "CONTOH NAMA"),
        Key("jabatan", _WORDS, "title", True, "nama jabatan", "Wali Kota Mataram"),
        Key("status", _WORDS, "status", False, "definitif, Pj., Plt., Plh., atau Pjs."),
        Key("nip", _WORDS, "number", False, "NIP, hanya dipakai dalam perjanjian"),
        Key("sk", _WORDS, "decree", False, "keputusan pengangkatan: nomor dan tanggal"),
    ),
)
_PROJECT = Fields(
    "proyek",
    Project,
    (
        Key("wilayah", _REGION, "region", True, "kode wilayah", '"52.71"'),
        Key("tahun", _YEAR, "year", True, "tahun anggaran", "2025"),
        Key("tentang", _WORDS, "about", True, "nama peraturan", "Penyelenggaraan Program …"),
        Key("tempat", _WORDS, "seat", False, "tempat penandatanganan"),
        Key("register", _WORDS, "register", False, "berkas register pekerja"),
        Key("daftar_sk", _WORDS, "decree_list", False, "berkas daftar SK pengangkatan", "daftar-sk.xlsx"),
        Key("pemetaan", _WORDS, "mapping", False, "berkas pemetaan kolom register", "pemetaan.yaml"),
        Key("gaya", _WORDS, "styles", False, "berkas gaya Word instansi", "gaya-kami.docx"),
        Key("kepala_daerah", _SIGNATORY, "head", True, "kepala daerah"),
        Key("sekretaris_daerah", _SIGNATORY, "secretary", True, "sekretaris daerah"),
        Key(
            "bpjs",
            Fields(
                "kantor BPJS Ketenagakerjaan",
                Branch,
                (
                    Key("kantor", _WORDS, "name", True, "nama kantor"),
                    Key("kepala", _WORDS, "head", True, "nama kepala kantor"),
                    Key("jabatan", _WORDS, "title", True, "jabatannya"),
                    Key("npk", _WORDS, "npk", False, "nomor pegawai"),
                    Key("sk", _WORDS, "decree", False, "keputusan direksi"),
                    Key("alamat", _WORDS, "address", False, "alamat kantor"),
                    Key("kontak", _WORDS, "contact", False, "telepon dan surel"),
                ),
            ),
            "branch",
            True,
            "kantor cabang",
        ),
        Key(
            "kesepakatan",
            Fields(
                "kesepakatan",
                AgreementTerms,
                (
                    Key("lama_tahun", _YEAR, "years", True, "lamanya dalam tahun", "1"),
                    Key("mulai", _DAY, "starts", False, "hari mulai"),
                    Key("sampai", _DAY, "ends", False, "hari berakhir"),
                    Key("induk", _WORDS, "parent", False, "naskah induk: nomor dan tanggal"),
                    Key("kuasa", _WORDS, "proxy", False, "surat kuasa atau pelimpahan"),
                ),
            ),
            "agreement",
            True,
            "jangka waktu",
        ),
        Key(
            "kecamatan",
            ListOf(
                Fields(
                    "kecamatan",
                    District,
                    (
                        Key("kode", _REGION, "code", True, "kode kecamatan", '"52.71.01"'),
                        Key("camat", _SIGNATORY, "head", True, "camat"),
                        Key("alamat", _WORDS, "address", False, "alamat kantor camat"),
                    ),
                )
            ),
            "districts",
            False,
            "kecamatan yang menandatangani",
        ),
        Key(
            "peraturan_daerah_ada",
            ListOf(
                Fields(
                    "peraturan yang ada",
                    ExistingRegulation,
                    (
                        Key("jenis", _WORDS, "kind", True, "jenis peraturan", "Peraturan Daerah"),
                        Key("nomor", _WORDS, "number", True, "nomor", '"7"'),
                        Key("tahun", _YEAR, "year", True, "tahun", "2020"),
                        Key("tentang", _WORDS, "about", True, "nama peraturan"),
                        Key("untuk", Choice("yang dilakukan", {duty.value: duty for duty in Duty}), "duty", True),
                        Key("letak", _WORDS, "pinpoint", False, "pasal yang memerintahkan", "Pasal 12 ayat (3)"),
                        Key("lembaran", _WORDS, "gazette", False, "lembaran atau berita daerah"),
                        Key("alasan", _WORDS, "reason", False, "mengapa diubah atau dicabut, sesudah kata karena"),
                        Key(
                            "diubah_dengan",
                            ListOf(
                                Fields(
                                    "perubahan terdahulu",
                                    EarlierAmendment,
                                    (
                                        Key("nomor", _WORDS, "number", True, "nomor", '"3"'),
                                        Key("tahun", _YEAR, "year", True, "tahun", "2022"),
                                        Key("lembaran", _WORDS, "gazette", False, "lembaran atau berita daerah"),
                                    ),
                                )
                            ),
                            "amended_by",
                            False,
                            "peraturan yang sudah mengubahnya, menurut urutan",
                        ),
                    ),
                )
            ),
            "existing",
            False,
            "peraturan daerah tentang hal yang sama, dan apa yang dilakukan terhadapnya",
        ),
        Key(
            "topik",
            Named(Choice("pilihan", {"ya": True, "tidak": False})),
            "topics",
            False,
            "topik peraturan yang diminta atau ditinggalkan",
            "tim_koordinasi: tidak",
        ),
        Key("kebijakan", POLICY, "policy", False, "pilihan yang dibuka hukum"),
        Key("anggaran", BUDGET, "budget", False, "pilihan rencana anggaran"),
        Key("cakupan", COVERAGE, "coverage", False, "berapa yang ikut dari seluruhnya, dengan sumbernya"),
        Key("paket", PACKET, "packet", False, "bentuk paket dan butir yang tidak dibuat; lihat docs/paket.md"),
        Key("skenario", SCENARIOS, "scenarios", False, "rencana lain untuk dibandingkan: yang berbeda dari proyek ini"),
    ),
)


def open_project(folder: Path) -> Project:
    """The project in a folder.

    Raises:
        Refused: if there is none, or with everything wrong in its file.
    """
    return project_from(project_tree(folder), folder)


def project_from(tree: Node, folder: Path) -> Project:
    """The project that a tree describes.

    Raises:
        Refused: with everything wrong in it.
    """
    return replace(read_node(tree, _PROJECT), folder=folder)


def project_tree(folder: Path) -> Node:
    """What ``project.yaml`` says, before its shape is looked at.

    Raises:
        Refused: if there is none, or it is no YAML of the kind we read.
    """
    path = folder / FILE
    if not path.is_file():
        trouble = f"{folder} tidak memuat {FILE}"
        raise Refused(BadProject(place=Place(str(folder)), trouble=trouble))
    return read_tree(path, f"{folder.name}/{FILE}")


def project_schema() -> dict[str, Any]:
    """The JSON Schema of ``project.yaml``."""
    return _PROJECT.schema()
