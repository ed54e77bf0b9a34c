"""What each file of the rulebook may contain: records as written, names not yet resolved.

This is the one definition of the format: the loader reads with it and the editor's JSON Schema is
printed from it. The author's guide is docs/menulis-aturan.md.
"""

import re
from dataclasses import dataclass, field
from typing import TypeVar

from regpol.law.model import Core, FactKind, Modality, Origin, Question
from regpol.law.shape import Choice, Either, Fields, Key, ListOf, Named, Reference, Scalar, Shape
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.dates import ALWAYS_SINCE, NEVER_ENDS, Span, parse_date, parse_span
from regpol.terms.place import Place

T = TypeVar("T")


def _matching(pattern: str, meaning: str, example: str) -> Scalar[str]:
    compiled = re.compile(pattern)
    return Scalar(lambda text: text if compiled.fullmatch(text) else None, meaning, example, f"^(?:{pattern})$")


def _years(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{4})(?: sampai (\d{4}))?", text)
    return (int(match[1]), int(match[2] or match[1])) if match else None


ANY_TEXT = _matching(r"(?s:.*\S.*)", "teks", "…")
CODE = Reference("kode huruf kecil", "ketua_rt")
SHORT_NAME = Reference("nama pendek peraturan", "UU 3/2024")
REGION = _matching(r"\d\d(\.\d\d){0,2}(\.\d{4})?|nasional", "nasional atau kode wilayah dalam tanda kutip", '"52.71"')
YEARS = Scalar(_years, "tahun anggaran", "2024 atau 2022 sampai 2024")
DAY = Scalar(parse_date, "tanggal", "2024-04-25")
SPAN = Scalar(parse_span, "tanggal, atau tahun saja bila harinya tidak diketahui", "2024-04-25")
EVIDENCE = Choice(
    "bukti",
    {
        "resmi": Evidence.OFFICIAL,
        "cermin": Evidence.MIRROR,
        "sekunder": Evidence.SECONDARY,
        "lemah": Evidence.UNVERIFIED,
        "tidak_ditemukan": Evidence.NOT_FOUND,
    },
)
YES_NO = Choice("ya atau tidak", {"ya": True, "tidak": False})
SOURCES = ListOf(Reference("kode sumber", "mirror_pp44"))
QUESTION = Choice("soal", {str(question): question for question in Question})


@dataclass(frozen=True)
class ValidityRecord:
    """``berlaku`` as written."""

    place: Place
    since: Span = ALWAYS_SINCE
    until: Span = NEVER_ENDS
    years: tuple[int, int] | None = None


def _span(place: Place, earliest: object, latest: object) -> Span:
    del place
    return Span(earliest, latest)  # type: ignore[arg-type]


_SPAN_OR_DAYS = Either(
    SPAN,
    Fields(
        "rentang hari",
        _span,
        (
            Key("paling_awal", DAY, "earliest", True, "hari paling awal", "2023-01-01"),
            Key("paling_lambat", DAY, "latest", True, "hari paling lambat", "2023-11-07"),
        ),
    ),
)
_VALIDITY_KEYS = (
    Key("sejak", _SPAN_OR_DAYS, "since", False, "hari pertama berlaku"),
    Key("sampai", _SPAN_OR_DAYS, "until", False, "hari terakhir berlaku"),
    Key("tahun_anggaran", YEARS, "years", False, "tahun anggaran yang diatur"),
)
VALIDITY = Fields("masa berlaku", ValidityRecord, _VALIDITY_KEYS)
_VALIDITY_KEY = Key("berlaku", VALIDITY, "validity", False, "masa berlaku")


@dataclass(frozen=True)
class CellRecord:
    """The right side of a test: codes that must or must not match, or words about a number."""

    place: Place
    words: tuple[Text, ...]
    negated: bool = False


class _CellShape:
    """Reads a code, a list of codes, `{bukan: ...}` or a threshold in words; the fact decides which is sound."""

    _not = Fields("pengecualian", CellRecord, (Key("bukan", ListOf(CODE, or_one=True), "words", True, "yang bukan"),))

    def read(self, node, report):  # type: ignore[no-untyped-def]
        """The record, not yet typed by its fact."""
        from dataclasses import replace

        if hasattr(node, "keys"):
            return replace(self._not.read(node, report), negated=True)
        return CellRecord(node.place, ListOf(CODE, or_one=True).read(node, report))

    def schema(self) -> dict[str, object]:
        """Text, a list, or {bukan}."""
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, ListOf(CODE).schema(), self._not.schema()]}


