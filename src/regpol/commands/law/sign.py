"""``regpol law sign``: a lawyer approves an entry for the text read, in the project that relies on it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import REGIONAL, RULES

if TYPE_CHECKING:
    from regpol.law.model import Provision, Rulebook, Value
    from regpol.project.signature_format import Signature

_NAME = typer.Argument(
    help="Satu ketentuan seperti tercetak atau id-nya, atau nama satu nilai.", metavar="BUTIR", show_default=False
)
_TEXT = typer.Option("--text", help="Salinan naskah yang dibaca, misalnya PDF dari laman penerbit.")
_BY = typer.Option("--by", help="Nama ahli hukum yang membaca dan menyetujui.")
_PROJECT = typer.Option("--project", help="Folder proyek; tanda tangan disimpan di tanda-tangan.yaml di dalamnya.")
_DAY = typer.Option("--date", help="Hari menyetujui (2026-11-28); tanpa ini hari ini.")


def sign_law(
    name: Annotated[str, _NAME],
    text: Annotated[Path, _TEXT],
    by: Annotated[str, _BY],
    project: Annotated[Path, _PROJECT],
    date: Annotated[str | None, _DAY] = None,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Setujui satu ketentuan atau nilai untuk naskah yang dibaca; gugur sendiri bila salah satunya berubah."""
    from regpol.commands import opening
    from regpol.project.project import open_project
    from regpol.project.signatures import sign
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import NamelessSigner

    opened = open_project(project)
    book = opening.rulebook_for(rules, (*opened.regional, *(regional or ())))
    if not by.strip():
        raise Refused(NamelessSigner(place=NOWHERE, given=by))
    day = opening.chosen_day(date, shell.today()).isoformat()
    entry, content = _signable(book, name), _content(text)
    made = sign(book, entry, " ".join(by.split()), day, _seen_from(project, text), content)
    _add(book, project, entry, made)
    shell.show(f"{made.entry} ditandatangani {made.name}, {made.date}, untuk {made.text} (SHA-256 {made.text_hash})")
    return shell.DONE


def _signable(book: "Rulebook", name: str) -> "Provision | Value":
    from regpol.law.entries import entry_names, find_entries
    from regpol.law.model import Provision, Regulation, Rule, Value
    from regpol.reports.rulebook.entry import entry_title
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import NotOneEntry, UnknownEntry

    found = find_entries(book, name)
    if not found:
        raise Refused(UnknownEntry(place=NOWHERE, given=name, known=entry_names(book)))
    if len(found) == 1 and isinstance(found[0], Provision | Value):
        return found[0]
    slugs = {entry.slug for entry in found if isinstance(entry, Regulation)}
    near = [entry for entry in found if isinstance(entry, Provision)]
    near += [entry.provision for entry in found if isinstance(entry, Rule) and entry.provision]
    near += [provision for provision in book.provisions if provision.regulation.slug in slugs]
    candidates = tuple(str(provision.citation) for provision in (near or book.provisions)[:5])
    what = "; ".join(entry_title(book, entry) for entry in found[:5])
    raise Refused(NotOneEntry(place=NOWHERE, given=name, what=what, candidates=candidates))


def _content(text: Path) -> bytes:
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import UnreadableText

    try:
        content, trouble = text.read_bytes(), ""
    except IsADirectoryError:
        content, trouble = b"", "itu sebuah folder"
    except FileNotFoundError:
        content, trouble = b"", "berkasnya tidak ada"
    except OSError as error:
        content, trouble = b"", f"tidak dapat dibuka ({error.strerror})"
    if not content:
        raise Refused(UnreadableText(place=Place(str(text)), trouble=trouble or "berkasnya kosong"))
    return content


def _seen_from(project: Path, text: Path) -> str:
    """The copy as seen from the project where it lies inside, so that the folder may move."""
    inside = text.resolve().is_relative_to(project.resolve())
    return (text.resolve().relative_to(project.resolve()) if inside else text.resolve()).as_posix()


def _add(book: "Rulebook", project: Path, entry: "Provision | Value", made: "Signature") -> None:
    """Adds a signature while nobody else does: the file is read again under a lock and replaced whole."""
    import fcntl
    import os

    from regpol.project.signature_format import FILE
    from regpol.project.signatures import of_entry, read_signatures, standings, with_signature
    from regpol.reports.safe_file import replace_file
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.law_reading import AlreadySigned

    folder = os.open(project, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        kept = standings(book, project, read_signatures(project))
        for one in of_entry(kept, entry):
            it = one.signature
            if not one.fallen and (it.name, it.text_hash) == (made.name, made.text_hash):
                place = Place(f"{project.name}/{FILE}", it.place.line)
                raise Refused(AlreadySigned(place=place, entry=it.entry, name=it.name, date=it.date))
        path = project / FILE
        before = path.read_text(encoding="utf-8-sig") if path.exists() else ""
        replace_file(path, with_signature(before, made).encode())
    finally:
        os.close(folder)
