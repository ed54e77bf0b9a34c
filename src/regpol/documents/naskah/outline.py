"""The draft as plain text, one line a unit: what golden tests compare and a lawyer can read in a diff."""

from collections.abc import Iterator

from regpol.documents.naskah.explanation import ARTICLES, GENERAL, explanation
from regpol.documents.naskah.tree import Annex, Draft, Form, Inline, Signature, Table, Unit, plain


def write(draft: Draft) -> str:
    """The whole draft as indented lines."""
    return "\n".join(line.rstrip() for line in _lines(draft)) + "\n"


def _lines(draft: Draft) -> Iterator[str]:
    yield from title_lines(draft)
    yield ""
    yield from _paragraphs(draft.opening)
    for number, party in enumerate(draft.parties, 1):
        mark = "" if draft.head.form.addressed else f"{number}. "
        yield f"{mark}{party.name}: {plain(party.description)}"
    yield from _paragraphs(draft.after_parties)
    if draft.recitals:
        yield from _group("Menimbang" if draft.head.form.enacts else "Premis", draft.recitals)
    if draft.head.form.enacts:
        yield from _group("Mengingat", draft.citations)
        yield from ("", *draft.head.agreed) if draft.head.agreed else ()
        yield from ("", "MEMUTUSKAN:", f"Menetapkan: {enacted(draft)}")
    yield from _paragraphs(draft.resolution)
    for unit in draft.body:
        yield ""
        yield from _unit(unit, 0)
    yield ""
    yield from _paragraphs(draft.closing)
    yield from _signatures(draft.signatures)
    end = endnote(draft)
    yield from ["", *end] if end else []
    yield from _explained(draft)
    for annex in draft.annexes:
        yield ""
        yield from _annex(annex)


def title_lines(draft: Draft) -> list[str]:
    """The lines of the title, in capitals, as every paper prints them."""
    head = draft.head
    numbers = [f"NOMOR: {number}" for number in head.numbers]
    if head.form is Form.STATEMENT:
        return [head.kind.upper(), head.about.upper()]
    if head.form is Form.MINUTES:
        return [head.kind.upper(), "TENTANG", head.about.upper(), *numbers]
    if head.form is Form.AGREEMENT:
        first, *others = head.between
        between = [line for name in others for line in ("DENGAN", name.upper())]
        return [head.kind.upper(), "ANTARA", first.upper(), *between, "TENTANG", head.about.upper(), *numbers]
    if head.form is Form.EXPLANATION:
        named = f"NOMOR {head.numbers[0]} TAHUN {head.year}"
        return [
            head.kind.upper(),
            "ATAS",
            *(line.upper() for line in head.between),
            named,
            "TENTANG",
            head.about.upper(),
        ]
    if head.form in {Form.COMPARISON, Form.CONSOLIDATION}:
        return [head.kind.upper(), *(line.upper() for line in head.between), "TENTANG", head.about.upper()]
    if head.form is Form.CIRCULAR:
        return [head.authority.upper(), head.kind.upper(), *numbers, "TENTANG", head.about.upper()]
    if head.form in {Form.MEMO, Form.LETTER}:
        return [head.authority.upper(), *([head.kind.upper()] if head.form is Form.MEMO else [])]
    above = [head.authority.upper(), *([head.province.upper()] if head.province else [])]
    name = f"{head.kind} {head.region}".upper()
    return [*above, name, f"NOMOR {head.numbers[0]} TAHUN {head.year}", "TENTANG", head.about.upper()]


def annex_lines(draft: Draft) -> list[str]:
    """What an annex belongs to, below the word LAMPIRAN: the title of its paper, or its kind and numbers."""
    head = draft.head
    if head.form is Form.CONSOLIDATION:
        return title_lines(draft)[1:]
    if head.form.headed:
        return title_lines(draft)[-4:]
    return [head.kind.upper(), *(f"NOMOR: {number}" for number in head.numbers)]


def enacted(draft: Draft) -> str:
    """What follows 'Menetapkan', without the name of the region (DR-039)."""
    return f"{draft.head.kind} tentang {draft.head.about}".upper() + "."


def endnote(draft: Draft) -> list[str]:
    """The lines under the last signature: the gazette (DR-098), the register number, who gets a copy."""
    head = draft.head
    lines = [f"{head.gazette.upper()} TAHUN {head.year} NOMOR ……"] if head.gazette else []
    lines += [head.registered] if head.registered else []
    if draft.copies:
        lines += ["Tembusan:", *(f"{number}. {name}" for number, name in enumerate(draft.copies, 1))]
    return lines


def lines_above(draft: Draft) -> int:
    """How many lines of the title stand above it: who sets the paper, and the province."""
    head = draft.head
    if head.form.headed:
        return 1 + bool(head.province)
    return 1 if head.form in {Form.CIRCULAR, Form.MEMO, Form.LETTER} else 0


def _group(name: str, units: tuple[Unit, ...]) -> Iterator[str]:
    yield from ("", f"{name}:")
    for unit in units:
        yield from _unit(unit, 1)


def _unit(unit: Unit, depth: int) -> Iterator[str]:
    pad = "    " * depth
    text = " ".join(part for part in (unit.marker, unit.title, plain(unit.lead)) if part)
    yield f"{pad}{text}"
    for basis in unit.bases:
        yield f"{pad}    · {basis.citation or basis.gist} [{basis.evidence}]"
    for table in unit.tables:
        yield from (f"{pad}    {line}" for line in _table(table))
    for child in unit.children:
        yield from _unit(child, depth + 1)
    for quoted in unit.quoted:
        yield f"{pad}    “{plain(quoted)}”"
    if unit.closing:
        yield f"{pad}{plain(unit.closing)}"


def _table(table: Table) -> Iterator[str]:
    rows = [tuple(cell.text.replace("\n", " / ") for cell in row) for row in table.rows]
    for row in (table.columns, *rows, *([table.total] if table.total else [])):
        yield f"| {' | '.join(row)} |"


def _paragraphs(paragraphs: tuple[Inline, ...]) -> Iterator[str]:
    yield from (plain(paragraph) for paragraph in paragraphs)


def _signatures(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for signature in signatures:
        parts = (*signature.before, signature.position, signature.name, *signature.after)
        yield f"[{signature.side}] {' / '.join(parts)}"


def _explained(draft: Draft) -> Iterator[str]:
    found = explanation(draft)
    if not found:
        return
    yield from ("", *found.title, "", GENERAL, *_paragraphs(found.general), "", ARTICLES)
    for entry, depth in found.entries():
        yield f"{'    ' * depth}{plain(entry.name)}"
        yield from (f"{'    ' * (depth + 1)}{plain(text)}" for text in entry.text)
    yield from found.end


def _annex(annex: Annex) -> Iterator[str]:
    yield f"{annex.heading}: {annex.title}"
    for block in annex.blocks:
        yield from _table(block) if isinstance(block, Table) else [plain(block)]
    yield from _signatures(annex.signatures)