CONDITIONS = ListOf(Named(_CellShape()), or_one=True)


@dataclass(frozen=True)
class NormRecord:
    """``maka`` as written."""

    place: Place
    bearer: Text
    modality: Modality
    objects: tuple[Text, ...]
    scheme: str = ""


@dataclass(frozen=True)
class ReadingRecord:
    """``tafsir`` as written."""

    place: Place
    by: str
    sources: tuple[Text, ...] = ()


@dataclass(frozen=True)
class RuleRecord:
    """``kaidah`` as written."""

    place: Place
    name: str
    question: Question
    norm: NormRecord
    conditions: tuple[tuple[tuple[Text, CellRecord], ...], ...] = ((),)
    reading: ReadingRecord | None = None
    overrides: tuple[Text, ...] = ()
    validity: ValidityRecord | None = None
    note: str = ""


_NAME = _matching(r"[a-z0-9]+(?:[-_][a-z0-9]+)*", "nama huruf kecil dengan tanda hubung", "kades-berhak")
_CONDITION_KEY = Key("bila", CONDITIONS, "conditions", False, "syarat; tanpa ini kaidah selalu terpenuhi")
_NORM = Fields(
    "maka",
    NormRecord,
    (
        Key("siapa", CODE, "bearer", True, "pihak yang diberi hak atau kewajiban", "pekerja"),
        Key(
            "sifat",
            Choice("sifat", {str(m): m for m in Modality if m is not Modality.SILENT}),
            "modality",
            True,
            "sifat norma",
            "wajib",
        ),
        Key("atas", ListOf(CODE, or_one=True), "objects", True, "apa yang diwajibkan atau dibolehkan", "[jkk, jkm]"),
        Key("skema", ANY_TEXT, "scheme", False, "skema lain yang menampung, hanya dengan di_luar"),
    ),
)
_READING = Fields(
    "tafsir",
    ReadingRecord,
    (Key("menurut", ANY_TEXT, "by", True, "siapa yang menafsirkan"), Key("sumber", SOURCES, "sources", True, "sumber")),
)
RULE = Fields(
    "kaidah",
    RuleRecord,
    (
        Key("nama", _NAME, "name", True, "nama kaidah, tunggal dalam berkas", "kades-berhak"),
        Key("soal", QUESTION, "question", True, "pertanyaan yang dijawab", "program"),
        _CONDITION_KEY,
        Key("maka", _NORM, "norm", True, "akibat hukum", "{siapa: pekerja, sifat: berhak, atas: [jkk]}"),
        Key("tafsir", _READING, "reading", False, "bila kaidah ini salah satu tafsir"),
        Key("mengecualikan", ListOf(Reference("kaidah", "pp-44-2015/bpu-wajib")), "overrides", False, "kaidah umum"),
        _VALIDITY_KEY,
        Key("catatan", ANY_TEXT, "note", False, "catatan"),
    ),
)


@dataclass(frozen=True)
class ProvisionRecord:
    """``ketentuan`` as written."""

    place: Place
    pinpoint: str
    gist: str
    evidence: Evidence
    sources: tuple[Text, ...] = ()
    amends: str = ""
    validity: ValidityRecord | None = None
    role: str = ""
    reason: str = ""
    rules: tuple[RuleRecord, ...] = ()
    note: str = ""


