"""What only the screen has: a table of contents, a link to every clause, and its legal basis on a click.

No script and no address outside the page: it works from a memory stick. On paper all of it is gone, so
printing the page gives what the PDF gives.
"""

from html import escape

from regpol.documents.naskah.tree import Draft, Kind, Unit


def contents(draft: Draft) -> str:
    """The contents: chapters, articles below them, annexes."""
    items = "".join(map(_entry, draft.body))
    annexes = "".join(
        f'<li><a href="#{annex.eid}">{escape(f"{annex.heading} {annex.title}".strip())}</a></li>'
        for annex in draft.annexes
    )
    if not items + annexes:
        return ""
    return f'<nav class="layar"><details><summary>Daftar isi</summary><ul>{items}{annexes}</ul></details></nav>\n'


def _entry(unit: Unit) -> str:
    if not (unit.kind.heading or unit.kind is Kind.ARTICLE):
        return ""
    below = "".join(map(_entry, unit.children))
    name = escape(f"{unit.marker} {unit.title}".strip())
    return f'<li><a href="#{unit.eid}">{name}</a>{f"<ul>{below}</ul>" if below else ""}</li>'


def link(unit: Unit) -> str:
    """The link a reader copies to point at this clause."""
    name = escape(f"Tautan ke {unit.address}")
    return f'<a class="layar tautan" href="#{unit.eid}" title="{name}" aria-label="{name}">¶</a>'


def basis(unit: Unit) -> str:
    """What the clause rests on, folded away until asked for."""
    if not unit.bases:
        return ""
    rows = "".join(
        f"<li>{escape(one.citation or 'dasar belum dicatat')}"
        f"{f': {escape(one.gist)}' if one.gist else ''} <em>[{escape(one.evidence)}]</em></li>"
        for one in unit.bases
    )
    weak = " lemah" if unit.doubtful else ""
    return f'<details class="layar dasar{weak}"><summary>dasar hukum</summary><ul>{rows}</ul></details>'
