"""What a list of Word stands for: the marker its first item would print, for papers without our styles."""

from collections.abc import Mapping
from typing import Any

from regpol.documents.word.ooxml import NAMESPACE

_W = f"{{{NAMESPACE}}}"
_FIRST = {"decimal": "1", "lowerLetter": "a", "upperRoman": "I"}

Markers = Mapping[tuple[str, str], str]
"""Number and level of a list onto a marker: ('3', '1') -> '(1)'."""


def markers(root: Any) -> Markers:
    """The marker of each level of each list; ``root`` is the numbering part or None."""
    if root is None:
        return {}
    levels: dict[str, dict[str, str]] = {}
    for abstract in root.findall(f"{_W}abstractNum"):
        levels[abstract.get(f"{_W}abstractNumId")] = {
            level.get(f"{_W}ilvl"): _marker(level) for level in abstract.findall(f"{_W}lvl")
        }
    found = {}
    for number in root.findall(f"{_W}num"):
        name = number.find(f"{_W}abstractNumId").get(f"{_W}val")
        for depth, marker in levels.get(name, {}).items():
            found[number.get(f"{_W}numId"), depth] = marker
    return found


def _marker(level: Any) -> str:
    form, text = level.find(f"{_W}numFmt"), level.find(f"{_W}lvlText")
    if form is None or text is None:
        return ""
    first = _FIRST.get(form.get(f"{_W}val"), "")
    said = text.get(f"{_W}val") or ""
    # only the last counter counts: '%1.%2' is no marker of an Indonesian regulation
    return said.replace(f"%{int(level.get(f'{_W}ilvl')) + 1}", first) if first and said.count("%") == 1 else ""
