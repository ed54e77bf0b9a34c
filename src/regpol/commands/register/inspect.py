"""``regpol register inspect``: what has to be put right in spreadsheets of people, and who can do it."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, MAPPING
from regpol.commands.register.group import ON, PROJECT, REGION, SHEET, YEAR

if TYPE_CHECKING:
    from regpol.register.quality.report import QualityReport

FILES = typer.Argument(
    help="Berkas register (XLSX, CSV, atau Parquet); beberapa berkas dibandingkan satu sama lain.",
    metavar="REGISTER...",
)
OUTPUT = typer.Option("-o", "--output", help="Laporan untuk dikerjakan (.xlsx) atau dibaca dan dicetak (.html).")
PERSONAL = typer.Option(
    "--show-personal", help="Tampilkan nama dan NIK utuh dalam laporan; berkasnya hanya dapat dibaca pemiliknya."
)
WRITE_MAPPING = typer.Option(
    "--write-mapping", help="Tulis yang dikenali (judul kolom dan isiannya) ke berkas YAML ini, untuk dibetulkan."
)


def inspect(
    files: Annotated[list[Path], FILES],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
    write_mapping: Annotated[Path | None, WRITE_MAPPING] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Periksa mutu register: apa yang salah, apa yang harus dilakukan, dan siapa yang dapat memperbaikinya."""
    from regpol.commands.register.inspect_files import check_output, to_read, written_mapping
    from regpol.commands.register.inspect_work import inspected
    from regpol.commands.register.work import Desk
    from regpol.reports.quality.text import quality_json, quality_text

    check_output(files, output, write_mapping)
    if write_mapping:
        return written_mapping(files, write_mapping, sheet, mapping, project)
    desks = [
        Desk(file, project, region=region, year=year, on=date, sheet=name, mapping=mapping, cells=True)
        for file, name in to_read(files, sheet)
    ]
    report = inspected(desks)
    if output:
        _write(report, output, show_personal=show_personal)
    if as_json:
        shell.show_json(quality_json(report))
    else:
        shell.show(quality_text(report))
    return shell.ATTENTION if report.findings else shell.DONE


def _write(report: "QualityReport", output: Path, *, show_personal: bool) -> None:
    from regpol.reports.safe_file import replace_file

    if output.suffix.lower() == ".html":
        from regpol.reports.quality.page import quality_html

        content = quality_html(report, shell.data_folder("templates"), masked=not show_personal).encode()
    else:
        from regpol.commands.register.inspect_files import check_fits_a_sheet
        from regpol.reports.quality.workbook import quality_xlsx

        check_fits_a_sheet(report)
        content = quality_xlsx(report, masked=not show_personal)
    replace_file(output, content)
    whole, hidden = "memuat nama dan NIK lengkap, hanya terbaca pemilik berkas", "nama dan NIK disamarkan"
    shell.say(f"laporan di {output} ({whole if show_personal else hidden})")
