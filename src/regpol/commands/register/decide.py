"""``regpol register decide``: what the law says of every row of a register, and what it costs."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.commands.options import MAPPING
from regpol.commands.register.group import FILE, ON, OUTPUT, PERSONAL, PROJECT, REGION, SHEET, YEAR
from regpol.commands.register.spark_session import ENGINE, MASTER, REMOTE, on_spark
from regpol.commands.results import check_form, check_overwrites

if TYPE_CHECKING:
    from regpol.commands.register.work import Desk, Work
    from regpol.reports.decided.register import DecidedRegister

SITUATIONS = typer.Option(
    "--situations", help="Tabel situasi sebagai berkas tersendiri (.xlsx, .csv, .html, atau .md)."
)


def decide(
    file: Annotated[Path, FILE],
    output: Annotated[Path, OUTPUT],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
    situations: Annotated[Path | None, SITUATIONS] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
    engine: Annotated[str | None, ENGINE] = None,
    master: Annotated[str | None, MASTER] = None,
    remote: Annotated[str | None, REMOTE] = None,
) -> int:
    """Putuskan tiap baris: segmen, program, iuran, dana, dan alasannya; baris yang ditolak tetap ikut."""
    if on_spark(engine, master, remote):
        from regpol.commands.register.decide_spark import Request, decide_on_spark

        return decide_on_spark(Request(file, output, project, region, year, master, remote))
    from regpol.commands.register.work import Desk, Work
    from regpol.reports.decided.write import (
        ENDINGS,
        SITUATION_ENDINGS,
        refuse_what_no_sheet_holds,
        write_decided,
        write_situations,
    )

    _check(output, file, "-o", ENDINGS)
    if situations:
        _check(situations, file, "--situations", SITUATION_ENDINGS, output)
    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet, mapping=mapping, digested=True)
    counts = desk.register.counts
    refuse_what_no_sheet_holds(output, counts.read)
    with Work(desk) as work:
        report = _report(desk, work)
        told = shell.progress_bar("menulis hasil")
        if output.suffix.lower() == ".parquet":
            with shell.watched(work.connection, "menulis hasil"):
                beside = write_decided(report, work.answered, output, show_personal=show_personal)
        else:
            beside = write_decided(
                report,
                work.answered,
                output,
                show_personal=show_personal,
                progress=lambda done: told(done, counts.clean),
            )
        if situations:
            write_situations(report, situations, shell.data_folder("templates"))
    _say(report, output, beside, situations)
    return shell.ATTENTION if report.rejected or report.common or report.to_look_at else shell.DONE


def _report(desk: "Desk", work: "Work") -> "DecidedRegister":
    from regpol.register.faults import problems
    from regpol.reports.decided.build import About, build

    register, counts = desk.register, desk.register.counts
    about = About(
        title=f"Keputusan register {desk.region.name} tahun anggaran {desk.year}",
        region=f"{desk.region.name} ({desk.region.code})",
        on_date=register.on_date,
        source=register.file,
        read=counts.read,
        decided=counts.clean,
        rejected=counts.rejected,
        assumptions=(*register.assumptions, *work.assumptions),
    )
    rejects = partial(problems, register.connection, register.wording, rejected=True)
    warnings = partial(problems, register.connection, register.wording, rejected=False)
    return build(about, work.answered, work.situations, rejects, warnings)


def _say(report: "DecidedRegister", output: Path, beside: Path | None, situations: Path | None) -> None:
    from regpol.reports.decided.situations_page import counted
    from regpol.terms.language import thousands

    shell.say(
        f"{thousands(report.read)} baris dibaca = {thousands(report.decided)} diputus + "
        f"{thousands(report.rejected)} ditolak (dihitung ulang dari hasil)"
    )
    shell.say(counted(report))
    if report.common:
        shell.say(f"terbuka bagi semua situasi: {'; '.join(report.common)}")
    others = [f"yang ditolak di {beside}"] if beside else []
    others += [f"situasi di {situations}"] if situations else []
    shell.say(f"hasil di {output}{''.join(f', {other}' for other in others)}")


def _check(path: Path, file: Path, option: str, endings: tuple[str, ...], other: Path | None = None) -> None:
    """A form that can be written, and not over the register itself or another result."""
    check_form(path, endings)
    taken = {file: "register itu sendiri"} | ({other: "hasil yang lain"} if other else {})
    check_overwrites(path, taken, suggested="keputusan", option=option)
