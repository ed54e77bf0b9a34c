"""Builds ``templates/styles.docx``: page, styles and numbering that every Word draft starts from.

It is made once and then belongs to the agency: fonts, indents and spacing may be changed in Word as
long as the names stay. Numbering hangs on styles, in two lists. With one list of nine levels
LibreOffice restarted Pasal in every BAB; with Pasal at the top of a list of its own both behave.

    >>> from pathlib import Path
    >>> Path("templates/styles.docx").write_bytes(build())  # doctest: +SKIP
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from regpol.documents.naskah.tree import Kind
from regpol.documents.word.ooxml import NAMESPACE, saved, xml

NUMBERED = {
    Kind.CHAPTER: "BAB",
    Kind.PART: "Bagian",
    Kind.SECTION: "Paragraf",
    Kind.ARTICLE: "Pasal",
    Kind.CLAUSE: "Ayat",
    Kind.POINT: "Huruf",
    Kind.ITEM: "Angka",
    Kind.SUBPOINT: "Subhuruf",
    Kind.SUBITEM: "Subangka",
}
"""The style of each kind that Word numbers, and by which a file that comes back is read."""
DEFINING = {Kind.ITEM: "Definisi", Kind.POINT: "Definisi Huruf", Kind.SUBITEM: "Definisi Angka"}
"""The styles of the list of definitions, which nests the other way round."""
FONT = "Bookman Old Style"
STEP = 10
"""Indent of one level, millimetres."""


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a numbered list and the style that carries it."""

    style: str
    form: str
    text: str
    left: int = 0
    outline: int | None = None

    @property
    def heading(self) -> bool:
        """Whether it stands centred without indent."""
        return not self.left


STRUCTURE = (
    Level("BAB", "upperRoman", "BAB %1", outline=0),
    Level("Bagian", "none", "", outline=1),
    Level("Paragraf", "decimal", "Paragraf %3", outline=2),
)
BODY = (
    Level("Pasal", "decimal", "Pasal %1", outline=3),
    Level("Ayat", "decimal", "(%2)", STEP),
    Level("Huruf", "lowerLetter", "%3.", 2 * STEP),
    Level("Angka", "decimal", "%4.", 3 * STEP),
    Level("Subhuruf", "lowerLetter", "%5)", 4 * STEP),
    Level("Subangka", "decimal", "%6)", 5 * STEP),
)
# definitions nest the other way round, 1. > a. > 1), so they need a list of their own
DEFINITIONS = (
    Level("Definisi", "decimal", "%1.", STEP),
    Level("Definisi Huruf", "lowerLetter", "%2.", 2 * STEP),
    Level("Definisi Angka", "decimal", "%3)", 3 * STEP),
)
LISTS = {
    1: STRUCTURE,
    2: (Level("Menimbang", "lowerLetter", "%1.", STEP),),
    3: (Level("Mengingat", "decimal", "%1.", STEP),),
    4: DEFINITIONS,
    5: BODY,
    6: (Level("Pihak", "decimal", "%1.", STEP),),
}
PLAIN = {"Judul": "center", "Tengah": "center", "Isi": "both", "Kiri": "left", "Catatan": "left", "Sel": "left"}


def build() -> bytes:
    """The styles file; the same bytes every time."""
    from docx import Document

    document = Document()
    _page(document)
    _normal(document)
    write_lists(document)
    for number, levels in LISTS.items():
        for depth, level in enumerate(levels):
            _numbered_style(document, number, depth, level)
    for name, align in PLAIN.items():
        _plain_style(document, name, align)
    _comment_style(document)
    _settings(document)
    return saved(document)


def _page(document: Any) -> None:
    from docx.shared import Mm

    body = document.element.body
    for element in list(body):
        if not element.tag.endswith("}sectPr"):
            body.remove(element)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(215), Mm(330)
    section.left_margin = Mm(30)
    section.right_margin = section.top_margin = section.bottom_margin = Mm(25)
    section.different_first_page_header_footer = True


def _normal(document: Any) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(12)
    for script in ("cs", "eastAsia"):
        style.element.rPr.rFonts.set(f"{{{NAMESPACE}}}{script}", FONT)
    style.element.rPr.append(xml('<w:lang w:val="id-ID"/>'))
    shape = style.paragraph_format
    shape.space_after, shape.line_spacing = Pt(6), 1.15
    shape.alignment, shape.widow_control = WD_ALIGN_PARAGRAPH.JUSTIFY, True


