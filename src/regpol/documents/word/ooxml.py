"""The pieces of WordprocessingML that python-docx has no words for: fields, bookmarks, restarts, watermark.

Each is a few elements in the order the schema wants. Nothing here knows what a regulation is.
"""

import io
import zipfile
from typing import Any, cast

NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ANNEX, CLOSING = "_annex_", "_penutup"
"""Bookmarks of what is no clause: an annex, and where the closing words begin."""
MOMENT = (1980, 1, 1, 0, 0, 0)
_DECLARED = f'xmlns:w="{NAMESPACE}"'
_DRAWN = 'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'


def xml(source: str) -> Any:
    """An element written out; the ``w`` prefix is declared for it."""
    from docx.oxml import parse_xml

    end = min(place for place in (source.find(" "), source.find(">"), source.find("/>")) if place > 0)
    return parse_xml(f"{source[:end]} {_DECLARED}{source[end:]}")


def add_field(paragraph: Any, instruction: str, shown: str) -> None:
    """A field with the text Word shows until it is refreshed."""
    parts = (
        '<w:fldChar w:fldCharType="begin"/>',
        f'<w:instrText xml:space="preserve"> {instruction} </w:instrText>',
        '<w:fldChar w:fldCharType="separate"/>',
    )
    for part in parts:
        paragraph._p.append(xml(f"<w:r>{part}</w:r>"))
    paragraph.add_run(shown)
    paragraph._p.append(xml('<w:r><w:fldChar w:fldCharType="end"/></w:r>'))


def add_link(paragraph: Any, name: str, shown: str) -> None:
    """Words that lead to a bookmark, for what Word cannot number by itself."""
    from xml.sax.saxutils import escape

    run = f'<w:r><w:t xml:space="preserve">{escape(shown)}</w:t></w:r>'
    paragraph._p.append(xml(f'<w:hyperlink w:anchor="{name}" w:history="1">{run}</w:hyperlink>'))


def add_bookmark(paragraph: Any, name: str, number: int) -> None:
    """Puts a paragraph under a name that references and the reading back can find."""
    element = paragraph._p
    start = xml(f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>')
    element.insert(0 if element.pPr is None else 1, start)
    element.append(xml(f'<w:bookmarkEnd w:id="{number}"/>'))


def restart(document: Any, source: int, level: int = 0) -> int:
    """A new list that looks like ``source`` and starts at one at a level; gives its number."""
    root = document.part.numbering_part.element
    numbers = root.findall(f"{{{NAMESPACE}}}num")
    fresh = 1 + max(int(found.get(f"{{{NAMESPACE}}}numId")) for found in numbers)
    override = f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="1"/></w:lvlOverride>'
    numbers[-1].addnext(xml(f'<w:num w:numId="{fresh}"><w:abstractNumId w:val="{source}"/>{override}</w:num>'))
    return fresh


def uncounted(paragraph: Any) -> None:
    """Takes the live number from a paragraph that bears a number of its own, typed."""
    shape = paragraph._p.get_or_add_pPr()
    shape._insert_numPr(xml('<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'))


def use_list(paragraph: Any, number: int, depth: int) -> None:
    """Moves a paragraph into another list at the same depth."""
    inner = paragraph._p.get_or_add_pPr()
    inner._insert_numPr(xml(f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{number}"/></w:numPr>'))


def watermark(text: str, number: int) -> Any:
    """Grey text across the page, for a header."""
    formulas = "".join(
        f'<v:f eqn="{equation}"/>'
        for equation in (
            "sum #0 0 10800",
            "prod #0 2 1",
            "sum 21600 0 @1",
            "sum 0 0 @2",
            "sum 21600 0 @3",
            "if @0 @3 0",
            "if @0 21600 @1",
            "if @0 0 @2",
            "if @0 @4 21600",
        )
    )
    place = "mso-position-{0}:center;mso-position-{0}-relative:margin"
    style = (
        "position:absolute;margin-left:0;margin-top:0;width:480pt;height:80pt;rotation:310;z-index:-251658752;"
        f"{place.format('horizontal')};{place.format('vertical')}"
    )
    return xml(
        f'<w:r {_DRAWN}><w:rPr><w:noProof/></w:rPr><w:pict><v:shapetype id="_x0000_t136" coordsize="21600,21600" '
        f'o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e"><v:formulas>{formulas}</v:formulas>'
        '<v:path textpathok="t"/><v:textpath on="t" fitshape="t"/></v:shapetype>'
        f'<v:shape id="tirai{number}" o:spid="_x0000_s{2048 + number}" type="#_x0000_t136" style="{style}" '
        'o:allowincell="f" fillcolor="#d9d9d9" stroked="f"><v:fill opacity=".5"/>'
        f'<v:textpath style="font-family:&quot;Bookman Old Style&quot;;font-size:1pt" string="{text}"/>'
        "</v:shape></w:pict></w:r>"
    )


def saved(document: Any) -> bytes:
    """The document as a package with fixed times, so that the same draft gives the same bytes."""
    from docx.opc.pkgwriter import PackageWriter

    package = document.part.package
    parts = package.parts
    for part in parts:
        part.before_marshal()
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as target:
        writer, taking = cast("Any", PackageWriter), _Taking(target)
        writer._write_content_types_stream(taking, parts)
        writer._write_pkg_rels(taking, package.rels)
        writer._write_parts(taking, parts)
    return written.getvalue()


class _Taking:
    """What python-docx writes the pieces of a package to."""

    def __init__(self, target: zipfile.ZipFile) -> None:
        self._target = target

    def write(self, name: Any, content: bytes) -> None:
        """Takes a piece."""
        self._target.writestr(_entry(name.membername), content)


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, MOMENT)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def freeze(package: bytes) -> bytes:
    """A package somebody else wrote, with fixed times."""
    frozen = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(package)) as source, zipfile.ZipFile(frozen, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(_entry(name), source.read(name))
    return frozen.getvalue()
