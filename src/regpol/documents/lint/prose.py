"""What several checks ask of words: shortened quotes, sentences, names of regulations, titles."""

import re

from regpol.documents.lint.text import Line, LintText

_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Pj|Plt|Pjs|Plh|dr|Dr|Ir|Drs|Hj|No|Jl|Rp|dll|dsb|dst|u\.p|a\.n|tgl|hlm)\.$")
_END = re.compile(r"(?<=[.])\s+(?=[A-Z])")
REGULATION = re.compile(
    r"(?P<kind>Undang-[Uu]ndang|Peraturan Pemerintah(?: Pengganti Undang-Undang)?|Peraturan Presiden"
    r"|Peraturan Menteri(?: [A-Z][\w,/-]*| dan| Republik| Indonesia)*|Peraturan Daerah(?: [A-Z]\w+)*"
    r"|Peraturan (?:Gubernur|Bupati|Wali ?[Kk]ota)(?: [A-Z]\w+)*)\s+Nomor\s+(?P<number>\S+)\s+Tahun\s+(?P<year>\d{4})"
)


def quoted(text: str, length: int = 90) -> str:
    """The beginning of a text between quotation marks."""
    short = text if len(text) <= length else f"{text[: length - 1].rstrip()}…"
    return f"“{short}”"


def tail(text: str, length: int = 60) -> str:
    """The end of a text between quotation marks."""
    return f"“{text}”" if len(text) <= length else f"“…{text[-length:].lstrip()}”"


def sentences(text: str) -> list[str]:
    """The sentences of a line; a point after an abbreviation or a title ends none."""
    parts: list[str] = []
    for part in _END.split(text):
        if parts and _ABBREVIATION.search(parts[-1]):
            parts[-1] += f" {part}"
        else:
            parts.append(part)
    return parts


def same_name(one: str, other: str) -> bool:
    """Whether two names differ at most in capitals, spaces and the mark at the end."""
    return _plain(one) == _plain(other)


def _plain(name: str) -> str:
    return re.sub(r"\W+", "", re.sub(r"\[.*?\]", "", name)).upper()


def cited(text: str) -> list[tuple[str, str, str]]:
    """The regulations a text names by number: kind, number, year."""
    return [(_short(found["kind"]), found["number"], found["year"]) for found in REGULATION.finditer(text)]


def _short(kind: str) -> str:
    return " ".join(kind.split()[:2]).upper()


def is_table(line: Line) -> bool:
    """Whether a line is a row of a table."""
    return " | " in line.text


def amending(text: LintText) -> bool:
    """Whether the paper changes another: its articles are then those of the paper it changes."""
    return text.name.upper().startswith("PERUBAHAN") or any(pasal.marker == "Pasal I" for pasal in text.pasals)


def repealing(text: LintText) -> bool:
    """Whether the paper does nothing but repeal another."""
    return text.name.upper().startswith("PENCABUTAN")