def write_lists(document: Any, lefts: Sequence[float] = ()) -> None:
    """The lists of the document made anew; ``lefts`` are the agency's indents of the list below a Pasal, in mm."""
    root = document.part.numbering_part.element
    for element in list(root):
        root.remove(element)
    for number, levels in LISTS.items():
        own: list[float] = [level.left for level in levels]
        if levels is BODY and lefts:
            own[1:] = lefts
        inner = "".join(
            _level(depth, level, left, left - max(0, own[depth - 1] if depth else 0) if lefts else STEP)
            for depth, (level, left) in enumerate(zip(levels, own, strict=True))
        )
        kind = "multilevel" if len(levels) > 1 else "singleLevel"
        root.append(
            xml(
                f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{kind}"/>'
                f'<w:name w:val="regpol {levels[0].style}"/>{inner}</w:abstractNum>'
            )
        )
    for number in LISTS:
        root.append(xml(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{number}"/></w:num>'))


def _level(depth: int, level: Level, left: float, hanging: float) -> str:
    # BAB and Pasal run on through the paper; a Paragraf starts again in each Bagian by itself
    suffix = "nothing" if level.heading else "tab"
    indent = "" if level.heading else f'w:hanging="{_twips(hanging)}"'
    first = 'w:firstLine="0"' if level.heading else ""
    return (
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{level.form}"/>'
        f'<w:pStyle w:val="{style_id(level.style)}"/><w:suff w:val="{suffix}"/><w:lvlText w:val="{level.text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{_twips(left)}" {indent}{first}/></w:pPr></w:lvl>'
    )


def _numbered_style(document: Any, number: int, depth: int, level: Level) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    style = _style(document, level.style)
    if level.heading:
        shape = style.paragraph_format
        shape.alignment, shape.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
        shape.space_before = Pt(14 if level.outline == 0 else 10)
    inner = style.element.get_or_add_pPr()
    numbered = xml(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>')
    ahead = inner.find(f"{{{NAMESPACE}}}keepNext")  # the schema wants keepNext before numPr
    inner.insert(0 if ahead is None else inner.index(ahead) + 1, numbered)
    if level.outline is not None:
        inner.append(xml(f'<w:outlineLvl w:val="{level.outline}"/>'))


def _plain_style(document: Any, name: str, align: str) -> None:
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    style = _style(document, name)
    style.paragraph_format.alignment = {
        "center": WD_ALIGN_PARAGRAPH.CENTER,
        "left": WD_ALIGN_PARAGRAPH.LEFT,
        "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    }[align]
    if name in {"Catatan", "Sel"}:
        style.font.size = Pt(9)
        shape = style.paragraph_format
        shape.line_spacing, shape.space_before, shape.space_after = 1.0, Pt(1), Pt(2)
    if name == "Catatan":
        sides = "".join(
            f'<w:{side} w:val="single" w:sz="4" w:space="4" w:color="777777"/>'
            for side in ("top", "left", "bottom", "right")
        )
        later = ("w:spacing", "w:ind", "w:jc", "w:outlineLvl")
        style.element.get_or_add_pPr().insert_element_before(xml(f"<w:pBdr>{sides}</w:pBdr>"), *later)


def _style(document: Any, name: str) -> Any:
    from docx.enum.style import WD_STYLE_TYPE

    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(f"{{{NAMESPACE}}}styleId", style_id(name))
    style.base_style, style.quick_style = document.styles["Normal"], True
    return style


def _comment_style(document: Any) -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Pt

    # comments name this style, and Word calls a file without it damaged
    style = document.styles.add_style("annotation reference", WD_STYLE_TYPE.CHARACTER)
    style.element.set(f"{{{NAMESPACE}}}styleId", "CommentReference")
    style.font.size = Pt(8)


def _settings(document: Any) -> None:
    for key, relation in list(document.part.rels.items()):
        if relation.reltype.endswith("stylesWithEffects"):
            del document.part.rels[key]  # a leftover of python-docx that Word may call unreadable
    settings = document.settings.element
    later = ("documentProtection", "defaultTabStop", "characterSpacingControl", "compat")
    anchor = next(found for name in later if (found := settings.find(f"{{{NAMESPACE}}}{name}")) is not None)
    anchor.addprevious(xml("<w:trackRevisions/>"))  # what the drafter changes is tracked from the first key


def style_id(name: str) -> str:
    """The identity Word knows a style by."""
    return name.replace(" ", "")


def _twips(millimetres: float) -> int:
    return round(millimetres * 56.6929)
