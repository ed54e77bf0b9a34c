"""The shapes of ``wilayah.yaml`` and ``daerah.yaml``: what the law says of regions."""

from dataclasses import dataclass

from regpol.law.format.scalars import (
    ANY_TEXT,
    CODE,
    EVIDENCE_KEY,
    NOTE_KEY,
    REGION,
    SHORT_NAME,
    SOURCES_KEY,
    sole,
)
from regpol.law.model.regions import Thing
from regpol.law.shape import Choice, Fields, Key, ListOf
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED
from regpol.terms.place import Place

KINDS = ("provinsi", "kabupaten", "kota")


@dataclass(frozen=True)
class FormingRecord:
    """A forming law as written."""

    place: Place
    regions: tuple[str, ...]
    law: Text
    about: str
    evidence: Evidence
    gazette: str = ""
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class StatusRecord:
    """A special status as written."""

    place: Place
    status: Text
    regions: tuple[str, ...]
    law: Text
    evidence: Evidence
    pinpoint: str = UNVERIFIED
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class NameRecord:
    """A local name as written."""

    place: Place
    thing: Thing
    regions: tuple[str, ...]
    name: str
    law: Text
    evidence: Evidence
    kinds: tuple[str, ...] = ()
    short: str = ""
    head: str = ""
    pinpoint: str = UNVERIFIED
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class RegionsRecord:
    """``wilayah.yaml`` as written."""

    place: Place
    forming: tuple[FormingRecord, ...]
    statuses: tuple[StatusRecord, ...]
    names: tuple[NameRecord, ...]


@dataclass(frozen=True)
class InstrumentRecord:
    """A regional instrument as written."""

    place: Place
    region: str
    name: Text
    about: str
    evidence: Evidence
    text: str = ""
    sources: tuple[Text, ...] = ()


_LAW = Key("peraturan", SHORT_NAME, "law", True, "nama pendek peraturannya", "UU 4/1993")
_PINPOINT = Key("letak", ANY_TEXT, "pinpoint", False, "pasal, ayat, huruf; tanpa ini belum diverifikasi")
_REGIONS = Key("wilayah", ListOf(REGION, or_one=True, some=True), "regions", True, "nasional atau kode", '"93"')

_FORMING = Fields(
    "pembentukan",
    FormingRecord,
    (
        _REGIONS,
        _LAW,
        Key("tentang", ANY_TEXT, "about", True, "judul peraturannya"),
        Key("lembaran", ANY_TEXT, "gazette", False, "lembaran negara: tahun dan nomornya, serta tambahannya"),
        EVIDENCE_KEY,
        SOURCES_KEY,
        NOTE_KEY,
    ),
)
_STATUS = Fields(
    "kekhususan",
    StatusRecord,
    (
        Key("status", CODE, "status", True, "pilihan fakta kekhususan", "aceh"),
        _REGIONS,
        _LAW,
        _PINPOINT,
        EVIDENCE_KEY,
        SOURCES_KEY,
        NOTE_KEY,
    ),
)
_NAME = Fields(
    "sebutan",
    NameRecord,
    (
        Key("hal", Choice("hal", {str(thing): thing for thing in Thing}), "thing", True, "yang diberi nama", "desa"),
        _REGIONS,
        Key(
            "jenis",
            ListOf(Choice("jenis daerah", {kind: kind for kind in KINDS}), or_one=True),
            "kinds",
            False,
            "hanya pada jenis daerah ini",
        ),
        Key("nama", ANY_TEXT, "name", True, "namanya di sana", "Kampung"),
        Key("singkatan", ANY_TEXT, "short", False, "singkatannya"),
        Key("kepala", ANY_TEXT, "head", False, "sebutan pemimpinnya", "Kepala Kampung"),
        _LAW,
        _PINPOINT,
        EVIDENCE_KEY,
        SOURCES_KEY,
        NOTE_KEY,
    ),
)
_INSTRUMENT = Fields(
    "peraturan daerah",
    InstrumentRecord,
    (
        Key("wilayah", REGION, "region", True, "kode wilayah", '"16.71"'),
        Key("peraturan", SHORT_NAME, "name", True, "nama dan nomornya", "Perwali Palembang 3/2025"),
        Key("tentang", ANY_TEXT, "about", True, "yang diaturnya menurut sumber"),
        Key("isi", ANY_TEXT, "text", False, "yang dikatakan sumber; naskahnya sendiri belum terbaca"),
        EVIDENCE_KEY,
        SOURCES_KEY,
    ),
)
REGION_FILE = Fields(
    "berkas wilayah",
    RegionsRecord,
    (
        Key("pembentukan", ListOf(_FORMING), "forming", True, "undang-undang pembentukan"),
        Key("kekhususan", ListOf(_STATUS), "statuses", True, "daerah khusus dan istimewa"),
        Key("sebutan", ListOf(_NAME), "names", True, "nama setempat"),
    ),
)
INSTRUMENT_FILE = sole("daerah", ListOf(_INSTRUMENT))
