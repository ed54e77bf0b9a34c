"""What a provision and its rules may contain, as written: names not yet resolved."""

from dataclasses import dataclass

from regpol.law.format.scalars import (
    ANY_TEXT,
    CODE,
    EVIDENCE_KEY,
    NAME,
    NOTE_KEY,
    PINPOINT_KEY,
    QUESTION,
    SOURCES,
    SOURCES_KEY,
    VALIDITY_KEY,
    ValidityRecord,
)
from regpol.law.model import Modality, Question
from regpol.law.shape import ByKind, Choice, Converted, Fields, Key, ListOf, Named, Reference
from regpol.law.yaml_text import Text
from regpol.terms.answer import Evidence
from regpol.terms.place import Place


@dataclass(frozen=True)
class CellRecord:
    """The right side of a test: codes that must or must not match, or words about a number."""

    place: Place
    words: tuple[Text, ...]
    negated: bool = False


def _not(place: Place, words: tuple[Text, ...]) -> CellRecord:
    return CellRecord(place, words, negated=True)


_CELL = ByKind(
    text=Converted(ListOf(CODE, or_one=True), CellRecord),
    sequence=Converted(ListOf(CODE, some=True), CellRecord),
    mapping=Fields(
        "pengecualian", _not, (Key("bukan", ListOf(CODE, or_one=True, some=True), "words", True, "yang bukan"),)
    ),
)
"""A code, a list of codes, `{bukan: ...}` or a threshold in words; the fact decides which is sound."""

CONDITIONS = ListOf(Named(_CELL), or_one=True, some=True)


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
    values: tuple[Text, ...] = ()
    note: str = ""


CONDITION_KEY = Key("bila", CONDITIONS, "conditions", False, "syarat; tanpa ini kaidah selalu terpenuhi")
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
        Key(
            "atas",
            ListOf(CODE, or_one=True, some=True),
            "objects",
            True,
            "apa yang diwajibkan atau dibolehkan",
            "[jkk, jkm]",
        ),
        Key("skema", ANY_TEXT, "scheme", False, "skema lain yang menampung, hanya dengan di_luar"),
    ),
)
_READING = Fields(
    "tafsir",
    ReadingRecord,
    (
        Key("menurut", ANY_TEXT, "by", True, "siapa yang menafsirkan"),
        Key("sumber", SOURCES, "sources", True, "kode sumber tempat tafsir itu dibaca"),
    ),
)
RULE = Fields(
    "kaidah",
    RuleRecord,
    (
        Key("nama", NAME, "name", True, "nama kaidah, tunggal dalam berkas", "kades-berhak"),
        Key("soal", QUESTION, "question", True, "pertanyaan yang dijawab", "program"),
        CONDITION_KEY,
        Key("maka", _NORM, "norm", True, "akibat hukum", "{siapa: pekerja, sifat: berhak, atas: [jkk]}"),
        Key("tafsir", _READING, "reading", False, "bila kaidah ini salah satu tafsir"),
        Key("mengecualikan", ListOf(Reference("kaidah", "pp-44-2015/bpu-wajib")), "overrides", False, "kaidah umum"),
        VALIDITY_KEY,
        Key("nilai", ListOf(CODE), "values", False, "nilai yang ikut dibaca: tenggat, denda, batas"),
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


PROVISION = Fields(
    "ketentuan",
    ProvisionRecord,
    (
        PINPOINT_KEY,
        Key("pada", ANY_TEXT, "amends", False, "peraturan yang pasalnya diubah"),
        Key("isi", ANY_TEXT, "gist", True, "isi dengan kata sendiri"),
        EVIDENCE_KEY,
        SOURCES_KEY,
        VALIDITY_KEY,
        Key(
            "sifat_teks",
            Choice("sifat teks", {word: word for word in ("definisi", "prosedur", "tidak_dimodelkan")}),
            "role",
            False,
            "bila ketentuan tidak menjadi kaidah",
        ),
        Key("alasan", ANY_TEXT, "reason", False, "alasan tidak dimodelkan"),
        Key("kaidah", ListOf(RULE, apart=True), "rules", False, "kaidah yang bersandar pada ketentuan ini"),
        NOTE_KEY,
    ),
)
