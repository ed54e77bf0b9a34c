"""``regpol law pages``: the pages about the core regulations, written from the rulebook."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import RULES

_WRITE = typer.Option("--write", help="Folder tempat halamannya ditulis, misalnya docs/hukum.")


def write_pages(
    write: Annotated[Path, _WRITE],
    rules: Annotated[Path | None, RULES] = None,
) -> int:
    """Tulis halaman tentang ketiga peraturan inti dari buku aturan."""
    from regpol.commands import opening
    from regpol.reports.rulebook.pages import law_pages
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import CannotWrite

    pages = law_pages(opening.rulebook_for(rules))
    for name, text in pages.items():
        try:
            (write / name).write_text(text, encoding="utf-8")
        except OSError:
            trouble = f"folder “{write}” tidak ada atau tidak boleh ditulisi"
            raise Refused(CannotWrite(place=Place(str(write)), trouble=trouble)) from None
    shell.say(f"{len(pages)} halaman ditulis ke {write}")
    return shell.DONE
