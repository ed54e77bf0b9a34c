"""The work behind ``regpol init``: what is asked, what it becomes, and writing it without touching what is there."""

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from regpol.commands import asking, shell
from regpol.decision.case import decide_case
from regpol.decision.findings import Decider
from regpol.decision.starting_choices import CategoryStart, start_category, starting_policy
from regpol.law.model import Rulebook
from regpol.law.model.regions import Thing
from regpol.project.project import FILE, open_project
from regpol.project.region import Region, RegionKind, children, find
from regpol.project.starting_format import StartingChoices, read_starting_choices
from regpol.reports.layout import bullets, heading
from regpol.reports.new_project import DistrictSeat, NewProject, project_text
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption, CannotWrite, UnknownChoice

_DOTS = "...................."


@dataclass(frozen=True, slots=True)
class Asked:
    """What was told, by option or by answer; None is what nobody told."""

    region: str | None = None
    year: int | None = None
    register: Path | None = None
    about: str | None = None
    head: str | None = None
    secretary: str | None = None
    office: str | None = None
    office_head: str | None = None


def ask(told: Asked) -> Asked:
    """What was told, with answers to what was not; an empty answer leaves the default."""
    region = told.region or shell.question("Kode atau nama daerah (misalnya 52.71 atau Kota Mataram)")
    while True:
        try:
            place = find_region(region)
            break
        except Refused as refused:
            shell.say("\n".join(map(str, refused.problems)))
            region = shell.question("Kode atau nama daerah")
    register = told.register or _path(shell.question("Berkas daftar pekerja (boleh dikosongkan)"))
    return replace(
        told,
        region=place.code,
        register=register,
        head=told.head or shell.question(f"Nama {place.head} (boleh dikosongkan)"),
        secretary=told.secretary or shell.question("Nama sekretaris daerah (boleh dikosongkan)"),
        office=told.office or shell.question("Kantor BPJS Ketenagakerjaan (boleh dikosongkan)"),
        office_head=told.office_head or shell.question("Nama kepala kantor itu (boleh dikosongkan)"),
    )


def _path(typed: str) -> Path | None:
    return Path(typed) if typed else None


def find_region(typed: str) -> Region:
    """The region of a code, or of a name that only one region bears.

    Raises:
        Refused: if there is none, or a region below a city or regency was meant.
    """
    found = _named(typed) or find(typed)
    if found.level > 2 or not found.autonomous:
        known = tuple(f"{code} {find(code).name}" for code in found.parents) or (found.name,)
        raise Refused(UnknownChoice(place=NOWHERE, what="daerah dengan anggaran sendiri", given=typed, known=known))
    return found


def _named(typed: str) -> Region | None:
    from regpol.project.region_table import upper_names

    wanted = " ".join(typed.casefold().split())
    found = [code for code, name in upper_names().items() if code.count(".") < 2 and name.casefold() == wanted]
    return find(found[0]) if len(found) == 1 else None


def new_project(told: Asked, categories: Sequence[str], today: date) -> NewProject:
    """The project that was asked for.

    Raises:
        Refused: for anything told that is not known, or a register that cannot be read.
    """
    if not told.region:
        meaning, example = "kode atau nama daerah", "regpol init proyek --region 52.71 --register daftar.xlsx"
        raise Refused(BadOption(place=NOWHERE, trouble="daerah belum disebut", meaning=meaning, example=example))
    region = find_region(told.region)
    book = asking.rulebook_for(None)
    year = told.year or _planned_year(book, today)
    preferred = read_starting_choices(shell.data_folder("templates"))
    # read in any case: a register that cannot be read is refused before a folder is made
    registered = _categories_of(told.register, region, year) if told.register else ()
    named = tuple(categories) or registered
    return NewProject(
        region=region.code,
        region_path=region.path,
        year=year,
        about=told.about or preferred.about,
        # only of a city is it known that its papers are signed where its name says
        seat=region.short_name if region.kind is RegionKind.KOTA else _DOTS,
        register=f"register{told.register.suffix.lower()}" if told.register else "",
        head=told.head or _DOTS,
        head_title=f"{region.head} {region.short_name}",
        secretary=told.secretary or _DOTS,
        secretary_title=f"Sekretaris Daerah {region.formal_name}",
        office=told.office or _DOTS,
        office_head=told.office_head or _DOTS,
        office_title=_DOTS,
        district_word=region.called(Thing.DISTRICT).name.lower(),
        districts=_districts(region),
        starts=_starts(book, region.code, year, named, preferred),
        preferred=preferred,
    )


