"""Fills one template and writes it as DOCX and as PDF."""

from pathlib import Path

from regpol.documents.brief.paper import Filled
from regpol.documents.naskah import render
from regpol.packet.folders import OWNER_ONLY
from regpol.packet.manner import Manner


def write_paper(stem: Path, template: str, brief: Filled, manner: Manner, first_annex: int = 0) -> None:
    """Writes ``stem`` with both endings; its annexes count from ``first_annex`` if they belong to the packet's series.

    Raises:
        Refused: with every problem of the template.
    """
    from regpol.documents.word import docx
    from regpol.documents.writers import pdf
    from regpol.documents.writers.look import dressed

    draft = render.draft(template, brief, manner.templates, first_annex=first_annex)
    styles = manner.styles or manner.templates / "styles.docx"
    _put(stem.with_name(f"{stem.name}.docx"), docx.write(draft, styles=styles, clean=manner.clean))
    if manner.styles:
        draft = dressed(draft, manner.styles, manner.templates)
    printed = pdf.write_kept if manner.archive else pdf.write
    _put(stem.with_name(f"{stem.name}.pdf"), printed(draft, clean=manner.clean))


def _put(path: Path, content: bytes) -> None:
    path.touch(OWNER_ONLY)
    path.write_bytes(content)
