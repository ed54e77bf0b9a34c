"""What the file of a regulation may contain, as written: one file each."""

from dataclasses import dataclass

from regpol.law.format.benefits import BENEFIT, BenefitRecord
from regpol.law.format.rules import PROVISION, ProvisionRecord
from regpol.law.format.scalars import (
    ANY_TEXT,
    CITATION,
    CODE,
    EVIDENCE_KEY,
    NOTE_KEY,
    REGION,
    SHORT_NAME,
    SOURCES_KEY,
    SPAN_OR_DAYS,
    VALIDITY_KEY,
    ValidityRecord,
    matching,
)
from regpol.law.format.values import (
    CONTRIBUTION,
    DISCOUNT,
    VALUE,
    ContributionRecord,
    DiscountRecord,
    ValueRecord,
)
from regpol.law.model import Core
from regpol.law.shape import Choice, Converted, Fields, Key, ListOf
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.citation import Citation
from regpol.terms.dates import Span
from regpol.terms.place import Place


@dataclass(frozen=True)
class GazetteRecord:
    """``lembaran`` as written."""

    place: Place
    ln: str = ""
    tln: str = ""


@dataclass(frozen=True)
class RevokedRecord:
    """``dicabut`` as written."""

    place: Place
    by: Text
    since: Span
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    note: str = ""


@dataclass(frozen=True)
class OfficialTextRecord:
    """``naskah_resmi`` as written."""

    place: Place
    keeper: str
    address: str = ""
    seek: str = ""


@dataclass(frozen=True)
class RegulationRecord:
    """A regulation's file as written."""

    place: Place
    name: Text
    kind: Text
    number: str
    year: str
    about: str
    reading: str
    scope: str = "nasional"
    issuer: str = ""
    gazette: GazetteRecord | None = None
    validity: ValidityRecord | None = None
    amends: tuple[Text, ...] = ()
    revoked: RevokedRecord | None = None
    core: Core | None = None
    delegated_by: tuple[tuple[Place, Citation], ...] = ()
    undelegated: str = ""
    official: OfficialTextRecord | None = None
    series: str = ""
    note: str = ""
    provisions: tuple[ProvisionRecord, ...] = ()
    values: tuple[ValueRecord, ...] = ()
    contributions: tuple[ContributionRecord, ...] = ()
    discounts: tuple[DiscountRecord, ...] = ()
    benefits: tuple[BenefitRecord, ...] = ()


def _placed(place: Place, citation: Citation) -> tuple[Place, Citation]:
    return place, citation


_PLACED_CITATION = Converted(CITATION, _placed)
REGULATION = Fields(
    "peraturan",
    RegulationRecord,
    (
        Key("peraturan", SHORT_NAME, "name", True, "nama pendek", "UU 3/2024"),
        Key("jenis", CODE, "kind", True, "jenis menurut jenjang", "uu"),
        Key("nomor", ANY_TEXT, "number", True, "nomor", '"3"'),
        Key("tahun", matching(r"\d{4}", "tahun", '"2024"'), "year", True, "tahun", '"2024"'),
        Key("tentang", ANY_TEXT, "about", True, "judul tanpa kata tentang"),
        Key("lingkup", REGION, "scope", False, "nasional atau kode wilayah"),
        Key("penetap", ANY_TEXT, "issuer", False, "yang menetapkan"),
        Key(
            "lembaran",
            Fields("lembaran", GazetteRecord, (Key("ln", ANY_TEXT, "ln"), Key("tln", ANY_TEXT, "tln"))),
            "gazette",
            False,
            "nomor LN dan TLN bila terlihat di sumber",
        ),
        VALIDITY_KEY,
        Key("mengubah", ListOf(SHORT_NAME), "amends", False, "peraturan yang diubah"),
        Key(
            "dicabut",
            Fields(
                "dicabut",
                RevokedRecord,
                (
                    Key("oleh", SHORT_NAME, "by", True, "pencabut"),
                    Key("sejak", SPAN_OR_DAYS, "since", True, "hari pencabutan"),
                    EVIDENCE_KEY,
                    SOURCES_KEY,
                    NOTE_KEY,
                ),
            ),
            "revoked",
            False,
            "pencabutan",
        ),
        Key("seri", ANY_TEXT, "series", False, "peraturan tahunan yang termasuk satu seri", "pedoman APBD"),
        Key("inti", Choice("peraturan inti", {str(core): core for core in Core}), "core", False, "peraturan inti"),
        Key(
            "bacaan",
            Choice("bacaan", {word: word for word in ("lengkap", "sebagian", "tidak_ada")}),
            "reading",
            True,
            "berapa banyak naskah yang dibaca",
            "sebagian",
        ),
        Key("delegasi", ListOf(_PLACED_CITATION), "delegated_by", False, "norma yang memerintahkan atau memberi kuasa"),
        Key("tanpa_delegasi", ANY_TEXT, "undelegated", False, "alasan bila norma pendelegasinya tidak disebut"),
        Key(
            "naskah_resmi",
            Fields(
                "naskah resmi",
                OfficialTextRecord,
                (
                    Key("tempat", ANY_TEXT, "keeper", True, "penerbit atau laman yang menyimpannya", "JDIH Kemendagri"),
                    Key("alamat", ANY_TEXT, "address", False, "alamatnya, bila diketahui"),
                    Key("cari", ANY_TEXT, "seek", False, "yang perlu dicari di dalamnya"),
                ),
            ),
            "official",
            False,
            "tempat naskah resmi dapat diperoleh; belum tentu sudah dibaca di sana",
        ),
        NOTE_KEY,
        Key("ketentuan", ListOf(PROVISION, apart=True), "provisions", False, "ketentuan yang dimuat"),
        Key("nilai", ListOf(VALUE, apart=True), "values", False, "nilai bertanggal"),
        Key("iuran", ListOf(CONTRIBUTION, apart=True), "contributions", False, "susunan iuran"),
        Key("keringanan", ListOf(DISCOUNT, apart=True), "discounts", False, "keringanan iuran"),
        Key("manfaat", ListOf(BENEFIT, apart=True), "benefits", False, "manfaat tiap peristiwa"),
    ),
)
"""A regulation: one file each."""
