"""A comparison of two papers as lines for the terminal."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from regpol.documents.naskah.tree import plain
from regpol.documents.redline.changes import Change, Move, Redline
from regpol.documents.redline.reasons import changed_words
from regpol.documents.redline.wording import Span
from regpol.documents.word_back.edited import shown

ROWS = 40
"""Rows of tables shown; a register of a whole city would bury the clauses."""
_KEPT = 60
"""Letters of unchanged text shown on either side of a change."""


def redline_text(redline: Redline) -> str:
    """The whole comparison, one block a change."""
    return "\n".join(_lines(redline))


def heading(redline: Redline) -> str:
    """How many changes of which kind."""
    counted = Counter(change.move for change in redline.changes)
    said = ", ".join(f"{counted[move]} {move}" for move in Move if counted[move])
    return f"{said or 'tidak ada klausul yang berubah'}; {redline.unchanged} klausul sama"


def title(change: Change) -> str:
    """The address of a change; both where the number moved."""
    old = change.old.unit.address if change.old else ""
    new = change.new.unit.address if change.new else ""
    return f"{old} → {new}" if old and new and old != new else new or old


def gist(change: Change) -> str:
    """The words of a clause; of one that has none of its own, how what stands in it begins."""
    own = shown(change.clause.text)
    if own:
        return own
    first = next((text for unit in change.clause.unit.walk() if (text := plain(unit.lead))), "")
    return f"berisi: {_shortened(first, first=False, last=True)}" if first else "(tanpa teks sendiri)"


def shifts(changes: Sequence[Change]) -> Iterator[str]:
    """Where numbers moved, what moved with the unit above it left out and a row of them said as one."""
    names = {(it.old.unit.eid, it.new.unit.eid) for it in changes if it.old and it.new}
    shifted = [(it, it.old, it.new) for it in changes if it.move is Move.RENUMBERED and it.old and it.new]
    outer = [
        it for it, old, new in shifted if old.unit.number != new.unit.number or (old.parent, new.parent) not in names
    ]
    rows: list[list[Change]] = []
    for change in outer:
        if rows and _follows(rows[-1][-1], change):
            rows[-1].append(change)
        else:
            rows.append([change])
    for row in rows:
        first, last = row[0], row[-1]
        assert first.old
        assert first.new
        assert last.old
        assert last.new
        if len(row) < _ROW:
            yield from (title(it) for it in row)
        else:
            before, after = (
                f"{one.unit.address} sampai {other.unit.address}"
                for one, other in ((first.old, last.old), (first.new, last.new))
            )
            yield f"{before} → {after}"


_ROW = 3
"""From how many on a row of numbers is said as one."""


def _follows(one: Change, other: Change) -> bool:
    """Whether both numbers go on by one."""
    pairs = ((one.old, other.old), (one.new, other.new))
    return all(a and b and a.unit.kind is b.unit.kind and b.unit.number == a.unit.number + 1 for a, b in pairs)


def _lines(redline: Redline) -> Iterator[str]:
    yield f"{redline.old.name} → {redline.new.name}"
    yield heading(redline)
    if redline.inputs:
        yield f"bahan yang berbeda: {', '.join(redline.inputs)}"
    for change in redline.changes:
        if change.move is not Move.RENUMBERED:
            yield ""
            yield from _block(change)
    if any(change.move is Move.RENUMBERED for change in redline.changes):
        yield ""
        yield "Hanya nomornya bergeser (bunyi sama):"
        yield from (f"    {line}" for line in shifts(redline.changes))
    if redline.around:
        yield ""
        yield "Di luar klausul (judul, para pihak, penutup, tanda tangan, lampiran):"
        for gone, fresh in redline.around:
            yield from (f"    [-{shown(gone)}-]",) if gone else ()
            yield from (f"    {{+{shown(fresh)}+}}",) if fresh else ()
    if redline.tables:
        yield ""
        yield f"Isi tabel berubah ({len(redline.rows)} baris):"
        yield from (f"    {marked_row(*row)}" for row in redline.rows[:ROWS])
        yield from (f"    dan {len(redline.rows) - ROWS} baris lain",) if len(redline.rows) > ROWS else ()


def marked_row(gone: str, fresh: str) -> str:
    """A row of a table with the cells that changed marked; the whole row if it is new or gone."""
    before, after = gone.split(" | "), fresh.split(" | ")
    if not gone or not fresh or len(before) != len(after):
        return " ".join(part for part in (f"[-{gone}-]" if gone else "", f"{{+{fresh}+}}" if fresh else "") if part)
    cells = (old if old == new else f"[-{old}-]{{+{new}+}}" for old, new in zip(before, after, strict=True))
    return " | ".join(cells)


def _block(change: Change) -> Iterator[str]:
    moved = ", dipindah" if change.also_moved else ""
    yield f"{change.move.upper()}{moved.upper()}  {title(change)}"
    yield f"    {marked(change.spans) if shown(change.clause.text) and change.spans else gist(change)}"
    yield f"    sebab: {change.reason}"
    yield from (f"    {name}: {told}" for name, told in behind(change))
    for name, bases in (("dasar hilang", change.lost), ("dasar baru", change.gained)):
        yield from (f"    {name}: {basis}" for basis in bases)
    if not change.lost and not change.gained:
        yield from (f"    dasar: {basis}" for basis in change.bases)
    for tracked in change.tracked:
        day = f", {tracked.moment[:10]}" if tracked.moment else ""
        yield f"    terlacak: {tracked.kind} oleh {tracked.author}{day}: “{tracked.text}”"
    for comment in change.comments:
        yield f"    komentar {comment.author}: {comment.text}"


def behind(change: Change) -> Iterator[tuple[str, str]]:
    """The template clause and the facts a change touches, each with the word in front of it."""
    origin = change.touched
    if not origin.template or change.move is Move.RENUMBERED:
        return
    under = f"; syaratnya {'; '.join(origin.conditions)}" if origin.conditions else ""
    yield "templat", f"{origin.template} baris {origin.line}{under}"
    for fact in origin.facts:
        yield "fakta", f"{fact.name}: “{fact.before}” → {f'“{fact.after}”' if fact.after else 'diketik perancang'}"
    if change.move is Move.REWORDED and change.spans and not origin.facts:
        only_signs = not re.sub(r"[\s.,;:]|\b(?:dan|atau)\b", "", changed_words(change.spans))
        said = "hanya tanda baca dan kata sambung daftarnya" if only_signs else "bunyinya"
        yield "fakta", f"tidak ada yang tersentuh; yang berubah {said}"


def marked(spans: tuple[Span, ...]) -> str:
    """The words with [-gone-] and {+new+}, long unchanged stretches shortened."""
    parts = []
    for place, span in enumerate(spans):
        text = shown(span.text).replace("\n", " ")
        if span.kind == "dihapus":
            parts.append(f"[-{text}-]")
        elif span.kind == "disisipkan":
            parts.append(f"{{+{text}+}}")
        else:
            parts.append(_shortened(text, first=not place, last=place == len(spans) - 1))
    return "".join(parts)


def _shortened(text: str, *, first: bool, last: bool) -> str:
    room = _KEPT if first or last else 2 * _KEPT
    if len(text) <= room:
        return text
    head = "" if first else text[:_KEPT]
    return (
        f"{head} … {'' if last else text[-_KEPT:]}".strip(" ") if first else f"{head} …{'' if last else text[-_KEPT:]}"
    )
