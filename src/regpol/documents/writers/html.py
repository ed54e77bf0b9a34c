"""The draft as one HTML page: for reading on a screen, and what the PDF is laid out from.

Numbers are text from the tree (``data-n``), never CSS counters. A space in front of a link is moved
into the link: Pango before 1.52 otherwise breaks the line after the first word of the paragraph.
Everything is escaped here; the page holds no address of anything outside itself.
"""

import re
from collections.abc import Iterable
from html import escape

from regpol.documents.naskah.explanation import ARTICLES, GENERAL, Entry, explanation
from regpol.documents.naskah.outline import annex_lines, enacted, endnote, lines_above, title_lines
from regpol.documents.naskah.tree import Align, Annex, Cell, Draft, Inline, Kind, Reference, Signature, Table, Unit
from regpol.documents.word import quotation
from regpol.documents.writers import screen
from regpol.documents.writers.basis_matrix import basis_matrix

_WATERMARK = (
    "<svg xmlns='http://www.w3.org/2000/svg' width='215mm' height='330mm' viewBox='0 0 215 330'>"
    "<text x='107' y='175' font-size='33' text-anchor='middle' fill='#e6e6e6' transform='rotate(-52 107 165)' "
    "font-family='URW Bookman'>RANCANGAN</text></svg>"
)


def write(draft: Draft, *, clean: bool = False, for_screen: bool = False) -> str:
    """The page. ``clean`` leaves out marks, notices, watermark and the matrix of legal bases.

    ``for_screen`` adds what a reader at a screen needs and paper does not show: contents, a link to every
    clause, and its legal basis on a click.
    """
    page = _Page(clean=clean, screen=for_screen)
    body = "".join(page.body(draft))
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"/>{_meta(draft, clean=clean)}'
        f"<style>{draft.stylesheet}{'' if clean else _watermark(draft)}</style></head>\n"
        f'<body class="{draft.head.form}{" bersih" if clean else ""}">\n{body}</body></html>\n'
    )


def _meta(draft: Draft, *, clean: bool) -> str:
    title = draft.head.short_title if clean else f"Rancangan {draft.head.short_title}"
    stamp = draft.stamp
    named = {
        "author": draft.head.authority or " dan ".join(draft.head.between),
        "generator": stamp.program,
        "description": f"aturan {stamp.rulebook}, keadaan {stamp.decided}",
        "dcterms.created": stamp.decided,
        "dcterms.modified": stamp.decided,
    }
    metas = "".join(f'<meta name="{name}" content="{escape(value)}"/>' for name, value in named.items())
    return f"<title>{escape(title)}</title>{metas}"


def _watermark(draft: Draft) -> str:
    picture = _WATERMARK.replace("<", "%3C").replace(">", "%3E").replace("#", "%23")
    foot = f"Rancangan · aturan {draft.stamp.rulebook} · keadaan {draft.stamp.decided_words}".replace('"', "'")
    # the page background, not a fixed element: that would be read aloud on every page
    return (
        f'@page{{background:url("data:image/svg+xml;utf8,{picture}") no-repeat center/contain;'
        f'@bottom-left{{content:"{foot}"}}@bottom-right{{content:"Halaman " counter(page) " dari " counter(pages)}}}}'
    )


def inline(text: Inline) -> str:
    """Words and links; the conjunction that ends a list item never stands alone on a line."""
    parts: list[str] = []
    for part in text:
        if not isinstance(part, Reference):
            parts.append(escape(part.text, quote=False))
            continue
        gap = " " if parts and parts[-1].endswith(" ") else ""
        if gap:
            parts[-1] = parts[-1][:-1]
        parts.append(f'<a href="#{part.target}">{gap}{escape(part.text, quote=False)}</a>')
    return _EITHER.sub(r'<span class="rapat">\g<0></span>', _LONE.sub(";\u00a0\\1", "".join(parts)))


