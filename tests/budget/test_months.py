"""Months of cover and of cash: one definition for a person and for columns, at month ends and leap days."""

from collections.abc import Iterator
from datetime import date, timedelta

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.budget.months import Dates, Year, cover, cover_sql, due_after
from regpol.project.budget_format import BudgetPolicy, December, Decree

COLUMNS = ("sk_sejak", "sk_sampai", "sk_berlaku")
EDGES = [
    date(year, month, 1) + timedelta(days=shift)
    for year in (2023, 2024, 2025)
    for month in (1, 2, 3, 7, 12)
    for shift in (-1, 0, 1)
] + [date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1)]
days = st.none() | st.sampled_from(EDGES) | st.dates(date(2022, 1, 1), date(2027, 12, 31))
policies = st.builds(
    BudgetPolicy,
    first_month=st.integers(1, 12),
    arrears=st.booleans(),
    decree=st.sampled_from(Decree),
)
years = st.builds(
    lambda year, month, policy: Year(year, date(year, month, 1), policy),
    st.sampled_from([2023, 2024, 2025]),
    st.integers(1, 12),
    policies,
)


@pytest.fixture(scope="module")
def database() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("CREATE TABLE p (sk_sejak DATE, sk_sampai DATE, sk_berlaku BOOLEAN)")
        yield connection


@given(st.lists(st.tuples(days, days, st.none() | st.booleans()), min_size=1, max_size=40), years)
@example([(date(2024, 2, 29), date(2024, 2, 29), None)], Year(2024, date(2024, 1, 1), BudgetPolicy()))
@example([(date(2025, 1, 31), date(2025, 1, 31), False)], Year(2025, date(2025, 1, 1), BudgetPolicy()))
def test_columns_and_one_person_are_covered_alike(
    database: duckdb.DuckDBPyConnection, rows: list[tuple[date | None, date | None, bool | None]], year: Year
) -> None:
    database.execute("DELETE FROM p")
    database.executemany("INSERT INTO p VALUES (?, ?, ?)", rows)
    first, last = cover_sql(year, COLUMNS)
    found = database.execute(f"SELECT {first}, {last} FROM p ORDER BY rowid").fetchall()
    assert found == [cover(year, Dates((since,), (until,), said)) for since, until, said in rows]


@given(days, days, st.none() | st.booleans(), years)
def test_cover_lies_in_the_year_or_is_none(
    since: date | None, until: date | None, said: bool | None, year: Year
) -> None:
    first, last = cover(year, Dates((since,), (until,), said))
    assert (first, last) == (13, 0) or 1 <= year.first <= first <= last <= 12


@given(st.integers(1, 12), st.integers(0, 2), years, st.sampled_from(December))
def test_nothing_is_paid_before_its_month_or_before_the_first_payment(
    month: int, after: int, year: Year, december: December
) -> None:
    chosen = Year(year.year, year.on_date, BudgetPolicy(first_month=year.policy.first_month, december=december))
    paid = chosen.cash(month, after)
    assert paid >= min(month, 12)
    assert paid >= chosen.policy.first_month
    assert paid <= (12 if december is December.SAME_YEAR else 14)


@pytest.mark.parametrize(
    ("programme", "segment", "after"),
    [
        *((programme, "pu", 1) for programme in ("jkk", "jkm", "jht", "jp")),
        ("jkk", "bpu", 0),
        ("jkm", "bpu", 0),
        ("jht", "bpu", 1),
    ],
)
def test_when_contributions_fall_due_by_the_shipped_rules(programme: str, segment: str, after: int) -> None:
    """PP 44/2015 Pasal 21 and Pasal 24, PP 46/2015 Pasal 21 ayat (3): JHT of those without wages differs."""
    book = rulebook()
    made = [it for it in book.contributions if (it.programme, it.segment) == (programme, segment) and it.monthly]
    assert {due_after(book, it, date(2025, 6, 30), 2025) for it in made} == {after}


def test_a_text_that_does_not_tell_gives_no_month() -> None:
    book = rulebook()
    unread = next(it for it in book.contributions if it.segment == "jakon")
    assert due_after(book, unread, date(2025, 6, 30), 2025) is None
