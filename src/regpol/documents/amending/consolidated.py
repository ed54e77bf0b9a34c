"""The consolidated text as a draft: every provision under the number it bears, typed and not counted."""

import re
from collections.abc import Sequence
from dataclasses import replace

from regpol.documents.amending.provisions import DELETED, AnnexText, Provision, Regulation, parents
from regpol.documents.naskah.numbering import CODES
from regpol.documents.naskah.tree import Align, Annex, Cell, Draft, Inline, Kind, Table, Unit, Words


def consolidated(draft: Draft, regulation: Regulation) -> Draft:
    """The paper of a template with the body and the annexes of a regulation."""
    over = parents(regulation.body)
    below: dict[int, list[int]] = {}
    for at, parent in enumerate(over):
        below.setdefault(parent, []).append(at)

    def unit(at: int, above: str) -> Unit:
        made = _unit(regulation.body[at], "" if regulation.body[at].kind is Kind.ARTICLE else above)
        return replace(made, children=(*made.children, *(unit(child, made.eid) for child in below.get(at, []))))

    body = tuple(unit(at, "") for at in below.get(-1, []))
    annexes = tuple(_annex(it, place) for place, it in enumerate(regulation.annexes, 1))
    return replace(draft, body=body, annexes=annexes, open_points=())


def _unit(it: Provision, above: str) -> Unit:
    own = f"{CODES[it.kind]}_{it.mark.strip('()').replace(' ', '-')}"
    eid = f"{above}__{own}" if above else own
    said = DELETED if it.deleted else it.text
    return Unit(
        kind=it.kind,
        number=0,
        label=it.marker,
        eid=eid,
        address=it.step,
        title=DELETED if it.deleted and it.kind.heading else it.title,
        lead=(Words(said),) if said and not it.kind.heading else (),
        children=tuple(_unit(child, eid) for child in it.children),
        closing=(Words(it.closing),) if it.closing else (),
        tables=_tables(it.rows),
    )


def _annex(it: AnnexText, place: int) -> Annex:
    blocks: list[Inline | Table] = [(Words(row),) for row in it.rows if " | " not in row]
    blocks += _tables(tuple(row for row in it.rows if " | " in row))
    return Annex(number=it.number, eid=f"annex_{place}", title=it.title, blocks=tuple(blocks))


def _tables(rows: Sequence[str]) -> tuple[Table, ...]:
    """Rows as a table; a shorter row hangs below the one above and is pushed to the right."""
    if not rows:
        return ()
    head, *body = [row.split(" | ") for row in rows]
    width = max(map(len, (head, *body)))
    total = body.pop() if body and body[-1][0].casefold() in _SUMS else []
    lines = _lines(body, width)
    columns = [""] * (width - len(head)) + head
    align = (Align.LEFT, *(_align([row[place].text for row in lines]) for place in range(1, width)))
    return (Table(columns=tuple(columns), align=align, rows=lines, total=_summed(total, width)),)


def _summed(total: list[str], width: int) -> tuple[str, ...]:
    """The row of the sum: its word at the left, its numbers at the right."""
    return tuple(total[:1] + [""] * (width - len(total)) + total[1:]) if total else ()


def _lines(body: Sequence[Sequence[str]], width: int) -> tuple[tuple[Cell, ...], ...]:
    """The rows, each as wide as the table: what a row lacks at its left is covered by cells of the rows above it.

    Nothing stands above the first row, so what it lacks are empty cells of its own.
    """
    lacking = [width - len(row) for row in body]
    lines: list[tuple[Cell, ...]] = []
    for at, row in enumerate(body):
        missing = (Cell("", 0) if at else Cell(""),) * lacking[at]
        own = (Cell(text, _reach(lacking[at + 1 :], place)) for place, text in enumerate(row, lacking[at]))
        lines.append((*missing, *own))
    return tuple(lines)


def _reach(below: Sequence[int], place: int) -> int:
    """How many rows a cell covers: its own, and those below it whose own cells begin to its right."""
    return 1 + next((step for step, lacking in enumerate(below) if place >= lacking), len(below))


def _align(texts: Sequence[str]) -> Align:
    said = [text for text in texts if text]
    return Align.RIGHT if said and all(_AMOUNT.fullmatch(text) for text in said) else Align.LEFT


_SUMS = {"jumlah", "total"}
_AMOUNT = re.compile(r"(?:Rp)?\d[\d.]*(?:,\d+)?")
