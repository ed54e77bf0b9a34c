"""What dated values and contributions may contain, as written."""

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
    VALIDITY_KEYS,
    ValidityRecord,
)
from regpol.law.shape import Choice, Fields, Key, ListOf, Reference
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.dates import ALWAYS_SINCE, NEVER_ENDS, Span
from regpol.terms.place import Place


@dataclass(frozen=True)
class ValueRowRecord:
    """A row of ``deret``; ``keys`` are the author's own."""

    place: Place
    amount: Text
    since: Span = ALWAYS_SINCE
    until: Span = NEVER_ENDS
    evidence: Evidence | None = None
    sources: tuple[Text, ...] | None = None
    basis: str = ""
    note: str = ""
    risk_group: str = ""
    region: str = ""
    year: tuple[int, int] | None = None


_ROW_KEYS = (
    Key("sebesar", Reference("jumlah seperti tertulis dalam peraturan", "0,24 %"), "amount", True, "jumlah", "Rp6.800"),
    *VALIDITY_KEYS[:2],
    Key("bukti", EVIDENCE, "evidence", False, "bila berbeda dari nilainya"),
    Key("sumber", SOURCES, "sources", False, "bila berbeda dari nilainya"),
    Key("dasar", ANY_TEXT, "basis", False, "keputusan yang menetapkan"),
    NOTE_KEY,
)


@dataclass(frozen=True)
class ValueRecord:
    """``nilai`` as written."""

    place: Place
    name: str
    meaning: str
    pinpoint: str
    evidence: Evidence
    unit: str
    rows: tuple[ValueRowRecord, ...]
    sources: tuple[Text, ...] = ()
    key_names: tuple[Text, ...] = ()
    note: str = ""


VALUE = Fields(
    "nilai",
    ValueRecord,
    (
        Key("nama", NAME, "name", True, "nama nilai", "pu_jkk"),
        Key("arti", ANY_TEXT, "meaning", True, "arti nilai"),
        PINPOINT_KEY,
        EVIDENCE_KEY,
        SOURCES_KEY,
        Key(
            "satuan",
            Choice("satuan", {word: word for word in ("persen", "rupiah", "bilangan")}),
            "unit",
            True,
            "satuan",
            "persen",
        ),
        Key("kunci", ListOf(CODE), "key_names", False, "kunci tambahan tiap baris"),
        Key(
            "deret",
            ListOf(
                Fields(
                    "baris nilai",
                    ValueRowRecord,
                    (*_ROW_KEYS, Key("kelompok_risiko", ANY_TEXT, "risk_group", False, "kelompok risiko kerja")),
                ),
                some=True,
            ),
            "rows",
            True,
            "baris bertanggal",
        ),
        NOTE_KEY,
    ),
)


@dataclass(frozen=True)
class ShareRecord:
    """A part of a contribution as written."""

    place: Place
    payer: Text
    value: Text


@dataclass(frozen=True)
class ContributionRecord:
    """``iuran`` as written."""

    place: Place
    programme: Text
    segment: Text
    pinpoint: str
    evidence: Evidence
    basis: str
    shares: tuple[ShareRecord, ...]
    sources: tuple[Text, ...] = ()
    cap: Text | None = None
    validity: ValidityRecord | None = None
    note: str = ""


CONTRIBUTION = Fields(
    "iuran",
    ContributionRecord,
    (
        Key("program", CODE, "programme", True, "program", "jkk"),
        Key("segmen", CODE, "segment", True, "segmen", "pu"),
        PINPOINT_KEY,
        EVIDENCE_KEY,
        SOURCES_KEY,
        Key("dasar", Choice("dasar", {"upah": "upah", "nominal": "nominal"}), "basis", True, "dasar hitung", "upah"),
        Key(
            "bagian",
            ListOf(
                Fields(
                    "bagian iuran",
                    ShareRecord,
                    (
                        Key("penanggung", CODE, "payer", True, "siapa membayar", "pemberi_kerja"),
                        Key("nilai", CODE, "value", True, "nama nilai tarifnya", "pu_jkk"),
                    ),
                ),
                some=True,
            ),
            "shares",
            True,
            "pembagian beban",
        ),
        Key("batas", CODE, "cap", False, "nilai batas upah"),
        VALIDITY_KEY,
        NOTE_KEY,
    ),
)
