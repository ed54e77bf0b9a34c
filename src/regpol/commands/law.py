"""``regpol law``: the rulebook itself."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import REGION, REGIONAL, RULES
from regpol.commands.usage import Verb, Verbs

law_app = typer.Typer(help="Buku aturan: pemeriksaan.", cls=Verbs, rich_markup_mode=None, no_args_is_help=True)


@law_app.callback()
def law() -> None:
    """Buku aturan: pemeriksaan."""


@law_app.command("check", cls=Verb)
def check_law(
    region: Annotated[str, REGION] = "52.71",
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Periksa berkas aturan dan jalani semua keadaan tiap tahun anggaran: adakah yang tanpa jawaban?"""
    from regpol.commands import asking
    from regpol.decision.walk import walk
    from regpol.project.region import find

    code = find(region).code
    book = asking.rulebook_for(rules, tuple(regional or ()))
    result = walk(book, code, book.budget_years)
    shell.show(f"{len(book.regulations)} peraturan, {len(book.provisions)} ketentuan, {len(book.rules)} kaidah")
    shell.show(f"{result.situations} keadaan dijalani dengan penilai acuan; {len(result.gaps)} tanpa jawaban")
    for gap in result.gaps[:20]:
        shell.say(str(gap))
    return shell.REFUSED if result.gaps else shell.DONE
