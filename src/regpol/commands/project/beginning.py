"""The work behind ``regpol init``: what was told becomes a project, written without touching what is there."""

import os
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.commands import opening, shell
from regpol.commands.asking import request
from regpol.commands.project.choices import starts
from regpol.commands.project.told import Told, find_region, list_of, official
from regpol.decision.findings import Decider
from regpol.decision.starting_choices import CategoryStart
from regpol.law.model import Rulebook
from regpol.law.model.regions import Thing
from regpol.project.project import FILE, open_project
from regpol.project.region import Region, RegionKind, children, find
from regpol.project.starting_format import StartingChoices, read_starting_choices
from regpol.reports.layout import bullets, heading
from regpol.reports.new_project import DistrictSeat, NewProject, project_text
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, CannotWrite

_DOTS = "...................."
_MAPPING = "pemetaan.yaml"


def complete(told: Told, today: date, *, ask: bool) -> Told:
    """What was told with a region, a year and what the register holds; asked for, if somebody is there to answer.

    Raises:
        Refused: for anything told that is not known, or a register that cannot be read.
    """
    book = opening.rulebook_for(None)
    year = told.year or _planned_year(book, today)
    if ask:
        from regpol.commands.project import questions

        return questions.ask(told, book, year)
    if not told.region:
        meaning, example = "kode atau nama daerah", "regpol init proyek --region 52.71 --register daftar.xlsx"
        raise Refused(BadOption(place=NOWHERE, trouble="daerah belum disebut", meaning=meaning, example=example))
    region = find_region(told.region)
    # read in any case: a register that cannot be read is refused before a folder is made
    listed = list_of(told.register, region, year, told.mapping) if told.register else None
    categories = told.categories or (listed.categories if listed else ())
    return replace(told, region=region.code, year=year, listed=listed, categories=categories)


def new_project(told: Told) -> NewProject:
    """The project that was asked for.

    Raises:
        Refused: for a category that is not known, or a choice against the law.
    """
    region, year = find(told.region or ""), told.year or 0
    book = opening.rulebook_for(None)
    preferred = read_starting_choices(shell.data_folder("templates"))
    (head, head_status), (secretary, secretary_status) = official(told.head), official(told.secretary)
    return NewProject(
        region=region.code,
        region_path=region.path,
        year=year,
        about=told.about or preferred.about,
        # only of a city is it known that its papers are signed where its name says
        seat=region.short_name if region.kind is RegionKind.KOTA else _DOTS,
        register=f"register{told.register.suffix.lower()}" if told.register else "",
        mapping=_MAPPING if told.register and told.mapping else "",
        head=head or _DOTS,
        head_status=head_status,
        head_title=f"{region.head} {region.short_name}",
        secretary=secretary or _DOTS,
        secretary_status=secretary_status,
        secretary_title=f"Sekretaris Daerah {region.formal_name}",
        office=told.office or _DOTS,
        office_head=told.office_head or _DOTS,
        office_title=_DOTS,
        district_word=region.called(Thing.DISTRICT).name.lower(),
        districts=_districts(region),
        starts=_starts(book, region.code, year, told.categories, preferred, review=told.review),
        preferred=preferred,
    )


def _planned_year(book: Rulebook, today: date) -> int:
    """A budget is made the year before; the last year the rulebook knows if it knows no later one."""
    return min(today.year + 1, book.budget_years[-1])


def _districts(region: Region) -> tuple[DistrictSeat, ...]:
    if region.level == 1:
        return ()
    return tuple(DistrictSeat(one.code, f"{one.head} {one.name}") for one in children(region.code))


def _starts(
    book: Rulebook, region: str, year: int, categories: Sequence[str], preferred: StartingChoices, *, review: bool
) -> tuple[CategoryStart, ...]:
    queries, missing = request.queries(book, categories, region=region, year=year) if categories else ((), ())
    if missing:
        shell.say(
            f"tidak ada di daerah ini, jadi tidak dimuat: {', '.join(book.categories[it].name for it in missing)}"
        )
    return starts(Decider(book, region), queries, preferred, review=review)


