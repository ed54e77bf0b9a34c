"""Where a clause was written, under which conditions, and which facts it prints.

A clause that comes back from Word must lead to the template line a colleague has to change, or to the fact
that a project file holds. Conditions and names are read off the template's own text: they are shown to
people, never run.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

_BLOCK = re.compile(r"\{%[-+]?\s*(?P<word>if|elif|else|endif|for|endfor|set|include)\b(?P<rest>.*?)[-+]?%\}")
_PATH = re.compile(r"^[A-Za-z_][\w.]*")
_NAME = re.compile(r"(?<![\w.'\"])[A-Za-z_]\w*(?![\w'\"]*\()")
_DEEPEST = 6
"""Names of names that are followed; a template that goes deeper shows its own name."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A fact a clause prints: its name in the brief, and the words it came to."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Origin:
    """The template line of a clause, the conditions it stands under, and the facts it prints."""

    template: str
    line: int
    conditions: tuple[str, ...] = ()
    facts: tuple[Printed, ...] = ()


NOWHERE = Origin("", 0)


def joined(origins: Iterable[Origin]) -> Origin:
    """The origin of a clause written on several lines: where it begins, and everything it prints."""
    known = [origin for origin in origins if origin.template]
    if not known:
        return NOWHERE
    facts = tuple(fact for origin in known for fact in origin.facts)
    return Origin(known[0].template, known[0].line, known[0].conditions, facts)


@dataclass(frozen=True, slots=True)
class Outline:
    """What a template's own text tells of its lines."""

    conditions: tuple[tuple[str, ...], ...]
    """The conditions each line stands under, line 1 first."""
    names: Mapping[str, str]
    """Short names the template gives: 'r' for 'brief.region', 'p' for an item of 'brief.programmes'."""
    included: Mapping[str, tuple[str, ...]]
    """Templates it takes in, with the conditions they stand under."""

    def under(self, line: int) -> tuple[str, ...]:
        """The conditions of a line."""
        return self.conditions[line - 1] if 0 < line <= len(self.conditions) else ()

    def full(self, expression: str) -> str:
        """An expression with the short names of its template written out.

        >>> outline_of("{% set r = brief.region %}").full("r.name | kapital")
        'brief.region.name | kapital'
        """
        told = expression
        for _ in range(_DEEPEST):
            following = _NAME.sub(lambda found: self.names.get(found[0], found[0]), told)
            if following == told:
                break
            told = following
        return told


def outline_of(source: str) -> Outline:
    r"""Reads the blocks of a template line by line.

    >>> outline_of("{% if brief.year %}\nPasal\n{% endif %}").under(2)
    ('brief.year',)
    """
    stack: list[str] = []
    under: list[tuple[str, ...]] = []
    names: dict[str, str] = {}
    included: dict[str, tuple[str, ...]] = {}
    for line in source.split("\n"):  # marks of lines hold signs that splitlines takes for ends of lines
        before = tuple(stack)
        for block in _BLOCK.finditer(line):
            _read(block["word"], block["rest"].strip(), stack, names, included)
        under.append(before if len(before) <= len(stack) else tuple(stack))
    return Outline(tuple(under), names, included)


def _read(word: str, rest: str, stack: list[str], names: dict[str, str], included: dict[str, tuple[str, ...]]) -> None:
    if word in {"if", "for"}:
        stack.append(rest if word == "if" else f"untuk tiap {rest.partition(' in ')[2]}")
        if word == "for":
            _name_items(rest, names)
    elif word in {"endif", "endfor"}:
        del stack[-1:]
    elif word == "elif":
        stack[-1:] = [rest]
    elif word == "else":
        stack[-1:] = [f"bukan ({stack[-1]})"] if stack else []
    elif word == "set":
        name, _, value = (part.strip() for part in rest.partition("="))
        if _PATH.fullmatch(value) and name != value.partition(".")[0]:
            names[name] = value
    else:
        included.setdefault(rest.split()[0].strip("'\"") if rest else "", tuple(stack))


def _name_items(rest: str, names: dict[str, str]) -> None:
    items, _, source = rest.partition(" in ")
    path = _PATH.match(source.strip())
    if path and path[0].partition(".")[0] not in items:
        names.update({name.strip(): f"{path[0]}[]" for name in items.split(",")})
