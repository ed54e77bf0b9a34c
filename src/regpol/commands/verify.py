"""``regpol verify``: whether finished files are still what was made, and would be made the same today."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell


def verify(
    receipt: Annotated[Path, typer.Argument(help="Kuitansi, atau folder paket yang memuatnya.", metavar="KUITANSI")],
    project: Annotated[
        Path | None, typer.Option("--project", help="Folder proyek; bila kosong dicari di atas kuitansinya.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--ulang", help="Buat sekali lagi di tempat sementara dan bandingkan bitanya.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Satu dokumen JSON di keluaran standar.")] = False,
) -> int:
    """Periksa apakah berkas hasil dan bahannya masih seperti ketika dibuat, dan sebutkan apa yang berbeda."""
    from regpol.commands import verify_work
    from regpol.receipt import told
    from regpol.receipt.receipt import NAME
    from regpol.receipt.receipt import read as read_receipt
    from regpol.receipt.verifying import State
    from regpol.receipt.verifying import verify as compare

    path = receipt / NAME if receipt.is_dir() else receipt
    kept = read_receipt(path)
    opened = verify_work.project_of(path, project, kept)
    if again and opened is None:
        verify_work.refuse_without_project(path)
    today = verify_work.inputs_today(opened) if opened else None
    verdict = compare(kept, path.parent, today)
    repeated = verify_work.repeat(kept, opened, path) if again and opened else None
    if as_json:
        shell.show_json(told.document(verdict, kept, repeated))
    else:
        names = verify_work.regulation_names(opened) if verdict.moved and opened else {}
        shell.show(told.told(verdict, kept, f"Kuitansi {path}", names))
        if repeated is not None:
            shell.show(verify_work.repeated_told(repeated))
    differs = any(one.state is not State.SAME for one in repeated or ())
    return shell.DONE if verdict.all_same and not differs else shell.ATTENTION
