"""Numbers that were given once and stay: which comes next, and which fits in between.

>>> between(Kind.ARTICLE, "7", "8", set()), between(Kind.CLAUSE, "(2)", "(3)", {"(2a)"})
('7A', '(2b)')
>>> between(Kind.CHAPTER, "IV", "V", set()), after(Kind.CLAUSE, "(2a)"), after(Kind.PART, "Kesatu")
('IVA', '(3)', 'Kedua')
"""

import re

from regpol.documents.naskah.tree import Kind
from regpol.terms.language import letter, ordinal, roman

_ROMANS = {roman(number): number for number in range(1, 100)}
_ORDINALS = {ordinal(number): number for number in range(1, 100)}
_LAST = 27 * 26


def split(kind: Kind, mark: str) -> tuple[int, str]:
    """The number of a mark and the letters behind it; 0 for a mark of another make."""
    if kind is Kind.CHAPTER:
        return _split_roman(mark)
    if kind is Kind.PART:
        known = max((name for name in _ORDINALS if mark == name or mark.startswith(f"{name} ")), key=len, default="")
        return (_ORDINALS[known], mark[len(known) :].strip()) if known else (0, mark)
    found = re.fullmatch(r"\(?(\d+)\s?([A-Za-z]*)\)?", mark)
    return (int(found[1]), found[2]) if found else (0, mark)


def _split_roman(mark: str) -> tuple[int, str]:
    for cut in (0, 1, 2):
        whole = mark[: len(mark) - cut]
        if whole in _ROMANS and (cut or _ROMANS[whole] < 50):
            return _ROMANS[whole], mark[len(whole) :]
    return 0, mark


def write(kind: Kind, number: int, letters: str = "") -> str:
    """A number with its letters in the form of its kind."""
    if kind is Kind.CHAPTER:
        return f"{roman(number)}{letters}"
    if kind is Kind.PART:
        return f"{ordinal(number)} {letters}".strip()
    return f"({number}{letters})" if kind is Kind.CLAUSE else f"{number}{letters}"


def after(kind: Kind, last: str) -> str:
    """The number that follows the last one."""
    return write(kind, split(kind, last)[0] + 1)


def between(kind: Kind, before: str, following: str, taken: set[str]) -> str:
    """A free number behind ``before``; one that keeps the order with ``following`` wherever there is one."""
    number, letters = split(kind, before)
    limit = split(kind, following)
    series = [_letters(kind, place) for place in range(1, _LAST)]
    for own in series[series.index(letters) + 1 if letters in series else 0 :]:
        if write(kind, number, own) in taken:
            continue
        if limit[0] != number or series.index(own) < series.index(limit[1]):
            return write(kind, number, own)
        break
    return next(free for own in series if (free := write(kind, number, f"{letters}{own}")) not in taken)


def in_order(kind: Kind, before: str, mark: str, following: str) -> bool:
    """Whether a mark stands between its neighbours by its number; '' stands for no neighbour."""
    rank = [(*split(kind, it)[:1], len(split(kind, it)[1]), split(kind, it)[1]) for it in (before, mark, following)]
    return (not before or rank[0] < rank[1]) and (not following or rank[1] < rank[2])


def _letters(kind: Kind, place: int) -> str:
    return letter(place) if kind is Kind.CLAUSE else letter(place).upper()
