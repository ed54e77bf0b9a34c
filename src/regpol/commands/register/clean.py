"""``regpol register clean``: the people of a register as a table that may leave the office, without NIK and names."""

from pathlib import Path
from typing import Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import MAPPING
from regpol.commands.register.group import FILE, ON, PROJECT, REGION, SHEET, YEAR
from regpol.commands.results import check_form, check_overwrites

OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.parquet): satu baris tiap orang yang dapat diputus.")
ENDING = ".parquet"


def clean(
    file: Annotated[Path, FILE],
    output: Annotated[Path, OUTPUT],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
) -> int:
    """Bersihkan register menjadi tabel tanpa NIK, nama, dan tanggal lahir: sekali dibersihkan, berkali-kali diputus."""
    from regpol.commands.register.work import Desk
    from regpol.register.clean_register import CleanedFrom
    from regpol.reports.clean_people import write_people
    from regpol.terms.dates import long_date
    from regpol.terms.language import thousands

    check_form(output, (ENDING,))
    check_overwrites(output, {file: "register itu sendiri"}, suggested="bersih")
    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet, mapping=mapping)
    counts = desk.register.counts
    origin = CleanedFrom(desk.region.code, desk.on.isoformat(), desk.book.hash, counts.read, counts.rejected)
    write_people(desk.register, output, origin)
    shell.say(
        f"{thousands(counts.read)} baris dibaca = {thousands(counts.clean)} ditulis + {thousands(counts.rejected)} "
        f"ditolak, dihitung pada {long_date(desk.on)}; hasil di {output}, tanpa NIK, nama, dan tanggal lahir"
    )
    if counts.rejected:
        shell.say("yang ditolak dan sebabnya: regpol register inspect")
    return shell.ATTENTION if counts.rejected else shell.DONE
