"""``regpol redline``: what changed between two papers, clause by clause."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON

if TYPE_CHECKING:
    from regpol.documents.redline.changes import Redline

_KINDS = (".html", ".docx", ".txt")


def redline(
    old: Annotated[Path, typer.Argument(help="Naskah semula (.docx).", metavar="LAMA", show_default=False)],
    new: Annotated[
        Path, typer.Argument(help="Naskah baru atau suntingan (.docx).", metavar="BARU", show_default=False)
    ],
    output: Annotated[
        Path | None, typer.Option("-o", "--output", help="Berkas .html, .docx (perubahan terlacak), atau .txt.")
    ] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Bandingkan dua naskah Word klausul demi klausul: bunyi, letak, nomor, tangan, dan sebabnya."""
    from regpol.documents.redline.changes import compare
    from regpol.documents.word_back.rebuild import read_edited
    from regpol.reports.safe_file import replace_file
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import UnknownChoice

    if output and output.suffix.lower() not in _KINDS:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=output.suffix, known=_KINDS))
    compared = compare(read_edited(old), read_edited(new))
    if output:
        from regpol.reports.redline.text import heading

        replace_file(output, _written(compared, old, new, output.suffix.lower()))
        shell.say(f"{output}: {heading(compared)}")
    if as_json:
        from regpol.reports.redline.document import redline_json

        shell.show_json(redline_json(compared))
    elif not output:
        from regpol.reports.redline.text import redline_text

        shell.show(redline_text(compared))
    return shell.ATTENTION if compared.differs else shell.DONE


def _written(compared: "Redline", old: Path, new: Path, kind: str) -> bytes:
    if kind == ".docx":
        from regpol.documents.redline.tracked import write

        return write(compared, old, new)
    if kind == ".html":
        from regpol.reports.redline.page import redline_html

        return redline_html(compared, shell.data_folder("templates")).encode()
    from regpol.reports.redline.text import redline_text

    return f"{redline_text(compared)}\n".encode()
