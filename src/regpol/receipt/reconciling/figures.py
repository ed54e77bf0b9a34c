"""The numbers in a text that say something about people, money, months or rates.

Numbers that only name a place or a day (Pasal 7 ayat (2), 24/2011, 28 November 2026, halaman 3) are left out:
writers number by themselves, so the same paper has them in one format and not in the other.
"""

import re
from collections import Counter

from regpol.terms.dates import MONTHS

Figures = Counter[str]
"""How often each number stands there, as it is printed: '16.800', 'Rp56.042.448,00', '0,24 %'."""

_MONTH = "|".join(MONTHS)
_LABEL = re.compile(
    r"""
      -\ \d+\ -                                              # the number on top of a page
    | [Hh]alaman\ \d+(?:\ dari\ \d+)?
    | \(\d+[a-z]?\)
    | (?<![\w.,])\d{1,3}[.)](?=\s|$)                         # the label of an item
    | \b(?:pasal|ayat|angka|nomor|tahun|bab|diktum|lampiran|romawi|no\.?|tanggal)\s+\d+\w*
    | \b\d{1,2}\s+(?:"""
    + _MONTH
    + r""")(?:\s+\d{4})?
    | \b(?:"""
    + _MONTH
    + r""")\s+\d{4}
    | \b\d{4}-\d\d-\d\d\b
    | \b\d{1,2}-\d{1,2}-\d{4}\b
    | \b\d+(?:[/.]\d+)*/[\w/.]*\d\w*                           # the number of a regulation or a letter
    | \b\d{2}\.\d{2}(?:\.\d{2})*(?:\.\d{4})?\b                # the code of a region
    | \b\d{9,}\b                                             # NIK, NIP, account: not ours to count
    """,
    re.VERBOSE | re.IGNORECASE,
)
_NUMBER = re.compile(r"(?<![\w/.,-])-?(?:Rp\s?)?\d+(?:\.\d{3})*(?:,\d+)?(?![\w/])(?:\s?%)?")
_AMOUNT = re.compile(r"-?(?:Rp.*|\d{1,3}(?:\.\d{3})+(?:,\d+)?)")


def figures(text: str) -> Figures:
    """The numbers of a text.

    >>> sorted(figures("Pasal 7 ayat (2): 283 orang, 12 bulan, Rp 56.042.448,00; 0,24% sejak 1 Januari 2025"))
    ['0,24 %', '12', '283', 'Rp56.042.448,00']
    """
    plain = _LABEL.sub(" ", re.sub(r"\s+", " ", text))
    return Counter(canonical(found.group()) for found in _NUMBER.finditer(plain))


def canonical(printed: str) -> str:
    """One spelling for each number: spaces as we write them."""
    return re.sub(r"\s*%", " %", re.sub(r"Rp\s+", "Rp", printed.strip()))


def is_amount(figure: str) -> bool:
    """Whether it can only be money or a large count: those never stand in a paper by chance.

    >>> is_amount("Rp16.800"), is_amount("1.234"), is_amount("283"), is_amount("0,24 %")
    (True, True, False, False)
    """
    return bool(_AMOUNT.fullmatch(figure))


def value(figure: str) -> int | None:
    """The whole number it stands for, in rupiah or pieces; None if it is a rate or has sen.

    >>> value("Rp56.042.448,00"), value("283"), value("0,24 %")
    (56042448, 283, None)
    """
    bare = figure.removeprefix("Rp").replace(".", "")
    whole, _, rest = bare.partition(",")
    return int(whole) if whole.removeprefix("-").isdecimal() and not rest.strip("0") else None
