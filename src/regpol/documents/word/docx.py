"""The draft as a Word file that a drafter goes on working in.

It starts from ``templates/styles.docx`` and uses its styles by name only. Numbers and references are
live, each clause carries its legal basis as a comment, changes are tracked from the first key. The
same draft gives the same bytes. A styles file that lacks a style is refused, because the numbers
would silently vanish.
"""

from datetime import datetime
from pathlib import Path
from typing import Any

from regpol.documents.naskah.explanation import ARTICLES, EID, GENERAL, explanation
from regpol.documents.naskah.outline import annex_lines, enacted, endnote, lines_above, title_lines
from regpol.documents.naskah.tree import Annex, Draft, Form, Signature, Table, Words
from regpol.documents.word.agency_styles import Base, base_of
from regpol.documents.word.clauses import Clauses
from regpol.documents.word.grid import add_table, bare_table, keep_whole, text_width
from regpol.documents.word.ooxml import CLOSING, NAMESPACE, add_field, saved, watermark
from regpol.documents.word.record import attach
from regpol.documents.word.styles import STEP

_NAMED, _PARTY, _COLON = 29.0, 54.0, 5.0
"""Millimetres for the word in front of a colon: Menimbang, the name of a party; and for the colon."""
_SIGNED = 0.44
"""Share of the width left of the place where one signs on the right; two parties have half each."""
_ANNEX_HEAD = 0.45
"""Share of the width that stays free left of the head of an annex; of a page on its side it is more."""


def write(draft: Draft, *, styles: Path, clean: bool = False) -> bytes:
    """The Word file; ``clean`` leaves out comments, notices, watermark and footer."""
    return _Writer(draft, base_of(styles), clean=clean).write()


