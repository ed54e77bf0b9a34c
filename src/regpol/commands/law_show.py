"""``regpol law show``: one entry of the rulebook, and all that rests on it."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, REGIONAL, RULES

PROJECT = typer.Option("--project", help="Folder proyek; tanda tangan di dalamnya ikut ditampilkan.")
_NAME = typer.Argument(
    help="Peraturan (“UU 3/2024”), ketentuan, kaidah, nilai, kategori, program, atau dana.", show_default=False
)


def show_law(
    name: Annotated[str, _NAME],
    project: Annotated[Path | None, PROJECT] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tampilkan satu butir: keadaan naskahnya, masa berlakunya, dan semua yang bersandar padanya."""
    from regpol.commands import asking
    from regpol.law.entries import entry_names, find_entries
    from regpol.reports.law_entry import entry_page
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import UnknownEntry

    book = asking.rulebook_for(rules, tuple(regional or ()))
    found = find_entries(book, name)
    if not found:
        raise Refused(UnknownEntry(place=NOWHERE, given=name, known=entry_names(book)))
    shell.show("\n\n".join(entry_page(book, entry) for entry in found))
    return shell.DONE
