"""Numbers, amounts and shares with their words: DR-057 to DR-059."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.prose import is_table
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText
from regpol.terms.dates import MONTHS
from regpol.terms.language import percent_words, rupiah_words, words

_NAMED = (
    "pasal|ayat|huruf|angka|nomor|no|tahun|bab|bagian|paragraf|lampiran|tanggal|kesatu|butir|halaman|kode|pukul|rt|rw"
    "|golongan|kelas|tingkat|triwulan|semester|periode|nip|nik|telepon|tabel|baris|kolom|format|model|versi|jalan"
    "|undang-undang dasar|dan|atau|dengan|sampai|jam"
)
_BARE = re.compile(r"(?<![\w.,/(:-])(\d{1,3}(?:\.\d{3})*|\d+)(?![\w.,/%:)-]*\d)(?![\w/%-])(?!\.\d)")
_BEFORE = re.compile(rf"(?:\b(?:{_NAMED})\.?|\(|,)\s*$|\b(?-i:[A-Z]+[a-z]?[A-Z]*)\s+$", re.IGNORECASE)
"""What makes a number a name and no count: 'Pasal 3', 'ISO 9001', 'PPh 21'."""
_AFTER = re.compile(rf"\s*(?:\(|%|{'|'.join(MONTHS)}|/|\||-)", re.IGNORECASE)
_SPELT = re.compile(r"(?<![\w.,])(\d{1,3}(?:\.\d{3})*|\d+) \(([a-z]+(?: [a-z]+)*)\)")
_NUMBER_WORDS = frozenset(
    re.findall(
        r"\S+",
        r"nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh ratus seratus ribu "
        r"seribu juta miliar milyar triliun",
    )
)
_MONEY = re.compile(r"\bR[Pp]\.? ?(\d[\d.]*)(,\d{2}|,-|,00-)?(?P<rest>\s*\((?P<words>[^)]*)\))?")
_SHARE = re.compile(r"(?<![\d,.])(\d+(?:[,.]\d+)?) ?%(?P<rest>\s*\((?P<words>[^)]*)\))?")
_REPORTING = {PaperForm.MEMO, PaperForm.LETTER, PaperForm.ATTACHED}
"""They report counts in digits; where they spell a number out, the words must still say the same."""
_ROUND = re.compile(r"\d{1,3}(?:\.\d{3})*|\d+")


def _lines(text: LintText) -> Iterator[Line]:
    """The norms; a table is none."""
    for line in text.body:
        if not is_table(line) and line.level not in {Level.CHAPTER, Level.PART, Level.SECTION, Level.ARTICLE}:
            yield line


def _value(written: str) -> int:
    return int(written.replace(".", ""))


@check("DR-057")
def numbers_are_spelt_out(text: LintText) -> Iterator[Finding]:
    """'8 (delapan)', and the words say the same number."""
    defined = {line.index for _, line in text.definitions}
    for line in _lines(text):
        content = line.content
        for found in _SPELT.finditer(content):
            said = found[2].split()
            if set(said) <= _NUMBER_WORDS and found[2] != words(_value(found[1])):
                better = f"{found[1]} ({words(_value(found[1]))})"
                yield Finding.at("DR-057", line, f"“{found[0]}”", better)
        counts = text.form not in _REPORTING and line.index not in defined
        for found in _BARE.finditer(content) if counts else ():
            before, after = content[: found.start()], content[found.end() :]
            if _BEFORE.search(before) or _AFTER.match(after) or re.search(r"[Rr]p\.?\s*$", before):
                continue
            if _value(found[1]) >= 10**15 or (1900 < _value(found[1]) < 2100 and "." not in found[1]):
                continue
            yield Finding.at("DR-057", line, f"“{found[1]}” tanpa terbilang", f"{found[1]} ({words(_value(found[1]))})")


@check("DR-058")
def amounts_are_spelt_out(text: LintText) -> Iterator[Finding]:
    """Closed up, points, two decimals, words with 'rupiah'."""
    for line in _lines(text):
        for found in _MONEY.finditer(line.content):
            digits = found[1].rstrip(".")
            if not _ROUND.fullmatch(digits) or _value(digits) >= 10**15:
                yield Finding.at("DR-058", line, f"“{found[0]}”", "titik di antara ribuan")
                continue
            better = rupiah_words(_value(digits))
            if found[2] not in {None, ",00", ",-"}:
                continue
            written = found[0].strip().removesuffix(".")
            if written != better:
                yield Finding.at("DR-058", line, f"“{written}”", better)


@check("DR-059")
def shares_are_spelt_out(text: LintText) -> Iterator[Finding]:
    """With 'persen', decimals after a comma."""
    for line in _lines(text):
        for found in _SHARE.finditer(line.content):
            rate = found[1].replace(".", ",")
            better = percent_words(rate)
            if found[0].strip() != better and not _said_otherwise(found["words"], rate):
                yield Finding.at("DR-059", line, f"“{found[0].strip()}”", better)


def _said_otherwise(said: str | None, rate: str) -> bool:
    """Whether decimals are read digit by digit, which is done as often."""
    if said is None:
        return False
    said = re.sub(r"\bper ?seratus$|\bprosen$", "persen", said)
    if said == percent_words(rate).partition("(")[2].rstrip(")"):
        return True
    whole, _, decimals = rate.partition(",")
    spelt = " ".join([words(int(whole)), "koma", *(words(int(digit)) for digit in decimals)])
    return said == f"{spelt} persen"
