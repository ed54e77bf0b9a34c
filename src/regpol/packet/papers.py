"""Fills one template and writes it as DOCX and as PDF."""

from pathlib import Path

from regpol.documents import render
from regpol.documents.paper import Filled
from regpol.packet.folders import OWNER_ONLY


def write_paper(stem: Path, template: str, brief: Filled, templates: Path, *, clean: bool, kept: bool) -> None:
    """Writes ``stem`` with both endings; ``kept`` for PDFs that carry the manifest of what they were made from.

    Raises:
        Refused: with every problem of the template.
    """
    from regpol.documents import docx, pdf

    draft = render.draft(template, brief, templates)
    _put(stem.with_name(f"{stem.name}.docx"), docx.write(draft, styles=templates / "styles.docx", clean=clean))
    _put(
        stem.with_name(f"{stem.name}.pdf"),
        pdf.write_kept(draft, clean=clean) if kept else pdf.write(draft, clean=clean),
    )


def _put(path: Path, content: bytes) -> None:
    path.touch(OWNER_ONLY)
    path.write_bytes(content)
