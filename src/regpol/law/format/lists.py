"""The shapes of the files beside the regulations: vocabulary, sources, silence, accounts, practice, wages."""

from dataclasses import dataclass

from regpol.law.format.calendar import CALENDAR_FILE
from regpol.law.format.cases import CASE_FILE
from regpol.law.format.regions import INSTRUMENT_FILE, REGION_FILE
from regpol.law.format.regulation import REGULATION
from regpol.law.format.rules import CONDITIONS, CellRecord
from regpol.law.format.scalars import (
    ANY_TEXT,
    CODE,
    EVIDENCE,
    QUESTION,
    REGION,
    SHORT_NAME,
    SOURCES,
    VALIDITY,
    YEARS,
    YES_NO,
    ValidityRecord,
    sole,
)
from regpol.law.format.values import OTHER, OtherRecord
from regpol.law.model import FactKind, Origin, Question
from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Reference, Shape
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.place import Place


@dataclass(frozen=True)
class SourceRecord:
    """A source as written."""

    place: Place
    name: str
    kind: str
    address: str = ""


@dataclass(frozen=True)
class RungRecord:
    """A kind of norm as written."""

    place: Place
    name: str
    short: str
    below: tuple[Text, ...] = ()
    instructing: bool = False
    delegated: bool = False


@dataclass(frozen=True)
class CategoryRecord:
    """A worker category as written."""

    place: Place
    name: str
    parents: tuple[Text, ...] = ()
    note: str = ""
    aliases: tuple[str, ...] = ()
    implies: tuple[tuple[Text, Text], ...] = ()


@dataclass(frozen=True)
class TermRecord:
    """An entry of a closed list as written."""

    place: Place
    name: str
    short: str = ""
    note: str = ""
    owner: Text | None = None
    umbrella: bool = False
    elsewhere: bool = False


@dataclass(frozen=True)
class FactRecord:
    """A fact as written."""

    place: Place
    name: str
    kind: FactKind
    origin: Origin
    ask: str
    changed_by: str
    options: tuple[Text, ...] = ()
    unit: str = ""
    question: Question | None = None
    orders: bool = False


@dataclass(frozen=True)
class SilenceRecord:
    """A declared silence as written."""

    place: Place
    name: str
    question: Question
    objects: tuple[Text, ...]
    read: tuple[Text, ...]
    conditions: tuple[tuple[tuple[Text, CellRecord], ...], ...] = ((),)
    validity: ValidityRecord | None = None
    room: str = ""
    note: str = ""


@dataclass(frozen=True)
class AccountRecord:
    """A budget account as written."""

    place: Place
    funds: tuple[Text, ...]
    programmes: tuple[Text, ...]
    category: Text
    code: str
    name: str
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class PracticeRecord:
    """A note on practice as written."""

    place: Place
    category: Text
    text: str
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    region: str = ""


@dataclass(frozen=True)
class WageRecord:
    """A minimum wage as written."""

    place: Place
    region: str
    years: tuple[int, int]
    evidence: Evidence
    amount: Text | None = None
    others: tuple[OtherRecord, ...] = ()
    basis: str = ""
    sources: tuple[Text, ...] = ()
    note: str = ""


def _key(name: str, shape: Shape[object], to: str, *, must: bool = False) -> Key:
    return Key(name, shape, to, must)


_EVIDENCE = Key("bukti", EVIDENCE, "evidence", True, "seberapa pasti", "sekunder")
_SOURCES = Key("sumber", SOURCES, "sources", False, "tempat dibaca")
_NOTE = Key("catatan", ANY_TEXT, "note", False, "catatan")

