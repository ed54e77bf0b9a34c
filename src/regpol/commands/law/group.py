"""``regpol law``: the rulebook itself."""

import typer

from regpol.commands.law.check import check_law
from regpol.commands.usage import Verb, Verbs

law_app = typer.Typer(help="Buku aturan: pemeriksaan.", cls=Verbs, rich_markup_mode=None, no_args_is_help=True)


@law_app.callback()
def law() -> None:
    """Buku aturan: pemeriksaan."""


law_app.command("check", cls=Verb)(check_law)
