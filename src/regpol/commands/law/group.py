"""``regpol law``: the rulebook itself."""

import typer

from regpol.commands.law.check import check_law
from regpol.commands.usage import Verb, Verbs

law_app = typer.Typer(
    help="Buku aturan: periksa, baca, hitung yang belum diurus, dan setujui.",
    cls=Verbs,
    rich_markup_mode=None,
    no_args_is_help=True,
)


@law_app.callback()
def law() -> None:
    """Buku aturan: periksa, baca, hitung yang belum diurus, dan setujui."""


law_app.command("check", cls=Verb)(check_law)
