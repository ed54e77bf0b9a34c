"""People and rupiah by category and kecamatan, and the tables that agreements have of them."""

from collections.abc import Iterable
from dataclasses import dataclass

from regpol.budget.row_amounts import together
from regpol.documents.brief.brief import Category, Totals, UnitRow, WorkUnit
from regpol.documents.brief.paper import Official
from regpol.law.model import Rulebook
from regpol.project.region import Region

MONTHS = 12


@dataclass(frozen=True, slots=True)
class Tally:
    """People of one category in one kecamatan, and what they cost; None where one amount is not known.

    ``each`` is what is paid for every one of them a month, None where it is not the same for all.
    """

    category: str
    district: str
    people: int
    monthly: int | None
    yearly: int | None
    each: int | None


def same(amounts: Iterable[int | None]) -> int | None:
    """The one amount that all of these are; None if they differ or one is not known."""
    found = set(amounts)
    return found.pop() if len(found) == 1 else None


def totals(tallies: Iterable[Tally]) -> Totals:
    """What these come to; a sum with an amount that is not known is not known."""
    listed = tuple(tallies)
    return Totals(
        people=sum(tally.people for tally in listed),
        monthly=together([tally.monthly for tally in listed]),
        yearly=together([tally.yearly for tally in listed]),
        months=MONTHS,
    )


def unit_row(category: Category, tally: Tally, rulebook: Rulebook) -> UnitRow:
    """One category in the table of an agreement."""
    names = [rulebook.term("program", programme.code).short for programme in category.programmes]
    return UnitRow(
        category=category.name,
        count=tally.people,
        segment=category.segment,
        programmes=" dan ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names),
        per_person=category.monthly,
        paid=tally.each or 0,
        monthly=tally.monthly,
    )


def whole_region(
    tallies: Iterable[Tally], categories: Iterable[Category], rulebook: Rulebook, region: Region
) -> WorkUnit:
    """The region as one unit: every category with all its people. Who signs for it is not known here."""
    listed, rows = tuple(tallies), []
    for category in categories:
        own = [tally for tally in listed if tally.category == category.code]
        summed = totals(own)
        each = same(tally.each for tally in own)
        every = Tally(category.code, "", summed.people, summed.monthly, summed.yearly, each)
        rows.append(unit_row(category, every, rulebook))
    summed = totals(listed)
    return WorkUnit(
        name=region.short_name,
        code=region.code,
        head=Official(name="", title=""),
        rows=tuple(rows),
        people=summed.people,
        monthly=summed.monthly,
        yearly=summed.yearly,
        months=MONTHS,
    )
