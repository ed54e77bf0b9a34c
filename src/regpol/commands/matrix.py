"""``regpol matrix``: category by programme by fund for a region and a year."""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import ASSUME, JSON, POLICY, REGION, REGIONAL, RULES, YEAR


class Format(StrEnum):
    """The forms a matrix is printed in."""

    TABLE = "table"
    CSV = "csv"
    HTML = "html"
    JSON = "json"


def matrix(
    region: Annotated[str, REGION],
    year: Annotated[int, YEAR],
    form: Annotated[Format, typer.Option("--format", help="Bentuk keluaran.")] = Format.TABLE,
    policy: Annotated[Path | None, POLICY] = None,
    assume: Annotated[bool, ASSUME] = False,
    as_json: Annotated[bool, JSON] = False,
    rules: Annotated[Path | None, RULES] = None,
    regional: Annotated[list[Path] | None, REGIONAL] = None,
) -> int:
    """Tampilkan tiap kategori menurut program dan sumber dana; sel yang terbuka tampak jelas."""
    from regpol.commands import asking
    from regpol.decision.findings import Decider
    from regpol.decision.matrix import matrix_cells
    from regpol.project.region import find
    from regpol.reports import matrix as report
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import CategoryNotHere

    book = asking.rulebook_for(rules, tuple(regional or ()))
    choices = asking.policy_file(policy)
    queries, absent = [], []
    for category in book.leaves:
        try:
            asked, assumptions = asking.query(
                book, category=category, region=region, year=year, day=None, facts=(), policy=choices, assume=assume
            )
        except Refused as refused:
            if not all(isinstance(problem, CategoryNotHere) for problem in refused.problems):
                raise
            absent.append(book.categories[category].name)
            continue
        queries.append(asked)
    decider = Decider(book, queries[0].region)
    cells = tuple(matrix_cells(decider, tuple(queries)))
    title = f"Matriks {find(queries[0].region).name} ({queries[0].region}), tahun anggaran {year}"
    if as_json or form is Format.JSON:
        shell.show_json(report.matrix_json(book, cells, queries[0].region, year))
    elif form is Format.CSV:
        shell.show(report.matrix_csv(book, cells))
    elif form is Format.HTML:
        from regpol.reports.matrix_html import matrix_html

        shell.show(matrix_html(book, cells, title, shell.data_folder("templates")))
    else:
        shell.show(report.matrix_text(book, cells, title))
    for text in assumptions:
        shell.say(f"ASUMSI: {text}")
    if absent:
        shell.say(f"Tidak ada di wilayah ini, jadi tidak ditampilkan: {', '.join(absent)}.")
    return shell.DONE
