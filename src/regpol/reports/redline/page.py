"""A comparison of two papers as one page for a browser, with nothing fetched from elsewhere.

Words and look of the page stand in ``templates/layout``; here is only what it says of each change.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from regpol.documents.redline.changes import Change, Move, Redline
from regpol.documents.word_back.edited import shown
from regpol.reports.redline.text import ROWS, behind, gist, heading, shifts, title

TEMPLATE = "layout/banding-naskah.html.j2"


@dataclass(frozen=True, slots=True)
class ChangeView:
    """One change as the page shows it."""

    look: str
    label: str
    title: str
    pieces: tuple[tuple[str, list[str]], ...]
    """'sama', 'dihapus' or 'disisipkan', and the lines of the text."""
    notes: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedlineView:
    """The whole comparison as the page shows it."""

    names: str
    heading: str
    inputs: tuple[str, ...]
    changes: tuple[ChangeView, ...]
    shifted: tuple[str, ...]
    around: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, str], ...]
    more_rows: int


def redline_html(redline: Redline, templates: Path) -> str:
    """The whole page."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    room = Environment(loader=FileSystemLoader(templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    return room.get_template(TEMPLATE).render(view=_view(redline))


def _view(redline: Redline) -> RedlineView:
    return RedlineView(
        names=f"{redline.old.name} → {redline.new.name}",
        heading=heading(redline),
        inputs=redline.inputs,
        changes=tuple(_change(it) for it in redline.changes if it.move is not Move.RENUMBERED),
        shifted=tuple(shifts(redline.changes)),
        around=tuple((shown(gone), shown(fresh)) for gone, fresh in redline.around),
        rows=redline.rows[:ROWS],
        more_rows=max(0, len(redline.rows) - ROWS),
    )


def _change(change: Change) -> ChangeView:
    pieces = tuple((span.kind, shown(span.text).split("\n")) for span in change.spans)
    return ChangeView(
        look=change.move.value.split()[0],
        label=f"{change.move}{' dan dipindah' if change.also_moved else ''}",
        title=title(change),
        pieces=pieces if shown(change.clause.text) and pieces else (("sama", gist(change).split("\n")),),
        notes=tuple(_notes(change)),
    )


def _notes(change: Change) -> Iterator[tuple[str, str]]:
    yield "sebab", change.reason.value
    yield from behind(change)
    yield from (("dasar hilang", it) for it in change.lost)
    yield from (("dasar baru", it) for it in change.gained)
    yield from (("dasar", it) for it in (() if change.lost or change.gained else change.bases))
    yield from (("terlacak", f"{it.kind} oleh {it.author} {it.moment[:10]}: “{it.text}”") for it in change.tracked)
    yield from (("komentar", f"{it.author}: {it.text}") for it in change.comments)
