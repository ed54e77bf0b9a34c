"""The places a pinpoint names, so that two pinpoints can be compared without reading the words around them.

A place is a path: ``Pasal 4 ayat (2) huruf c`` lies inside ``Pasal 4``. What is not written in the law's
own units (a heading, a decree's paragraph in words) is one place of its own, equal only to itself.
"""

import re
from collections.abc import Iterator

from regpol.terms.citation import UNVERIFIED

Place = tuple[tuple[str, str], ...]

_ROOTS = ("pasal", "lampiran", "diktum")
_UNIT = r"Pasal \d+[A-Z]*|ayat \(\d+[a-z]?\)|huruf [A-Za-z]{1,2}\b|angka \d+|Lampiran(?: [IVXLC]+\b)?|Diktum [A-Z]+"
_COUNTED = r"Pasal \d+|ayat \(\d+\)|angka \d+|huruf [a-z]"
_RANGE = re.compile(rf"({_COUNTED}) sampai (?:dengan )?({_COUNTED})\b|({_COUNTED}) sampai (?:dengan )?(ayat \(\d+\))")
_ASIDE = re.compile(r" ?\([^()]*[a-z]{2}[^()]*\)| (?:dan|beserta) Penjelasan\w*")
_TOKEN = re.compile(rf"(?P<unit>{_UNIT})|(?P<turn>, dan | dan |, )|(?P<space> )|(?P<other>.)")


def places(pinpoint: str) -> tuple[Place, ...]:
    """Every place a pinpoint names; none if nobody has verified it.

    >>> places("Pasal 9 ayat (2) dan ayat (3)")
    ((('pasal', '9'), ('ayat', '2')), (('pasal', '9'), ('ayat', '3')))
    >>> places("bagian pengantar")
    ((('bagian pengantar', ''),),)
    """
    if pinpoint == UNVERIFIED:
        return ()
    bare = _ASIDE.sub("", _RANGE.sub(_each, pinpoint))
    found = tuple(_paths(bare))
    return found or (((pinpoint, ""),),)


def meet(one: str, other: str) -> bool:
    """Whether a place of one pinpoint is, holds or lies in a place of the other.

    >>> meet("Pasal 28 dan Pasal 29", "Pasal 29 ayat (2)"), meet("Pasal 2", "Pasal 29")
    (True, False)
    """
    theirs = places(other)
    return any(mine[: len(their)] == their[: len(mine)] for mine in places(one) for their in theirs)


def inside(one: str, other: str) -> bool:
    """Whether a place of one pinpoint is or lies in a place of the other.

    >>> inside("Pasal 28 ayat (3)", "Pasal 28"), inside("Pasal 28", "Pasal 28 ayat (3)")
    (True, False)
    """
    theirs = places(other)
    return any(mine[: len(their)] == their for mine in places(one) for their in theirs)


def left_over(one: str, others: tuple[str, ...]) -> bool:
    """Whether a place of the first pinpoint meets none of the others.

    >>> left_over("Pasal 28 dan Pasal 29", ("Pasal 28 ayat (4)",)), left_over("Pasal 28", ("Pasal 28 ayat (4)",))
    (True, False)
    """
    known = [place for other in others for place in places(other)]
    return any(
        not any(mine[: len(their)] == their[: len(mine)] for their in known) for mine in places(one)
    ) or not places(one)


def slug(text: str) -> str:
    """A text as a part of an id: small letters, digits and hyphens.

    >>> slug("Pasal 26 ayat (3) huruf c")
    'pasal-26-ayat-3-huruf-c'
    """
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def _each(match: re.Match[str]) -> str:
    """Everything from the first to the last; a range of two kinds of unit stays as it is."""
    (kind, first), (other, last) = (re.sub(r"[()]", "", unit).split() for unit in match.groups() if unit)
    if kind != other:
        return match[0]
    if kind == "huruf":
        names = [chr(code) for code in range(ord(first), ord(last) + 1)]
    else:
        names = [str(number) for number in range(int(first), int(last) + 1)]
    return ", ".join(f"{kind} ({name})" if kind == "ayat" else f"{kind} {name}" for name in names)


def _paths(text: str) -> Iterator[Place]:
    """The paths in order; nothing at all as soon as something else than units stands there."""
    tokens = list(_TOKEN.finditer(text))
    if any(token["other"] for token in tokens):
        return
    path: Place = ()
    turning = True
    for token in tokens:
        if token["turn"]:
            yield from (path,) if path else ()
            turning = True
        elif token["unit"]:
            kind, _, name = token["unit"].partition(" ")
            unit = (kind.lower(), name.strip("()"))
            kinds = [known for known, _ in path]
            if unit[0] in _ROOTS:
                yield from (path,) if path and not turning else ()
                path = (unit,)
            elif turning and unit[0] in kinds:
                path = (*path[: len(kinds) - 1 - kinds[::-1].index(unit[0])], unit)
            else:
                path = (*path, unit)
            turning = False
    yield from (path,) if path else ()
