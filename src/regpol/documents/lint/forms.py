"""The forms of paper a rule may apply to, and how the form is guessed from a title."""

import re
from enum import StrEnum


class PaperForm(StrEnum):
    """What kind of paper is checked; the values are the words of the rule files."""

    REGIONAL = "perda"
    HEAD = "perkada"
    DECISION = "keputusan"
    VILLAGE = "perdes"
    VILLAGE_HEAD = "perkades"
    MEMORANDUM = "mou"
    AGREEMENT = "pks"
    INSTRUCTION = "instruksi"
    CIRCULAR = "edaran"
    MINUTES = "berita_acara"
    MEMO = "nota_dinas"
    LETTER = "surat"
    ATTACHED = "pendukung"
    """What goes along with a draft: an explanation of it, a sheet of initials, a list; it is sent to nobody."""
    EXPLANATION = "penjelasan"
    OTHER = "lain"

    @property
    def regulation(self) -> bool:
        """Whether it is made of Pasal and is enacted."""
        return self in {PaperForm.REGIONAL, PaperForm.HEAD, PaperForm.VILLAGE, PaperForm.VILLAGE_HEAD}

    @property
    def office(self) -> bool:
        """Whether it is a paper of the office: it goes to somebody, and nothing in it is enacted."""
        return self in {
            PaperForm.INSTRUCTION,
            PaperForm.CIRCULAR,
            PaperForm.MINUTES,
            PaperForm.MEMO,
            PaperForm.LETTER,
            PaperForm.ATTACHED,
        }

    @property
    def agreement(self) -> bool:
        """Whether two parties sign it."""
        return self in {PaperForm.MEMORANDUM, PaperForm.AGREEMENT}


_VILLAGE = "(?:DESA|KAMPUNG|NAGARI|GAMPONG|PEKON|LEMBANG|KALURAHAN|NEGERI|MARGA|OHOI)"
_TITLES = (
    (PaperForm.EXPLANATION, r"PENJELASAN\b"),
    (PaperForm.REGIONAL, r"(?:PERATURAN DAERAH|PERDASUS|PERDASI|QANUN)\b"),
    (PaperForm.VILLAGE_HEAD, rf"PERATURAN (?:KEPALA {_VILLAGE}|LURAH|KEUCHIK|WALI NAGARI|PERATIN|PERBEKEL)\b"),
    (PaperForm.VILLAGE, rf"(?:PERATURAN {_VILLAGE}|REUSAM)\b"),
    (PaperForm.HEAD, r"PERATURAN (?:GUBERNUR|BUPATI|WALI ?KOTA)\b"),
    (PaperForm.DECISION, r"KEPUTUSAN\b"),
    (PaperForm.INSTRUCTION, r"INSTRUKSI\b"),
    (PaperForm.CIRCULAR, r"(?:SURAT )?EDARAN\b"),
    (PaperForm.MEMORANDUM, r"(?:NOTA KESEPAKATAN|NOTA KESEPAHAMAN|KESEPAKATAN BERSAMA|MEMORANDUM)\b"),
    (PaperForm.AGREEMENT, r"PERJANJIAN KERJA ?SAMA\b"),
    (PaperForm.MINUTES, r"BERITA ACARA\b"),
    (PaperForm.MEMO, r"(?:NOTA DINAS|TELAAHAN)\b"),
    (PaperForm.ATTACHED, r"(?:KETERANGAN|LEMBAR (?:PARAF|KENDALI)|MATRIKS PERBANDINGAN|NASKAH KONSOLIDASI)\b"),
)


_ADDRESSED = re.compile(r"(?:KEPADA|YTH)\b")
_SUBJECT = re.compile(r"(?:HAL|PERIHAL)\b\s*[:|]?")


def guess_form(titles: list[str]) -> PaperForm:
    """The form a title speaks of; the first line that names a form decides, and a letter is told by its head.

    >>> guess_form(["BUPATI MELAWI", "PERATURAN BUPATI MELAWI"]), guess_form(["CATATAN RAPAT"])
    (<PaperForm.HEAD: 'perkada'>, <PaperForm.OTHER: 'lain'>)
    """
    heads = []
    for title in titles:
        plain = re.sub(r"^(?:SALINAN|RANCANGAN|DRAF)\s+", "", " ".join(title.upper().split()))
        plain = re.sub(r"WALI KOTA", "WALIKOTA", plain)
        for form, pattern in _TITLES:
            if re.match(pattern, plain):
                return form
        heads.append(plain)
    letter = all(any(mark.match(head) for head in heads) for mark in (_ADDRESSED, _SUBJECT))
    return PaperForm.LETTER if letter else PaperForm.OTHER


def regulation_form(titles: list[str]) -> PaperForm:
    """The form of the regulation a paper is, or joins with its amendments: these name it below their own title.

    >>> regulation_form(["NASKAH KONSOLIDASI", "PERATURAN DAERAH KOTA MATARAM"])
    <PaperForm.REGIONAL: 'perda'>
    """
    form = guess_form(titles)
    return guess_form(titles[1:]) if form is PaperForm.ATTACHED else form
