"""``regpol register decide``: what the law says of every row of a register, and what it costs."""

from pathlib import Path
from typing import Annotated

from regpol.commands import shell
from regpol.commands.options import MAPPING
from regpol.commands.register import FILE, ON, OUTPUT, PERSONAL, PROJECT, REGION, SHEET, YEAR


def decide(
    file: Annotated[Path, FILE],
    output: Annotated[Path, OUTPUT],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
) -> int:
    """Putuskan tiap baris: segmen, program, iuran, dana, dan alasannya; baris yang ditolak tetap ikut."""
    from regpol.commands.register_work import Desk, Work
    from regpol.reports.decided.build import Builder
    from regpol.reports.decided.write import write_decided, write_rejects

    _check_output(file, output)
    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet, mapping=mapping)
    with Work(desk) as work:
        report = Builder(desk.book, desk.register, work.decided).build(
            work.connection,
            title=f"Keputusan register {desk.region.name} tahun anggaran {desk.year}",
            region=f"{desk.region.name} ({desk.region.code})",
            units=desk.units.names,
            assumptions=work.assumptions,
        )
    write_decided(report, output, show_personal=show_personal)
    beside = write_rejects(report, output)
    counts = desk.register.counts
    shell.say(
        f"{counts.read} baris dibaca = {counts.clean} diputus + {counts.rejected} ditolak; "
        f"{len(report.situations)} situasi; hasil di {output}{f', yang ditolak di {beside}' if beside else ''}"
    )
    return shell.ATTENTION if counts.rejected or any(line.attention for line in report.situations) else shell.DONE


def _check_output(file: Path, output: Path) -> None:
    """A form that can be written, and not over the register itself."""
    from regpol.reports.decided.write import ENDINGS
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption, UnknownChoice

    if output.suffix.lower() not in ENDINGS:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=output.suffix, known=ENDINGS))
    if output.resolve() == file.resolve():
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble=f"-o {output} akan menimpa register itu sendiri",
                meaning="berkas hasil yang lain dari berkas register",
                example=f"-o {output.with_stem(f'{output.stem}-keputusan')}",
            )
        )
