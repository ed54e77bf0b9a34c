"""References inside a sentence, and whether what they point at stands in the same paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from regpol.documents.lint.text import LISTED, Level, Line, LintText

_UNIT = r"(?:Pasal\s+\d+[A-Z]{0,2}|ayat\s+\(\d+[a-z]?\)|huruf\s+[a-z]{1,2}\b|angka\s+\d+)"
_CHAIN = re.compile(rf"\b{_UNIT}(?:(?:\s+sampai dengan\s+|,?\s*(?:dan/atau|dan|atau)?\s*){_UNIT})*")
_STEP = re.compile(r"(Pasal|ayat|huruf|angka)\s+\(?(\w+)")
_ELSEWHERE = re.compile(
    r"\s+(?:Undang-Undang|UU\b|PP\b|Kitab|UUD\b|Peraturan\s|Perda\b|Keputusan\s|Qanun\s|Instruksi\s|Perjanjian\s|Nota\s)"
    r"(?!(?:\S+\s+){0,4}ini\b)"
)
_BODY = (Level.ARTICLE, Level.CLAUSE, Level.TEXT, *LISTED)


@dataclass(frozen=True, slots=True)
class Pointer:
    """One unit that a chain of references names; the steps it leaves out are those of the chain so far."""

    written: str
    kind: str
    """'Pasal', 'ayat', 'huruf' or 'angka': the last step."""
    value: str
    pasal: str
    ayat: str
    huruf: str


@dataclass(frozen=True, slots=True)
class Chain:
    """References written in one go: 'Pasal 3 ayat (1), ayat (2), dan ayat (3)'."""

    written: str
    before: str
    """What stands in the sentence before it."""
    outside: bool
    """Whether it belongs to another regulation."""
    pointers: tuple[Pointer, ...]


def norms(text: LintText) -> tuple[Line, ...]:
    """The lines of the body that hold sentences; none of an amendment, whose articles belong to another paper."""
    if amends(text):
        return ()
    return tuple(line for line in text.body if line.level in _BODY or _orders(line))


def _orders(line: Line) -> bool:
    """Whether it is KESATU, KEDUA of a decision or an instruction."""
    return line.level is Level.DIKTUM and line.marker.startswith("KE")


def amends(text: LintText) -> bool:
    """Whether the paper changes or revokes another."""
    return text.name.upper().startswith(("PERUBAHAN", "PENCABUTAN"))


def number_of(line: Line) -> str:
    """'3' of Pasal 3, '(2)' as '2', 'b.' as 'b'.

    >>> from regpol.documents.lint.text import Level, Line
    >>> number_of(Line(number=1, text="", level=Level.CLAUSE, marker="(2)"))
    '2'
    """
    return line.marker.removeprefix("Pasal").strip(" ().")


def chains(line: Line, text: LintText) -> Iterator[Chain]:
    """Every chain of references of a line, read from where the line stands."""
    content = line.text if line.level is Level.TEXT else line.content
    for found in _CHAIN.finditer(content):
        outside = bool(_ELSEWHERE.match(content, found.end()))
        pointers = tuple(_pointers(found[0], _home(line, text)))
        yield Chain(found[0], content[: found.start()], outside, pointers)


def _home(line: Line, text: LintText) -> dict[str, str]:
    home = {"Pasal": "", "ayat": "", "huruf": "", "angka": ""}
    held: Line | None = line
    while held is not None:
        key = {Level.ARTICLE: "Pasal", Level.CLAUSE: "ayat"}.get(held.level)
        if key:
            home[key] = number_of(held)
        held = text.parent(held)
    return home


def _pointers(written: str, home: dict[str, str]) -> Iterator[Pointer]:
    here = dict(home)
    order = ("Pasal", "ayat", "huruf", "angka")
    for kind, value in _STEP.findall(written):
        here[kind] = value
        for lower in order[order.index(kind) + 1 :]:
            here[lower] = ""
        yield Pointer(f"{kind} ({value})" if kind == "ayat" else f"{kind} {value}", kind, value, *_first_three(here))


def _first_three(here: dict[str, str]) -> tuple[str, str, str]:
    return here["Pasal"], here["ayat"], here["huruf"]


def units(text: LintText) -> dict[tuple[str, str, str], Line]:
    """Every Pasal, ayat and huruf of the body by the numbers that lead to it."""
    found: dict[tuple[str, str, str], Line] = {}
    for pasal in text.pasals:
        number = number_of(pasal)
        found.setdefault((number, "", ""), pasal)
        for line in text.below(pasal):
            if line.level is Level.CLAUSE:
                found.setdefault((number, number_of(line), ""), line)
            elif line.level is Level.POINT:
                ayat = _above(line, text)
                found.setdefault((number, number_of(ayat) if ayat else "", number_of(line)), line)
    return found


def _above(line: Line, text: LintText) -> Line | None:
    held = text.parent(line)
    while held is not None and held.level is not Level.CLAUSE:
        held = text.parent(held)
    return held
