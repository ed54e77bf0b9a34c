"""A register in columns falls into the same cells as its people one by one."""

from collections.abc import Iterator
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.law.model import Among, Fact, FactKind, Origin
from regpol.situations.axis import axis_for
from regpol.situations.columns import assign, combinations, row_axes
from regpol.situations.target import targets

BOOK = rulebook()
AXES = row_axes(BOOK, targets(BOOK, "93.01").values())
BY_FACT = {axis.fact.code: axis for axis in AXES}
person = st.fixed_dictionaries(
    {
        "kategori": st.sampled_from(BOOK.leaves),
        "usia": st.none() | st.integers(15, 90),
        "bentuk_unit": st.none() | st.sampled_from(["desa", "kelurahan"]),
    }
)


@pytest.fixture(scope="module")
def database() -> Iterator[Any]:
    with duckdb.connect() as connection:
        yield connection


def situated(
    database: Any, people: list[dict[str, Any]], constants: dict[str, str]
) -> list[tuple[str, dict[str, int]]]:
    """Category and known cells of each person, by way of the columns."""
    database.execute("CREATE OR REPLACE TABLE people (row BIGINT, kategori VARCHAR, usia BIGINT, bentuk_unit VARCHAR)")
    rows = [(number, it["kategori"], it["usia"], it["bentuk_unit"]) for number, it in enumerate(people)]
    database.executemany("INSERT INTO people VALUES (?, ?, ?, ?)", rows)
    assign(database, AXES, constants)
    made = {it.number: it for it in combinations(database, AXES)}
    assert sum(it.people for it in made.values()) == len(people)
    numbers = database.execute("SELECT number FROM situated ORDER BY row").fetchall()
    return [
        (made[number].category, {fact: BY_FACT[fact].cell_of(value) for fact, value in made[number].facts.items()})
        for (number,) in numbers
    ]


@settings(max_examples=40, deadline=None)
@given(people=st.lists(person, min_size=1, max_size=12), village=st.sampled_from([None, "desa", "kelurahan"]))
def test_columns_and_people_fall_into_the_same_cells(
    database: Any, people: list[dict[str, Any]], village: str | None
) -> None:
    constants = {"bentuk_unit": village} if village else {}
    expected = []
    for it in people:
        known: dict[str, Any] = {fact: value for fact, value in (it | constants).items() if value is not None}
        cells = {fact: axis.cell_of(known[fact]) for fact, axis in BY_FACT.items() if fact in known}
        expected.append((it["kategori"], cells))
    assert situated(database, people, constants) == expected


def test_the_order_of_rows_does_not_number_the_combinations(database: Any) -> None:
    people = [{"kategori": code, "usia": age, "bentuk_unit": None} for code in BOOK.leaves for age in (40, 70, None)]
    assert situated(database, people, {}) == list(reversed(situated(database, people[::-1], {})))


def test_what_the_register_does_not_tell_is_missing_not_guessed(database: Any) -> None:
    ((_, cells),) = situated(database, [{"kategori": "ketua_rt", "usia": None, "bentuk_unit": None}], {})
    assert cells == {}


def test_yes_and_no_stand_in_columns_of_truth_values(database: Any) -> None:
    valid = Fact("sk", "SK", FactKind.YES_NO, "", ("ya", "tidak"), ("ya", "tidak"), Origin.PERSON, None, "?", "?")
    axis = axis_for(valid, [Among("sk", frozenset({"ya"}))])
    rows = "(VALUES (0, 'a', true), (1, 'a', false), (2, 'a', NULL)) AS t(row, kategori, sk)"
    database.execute(f"CREATE OR REPLACE TABLE people AS SELECT * FROM {rows}")
    assign(database, (axis,), {})
    found = {it.number: it.facts for it in combinations(database, (axis,))}
    numbers = database.execute("SELECT number FROM situated ORDER BY row").fetchall()
    assert [found[number] for (number,) in numbers] == [{"sk": "ya"}, {"sk": "tidak"}, {}]
