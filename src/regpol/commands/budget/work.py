"""The work behind ``regpol budget``: a register decided, covered, allotted and made a plan."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from regpol.budget.allocation.for_plan import allot, choices_in_words, fund_names, what_ceilings_buy
from regpol.budget.allocation.outcome import Allocation
from regpol.budget.allocation.recipients import Recipient, recipients
from regpol.budget.contribution import Terms, minimum_wage
from regpol.budget.months import Year, month_name
from regpol.budget.planning.making import Deciding, make_plan, prepare_plan
from regpol.budget.planning.plan import Plan, PlanHead
from regpol.commands.register.work import Desk, Work
from regpol.decision.policy_room import ROOM_NOT_SHOWN, policy_choices
from regpol.law.model import Rulebook
from regpol.law.model.regions import Thing
from regpol.project.budget_format import BudgetPolicy, December, Decree, WorkerPart
from regpol.project.policy import Ahead
from regpol.project.project import Project, open_project
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import UnknownChoice


def plan_of(
    file: Path, folder: Path | Project, *, on: str | None = None, sheet: str | None = None, ahead: Ahead | None = None
) -> Plan:
    """The plan of a register under a project; ``ahead`` where its year is only planned.

    Raises:
        Refused: with everything wrong in the project, its choices or the register.
    """
    return plan_with_people(file, folder, on=on, sheet=sheet, ahead=ahead, people=False)[0]


def plan_with_people(
    file: Path,
    folder: Path | Project,
    *,
    on: str | None = None,
    sheet: str | None = None,
    ahead: Ahead | None = None,
    people: bool = True,
) -> tuple[Plan, tuple[Recipient, ...]]:
    """The plan and, where money has ceilings, each person's standing; rows only, neither names nor NIK.

    Raises:
        Refused: with everything wrong in the project, its choices or the register.
    """
    project = open_project(folder) if isinstance(folder, Path) else folder
    desk = Desk(file, project, on=on, sheet=sheet, ahead=ahead)
    check_shapes(desk.book, project.budget)
    with Work(desk) as work:
        year = Year(desk.year, desk.on, project.budget)
        terms = Terms(date(desk.year, 1, 1), desk.year, desk.region.code, desk.policy, ahead)
        deciding = Deciding(desk.book, work.decided, work.spans, terms, year)
        grounds = prepare_plan(work.connection, deciding)
        shared = allot(work.connection, desk.book, work.decided, project.budget.allocation, desk.policy.rounding)
        counts = desk.register.counts
        head = _head(project, desk, work, shared)
        made = make_plan(
            work.connection, deciding, grounds, head, (counts.read, counts.rejected), dict(desk.units.names)
        )
        made = replace(made, names={**made.names, **_local_words(desk)})
        shown = people and bool(project.budget.allocation.ceilings)
        return made, recipients(work.connection, desk.region.code) if shown else ()


def _local_words(desk: Desk) -> dict[str, str]:
    """What units are called there: distrik and kampung in Papua."""
    things = {"kecamatan": Thing.DISTRICT, "kelurahan": Thing.WARD, "desa": Thing.VILLAGE}
    return {f"sebutan:{unit}": desk.region.called(thing).name for unit, thing in things.items()}


def check_shapes(book: Rulebook, budget: BudgetPolicy) -> None:
    """Refuses categories and programmes of the forms, and funds, that the rulebook does not know.

    Raises:
        Refused: with each of them; misspelt, its codes would silently stand nowhere.
    """
    problems: list[Problem] = []
    for shape in (budget.rka, budget.village):
        for category, place in shape.places.items():
            if category not in book.leaves:
                problems.append(
                    UnknownChoice(place=place, what="anggaran: kategori", given=category, known=book.leaves)
                )
        known = tuple(book.vocabulary["program"])
        for category, programme in shape.accounts:
            if programme not in known:
                place = shape.places[category]
                problems.append(UnknownChoice(place=place, what="rekening: program", given=programme, known=known))
    funds = tuple(book.vocabulary["dana"])
    for fund in budget.december_before:
        if fund not in funds:
            problems.append(
                UnknownChoice(place=budget.places[fund], what="desember_lalu: dana", given=fund, known=funds)
            )
    if problems:
        raise Refused(*problems)


def _head(project: Project, desk: Desk, work: Work, shared: Allocation) -> PlanHead:
    names = fund_names(desk.book)
    return PlanHead(
        region=desk.region.code,
        region_name=desk.region.name,
        year=desk.year,
        on_date=desk.on.isoformat(),
        title=f"Rencana anggaran iuran jaminan sosial ketenagakerjaan {desk.region.name} tahun {desk.year}",
        source=desk.register.file,
        rulebook=desk.book.hash,
        policy=(
            *_choices(desk, work),
            *_budget_choices(project.budget, project.year),
            *choices_in_words(project.budget.allocation, shared, names),
        ),
        notes=tuple(what_ceilings_buy(shared, names)),
        carried=tuple(project.budget.december_before.items()),
        assumptions=tuple(
            dict.fromkeys((*desk.book.assumptions, *desk.register.assumptions, *work.assumptions, *_carried(desk)))
        ),
    )


def _carried(desk: Desk) -> tuple[str, ...]:
    """The minimum wage, where it was carried into the year."""
    terms = Terms(date(desk.year, 1, 1), desk.year, desk.region.code, desk.policy, desk.ahead)
    base = minimum_wage(desk.book, terms)
    return (f"ASUMSI: {base.label}",) if base.assumed else ()


def _choices(desk: Desk, work: Work) -> list[tuple[str, str]]:
    """What the region chose where the law leaves room; categories with the same choice stand together."""
    told: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for one in work.decided:
        name = desk.book.categories[one.combination.category].name
        for choice in policy_choices(desk.book, one.answer):
            rooms = told.setdefault((choice.about, choice.chosen), {}).setdefault(name if choice.room else "", {})
            rooms |= {choice.room.words: None} if choice.room else {}
        base = desk.policy.wage_bases.get(one.combination.category)
        if base:
            told.setdefault(("dasar upah", base.words), {})[name] = {}
    return [
        (f"{about} {', '.join(sorted(names))}".strip(), f"{chosen}{_rooms(rooms)}")
        for (about, chosen), found in sorted(told.items(), key=lambda it: it[0])
        for rooms, names in _alike(found).items()
    ]


def _alike(found: Mapping[str, Collection[str]]) -> dict[tuple[str, ...], list[str]]:
    """The categories that have the same rooms, together."""
    alike: dict[tuple[str, ...], list[str]] = {}
    for name, rooms in found.items():
        alike.setdefault(tuple(sorted(rooms, key=lambda it: (it == ROOM_NOT_SHOWN, it))), []).append(name)
    return alike


def _rooms(rooms: tuple[str, ...]) -> str:
    """The norms that give room; where people of one category differ, each of them."""
    return "".join(f"; {'' if at == 0 else 'bagi sebagian orang '}{room}" for at, room in enumerate(rooms))


def _budget_choices(policy: BudgetPolicy, year: int) -> tuple[tuple[str, str], ...]:
    return (
        ("bulan pertama dibayar", month_name(policy.first_month, year)),
        ("tunggakan", "dibayar" if policy.arrears else "tidak dibayar"),
        ("iuran Desember", _DECEMBER[policy.december]),
        ("bagian pekerja", _WORKER_PART[policy.worker_part]),
        ("masa SK", _DECREE[policy.decree]),
    )


_DECEMBER = {
    December.SAME_YEAR: "dibayar dalam bulan Desember",
    December.NEXT_YEAR: "dibayar dari kas tahun berikutnya, bila jatuh tempo Januari",
}
_WORKER_PART = {WorkerPart.WITHHELD: "dipotong dari upah", WorkerPart.BORNE: "ditanggung anggaran"}
_DECREE = {Decree.BOUNDS: "membatasi bulan yang dibayar", Decree.IGNORED: "tidak membatasi bulan yang dibayar"}