def _planned_year(book: Rulebook, today: date) -> int:
    """A budget is made the year before; the last year the rulebook knows if it knows no later one."""
    return min(today.year + 1, book.budget_years[-1])


def _districts(region: Region) -> tuple[DistrictSeat, ...]:
    if region.level == 1:
        return ()
    return tuple(DistrictSeat(one.code, f"{one.head} {one.name}") for one in children(region.code))


def _categories_of(register: Path, region: Region, year: int) -> tuple[str, ...]:
    """The categories that a register holds, in the order of the rulebook."""
    from regpol.commands.register.work import Desk

    desk = Desk(register, region=region.code, year=year)
    found = {
        code for (code,) in desk.register.connection.execute("SELECT DISTINCT kategori FROM people").fetchall() if code
    }
    return tuple(code for code in desk.book.leaves if code in found)


def _starts(
    book: Rulebook, region: str, year: int, categories: Sequence[str], preferred: StartingChoices
) -> tuple[CategoryStart, ...]:
    decider = Decider(book, region)
    told = shell.progress("menyiapkan pilihan", len(categories))
    queries, missing = asking.queries(book, categories, region=region, year=year) if categories else ((), ())
    if missing:
        shell.say(
            f"tidak ada di daerah ini, jadi tidak dimuat: {', '.join(book.categories[it].name for it in missing)}"
        )
    starts = []
    for done, query in enumerate(queries, 1):
        starts.append(start_category(decider, query, preferred))
        told(done)
    policy = starting_policy(starts)
    for query in queries:
        # the same gate a planner's own choices pass
        decide_case(decider, replace(query, policy=policy))
    return tuple(starts)


def write_project(folder: Path, project: NewProject, register: Path | None) -> None:
    """Writes the project file and copies the register, readable by the owner only; nothing there is touched.

    Raises:
        Refused: if there is a project already, or nothing can be written.
    """
    from regpol.reports.safe_file import replace_file

    target, copy = folder / FILE, folder / project.register
    copied = register is not None and register.resolve() != copy.resolve()
    for taken in (target, *([copy] if copied else [])):
        if taken.exists():
            raise Refused(
                CannotWrite(place=Place(str(taken)), trouble="sudah ada; pilih folder lain atau hapus dahulu")
            )
    try:
        # the folder every guide and every proposed command writes to
        (folder / "out").mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(CannotWrite(place=Place(str(folder)), trouble=str(error.strerror))) from None
    schema = os.path.relpath(shell.data_folder("rules") / "skema" / "project.json", folder)
    text = project_text(project, shell.data_folder("templates"), schema)
    if register and copied:
        replace_file(copy, register.read_bytes())
    replace_file(target, text.encode())
    open_project(folder)  # what was typed must read back as a project


def next_steps(folder: Path, project: NewProject) -> str:
    """What was made, and what to do next."""
    made = [f"{folder / FILE}: setiap pilihan disertai alasan dan letak normanya; bacalah sebelum memakainya"]
    steps = []
    if project.register:
        kept = folder / project.register
        made.append(f"{kept}: salinan daftar pekerja, hanya dapat dibaca oleh Anda")
        steps = [
            f"regpol register inspect {kept} --project {folder}",
            f"regpol budget {kept} --project {folder}",
        ]
    else:
        steps = [f"simpan daftar pekerja sebagai {folder / 'register.xlsx'} dan sebutkan dalam {FILE}"]
    steps.append(f"regpol status --project {folder}")
    title = heading(f"Proyek {project.region_path}, tahun anggaran {project.year}")
    return "\n\n".join((title, "Dibuat\n" + bullets(made), "Langkah berikutnya\n" + bullets(steps))) + "\n"
