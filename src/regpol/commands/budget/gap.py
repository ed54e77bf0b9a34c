"""``regpol budget gap``: what it costs to bring in everybody who is not covered yet, unit by unit."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands.options import JSON

if TYPE_CHECKING:
    from regpol.commands.budget.gap_work import FoundGap

FILE = typer.Argument(help="Berkas register (XLSX, CSV, atau Parquet).", metavar="REGISTER")
PROJECT = typer.Option("--project", help="Folder proyek: wilayah, tahun, kebijakan, anggaran.")
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.xlsx, atau .svg: kurva biaya).")
ORDER = typer.Option("--order", help="Urutan unit pada kurva: biaya, orang, atau kode.")
CATEGORY = typer.Option("--category", help="Hanya kategori ini; boleh disebut lebih dari sekali.")


def gap(
    file: Annotated[Path, FILE],
    project: Annotated[Path, PROJECT],
    output: Annotated[Path | None, OUTPUT] = None,
    category: Annotated[list[str] | None, CATEGORY] = None,
    order: Annotated[str, ORDER] = "biaya",
    date: Annotated[str | None, typer.Option("--date", help="Usia dan masa SK dihitung pada hari ini.")] = None,
    sheet: Annotated[str | None, typer.Option("--sheet", help="Nama lembar; bila kosong dicari sendiri.")] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Hitung biaya menutup kesenjangan: tiap unit, siapa yang belum terlindungi, dan dana yang membayarnya."""
    from regpol.commands import shell
    from regpol.commands.budget.gap_work import check_words, gap_of
    from regpol.reports.gap.text import gap_json, gap_text
    from regpol.reports.gap.workbook import gap_xlsx
    from regpol.reports.safe_file import replace_file

    chosen = check_words(file, order, output)
    made = gap_of(file, project, chosen, tuple(category or ()), on=date, sheet=sheet)
    if output:
        drawn = output.suffix.lower() == ".svg"
        replace_file(output, _svg(made) if drawn else gap_xlsx(made.gap, made.title, made.funds, made.kinds, made.on))
        shell.say(f"kesenjangan ditulis ke {output}")
    if as_json:
        shell.show_json(gap_json(made.gap))
    else:
        shell.show(gap_text(made.gap, made.title, made.funds, made.kinds))
    return shell.ATTENTION if made.gap.uncovered else shell.DONE


def _svg(made: "FoundGap") -> bytes:
    """The curve of the gap as a picture."""
    from regpol.commands import shell
    from regpol.reports.budget_page.drawing import svg
    from regpol.reports.budget_page.from_allocation import gap_curve
    from regpol.terms.dates import long_date

    shell.prepare_charts()
    return svg(gap_curve(made.gap, made.title, f"Keadaan {long_date(made.on)}.")).encode("utf-8")
