"""Opens the agency's styles file and gives back what a word processor lost when it saved the file.

Font, spacing, indent, margins, letterhead belong to the agency. The lists do not: which mark a Pasal or an ayat
carries is the law's, and numbers hang on it. LibreOffice drops part of a list when it saves a page without text
and Word counts the lists anew, so lists that are not as regpol made them are made again, with the agency's indents.
"""

import io
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from regpol.documents.word.indents import Indents, indents_of
from regpol.documents.word.ooxml import NAMESPACE, xml
from regpol.documents.word.styles import LISTS, PLAIN, Level, style_id, write_lists
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.templates import StyleMissing

_W = f"{{{NAMESPACE}}}"
_NEEDED = [level.style for levels in LISTS.values() for level in levels] + list(PLAIN)
_LEAST_MARGIN = 8.0
"""Millimetres between the edge of the sheet and a header: less is not printed, LibreOffice writes none at all."""
_MARGIN = 12.5
_BASES, _NAMES = 4, 200
"""Styles files held at once, and names of styles in one."""


@dataclass(frozen=True, slots=True)
class Base:
    """A styles file as every paper starts from it: read, checked and mended once, whatever number of papers follow."""

    package: bytes
    """The Word file with its styles emptied: they are nine tenths of it, and no paper changes them."""
    styles: Any
    """The part with the styles, which all papers share."""
    style_id: Callable[..., str | None]
    """What python-docx asks for the identity of a style; looking each up anew was most of the time of a paper."""
    indents: Indents

    def document(self) -> Any:
        """A document that a paper may be written into."""
        from docx import Document

        document: Any = Document(io.BytesIO(self.package))
        relations = document.part.rels
        for relation in relations.values():
            if relation.reltype == self.styles.kind:
                relation._target = relations.related_parts[relation.rId] = self.styles
        document.part.get_style_id = self.style_id
        return document


def base_of(path: Path) -> Base:
    """The base of a styles file, made anew once the file changes.

    Raises:
        Refused: if it is not there, no Word file, or a style is missing in it.
    """
    place = Place(path.as_posix())
    if not path.is_file():
        raise Refused(StyleMissing(place=place, given="berkas itu sendiri"))
    found = path.stat()
    return _base(path, (found.st_mtime_ns, found.st_size, found.st_ino))


@lru_cache(maxsize=_BASES)
def _base(path: Path, _state: tuple[int, int, int]) -> Base:
    from docx import Document

    place = Place(path.as_posix())
    try:
        document = Document(str(path))
    except Exception as problem:  # python-docx tells a broken file in a dozen ways
        raise Refused(StyleMissing(place=place, given="berkas itu tidak terbaca sebagai DOCX")) from problem
    present = {style.name for style in document.styles}
    missing = [name for name in _NEEDED if name not in present]
    if missing:
        raise Refused(StyleMissing(place=place, given=", ".join(missing)))
    _clear(document)
    if not _whole(document):
        _renumber(document)
    _make_room(document)
    indents = indents_of(document.styles.element, document.part.numbering_part.element)
    return Base(*_parted(document), indents)


def _parted(document: Any) -> tuple[bytes, Any, Callable[..., str | None]]:
    """The package without its styles; the styles, written out once; and what finds the identity of one."""
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.parts.styles import StylesPart

    class Held(StylesPart):
        kind, blob = RELATIONSHIP_TYPE.STYLES, b""

    part = document.part._styles_part
    held = Held(part.partname, part.content_type, part.element, part.package)
    held.blob = part.blob
    part._element = xml("<w:styles/>")
    written = io.BytesIO()
    document.save(written)
    return written.getvalue(), held, lru_cache(maxsize=_NAMES)(held.styles.get_style_id)


def _clear(document: Any) -> None:
    """A word processor that saves an empty page leaves a line on it."""
    for paragraph in document.paragraphs:
        if not paragraph.text and paragraph._p.find(f".//{_W}drawing") is None:
            paragraph._p.getparent().remove(paragraph._p)


def _whole(document: Any) -> bool:
    """Whether every list is as regpol made it, the agency's indents aside."""
    root = document.part.numbering_part.element
    lists = {it.get(f"{_W}abstractNumId"): it for it in root.findall(f"{_W}abstractNum")}
    return all(_same_list(lists.get(str(number)), levels) for number, levels in LISTS.items())


def _same_list(found: Any, levels: tuple[Level, ...]) -> bool:
    if found is None or found.find(f"{_W}multiLevelType") is None:
        return False
    inner = found.findall(f"{_W}lvl")[: len(levels)]
    told = [tuple(_value(it, name) for name in ("pStyle", "numFmt", "lvlText")) for it in inner]
    return told == [(style_id(level.style), level.form, level.text) for level in levels]


def _value(element: Any, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return "" if found is None else found.get(f"{_W}val") or ""


def _renumber(document: Any) -> None:
    indents = indents_of(document.styles.element, document.part.numbering_part.element)
    write_lists(document, indents.lefts)
    for number, levels in LISTS.items():
        for depth, level in enumerate(levels):
            inner = document.styles[level.style].element.get_or_add_pPr()
            for old in inner.findall(f"{_W}numPr"):
                inner.remove(old)
            inner._insert_numPr(xml(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'))


def _make_room(document: Any) -> None:
    from docx.shared import Mm

    section = document.sections[0]
    for name in ("header_distance", "footer_distance"):
        if (getattr(section, name) or 0) < Mm(_LEAST_MARGIN):
            setattr(section, name, Mm(_MARGIN))
