"""What an Akoma Ntoso file says about itself: whose it is, of which day, made from what, resting on which law.

The work is named by its issuer (``/akn/id-52.71/bill/...``: the code of the region), because a hundred
cities have a regulation of the same number and year. A draft without a number is named by its subject.
"""

import re
from typing import Any

from regpol.documents.naskah.tree import Draft, Unit

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:regpol:stempel"
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def add(parent: Any, tag: str, text: str = "", **attributes: str) -> Any:
    """A child element; ``class_`` becomes the attribute ``class``."""
    from lxml import etree

    named = {name.rstrip("_"): written(value) for name, value in attributes.items()}
    made = etree.SubElement(parent, f"{{{NAMESPACE}}}{tag}", named)
    made.text = written(text) or None
    return made


def written(text: str) -> str:
    """The text without what XML cannot hold."""
    return _UNFIT.sub("", text)


def slug(text: str) -> str:
    """A piece of an address: 'Peraturan Wali Kota' -> 'peraturan-wali-kota'."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def work_address(draft: Draft) -> str:
    """The address of the work, e.g. '/akn/id-52.71/bill/peraturan-wali-kota/2026-11-28/penyelenggaraan-...'."""
    head = draft.head
    where = f"id-{draft.issuer}" if draft.issuer else "id"
    numbers = [number for number in head.numbers if re.fullmatch(r"[\w./-]*\d[\w./-]*", number)]
    day = head.year if re.fullmatch(r"\d{4}", head.year) else draft.stamp.decided
    kind = re.sub(r"^(?=\d)", "naskah-", slug(head.kind)) or "naskah"
    return f"/akn/{where}/{doctype(draft)}/{kind}/{day}/{slug(numbers[0] if numbers else head.about) or 'rancangan'}"


def doctype(draft: Draft) -> str:
    """'bill' for what an authority will set, 'doc' for any other paper."""
    return "bill" if draft.head.form.enacts else "doc"


def meta(root: Any, draft: Draft, component: str = "main", title: str = "") -> Any:
    """The meta block of the document or of one annex."""
    block = add(root, "meta")
    _identification(block, draft, component, title or draft.head.short_title)
    return block


def _identification(block: Any, draft: Draft, component: str, title: str) -> None:
    work, day = work_address(draft), draft.stamp.decided
    expression = f"{work}/ind@{day}"
    own = add(block, "identification", source="#regpol")
    for level, this, whole in (
        ("FRBRWork", f"{work}/!{component}", work),
        ("FRBRExpression", f"{expression}/!{component}", expression),
        ("FRBRManifestation", f"{expression}/!{component}.xml", f"{expression}.xml"),
    ):
        place = add(own, level)
        add(place, "FRBRthis", value=this)
        add(place, "FRBRuri", value=whole)
        if level == "FRBRWork":
            add(place, "FRBRalias", value=title, name="title")
        add(place, "FRBRdate", date=day, name="draft")
        add(place, "FRBRauthor", href="#regpol" if level == "FRBRManifestation" else "#penerbit")
        if level == "FRBRWork":
            add(place, "FRBRcountry", value="id")
            add(place, "FRBRsubtype", value=slug(draft.head.kind) or "naskah")
        elif level == "FRBRExpression":
            add(place, "FRBRlanguage", language="ind")


def references(block: Any, draft: Draft) -> None:
    """Who issues it, and what wrote the file."""
    head = draft.head
    issuer = head.authority or " dan ".join(head.between) or head.region or head.kind
    listed = add(block, "references", source="#regpol")
    place = "/akn/ontology/organization"
    add(listed, "TLCOrganization", eId="penerbit", href=f"{place}/id-{draft.issuer or 'penerbit'}", showAs=issuer)
    add(listed, "TLCOrganization", eId="regpol", href=f"{place}/regpol", showAs=draft.stamp.program)


def notes(block: Any, units: tuple[Unit, ...]) -> None:
    """The legal basis of each clause with its grade of evidence."""
    if not units:
        return
    listed = add(block, "notes", source="#regpol")
    for unit in units:
        for number, basis in enumerate(unit.bases, 1):
            note = add(
                listed, "note", eId=note_id(unit, number), class_="resmi" if basis.official else "perlu_diperiksa"
            )
            said = ": ".join(part for part in (basis.citation, basis.gist) if part)
            add(note, "p", f"Dasar: {said} [{basis.evidence}]")


def note_id(unit: Unit, number: int) -> str:
    """The id of one note of a unit."""
    return f"{unit.eid}__note_{number}"


def stamp(block: Any, draft: Draft) -> None:
    """What the draft was made from, in a name space of our own."""
    from lxml import etree

    own = add(block, "proprietary", source="#regpol")
    made = etree.SubElement(own, f"{{{OWN}}}dibuat", nsmap={"rp": OWN})
    for name, value in (
        ("program", draft.stamp.program),
        ("aturan", draft.stamp.rulebook),
        ("keadaan", draft.stamp.decided),
    ):
        made.set(f"{{{OWN}}}{name}", written(value))
