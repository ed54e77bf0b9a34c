"""``regpol region``: what a region is, what its law is, and what things are called there."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, REGIONAL, RULES


def region(
    code: Annotated[str, typer.Argument(help="Kode wilayah Kemendagri, misalnya 93.01.", metavar="KODE")],
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tampilkan sebuah wilayah: jenis, induk, kekhususan, undang-undang pembentukan, dan sebutan setempat."""
    from regpol.commands import opening
    from regpol.project.region import find
    from regpol.reports.region import region_json, region_text, report_region

    found = find(code)
    report = report_region(opening.rulebook_for(rules, tuple(regional or ())), found)
    if as_json:
        shell.show_json(region_json(report))
    else:
        shell.show(region_text(report))
    return shell.DONE
