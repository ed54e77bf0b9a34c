"""The numbers Word shows: counted through the whole paper as Word counts them, with what styles pass on."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from regpol.documents.word.ooxml import NAMESPACE
from regpol.terms.language import letter, ordinal, roman

_W = f"{{{NAMESPACE}}}"
_FORMS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "decimalZero": lambda number: f"{number:02}",
    "ordinalText": ordinal,
    "bullet": lambda number: "",
    "none": lambda number: "",
}


class Styles:
    """The paragraph styles of a file and what each takes over from the one it is based on."""

    def __init__(self, root: Any) -> None:
        self._styles: dict[str, Any] = {}
        self._default: Any = None
        for style in () if root is None else root.iter(f"{_W}style"):
            self._styles[style.get(f"{_W}styleId")] = style
            if style.get(f"{_W}type") == "paragraph" and style.get(f"{_W}default") in {"1", "true"}:
                self._default = style

    def find(self, shape: Any, path: str) -> Any:
        """What a paragraph says of itself below ``w:pPr``, or the nearest style that says it; None if none does."""
        found = shape.find(path) if shape is not None else None
        style, left = self._of(shape), len(self._styles)
        while found is None and style is not None and left:
            found = style.find(f"{_W}pPr/{path}")
            style, left = self._parent(style), left - 1
        return found

    def _of(self, shape: Any) -> Any:
        named = shape.find(f"{_W}pStyle") if shape is not None else None
        return self._default if named is None else self._styles.get(named.get(f"{_W}val"))

    def _parent(self, style: Any) -> Any:
        based = style.find(f"{_W}basedOn")
        return None if based is None else self._styles.get(based.get(f"{_W}val"))

    def centered(self, shape: Any) -> bool:
        """Whether a paragraph stands in the middle."""
        found = self.find(shape, f"{_W}jc")
        return found is not None and found.get(f"{_W}val") == "center"


@dataclass(slots=True)
class Counter:
    """Counts as Word does: each list goes on, deeper levels start again under a new item."""

    styles: Styles
    levels: dict[str, dict[int, Any]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def next(self, shape: Any) -> str:
        """The number in front of the next paragraph as Word prints it; '' if it has none."""
        name, depth = self._list(shape)
        levels = self.levels.get(self.lists.get(name, ""), {})
        if depth not in levels:
            return ""
        counts = self.counts.setdefault(self.lists[name], {})
        for level, start in self.restarts.pop(name, {}).items():
            counts[level] = start - 1
            for deeper in [held for held in counts if held > level]:
                del counts[deeper]
        counts[depth] = counts.get(depth, _start(levels[depth]) - 1) + 1
        for deeper in [held for held in counts if held > depth and _restarts(levels.get(held), depth)]:
            del counts[deeper]
        return _written(levels, counts, depth)

    def inset(self, shape: Any) -> tuple[int, int]:
        """Where the first line of a paragraph and its others begin, in twips: its own word, its list, its style."""
        name, depth = self._list(shape)
        level = self.levels.get(self.lists.get(name, ""), {}).get(depth)
        own = shape.find(f"{_W}ind") if shape is not None else None
        listed = level.find(f"{_W}pPr/{_W}ind") if level is not None else None
        styled = self.styles.find(shape, f"{_W}ind") if own is None else None
        direct = shape is not None and shape.find(f"{_W}numPr") is not None
        said = [own, *((listed, styled) if direct else (styled, listed))]
        left, hanging, first = (_twips(said, names) for names in (("left", "start"), ("hanging",), ("firstLine",)))
        return left - hanging if hanging else left + first, left

    def _list(self, shape: Any) -> tuple[str, int]:
        numbered = self.styles.find(shape, f"{_W}numPr")
        if numbered is None or (named := numbered.find(f"{_W}numId")) is None:
            return "", 0
        depth = numbered.find(f"{_W}ilvl")
        return named.get(f"{_W}val"), int(depth.get(f"{_W}val")) if depth is not None else 0


def counter(styles: Styles, root: Any) -> Counter:
    """A counter at the beginning of a paper; ``root`` is the numbering part or None."""
    made = Counter(styles)
    if root is None:
        return made
    for abstract in root.findall(f"{_W}abstractNum"):
        levels = {int(level.get(f"{_W}ilvl")): level for level in abstract.findall(f"{_W}lvl")}
        made.levels[abstract.get(f"{_W}abstractNumId")] = levels
    for number in root.findall(f"{_W}num"):
        name = number.get(f"{_W}numId")
        made.lists[name] = number.find(f"{_W}abstractNumId").get(f"{_W}val")
        made.restarts[name] = {
            int(override.get(f"{_W}ilvl")): int(start.get(f"{_W}val"))
            for override in number.findall(f"{_W}lvlOverride")
            if (start := override.find(f"{_W}startOverride")) is not None
        }
    return made


def _written(levels: dict[int, Any], counts: dict[int, int], depth: int) -> str:
    shown = levels[depth].find(f"{_W}lvlText")
    text = shown.get(f"{_W}val") or "" if shown is not None else ""
    for level in range(depth + 1):
        if f"%{level + 1}" in text and level in levels:
            form = levels[level].find(f"{_W}numFmt")
            write = _FORMS.get(form.get(f"{_W}val") if form is not None else "decimal", str)
            text = text.replace(f"%{level + 1}", write(counts.get(level, _start(levels[level]))))
    return " ".join(text.split()) if any(sign.isalnum() for sign in text) else ""


def _twips(said: list[Any], names: tuple[str, ...]) -> int:
    """The nearest word on an indent; what is no number is none."""
    given = (it.get(f"{_W}{name}") for it in said if it is not None for name in names)
    found = next((it for it in given if it is not None), "0")
    return int(found) if found.lstrip("-").isdecimal() else 0


def _start(level: Any) -> int:
    found = level.find(f"{_W}start")
    return int(found.get(f"{_W}val")) if found is not None else 1


def _restarts(level: Any, depth: int) -> bool:
    """Whether a level starts again after an item of ``depth``."""
    held = level.find(f"{_W}lvlRestart") if level is not None else None
    if held is None:
        return True
    return depth < int(held.get(f"{_W}val"))
