"""Names of people as two lists write them: titles off, short forms written out, likeness in percent.

Two forms serve two questions. The strict form tells whether two lists write the same name; the loose
one (old spelling, doubled letters, spaces) only finds who might be meant and never makes names equal.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from regpol.register.wording import words

_BEFORE = {"h", "hj", "haji", "hajah", "hajjah", "dr", "drs", "dra", "drg", "ir", "prof", "kh", "ust", "ustad"}
_BEFORE |= {"ustadz", "ustadzah", "tn", "ny", "nn", "bpk", "bapak", "ibu", "sdr", "sdri", "alm", "almh"}
_BEHIND = {"se", "sh", "st", "mm", "mh", "mt", "sp", "sip", "sag", "spd", "spdi", "skom", "ssos", "skm", "stp"}
_BEHIND |= {"mpd", "msi", "mkes", "mkom", "amd", "amdkeb", "amdkep", "skep", "sthi", "shi", "sei", "spt", "sfarm"}
_DEGREE = re.compile(r"\s[SMA]\.\s?[A-Z][A-Za-z]{0,5}\.?(?:\s?[A-Z][A-Za-z]{0,3}\.?)?\s*$")
_ASIDE = re.compile(r"\([^)]*\)")
_SHORT = {
    **dict.fromkeys(("moh", "mohd", "muh", "muhd", "mhd", "md"), "muhammad"),
    "abd": "abdul",
    "kms": "kemas",
    "kgs": "kiagus",
    "msy": "masayu",
    "nys": "nyimas",
}
_SAME_NAME = {
    **dict.fromkeys(("muhamad", "mohammad", "mohamad", "mochammad", "mochamad", "moch", "mohammed"), "muhammad"),
    **dict.fromkeys(("achmad", "akhmad", "achmat", "ahmat"), "ahmad"),
}
_OLD_SPELLING = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("sj", "sy"), ("ch", "h"))
_DOUBLED = re.compile(r"(.)\1+")
_PART_OF_THE_OTHER = 88
_INITIAL_COST = 95
_HOPEFUL = 50


@dataclass(frozen=True, slots=True, repr=False)
class Name:
    """A name. It has no printed form, so that no message can show it by accident."""

    written: str
    strict: str
    loose: str
    words: tuple[str, ...]
    grams: frozenset[str]
    initialled: bool


@lru_cache(maxsize=200_000)
def read_name(text: str) -> Name:
    """The name in a cell.

    >>> read_name("Drs. H. MOH. Yusuf, M.Si").strict
    'muhammad yusuf'
    >>> read_name("Nur Hayati").loose == read_name("NURHAYATI S.Pd").loose
    True
    """
    written = " ".join(text.split())
    plain = _ASIDE.sub(" ", written).split(",")[0]
    shorter = _DEGREE.sub("", plain)
    parts = _untitled(words(shorter) or words(plain))
    strict = tuple(_SHORT.get(part, part) for part in parts)
    loose = tuple(_loose(part) for part in strict)
    return Name(written, " ".join(strict), "".join(loose), loose, _grams(loose), any(len(part) == 1 for part in loose))


def _untitled(parts: tuple[str, ...]) -> tuple[str, ...]:
    while len(parts) > 1 and parts[0] in _BEFORE:
        parts = parts[1:]
    while len(parts) > 2 and parts[-1] in _BEHIND:
        parts = parts[:-1]
    return tuple(part for part in parts if part not in {"bin", "binti"}) or parts


def _loose(word: str) -> str:
    word = _SAME_NAME.get(word, word)
    for old, new in _OLD_SPELLING:
        word = word.replace(old, new)
    return _DOUBLED.sub(r"\1", word)


def _grams(parts: tuple[str, ...]) -> frozenset[str]:
    return frozenset(pair for part in parts for pair in map("".join, zip(f" {part}", f"{part} ", strict=True)))


def hopeful(one: Name, other: Name) -> bool:
    """Whether two names are worth a closer look: alike by half, or one of them with an initial."""
    if 200 * len(one.grams & other.grams) >= _HOPEFUL * (len(one.grams) + len(other.grams)):
        return True
    return one.initialled != other.initialled and bool(set(one.words) & set(other.words))


def likeness(one: Name, other: Name) -> int:
    """How alike two names are, in percent, the same whichever comes first.

    >>> likeness(read_name("Siti Aminah"), read_name("Siti Aminh"))
    86
    >>> likeness(read_name("M. Yusuf"), read_name("Muhammad Yusuf")), likeness(read_name("Budi"), read_name("Ahmad"))
    (95, 0)
    """
    if one.loose == other.loose:
        return 100
    if not one.grams or not other.grams:
        return 0
    shared = 200 * len(one.grams & other.grams) // (len(one.grams) + len(other.grams))
    if shared < 30:
        return shared
    few, many = sorted((one.words, other.words), key=len)
    if len(few) > 1 and set(few) < set(many):
        return max(shared, _PART_OF_THE_OTHER)
    if any(len(word) == 1 for word in (*few, *many)):
        return max(shared, _with_initials(one.words, other.words))
    return shared


def _with_initials(one: tuple[str, ...], other: tuple[str, ...]) -> int:
    """The likeness of what is left when each initial is taken for a word of the other that begins with it."""
    left, right = list(one), list(other)
    for mine, theirs in ((left, right), (right, left)):
        for initial in [word for word in mine if len(word) == 1]:
            meant = next((word for word in theirs if word not in mine and word.startswith(initial)), None)
            if meant:
                mine.remove(initial)
                theirs.remove(meant)
    if not left or not right:
        return 0
    first, second = _grams(tuple(left)), _grams(tuple(right))
    return 2 * _INITIAL_COST * len(first & second) // (len(first) + len(second))
