"""Reads the parts that are not numbered norms: parties, signatures, annexes, plain paragraphs.

Each has a small closed form of its own; a field that is not known is reported with the ones that are.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from regpol.documents.naskah.facts import OPEN, clean
from regpol.documents.naskah.references import References
from regpol.documents.naskah.sections import EXPLAINED, SIGNATURES, Line, Section, Sheet
from regpol.documents.naskah.tables import TableLines
from regpol.documents.naskah.tree import Annex, Form, Inline, Party, Side, Signature, Step, Table
from regpol.terms.language import roman
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import MissingPart, UnknownHead
from regpol.terms.problems.explanation import ArticleInGeneral, EmptyGeneral, ExplanationElsewhere

_FIELD = re.compile(r"^(?P<key>[A-Z][a-z]+):(?:\s+(?P<value>.*))?$")
_SIGNATURE_FIELDS = ("Tempat", "Tanggal", "Jabatan", "Nama", "Keterangan")
_ROW = re.compile(r"^(?P<name>[A-Z][A-Za-z/. ]*?):\s+(?P<text>.+)$")
_PARTY = re.compile(rf"^Pihak:\s+(?P<name>.+?)\s*(?<!{OPEN})\|\s*(?P<text>.+)$")


def paragraphs(lines: list[Line], references: References) -> tuple[Inline, ...]:
    """One paragraph for each line."""
    return tuple(references.inline(line.text, (), _at(line.place)) for line in lines)


def general(sheet: Sheet, references: References, problems: list[Problem]) -> tuple[Inline, ...]:
    """The paragraphs of 'I. UMUM'; what is said of one Pasal stands at that Pasal and is refused here."""
    section = next((section for section in sheet.sections if section.name == EXPLAINED), None)
    if section is None:
        return ()
    if sheet.form is not Form.REGULATION:
        problems.append(ExplanationElsewhere(place=section.place, form=sheet.form.value))
    elif not section.lines:
        problems.append(EmptyGeneral(place=section.place))
    problems.extend(
        ArticleInGeneral(place=line.place, given=clean(line.text)[:40])
        for line in section.lines
        if _OF_A_UNIT.match(line.text)
    )
    return paragraphs(section.lines, references)


_OF_A_UNIT = re.compile(r"(?:I|II)\. |BAB\b|Pasal\s+\S+$|(?:Ayat|Huruf|Angka) \S+$")


@dataclass(slots=True)
class Opening:
    """The opening of an agreement: the sentence before the parties, the parties, the sentence after."""

    before: tuple[Inline, ...] = ()
    parties: tuple[Party, ...] = ()
    after: tuple[Inline, ...] = ()


def opening(lines: list[Line], references: References, problems: list[Problem]) -> Opening:
    """The parties of an agreement, which are never fewer than two."""
    at = [place for place, line in enumerate(lines) if _PARTY.match(line.text)]
    if len(at) < 2:
        place = lines[0].place if lines else Place("templat")
        problems.append(MissingPart(place=place, part="dua baris “Pihak: NAMA | uraian”"))
        return Opening(paragraphs(lines, references))
    parties = tuple(_party(lines[place], references) for place in at)
    return Opening(paragraphs(lines[: at[0]], references), parties, paragraphs(lines[at[-1] + 1 :], references))


def rows(lines: list[Line], references: References, problems: list[Problem]) -> tuple[Party, ...]:
    """The rows at the top of a letter: what, colon, who. A line of another shape is a problem."""
    made: list[Party] = []
    for line in lines:
        found = _ROW.match(line.text)
        if found:
            made.append(Party(found["name"], references.inline(found["text"], (), _at(line.place))))
        else:
            problems.append(UnknownHead(place=line.place, given=clean(line.text)[:40], known=("Yth: …", "Hal: …")))
    return tuple(made)


def _party(line: Line, references: References) -> Party:
    found = _PARTY.match(line.text)
    assert found is not None
    return Party(clean(found["name"]), references.inline(found["text"], (), _at(line.place)))


def signature(section: Section, problems: list[Problem]) -> Signature:
    """A place to sign, from its fields."""
    values: dict[str, list[str]] = {key: [] for key in _SIGNATURE_FIELDS}
    for line in section.lines:
        found = _FIELD.match(line.text)
        key = found["key"] if found else clean(line.text)[:40]
        if found and key in values:
            values[key].append(clean(found["value"] or ""))
        else:
            problems.append(UnknownHead(place=line.place, given=key, known=_SIGNATURE_FIELDS))
    for key in ("Jabatan", "Nama"):
        if not any(values[key]):
            problems.append(MissingPart(place=section.place, part=f"isian “{key}:” pada tanda tangan"))
    side = Side.LEFT if section.name == SIGNATURES[0] else Side.RIGHT
    return Signature(
        side=side,
        before=(*values["Tempat"], *values["Tanggal"]),
        position=" ".join(values["Jabatan"]),
        name=" ".join(values["Nama"]),
        after=tuple(values["Keterangan"]),
    )


@dataclass(slots=True)
class Ending:
    """What stands behind the text: signatures of the paper, then annexes with their own.

    ``first_annex`` as in `Sheet`.
    """

    first_annex: int = 0
    signatures: list[Signature] = field(default_factory=list)
    annexes: list[tuple[Section, list[Signature]]] = field(default_factory=list)


def ending(sheet: Sheet, problems: list[Problem]) -> Ending:
    """Signatures in their order; one that follows an annex signs that annex."""
    found = Ending(sheet.first_annex)
    for section in sheet.sections:
        if section.name == "Lampiran":
            found.annexes.append((section, []))
        elif section.name in SIGNATURES:
            holder = found.annexes[-1][1] if found.annexes else found.signatures
            holder.append(signature(section, problems))
    return found


def annex_steps(ending: Ending, place: int) -> tuple[Step, ...]:
    """How a reference names an annex: by number only if there are several (DR-107), here or in a shared series."""
    first = ending.first_annex or (len(ending.annexes) > 1)
    number = roman(first + place - 1) if first else ""
    return (Step("Lampiran", number, f"annex_{place}"),)


def annexes(ending: Ending, references: References, problems: list[Problem]) -> tuple[Annex, ...]:
    """The annexes, numbered."""
    made = []
    for place, (section, signatures) in enumerate(ending.annexes, 1):
        (step,) = annex_steps(ending, place)
        blocks = tuple(_blocks(section.lines, references, problems))
        annex = Annex(
            number=step.number, eid=step.eid, title=section.title, blocks=blocks, signatures=tuple(signatures)
        )
        made.append(annex)
    return tuple(made)


def _blocks(lines: list[Line], references: References, problems: list[Problem]) -> list[Inline | Table]:
    blocks: list[Inline | Table] = []
    rows: list[TableLines] = []
    for line in lines:
        if line.text.startswith("|"):
            TableLines.add(rows, line)
            continue
        blocks += [table.read(problems) for table in rows]
        rows = []
        blocks.append(references.inline(line.text, (), _at(line.place)))
    return blocks + [table.read(problems) for table in rows]


def _at(place: Place) -> Callable[[str], Place]:
    return lambda _fragment: place
