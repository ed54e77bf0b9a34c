"""``regpol budget calendar``: where a need can still enter a budget, on a day."""

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from regpol.commands import shell
from regpol.commands.options import JSON
from regpol.commands.results import check_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from regpol.budget.calendar import CalendarOnDay
    from regpol.law.model.calendar import Track
    from regpol.project.region import Region

_ENDINGS = (".xlsx", ".txt", ".json")
REGION = typer.Option("--region", help="Kode wilayah Kemendagri, misalnya 93.01; atau lewat --project.")
YEAR = typer.Option("--year", help="Tahun anggaran yang hendak dimasuki.")
ON = typer.Option("--date", help="Keadaan pada hari ini (2026-08-10); bila kosong hari ini.")
PROJECT = typer.Option("--project", help="Folder proyek; memberi wilayah dan tahun.")
OUTPUT = typer.Option("-o", "--output", help="Berkas hasil (.xlsx, .txt, atau .json).")
TRACK = typer.Option("--track", help="Hanya anggaran daerah (apbd) atau anggaran desa (desa); bila kosong keduanya.")


def calendar(
    region: Annotated[str | None, REGION] = None,
    year: Annotated[int | None, YEAR] = None,
    date: Annotated[str | None, ON] = None,
    project: Annotated[Path | None, PROJECT] = None,
    track: Annotated[str | None, TRACK] = None,
    output: Annotated[Path | None, OUTPUT] = None,
    as_json: Annotated[bool, JSON] = False,
) -> int:
    """Tampilkan di mana kebutuhan masih dapat masuk ke anggaran, sampai kapan, dan atas dasar apa."""
    from regpol.budget.calendar import calendar_on
    from regpol.commands.opening import chosen_day, rulebook_for
    from regpol.project.project import open_project
    from regpol.project.region import find
    from regpol.reports.budget_calendar.document import calendar_json
    from regpol.reports.budget_calendar.text import calendar_text
    from regpol.reports.safe_file import replace_file

    if output:
        check_form(output, _ENDINGS)
    opened = open_project(project) if project else None
    place, budget_year = _chosen(region or (opened.region if opened else None), year or (opened.year if opened else 0))
    found = find(place)
    book = rulebook_for(None)
    view = calendar_on(book.calendar, budget_year, chosen_day(date, shell.today()), _tracks(track, found))
    notes = _notes(found)
    document = partial(calendar_json, view, found, notes, book.hash)
    if output:
        replace_file(output, _content(output, view, found, notes, document))
        shell.say(f"kalender ditulis ke {output}")
    if as_json:
        shell.show_json(document())
    else:
        shell.show(calendar_text(view, found, notes))
    return shell.DONE if view.open else shell.ATTENTION


def _content(
    output: Path,
    view: "CalendarOnDay",
    region: "Region",
    notes: tuple[str, ...],
    document: "Callable[[], dict[str, Any]]",
) -> bytes:
    """The calendar in the form its file is named for."""
    ending = output.suffix.lower()
    if ending == ".json":
        return (json.dumps(document(), ensure_ascii=False, indent=2) + "\n").encode()
    if ending == ".txt":
        from regpol.reports.budget_calendar.text import calendar_text

        return calendar_text(view, region, notes).encode()
    from regpol.reports.budget_calendar.workbook import calendar_xlsx

    return calendar_xlsx(view, region, notes)


def _chosen(region: str | None, year: int) -> tuple[str, int]:
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.command import BadOption

    if region and 1945 < year < 9999:
        return region, year
    raise Refused(
        BadOption(
            place=NOWHERE,
            trouble="wilayah dan tahun anggaran belum diketahui",
            meaning="--region KODE bersama --year TAHUN, atau --project FOLDER",
            example="regpol budget calendar --region 93.01 --year 2027",
        )
    )


def _tracks(asked: str | None, region: "Region") -> "frozenset[Track]":
    """The budgets to show: a village has its own alone, a region without villages none of them."""
    from regpol.law.model.calendar import Track
    from regpol.project.region import RegionKind, counts_below
    from regpol.terms.place import NOWHERE
    from regpol.terms.problems import Refused
    from regpol.terms.problems.budget_calendar import NoVillages
    from regpol.terms.problems.command import UnknownChoice

    villages = region.kind is RegionKind.DESA or RegionKind.DESA in counts_below(region.code)
    if asked is None:
        if region.kind is RegionKind.DESA:
            return frozenset({Track.VILLAGE})
        return frozenset({Track.REGION, Track.VILLAGE} if villages else {Track.REGION})
    known = {str(it): it for it in Track}
    if asked not in known:
        raise Refused(UnknownChoice(place=NOWHERE, what="jalur anggaran", given=asked, known=tuple(known)))
    if known[asked] is Track.VILLAGE and not villages:
        raise Refused(NoVillages(place=NOWHERE, region=region.name))
    return frozenset({known[asked]})


def _notes(region: "Region") -> tuple[str, ...]:
    from regpol.law.model.regions import Thing
    from regpol.project.region import RegionKind

    said = []
    village = region.called(Thing.VILLAGE)
    if not village.national:
        said.append(f"Desa di sini disebut {village.name}; ketentuan tentang desa berlaku baginya.")
    upper = {RegionKind.PROVINSI, RegionKind.KABUPATEN, RegionKind.KOTA}
    if region.kind in upper and not region.autonomous:
        said.append(f"{region.name} tidak mempunyai APBD sendiri; anggarannya APBD provinsinya.")
    if region.kind in {RegionKind.KECAMATAN, RegionKind.KELURAHAN}:
        said.append("Kecamatan dan kelurahan dibiayai APBD kabupaten/kotanya; usulannya lewat perangkat daerahnya.")
    return tuple(said)
