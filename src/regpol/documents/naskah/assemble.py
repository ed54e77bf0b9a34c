"""Joins the parts into the frozen draft: numbers, punctuation, references and legal bases in that order.

The order matters: references need numbers, and punctuation must be placed before text is cut into
words and references. Every part is worked through even when an earlier one had faults, so the drafter
sees all of them at once; the draft is refused as a whole.
"""

from dataclasses import dataclass, field, replace

from regpol.documents.brief.keys import expected_keys
from regpol.documents.brief.paper import Basis, Filled
from regpol.documents.naskah import parts
from regpol.documents.naskah.facts import clean
from regpol.documents.naskah.numbering import address, number, without_letter
from regpol.documents.naskah.origin import joined
from regpol.documents.naskah.punctuation import enumerate_items, punctuate
from regpol.documents.naskah.references import References
from regpol.documents.naskah.sections import COPIES, UNSIGNED, Line, Sheet
from regpol.documents.naskah.tree import Draft, Form, Head, Kind, Unit
from regpol.documents.naskah.units import BODY, Node, nest
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import BasisNotMapped, UnknownBasis


def assemble(sheet: Sheet, brief: Filled, labels: frozenset[str], problems: list[Problem], stylesheet: str) -> Draft:
    """The draft of a cut-up paper; the caller refuses it if any problem was found."""
    enacts = sheet.form.enacts
    recitals = nest(sheet.part("Menimbang" if enacts else "Premis"), (Kind.POINT,), problems)
    citations = nest(sheet.part("Mengingat"), (Kind.ITEM,), problems)
    body = nest(sheet.part("MEMUTUSKAN" if enacts else "Isi"), _TOPS.get(sheet.form, BODY), problems)
    enumerate_items(recitals, ";", "" if enacts else "dan", ";" if enacts else ".", problems)
    enumerate_items(citations, ";", "", ";", problems)
    punctuate(body, problems)
    for nodes, prefix in ((recitals, "rec_"), (citations, "cit_"), (body, "")):
        number(nodes, prefix)
    references = References(labels, problems, _head(sheet).kind)
    ending = parts.ending(sheet, problems)
    for nodes in (recitals, citations, body):
        references.file(nodes)
    for place, (section, _) in enumerate(ending.annexes, 1):
        if section.label:
            references.name(section.label, parts.annex_steps(ending, place), place, section.place)
    freeze = _Freezing(brief, references, problems)
    opened = _opened(sheet, references, problems)
    return Draft(
        head=_head(sheet),
        opening=opened.before,
        parties=opened.parties,
        after_parties=opened.after,
        recitals=without_letter(freeze.all(recitals, "Menimbang"), "Menimbang")
        if enacts
        else freeze.all(recitals, "Premis"),
        citations=freeze.all(citations, "Mengingat"),
        resolution=parts.paragraphs(sheet.part("Kesepakatan"), references),
        body=freeze.all(body),
        closing=parts.paragraphs(sheet.part("Penutup"), references),
        signatures=tuple(ending.signatures),
        copies=tuple(clean(line.text) for line in sheet.part(COPIES)),
        general=parts.general(sheet, references, problems),
        annexes=parts.annexes(ending, references, problems),
        open_points=brief.open_points,
        stamp=brief.stamp,
        issuer=brief.region.code,
        stylesheet=stylesheet,
        warnings=tuple(freeze.warnings),
    )


_TOPS = {
    Form.MINUTES: (Kind.ITEM,),
    Form.DECREE: (Kind.DICTUM,),
    Form.INSTRUCTION: (Kind.DICTUM,),
    Form.CIRCULAR: (Kind.ITEM,),
    Form.MEMO: (Kind.ITEM,),
    Form.LETTER: (Kind.ITEM,),
    Form.EXPLANATION: (Kind.TOPIC,),
    Form.STATEMENT: (Kind.ITEM,),
    Form.COMPARISON: (Kind.TOPIC,),
    Form.CONSOLIDATION: (Kind.TOPIC,),
}
"""What may stand outermost in the body; everything else begins with BAB or Pasal."""


def _opened(sheet: Sheet, references: References, problems: list[Problem]) -> parts.Opening:
    if sheet.form.addressed:
        rows = parts.rows(sheet.part("Surat"), references, problems)
        paragraphs = parts.paragraphs(sheet.part("Pembuka"), references)
        if sheet.form in {Form.INSTRUCTION, Form.STATEMENT}:
            return parts.Opening(paragraphs, rows)
        return parts.Opening((), rows, paragraphs)
    if sheet.form.enacts or sheet.form in UNSIGNED:
        return parts.Opening()
    return parts.opening(sheet.part("Komparisi"), references, problems)


def _head(sheet: Sheet) -> Head:
    def one(key: str) -> str:
        return next(iter(sheet.head(key)), "")

    return Head(
        form=sheet.form,
        kind=one("Jenis"),
        about=one("Tentang"),
        numbers=sheet.head("Nomor"),
        year=one("Tahun"),
        region=one("Daerah"),
        authority=one("Pejabat"),
        province=one("Provinsi"),
        between=(*sheet.head("Antara"), *sheet.head("Dengan"), *sheet.head("Atas")),
        gazette=one("Berita"),
        blessing=one("Rahmat") or (_BLESSING if sheet.form is Form.REGULATION else ""),
        agreed=sheet.head("Persetujuan"),
        registered=one("Noreg"),
        addition=one("Tambahan"),
        notices=sheet.head("Catatan"),
    )


_BLESSING = "DENGAN RAHMAT TUHAN YANG MAHA ESA"


@dataclass(slots=True)
class _Freezing:
    brief: Filled
    references: References
    problems: list[Problem]
    warnings: list[Problem] = field(default_factory=list)

    def all(self, nodes: list[Node], place: str = "") -> tuple[Unit, ...]:
        return tuple(self.unit(node, place) for node in nodes)

    def unit(self, node: Node, place: str) -> Unit:
        named = address(node, place)
        return Unit(
            kind=node.kind,
            number=node.number,
            eid=node.eid,
            address=named,
            title=node.title,
            lead=self.references.resolve(node.text, node),
            children=self.all(node.children, place),
            closing=self.references.resolve(node.closing, node),
            tables=tuple(table.read(self.problems) for table in node.tables),
            quoted=tuple(self.references.resolve(text, node) for text in node.quoted),
            explained=parts.paragraphs(node.explained, self.references),
            bases=self._bases(node, named),
            origin=joined(line.origin for line in node.lines),
        )

    def _bases(self, node: Node, named: str) -> tuple[Basis, ...]:
        found: dict[str, Basis] = {}
        for key, place in node.notes:
            basis = self._basis(key, place, named)
            if basis:
                found[key] = basis
        return tuple(found.values())

    def _basis(self, key: str, place: Place, named: str) -> Basis | None:
        known = {basis.id: basis for basis in self.brief.bases}
        if key in known:
            return known[key]
        expected = expected_keys(self.brief)
        if key in expected:
            self.warnings.append(BasisNotMapped(place=place, given=key, address=named))
            return Basis(id=key, citation="", gist=expected[key], evidence="belum dihimpun")
        self.problems.append(UnknownBasis(place=place, given=key, known=tuple(sorted({*known, *expected}))))
        return None


def read_lines(lines: list[Line]) -> list[Line]:
    """The lines that say something: no comments, no blank ones."""
    bare = (replace(line, text=line.text.strip()) for line in lines)
    return [line for line in bare if line.text and not line.text.startswith("//")]
