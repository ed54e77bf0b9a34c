"""The closed sets the format itself knows: questions, modalities, kinds of fact, core regulations."""

from enum import StrEnum

from regpol.terms.answer import Answer


class Question(StrEnum):
    """The questions kept apart because different norms answer them; values are the words in the files."""

    MEMBERSHIP = "kepesertaan"
    SEGMENT = "segmen"
    PROGRAMME = "program"
    DUTY = "kewajiban"
    FUNDING = "pendanaan"
    DOCUMENT = "dokumen"

    @property
    def vocabulary(self) -> str:
        """The list its objects come from."""
        return {Question.DUTY: "tindakan", Question.FUNDING: "dana"}.get(self, str(self))

    @property
    def single(self) -> bool:
        """Whether exactly one object may be the answer."""
        return self is Question.SEGMENT

    @property
    def complete(self) -> bool:
        """Whether every object needs an answer; duties and documents are lists instead."""
        return self not in {Question.DUTY, Question.DOCUMENT}


class Modality(StrEnum):
    """What a norm does to its bearer; values are the words in the files."""

    REQUIRED = "wajib"
    ENTITLED = "berhak"
    ALLOWED = "dapat"
    EMPOWERED = "berwenang"
    CLASSIFIED = "termasuk"
    FORBIDDEN = "dilarang"
    EXCLUDED = "di_luar"
    UNREAD = "belum_terbaca"
    SILENT = "tidak_diatur"

    @property
    def answer(self) -> Answer:
        """The answer it gives where nothing stands against it."""
        return _ANSWERS[self]


_ANSWERS = {
    Modality.REQUIRED: Answer.REQUIRED,
    Modality.CLASSIFIED: Answer.REQUIRED,
    Modality.ENTITLED: Answer.ENTITLED,
    Modality.ALLOWED: Answer.ALLOWED,
    Modality.EMPOWERED: Answer.ALLOWED,
    Modality.FORBIDDEN: Answer.FORBIDDEN,
    Modality.EXCLUDED: Answer.EXCLUDED,
    Modality.UNREAD: Answer.UNREAD,
    Modality.SILENT: Answer.SILENT,
}


class Origin(StrEnum):
    """Where a fact comes from."""

    CASE = "kasus"
    PERSON = "orang"
    REGION = "wilayah"
    QUESTION = "soal"


class FactKind(StrEnum):
    """The type of a fact."""

    CODE = "kode"
    NUMBER = "bilangan"
    RUPIAH = "rupiah"
    DATE = "tanggal"
    YES_NO = "ya_tidak"


class Core(StrEnum):
    """The three core regulations every answer says a line about."""

    INPRES = "inpres"
    BUDGET_GUIDELINE = "pedoman_apbd"
    VILLAGE_ACT = "uu_desa"
