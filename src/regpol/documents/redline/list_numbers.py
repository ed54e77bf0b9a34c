"""Gives what comes back from the older file a list of the newer one to be counted in."""

import copy
from collections.abc import Mapping
from typing import Any

from regpol.documents.word.ooxml import NAMESPACE, xml

_W = f"{{{NAMESPACE}}}"


class Lists:
    """The lists of two files; ``new`` is the numbering part that is written, or None."""

    def __init__(self, old: Any, new: Any, styles: frozenset[str]) -> None:
        self.old, self.new, self.styles = old, new, styles
        self._known: dict[str, str] = {}

    def learn(self, pairs: Mapping[Any, Any]) -> None:
        """Paragraphs that are one in both files tell which list is which."""
        for one, other in pairs.items():
            before, after = _number(one), _number(other)
            if before is not None and after is not None:
                self._known.setdefault(before.get(f"{_W}val"), after.get(f"{_W}val"))

    def fit(self, element: Any) -> None:
        """Takes out of a copy what the newer file does not know: styles and lists."""
        for kind in ("pStyle", "rStyle", "tblStyle"):
            for named in list(element.iter(f"{_W}{kind}")):
                if named.get(f"{_W}val") not in self.styles:
                    named.getparent().remove(named)
        for paragraph in element.iter(f"{_W}p"):
            number = _number(paragraph)
            if number is None or number.get(f"{_W}val") == "0":
                continue
            found = self._found(number.get(f"{_W}val"))
            if found:
                number.set(f"{_W}val", found)
            else:
                shape = number.getparent()
                shape.getparent().remove(shape)

    def _found(self, name: str) -> str:
        if name not in self._known:
            self._known[name] = self._copied(name)
        return self._known[name]

    def _copied(self, name: str) -> str:
        """A list of its own in the newer file, if that counts the same way; else ''."""
        if self.old is None or self.new is None:
            return ""
        number = next((it for it in self.old.findall(f"{_W}num") if it.get(f"{_W}numId") == name), None)
        if number is None:
            return ""
        counts = number.find(f"{_W}abstractNumId").get(f"{_W}val")
        if _way(self.old, counts) != _way(self.new, counts) or not _way(self.new, counts):
            return ""
        held = self.new.findall(f"{_W}num")
        fresh = str(max((int(it.get(f"{_W}numId")) for it in held), default=0) + 1)
        made = xml(f'<w:num w:numId="{fresh}"><w:abstractNumId w:val="{counts}"/></w:num>')
        made.extend(copy.deepcopy(it) for it in number.findall(f"{_W}lvlOverride"))
        held[-1].addnext(made)
        return fresh


def _number(paragraph: Any) -> Any:
    return paragraph.find(f"{_W}pPr/{_W}numPr/{_W}numId")


def _way(root: Any, name: str) -> tuple[tuple[str, str], ...]:
    """How a list counts: form and text of each level."""
    found = next((it for it in root.findall(f"{_W}abstractNum") if it.get(f"{_W}abstractNumId") == name), None)
    levels = [] if found is None else found.findall(f"{_W}lvl")
    said = (tuple(level.find(f"{_W}{part}") for part in ("numFmt", "lvlText")) for level in levels)
    return tuple((form.get(f"{_W}val"), text.get(f"{_W}val")) for form, text in said if None not in (form, text))
