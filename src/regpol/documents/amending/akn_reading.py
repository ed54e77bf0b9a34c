"""Reads a regulation from Akoma Ntoso: our own, and others as far as they use its elements for BAB to huruf."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from regpol.documents.amending.provisions import DELETED, AnnexText, Name, Provision, Regulation
from regpol.documents.lint.forms import PaperForm, guess_form, regulation_form
from regpol.documents.naskah.tree import Kind
from regpol.terms.language import roman
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.amending import NoRegulation

_LARGEST = 20_000_000
_KINDS = {
    "chapter": Kind.CHAPTER,
    "part": Kind.PART,
    "section": Kind.SECTION,
    "article": Kind.ARTICLE,
    "paragraph": Kind.CLAUSE,
    "point": Kind.POINT,
    "item": Kind.ITEM,
}


def read_akn(path: Path) -> Regulation:
    """The regulation of an XML file.

    Raises:
        Refused: if it is not there, too large, no XML, or no Akoma Ntoso with a body.
    """
    root = _root(path)
    body = next((it for it in root.iter() if _tag(it) in {"body", "mainBody"}), None)
    if body is None:
        raise Refused(NoRegulation(place=Place(path.name), given="XML tanpa unsur body Akoma Ntoso"))
    lines = [_text(it) for it in root.iter() if _tag(it) == "p" and any(_tag(up) == "longTitle" for up in _above(it))]
    made = tuple(it for child in body for it in _flat(child))
    joined, annexes = guess_form(lines) is PaperForm.ATTACHED, tuple(_annexes(root))
    return Regulation(name=_name(lines), form=regulation_form(lines).value, body=made, annexes=annexes, joined=joined)


def _root(path: Path) -> Any:
    from lxml import etree

    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(NoRegulation(place=Place(path.name), given="berkas lebih besar dari 20 MB"))
        parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
        return etree.fromstring(path.read_bytes(), parser)
    except OSError:
        raise Refused(NoRegulation(place=Place(path.name), given="berkas tidak ada atau tidak boleh dibaca")) from None
    except etree.XMLSyntaxError:
        raise Refused(NoRegulation(place=Place(path.name), given="bukan XML yang utuh")) from None


def _tag(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _above(element: Any) -> Iterator[Any]:
    while (element := element.getparent()) is not None:
        yield element


def _text(element: Any) -> str:
    return " ".join("".join(element.itertext()).split())


def _name(lines: list[str]) -> Name:
    kind = next((it for it in lines if re.match(r"(?i)(?:PERATURAN|QANUN)\b", it)), "")
    found = next((it for line in lines if (it := re.search(r"(?i)\bNOMOR\s*:?\s*(\S+)\s+TAHUN\s+(\S+)", line))), None)
    place = next((at for at, line in enumerate(lines) if line.upper() == "TENTANG"), len(lines))
    return Name(
        kind=re.split(r"(?i) NOMOR ", kind)[0],
        number=found[1] if found else "",
        year=found[2] if found else "",
        about=" ".join(lines[place + 1 :]),
    )


def _kind(element: Any) -> Kind | None:
    named = element.get("class", "")
    return Kind(named) if named in set(Kind) else _KINDS.get(_tag(element))


def _flat(element: Any) -> Iterator[Provision]:
    kind = _kind(element)
    if kind is None or not kind.heading:
        yield from [_provision(element, kind)] if kind else []
        return
    title = _part(element, "heading")
    yield Provision(kind=kind, mark=_mark(kind, element), title=title)
    for child in element:
        yield from _flat(child)


def _provision(element: Any, kind: Kind) -> Provision:
    kinds = [(child, _kind(child)) for child in element]
    children = tuple(_provision(child, below) for child, below in kinds if below is not None)
    said = [*_paragraphs(element, "intro"), *_paragraphs(element, "content")]
    text = " ".join(said)
    struck = text == DELETED and not children
    return Provision(
        kind=kind,
        mark=_mark(kind, element),
        title=_part(element, "heading"),
        text="" if struck else text,
        children=children,
        closing=" ".join(_paragraphs(element, "wrapUp")),
        rows=tuple(row for part in element if _tag(part) in {"intro", "content"} for row in _rows(part)),
        deleted=struck,
    )


def _mark(kind: Kind, element: Any) -> str:
    number = _part(element, "num")
    if kind.heading or kind is Kind.ARTICLE:
        return number.partition(" ")[2]
    return number.rstrip(".")


def _part(element: Any, tag: str) -> str:
    return next((_text(child) for child in element if _tag(child) == tag), "")


def _paragraphs(element: Any, tag: str) -> list[str]:
    return [_text(p) for part in element if _tag(part) == tag for p in part if _tag(p) == "p" and _text(p)]


def _rows(part: Any) -> Iterator[str]:
    for row in part.iter():
        if _tag(row) == "tr":
            yield " | ".join(said for cell in row if (said := _text(cell)))


def _annexes(root: Any) -> Iterator[AnnexText]:
    attached = [it for it in root.iter() if _tag(it) == "attachment"]
    found = [it for it in attached if not any(doc.get("name") == "penjelasan" for doc in it)]
    for place, element in enumerate(found, 1):
        title = next((_text(it) for it in element.iter() if _tag(it) == "docTitle"), "")
        rows: list[str] = []
        for part in element.iter():
            if _tag(part) == "mainBody":
                for block in part:
                    rows += list(_rows(block)) if _tag(block) == "table" else [_text(block)]
        number = roman(place) if len(found) > 1 else ""
        yield AnnexText(number=number, title=title.upper(), rows=tuple(row for row in rows if row))
