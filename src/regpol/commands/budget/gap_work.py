"""The work behind ``regpol budget gap``: a register decided and covered, and the bill for who is not covered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.budget.allocation.for_plan import fund_names, needs_sql
from regpol.budget.allocation.gap import CurveOrder, Gap, gap
from regpol.budget.allocation.openings import openings_of
from regpol.budget.contribution import Terms
from regpol.budget.months import Year
from regpol.budget.planning.making import Deciding, prepare_plan
from regpol.commands.register.work import Desk, Work
from regpol.commands.results import check_form, check_overwrites
from regpol.project.project import open_project
from regpol.project.region import find
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.budget_allocation import NoGapUnits
from regpol.terms.problems.command import UnknownChoice

ENDINGS = (".xlsx", ".svg")
_VILLAGE = 3
"""Points in the code of a village."""


def check_words(file: Path, order: str, output: Path | None) -> CurveOrder:
    """The order named, and a form that can be written.

    Raises:
        Refused: if either is not known, or the register itself would be written over.
    """
    known = tuple(str(it) for it in CurveOrder)
    if order not in known:
        raise Refused(UnknownChoice(place=NOWHERE, what="--order", given=order, known=known))
    check_form(output, ENDINGS)
    check_overwrites(output, {file: "register itu sendiri"}, suggested="kesenjangan")
    return CurveOrder(order)


@dataclass(frozen=True)
class FoundGap:
    """A gap with what its faces show beside it: a title, the names of funds, and the day the register was read."""

    gap: Gap
    title: str
    funds: Mapping[str, str]
    kinds: Mapping[str, str]
    on: date


def gap_of(
    file: Path,
    folder: Path,
    order: CurveOrder,
    categories: tuple[str, ...],
    *,
    on: str | None = None,
    sheet: str | None = None,
) -> FoundGap:
    """The gap of a register under a project.

    Raises:
        Refused: with everything wrong in the project or the register, or if no row has a unit.
    """
    project = open_project(folder)
    desk = Desk(file, project, on=on, sheet=sheet)
    unknown = [it for it in categories if it not in desk.book.leaves]
    if unknown:
        raise Refused(UnknownChoice(place=NOWHERE, what="--category", given=unknown[0], known=desk.book.leaves))
    with Work(desk) as work:
        year = Year(desk.year, desk.on, project.budget)
        terms = Terms(date(desk.year, 1, 1), desk.year, desk.region.code, desk.policy)
        prepare_plan(work.connection, Deciding(desk.book, work.decided, work.spans, terms, year))
        openings = openings_of(desk.book, work.decided)
        names = {code: name for code, name in desk.units.names.items() if code.count(".") == _VILLAGE}
        found = gap(work.connection, openings, needs_sql(desk.policy.rounding), names, order, categories)
    if not found.units:
        raise Refused(NoGapUnits(place=Place(str(file))))
    title = f"Kesenjangan perlindungan {desk.region.name} tahun anggaran {desk.year}"
    return FoundGap(found, title, fund_names(desk.book), _kinds(found), desk.on)


def _kinds(found: Gap) -> dict[str, str]:
    """What each unit is called where it lies: kelurahan, desa, kampung."""
    return {unit.code: find(unit.code).word.lower() for unit in found.units}