class _Writer:
    def __init__(self, draft: Draft, base: Base, *, clean: bool) -> None:
        self.draft, self.document, self.clean = draft, base.document(), clean
        self.clauses = Clauses(self.document, draft, base.indents, clean=clean)
        self.width, self.wide = self.clauses.width, False

    def write(self) -> bytes:
        self._properties()
        if self.draft.head.form is Form.COMPARISON:
            self._lie_down()
        self._margins()
        self._title()
        if self.draft.head.form.enacts:
            self._regulation_opening()
        else:
            self._agreement_opening()
        self.clauses.body(self.draft.body)
        if self.draft.signatures and self.document.paragraphs:
            # a signature alone on a page could be put under any text
            self.document.paragraphs[-1].paragraph_format.keep_with_next = True
        for place, text in enumerate(self.draft.closing):
            written = self.clauses.paragraph(text, keep=True)
            written.paragraph_format.space_before = _points(12)
            if not place:
                self.clauses.mark(written, CLOSING)
        self._signatures(self.draft.signatures, endnote(self.draft), ends=not self.draft.closing)
        self._explained()
        for annex in self.draft.annexes:
            self._annex(annex)
        if not self.clean:
            attach(self.document, self.draft, self.clauses.names)
        return saved(self.document)

    def _properties(self) -> None:
        stamp, head = self.draft.stamp, self.draft.head
        properties = self.document.core_properties
        properties.title = (head.short_title if self.clean else f"Rancangan {head.short_title}")[:250]
        properties.author = properties.last_modified_by = stamp.program
        properties.comments = f"aturan {stamp.rulebook}, keadaan {stamp.decided}"
        properties.language = "id-ID"
        properties.created = properties.modified = datetime.fromisoformat(stamp.decided)

    def _margins(self) -> None:
        section = self.document.sections[0]
        header = _own_line(section.header)
        header.style = "Tengah"
        header.add_run("- ")
        add_field(header, "PAGE", "2")
        header.add_run(" -")
        if self.clean:
            return
        header._p.append(watermark("RANCANGAN", 1))
        section.first_page_header.paragraphs[0]._p.append(watermark("RANCANGAN", 2))
        for footer in (section.footer, section.first_page_footer):
            self._footer(_own_line(footer))

    def _footer(self, paragraph: Any) -> None:
        from docx.enum.text import WD_TAB_ALIGNMENT
        from docx.shared import Mm

        stamp = self.draft.stamp
        paragraph.style = "Sel"
        paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(self.width), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"Rancangan · aturan {stamp.rulebook} · keadaan {stamp.decided_words}\tHalaman ")
        add_field(paragraph, "PAGE", "1")
        paragraph.add_run(" dari ")
        add_field(paragraph, "NUMPAGES", "1")

    def _line(self, text: str, style: str = "Judul", after: float | None = None) -> Any:
        written = self.document.add_paragraph(text, style=style)
        if after is not None:
            written.paragraph_format.space_after = _points(after)
        return written

    def _title(self) -> None:
        lines = title_lines(self.draft)
        above = lines_above(self.draft)
        for place, line in enumerate(lines[:above], 1):
            self._line(line, after=14 if place == above else 0)
        if not self.clean:
            self._line("RANCANGAN", after=8)
        rest = lines[above:]
        for line, following in zip(rest, [*rest[1:], ""][: len(rest)], strict=True):
            apart = {"TENTANG", "ANTARA", "DENGAN"}
            tight = line not in apart and following not in apart and following
            self._line(line, after=0 if tight and not following.startswith("NOMOR:") else 8)
        for notice in () if self.clean else self.draft.head.notices:
            self._line(notice, "Catatan")

    def _regulation_opening(self) -> None:
        draft = self.draft
        if draft.head.blessing:
            self._line(draft.head.blessing, "Tengah").paragraph_format.space_before = _points(12)
        authority = self._line(f"{draft.head.authority.upper()},", "Tengah", after=10)
        authority.paragraph_format.space_before = None if draft.head.blessing else _points(12)
        for name, units in (("Menimbang", draft.recitals), ("Mengingat", draft.citations)):
            cell = self._three_columns(name)
            spare = cell.paragraphs[0]._p
            self.clauses.items(units, cell, name)
            if units:
                spare.getparent().remove(spare)
        for line in draft.head.agreed:
            self._line(line, "Tengah", after=2).paragraph_format.keep_with_next = True
        decided = self._line("MEMUTUSKAN:", "Tengah", after=8)
        decided.paragraph_format.space_before, decided.paragraph_format.keep_with_next = _points(10), True
        self._three_columns("Menetapkan", whole=True).paragraphs[0].add_run(enacted(draft))

    def _three_columns(self, name: str, *, whole: bool = False) -> Any:
        grid = bare_table(self.document, 1, (_NAMED, _COLON, self.width - _NAMED - _COLON))
        if whole:
            keep_whole(grid)
        first, second, third = grid.rows[0].cells
        first.paragraphs[0].add_run(name)
        second.paragraphs[0].add_run(":")
        for cell in (first, second):
            cell.paragraphs[0].style = "Kiri"
        return third

    def _agreement_opening(self) -> None:
        for text in self.draft.opening:
            self.clauses.paragraph(text)
        if self.draft.parties:
            self._parties()
        for text in self.draft.after_parties:
            self.clauses.paragraph(text)
        self.clauses.items(self.draft.recitals, self.document, "Menimbang")
        for text in self.draft.resolution:
            self.clauses.paragraph(text)

    def _parties(self) -> None:
        grid = bare_table(self.document, len(self.draft.parties), (_PARTY, _COLON, self.width - _PARTY - _COLON))
        for row, party in zip(grid.rows, self.draft.parties, strict=True):
            name, colon, described = row.cells
            name.paragraphs[0].style = "Kiri" if self.draft.head.form.addressed else "Pihak"
            name.paragraphs[0].add_run(party.name)
            name.paragraphs[0].alignment = 0
            colon.paragraphs[0].add_run(":")
            self.clauses.text(described.paragraphs[0], party.description)

    def _signatures(self, signatures: tuple[Signature, ...], end: list[str], *, ends: bool = False) -> None:
        """Places to sign; ``end`` stands under the last one, and ``ends`` marks the first as no clause any more."""
        sides = [signature.side.value for signature in signatures]
        rows = [signatures] if sides == ["kiri", "kanan"] else [(signature,) for signature in signatures]
        for place, row in enumerate(rows, 1):
            alone = len(row) == 1 and row[0].side == "kiri"
            left = self.width * (0.5 if self.draft.head.form in {Form.AGREEMENT, Form.MINUTES} else _SIGNED)
            grid = bare_table(self.document, 1, (self.width,) if alone else (left, self.width - left))
            keep_whole(grid)  # one row, for LibreOffice splits a table between rows whatever they ask for
            for signature in row:
                cell = grid.cell(0, 0 if signature.side == "kiri" else 1)
                self._signed(cell, signature)
                if ends and signature is signatures[0]:
                    self.clauses.mark(cell.paragraphs[0], CLOSING)
            for line in end if place == len(rows) else []:
                grid.cell(0, 0).add_paragraph(line, style="Kiri").paragraph_format.space_before = _points(14)
            below = self._line("", "Sel")
            if place < len(rows):  # who promulgates signs on the page of who enacts
                for paragraph in (below, *(it for cell in grid.rows[0].cells for it in cell.paragraphs)):
                    paragraph.paragraph_format.keep_with_next = True

    def _signed(self, cell: Any, signature: Signature) -> None:
        lines = (*signature.before, signature.position, signature.name, *signature.after)
        for place, line in enumerate(lines):
            written = cell.paragraphs[0] if not place else cell.add_paragraph()
            written.style = "Kiri" if self.draft.head.form not in {Form.AGREEMENT, Form.MINUTES} else "Tengah"
            written.add_run(line)
            shape = written.paragraph_format
            shape.space_before = _points(56 if place == len(signature.before) + 1 else 0)
            shape.space_after = _points(0)

    def _explained(self) -> None:
        """The Penjelasan on a page of its own; its Pasal are fields that move with the regulation."""
        from docx.shared import Mm

        found = explanation(self.draft)
        if not found:
            return
        for place, line in enumerate(found.title):
            written = self._line(line, after=8 if line in {"ATAS", "TENTANG", found.title[0]} else 0)
            written.paragraph_format.page_break_before = True if not place else None
            if not place:
                self.clauses.mark(written, f"_{EID}")
        self._topic(GENERAL)
        for text in found.general:
            self.clauses.paragraph(text, left=STEP)
        self._topic(ARTICLES)
        for entry, depth in found.entries():
            named = self.clauses.paragraph(entry.name, "Kiri", left=(depth + 1) * STEP, keep=True)
            named.paragraph_format.space_before, named.paragraph_format.space_after = _points(4), _points(0)
            for text in entry.text:
                said = self.clauses.paragraph(text, left=(depth + 2) * STEP)
                said.paragraph_format.first_line_indent, said.paragraph_format.space_after = Mm(0), _points(2)
        for line in found.end:
            self._line(line, "Kiri").paragraph_format.space_before = _points(14)

    def _topic(self, text: str) -> None:
        written = self._line(text, "Kiri", after=4)
        written.paragraph_format.space_before, written.paragraph_format.keep_with_next = _points(12), True

    def _annex(self, annex: Annex) -> None:
        from docx.shared import Mm

        turned = self._turn(wide=annex.wide)
        free = 0.62 if annex.wide else _ANNEX_HEAD
        for place, line in enumerate([annex.heading, *annex_lines(self.draft)]):
            written = self._line(line, "Kiri", after=0)
            written.paragraph_format.left_indent = Mm(round(self.width * free))
            written.paragraph_format.page_break_before = True if not place and not turned else None
            if not place:
                self.clauses.mark(written, f"_{annex.eid}")
        title = self._line(annex.title.upper(), "Judul", after=8)
        title.paragraph_format.space_before, title.paragraph_format.keep_with_next = _points(14), True
        for block, following in zip(annex.blocks, (*annex.blocks[1:], None), strict=True):
            if isinstance(block, Table):
                signed = bool(annex.signatures) and block is annex.blocks[-1]
                add_table(self.document, block, self.width, signed=signed)
            else:
                self.clauses.paragraph(block or (Words(""),), keep=isinstance(following, Table))
        self._signatures(annex.signatures, [])

    def _lie_down(self) -> None:
        """The whole paper on the long side of the sheet."""
        from docx.enum.section import WD_ORIENT

        section = self.document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = section.page_height, section.page_width
        self.width, self.wide = text_width(section), True
        self.clauses.width = self.width

    def _turn(self, *, wide: bool) -> bool:
        """Begins a section if the sheet must be turned; the agency's margins turn with it."""
        if wide == self.wide:
            return False
        from docx.enum.section import WD_ORIENT, WD_SECTION

        section = self.document.add_section(WD_SECTION.NEW_PAGE)
        self.document.paragraphs[-1].style = "Sel"
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = section.page_height, section.page_width
        section.different_first_page_header_footer = False
        self.width, self.wide = text_width(section), wide
        if not self.clean:
            section.footer.is_linked_to_previous = False
            self._footer(section.footer.paragraphs[0])
        return True


def _own_line(margin: Any) -> Any:
    """A line of a header or footer that is ours: what the agency has put there stays above it."""
    first = margin.paragraphs[0]
    empty = not first.text and first._p.find(f".//{{{NAMESPACE}}}drawing") is None and len(margin.paragraphs) == 1
    return first if empty and not margin.tables else margin.add_paragraph()


def _points(size: float) -> Any:
    from docx.shared import Pt

    return Pt(size)
