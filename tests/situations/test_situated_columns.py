"""A register in columns falls into the same cells as its people one by one."""

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import Any

import duckdb
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.law.model import Among, Fact, FactKind, Origin
from regpol.situations.axis import NumberAxis, axis_for
from regpol.situations.columns import Layout, assign, keyed_select, layout, row_axes
from regpol.situations.target import targets
from regpol.terms.problems import Refused

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
    made = {it.number: it for it in assign(database, layout(BOOK, AXES, ("usia", "bentuk_unit"), constants))}
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
    found = {it.number: it.facts for it in assign(database, Layout(("a",), (axis,), frozenset({"sk"}), {}))}
    numbers = database.execute("SELECT number FROM situated ORDER BY row").fetchall()
    assert [found[number] for (number,) in numbers] == [{"sk": "ya"}, {"sk": "tidak"}, {}]


def test_a_person_and_a_row_have_the_same_key(database: Any) -> None:
    """The key is what joins rows to decisions; here over every column a register may have."""
    made = layout(BOOK, AXES, BY_FACT, {})
    values = [
        [None, *(axis.representative(cell) for cell in range(axis.size))]
        for axis in made.varying
        if axis.fact.kind is not FactKind.DATE
    ]
    seeded = Random(4)
    people = [(seeded.choice(BOOK.leaves), *(seeded.choice(options) for options in values)) for _ in range(400)]
    kinds = {FactKind.YES_NO: "BOOLEAN", FactKind.CODE: "VARCHAR"}
    columns = ", ".join(f'"{axis.fact.code}" {kinds.get(axis.fact.kind, "BIGINT")}' for axis in made.varying)
    database.execute(f"CREATE OR REPLACE TABLE people (row BIGINT, kategori VARCHAR, {columns})")
    truth: dict[Any, Any] = {"ya": True, "tidak": False}
    yes_no = [axis.fact.kind is FactKind.YES_NO for axis in made.varying]
    rows = [
        [number, category, *(truth.get(v, v) if flag else v for v, flag in zip(known, yes_no, strict=True))]
        for number, (category, *known) in enumerate(people)
    ]
    database.executemany(f"INSERT INTO people VALUES ({', '.join('?' * len(rows[0]))})", rows)
    found = database.execute(f"SELECT key FROM ({keyed_select(made, 'people')}) ORDER BY row").fetchall()
    facts = [
        {axis.fact.code: v for axis, v in zip(made.varying, known, strict=True) if v is not None}
        for _, *known in people
    ]
    assert [key for (key,) in found] == [
        made.key_of(category, it) for (category, *_), it in zip(people, facts, strict=True)
    ]
    for (key,), (category, *_), it in zip(found, people, facts, strict=True):
        assert made.cells_of(key) == (category, {code: BY_FACT[code].cell_of(value) for code, value in it.items()})


def test_the_views_keep_every_row_and_every_column(database: Any) -> None:
    database.execute(
        "CREATE OR REPLACE TABLE people AS SELECT range AS row, 'ketua_rt' AS kategori, range % 90 AS usia, 'x' AS own "
        "FROM range(1000)"
    )
    assign(database, layout(BOOK, AXES, ("row", "kategori", "usia", "own"), {}))
    same = "SELECT count(*), count(DISTINCT row) FROM situated JOIN situated_people USING (row, number) WHERE own = 'x'"
    assert database.execute(same).fetchall() == [(1000, 1000)]


def test_a_category_outside_the_rulebook_is_no_silent_loss(database: Any) -> None:
    database.execute("CREATE OR REPLACE TABLE people AS SELECT 1 AS row, 'tidak ada' AS kategori")
    with pytest.raises(AssertionError, match="without a category"):
        assign(database, layout(BOOK, AXES, (), {}))


def test_keys_too_large_for_an_integer_are_refused_not_wrapped() -> None:
    fact = Fact("x", "x", FactKind.NUMBER, "", (), (), Origin.PERSON, None, "?", "?")
    axes = tuple(NumberAxis(replace(fact, code=f"x{at}"), tuple(range(1, 200))) for at in range(9))
    for many, kind in ((3, "INTEGER"), (7, "BIGINT")):
        assert Layout(("a",), axes[:many], frozenset(a.fact.code for a in axes), {}).key_type == kind
    with pytest.raises(Refused, match="LAW20"):
        Layout(("a",), axes, frozenset(a.fact.code for a in axes), {}).key("p")


def test_wide_keys_keep_their_digits_in_columns(database: Any) -> None:
    fact = Fact("x", "x", FactKind.NUMBER, "", (), (), Origin.PERSON, None, "?", "?")
    axes = tuple(NumberAxis(replace(fact, code=f"x{at}"), tuple(range(1, 200))) for at in range(7))
    made = Layout(("a", "b"), axes, frozenset(a.fact.code for a in axes), {})
    values = ", ".join(f"199 - {at} AS x{at}" for at in range(7))
    one = keyed_select(made, f"(SELECT 'b' AS kategori, {values})")
    ((key,),) = database.execute(f"SELECT key FROM ({one})").fetchall()
    assert key == made.key_of("b", {f"x{at}": 199 - at for at in range(7)})
