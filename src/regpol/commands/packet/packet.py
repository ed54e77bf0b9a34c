"""``regpol packet``: for a region and each of its units, everything that is signed and sent."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import options, shell


def packet(
    project: Annotated[Path, typer.Option("--project", help="Folder proyek.")],
    output: Annotated[Path, typer.Option("-o", "--output", help="Folder paket; boleh dilanjutkan.")],
    only: Annotated[
        list[str] | None, typer.Option("--only", help="Hanya unit ini: kode atau nama; boleh diulang.")
    ] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Hanya sebutkan yang akan dibuat, dan sebabnya.")] = False,
    public: Annotated[bool, typer.Option("--publik", help="Tanpa data pribadi.")] = False,
    clean: Annotated[
        bool, typer.Option("--clean", help="Tanpa tanda RANCANGAN, tanda verifikasi, dan komentar.")
    ] = False,
    archive: Annotated[bool, typer.Option("--arsip", help="PDF/A-3a dengan manifes bahannya.")] = False,
    overwrite: Annotated[bool, typer.Option("--timpa", help="Ganti juga berkas yang sudah disunting tangan.")] = False,
    locked: Annotated[
        bool, typer.Option("--sandi", help="Tambahkan paket-tersandi.zip (AES-256); kata sandinya ditanyakan.")
    ] = False,
    password_file: Annotated[
        Path | None, typer.Option("--sandi-dari", help="Seperti --sandi; kata sandi ialah baris pertama berkas ini.")
    ] = None,
    workers: Annotated[
        int | None, typer.Option("--proses", min=1, max=64, help="Banyaknya proses; bila kosong satu tiap inti.")
    ] = None,
    day: Annotated[str | None, typer.Option("--date", help="Hari keputusan; bila kosong hari ini.")] = None,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
) -> int:
    """Susun paket tiap unit: naskah, daftar, perhitungan, kelengkapan; boleh dihentikan dan dilanjutkan."""
    from regpol.commands.opening import chosen_day
    from regpol.commands.packet.password import password_of
    from regpol.commands.packet.work import Asked, make

    asked = Asked(
        project=project,
        output=output,
        only=tuple(only or ()),
        dry_run=dry_run,
        public=public,
        clean=clean,
        archive=archive,
        overwrite=overwrite,
        password="" if dry_run else password_of(asked=locked, file=password_file),
        workers=workers or shell.cores(),
        on=chosen_day(day, shell.today()),
        templates=options.templates_folder(templates),
    )
    return make(asked)
