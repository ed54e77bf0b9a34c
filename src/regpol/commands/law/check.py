"""``regpol law check``: the rulebook proves what it can about itself."""

import os
from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, REGIONAL, RULES

_REGION = typer.Option("--region", help="Satu wilayah saja; tanpa ini semua jenis daerah di Indonesia.")
_CONFIRM = typer.Option("--confirm", min=0, help="Berapa keadaan contoh yang diuji juga dengan mesin kedua.")
_FRESH = typer.Option("--fresh", help="Jalani semuanya lagi, tanpa memakai hasil pemeriksaan terakhir.")


def check_law(
    region: Annotated[str | None, _REGION] = None,
    confirm: Annotated[int, _CONFIRM] = 300,
    fresh: Annotated[bool, _FRESH] = False,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Periksa berkas aturan dan jalani setiap keadaan yang mungkin: celah, norma berlawanan, kaidah mati, rujukan."""
    from regpol.commands import opening
    from regpol.decision.walk import kept
    from regpol.decision.walk.confirm import differences
    from regpol.decision.walk.findings import findings
    from regpol.decision.walk.whole_rulebook import NATIONAL, walk
    from regpol.law.checks import check_rulebook
    from regpol.project.region import find
    from regpol.reports.rulebook.check import LawCheck, law_check_json, law_check_text

    watch = shell.stopwatch()
    layer = find(region).code if region else NATIONAL
    book = opening.rulebook_for(rules, tuple(regional or ()))
    before = {} if fresh else kept.read(shell.cache_folder())
    bar = shell.progress_bar("menjalani keadaan")
    walked = walk(book, region=layer, before=before, workers=os.cpu_count() or 1, progress=bar)
    kept.write(shell.cache_folder(), walked.kept, before)
    confirmed, differing = differences(walked.reaches, confirm)
    problems = (*differing, *findings(book, walked), *check_rulebook(book))
    result = LawCheck(book, walked, problems, confirmed, watch())
    if as_json:
        shell.show_json(law_check_json(result))
    else:
        shell.show(law_check_text(result))
    return shell.ATTENTION if problems else shell.DONE
