"""The layout of a Word file: what its runs say of themselves, else their styles, else the defaults."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from regpol.documents.lint.layout import Layout
from regpol.documents.word.ooxml import NAMESPACE
from regpol.documents.word_back.package import MAIN, Package

_W = f"{{{NAMESPACE}}}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_THEME = "word/theme/theme1.xml"
_TWIPS = 56.6929
_UNSAID = 20
"""Half points that Word takes where nothing is said."""


def word_layout(package: Package) -> Layout:
    """The layout of the body and of its first section.

    Raises:
        Refused: if a part that is needed is no XML.
    """
    main, letters = package.tree(MAIN), _Letters(package)
    set_in: Counter[tuple[str, int]] = Counter()
    for paragraph, run in _running(main):
        count = sum(len(it.text or "") for it in run.iter(f"{_W}t"))
        if count:
            set_in[letters.of(paragraph, run)] += count
    (font, size), _ = set_in.most_common(1)[0] if set_in else (("", 0), 0)
    section = next(main.iter(f"{_W}sectPr"), None)
    width, height = _sheet(section)
    heads = _heads(package, section)
    separate = section is not None and section.find(f"{_W}titlePg") is not None
    return Layout(
        font=font,
        half_points=size,
        width=width,
        height=height,
        numbered_above=heads.get("default", False),
        first_numbered=heads.get("first" if separate else "default", False),
    )


def _running(main: Any) -> Iterator[tuple[Any, Any]]:
    """Runs with their paragraphs, without those of tables: a long list of people in small print sets no paper."""
    every = [(paragraph, run) for paragraph in main.iter(f"{_W}p") for run in paragraph.iter(f"{_W}r")]
    inside = {paragraph for table in main.iter(f"{_W}tbl") for paragraph in table.iter(f"{_W}p")}
    yield from [pair for pair in every if pair[0] not in inside] or every


def _sheet(section: Any) -> tuple[int, int]:
    size = section.find(f"{_W}pgSz") if section is not None else None
    if size is None:
        return 0, 0
    return tuple(round(int(size.get(f"{_W}{side}") or 0) / _TWIPS) for side in ("w", "h"))  # type: ignore[return-value]


def _heads(package: Package, section: Any) -> dict[str, bool]:
    """For each kind of page of a section, whether its head has the field that Word fills with the number."""
    named = package.tree("word/_rels/document.xml.rels")
    targets = {} if named is None else {it.get("Id"): it.get("Target") for it in named}
    found = {}
    for head in () if section is None else section.iter(f"{_W}headerReference"):
        tree = package.tree(f"word/{targets.get(head.get(f'{_R}id'))}")
        found[head.get(f"{_W}type")] = tree is not None and _counts(tree)
    return found


def _counts(head: Any) -> bool:
    codes = [it.text or "" for it in head.iter(f"{_W}instrText")]
    codes += [it.get(f"{_W}instr") or "" for it in head.iter(f"{_W}fldSimple")]
    return any(re.search(r"\bPAGE\b", code) for code in codes)


class _Letters:
    """Which typeface and size a run is in."""

    def __init__(self, package: Package) -> None:
        root = package.tree("word/styles.xml")
        styles = [] if root is None else list(root.iter(f"{_W}style"))
        self.styles = {style.get(f"{_W}styleId"): style for style in styles}
        self.normal = next((it.get(f"{_W}styleId") for it in styles if it.get(f"{_W}default") in {"1", "true"}), "")
        self.defaults = None if root is None else root.find(f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr")
        theme = package.tree(_THEME)
        fonts = () if theme is None else theme.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}latin")
        major, minor = [*(it.get("typeface") for it in fonts), "", ""][:2]
        self.theme = {"major": major, "minor": minor}

    def of(self, paragraph: Any, run: Any) -> tuple[str, int]:
        """Name and half points; ('', …) if nothing says what the typeface is."""
        said = [shape for shape in self._shapes(paragraph, run) if shape is not None]
        font = next((name for shape in said if (name := self._font(shape))), "")
        size = next((int(it.get(f"{_W}val")) for shape in said if (it := shape.find(f"{_W}sz")) is not None), _UNSAID)
        return font, size

    def _shapes(self, paragraph: Any, run: Any) -> list[Any]:
        """From the nearest to the farthest."""
        named = run.find(f"{_W}rPr/{_W}rStyle")
        own = paragraph.find(f"{_W}pPr/{_W}pStyle")
        held = [] if named is None else self._chain(named.get(f"{_W}val"))
        held += self._chain(self.normal if own is None else own.get(f"{_W}val"))
        return [run.find(f"{_W}rPr"), *held, self.defaults]

    def _chain(self, name: str) -> list[Any]:
        held: list[Any] = []
        style = self.styles.get(name)
        while style is not None and len(held) <= len(self.styles):
            held.append(style.find(f"{_W}rPr"))
            based = style.find(f"{_W}basedOn")
            style = None if based is None else self.styles.get(based.get(f"{_W}val"))
        return held

    def _font(self, shape: Any) -> str:
        fonts = shape.find(f"{_W}rFonts")
        if fonts is None:
            return ""
        theme = fonts.get(f"{_W}asciiTheme")
        return self.theme.get(theme[:5], "") if theme else fonts.get(f"{_W}ascii") or ""