_TITLED = {Kind.ARTICLE, Kind.AMENDING, Kind.TOPIC}
_LONE = re.compile(r"; (dan|atau|dan/atau)$")
_SHORT, _SHALLOW = 6, 300
"""Rows of a table that is not worth two pages, and the signs of the longest cells of its rows together."""
_UPRIGHT, _WIDE = 160, 290
"""Millimetres between the margins of a sheet, upright and on its long side."""
_HIGH = 900
"""Signs in a cell from which on its row may go over to the next page."""
_NUMBER = "NOMOR\u00a0…"
"""A blank never stands alone on a line."""
_EITHER = re.compile(r"[ \u00a0]?\bdan/atau\b")  # not broken after its slash; the space goes along as with a link


class _Page:
    def __init__(self, *, clean: bool, screen: bool) -> None:
        self.clean = clean
        self.screen = screen

    def body(self, draft: Draft) -> Iterable[str]:
        if self.screen:
            yield screen.contents(draft)
        yield self._title(draft)
        if not draft.head.form.enacts:
            yield from self._agreement_opening(draft)
        else:
            yield from self._regulation_opening(draft)
        yield from (self._unit(unit, 2) for unit in draft.body)
        yield from (f'<p class="perintah">{inline(text)}</p>\n' for text in draft.closing)
        yield _signatures(draft.signatures)
        yield from (f'<p class="berita">{escape(line).replace("NOMOR …", _NUMBER)}</p>\n' for line in endnote(draft))
        yield _explained(draft)
        yield from (self._annex(annex, draft) for annex in draft.annexes)
        if not self.clean:
            yield basis_matrix(draft)

    def _title(self, draft: Draft) -> str:
        lines = title_lines(draft)
        above = lines_above(draft)
        kop = "<br/>".join(escape(line) for line in lines[:above])
        mark = "" if self.clean else '<p class="rancangan">RANCANGAN</p>'
        rest = "".join(f'<span class="baris{_spaced(line)}">{escape(line)}</span>' for line in lines[above:])
        notices = "".join(f"<p>{escape(notice)}</p>" for notice in draft.head.notices)
        box = f'<aside class="catatan">{notices}</aside>' if notices and not self.clean else ""
        title = f"<h1>{rest}</h1>" if rest else ""
        return f'<header><p class="kop">{kop}</p>{mark}{title}{box}</header>\n'

    def _regulation_opening(self, draft: Draft) -> Iterable[str]:
        authority = escape(draft.head.authority.upper())
        blessing = f'<p class="tengah">{escape(draft.head.blessing)}</p>' if draft.head.blessing else ""
        yield f'{blessing}<p class="tengah">{authority},</p>\n'
        for name, units in (("Menimbang", draft.recitals), ("Mengingat", draft.citations)):
            yield _three_columns(name, self._list(units, 2))
        yield from (f'<p class="tengah persetujuan">{escape(line)}</p>\n' for line in draft.head.agreed)
        yield '<p class="tengah putus">MEMUTUSKAN:</p>\n'
        yield _three_columns("Menetapkan", f"<p>{escape(enacted(draft))}</p>", " utuh")

    def _agreement_opening(self, draft: Draft) -> Iterable[str]:
        yield from (f"<p>{inline(text)}</p>\n" for text in draft.opening)
        rows = "".join(
            f'<tr>{_party_number(draft, number)}<td class="nama">{escape(party.name)}</td>'
            f'<td class="titik">:</td><td>{inline(party.description)}</td></tr>'
            for number, party in enumerate(draft.parties, 1)
        )
        if rows:
            yield f'<table class="pihak" role="presentation">{rows}</table>\n'
        yield from (f"<p>{inline(text)}</p>\n" for text in draft.after_parties)
        yield self._list(draft.recitals, 2)
        yield from (f"<p>{inline(text)}</p>\n" for text in draft.resolution)

    def _unit(self, unit: Unit, level: int) -> str:
        if unit.kind.heading or unit.kind in _TITLED:
            return self._section(unit, level)
        return self._list((unit,), level)

    def _section(self, unit: Unit, level: int) -> str:
        between = " " if unit.kind is Kind.TOPIC else "<br/>"
        title = f"{between}{escape(unit.title)}" if unit.title else ""
        bookmark = escape(f"{unit.marker} {unit.title}".strip())
        mark = self._mark(unit) if not unit.lead else ""
        link, basis = self._for_screen(unit)
        head = f'<h{level} data-bm="{bookmark}">{mark}{unit.marker}{link}{title}</h{level}>'
        lead = f"<p>{self._mark(unit)}{inline(unit.lead)}</p>" if unit.lead else ""
        lead += _quoted(unit)
        if unit.children and unit.children[0].kind.listed | (unit.children[0].kind is Kind.CLAUSE):
            inner = self._list(unit.children, level)
        else:
            inner = "".join(self._unit(child, level + 1) for child in unit.children)
        tables = "".join(_table(table) for table in unit.tables)
        closing = f"<p>{inline(unit.closing)}</p>" if unit.closing else ""
        return f'<section class="{unit.kind}" id="{unit.eid}">{head}{lead}{basis}{tables}{inner}{closing}</section>\n'

    def _list(self, units: tuple[Unit, ...], level: int) -> str:
        if not units:
            return ""
        if units[0].unmarked:
            link, basis = self._for_screen(units[0])
            return f'<p id="{units[0].eid}">{self._mark(units[0])}{inline(units[0].lead)}{link}</p>{basis}'
        items = "".join(self._item(unit, level) for unit in units)
        return f'<ol class="{units[0].kind}">{items}</ol>'

    def _item(self, unit: Unit, level: int) -> str:
        inner = self._list(unit.children, level)
        tables = "".join(_table(table) for table in unit.tables)
        closing = f"<p>{inline(unit.closing)}</p>" if unit.closing else ""
        link, basis = self._for_screen(unit)
        lead = f'<p data-n="{unit.marker}">{self._mark(unit)}{inline(unit.lead)}{link}</p>'
        return f'<li id="{unit.eid}">{lead}{basis}{_quoted(unit)}{tables}{inner}{closing}</li>\n'

    def _mark(self, unit: Unit) -> str:
        return "" if self.clean or not unit.doubtful else '<span class="verifikasi">[verifikasi]</span>'

    def _for_screen(self, unit: Unit) -> tuple[str, str]:
        """The link to a clause and what it rests on; nothing on paper."""
        if not self.screen:
            return "", ""
        return screen.link(unit), "" if self.clean else screen.basis(unit)

    def _annex(self, annex: Annex, draft: Draft) -> str:
        lines = [annex.heading, *annex_lines(draft)]
        kop = "".join(f"<span>{escape(line)}</span>" for line in lines)
        blocks = "".join(
            _table(block) if isinstance(block, Table) else f"<p>{inline(block)}</p>" for block in annex.blocks
        )
        title = f'<h2 data-bm="{escape(annex.heading)} {escape(annex.title)}">{escape(annex.title.upper())}</h2>'
        signed = _signatures(annex.signatures)
        kop = f'<p class="kepala">{kop}</p>'
        wide = " mendatar" if annex.wide else ""
        return f'<section class="lampiran{wide}" id="{annex.eid}">{kop}{title}{blocks}{signed}</section>\n'


