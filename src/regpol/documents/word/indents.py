"""How far each level of a list stands in, as the agency has set it in its styles file.

Whoever changes the indent of the style Ayat or Huruf in Word expects every list to follow, also one that stands
a level further out than its style; so the indents are read from the file and never assumed.
"""

import re
from dataclasses import dataclass
from typing import Any

from regpol.documents.word.ooxml import NAMESPACE
from regpol.documents.word.styles import BODY, STEP

_W = f"{{{NAMESPACE}}}"
_TWIPS = 56.6929
_LISTED = tuple(level.style for level in BODY if level.left)
_SLACK = 1.0
"""Millimetres by which a word processor may round an indent."""


@dataclass(frozen=True, slots=True)
class Indents:
    """Millimetres from the margin for each depth of a list, the outermost first."""

    lefts: tuple[float, ...]

    def at(self, depth: int) -> float:
        """The indent at a depth; none outside of every list.

        >>> Indents((10, 20)).at(-1), Indents((10, 20)).at(1), Indents((10, 20)).at(2)
        (0, 20, 30)
        """
        if depth < 0:
            return 0
        return self.lefts[depth] if depth < len(self.lefts) else self.lefts[-1] + self.lefts[0]

    def step(self, depth: int) -> float:
        """How much further in a depth stands than the one around it."""
        return self.at(depth) - self.at(depth - 1)

    def reached(self, left: float) -> int:
        """How many levels stand no further in than an indent.

        >>> Indents((10, 20)).reached(0), Indents((10, 20)).reached(20)
        (0, 2)
        """
        return sum(1 for it in self.lefts if it <= left + _SLACK)


def indents_of(styles: Any, numbering: Any) -> Indents:
    """The indents of a Word file; either root may be None, and what it does not say is as regpol set it."""
    lefts: list[float] = []
    for name in _LISTED:
        style = _style(styles, name)
        found = _left(style.find(f"{_W}pPr")) if style is not None else None
        if found is None and style is not None:
            found = _left(_level(numbering, style.get(f"{_W}styleId")))
        # a level that stands further out than the one around it would hide which list it belongs to
        around = lefts[-1] if lefts else 0
        lefts.append(found if found and found > around else around + STEP)
    return Indents(tuple(lefts))


def _style(root: Any, name: str) -> Any:
    if root is None:
        return None
    named = (it for it in root.iterfind(f"{_W}style") if it.find(f"{_W}name") is not None)
    return next((it for it in named if it.find(f"{_W}name").get(f"{_W}val") == name), None)


def _level(root: Any, style: str) -> Any:
    if root is None:
        return None
    levels = (it for it in root.iter(f"{_W}lvl") if it.find(f"{_W}pStyle") is not None)
    found = next((it for it in levels if it.find(f"{_W}pStyle").get(f"{_W}val") == style), None)
    return None if found is None else found.find(f"{_W}pPr")


def _left(shape: Any) -> float | None:
    indent = shape.find(f"{_W}ind") if shape is not None else None
    given = (indent.get(f"{_W}left") or indent.get(f"{_W}start") or "") if indent is not None else ""
    return round(int(given) / _TWIPS, 1) if re.fullmatch(r"\d+", given) else None
