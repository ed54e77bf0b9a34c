"""What benefits may contain, as written: items, conditions, papers, steps and deadlines."""

from dataclasses import dataclass

from regpol.law.format.scalars import (
    ANY_TEXT,
    CODE,
    EVIDENCE,
    EVIDENCE_KEY,
    NAME,
    NOTE_KEY,
    PINPOINT_KEY,
    SOURCES,
    SOURCES_KEY,
    VALIDITY_KEY,
    ValidityRecord,
)
from regpol.law.model import BenefitForm, PersonFact
from regpol.law.shape import Choice, Fields, Key, ListOf
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.place import Place


@dataclass(frozen=True)
class ConditionRecord:
    """``syarat`` as written: words, and a threshold where the program can compare."""

    place: Place
    text: str
    fact: PersonFact | None = None
    at_least: Text | None = None
    below: Text | None = None


@dataclass(frozen=True)
class ItemRecord:
    """``butir`` as written."""

    place: Place
    text: str
    form: BenefitForm
    value: Text | None = None
    months: Text | None = None
    years: Text | None = None
    at_most: Text | None = None
    cap: Text | None = None
    lowest: Text | None = None
    highest: Text | None = None
    share: Text | None = None
    months_counted: Text | None = None
    conditions: tuple[ConditionRecord, ...] = ()
    pinpoint: str = ""
    evidence: Evidence | None = None
    sources: tuple[Text, ...] | None = None


@dataclass(frozen=True)
class StepRecord:
    """``langkah`` as written."""

    place: Place
    text: str
    bearer: Text
    deadline: Text | None = None
    pinpoint: str = ""
    evidence: Evidence | None = None
    sources: tuple[Text, ...] | None = None


@dataclass(frozen=True)
class SideRecord:
    """``sisi`` as written: one of several readings of the same benefit."""

    place: Place
    group: str
    by: str


@dataclass(frozen=True)
class BenefitRecord:
    """``manfaat`` as written."""

    place: Place
    name: str
    events: tuple[Text, ...]
    programme: Text
    recipient: str
    pinpoint: str
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    segments: tuple[Text, ...] = ()
    items: tuple[ItemRecord, ...] = ()
    conditions: tuple[ConditionRecord, ...] = ()
    papers: tuple[Text, ...] = ()
    steps: tuple[StepRecord, ...] = ()
    lapse: Text | None = None
    side: SideRecord | None = None
    validity: ValidityRecord | None = None
    note: str = ""


def _value(name: str, to: str, meaning: str) -> Key:
    return Key(name, CODE, to, False, f"nilai {meaning}")


_CONDITION = Fields(
    "syarat manfaat",
    ConditionRecord,
    (
        Key("isi", ANY_TEXT, "text", True, "syarat dengan kata sendiri"),
        Key(
            "fakta", Choice("fakta orang", {str(fact): fact for fact in PersonFact}), "fact", False, "yang dibandingkan"
        ),
        _value("paling_sedikit", "at_least", "ambang bawah; angka itu sendiri memenuhi"),
        _value("kurang_dari", "below", "ambang atas; angka itu sendiri tidak memenuhi"),
    ),
)
_CONDITIONS_KEY = Key("syarat", ListOf(_CONDITION), "conditions", False, "syarat")
_ITEM = Fields(
    "butir manfaat",
    ItemRecord,
    (
        Key("isi", ANY_TEXT, "text", True, "apa yang diberikan"),
        Key(
            "bentuk",
            Choice("bentuk manfaat", {str(form): form for form in BenefitForm}),
            "form",
            True,
            "cara menghitungnya",
            "nominal",
        ),
        _value("nilai", "value", "besarnya"),
        _value("selama", "months", "lamanya dalam bulan"),
        _value("lama_jenjang", "years", "lamanya tiap jenjang pendidikan dalam tahun"),
        _value("paling_banyak", "at_most", "jumlah anak terbanyak"),
        _value("batas", "cap", "batas atas upah"),
        _value("terendah", "lowest", "jumlah terendah"),
        _value("tertinggi", "highest", "jumlah tertinggi"),
        _value("bagian", "share", "bagian dari pensiun"),
        _value("masa_dihitung", "months_counted", "masa iur yang dihitung paling sedikit"),
        _CONDITIONS_KEY,
        Key("letak", ANY_TEXT, "pinpoint", False, "bila berbeda dari manfaatnya"),
        Key("bukti", EVIDENCE, "evidence", False, "bila berbeda dari manfaatnya"),
        Key("sumber", SOURCES, "sources", False, "bila berbeda dari manfaatnya"),
    ),
)
_STEP = Fields(
    "langkah",
    StepRecord,
    (
        Key("isi", ANY_TEXT, "text", True, "yang dilakukan"),
        Key("siapa", CODE, "bearer", True, "pihak yang melakukannya", "pemberi_kerja"),
        _value("tenggat", "deadline", "tenggatnya"),
        Key("letak", ANY_TEXT, "pinpoint", False, "bila berbeda dari manfaatnya"),
        Key("bukti", EVIDENCE, "evidence", False, "bila berbeda dari manfaatnya"),
        Key("sumber", SOURCES, "sources", False, "bila berbeda dari manfaatnya"),
    ),
)
_SIDE = Fields(
    "sisi",
    SideRecord,
    (
        Key("perkara", NAME, "group", True, "nama perkara yang sumbernya berbeda", "jkm-tiga-bulan"),
        Key("menurut", ANY_TEXT, "by", True, "siapa yang berkata demikian"),
    ),
)
BENEFIT = Fields(
    "manfaat",
    BenefitRecord,
    (
        Key("nama", NAME, "name", True, "nama manfaat, tunggal dalam berkas", "jkm-santunan"),
        Key("peristiwa", ListOf(CODE, or_one=True, some=True), "events", True, "peristiwa", "meninggal"),
        Key("program", CODE, "programme", True, "program", "jkm"),
        Key("segmen", ListOf(CODE, or_one=True), "segments", False, "hanya bagi segmen ini"),
        Key("penerima", ANY_TEXT, "recipient", True, "siapa yang menerima"),
        PINPOINT_KEY,
        EVIDENCE_KEY,
        SOURCES_KEY,
        Key("butir", ListOf(_ITEM), "items", False, "yang diberikan"),
        _CONDITIONS_KEY,
        Key("berkas", ListOf(CODE), "papers", False, "berkas klaim, dari daftar berkas_klaim"),
        Key("langkah", ListOf(_STEP), "steps", False, "urutan langkah"),
        _value("gugur", "lapse", "lamanya sampai hak menuntut gugur"),
        Key("sisi", _SIDE, "side", False, "bila sumber berbeda: tulis semua sisinya"),
        VALIDITY_KEY,
        NOTE_KEY,
    ),
)
