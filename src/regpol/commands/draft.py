"""``regpol draft``: a draft regulation or agreement of a project, to print or to edit in Word."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from regpol.commands import shell
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, BadProject, UnknownChoice

if TYPE_CHECKING:
    from regpol.documents.brief import Brief
    from regpol.documents.tree import Draft
    from regpol.project.project import District, Project

KINDS = {
    "perwali": "Peraturan Wali Kota tentang penyelenggaraan program",
    "mou": "naskah kerja sama dengan BPJS Ketenagakerjaan untuk satu kecamatan (--unit)",
}


def draft(
    kind: Annotated[str, typer.Argument(help="Jenis naskah; lihat --list.", show_default=False)] = "",
    project: Annotated[Path | None, typer.Option("--project", help="Folder proyek.")] = None,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="Berkas .pdf, .docx, .html, atau .txt.")] = None,
    unit: Annotated[str | None, typer.Option("--unit", help="Kecamatan: kode atau nama.")] = None,
    clean: Annotated[
        bool, typer.Option("--clean", help="Tanpa tanda RANCANGAN, tanda verifikasi, dan komentar.")
    ] = False,
    day: Annotated[str | None, typer.Option("--date", help="Hari keputusan; bila kosong hari ini.")] = None,
    list_kinds: Annotated[bool, typer.Option("--list", help="Daftar jenis naskah.")] = False,
) -> int:
    """Susun rancangan naskah dari keputusan dan kebijakan proyek."""
    if list_kinds:
        shell.show("\n".join(f"{name:10} {meaning}" for name, meaning in KINDS.items()))
        return shell.DONE
    if kind not in KINDS:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis naskah", given=kind, known=tuple(KINDS)))
    if project is None or output is None:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="proyek atau berkas hasil belum disebut",
                meaning="--project FOLDER dan -o BERKAS",
                example=f"regpol draft {kind} --project examples/mataram -o rancangan.pdf",
            )
        )
    writer = _writer(output)
    brief = _brief(project, kind, unit, _day(day))
    from regpol.documents import render

    made = render.draft(f"{kind}.naskah.j2", brief, shell.data_folder("templates"))
    from regpol.reports.safe_file import replace_file

    replace_file(output, writer(made, clean))
    for point in brief.open_points:
        shell.say(f"perlu diperiksa [{point.evidence}] {point.text}")
    shell.say(f"{output}: {len(brief.open_points)} dasar di bawah naskah cermin perlu diperiksa Bagian Hukum")
    return shell.ATTENTION if brief.open_points else shell.DONE


def _day(typed: str | None) -> date:
    # a draft carries the day it was decided on; only this floor may look at the clock
    return date.fromisoformat(typed) if typed else date.today()  # noqa: DTZ011 - the official's own calendar day


def _writer(output: Path) -> "Callable[[Draft, bool], bytes]":
    def pdf(made: "Draft", clean: bool) -> bytes:
        from regpol.documents import pdf as writer

        return writer.write(made, clean=clean)

    def docx(made: "Draft", clean: bool) -> bytes:
        from regpol.documents import docx as writer

        return writer.write(made, styles=shell.data_folder("templates") / "styles.docx", clean=clean)

    def html(made: "Draft", clean: bool) -> bytes:
        from regpol.documents import html as writer

        return writer.write(made, clean=clean).encode()

    def text(made: "Draft", clean: bool) -> bytes:
        from regpol.documents import outline as writer

        del clean
        return writer.write(made).encode()

    writers = {".pdf": pdf, ".docx": docx, ".html": html, ".txt": text}
    found = writers.get(output.suffix.lower())
    if found is None:
        raise Refused(UnknownChoice(place=NOWHERE, what="jenis berkas", given=output.suffix, known=tuple(writers)))
    return found


def _brief(folder: Path, kind: str, unit: str | None, on: date) -> "Brief":
    from regpol.commands.register import Desk, Work
    from regpol.documents.filling import Material, fill
    from regpol.documents.wording import read_wording
    from regpol.project.project import open_project

    opened = open_project(folder)
    if not opened.register:
        raise Refused(BadProject(place=opened.place, trouble="proyek belum menyebut register"))
    district = _district(opened, unit) if kind == "mou" else None
    desk = Desk(folder / opened.register, folder, None, None, None, None)
    with Work(desk) as work:
        material = Material(
            rulebook=desk.book,
            project=opened,
            region=desk.region,
            units=desk.units.names,
            decided=work.decided,
            tariffs=work.tariffs(desk),
            tallies=work.tallies(),
            wording=read_wording(shell.data_folder("templates")),
            decided_on=on,
        )
    return fill(material, district)


def _district(project: "Project", unit: str | None) -> "District":
    from regpol.project.region import find

    names = {district.code: find(district.code).name for district in project.districts}
    wanted = (unit or "").casefold()
    for district in project.districts:
        if wanted in {district.code, names[district.code].casefold()}:
            return district
    known = tuple(f"{name} ({code})" for code, name in names.items())
    raise Refused(
        UnknownChoice(
            place=Place(f"{project.folder.name}/project.yaml"), what="kecamatan", given=unit or "", known=known
        )
    )
