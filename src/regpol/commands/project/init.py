"""``regpol init``: a new project, with every choice explained, from a region and perhaps a register."""

from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Annotated

import typer

from regpol.commands import shell

MAPPING = typer.Option(
    "--mapping", help="Pemetaan kolom daftar itu (dari register inspect --write-mapping); disalin ke proyek."
)


def init(
    folder: Annotated[Path, typer.Argument(help="Folder proyek yang akan dibuat.", metavar="FOLDER")],
    region: Annotated[str | None, typer.Option("--region", help="Kode atau nama daerah.")] = None,
    year: Annotated[int | None, typer.Option("--year", help="Tahun anggaran; bila kosong tahun depan.")] = None,
    register: Annotated[Path | None, typer.Option("--register", help="Daftar pekerja; disalin ke proyek.")] = None,
    categories: Annotated[
        list[str] | None, typer.Option("--category", help="Kategori; bila kosong diambil dari register.")
    ] = None,
    mapping: Annotated[Path | None, MAPPING] = None,
    about: Annotated[str | None, typer.Option("--about", help="Nama peraturan.")] = None,
    head: Annotated[str | None, typer.Option("--head", help="Nama kepala daerah.")] = None,
    secretary: Annotated[str | None, typer.Option("--secretary", help="Nama sekretaris daerah.")] = None,
    office: Annotated[str | None, typer.Option("--office", help="Kantor BPJS Ketenagakerjaan.")] = None,
    office_head: Annotated[str | None, typer.Option("--office-head", help="Nama kepala kantor itu.")] = None,
    no_questions: Annotated[bool, typer.Option("--yes", help="Jangan bertanya; pakai pilihan awal.")] = False,
) -> int:
    """Buat proyek baru: tanya seperlunya, isi pilihan awal, dan jelaskan dasar hukum tiap pilihan."""
    from regpol.commands.project import beginning
    from regpol.commands.project.told import Told

    beginning.refuse_taken(folder, register, mapping)
    named = tuple(categories or ())
    said = Told(region, year, register, about, head, secretary, office, office_head, named, mapping=mapping)
    with TemporaryDirectory(prefix="regpol-") as room:
        asking = not no_questions and shell.watched_by_someone()
        told = beginning.complete(replace(said, room=Path(room)), shell.today(), ask=asking)
        made = beginning.new_project(told)
        beginning.write_project(folder, made, told.register, told.mapping)
    shell.show(beginning.next_steps(folder, made))
    return shell.DONE
