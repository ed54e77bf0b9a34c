"""How the parts of a paper are recognised by what stands at the beginning of a line."""

import re
from dataclasses import dataclass

from regpol.documents.lint.text import Level
from regpol.terms.language import letter

_ORDINAL = r"(?:Ke\w+|Pertama|\d+|[IVX]+)(?:\s(?:Belas|Puluh(?:\s\w+)?))?"
DIKTUM = (
    *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA", "KEENAM", "KETUJUH", "KEDELAPAN", "KESEMBILAN"),
    *("KESEPULUH", "KESEBELAS", "KEDUABELAS", "KETIGABELAS", "KEEMPATBELAS", "KELIMABELAS"),
)
_DIKTUM = re.compile(rf"(KE\w+ (?:BELAS|PULUH)|PERTAMA|{'|'.join(reversed(DIKTUM))})\b\s*:?\s*")
_HEADINGS = (
    (Level.CHAPTER, re.compile(r"((?i:BAB)\s+(?:[IVXLC]+[A-Z]?|\d+))\b[.:]?\s*([^a-z]{3,}|[A-Z].*)?")),
    (Level.PART, re.compile(rf"((?:Bagian|BAGIAN)\s+{_ORDINAL})(?:\s+([A-Z].*[^.;:,]))?")),
    (Level.SECTION, re.compile(r"((?:Paragraf|PARAGRAF)\s+(?:\d+|Ke\w+|[IVX]+))(?:\s+([A-Z].*[^.;:,]))?")),
)
_ARTICLE = re.compile(r"((?:[Pp]asal|PASAL)\s+(?:\d+(?:\s?[A-Z]{1,2}(?![A-Z]))?|[IVX]+))\.?(?:\s+([^a-z]{3,}))?")
_CLAUSE = re.compile(r"(\(\s*(\d+)\s?[a-z]?\s*\)\.?)\s*(?=\S)")
_LISTS = (
    (Level.POINT, re.compile(r"(([a-z]{1,2})\.)\s+(?=\S)")),
    (Level.ITEM, re.compile(r"((\d{1,3})\.)\s+(?=\S)")),
    (Level.SUBPOINT, re.compile(r"(([a-z]{1,2})\))\s*(?=\S)")),
    (Level.SUBITEM, re.compile(r"((\d{1,3})\))\s*(?=\S)")),
    (Level.SUBPOINT, re.compile(r"(\(([a-z])\))\s*(?=\S)")),
    (Level.ITEM, re.compile(r"([•·▪*-])()\s+(?=\S)")),
)
LABEL = re.compile(r"((?:Menimbang|Mengingat|Memperhatikan|MENIMBANG|MENGINGAT|MEMPERHATIKAN)\s*:?)\s*")
LABELLED = {"menimbang": Level.RECITAL, "mengingat": Level.CITATION, "memperhatikan": Level.NOTICE}
ENACTING = re.compile(r"((?:Menetapkan|MENETAPKAN)\s*:?)\s*")
_CLOSING = re.compile(
    r"(?i:Agar setiap orang|Ditetapkan di|Diundangkan di|Disahkan di|Dikeluarkan di|Ditandatangani di)"
    r"|Demikian\b|Salinan sesuai|Salinan Keputusan|Tembusan"
)
_BEFORE_DIKTUM = re.compile(r"(?i:dengan (?:persetujuan|kesepakatan) bersama|dewan perwakilan rakyat)")


@dataclass(frozen=True, slots=True)
class Mark:
    """What a line begins with: the mark as written, its place in a row (0 if it has none), what follows."""

    level: Level
    written: str
    value: int
    step: str
    """How an address names it: 'huruf b'."""


def collapsed(text: str) -> str:
    """Capitals without any space, so that s p a c e d letters read as the word.

    >>> collapsed("M E M U T U S K A N :")
    'MEMUTUSKAN:'
    """
    return "".join(text.split()).upper()


def body_mark(text: str) -> Mark | None:
    """The heading, article, clause or list item that a line of the body begins with."""
    for level, pattern in _HEADINGS:
        if found := pattern.fullmatch(text):
            return Mark(level, found[1], 0, _step(level, found[1]))
    if found := _ARTICLE.fullmatch(text):
        return Mark(Level.ARTICLE, found[1], 0, f"Pasal {found[1].split(maxsplit=1)[1]}")
    if found := _CLAUSE.match(text):
        return Mark(Level.CLAUSE, found[1], int(found[2]), f"ayat ({found[2]})")
    return list_mark(text)


def list_mark(text: str) -> Mark | None:
    """The list item a line begins with."""
    for level, pattern in _LISTS:
        if found := pattern.match(text):
            word = "huruf" if level in {Level.POINT, Level.SUBPOINT} else "angka"
            shown = found[1].strip(".()")
            closed = ")" if level in {Level.SUBPOINT, Level.SUBITEM} else ""
            return Mark(level, found[1], _value(found[2]), f"{word} {shown}{closed}")
    return None


def diktum_mark(text: str) -> Mark | None:
    """KESATU, KEDUA at the beginning of a line."""
    found = _DIKTUM.match(text)
    return Mark(Level.DIKTUM, found[0].strip(), 0, f"Diktum {found[1]}") if found else None


def closes(text: str) -> bool:
    """Whether the closing of the paper begins with this line."""
    return bool(_CLOSING.match(text))


def before_decision(text: str) -> bool:
    """Whether the line belongs to what stands between the legal bases and Menetapkan."""
    return bool(_BEFORE_DIKTUM.match(text)) or collapsed(text).startswith("MEMUTUSKAN")


def _step(level: Level, written: str) -> str:
    word, number = written.split(maxsplit=1)
    return f"{'BAB' if level is Level.CHAPTER else word.capitalize()} {number}"


def _value(written: str) -> int:
    if not written:
        return 0
    if written.isdigit():
        return int(written)
    return next((number for number in range(1, 703) if letter(number) == written), 0)
