"""Cuts a filled template into its head and its parts.

Only the shape is read here: which lines are the head, where each part begins. What stands inside a
part is for the module that knows it. Part names are a closed list; one that is nearly right is
reported instead of sliding into the text of the part above.
"""

import difflib
import re
from dataclasses import dataclass, field

from regpol.documents.naskah.facts import clean
from regpol.documents.naskah.origin import NOWHERE, Origin
from regpol.documents.naskah.tree import Form
from regpol.terms.place import Place
from regpol.terms.problems import Problem
from regpol.terms.problems.documents import MissingPart, UnknownHead

_ENACTED = ("Naskah", "Jenis", "Daerah", "Provinsi", "Pejabat", "Nomor", "Tahun", "Tentang", "Catatan")
HEADS: dict[Form, tuple[str, ...]] = {
    Form.REGULATION: (
        "Naskah",
        "Jenis",
        "Daerah",
        "Provinsi",
        "Pejabat",
        "Nomor",
        "Tahun",
        "Tentang",
        "Berita",
        "Rahmat",
        "Persetujuan",
        "Noreg",
        "Tambahan",
        "Catatan",
    ),
    Form.AGREEMENT: ("Naskah", "Jenis", "Antara", "Dengan", "Tentang", "Nomor", "Catatan"),
    Form.MINUTES: ("Naskah", "Jenis", "Tentang", "Nomor", "Catatan"),
    Form.DECREE: _ENACTED,
    Form.INSTRUCTION: _ENACTED,
    Form.CIRCULAR: ("Naskah", "Jenis", "Pejabat", "Nomor", "Tentang", "Catatan"),
    Form.MEMO: ("Naskah", "Jenis", "Pejabat", "Tentang", "Catatan"),
    Form.LETTER: ("Naskah", "Jenis", "Pejabat", "Tentang", "Catatan"),
    Form.EXPLANATION: ("Naskah", "Jenis", "Atas", "Nomor", "Tahun", "Tentang", "Catatan"),
    Form.STATEMENT: ("Naskah", "Jenis", "Tentang", "Catatan"),
    Form.COMPARISON: ("Naskah", "Jenis", "Atas", "Tentang", "Catatan"),
    Form.CONSOLIDATION: ("Naskah", "Jenis", "Atas", "Tentang", "Catatan"),
}
OPTIONAL_HEADS = {"Provinsi", "Berita", "Rahmat", "Persetujuan", "Noreg", "Tambahan", "Catatan"}
SIGNATURES = ("Tanda tangan kiri", "Tanda tangan kanan")
PARTS: dict[Form, tuple[str, ...]] = {
    Form.REGULATION: ("Menimbang", "Mengingat", "MEMUTUSKAN", "Penutup"),
    Form.AGREEMENT: ("Komparisi", "Premis", "Kesepakatan", "Isi", "Penutup"),
    Form.MINUTES: ("Komparisi", "Isi", "Penutup"),
    Form.DECREE: ("Menimbang", "Mengingat", "MEMUTUSKAN"),
    Form.INSTRUCTION: ("Pembuka", "Surat", "Isi"),
    Form.CIRCULAR: ("Surat", "Isi"),
    Form.MEMO: ("Surat", "Isi"),
    Form.LETTER: ("Surat", "Pembuka"),
    Form.EXPLANATION: ("Isi",),
    Form.STATEMENT: ("Isi",),
    Form.COMPARISON: ("Isi",),
    Form.CONSOLIDATION: ("Isi",),
}
UNSIGNED = {Form.EXPLANATION, Form.COMPARISON, Form.CONSOLIDATION}
"""Papers that go with another one and bear no signature of their own."""
COPIES = "Tembusan"
EXPLAINED = "Penjelasan"
"""Both may be left out: who gets a copy, and what is said of a regulation as a whole."""
_NAMES = tuple(dict.fromkeys([name for names in (*PARTS.values(), SIGNATURES, (COPIES, EXPLAINED)) for name in names]))
_HEAD = re.compile(r"^(?P<key>[A-Z][A-Za-z]*):(?:\s+(?P<value>.*))?$")
_PART = re.compile(r"^(?P<name>[A-Z][A-Za-z ]+):$")
_ANNEX = re.compile(r"^Lampiran(?:\s+#(?P<label>[a-z][a-z0-9_-]*))?:\s+(?P<title>.+)$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of filled naskah and the template line it comes from."""

    text: str
    place: Place
    origin: Origin = NOWHERE


@dataclass(slots=True)
class Section:
    """One part of the paper with its lines; an annex also has a title and perhaps a label."""

    name: str
    place: Place
    title: str = ""
    label: str = ""
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """The whole paper, cut up. ``heads`` keeps the order, for a head may stand twice.

    ``first_annex`` is the number of its first annex in a series shared with other papers; 0 for its own series.
    """

    form: Form
    heads: list[tuple[str, str]]
    sections: list[Section]
    first_annex: int = 0

    def head(self, key: str) -> tuple[str, ...]:
        """Every value given for a head."""
        return tuple(value for name, value in self.heads if name == key)

    def part(self, name: str) -> list[Line]:
        """The lines of a part, none if it is missing."""
        return next((section.lines for section in self.sections if section.name == name), [])


def cut(lines: list[Line], template: Place, problems: list[Problem]) -> Sheet:
    """Head and parts of a filled template; what is missing or misspelt goes to ``problems``."""
    sections: list[Section] = []
    preface: list[Line] = []
    for line in lines:
        section = None if sections and _row_of_a_letter(line, sections[-1]) else _opening(line)
        if section:
            sections.append(section)
        elif sections:
            misspelt = _nearly_a_part(line)
            problems.extend(misspelt)
            sections[-1].lines.extend([] if misspelt else [line])
        else:
            preface.append(line)
    heads = [pair for line in preface for pair in _head(line, problems)]
    form = next((form for form in Form if ("Naskah", form.value) in heads), Form.REGULATION)
    sheet = Sheet(form, heads, sections)
    problems.extend(_strange_heads(sheet, preface))
    problems.extend(_missing(sheet, template))
    return sheet


def _row_of_a_letter(line: Line, above: Section) -> bool:
    """Whether “Lampiran: 1 (satu) berkas” tells what a letter encloses, and is no annex of its own."""
    return above.name == "Surat" and bool(_ANNEX.match(line.text))


def _opening(line: Line) -> Section | None:
    annex = _ANNEX.match(line.text)
    if annex:
        return Section("Lampiran", line.place, clean(annex["title"]), annex["label"] or "")
    part = _PART.match(line.text)
    return Section(part["name"], line.place) if part and part["name"] in _NAMES else None


def _nearly_a_part(line: Line) -> list[Problem]:
    part = _PART.match(line.text)
    if part and difflib.get_close_matches(part["name"], _NAMES, n=1, cutoff=0.8):
        return [UnknownHead(place=line.place, given=f"{part['name']}:", known=tuple(f"{name}:" for name in _NAMES))]
    return []


def _head(line: Line, problems: list[Problem]) -> list[tuple[str, str]]:
    match = _HEAD.match(line.text)
    if not match:
        known = tuple(dict.fromkeys([name for names in HEADS.values() for name in names]))
        problems.append(UnknownHead(place=line.place, given=clean(line.text)[:60], known=known))
        return []
    return [(match["key"], clean(match["value"] or "").strip())]


def _strange_heads(sheet: Sheet, preface: list[Line]) -> list[Problem]:
    known = HEADS[sheet.form]
    found = [(line, match["key"]) for line in preface if (match := _HEAD.match(line.text))]
    return [
        UnknownHead(place=line.place, given=key, known=(*known, *PARTS[sheet.form]))
        for line, key in found
        if key not in known
    ]


def _missing(sheet: Sheet, template: Place) -> list[Problem]:
    given = {key for key, value in sheet.heads if value}
    present = {section.name for section in sheet.sections}
    wanted = [f"kepala “{key}:”" for key in HEADS[sheet.form] if key not in given | OPTIONAL_HEADS]
    wanted += [f"bagian “{name}:”" for name in PARTS[sheet.form] if name not in present]
    if not present & set(SIGNATURES) and sheet.form not in UNSIGNED:
        wanted.append("bagian “Tanda tangan kanan:” atau “Tanda tangan kiri:”")
    return [MissingPart(place=template, part=part) for part in wanted]