_EVIDENCE_KEY = Key("bukti", EVIDENCE, "evidence", True, "seberapa pasti naskahnya", "sekunder")
_SOURCES_KEY = Key("sumber", SOURCES, "sources", False, "tempat naskah dibaca")
_PINPOINT_KEY = Key("letak", ANY_TEXT, "pinpoint", True, "pasal, ayat, huruf", "Pasal 26 ayat (3) huruf c")
_NOTE_KEY = Key("catatan", ANY_TEXT, "note", False, "catatan")
PROVISION = Fields(
    "ketentuan",
    ProvisionRecord,
    (
        _PINPOINT_KEY,
        Key("pada", ANY_TEXT, "amends", False, "peraturan yang pasalnya diubah"),
        Key("isi", ANY_TEXT, "gist", True, "isi dengan kata sendiri"),
        _EVIDENCE_KEY,
        _SOURCES_KEY,
        _VALIDITY_KEY,
        Key(
            "sifat_teks",
            Choice("sifat teks", {word: word for word in ("definisi", "prosedur", "tidak_dimodelkan")}),
            "role",
            False,
            "bila ketentuan tidak menjadi kaidah",
        ),
        Key("alasan", ANY_TEXT, "reason", False, "alasan tidak dimodelkan"),
        Key("kaidah", ListOf(RULE), "rules", False, "kaidah yang bersandar pada ketentuan ini"),
        _NOTE_KEY,
    ),
)


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
    *_VALIDITY_KEYS[:2],
    Key("bukti", EVIDENCE, "evidence", False, "bila berbeda dari nilainya"),
    Key("sumber", SOURCES, "sources", False, "bila berbeda dari nilainya"),
    Key("dasar", ANY_TEXT, "basis", False, "keputusan yang menetapkan"),
    _NOTE_KEY,
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
        Key("nama", _NAME, "name", True, "nama nilai", "pu_jkk"),
        Key("arti", ANY_TEXT, "meaning", True, "arti nilai"),
        _PINPOINT_KEY,
        _EVIDENCE_KEY,
        _SOURCES_KEY,
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
                )
            ),
            "rows",
            True,
            "baris bertanggal",
        ),
        _NOTE_KEY,
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
        _PINPOINT_KEY,
        _EVIDENCE_KEY,
        _SOURCES_KEY,
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
                )
            ),
            "shares",
            True,
            "pembagian beban",
        ),
        Key("batas", CODE, "cap", False, "nilai batas upah"),
        _VALIDITY_KEY,
        _NOTE_KEY,
    ),
)


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
    note: str = ""
    provisions: tuple[ProvisionRecord, ...] = ()
    values: tuple[ValueRecord, ...] = ()
    contributions: tuple[ContributionRecord, ...] = field(default=())


REGULATION = Fields(
    "peraturan",
    RegulationRecord,
    (
        Key("peraturan", SHORT_NAME, "name", True, "nama pendek", "UU 3/2024"),
        Key("jenis", CODE, "kind", True, "jenis menurut jenjang", "uu"),
        Key("nomor", ANY_TEXT, "number", True, "nomor", '"3"'),
        Key("tahun", _matching(r"\d{4}", "tahun", '"2024"'), "year", True, "tahun", '"2024"'),
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
        _VALIDITY_KEY,
        Key("mengubah", ListOf(SHORT_NAME), "amends", False, "peraturan yang diubah"),
        Key(
            "dicabut",
            Fields(
                "dicabut",
                RevokedRecord,
                (
                    Key("oleh", SHORT_NAME, "by", True, "pencabut"),
                    Key("sejak", _SPAN_OR_DAYS, "since", True, "hari pencabutan"),
                    _EVIDENCE_KEY,
                    _SOURCES_KEY,
                    _NOTE_KEY,
                ),
            ),
            "revoked",
            False,
            "pencabutan",
        ),
        Key("inti", Choice("peraturan inti", {str(core): core for core in Core}), "core", False, "peraturan inti"),
        Key(
            "bacaan",
            Choice("bacaan", {word: word for word in ("lengkap", "sebagian", "tidak_ada")}),
            "reading",
            True,
            "berapa banyak naskah yang dibaca",
            "sebagian",
        ),
        _NOTE_KEY,
        Key("ketentuan", ListOf(PROVISION), "provisions", False, "ketentuan yang dimuat"),
        Key("nilai", ListOf(VALUE), "values", False, "nilai bertanggal"),
        Key("iuran", ListOf(CONTRIBUTION), "contributions", False, "susunan iuran"),
    ),
)
"""A regulation: one file each."""


def sole(name: str, shape: Shape[T]) -> Fields[T]:
    """A file whose one key holds everything."""

    def build(place: Place, content: T) -> T:
        del place
        return content

    return Fields(f"berkas {name}", build, (Key(name, shape, "content", True),))
