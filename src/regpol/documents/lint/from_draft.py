"""Our own tree as the lines that checks walk, exactly as the writers print it."""

from regpol.documents.lint.forms import PaperForm, guess_form
from regpol.documents.lint.layout import Layout
from regpol.documents.lint.text import Level, Line, LintText
from regpol.documents.naskah.explanation import ARTICLES, GENERAL, explanation
from regpol.documents.naskah.outline import enacted, endnote, title_lines
from regpol.documents.naskah.tree import Annex, Draft, Form, Kind, Signature, Table, Unit, plain
from regpol.documents.word.styles import FONT


def from_draft(draft: Draft, form: PaperForm | None = None) -> LintText:
    """The paper; ``form`` overrides what its title says."""
    writing = _Writing()
    titles = title_lines(draft)
    seen = False
    for title in titles:
        seen = seen or title == "TENTANG"
        numbered = title.startswith("NOMOR")
        about = seen and not numbered
        writing.add(title, Level.ABOUT if about else Level.TITLE, "Judul", centered=True)
    _opening(draft, writing)
    for unit in draft.body:
        writing.unit(unit, -1)
    for paragraph in draft.closing:
        writing.add(plain(paragraph), Level.CLOSING, "Penutup")
    _signatures(writing, draft.signatures, Level.CLOSING, "Penutup")
    for ending in endnote(draft):
        writing.add(ending, Level.CLOSING, "Penutup")
    _explained(writing, draft)
    for annex in draft.annexes:
        _annex(writing, annex)
    guessed = guess_form(titles)
    if guessed is PaperForm.OTHER:
        # a letter has no title to tell it by, and what goes along with a draft is titled as the office likes
        guessed = _UNTITLED.get(draft.head.form, guessed)
    return LintText(tuple(writing.lines), form or guessed, layout=_OURS)


_OURS = Layout(font=FONT, half_points=24, width=215, height=330, numbered_above=True, first_numbered=False)
"""As `regpol.documents.word.styles` builds the page; a test reads it back from the file."""
_UNTITLED = {Form.LETTER: PaperForm.LETTER, Form.MEMO: PaperForm.ATTACHED}
_LEVELS = {Kind.AMENDING: Level.ARTICLE, Kind.TOPIC: Level.TEXT}


class _Writing:
    def __init__(self) -> None:
        self.lines: list[Line] = []

    def add(
        self,
        text: str,
        level: Level,
        address: str,
        *,
        marker: str = "",
        parent: int = -1,
        centered: bool | None = None,
    ) -> int:
        index = len(self.lines)
        line = Line(
            number=index + 1,
            text=text,
            level=level,
            address=address,
            marker=marker,
            index=index,
            parent=parent,
            centered=centered,
        )
        self.lines.append(line)
        return index

    def unit(self, unit: Unit, parent: int, level: Level | None = None, within: str = "") -> None:
        """A unit with all below it; in the opening its level is that of the opening."""
        given = level or _LEVELS.get(unit.kind) or Level(unit.kind.value)
        name = f"{within} {unit.kind.value} {unit.marker.rstrip('.')}" if within else unit.address
        if unit.unmarked:
            name = unit.address
        if unit.kind.heading and parent >= 0:
            name = f"{self.lines[parent].address} {unit.address}"
        article = unit.kind in {Kind.ARTICLE, Kind.AMENDING}
        parts = (unit.marker, unit.title, "" if article else plain(unit.lead))
        marker = unit.marker
        centered = unit.kind.heading or article or None
        text = " ".join(part for part in parts if part)
        index = self.add(text, given, name, marker=marker, parent=parent, centered=centered)
        for paragraph in (*([unit.lead] if article and unit.lead else []), *unit.quoted):
            self.add(plain(paragraph), Level.TEXT, name, parent=index)
        for child in unit.children:
            self.unit(child, index, level, name if within else "")
        if unit.closing:
            self.add(plain(unit.closing), Level.TEXT, name, parent=index)


def _opening(draft: Draft, writing: _Writing) -> None:
    enacts = draft.head.form.enacts
    if draft.head.blessing:
        writing.add(draft.head.blessing, Level.OPENING, "Pembukaan", centered=True)
    if enacts:
        writing.add(f"{draft.head.authority.upper()},", Level.OPENING, "Pembukaan", centered=True)
    for paragraph in draft.opening:
        writing.add(plain(paragraph), Level.OPENING, "Pembukaan")
    for number, party in enumerate(draft.parties, 1):
        mark = "" if draft.head.form.addressed else f"{number}."
        text = f"{mark} {party.name}: {plain(party.description)}".lstrip()
        writing.add(text, Level.OPENING, "Komparisi", marker=mark)
    for paragraph in draft.after_parties:
        writing.add(plain(paragraph), Level.OPENING, "Komparisi")
    if not enacts:
        for unit in draft.recitals:
            writing.unit(unit, -1, Level.OPENING, "Premis")
    else:
        _recitals(draft, writing)
    for paragraph in draft.resolution:
        writing.add(plain(paragraph), Level.DIKTUM if enacts else Level.OPENING, "Pembukaan")


def _recitals(draft: Draft, writing: _Writing) -> None:
    groups = (
        ("Menimbang", Level.RECITAL, draft.recitals),
        ("Mengingat", Level.CITATION, draft.citations),
    )
    for name, level, units in groups:
        index = writing.add(f"{name}:", level, name)
        for unit in units:
            writing.unit(unit, index, level, name)
    for agreed in draft.head.agreed:
        writing.add(agreed, Level.DIKTUM, "Diktum", centered=True)
    writing.add("MEMUTUSKAN:", Level.DIKTUM, "Diktum", centered=True)
    writing.add(f"Menetapkan: {enacted(draft)}", Level.DIKTUM, "Menetapkan", marker="Menetapkan:")


def _signatures(writing: _Writing, signatures: tuple[Signature, ...], level: Level, address: str) -> None:
    for signature in signatures:
        for text in (*signature.before, signature.position, signature.name, *signature.after):
            if text:
                writing.add(text, level, address)


def _explained(writing: _Writing, draft: Draft) -> None:
    found = explanation(draft)
    if not found:
        return
    address = "Penjelasan"
    for text in (*found.title, GENERAL, *map(plain, found.general), ARTICLES):
        writing.add(text, Level.EXPLANATION, address)
    for entry, depth in found.entries():
        address = address if depth else f"Penjelasan {plain(entry.name)}"
        for inline in (entry.name, *entry.text):
            writing.add(plain(inline), Level.EXPLANATION, address)
    for text in found.end:
        writing.add(text, Level.EXPLANATION, address)


def _annex(writing: _Writing, annex: Annex) -> None:
    address = annex.heading.capitalize() if not annex.number else f"Lampiran {annex.number}"
    writing.add(f"{annex.heading}: {annex.title}", Level.ANNEX, address, marker=annex.heading)
    for block in annex.blocks:
        if isinstance(block, Table):
            for row in (block.columns, *(tuple(cell.text for cell in cells) for cells in block.rows)):
                writing.add(" | ".join(row), Level.ANNEX, address)
        else:
            writing.add(plain(block), Level.ANNEX, address)
    _signatures(writing, annex.signatures, Level.ANNEX, address)
