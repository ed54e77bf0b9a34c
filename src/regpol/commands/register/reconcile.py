"""``regpol register reconcile``: who in the register has a decree, and which decree has a person."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import JSON, MAPPING
from regpol.commands.results import check_form, check_overwrites

if TYPE_CHECKING:
    from datetime import date

    from regpol.register.mapping import Mappings
    from regpol.register.units import Units

FILES = typer.Argument(
    help="Berkas register (XLSX atau CSV); boleh beberapa, semua lembarnya dibaca.", metavar="REGISTER..."
)
DECREES = typer.Option("--sk", help="Berkas daftar SK pengangkatan; boleh berulang.")
PROJECT = typer.Option("--project", help="Folder proyek; memberi wilayah dan tahun.")
REGION = typer.Option("--region", help="Kode wilayah, bila tanpa proyek.")
YEAR = typer.Option("--year", help="Tahun anggaran, bila tanpa proyek.")
ON = typer.Option("--date", help="Masa SK dinilai pada hari ini; bila kosong 1 Januari tahun anggaran.")
OUTPUT = typer.Option("-o", "--output", help="Buku kerja hasil (.xlsx), hanya dapat dibaca pemilik berkas.")
MASKED = typer.Option("--masked", help="Samarkan nama dan NIK dalam buku kerja, untuk dibagikan.")


def reconcile(
    files: Annotated[list[Path], FILES],
    sk: Annotated[list[Path], DECREES],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    masked: Annotated[bool, MASKED] = False,
    mapping: Annotated[Path | None, MAPPING] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Cocokkan register dengan daftar SK pengangkatan, satu lawan satu, dengan alasan tiap baris."""
    from regpol.register.reconciliation.classes import DecreeClass, PersonClass
    from regpol.register.reconciliation.reconcile import reconcile as run
    from regpol.reports.reconciliation.text import reconciliation_json, reconciliation_text

    _check(files, sk, output)
    units, on = place_and_day(project, region, year, date)
    report = run(files, sk, units=units, on_date=on, mappings=list_mappings(mapping, project))
    if output:
        from regpol.reports.reconciliation.workbook import reconciliation_xlsx
        from regpol.reports.safe_file import replace_file

        replace_file(output, reconciliation_xlsx(report, masked=masked))
        personal = "nama dan NIK disamarkan" if masked else "memuat nama dan NIK lengkap, hanya terbaca pemilik berkas"
        shell.say(f"hasil di {output} ({personal})")
    if as_json:
        shell.show_json(reconciliation_json(report))
    else:
        shell.show(reconciliation_text(report))
    figures = report.figures()
    fine = figures.people[PersonClass.MATCHED] == figures.people_read and not figures.decrees[DecreeClass.NO_PERSON]
    return shell.DONE if fine else shell.ATTENTION


def list_mappings(named: Path | None, project: Path | None) -> "Mappings | None":
    """How the files of a list are to be read: by the mapping that was named, else by the project's."""
    from regpol.commands.register.mapping import project_mappings
    from regpol.project.mapping_format import read_mappings
    from regpol.project.project import open_project

    return read_mappings(named) if named else project_mappings(open_project(project) if project else None)


def place_and_day(project: Path | None, region: str | None, year: int | None, day: str | None) -> "tuple[Units, date]":
    """The units of the region and the day the terms are judged on.

    Raises:
        Refused: if neither a project nor options tell them.
    """
    from datetime import date

    from regpol.commands.opening import chosen_day
    from regpol.project.project import open_project
    from regpol.project.region import units
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    opened = open_project(project) if project else None
    code, budget_year = (opened.region, opened.year) if opened else (region, year)
    known_day = budget_year is not None or day is not None
    if not code or not known_day:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="wilayah dan tahun belum diketahui",
                meaning="--project FOLDER, atau --region KODE bersama --year TAHUN atau --date TANGGAL",
                example="regpol register reconcile register.xlsx --sk daftar-sk.xlsx --region 16.71 --year 2026",
            )
        )
    usual = date(budget_year, 1, 1) if budget_year and date.min.year <= budget_year <= date.max.year else date.min
    on = chosen_day(day, usual)
    if on.year < _FIRST_YEAR:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"tahun {budget_year} tidak masuk akal",
                meaning="tahun anggaran",
                example="--year 2026",
            )
        )
    return units(code), on


_FIRST_YEAR = 1945


def _check(files: list[Path], decrees: list[Path], output: Path | None) -> None:
    """Two different lists, and a result that overwrites neither."""
    from regpol.terms.place import Place
    from regpol.terms.problems import Refused
    from regpol.terms.problems.register_reconciliation import SameList

    known = {path.resolve() for path in files}
    for path in decrees:
        if path.resolve() in known:
            raise Refused(SameList(place=Place(str(path))))
    check_form(output, (".xlsx",))
    check_overwrites(output, dict.fromkeys((*files, *decrees), "daftar yang dibaca"), suggested="rekonsiliasi")
