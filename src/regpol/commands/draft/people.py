"""The recipients a decree lists: whom the plan pays, by name only where names were asked for.

Whom the plan pays is worked out without names; names meet the rows here, at the top floor, and are masked
on the way unless the caller says otherwise.
"""

from collections.abc import Iterator, Mapping

from regpol.budget.planning.paid_rows import paid_rows
from regpol.commands.register.work import Desk, Work
from regpol.documents.brief.recipients import Recipient, RecipientList, recipient_list
from regpol.law.model.regions import Thing
from regpol.project.project import Project
from regpol.project.region import Region
from regpol.reports.decided.columns import RowColumn
from regpol.reports.decided.streamed import stream
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.papers import TooManyToList

MOST = 20_000
"""People one paper can list; more do not come out of a printer, and a unit's own list is what is worked with."""

_WHO = (
    RowColumn("baris", "", 0, "number", "k.row"),
    RowColumn("nik", "", 0, "nik", "r.nik"),
    RowColumn("nama", "", 0, "name", "r.nama"),
)


def listed_recipients(
    desk: Desk, work: Work, project: Project, part: Region | None, *, show_personal: bool
) -> RecipientList:
    """Everybody the plan of a project pays for, those of ``part`` by row and name; needs `paid_people.pay`.

    Raises:
        Refused: if there are more to list than a paper can hold.
    """
    made = recipient_list(
        _people(desk, work, show_personal=show_personal),
        unit_headings(desk),
        desk.book.leaves,
        masked=not show_personal,
        read=desk.register.counts.read,
        part=(part.code, f"{part.word} {part.name}") if part else ("", ""),
    )
    if made.listed > MOST:
        place = Place(f"{project.folder.name}/project.yaml")
        raise Refused(TooManyToList(place=place, people=made.listed, most=MOST))
    return made


def _people(desk: Desk, work: Work, *, show_personal: bool) -> Iterator[Recipient]:
    paid = {one.row: one for one in paid_rows(work.connection)}
    categories = {one.combination.number: one.combination.category for one in work.decided}
    shorts = {code: desk.book.term("program", code).short for code in desk.book.vocabulary["program"]}
    for row, nik, name in stream(work.answered, _WHO, show_personal=show_personal):
        one = paid.get(int(row or 0))
        if one:
            yield Recipient(
                row=one.row,
                name=str(name),
                nik=str(nik),
                category=categories[one.number],
                called=desk.book.categories[categories[one.number]].name,
                programmes=", ".join(short for code, short in shorts.items() if code in one.programmes),
                unit=one.unit,
                monthly=one.monthly,
                yearly=one.yearly,
            )


def unit_headings(desk: Desk) -> Mapping[str, str]:
    """Every unit by code as its heading writes it, nearest first: 'Kampung Wasur, Distrik Merauke'."""
    district = desk.region.called(Thing.DISTRICT).name
    said = {unit.code: f"{district} {unit.name}" for unit in desk.units.districts}
    for unit in desk.units.villages:
        above = said.get(unit.code.rpartition(".")[0], "")
        said[unit.code] = ", ".join(part for part in (f"{_word(desk, unit.code)} {unit.name}", above) if part)
    return {**said, desk.region.code: f"{desk.region.word} {desk.region.short_name}, unit belum disebut"}


def _word(desk: Desk, code: str) -> str:
    ward = code.rpartition(".")[2].startswith("1")
    return desk.region.called(Thing.WARD if ward else Thing.VILLAGE).name
