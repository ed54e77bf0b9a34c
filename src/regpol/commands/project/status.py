"""``regpol status``: what of a project is done, what is open, and what to do next."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell


def status(project: Annotated[Path, typer.Option("--project", help="Folder proyek.")] = Path()) -> int:
    """Sebutkan apa yang sudah, apa yang basi, apa yang belum, dan langkah berikutnya."""
    from regpol.commands import opening
    from regpol.commands.draft.amending import what_becomes
    from regpol.commands.draft.work import project_brief
    from regpol.commands.project.finished import made_in
    from regpol.commands.register.work import Desk
    from regpol.project.project import open_project
    from regpol.project.signatures import read_signatures, standings, tally
    from regpol.reports.project_status import Standing, status_text

    opened = open_project(project)
    desk = Desk(project / opened.register, project) if opened.register else None
    brief = project_brief(project, None, shell.today(), shell.data_folder("templates")) if desk else None
    book = desk.book if desk else opening.rulebook_for(None, opened.regional)
    standing = Standing(
        project=opened,
        counts=desk.register.counts if desk else None,
        brief=brief,
        made=made_in(opened),
        existing=what_becomes(opened, shell.data_folder("templates")),
        signed=tally(book, standings(book, project, read_signatures(project))),
    )
    shell.show(status_text(standing))
    return shell.ATTENTION if standing.waiting else shell.DONE
