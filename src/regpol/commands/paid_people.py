"""Whom the plan of a project pays: the rows every paper counts, so that none says another number than the budget."""

from datetime import date

from regpol.budget.allocation.for_plan import allot
from regpol.budget.contribution import Terms
from regpol.budget.months import Year
from regpol.budget.planning.making import Deciding, prepare_plan
from regpol.budget.planning.paid_rows import PEOPLE, pay_rows
from regpol.budget.planning.tables import plan_lines
from regpol.budget.row_amounts import together
from regpol.commands.register.work import Desk, Work
from regpol.documents.brief.tallies import Tally, same
from regpol.project.project import Project


def pay(desk: Desk, work: Work, project: Project) -> None:
    """Creates the relations of `pay_rows` in the database of a register that was decided."""
    year = Year(desk.year, desk.on, project.budget)
    terms = Terms(date(desk.year, 1, 1), desk.year, desk.region.code, desk.policy, desk.ahead)
    prepare_plan(work.connection, Deciding(desk.book, work.decided, work.spans, terms, year))
    allot(work.connection, desk.book, work.decided, project.budget.allocation, desk.policy.rounding)
    plan_lines(work.connection, desk.region.code, desk.policy.rounding)
    pay_rows(work.connection, desk.policy.rounding)


def paid_tallies(work: Work) -> tuple[Tally, ...]:
    """People and cost by category and kecamatan; None where one amount is not known. Needs `pay`."""
    categories = {one.combination.number: one.combination.category for one in work.decided}
    found: dict[tuple[str, str], list[Tally]] = {}
    for number, district, people, monthly, yearly, each in work.connection.execute(
        f"SELECT number, coalesce(kecamatan, ''), count(*), {_whole('sebulan')}, {_whole('setahun')}, "  # noqa: S608
        f"CASE WHEN count(sebulan) = count(*) AND min(sebulan) = max(sebulan) THEN min(sebulan) END FROM {PEOPLE} "
        "GROUP BY ALL ORDER BY ALL"
    ).fetchall():
        one = Tally(categories[number], district, people, monthly, yearly, each)
        found.setdefault((one.category, district), []).append(one)
    return tuple(
        Tally(
            category,
            district,
            sum(one.people for one in held),
            together([one.monthly for one in held]),
            together([one.yearly for one in held]),
            same(one.each for one in held),
        )
        for (category, district), held in sorted(found.items())
    )


def _whole(column: str) -> str:
    """SQL of a column's sum, null as soon as one of its amounts is not known."""
    return f"CASE WHEN count({column}) = count(*) THEN sum({column})::BIGINT END"
