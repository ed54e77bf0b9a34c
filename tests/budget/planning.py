"""Plans of a few people, made as the command makes them but without a file of people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

import duckdb

from legal_cases import rulebook
from regpol.budget.allocation.for_plan import allot
from regpol.budget.contribution import Terms
from regpol.budget.months import Year
from regpol.budget.planning.making import Deciding, make_plan, prepare_plan
from regpol.budget.planning.plan import Plan, PlanHead
from regpol.budget.spans import spans
from regpol.decision.batch import decide_all
from regpol.decision.case import Query
from regpol.decision.findings import Decider
from regpol.project.budget_format import BudgetPolicy
from regpol.project.policy import Policy
from regpol.project.region import attributes, units
from regpol.situations.columns import Combination, assign, layout, row_axes

PEOPLE = (
    "row BIGINT, orang BIGINT, kategori VARCHAR, kecamatan VARCHAR, kelurahan VARCHAR, sk_sejak DATE, sk_sampai DATE, "
    "sk_berlaku BOOLEAN, usia BIGINT, penghasilan BIGINT"
)


@dataclass(frozen=True)
class Person:
    """A row of a register."""

    kategori: str
    sk_sejak: date | None = None
    sk_sampai: date | None = None
    sk_berlaku: bool | None = None
    usia: int | None = 40
    penghasilan: int | None = None
    kelurahan: str | None = "52.71.01.1001"


@dataclass(frozen=True)
class Planned:
    """A plan, and the database with the tables it was made from."""

    plan: Plan
    connection: duckdb.DuckDBPyConnection
    deciding: Deciding


@cache
def decider(region: str) -> Decider:
    return Decider(rulebook(), region)


def planned(
    people: Sequence[Person],
    policy: Policy,
    budget: BudgetPolicy | None = None,
    *,
    region: str = "52.71",
    year: int = 2025,
    rejected: int = 0,
) -> Planned:
    """The plan of some people; the register was read on the first day of the year."""
    book, connection = rulebook(), duckdb.connect(config={"threads": 1})
    connection.execute(f"CREATE TABLE people ({PEOPLE})")
    rows = [
        (
            *(at, at, one.kategori, one.kelurahan and one.kelurahan[:8], one.kelurahan, one.sk_sejak, one.sk_sampai),
            *(one.sk_berlaku, one.usia, one.penghasilan),
        )
        for at, one in enumerate(people, 2)
    ]
    if rows:
        connection.executemany("INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    axes = row_axes(book, decider(region).targets.values())
    columns = [name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()]
    found = assign(connection, layout(book, axes, columns, attributes(book.regions, region)))

    def ask(one: Combination) -> Query:
        facts = {**one.facts, **dict(book.categories[one.category].implies)}
        return Query(one.category, region, year, None, facts, policy)

    decided = decide_all(decider(region), found, ask)
    choices = budget or BudgetPolicy()
    first = date(year, 1, 1)
    made = spans(book, decided, region, year)
    deciding = Deciding(book, decided, made, Terms(first, year, region, policy), Year(year, first, choices))
    grounds = prepare_plan(connection, deciding)
    allot(connection, book, decided, choices.allocation, policy.rounding)
    head = PlanHead(region, "wilayah", year, first.isoformat(), "Rencana", "register.xlsx", book.hash)
    counts = (len(rows) + rejected, rejected)
    plan = make_plan(connection, deciding, grounds, head, counts, dict(units(region).names))
    return Planned(plan, connection, deciding)
