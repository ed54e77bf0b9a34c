"""What regpol writes into a Word file beside the text, so that what comes back can be told from what was made.

It is a custom XML part, which Word and LibreOffice keep when they save: the inputs by name and fingerprint, and
for each clause its template line, the conditions it stands under, where in its text a fact is printed, and a
fingerprint of its words. Words themselves are not repeated: what a drafter strikes out is gone.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from regpol.documents.naskah.tree import Draft, Inline, Table, Unit, Words, plain

NAMESPACE = "urn:regpol:asal"
_PART, _PROPERTIES = "/customXml/item90.xml", "/customXml/itemProps90.xml"
"""Far from the numbers that the agency's own styles file may use."""
_IDENTITY = "{9D4F3C52-6E1B-4B0F-9A57-7265670A0001}"
_LETTERS = 16


@dataclass(frozen=True, slots=True)
class FactSpan:
    """Where a clause prints a fact: the letters of its text as a reader sees it."""

    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """A clause as regpol wrote it."""

    template: str
    line: int
    fingerprint: str
    conditions: tuple[str, ...] = ()
    facts: tuple[FactSpan, ...] = ()


@dataclass(frozen=True, slots=True)
class Record:
    """What a Word file says of its own making."""

    inputs: Mapping[str, str]
    """Name and fingerprint of everything it was made from, the day of decision included."""
    clauses: Mapping[str, Written]
    """By the bookmark the clause was given."""


def fingerprint(unit: Unit) -> str:
    """Tells whether the words of a unit are those it was made with; a number that moves changes nothing."""
    whole = hashlib.sha256()
    for text in (unit.title, *map(_open, (unit.lead, unit.closing, *unit.quoted)), *map(_rows, unit.tables)):
        whole.update(f"{' '.join(text.split())}\n".encode())
    return whole.hexdigest()[:_LETTERS]


def _open(inline: Inline) -> str:
    """The words with references left open, whether or not they are cut into pieces."""
    return "".join(part.text if isinstance(part, Words) else "§" for part in inline)


def _rows(table: Table) -> str:
    lines = (table.columns, *(tuple(cell.text for cell in row) for row in table.rows), table.total)
    return "|".join(text for line in lines for text in line)


def attach(document: Any, draft: Draft, bookmarks: Mapping[str, str]) -> None:
    """Puts the record into the package; ``bookmarks`` tells which unit stands under which name."""
    from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    package = document.part.package
    part = Part(PackURI(_PART), CONTENT_TYPE.XML, _xml(draft, bookmarks), package)
    kind = CONTENT_TYPE.OFC_CUSTOM_XML_PROPERTIES
    part.relate_to(Part(PackURI(_PROPERTIES), kind, _properties(), package), RELATIONSHIP_TYPE.CUSTOM_XML_PROPS)
    document.part.relate_to(part, RELATIONSHIP_TYPE.CUSTOM_XML)


def _properties() -> bytes:
    """The identity Word keeps the part under."""
    space = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    inner = f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="no"?>'
    return f'{head}<ds:datastoreItem ds:itemID="{_IDENTITY}" xmlns:ds="{space}">{inner}</ds:datastoreItem>'.encode()


def _xml(draft: Draft, bookmarks: Mapping[str, str]) -> bytes:
    from lxml import etree

    spaces: dict[Any, str] = {None: NAMESPACE}
    root = etree.Element(f"{{{NAMESPACE}}}asal", nsmap=spaces)
    for name, value in inputs_of(draft).items():
        etree.SubElement(root, f"{{{NAMESPACE}}}bahan", nama=name, sidik=value)
    for unit in draft.units():
        origin = unit.origin
        named = {"tanda": bookmarks[unit.eid], "templat": origin.template, "baris": str(origin.line)}
        clause = etree.SubElement(root, f"{{{NAMESPACE}}}klausul", {**named, "sidik": fingerprint(unit)})
        for condition in origin.conditions:
            etree.SubElement(clause, f"{{{NAMESPACE}}}syarat").text = condition
        for fact in _spans(unit):
            place = {"nama": fact.name, "dari": str(fact.start), "sampai": str(fact.end)}
            etree.SubElement(clause, f"{{{NAMESPACE}}}fakta", place)
    made: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return made


def inputs_of(draft: Draft) -> dict[str, str]:
    """Everything the stamp names."""
    return {**dict(draft.stamp.inputs), LAW: draft.stamp.rulebook, DAY: draft.stamp.decided}


LAW, DAY = "kumpulan aturan", "hari keputusan"


def _spans(unit: Unit) -> Iterator[FactSpan]:
    """The facts that stand in the text of the clause; one in a table has no place there."""
    closing = f"\n{plain(unit.closing)}" if unit.closing else ""
    quoted = "".join(f"\n{plain(text)}" for text in unit.quoted)
    text = f"{unit.title}{plain(unit.lead)}{quoted}{closing}"
    place = 0
    for fact in unit.origin.facts:
        found = text.find(fact.value, place)
        if found >= 0:
            place = found + len(fact.value)
            yield FactSpan(fact.name, found, place)


def read(root: Any) -> Record:
    """The record of a custom XML part; what somebody has spoilt in it is left out."""
    inputs = {it.get("nama"): it.get("sidik") or "" for it in root.iterfind(f"{{{NAMESPACE}}}bahan") if it.get("nama")}
    clauses = {it.get("tanda"): _written(it) for it in root.iterfind(f"{{{NAMESPACE}}}klausul") if it.get("tanda")}
    return Record(inputs, clauses)


def _written(element: Any) -> Written:
    facts = (
        FactSpan(_one_line(it.get("nama")), _number(it.get("dari")), _number(it.get("sampai")))
        for it in element.iterfind(f"{{{NAMESPACE}}}fakta")
    )
    return Written(
        template=_one_line(element.get("templat")),
        line=_number(element.get("baris")),
        fingerprint=element.get("sidik") or "",
        conditions=tuple(_one_line(it.text) for it in element.iterfind(f"{{{NAMESPACE}}}syarat")),
        facts=tuple(it for it in facts if it.start < it.end),
    )


def _one_line(text: str | None) -> str:
    return " ".join((text or "").split())


def _number(text: str | None) -> int:
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0
