"""``regpol register``: what is in a spreadsheet of people, and what the law says of every row."""

from pathlib import Path
from typing import Annotated, Any

import typer

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.reconcile import reconcile
from regpol.commands.returns import return_app
from regpol.commands.usage import Verb, Verbs

register_app = typer.Typer(
    help="Daftar pekerja: periksa, cocokkan dengan SK, dan putuskan.",
    cls=Verbs,
    rich_markup_mode=None,
    no_args_is_help=True,
)

FILE = typer.Argument(help="Berkas register (XLSX atau CSV).", metavar="REGISTER")
PROJECT = typer.Option("--project", help="Folder proyek; memberi wilayah, tahun, dan kebijakan.")
REGION = typer.Option("--region", help="Kode wilayah, bila tanpa proyek.")
YEAR = typer.Option("--year", help="Tahun anggaran, bila tanpa proyek.")
ON = typer.Option("--date", help="Usia dan masa SK dihitung pada hari ini; bila kosong 1 Januari tahun anggaran.")
SHEET = typer.Option("--sheet", help="Nama lembar; bila kosong dicari sendiri.")
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.xlsx atau .csv).")
PERSONAL = typer.Option("--show-personal", help="Tampilkan NIK utuh; hasilnya hanya dapat dibaca pemilik berkas.")


@register_app.callback()
def register() -> None:
    """Daftar pekerja: periksa, cocokkan dengan SK, dan putuskan."""


register_app.command("reconcile", cls=Verb)(reconcile)
register_app.add_typer(return_app, name="return")


@register_app.command("inspect", cls=Verb)
def inspect(
    file: Annotated[Path, FILE],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Baca register dan sebutkan apa yang ditemukan, dianggap, dan perlu diperbaiki."""
    from regpol.commands.register_work import Desk

    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet)
    found = desk.register
    problems = [problem for rejected in found.rejected for problem in rejected.problems] + list(found.warnings)
    counts = {"read": found.counts.read, "decidable": found.counts.clean, "rejected": found.counts.rejected}
    if as_json:
        document: dict[str, Any] = {"counts": counts, "assumptions": list(found.assumptions)}
        shell.show_json(document | {"problems": [problem.as_dict() for problem in problems]})
    else:
        by_title: dict[str, list[int]] = {}
        for problem in problems:
            by_title.setdefault(f"{problem.code} {problem.title}", []).append(problem.place.line)
        shell.show(f"{counts['read']} baris orang; {counts['decidable']} dapat diputus, {counts['rejected']} ditolak")
        for title, lines in sorted(by_title.items()):
            some = ", ".join(map(str, lines[:8])) + (" …" if len(lines) > 8 else "")
            shell.show(f"  {len(lines):5}  {title}; baris {some}")
        for text in found.assumptions:
            shell.show(f"  dianggap: {text}")
    return shell.ATTENTION if problems else shell.DONE


@register_app.command("decide", cls=Verb)
def decide(
    file: Annotated[Path, FILE],
    output: Annotated[Path, OUTPUT],
    project: Annotated[Path | None, PROJECT] = None,
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    sheet: Annotated[str | None, SHEET] = None,
    show_personal: Annotated[bool, PERSONAL] = False,
) -> int:
    """Putuskan tiap baris: segmen, program, iuran, dana, dan alasannya; baris yang ditolak tetap ikut."""
    from regpol.commands.register_work import Desk, Work
    from regpol.reports.decided.build import Builder
    from regpol.reports.decided.write import write_decided, write_rejects

    _check_output(file, output)
    desk = Desk(file, project, region=region, year=year, on=date, sheet=sheet)
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
