"""Cells of one fact: one value and a column fall into the same cell, and a cell answers every test alike."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regpol.law.model import Among, Between, Fact, FactKind, Origin, Test
from regpol.situations.axis import MISSING, Axis, FactValue, axis_for, holds
from regpol.terms.dates import as_number

Execute = Callable[..., Any]
CODES = ("a", "b", "c", "d", "e", "it's")
NUMBER = Fact("x", "x", FactKind.NUMBER, "tahun", (), (), Origin.PERSON, None, "?", "?")
CODE = Fact("x", "x", FactKind.CODE, "", CODES, CODES, Origin.PERSON, None, "?", "?")

DAYS = st.dates(date(1999, 12, 25), date(2028, 3, 5)) | st.sampled_from([date(2024, 2, 29), date(2023, 3, 1)])
NUMBERS = st.integers(-5, 120) | DAYS.map(as_number) | st.sampled_from([0, 10**12, 2**62])


@st.composite
def number_tests(draw: st.DrawFn) -> list[Test]:
    bounds = draw(st.lists(st.tuples(st.none() | NUMBERS, st.none() | NUMBERS).filter(any), min_size=1, max_size=5))
    return [Between("x", low, high) for low, high in bounds if (low, high) != (None, None)]


code_tests = st.lists(st.frozensets(st.sampled_from(CODES)).map(lambda codes: Among("x", codes)), max_size=5)


@pytest.fixture(scope="module")
def database() -> Iterator[Execute]:
    with duckdb.connect() as connection:
        yield connection.execute


def column(database: Execute, axis: Axis, kind: str, values: list[FactValue | None]) -> list[int]:
    """The cells the generated SQL assigns, in order."""
    asked = f"SELECT {axis.sql('v')} FROM (SELECT unnest($1::{kind}[]) AS v)"
    return [cell for (cell,) in database(asked, [values]).fetchall()]


@given(number_tests(), st.lists(st.none() | NUMBERS, max_size=8))
def test_a_number_and_a_column_of_numbers_fall_into_the_same_cells(
    database: Execute, tests: list[Test], drawn: list[int | None]
) -> None:
    axis = axis_for(NUMBER, tests)
    edges = {edge + step for test in tests for edge in (test.low, test.high) if edge is not None for step in (-1, 0, 1)}
    values = [*drawn, *sorted(edges)]
    assert column(database, axis, "BIGINT", values) == [
        MISSING if value is None else axis.cell_of(value) for value in values
    ]


@given(code_tests)
def test_a_code_and_a_column_of_codes_fall_into_the_same_cells(database: Execute, tests: list[Test]) -> None:
    axis = axis_for(CODE, tests)
    assert column(database, axis, "VARCHAR", list(CODES)) == [axis.cell_of(code) for code in CODES]
    assert column(database, axis, "VARCHAR", [None, "A", "unheard of", ""]) == [MISSING] * 4


@given(number_tests(), NUMBERS)
def test_everyone_in_a_cell_of_numbers_passes_the_same_tests(tests: list[Test], value: int) -> None:
    axis = axis_for(NUMBER, tests)
    stands_for_it = axis.representative(axis.cell_of(value))
    assert axis.cell_of(stands_for_it) == axis.cell_of(value)
    assert [holds(test, value) for test in tests] == [holds(test, stands_for_it) for test in tests]


@given(code_tests)
def test_everyone_in_a_cell_of_codes_passes_the_same_tests_and_no_two_cells_do(tests: list[Test]) -> None:
    axis = axis_for(CODE, tests)
    passed = {code: tuple(holds(test, code) for test in tests) for code in CODES}
    assert all(passed[code] == passed[axis.representative(axis.cell_of(code))] for code in CODES)
    assert axis.size == len(set(passed.values()))


@given(number_tests())
def test_cells_of_numbers_are_numbered_from_zero_in_order(tests: list[Test]) -> None:
    axis = axis_for(NUMBER, tests)
    stand_ins = [axis.representative(cell) for cell in range(axis.size)]
    assert stand_ins == sorted(stand_ins)
    assert [axis.cell_of(value) for value in stand_ins] == list(range(axis.size))


def test_an_unknown_code_is_no_cell() -> None:
    with pytest.raises(KeyError):
        axis_for(CODE, []).cell_of("unheard of")


def test_a_test_of_a_fact_that_is_not_known_does_not_hold() -> None:
    assert not holds(Among("x", frozenset(CODES)), None)
    assert not holds(Between("x", None, 5), None)


def test_labels_say_the_edges_in_words() -> None:
    axis = axis_for(NUMBER, [Between("x", 18, 64)])
    assert [axis.label(cell) for cell in range(3)] == ["kurang dari 18 tahun", "18 sampai 64 tahun", "65 tahun ke atas"]
