"""The group ``regpol register`` and the options its verbs share; ``main`` hangs the verbs on it."""

import typer

from regpol.commands.register.reconcile import reconcile
from regpol.commands.register.returns import return_app
from regpol.commands.usage import Verb, Verbs

register_app = typer.Typer(
    help="Daftar pekerja: periksa, cocokkan dengan SK, dan putuskan.",
    cls=Verbs,
    rich_markup_mode=None,
    no_args_is_help=True,
)

FILE = typer.Argument(help="Berkas register (XLSX, CSV, atau Parquet).", metavar="REGISTER")
PROJECT = typer.Option("--project", help="Folder proyek; memberi wilayah, tahun, dan kebijakan.")
REGION = typer.Option("--region", help="Kode wilayah, bila tanpa proyek.")
YEAR = typer.Option("--year", help="Tahun anggaran, bila tanpa proyek.")
ON = typer.Option("--date", help="Usia dan masa SK dihitung pada hari ini; bila kosong 1 Januari tahun anggaran.")
SHEET = typer.Option("--sheet", help="Nama lembar; bila kosong dicari sendiri.")
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.xlsx, .csv, atau .parquet).")
PERSONAL = typer.Option("--show-personal", help="Tampilkan NIK utuh; hasilnya hanya dapat dibaca pemilik berkas.")


@register_app.callback()
def register() -> None:
    """Daftar pekerja: periksa, cocokkan dengan SK, dan putuskan."""


register_app.command("reconcile", cls=Verb)(reconcile)
register_app.add_typer(return_app, name="return")
