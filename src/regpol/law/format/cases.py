"""What a file of legal cases may contain: situations, and what a lawyer expects the law to answer in them.

A case is read as strictly as a rule: a misspelt key is an error, not an expectation that never runs.
"""

from dataclasses import dataclass

from regpol.law.format.scalars import ANY_TEXT, CODE, QUESTION, sole
from regpol.law.model import Modality, Question
from regpol.law.shape import Choice, Fields, Key, ListOf, Named
from regpol.law.yaml_text import Text
from regpol.terms.answer import Answer
from regpol.terms.place import Place

ANSWERS = {
    "wajib": Answer.REQUIRED,
    "berhak": Answer.ENTITLED,
    "boleh": Answer.ALLOWED,
    "dilarang": Answer.FORBIDDEN,
    "di_luar": Answer.EXCLUDED,
    "belum_pasti": Answer.UNSETTLED,
    "fakta_kurang": Answer.UNKNOWN,
    "belum_terbaca": Answer.UNREAD,
    "tidak_berlaku": Answer.NOT_IN_FORCE,
    "tidak_diatur": Answer.SILENT,
}


@dataclass(frozen=True)
class ExpectationRecord:
    """One line of ``harap``."""

    place: Place
    question: Question
    object: Text
    answer: Answer
    programme: Text | None = None
    rule: Text | None = None
    absent: tuple[Text, ...] = ()
    modality: Modality | None = None
    bearer: Text | None = None


@dataclass(frozen=True)
class CaseRecord:
    """A situation and what the law answers in it; ``facts`` holds category, region, year and day too."""

    place: Place
    name: str
    provision: str
    facts: tuple[tuple[Text, str], ...]
    expected: tuple[ExpectationRecord, ...]


_EXPECTATION = Fields(
    "harapan",
    ExpectationRecord,
    (
        Key("soal", QUESTION, "question", True, "pertanyaan", "program"),
        Key("atas", CODE, "object", True, "objek", "jkk"),
        Key("jawaban", Choice("jawaban", ANSWERS), "answer", True, "jawaban", "wajib"),
        Key("program", CODE, "programme", False, "program yang dibayar, pada soal pendanaan"),
        Key("kaidah", CODE, "rule", False, "kaidah yang menjadi dasar"),
        Key(
            "sifat",
            Choice("sifat", {str(it): it for it in Modality}),
            "modality",
            False,
            "sifat kaidah itu, bila jawabannya bersandar pada kaidah lain yang lebih kuat",
        ),
        Key("siapa", CODE, "bearer", False, "pihak yang dibebani atau diberi hak oleh kaidah itu"),
        Key(
            "tanpa",
            ListOf(CODE, or_one=True),
            "absent",
            False,
            "kaidah yang tidak boleh tampil, misalnya karena sudah berakhir",
        ),
    ),
)
_CASE = Fields(
    "kasus",
    CaseRecord,
    (
        Key("nama", ANY_TEXT, "name", True, "nama berupa kalimat"),
        Key("ketentuan", ANY_TEXT, "provision", True, "ketentuan asal harapan"),
        Key("keadaan", Named(ANY_TEXT), "facts", True, "kategori, wilayah, tahun, tanggal, dan fakta"),
        Key("harap", ListOf(_EXPECTATION, some=True), "expected", True, "jawaban yang diharapkan"),
    ),
)
CASE_FILE = sole("kasus", ListOf(_CASE, some=True))