def refuse_taken(folder: Path, register: Path | None, mapping: Path | None) -> None:
    """Before anything is asked or made.

    Raises:
        Refused: if there is a project already, or another list or mapping where the copy would go.
    """
    copy = _copy_of(folder, register)
    for taken in (folder / FILE, *([folder / _MAPPING] if mapping else []), *([copy] if copy else [])):
        if taken.exists():
            raise Refused(
                CannotWrite(place=Place(str(taken)), trouble="sudah ada; pilih folder lain atau hapus dahulu")
            )


def _copy_of(folder: Path, register: Path | None) -> Path | None:
    """Where the register is copied to; None if there is none or it lies there already."""
    copy = folder / f"register{register.suffix.lower()}" if register else None
    return copy if copy and register and register.resolve() != copy.resolve() else None


def write_project(folder: Path, project: NewProject, register: Path | None, mapping: Path | None = None) -> None:
    """Writes the project file, the register, readable by the owner only, and its mapping; all of it or nothing.

    Raises:
        Refused: if nothing can be written, or what was typed does not read back as a project.
    """
    from regpol.reports.safe_file import replace_file

    refuse_taken(folder, register, mapping)
    copy, target = _copy_of(folder, register), folder / FILE
    schema = os.path.relpath(shell.data_folder("rules") / "skema" / "project.json", folder)
    text = project_text(project, shell.data_folder("templates"), schema)
    new = [path for path in (folder / "out", folder) if not path.exists()]
    try:
        # the folder every guide and every proposed command writes to
        (folder / "out").mkdir(parents=True, exist_ok=True)
        if register and copy:
            replace_file(copy, register.read_bytes())
        if register and mapping:
            _copy_mapping(mapping, register, folder / _MAPPING, folder / project.register)
        replace_file(target, text.encode())
        open_project(folder)
    except BaseException as error:
        _take_back([target, *([copy] if copy else []), *([folder / _MAPPING] if project.mapping else [])], new)
        if isinstance(error, OSError):
            raise Refused(CannotWrite(place=Place(str(folder)), trouble=str(error.strerror))) from None
        raise


def _copy_mapping(mapping: Path, register: Path, target: Path, copy: Path) -> None:
    """The mapping, for the name that the register has in the project.

    Raises:
        Refused: if it is not for that file.
    """
    from regpol.project.mapping_format import read_mappings
    from regpol.reports.safe_file import replace_file

    text = mapping.read_text(encoding="utf-8")
    replace_file(target, text.replace(register.name, copy.name).encode())
    read_mappings(target).demanded(copy)


def _take_back(files: Sequence[Path], folders: Sequence[Path]) -> None:
    """Half a project is no project; what cannot be removed is left, for the error that led here says more."""
    with suppress(OSError):
        for file in files:
            file.unlink(missing_ok=True)
        for folder in folders:
            folder.rmdir()


def next_steps(folder: Path, project: NewProject) -> str:
    """What was made, and what to do next."""
    made = [f"{folder / FILE}: setiap pilihan disertai alasan dan letak normanya; bacalah sebelum memakainya"]
    steps = []
    if project.register:
        kept = folder / project.register
        made.append(f"{kept}: salinan daftar pekerja, hanya dapat dibaca oleh Anda")
        if project.mapping:
            made.append(f"{folder / project.mapping}: pemetaan kolomnya, dipakai semua perintah")
        steps = [f"regpol register inspect {kept} --project {folder} -o {folder / 'out' / 'mutu.xlsx'}"]
    else:
        steps = [f"simpan daftar pekerja sebagai {folder / 'register.xlsx'} dan sebutkan dalam {FILE}"]
    steps.append(f"regpol status --project {folder}")
    title = heading(f"Proyek {project.region_path}, tahun anggaran {project.year}")
    return "\n\n".join((title, "Dibuat\n" + bullets(made), "Langkah berikutnya\n" + bullets(steps))) + "\n"
