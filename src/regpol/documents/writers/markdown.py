"""The draft as Markdown: to read as it stands, to paste into a mail, to compare line by line.

What is numbered by the law keeps its own number; nothing is numbered by the reader's program. Signs
that would be markup inside a fact are escaped, so no fact can become a heading, a link or a picture.
"""

import re
from collections.abc import Iterator

from regpol.documents.naskah.explanation import ARTICLES, GENERAL, explanation
from regpol.documents.naskah.outline import enacted, endnote, title_lines
from regpol.documents.naskah.tree import Annex, Draft, Inline, Kind, Signature, Table, Unit, plain

_SIGNS = re.compile(r"[\\`*_<~$]|(?<=\])[(\[:]|&(?=[#\w]+;)")
_STARTS = re.compile(r"^(?=[#>+=|-])")
_COUNTED = re.compile(r"^(\d+)(?=[.)])")


def write(draft: Draft, *, clean: bool = False) -> str:
    """The whole draft. ``clean`` leaves out notices and the list of legal bases."""
    lines = list(_paper(draft, clean=clean))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip() + "\n"


def words(text: str) -> str:
    r"""Text that a Markdown reader shows as it is written.

    >>> print(words("1. <b>tebal</b> [a](http://b)"))
    1\. \<b>tebal\</b> [a]\(http://b)
    """
    flat = " ".join(text.split())
    return _COUNTED.sub(r"\1\\", _STARTS.sub(r"\\", _SIGNS.sub(r"\\\g<0>", flat)))


def _paper(draft: Draft, *, clean: bool) -> Iterator[str]:
    head = draft.head
    enacts = head.form.enacts
    yield f"# {words(f'{head.kind} {head.region}'.strip() + f' tentang {head.about}')}"
    yield ""
    if not clean:
        yield from (f"> {words(notice)}\n" for notice in ("RANCANGAN", *head.notices))
    yield from (f"{words(line)}  " for line in title_lines(draft))
    yield ""
    yield from _paragraphs(draft.opening)
    for number, party in enumerate(draft.parties, 1):
        mark = "" if head.form.addressed else f"{number}. "
        yield f"{mark}**{words(party.name)}**: {words(plain(party.description))}  "
    yield ""
    yield from _paragraphs(draft.after_parties)
    yield from _group("Menimbang" if enacts else "", draft.recitals)
    yield from _group("Mengingat", draft.citations)
    yield from _paragraphs(draft.resolution)
    yield from (f"{words(line)}  " for line in head.agreed)
    if enacts:
        yield from ("", "**MEMUTUSKAN:**", "", f"Menetapkan: {words(enacted(draft))}", "")
    for unit in draft.body:
        yield from _section(unit, 2)
    yield ""
    yield from _paragraphs(draft.closing)
    yield from _signatures(draft.signatures)
    yield from (f"{words(line)}\n" for line in endnote(draft))
    yield from _explained(draft)
    for annex in draft.annexes:
        yield from _annex(annex)
    if not clean:
        yield from _bases(draft)


def _group(name: str, units: tuple[Unit, ...]) -> Iterator[str]:
    if units:
        yield from ("", f"**{name}:**" if name else "", "")
        for unit in units:
            yield from _item(unit, 0)
        yield ""


def _section(unit: Unit, level: int) -> Iterator[str]:
    if not (unit.kind.heading or unit.kind is Kind.ARTICLE):
        yield from _item(unit, 0)
        return
    yield f"\n{'#' * min(level, 6)} {words(f'{unit.marker} {unit.title}'.strip())}\n"
    yield from _paragraphs((unit.lead,) if unit.lead else ())
    yield from _tables(unit.tables, "")
    for child in unit.children:
        yield from _section(child, level + 1)
    yield from (f"> {words(plain(quoted))}\n" for quoted in unit.quoted)
    if unit.closing:
        yield from _paragraphs((unit.closing,))


def _item(unit: Unit, depth: int) -> Iterator[str]:
    """An ayat is a paragraph, what is listed below it a list in which every line keeps its own mark."""
    text = words(plain(unit.lead))
    if unit.unmarked:
        yield text
        below = 0
    elif unit.kind is Kind.CLAUSE:
        yield f"\n{unit.marker} {text}\n"
        below = 0
    else:
        mark = unit.marker if unit.kind in {Kind.ITEM, Kind.SUBITEM} else f"- {unit.marker}"
        yield f"{'    ' * depth}{mark} {text}"
        below = depth + 1
    yield from _tables(unit.tables, "    " * below)
    for child in unit.children:
        yield from _item(child, below)
    for quoted in unit.quoted:
        yield f"\n{'    ' * below}> {words(plain(quoted))}\n"
    if unit.closing:
        yield f"\n{'    ' * below}{words(plain(unit.closing))}\n"


def _paragraphs(paragraphs: tuple[Inline, ...]) -> Iterator[str]:
    yield from (f"{words(plain(paragraph))}\n" for paragraph in paragraphs)


def _tables(tables: tuple[Table, ...], pad: str) -> Iterator[str]:
    for table in tables:
        yield ""
        yield from (f"{pad}{line}" for line in _table(table))
        yield ""


def _table(table: Table) -> Iterator[str]:
    rules = {"left": ":---", "right": "---:", "center": ":---:"}
    yield _row(table.columns)
    yield f"| {' | '.join(rules[align] for align in table.align)} |"
    for row in table.rows:
        yield _row(tuple(cell.text for cell in row))
    if table.total:
        yield _row(table.total)


def _row(texts: tuple[str, ...]) -> str:
    return f"| {' | '.join(_cell(text) for text in texts)} |"


def _cell(text: str) -> str:
    """A cell on one line; its own line breaks are those of HTML, which every reader of Markdown knows."""
    return "<br/>".join(words(line).replace("|", "&#124;") for line in text.split("\n"))


def _signatures(signatures: tuple[Signature, ...]) -> Iterator[str]:
    for signature in signatures:
        lines = (*signature.before, signature.position, "", signature.name, *signature.after)
        yield from ("", *(f"{words(line)}  " if line else "\n" for line in lines), "")


def _explained(draft: Draft) -> Iterator[str]:
    found = explanation(draft)
    if not found:
        return
    yield f"\n## {words(found.title[0])}\n"
    yield from (f"{words(line)}  " for line in found.title[1:])
    yield from (f"\n### {GENERAL}\n", *_paragraphs(found.general), f"\n### {ARTICLES}\n")
    for entry, depth in found.entries():
        yield f"\n{'#' * min(depth + 4, 6)} {words(plain(entry.name))}\n"
        yield from _paragraphs(entry.text)
    yield from (f"\n{words(line)}" for line in found.end)


def _annex(annex: Annex) -> Iterator[str]:
    yield f"\n## {words(f'{annex.heading} {annex.title}'.strip())}\n"
    for block in annex.blocks:
        if isinstance(block, Table):
            yield from _tables((block,), "")
        else:
            yield from _paragraphs((block,))
    yield from _signatures(annex.signatures)


def _bases(draft: Draft) -> Iterator[str]:
    if draft.grounded:
        yield "\n## Dasar hukum tiap klausul\n"
    for unit in draft.grounded:
        said = "; ".join(f"{basis.citation or basis.gist} [{basis.evidence}]" for basis in unit.bases)
        yield f"- **{words(unit.address)}**: {words(said)}"
