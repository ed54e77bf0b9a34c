"""``regpol diff``: what changes between two years, two days or two rulebooks, and by which rule."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, RULES

FROM = typer.Option("--from", help="Sisi semula: tahun (2024), tanggal (2024-04-24), atau folder buku aturan.")
TO = typer.Option("--to", help="Sisi yang dibandingkan dengannya; sejenis dengan --from.")
REGION = typer.Option("--region", help="Kode wilayah; tanpa ini hanya nilai dan kaidah yang dibandingkan.")
CATEGORY = typer.Option("--category", help="Hanya kategori ini; boleh berulang.")
YEAR = typer.Option("--year", help="Tahun anggaran, bila yang dibandingkan dua buku aturan.")


def diff(
    first: Annotated[str, FROM],
    second: Annotated[str, TO],
    region: Annotated[str | None, REGION] = None,
    category: Annotated[list[str] | None, CATEGORY] = None,
    year: Annotated[int | None, YEAR] = None,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
) -> int:
    """Bandingkan dua waktu atau dua buku aturan: nilai, kaidah, dan jawaban yang berubah karenanya."""
    from regpol.commands.asking.diff_work import compare_sides

    report = compare_sides(first, second, region, category or (), year, rules)
    if as_json:
        from regpol.reports.diff.document import diff_json

        shell.show_json(diff_json(report))
    else:
        from regpol.reports.diff.text import diff_text

        shell.show(diff_text(report))
    return shell.ATTENTION if report.moved else shell.DONE
