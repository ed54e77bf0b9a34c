"""The work behind ``regpol draft``: the brief of a project, and the writer for a kind of file."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from regpol.commands.register_work import Desk, Work
from regpol.documents import render
from regpol.documents.brief import Brief
from regpol.documents.filling import Material, fill
from regpol.documents.tree import Draft
from regpol.documents.wording import read_wording
from regpol.project.project import District, Project, open_project
from regpol.project.region import find
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadProject, UnknownChoice

Writer = Callable[[Draft, Path, bool], bytes]
"""Takes a draft, the folder of templates, and whether it is to be clean."""


def render_draft(kind: str, brief: Brief, templates: Path) -> Draft:
    """The draft that the template of a kind makes of a brief."""
    return render.draft(f"{kind}.naskah.j2", brief, templates)


def writer_for(output: Path) -> Writer:
    """The writer for a file's ending.

    Raises:
        Refused: if nothing writes such a file.
    """
    found = _WRITERS.get(output.suffix.lower())
    if found is None:
        known = tuple(_WRITERS)
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=output.suffix, known=known))
    return found


def _pdf(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents import pdf

    return pdf.write(draft, clean=clean)


def _docx(draft: Draft, templates: Path, clean: bool) -> bytes:
    from regpol.documents import docx

    return docx.write(draft, styles=templates / "styles.docx", clean=clean)


def _html(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents import html

    return html.write(draft, clean=clean).encode()


def _text(draft: Draft, templates: Path, clean: bool) -> bytes:
    del templates
    from regpol.documents import outline

    del clean
    return outline.write(draft).encode()


_WRITERS: dict[str, Writer] = {".pdf": _pdf, ".docx": _docx, ".html": _html, ".txt": _text}


def project_brief(folder: Path, unit: str | None, on: date, templates: Path, *, for_unit: bool) -> Brief:
    """The brief of a project, or of the agreement of one kecamatan of it."""
    opened = open_project(folder)
    if not opened.register:
        raise Refused(BadProject(place=opened.place, trouble="proyek belum menyebut register"))
    district = _district(opened, unit) if for_unit else None
    desk = Desk(folder / opened.register, folder)
    with Work(desk) as work:
        material = Material(
            rulebook=desk.book,
            project=opened,
            region=desk.region,
            units=desk.units.names,
            decided=work.decided,
            tariffs=work.tariffs(),
            tallies=work.tallies(),
            wording=read_wording(templates),
            decided_on=on,
        )
    return fill(material, district)


def _district(project: Project, unit: str | None) -> District:
    names = {district.code: find(district.code).name for district in project.districts}
    wanted = (unit or "").casefold()
    for district in project.districts:
        if wanted in {district.code, names[district.code].casefold()}:
            return district
    known = tuple(f"{name} ({code})" for code, name in names.items())
    place = Place(f"{project.folder.name}/project.yaml")
    raise Refused(UnknownChoice(place=place, what="kecamatan", given=unit or "", known=known))