_SOURCE = Fields(
    "sumber",
    SourceRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("alamat", ANY_TEXT, "address"),
        _key(
            "jenis",
            Choice(
                "jenis sumber",
                {
                    word: word
                    for word in ("resmi", "cermin", "pemerintah", "berita", "surat", "blog", "kode", "contoh", "lain")
                },
            ),
            "kind",
            must=True,
        ),
    ),
)
_RUNG = Fields(
    "jenjang",
    RungRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("singkatan", ANY_TEXT, "short", must=True),
        _key("di_bawah", ListOf(CODE), "below"),
        _key("daya", Choice("daya", {"norma": False, "instruksi": True}), "instructing"),
        Key("perlu_delegasi", YES_NO, "delegated", False, "peraturan jenis ini menyebut norma yang memerintahkannya"),
    ),
)
_CATEGORY = Fields(
    "kategori",
    CategoryRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("induk", ListOf(CODE, or_one=True), "parents"),
        _key("keterangan", ANY_TEXT, "note"),
        Key("sebutan", ListOf(ANY_TEXT), "aliases", False, "sebutan lain dalam daftar daerah"),
        Key("menyiratkan", Named(CODE), "implies", False, "fakta yang pasti mengikuti kategori ini"),
    ),
)
_TERM = Fields(
    "istilah",
    TermRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("singkatan", ANY_TEXT, "short"),
        _key("keterangan", ANY_TEXT, "note"),
        Key("pemilik", CODE, "owner", False, "pihak yang memegang dana"),
        Key("umum", YES_NO, "umbrella", False, "skema keseluruhan tanpa rincian program"),
        Key("skema_lain", YES_NO, "elsewhere", False, "di luar BPJS Ketenagakerjaan"),
    ),
)
_FACT = Fields(
    "fakta",
    FactRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("jenis", Choice("jenis fakta", {str(kind): kind for kind in FactKind}), "kind", must=True),
        _key("satuan", ANY_TEXT, "unit"),
        _key("pilihan", ListOf(Reference("kode atau nama daftar", "kategori"), or_one=True), "options"),
        _key("asal", Choice("asal", {str(origin): origin for origin in Origin}), "origin", must=True),
        _key("soal", QUESTION, "question"),
        Key("tanya", ANY_TEXT, "ask", True, "pertanyaan kepada petugas"),
        Key("pengubah", ANY_TEXT, "changed_by", True, "siapa yang dapat mengubahnya"),
        Key("alokasi", YES_NO, "orders", False, "ya: tidak dibaca aturan, hanya mengurutkan orang di bawah pagu"),
    ),
)
_SILENCE = Fields(
    "pernyataan diam",
    SilenceRecord,
    (
        _key("nama", ANY_TEXT, "name", must=True),
        _key("soal", QUESTION, "question", must=True),
        _key("bila", CONDITIONS, "conditions"),
        _key("atas", ListOf(CODE, or_one=True, some=True), "objects", must=True),
        Key("dibaca", ListOf(SHORT_NAME, some=True), "read", True, "naskah yang dibaca dan diam"),
        _key("berlaku", VALIDITY, "validity"),
        Key("ruang", ANY_TEXT, "room", False, "ketentuan yang memberi daerah ruang mengatur"),
        _NOTE,
    ),
)
_ACCOUNT = Fields(
    "rekening",
    AccountRecord,
    (
        Key("dana", ListOf(CODE, or_one=True, some=True), "funds", True, "dana, satu atau daftar", "[add, pades]"),
        Key("program", ListOf(CODE, or_one=True, some=True), "programmes", True, "program", "[jkk, jkm]"),
        _key("kategori", CODE, "category", must=True),
        _key("kode", ANY_TEXT, "code", must=True),
        _key("uraian", ANY_TEXT, "name", must=True),
        _EVIDENCE,
        _SOURCES,
        _NOTE,
    ),
)
_PRACTICE = Fields(
    "praktik",
    PracticeRecord,
    (
        _key("kategori", CODE, "category", must=True),
        _key("wilayah", REGION, "region"),
        _key("isi", ANY_TEXT, "text", must=True),
        _EVIDENCE,
        _SOURCES,
    ),
)
_WAGE = Fields(
    "upah minimum",
    WageRecord,
    (
        _key("wilayah", REGION, "region", must=True),
        _key("tahun", YEARS, "years", must=True),
        Key("sebesar", Reference("rupiah", "Rp2.859.620"), "amount", False, "kosong bila bukti tidak_ditemukan"),
        Key("sumber_lain", ListOf(OTHER), "others", False, "angka lain menurut sumber lain"),
        _key("dasar", ANY_TEXT, "basis"),
        _EVIDENCE,
        _SOURCES,
        _NOTE,
    ),
)

SOURCE_FILE = sole("sumber", Named(_SOURCE, coded=True))
LADDER_FILE = sole("jenjang", Named(_RUNG, coded=True))
CATEGORY_FILE = sole("kategori", Named(_CATEGORY, coded=True))
TERM_FILE = Named(Named(_TERM, coded=True), coded=True)
FACT_FILE = sole("fakta", Named(_FACT, coded=True))
SILENCE_FILE = sole("diam", ListOf(_SILENCE, apart=True))
ACCOUNT_FILE = sole("rekening", ListOf(_ACCOUNT, apart=True))
PRACTICE_FILE = sole("praktik", ListOf(_PRACTICE, apart=True))
WAGE_FILE = sole("upah_minimum", ListOf(_WAGE, apart=True))

SCHEMAS: dict[str, Shape[object]] = {
    "peraturan": REGULATION,
    "sumber": SOURCE_FILE,
    "jenjang": LADDER_FILE,
    "kategori": CATEGORY_FILE,
    "istilah": TERM_FILE,
    "fakta": FACT_FILE,
    "diam": SILENCE_FILE,
    "rekening": ACCOUNT_FILE,
    "praktik": PRACTICE_FILE,
    "upah_minimum": WAGE_FILE,
    "wilayah": REGION_FILE,
    "daerah": INSTRUMENT_FILE,
    "kalender": CALENDAR_FILE,
    "kasus": CASE_FILE,
}
"""Every file shape by name; ``rules/skema/<name>.json`` is printed from it."""
