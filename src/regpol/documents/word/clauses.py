"""Writes numbered units into a Word document: style, live number, live references, bookmark, comment.

No number is typed: it comes from the style's list, and each part of a reference is a field that points
at the bookmark of a unit. A drafter may insert an ayat in Word and everything moves with it. The
bookmark carries the unit's id, which is how an edited file finds its way back to the template clause.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from regpol.documents.brief.paper import Basis
from regpol.documents.naskah.tree import Draft, Inline, Kind, Reference, Step, Unit, Words
from regpol.documents.word.grid import add_table, text_width
from regpol.documents.word.indents import Indents
from regpol.documents.word.ooxml import NAMESPACE, add_bookmark, add_field, add_link, restart, uncounted, use_list
from regpol.documents.word.quotation import Quoted, quoted
from regpol.documents.word.styles import DEFINING, LISTS, NUMBERED, STEP

_STYLES = NUMBERED | {Kind.AMENDING: "Tengah", Kind.TOPIC: "Kiri"}
_TYPED = {Kind.PART, Kind.DICTUM, Kind.AMENDING, Kind.TOPIC}
"""Kinds whose number is typed, for no list of the styles file counts that way."""
_LONGEST_NAME = 40
_DEPTHS = {level.style: level.left // STEP - 1 for levels in LISTS.values() for level in levels}
_DICTUM, _COLON = 34, 5
"""Millimetres to the text of a dictum, under that of Menetapkan, and what the colon in front of it takes."""
_LEVELS = {level.style: place for levels in LISTS.values() for place, level in enumerate(levels)}
_DEFINITIONS, _NORMS = (
    next(number for number, levels in LISTS.items() if levels[0].style == first) for first in ("Definisi", "Pasal")
)


@dataclass(frozen=True, slots=True)
class Counted:
    """A list begun anew: its number in Word, and the style of each kind of unit in it."""

    number: int
    styles: Mapping[Kind, str]


class Clauses:
    """Writes units and the text that refers to them, into the body or into a cell."""

    def __init__(self, document: Any, draft: Draft, indents: Indents, *, clean: bool) -> None:
        self.document, self.clean = document, clean
        self.width = text_width(document.sections[0])
        self.indents = indents
        self.moment = f"{date.fromisoformat(draft.stamp.decided).isoformat()}T00:00:00Z"
        self.author = draft.stamp.program
        self.names = _bookmark_names(draft)
        self.kinds = {unit.eid: unit.kind for unit in draft.units()}
        self.bookmarks = 0
        self.inset = 0
        """What everything below a dictum stands further in than in articles, in millimetres."""

    def text(self, paragraph: Any, inline: Inline) -> None:
        """Words as runs, references as fields."""
        for part in inline:
            if not isinstance(part, Reference):
                paragraph.add_run(part.text)
                continue
            for place, step in enumerate(part.steps):
                self._step(paragraph, step, " " if place else "")

    def _step(self, paragraph: Any, step: Step, gap: str) -> None:
        """The word is typed, the number is a field; the number of a Pasal or BAB brings its own word."""
        kind = self.kinds.get(step.eid)
        whole = kind in {Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE}
        if kind is None or kind in _TYPED:
            self._link(paragraph, step, gap)
            return
        if gap or not whole:
            paragraph.add_run(gap if whole else f"{gap}{step.word} ")
        shown = f"{step.word} {step.number}" if whole else step.number
        add_field(paragraph, f"REF {self.names[step.eid]} \\n \\h", shown)

    def _link(self, paragraph: Any, step: Step, gap: str) -> None:
        """An annex or a Bagian: Word cannot count these, so the number is text and only leads there."""
        if gap:
            paragraph.add_run(gap)
        name = self.names.get(step.eid, f"_{step.eid}")
        add_link(paragraph, name, f"{step.word} {step.number}".rstrip())

    def mark(self, paragraph: Any, name: str) -> None:
        """Puts a paragraph that is no unit under a name of its own."""
        self.bookmarks += 1
        add_bookmark(paragraph, name, self.bookmarks)

    def paragraph(self, inline: Inline, style: str = "Isi", left: float = 0, *, keep: bool = False) -> Any:
        """A plain paragraph of the body."""
        from docx.shared import Mm

        written = self.document.add_paragraph(style=style)
        self.text(written, inline)
        if left:
            written.paragraph_format.left_indent = Mm(left)
        written.paragraph_format.keep_with_next = True if keep else None
        return written

    def items(self, units: tuple[Unit, ...], holder: Any, style: str) -> None:
        """A flat list with a style of its own: considerations, legal grounds, premises."""
        for unit in units:
            written = holder.add_paragraph(style="Isi" if unit.unmarked else style)
            self.text(written, unit.lead)
            self._identify(written, unit)

    def body(self, units: tuple[Unit, ...]) -> None:
        """Everything the paper orders or says, in order.

        A letter, a circular and minutes begin with 1. and go on with a., the way definitions do: in the list
        of norms, where a. stands over 1., Word would number every one of them 1. and run the letters on.
        """
        numbered = units and units[0].kind is Kind.ITEM
        counted = self._definitions() if numbered else None
        for unit in units:
            self.unit(unit, counted=counted)

    def _definitions(self) -> Counted:
        return Counted(restart(self.document, _DEFINITIONS), DEFINING)

    def unit(self, unit: Unit, depth: int = 0, counted: Counted | None = None) -> None:
        """A unit and everything below it; ``counted`` is the list it stands in, None for that of its style."""
        if unit.kind.heading or unit.kind in {Kind.ARTICLE, Kind.AMENDING, Kind.TOPIC}:
            self._heading(unit)
            depth = -1
        elif unit.kind is Kind.DICTUM:
            self._dictum(unit)
            depth, self.inset = 2, _DICTUM - 3 * STEP
            if unit.children:
                # Word does not count the dictum itself, so it would not begin its letters anew by itself
                first = _LEVELS[NUMBERED[unit.children[0].kind]]
                counted = Counted(restart(self.document, _NORMS, first), NUMBERED)
        else:
            self._item(unit, depth, counted)
        for it in quoted(unit.quoted):
            self._quoted(it, self.indents.at(max(0, depth)))
        for table in unit.tables:
            add_table(self.document, table, self.width, left=self.indents.at(depth) + self.inset)
        if unit.kind is Kind.ARTICLE and unit.children and unit.children[0].kind is Kind.ITEM:
            counted = self._definitions()
        for child in unit.children:
            self.unit(child, depth + 1, counted)
        if unit.closing:
            self.paragraph(unit.closing, left=self.indents.at(depth) + self.inset)

    def _quoted(self, it: Quoted, left: float) -> None:
        from docx.enum.text import WD_ALIGN_PARAGRAPH
        from docx.shared import Mm

        text = (Words(f"{it.marker}\t"), *it.text) if it.marker else it.text
        written = self.paragraph(text, left=left + it.depth * STEP, keep=it.opens)
        if it.centered:
            written.alignment = WD_ALIGN_PARAGRAPH.CENTER
        if it.marker:
            written.paragraph_format.first_line_indent = Mm(-STEP)

    def _heading(self, unit: Unit) -> None:
        written = self.document.add_paragraph(style=_STYLES[unit.kind])
        if unit.kind in _TYPED or unit.label:
            written.add_run(unit.marker)  # Word cannot count in Indonesian ordinals, nor to 7A
        if unit.label:
            uncounted(written)
        if unit.title:
            if unit.kind is Kind.TOPIC:
                written.add_run(" ")
            else:
                written.add_run().add_break()
            written.add_run(unit.title)
        self._bookmark(written, unit)
        if unit.lead:
            written = self.paragraph(unit.lead, keep=bool(unit.children or unit.quoted or unit.tables))
        self._comment(written, unit.bases)

    def _dictum(self, unit: Unit) -> None:
        from docx.shared import Mm

        written = self.paragraph((Words(f"{unit.marker}\t:\t"), *unit.lead), keep=bool(unit.children))
        shape = written.paragraph_format
        shape.left_indent, shape.first_line_indent = Mm(_DICTUM), Mm(-_DICTUM)
        shape.tab_stops.add_tab_stop(Mm(_DICTUM - _COLON))
        shape.tab_stops.add_tab_stop(Mm(_DICTUM))
        self._identify(written, unit)

    def _item(self, unit: Unit, depth: int, counted: Counted | None) -> None:
        from docx.shared import Mm

        style = (counted.styles if counted else _STYLES)[unit.kind]
        written = self.document.add_paragraph(style=style)
        self.text(written, (Words(f"{unit.label}\t"), *unit.lead) if unit.label else unit.lead)
        if unit.label:
            uncounted(written)
        elif counted:
            use_list(written, counted.number, _LEVELS[style])
        if unit.label or self.inset or _DEPTHS[style] != depth:  # a list right under Pasal stands one step further out
            written.paragraph_format.left_indent = Mm(self.indents.at(depth) + self.inset)
            written.paragraph_format.first_line_indent = Mm(-self.indents.step(depth))
        if unit.children or unit.tables or unit.quoted:
            written.paragraph_format.keep_with_next = True
        self._identify(written, unit)

    def _identify(self, paragraph: Any, unit: Unit) -> None:
        self._bookmark(paragraph, unit)
        self._comment(paragraph, unit.bases)

    def _bookmark(self, paragraph: Any, unit: Unit) -> None:
        self.mark(paragraph, self.names[unit.eid])

    def _comment(self, paragraph: Any, bases: tuple[Basis, ...]) -> None:
        if self.clean or not bases:
            return
        if not paragraph.runs:
            paragraph.add_run("")
        text = "\n".join(said(basis) for basis in bases)
        made = self.document.add_comment(paragraph.runs, text=text, author=self.author, initials="RP")
        made._comment_elm.set(f"{{{NAMESPACE}}}date", self.moment)


def said(basis: Basis) -> str:
    """A legal basis as one line of a comment."""
    if not basis.citation:
        return f"Dasar belum dihimpun: {basis.gist}."
    gist = f" ({basis.gist})" if basis.gist else ""
    check = "" if basis.official else ", perlu diverifikasi"
    return f"Dasar: {basis.citation}{gist}. Bukti: {basis.evidence}{check}."


def _bookmark_names(draft: Draft) -> dict[str, str]:
    """A name for every unit; Word takes forty characters, and the underscore hides it."""
    names = {}
    for place, unit in enumerate(draft.units()):
        name = f"_{unit.eid.replace('__', '_')}"
        names[unit.eid] = name if len(name) <= _LONGEST_NAME else f"_unit_{place}"
    return names
