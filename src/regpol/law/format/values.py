"""What dated values, contributions and discounts may contain, as written."""

from dataclasses import dataclass

from regpol.law.format.rules import CONDITION_KEY, CellRecord
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
from regpol.law.model import UNITS, VALUE_KEYS
from regpol.law.shape import Choice, Fields, Key, ListOf, Reference
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.dates import ALWAYS_SINCE, NEVER_ENDS, Span
from regpol.terms.place import Place


@dataclass(frozen=True)
class OtherRecord:
    """``sumber_lain`` as written: what another source says of the same row."""

    place: Place
    amount: Text
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    note: str = ""


_AMOUNT = Reference("jumlah seperti tertulis dalam peraturan", "0,24 %")
OTHER = Fields(
    "angka sumber lain",
    OtherRecord,
    (Key("sebesar", _AMOUNT, "amount", True, "jumlah", "Rp6.800"), EVIDENCE_KEY, SOURCES_KEY, NOTE_KEY),
)


@dataclass(frozen=True)
class ValueRowRecord:
    """A row of ``deret``; ``keys`` are those of `VALUE_KEYS` that the author wrote."""

    place: Place
    keys: tuple[tuple[str, Text], ...] = ()
    amount: Text | None = None
    since: Span = ALWAYS_SINCE
    until: Span = NEVER_ENDS
    evidence: Evidence | None = None
    sources: tuple[Text, ...] | None = None
    basis: str = ""
    note: str = ""
    others: tuple[OtherRecord, ...] = ()


def _row(place: Place, **written: object) -> ValueRowRecord:
    keys = tuple((name, code) for name in VALUE_KEYS if (code := written.pop(name, None)))
    return ValueRowRecord(place, keys, **written)  # type: ignore[arg-type]


