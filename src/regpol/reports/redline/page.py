"""A comparison of two papers as one page for a browser, with nothing fetched from elsewhere."""

from collections.abc import Iterator
from html import escape

from regpol.documents.redline.changes import Change, Redline
from regpol.documents.word_back.edited import shown
from regpol.reports.redline.text import heading, title

_LOOK = """body{font:16px/1.5 Georgia,serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#222}
h1{font-size:1.4rem}article{border-left:4px solid #999;padding:.2rem 1rem;margin:1rem 0}
h2{font-size:1rem;margin:.2rem 0}
h2 span{font:600 .75rem sans-serif;text-transform:uppercase;background:#eee;padding:.1rem .4rem;margin-right:.5rem}
del{background:#fbd9d9;color:#8a1c1c}ins{background:#d8f0d8;color:#145214;text-decoration:underline}
.nota{font:.85rem/1.4 sans-serif;color:#444;margin:.2rem 0;padding-left:1rem}
.disisipkan{border-color:#2b7a2b}.dihapus{border-color:#a33}.diubah{border-color:#b8860b}.dipindah{border-color:#36c}
@media print{article{break-inside:avoid}}"""
_TAGS = {"sama": "", "dihapus": "del", "disisipkan": "ins"}


def redline_html(redline: Redline) -> str:
    """The whole page."""
    name = escape(f"{redline.old.name} → {redline.new.name}")
    body = "\n".join(_parts(redline))
    return (
        f'<!DOCTYPE html>\n<html lang="id"><head><meta charset="utf-8"><title>Perbandingan: {name}</title>'
        f"<style>{_LOOK}</style></head>\n<body><h1>Perbandingan naskah</h1>"
        f"<p>{name}<br>{escape(heading(redline))}</p>\n{body}\n</body></html>\n"
    )


def _parts(redline: Redline) -> Iterator[str]:
    for change in redline.changes:
        yield _article(change)
    if redline.around:
        yield "<h2>Di luar klausul</h2>"
        for gone, fresh in redline.around:
            yield f"<p><del>{escape(shown(gone))}</del> <ins>{escape(shown(fresh))}</ins></p>"
    if redline.tables:
        yield "<p>Isi tabel berubah; bandingkan tabelnya.</p>"


def _article(change: Change) -> str:
    name = change.move.value.split()[0]
    pieces = (_tagged(span.kind, shown(span.text)) for span in change.spans)
    text = "".join(pieces) if change.spans else escape(shown(change.clause.text))
    notes = "".join(f"<li>{escape(note)}</li>" for note in _notes(change))
    moved = " dan dipindah" if change.also_moved else ""
    return (
        f'<article class="{name}"><h2><span>{change.move}{moved}</span>{escape(title(change))}</h2>'
        f'<p>{text}</p><ul class="nota">{notes}</ul></article>'
    )


def _tagged(kind: str, text: str) -> str:
    said, tag = escape(text).replace("\n", "<br>"), _TAGS[kind]
    return f"<{tag}>{said}</{tag}>" if tag else said


def _notes(change: Change) -> Iterator[str]:
    yield f"Sebab: {change.reason}"
    yield from (f"Dasar hilang: {it}" for it in change.lost)
    yield from (f"Dasar baru: {it}" for it in change.gained)
    yield from (f"Dasar: {it}" for it in ([] if change.lost or change.gained else change.bases))
    yield from (f"Terlacak: {it.kind} oleh {it.author} {it.moment[:10]}: “{it.text}”" for it in change.tracked)
    yield from (f"Komentar {it.author}: {it.text}" for it in change.comments)
