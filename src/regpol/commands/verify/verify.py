"""``regpol verify``: whether finished files are still what was made, and would be made the same today."""

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import options, shell


def verify(
    context: typer.Context,
    receipt: Annotated[Path, typer.Argument(help="Kuitansi, atau folder paket yang memuatnya.", metavar="KUITANSI")],
    project: Annotated[
        Path | None, typer.Option("--project", help="Folder proyek; bila kosong dicari di atas kuitansinya.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--ulang", help="Buat sekali lagi di tempat sementara dan bandingkan bitanya.")
    ] = False,
    templates: Annotated[Path | None, options.TEMPLATES] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di keluaran standar.")] = False,
) -> int:
    """Periksa apakah berkas hasil dan bahannya masih seperti ketika dibuat, dan sebutkan apa yang berbeda."""
    from regpol.commands.verify import work
    from regpol.receipt import told
    from regpol.receipt.receipt import NAME
    from regpol.receipt.receipt import read as read_receipt
    from regpol.receipt.verifying import verify as compare

    path = receipt / NAME if receipt.is_dir() else receipt
    mismatches = work.number_mismatches(path.parent) if path.name == NAME else None
    if mismatches is not None and not path.is_file() and not again:
        return work.tell_numbers_only(path.parent, mismatches, as_json=as_json)
    kept = read_receipt(path)
    opened = work.project_of(path, project, kept)
    if again and opened is None:
        work.refuse_without_project(path)
    today = work.inputs_today(opened, kept, templates) if opened else None
    compared = compare(kept, path.parent, today)
    verdict = replace(compared, mismatches=mismatches, own_templates=templates is not None)
    if again and opened:
        verdict = replace(verdict, repeated=work.repeat(kept, opened, path, context.obj, templates))
    if as_json:
        shell.show_json(told.document(verdict, kept))
    else:
        names = work.regulation_names(opened) if verdict.moved and opened else {}
        shell.show(told.told(verdict, kept, f"Kuitansi {path}", names))
    return shell.DONE if verdict.all_same else shell.ATTENTION