_ROW_KEYS = (
    Key("sebesar", _AMOUNT, "amount", False, "jumlah; hanya boleh kosong bila bukti tidak_ditemukan", "Rp6.800"),
    *VALIDITY_KEYS[:2],
    Key("bukti", EVIDENCE, "evidence", False, "bila berbeda dari nilainya"),
    Key("sumber", SOURCES, "sources", False, "bila berbeda dari nilainya"),
    Key("dasar", ANY_TEXT, "basis", False, "keputusan yang menetapkan"),
    Key("sumber_lain", ListOf(OTHER), "others", False, "angka lain menurut sumber lain; keduanya ditampilkan"),
    *(Key(name, CODE, name, False, f"kode dari daftar {name}") for name in VALUE_KEYS),
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
    rows: tuple[ValueRowRecord, ...] = ()
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
        Key("satuan", Choice("satuan", {word: word for word in UNITS}), "unit", True, "satuan", "persen"),
        Key("kunci", ListOf(CODE), "key_names", False, "kunci tambahan tiap baris"),
        Key(
            "deret",
            ListOf(Fields("baris nilai", _row, _ROW_KEYS), some=True),
            "rows",
            False,
            "baris bertanggal; hanya boleh kosong bila bukti tidak_ditemukan",
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
class DivertedRecord:
    """A part of another programme's contribution that is moved here, as written."""

    place: Place
    programme: Text
    value: Text


@dataclass(frozen=True)
class TableRecord:
    """``tabel`` as written: the nominal table, and what sources tell of it while it is unread."""

    place: Place
    value: Text
    top: Text | None = None
    share: Text | None = None


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
    bands: Text | None = None
    table: TableRecord | None = None
    covers: tuple[Text, ...] = ()
    total: Text | None = None
    diverted: tuple[DivertedRecord, ...] = ()
    due: Text | None = None
    due_after: Text | None = None
    fine: Text | None = None
    wage: tuple[Text, ...] = ()
    measure: Text | None = None
    validity: ValidityRecord | None = None
    note: str = ""


_SHARE = Fields(
    "bagian iuran",
    ShareRecord,
    (
        Key("penanggung", CODE, "payer", True, "siapa membayar", "pemberi_kerja"),
        Key("nilai", CODE, "value", True, "nama nilai tarifnya", "pu_jkk"),
    ),
)
_DIVERTED = Fields(
    "bagian yang dialihkan",
    DivertedRecord,
    (
        Key("dari", CODE, "programme", True, "program yang iurannya dikurangi", "jkk"),
        Key("nilai", CODE, "value", True, "nama nilai bagiannya", "jkp_alih_jkk"),
    ),
)
_TABLE = Fields(
    "tabel iuran",
    TableRecord,
    (
        Key("nilai", CODE, "value", True, "nama nilai tabelnya", "bpu_jkk_tabel"),
        Key("tertinggi", CODE, "top", False, "nilai baris tertinggi yang disebut sumber"),
        Key("bagian", CODE, "share", False, "persentase yang dipakai sumber untuk menerangkan tabel"),
    ),
)
CONTRIBUTION = Fields(
    "iuran",
    ContributionRecord,
    (
        Key("program", CODE, "programme", True, "program", "jkk"),
        Key("segmen", CODE, "segment", True, "segmen", "pu"),
        PINPOINT_KEY,
        EVIDENCE_KEY,
        SOURCES_KEY,
        Key(
            "dasar",
            Choice("dasar", {word: word for word in ("upah", "nominal", "paket", "kontrak", "gaji")}),
            "basis",
            True,
            "dasar hitung",
            "upah",
        ),
        Key("bagian", ListOf(_SHARE, some=True), "shares", True, "pembagian beban"),
        Key("batas", CODE, "cap", False, "nilai batas upah"),
        Key("lapis", CODE, "bands", False, "nilai batas atas tiap lapis kontrak; hanya dengan dasar kontrak"),
        Key("ukuran", CODE, "measure", False, "fakta yang dipotong lapis; hanya dengan dasar kontrak"),
        Key("tabel", _TABLE, "table", False, "tabel nominal menurut penghasilan"),
        Key("meliputi", ListOf(CODE), "covers", False, "program lain dalam paket yang sama"),
        Key("jumlah", CODE, "total", False, "nilai iuran seluruhnya, sebagai pemeriksaan"),
        Key("dialihkan", ListOf(_DIVERTED), "diverted", False, "bagian iuran program lain; tidak ditagih lagi"),
        Key("tenggat", CODE, "due", False, "nilai tanggal jatuh tempo"),
        Key("tenggat_bulan", CODE, "due_after", False, "nilai jumlah bulan dari bulan iuran sampai jatuh tempo"),
        Key("denda", CODE, "fine", False, "nilai denda terlambat"),
        Key("hitung_upah", ListOf(CODE), "wage", False, "nilai untuk menghitung upah sebulan"),
        VALIDITY_KEY,
        NOTE_KEY,
    ),
)


@dataclass(frozen=True)
class DiscountRecord:
    """``keringanan`` as written."""

    place: Place
    name: str
    programmes: tuple[Text, ...]
    segment: Text
    share: Text
    pinpoint: str
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    conditions: tuple[tuple[tuple[Text, CellRecord], ...], ...] = ((),)
    not_from: tuple[Text, ...] = ()
    provided: str = ""
    validity: ValidityRecord | None = None
    note: str = ""


DISCOUNT = Fields(
    "keringanan",
    DiscountRecord,
    (
        Key("nama", NAME, "name", True, "nama keringanan, tunggal dalam berkas", "bpu-transportasi"),
        Key("program", ListOf(CODE, or_one=True, some=True), "programmes", True, "program", "[jkk, jkm]"),
        Key("segmen", CODE, "segment", True, "segmen", "bpu"),
        Key("bagian", CODE, "share", True, "nilai bagian iuran yang diringankan", "keringanan_bpu_transportasi"),
        PINPOINT_KEY,
        EVIDENCE_KEY,
        SOURCES_KEY,
        CONDITION_KEY,
        Key("kecuali_dana", ListOf(CODE), "not_from", False, "dana yang pembayarannya tidak mendapat keringanan"),
        Key("hanya_bila", ANY_TEXT, "provided", False, "syarat yang tidak dapat diperiksa program; ditampilkan"),
        VALIDITY_KEY,
        NOTE_KEY,
    ),
)
