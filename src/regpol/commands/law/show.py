"""``regpol law show``: one entry of the rulebook, and all that rests on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, REGIONAL, RULES

if TYPE_CHECKING:
    from regpol.law.entries import Entry
    from regpol.law.model import Rulebook
    from regpol.project.signatures import Standing

PROJECT = typer.Option("--project", help="Folder proyek; tanda tangan di dalamnya ikut ditampilkan.")
_NAME = typer.Argument(
    help="Peraturan (“UU 3/2024”), ketentuan, kaidah, nilai, kategori, program, atau dana.",
    metavar="BUTIR",
    show_default=False,
)


def show_law(
    name: Annotated[str, _NAME],
    project: Annotated[Path | None, PROJECT] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tampilkan satu butir: keadaan naskahnya, masa berlakunya, dan semua yang bersandar padanya."""
    from regpol.commands import opening
    from regpol.law.entries import entry_names, find_entries
    from regpol.reports.rulebook.entry import entry_page
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import UnknownEntry

    book = opening.rulebook_for(rules, tuple(regional or ()))
    found = find_entries(book, name)
    if not found:
        raise Refused(UnknownEntry(place=NOWHERE, given=name, known=entry_names(book)))
    signed = signatures_of(book, project)
    if as_json:
        from regpol.project.signatures import of_entry
        from regpol.reports.rulebook.entry_document import entry_json, signature_json

        made = [entry_json(book, it, [signature_json(one) for one in of_entry(signed, it)]) for it in found]
        shell.show_json({"entries": made})
        return shell.DONE
    shell.show("\n\n".join(entry_page(book, entry, _signed(entry, signed, project)) for entry in found))
    return shell.DONE


def signatures_of(book: "Rulebook", project: Path | None) -> "tuple[Standing, ...]":
    """The signatures of a project and what has become of each; none without a project."""
    from regpol.project.project import open_project
    from regpol.project.signatures import read_signatures, standings

    if project is None:
        return ()
    open_project(project)
    return standings(book, project, read_signatures(project))


def _signed(entry: "Entry", signed: "tuple[Standing, ...]", project: Path | None) -> tuple[str, ...]:
    from regpol.law.model import Provision, Value
    from regpol.project.signatures import of_entry

    if project is None or not isinstance(entry, Provision | Value):
        return ()
    return tuple(one.words for one in of_entry(signed, entry)) or ("belum ditandatangani",)
