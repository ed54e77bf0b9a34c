"""The page of a Word file: typeface, sheet and page number (PH-001, PH-002, PH-004)."""

from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import LintText

_FONTS = ("bookman", "urw bookman")
"""Bookman Old Style, and the free face of the same widths."""
_HALF_POINTS = 24
_WIDTHS, _HEIGHT = (210, 215), 330
_NEAR = 2
"""Millimetres by which printers' names for one sheet differ."""


@check("PH-001")
def set_in_bookman(text: LintText) -> Iterator[Finding]:
    """Bookman Old Style, twelve points."""
    page = text.layout
    if page is None or not text.lines or not page.font:
        return
    size = f"{page.half_points // 2}{',5' if page.half_points % 2 else ''}"
    if not page.font.casefold().startswith(_FONTS) or page.half_points != _HALF_POINTS:
        yield Finding.at("PH-001", text.lines[0], f"{page.font} ukuran {size}", "Bookman Old Style ukuran 12")


@check("PH-002")
def printed_on_f4(text: LintText) -> Iterator[Finding]:
    """F4 in either of its two widths."""
    page = text.layout
    if page is None or not text.lines or not page.width:
        return
    fits = abs(page.height - _HEIGHT) <= _NEAR and any(abs(page.width - width) <= _NEAR for width in _WIDTHS)
    if not fits:
        found = f"kertas {page.width} × {page.height} mm"
        yield Finding.at("PH-002", text.lines[0], found, "F4: 215 × 330 mm atau 210 × 330 mm")


@check("PH-004")
def pages_are_numbered_above(text: LintText) -> Iterator[Finding]:
    """At the head of each page but the first."""
    page = text.layout
    if page is None or not text.lines:
        return
    better = "“- 2 -” di tengah atas mulai halaman 2; halaman 1 tanpa nomor"
    if not page.numbered_above:
        yield Finding.at("PH-004", text.lines[0], "halaman tanpa nomor di atasnya", better)
    elif page.first_numbered:
        yield Finding.at("PH-004", text.lines[0], "halaman pertama bernomor", better)
