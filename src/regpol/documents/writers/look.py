"""What the page for the browser and the PDF take over from the agency's styles file: sheet, margins, font.

Whoever sets the font of the office in Word expects the printed draft to have it too. The words of the style
sheet stand in ``templates/layout``; only what a word processor told is filled in.
"""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from regpol.documents.naskah.tree import Draft

TEMPLATE = "layout/gaya-instansi.css.j2"
_EMU, _EMU_POINT = 36_000, 12_700


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """Millimetres of sheet and margins; name and points of the font, '' and 0 where the file leaves it open."""

    width: float
    height: float
    top: float
    right: float
    bottom: float
    left: float
    font: str
    size: float


def look_of(styles: Path) -> Look:
    """The look of a styles file; raises `Refused` as the Word writer does."""
    from regpol.documents.word.agency_styles import base_of

    document = base_of(styles).document()
    section, font = document.sections[0], document.styles["Normal"].font
    return Look(
        width=_millimetres(section.page_width),
        height=_millimetres(section.page_height),
        top=_millimetres(section.top_margin),
        right=_millimetres(section.right_margin),
        bottom=_millimetres(section.bottom_margin),
        left=_millimetres(section.left_margin),
        font=re.sub(r"[^\w .-]", "", font.name or ""),  # a name goes between quotes and must not end them
        size=round((font.size or 0) / _EMU_POINT, 1),
    )


def _millimetres(length: int | None) -> float:
    return round((length or 0) / _EMU, 1)


def style_sheet(look: Look, templates: Path) -> str:
    """What is put behind the layout of all papers."""
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    room = Environment(loader=FileSystemLoader(templates), undefined=StrictUndefined, trim_blocks=True, autoescape=True)
    return room.get_template(TEMPLATE).render(look=look)


def dressed(draft: Draft, styles: Path, templates: Path) -> Draft:
    """The draft with the look of a styles file behind its layout, for PDF and HTML."""
    return replace(draft, stylesheet=f"{draft.stylesheet}{style_sheet(look_of(styles), templates)}")