def _explained(draft: Draft) -> str:
    found = explanation(draft)
    if not found:
        return ""
    title = "".join(f'<span class="baris{_spaced(line)}">{escape(line)}</span>' for line in found.title)
    general = "".join(f"<p>{inline(text)}</p>" for text in found.general)
    entries = "".join(_entry(entry, 4) for entry in found.articles)
    end = "".join(f'<p class="berita">{escape(line)}</p>' for line in found.end)
    return (
        f'<section class="penjelasan" id="exp"><h2 data-bm="PENJELASAN">{title}</h2>'
        f'<h3 data-bm="{GENERAL}">{GENERAL}</h3><div class="umum">{general}</div>'
        f'<h3 data-bm="{ARTICLES}">{ARTICLES}</h3>{entries}{end}</section>\n'
    )


def _entry(entry: Entry, level: int) -> str:
    text = "".join(f"<p>{inline(text)}</p>" for text in entry.text)
    below = "".join(_entry(one, min(level + 1, 6)) for one in entry.below)
    return f'<div class="butir" id="{entry.eid}"><h{level}>{inline(entry.name)}</h{level}>{text}{below}</div>\n'


def _quoted(unit: Unit) -> str:
    return "".join(_quoted_paragraph(it) for it in quotation.quoted(unit.quoted))


