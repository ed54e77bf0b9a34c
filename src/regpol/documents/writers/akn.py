"""The draft as Akoma Ntoso 3.0: what machines of law exchange, from the same tree as paper and screen.

What an authority sets is a ``bill``, any other paper a ``doc``; Menimbang are recitals, Mengingat citations,
annexes attachments, and legal bases notes. Ids are the ids of the tree, so a clause keeps its identity
in every output. The file is valid under the strict XSD of OASIS; tests hold it to that.
"""

from collections.abc import Iterable
from typing import Any

from regpol.documents.naskah.explanation import ARTICLES, GENERAL, Entry, Explanation, explanation
from regpol.documents.naskah.outline import enacted, endnote, title_lines
from regpol.documents.naskah.tree import Annex, Draft, Inline, Kind, Reference, Signature, Table, Unit
from regpol.documents.writers import akn_meta
from regpol.documents.writers.akn_meta import add, note_id, written

_TAGS = {
    Kind.CHAPTER: "chapter",
    Kind.PART: "part",
    Kind.SECTION: "section",
    Kind.ARTICLE: "article",
    Kind.CLAUSE: "paragraph",
}


def write(draft: Draft, *, clean: bool = False) -> str:
    """The document as XML. ``clean`` leaves out notices and the notes with legal bases."""
    from lxml import etree

    spaces: dict[Any, str] = {None: akn_meta.NAMESPACE}
    root = etree.Element(f"{{{akn_meta.NAMESPACE}}}akomaNtoso", nsmap=spaces)
    paper = add(root, akn_meta.doctype(draft), name=akn_meta.slug(draft.head.kind) or "naskah")
    block = akn_meta.meta(paper, draft)
    akn_meta.references(block, draft)
    if not clean:
        akn_meta.notes(block, draft.grounded)
    akn_meta.stamp(block, draft)
    _Paper(clean=clean).fill(paper, draft)
    return f"{_DECLARATION}{etree.tostring(root, encoding='unicode')}\n"


_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class _Paper:
    def __init__(self, *, clean: bool) -> None:
        self.clean = clean

    def fill(self, paper: Any, draft: Draft) -> None:
        self._preface(paper, draft)
        self._preamble(paper, draft)
        body = add(paper, "body" if akn_meta.doctype(draft) == "bill" else "mainBody")
        for unit in draft.body:
            self._unit(body, unit)
        _conclusions(paper, draft.closing, draft.signatures, endnote(draft))
        explained = explanation(draft)
        if draft.annexes or explained:
            attached = add(paper, "attachments")
            if explained:
                _explained(attached, explained, draft)
            for number, annex in enumerate(draft.annexes, 1):
                _annex(attached, annex, number, draft)

    def _preface(self, paper: Any, draft: Draft) -> None:
        preface = add(paper, "preface")
        title = add(preface, "longTitle", eId="preface__longtitle")
        lines = title_lines(draft)
        for line in lines:
            shown = add(title, "p")
            add(shown, "docTitle" if line == draft.head.about.upper() else "inline", line, **_named(line, draft))
        if not self.clean:
            for notice in draft.head.notices:
                add(preface, "p", notice, class_="catatan")

    def _preamble(self, paper: Any, draft: Draft) -> None:
        if not _opens(draft):
            return
        preamble = add(paper, "preamble")
        enacts = draft.head.form.enacts
        if enacts:
            formula = add(preamble, "formula", name="pembukaan", eId="preamble__formula_1")
            if draft.head.blessing:
                add(formula, "p", draft.head.blessing)
            add(formula, "p", f"{draft.head.authority.upper()},")
        for paragraph in draft.opening:
            inline(add(preamble, "p"), paragraph)
        for party in draft.parties:
            shown = add(preamble, "p", class_="pihak")
            add(shown, "b", party.name)
            inline(shown, party.description, before=": ")
        for paragraph in draft.after_parties:
            inline(add(preamble, "p"), paragraph)
        for name, tag, said, units in (
            ("recitals", "recital", "Menimbang" if enacts else "", draft.recitals),
            ("citations", "citation", "Mengingat", draft.citations),
        ):
            self._considered(preamble, name, tag, said, units)
        for paragraph in draft.resolution:
            inline(add(preamble, "p"), paragraph)
        if enacts:
            _enacting(preamble, draft)

    def _considered(self, preamble: Any, group: str, tag: str, said: str, units: tuple[Unit, ...]) -> None:
        if not units:
            return
        listed = add(preamble, group, eId=f"preamble__{group}_1")
        if said:
            add(add(listed, "intro", eId=f"preamble__{group}_1__intro_1"), "p", f"{said}:")
        for unit in units:
            item = add(listed, tag, eId=unit.eid)
            self._number(item, unit)
            inline(add(item, "p"), unit.lead)
            self._points(item, unit.children)
            if unit.closing:
                inline(add(item, "p"), unit.closing)

    def _points(self, parent: Any, units: tuple[Unit, ...]) -> None:
        """What stands below a recital: a list of blocks, for recitals have no hierarchy of their own."""
        if not units:
            return
        listed = add(parent, "blockList", eId=f"{units[0].eid.rpartition('__')[0]}__list_1")
        for unit in units:
            item = add(listed, "item", eId=unit.eid)
            self._number(item, unit)
            inline(add(item, "p"), unit.lead)
            self._points(item, unit.children)

    def _unit(self, parent: Any, unit: Unit) -> None:
        made = add(parent, _TAGS.get(unit.kind, "point"), eId=unit.eid, class_=str(unit.kind))
        self._number(made, unit)
        if unit.title:
            add(made, "heading", unit.title)
        if not unit.children:
            # strict hierarchy: a unit without units below it holds content, be it empty
            content = add(made, "content", eId=f"{unit.eid}__content_1")
            _blocks(content, (unit.lead, *unit.tables, *unit.quoted, unit.closing), unit.eid)
            return
        if unit.lead or unit.tables:
            _blocks(add(made, "intro", eId=f"{unit.eid}__intro_1"), (unit.lead, *unit.tables), unit.eid)
        for child in unit.children:
            self._unit(made, child)
        if unit.closing or unit.quoted:
            after = (*unit.quoted, unit.closing)
            _blocks(add(made, "wrapUp", eId=f"{unit.eid}__wrapup_1"), after, f"{unit.eid}__wrapup_1")

    def _number(self, made: Any, unit: Unit) -> None:
        if unit.unmarked:
            return
        number = add(made, "num", unit.marker)
        if not self.clean:
            for place in range(1, len(unit.bases) + 1):
                add(number, "noteRef", href=f"#{note_id(unit, place)}", class_="dasar")


