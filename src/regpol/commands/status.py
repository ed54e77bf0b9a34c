"""``regpol status``: what of a project is done, what is open, and what to do next."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell


def status(project: Annotated[Path, typer.Option("--project", help="Folder proyek.")] = Path()) -> int:
    """Sebutkan apa yang sudah ada, apa yang terbuka, dan langkah berikutnya."""
    from regpol.commands import asking
    from regpol.commands.draft_work import project_brief
    from regpol.commands.register.work import Desk
    from regpol.documents.legal_bases import weak_bases
    from regpol.project.project import open_project
    from regpol.project.signatures import read_signatures, standings, tally
    from regpol.reports.project_status import status_text

    opened = open_project(project)
    desk = Desk(project / opened.register, project) if opened.register else None
    brief = project_brief(project, None, shell.today(), shell.data_folder("templates")) if desk else None
    folder = project / "out"
    made = sorted(path for path in folder.iterdir() if path.is_file()) if folder.is_dir() else []
    book = desk.book if desk else asking.rulebook_for(None, opened.regional)
    signed = tally(book, standings(book, project, read_signatures(project)))
    shell.show(status_text(opened, desk.register.counts if desk else None, brief, tuple(made), signed))
    waiting = opened.blanks or signed.fallen or (brief and weak_bases(brief.bases))
    return shell.ATTENTION if waiting else shell.DONE
