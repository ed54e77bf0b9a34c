"""The paragraphs of a Word file with the numbers Word shows in front of them, typed or counted by Word."""

from collections.abc import Callable, Iterator
from typing import Any

from regpol.documents.lint.marks import LABEL, list_mark
from regpol.documents.lint.paragraphs import Paragraph
from regpol.documents.word import NAMESPACE
from regpol.terms.language import letter, ordinal, roman

_W = f"{{{NAMESPACE}}}"
_COLUMNS = 3
"""An item of a list laid out in a table has at most a mark, a colon and its words."""
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


def word_paragraphs(document: Any) -> tuple[Paragraph, ...]:
    """Every paragraph, tables row by row; deleted text is left out, inserted text is in.

    ``Paragraph.number`` is the place of the paragraph among all of the body, tables included, from 1.
    """
    reading = _Reading(document)
    return tuple(paragraph for paragraph in reading.blocks(document.element.body) if paragraph.text)


def paragraph_elements(document: Any) -> list[Any]:
    """The paragraphs of the body in the order in which they are numbered."""
    return list(document.element.body.iter(f"{_W}p"))


class _Reading:
    def __init__(self, document: Any) -> None:
        self.numbers = _Numbering(document)
        self.styles = {style.style_id: style for style in document.styles}
        self.places = {element: place for place, element in enumerate(paragraph_elements(document), 1)}

    def blocks(self, holder: Any) -> Iterator[Paragraph]:
        """Paragraphs and tables below an element, in order."""
        for element in holder:
            if element.tag == f"{_W}p":
                yield self._paragraph(element)
            elif element.tag == f"{_W}tbl":
                yield from self._table(element)
            elif element.tag in {f"{_W}sdt", f"{_W}sdtContent", f"{_W}ins"}:
                yield from self.blocks(element)

    def _table(self, table: Any) -> Iterator[Paragraph]:
        for row in table.findall(f"{_W}tr"):
            cells = [[part for part in self.blocks(cell) if part.text] for cell in row.findall(f"{_W}tc")]
            yield from _row([cell for cell in cells if cell])

    def _paragraph(self, element: Any) -> Paragraph:
        style = self._style(element)
        text = " ".join(_text(element).split())
        if text and (mark := self.numbers.mark(element, style)):
            text = f"{mark} {text}"
        elif not text and (counted := self.numbers.mark(element, style)) and len(counted) > len("1."):
            text = counted
        name = style.name if style is not None else ""
        return Paragraph(self.places[element], text, name or "", self._centered(element, style))

    def _style(self, element: Any) -> Any:
        named = element.find(f"{_W}pPr/{_W}pStyle")
        return self.styles.get(named.get(f"{_W}val")) if named is not None else self.styles.get("Normal")

    def _centered(self, element: Any, style: Any) -> bool:
        shape = element.find(f"{_W}pPr/{_W}jc")
        while shape is None and style is not None:
            shape, style = style.element.find(f"{_W}pPr/{_W}jc"), style.base_style
        return shape is not None and shape.get(f"{_W}val") == "center"


def _row(cells: list[list[Paragraph]]) -> Iterator[Paragraph]:
    """A row of a table: beside each other as one line, unless the cells are paragraphs set in columns."""
    if not cells:
        return
    first = cells[0][0].text
    if len(cells) == 1:
        yield from cells[0]
    elif (
        LABEL.match(first)
        or first.startswith(("Menetapkan", "KE", ":"))
        or (list_mark(f"{first} x") and len(cells) <= _COLUMNS)
    ):
        lead = " ".join(cell[0].text for cell in cells[:-1])
        head, *rest = cells[-1]
        yield Paragraph(head.number, f"{lead} {head.text}", head.style, centered=False)
        yield from rest
    elif any(len(cell) > 1 for cell in cells):
        for cell in cells:
            yield from cell
    else:
        text = " | ".join(" ".join(part.text for part in cell) for cell in cells)
        yield Paragraph(cells[0][0].number, text, cells[0][0].style, centered=False)


def _text(element: Any) -> str:
    parts = []
    for node in element.iter():
        if node.tag == f"{_W}t":
            parts.append(node.text or "")
        elif node.tag in {f"{_W}tab", f"{_W}br", f"{_W}cr"} and node.getparent().tag == f"{_W}r":
            parts.append(" ")
        elif node.tag == f"{_W}noBreakHyphen":
            parts.append("-")
    return "".join(parts)


class _Numbering:
    """Counts as Word does: each list goes on, deeper levels start again under a new item."""

    def __init__(self, document: Any) -> None:
        self.levels: dict[str, dict[int, Any]] = {}
        self.lists: dict[str, str] = {}
        self.restarts: dict[str, dict[int, int]] = {}
        self.counts: dict[str, dict[int, int]] = {}
        try:
            root = document.part.numbering_part.element
        except (KeyError, NotImplementedError):
            return
        for abstract in root.findall(f"{_W}abstractNum"):
            levels = {int(level.get(f"{_W}ilvl")): level for level in abstract.findall(f"{_W}lvl")}
            self.levels[abstract.get(f"{_W}abstractNumId")] = levels
        for number in root.findall(f"{_W}num"):
            name = number.get(f"{_W}numId")
            self.lists[name] = number.find(f"{_W}abstractNumId").get(f"{_W}val")
            self.restarts[name] = {
                int(override.get(f"{_W}ilvl")): int(start.get(f"{_W}val"))
                for override in number.findall(f"{_W}lvlOverride")
                if (start := override.find(f"{_W}startOverride")) is not None
            }

    def mark(self, element: Any, style: Any) -> str:
        """The number of a paragraph as Word prints it; '' if it has none."""
        name, depth = self._list(element, style)
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
        return self._written(levels, counts, depth)

    def _list(self, element: Any, style: Any) -> tuple[str, int]:
        numbered, held = element.find(f"{_W}pPr/{_W}numPr"), style
        while numbered is None and held is not None:
            numbered, held = held.element.find(f"{_W}pPr/{_W}numPr"), held.base_style
        if numbered is None or (named := numbered.find(f"{_W}numId")) is None:
            return "", 0
        depth = numbered.find(f"{_W}ilvl")
        return named.get(f"{_W}val"), int(depth.get(f"{_W}val")) if depth is not None else 0

    def _written(self, levels: dict[int, Any], counts: dict[int, int], depth: int) -> str:
        shown = levels[depth].find(f"{_W}lvlText")
        text = shown.get(f"{_W}val") if shown is not None else ""
        for level in range(depth + 1):
            if f"%{level + 1}" in text and level in levels:
                form = levels[level].find(f"{_W}numFmt")
                write = _FORMS.get(form.get(f"{_W}val") if form is not None else "decimal", str)
                text = text.replace(f"%{level + 1}", write(counts.get(level, _start(levels[level]))))
        return " ".join(text.split()) if any(sign.isalnum() for sign in text) else ""


def _start(level: Any) -> int:
    found = level.find(f"{_W}start")
    return int(found.get(f"{_W}val")) if found is not None else 1


def _restarts(level: Any, depth: int) -> bool:
    """Whether a level starts again after an item of ``depth``."""
    held = level.find(f"{_W}lvlRestart") if level is not None else None
    if held is None:
        return True
    return depth < int(held.get(f"{_W}val"))
