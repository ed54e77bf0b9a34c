"""How a fact enters the text, and why it cannot become structure.

A name, an address or a number comes from outside. It is folded onto one line, wrapped in two control
characters, and every sign that means something in naskah gets one in front. The parser reads markers
only where no control character stands, and drops them at the end: whatever a fact contains, it stays
words. Line marks (which template line wrote this?) travel the same way.
"""

import re

OPEN, CLOSE = "\x02", "\x03"
MARK_OPEN, MARK_CLOSE = "\x1f", "\x1e"

_MARK = re.compile(f"{MARK_OPEN}(?P<name>[^{MARK_CLOSE}]*):(?P<line>\\d+){MARK_CLOSE}")
_FACT = re.compile(f"{OPEN}(?P<value>[^{CLOSE}]*){CLOSE}{MARK_OPEN}=(?P<name>[^{MARK_CLOSE}]*){MARK_CLOSE}")
_NAMED = re.compile(f"{MARK_OPEN}=[^{MARK_CLOSE}]*{MARK_CLOSE}")
_PRINTED = re.compile(r"\{\{[-+]?\s*(?P<name>[^{}]+?)\s*[-+]?\}\}")
_SIGNS = re.compile(r"[#@~^|\[\]>]")
# controls, surrogates and the overrides that show text in another order than it is stored
_UNFIT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")
_TAG = re.compile(r"\{\{|\{%|\{#|\}\}|%\}|#\}")
_OPENS = {"{{": "}}", "{%": "%}", "{#": "#}"}


def defuse(value: object) -> str:
    r"""A fact as harmless words; Jinja calls it on everything a template prints.

    >>> defuse("RT 01\n(2) Ketua").replace(OPEN, "<").replace(CLOSE, ">")
    '<RT 01 (2) Ketua>'
    """
    bare = _NAMED.sub("", _MARK.sub("", str(value)))
    folded = _UNFIT.sub("", re.sub(r"\s+", " ", bare)).strip()
    return f"{OPEN}{_SIGNS.sub(lambda sign: OPEN + sign[0], folded)}{CLOSE}"


def clean(text: str) -> str:
    """The words without the control characters that guarded them."""
    return text.replace(OPEN, "").replace(CLOSE, "")


def mark_lines(source: str, name: str) -> str:
    """The template with its own name and line behind every line of text, and behind every fact what it is called.

    Lines that end inside a tag are left alone: a mark there would be part of the command.
    """
    marked: list[str] = []
    awaited = ""
    for number, line in enumerate(source.splitlines(), 1):
        inside = bool(awaited)
        for tag in _TAG.findall(line):
            if not awaited:
                awaited = _OPENS.get(tag, "")
            elif tag == awaited:
                awaited = ""
        named = line if inside or awaited else _PRINTED.sub(rf"\g<0>{MARK_OPEN}=\g<name>{MARK_CLOSE}", line)
        marked.append(line if awaited else f"{named}{MARK_OPEN}{name}:{number}{MARK_CLOSE}")
    return "\n".join(marked) + "\n"


def unmark(line: str) -> tuple[str, str, int]:
    """The line as the template wrote it, the template's name, and the line number there (0 if unknown)."""
    first = _MARK.search(line)
    text = _NAMED.sub("", _MARK.sub("", line))
    return (text, first["name"], int(first["line"])) if first else (text, "", 0)


def printed(line: str) -> list[tuple[str, str]]:
    """The facts a filled line prints, in order: what each is called in the template, and its words."""
    return [(found["name"], clean(found["value"])) for found in _FACT.finditer(line) if found["value"]]