def _enacting(preamble: Any, draft: Draft) -> None:
    formula = add(preamble, "formula", name="diktum", eId="preamble__formula_2")
    for line in (*draft.head.agreed, "MEMUTUSKAN:", f"Menetapkan: {enacted(draft)}"):
        add(formula, "p", line)


def _opens(draft: Draft) -> bool:
    parts = (draft.opening, draft.parties, draft.after_parties, draft.recitals, draft.citations, draft.resolution)
    return draft.head.form.enacts or any(parts)


def _named(line: str, draft: Draft) -> dict[str, str]:
    return {} if line == draft.head.about.upper() else {"name": "baris_judul"}


def inline(block: Any, text: Inline, before: str = "") -> None:
    """Words and references into a paragraph."""
    last = block[-1] if len(block) else None
    for part in (before, *text):
        if isinstance(part, Reference):
            last = add(block, "ref", part.text, href=f"#{part.target}")
            continue
        words = written(part if isinstance(part, str) else part.text)
        if last is None:
            block.text = (block.text or "") + words
        else:
            last.tail = (last.tail or "") + words


def _blocks(parent: Any, blocks: Iterable[Inline | Table], eid: str) -> None:
    count = 0
    for block in blocks:
        if isinstance(block, Table):
            count += 1
            _table(parent, block, f"{eid}__table_{count}")
        elif block:
            inline(add(parent, "p"), block)
    if not len(parent):
        add(parent, "p")


def _table(parent: Any, table: Table, eid: str) -> None:
    made = add(parent, "table", eId=eid)
    head = add(made, "tr")
    for name in table.columns:
        add(add(head, "th"), "p", name)
    for row in table.rows:
        line = add(made, "tr")
        for cell in row:
            if cell.rows:
                spans = {"rowspan": str(cell.rows)} if cell.rows > 1 else {}
                add(add(line, "td", **spans), "p", cell.text)
    if table.total:
        line = add(made, "tr", class_="jumlah")
        for text in table.total:
            add(add(line, "td"), "p", text)


def _conclusions(paper: Any, closing: tuple[Inline, ...], signatures: tuple[Signature, ...], end: list[str]) -> None:
    if not (closing or signatures or end):
        return
    made = add(paper, "conclusions")
    for paragraph in closing:
        inline(add(made, "p"), paragraph)
    for signature in signatures:
        signed = add(add(made, "p", class_=str(signature.side)), "signature")
        lines = (*signature.before, signature.position, signature.name, *signature.after)
        signed.text = written(lines[0])
        for line in lines[1:]:
            add(signed, "eol").tail = written(line)
    for text in end:
        add(made, "p", text, class_="berita")


def _explained(attached: Any, explained: Explanation, draft: Draft) -> None:
    holder = add(attached, "attachment", eId="exp")
    paper = add(holder, "doc", name="penjelasan")
    akn_meta.meta(paper, draft, "penjelasan", " ".join(explained.title))
    preface = add(paper, "preface")
    for line in explained.title:
        named = {"name": "baris_judul"} if line != explained.title[0] else {}
        add(add(preface, "p"), "inline" if named else "docTitle", line, **named)
    body = add(paper, "mainBody")
    general = _headed(body, "exp__general", GENERAL)
    _blocks(add(general, "content", eId="exp__general__content_1"), explained.general, "exp__general")
    articles = _headed(body, "exp__articles", ARTICLES)
    for entry in explained.articles:
        _entry(articles, entry)
    _conclusions(paper, (), (), list(explained.end))


def _headed(body: Any, eid: str, said: str) -> Any:
    number, _, heading = said.partition(" ")
    made = add(body, "hcontainer", eId=eid, name=heading.lower().replace(" ", "_"))
    add(made, "num", number)
    add(made, "heading", heading)
    return made


def _entry(parent: Any, entry: Entry) -> None:
    made = add(parent, "hcontainer", eId=entry.eid, name="penjelasan_unit")
    inline(add(made, "heading"), entry.name)
    if not entry.below:
        _blocks(add(made, "content", eId=f"{entry.eid}__content_1"), entry.text, entry.eid)
        return
    if entry.text:
        _blocks(add(made, "intro", eId=f"{entry.eid}__intro_1"), entry.text, entry.eid)
    for below in entry.below:
        _entry(made, below)


def _annex(attached: Any, annex: Annex, number: int, draft: Draft) -> None:
    holder = add(attached, "attachment", eId=annex.eid)
    paper = add(holder, "doc", name="lampiran")
    akn_meta.meta(paper, draft, f"lampiran_{number}", f"{annex.heading} {annex.title}".strip())
    preface = add(paper, "preface")
    add(add(preface, "p"), "docTitle", annex.title or annex.heading)
    _blocks(add(paper, "mainBody"), annex.blocks, annex.eid)
    _conclusions(paper, (), annex.signatures, [])