def _quoted_paragraph(it: quotation.Quoted) -> str:
    stays = " awal" if it.opens else ""
    if it.marker:
        inner = f'<p class="butir" data-n="{escape(it.marker)}">{inline(it.text)}</p>'
        return f'<div class="kutipan k{it.depth}{stays}">{inner}</div>'
    return f'<p class="kutipan{" judul" if it.centered else stays}">{inline(it.text)}</p>'


def _party_number(draft: Draft, number: int) -> str:
    return "" if draft.head.form.addressed else f'<td class="no">{number}.</td>'


def _spaced(line: str) -> str:
    if line.startswith("NOMOR:"):
        return " nomor"
    return " renggang" if line in {"TENTANG", "ANTARA", "DENGAN"} else ""


def _three_columns(name: str, content: str, kind: str = "") -> str:
    return (
        f'<table class="konsiderans{kind}" role="presentation"><tr><td class="kata">{name}</td>'
        f'<td class="titik">:</td><td>{content}</td></tr></table>\n'
    )


def _table(table: Table) -> str:
    head = "".join(f"<th>{escape(name)}</th>" for name in table.columns)
    groups: list[str] = []
    for row in table.rows:
        high = ' class="panjang"' if max(len(cell.text) for cell in row) > _HIGH else ""
        written = f"<tr{high}>{_cells(row, table.align)}</tr>"
        if groups and not all(cell.rows for cell in row):
            groups[-1] += written  # rows that share a cell stay on one page
        else:
            groups.append(written)
    if table.total:
        groups.append(f'<tr class="jumlah">{_cells(tuple(map(Cell, table.total)), table.align)}</tr>')
    body = "".join(f"<tbody>{rows}</tbody>" for rows in groups)
    by_hand = " isian" if table.by_hand else ""
    signs = sum(max(len(cell.text) for cell in row) for row in table.rows)
    short = " utuh" if len(table.rows) <= _SHORT and signs <= _SHALLOW else ""
    return f'<table class="data{by_hand}{short}">{_columns(table)}<thead><tr>{head}</tr></thead>{body}</table>'


def _columns(table: Table) -> str:
    """The widths the Word writer takes too, as shares: the style sheet may change the sheet."""
    widths = table.widths(_WIDE if table.wide else _UPRIGHT)
    shares = (f'<col style="width:{width * 100 / sum(widths):.1f}%"/>' for width in widths)
    return f"<colgroup>{''.join(shares)}</colgroup>"


def _cells(row: tuple[Cell, ...], aligns: tuple[Align, ...]) -> str:
    return "".join(
        f'<td class="{align}" rowspan="{cell.rows}">{escape(cell.text)}</td>'
        for cell, align in zip(row, aligns, strict=True)
        if cell.rows
    )


def _signatures(signatures: tuple[Signature, ...]) -> str:
    if not signatures:
        return ""
    sides = [signature.side for signature in signatures]
    # two parties sign side by side; a regulation is signed on the right first and promulgated on the left below
    rows = [signatures] if sides == ["kiri", "kanan"] else [(signature,) for signature in signatures]
    return f'<table class="ttd" role="presentation">{"".join(_signature_row(row) for row in rows)}</table>\n'


def _signature_row(row: tuple[Signature, ...]) -> str:
    by_side = {signature.side.value: signature for signature in row}
    sides = [by_side.get("kiri"), by_side.get("kanan")]
    wide = ""
    if sides[1] is None:  # alone on the left it has the whole width for its title
        sides, wide = sides[:1], ' colspan="2"'
    # position and name in rows of their own, so that two names stand level whatever stands above them
    above = "".join(f"<td{wide}>{_above(signature) if signature else ''}</td>" for signature in sides)
    below = "".join(f"<td{wide}>{_below(signature) if signature else ''}</td>" for signature in sides)
    return f'<tbody><tr class="jabatan">{above}</tr><tr class="nama">{below}</tr></tbody>'


def _above(signature: Signature) -> str:
    return "<br/>".join(escape(line) for line in (*signature.before, signature.position))


def _below(signature: Signature) -> str:
    return "<br/>".join(escape(line) for line in (signature.name, *signature.after))
