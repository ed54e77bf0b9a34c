"""``regpol schema``: the JSON Schemas of what regpol reads and prints."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell


def schema(
    name: Annotated[
        str, typer.Argument(help="Nama skema; tanpa ini daftar namanya.", metavar="[NAMA]", show_default=False)
    ] = "",
    write: Annotated[Path | None, typer.Option("--write", help="Tulis semua skema ke folder ini.")] = None,
) -> int:
    """Cetak skema JSON sebuah bentuk berkas, untuk penyunting dan program lain."""
    from regpol.packet.contents import contents_schema
    from regpol.receipt.schema import schemas
    from regpol.reports.schemas import DIALECT, documents
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import UnknownChoice

    contents = {"paket": DIALECT | {"title": "paket"} | contents_schema()}
    known = documents() | contents | schemas()
    if write:
        import json

        from regpol.terms.place import Place
        from regpol.terms.problems.command import CannotWrite

        for entry, document in known.items():
            text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
            try:
                (write / f"{entry}.json").write_text(text, encoding="utf-8")
            except OSError:
                trouble = f"folder “{write}” tidak ada atau tidak boleh ditulisi"
                raise Refused(CannotWrite(place=Place(str(write)), trouble=trouble)) from None
        shell.say(f"{len(known)} skema ditulis ke {write}")
        return shell.DONE
    if not name:
        shell.show("\n".join(known))
        return shell.DONE
    if name not in known:
        raise Refused(UnknownChoice(place=NOWHERE, what="skema", given=name, known=tuple(known)))
    shell.show_json(known[name])
    return shell.DONE
