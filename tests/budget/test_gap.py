"""The bill for who is not covered yet: unit by unit, by fund, along a curve."""

import duckdb
from allocating import PEOPLE, made_table

from regpol.budget.allocation.gap import CurveOrder, Gap, gap
from regpol.budget.allocation.openings import FundShare, Opening

NAMES = {"u1": "Satu", "u2": "Dua", "u3": "Tiga", "u4": "Empat"}
SHARED = ((FundShare("a", 600_000, 0), FundShare("b", 400_000, 600_000)),)


def found(
    rows: list[tuple[int, int, str | None, bool | None, int | None]],
    order: CurveOrder = CurveOrder.COST,
    member: str | None = None,
) -> Gap:
    """The gap of people (row, person, unit, covered, monthly)."""
    connection = duckdb.connect(config={"threads": 1})
    people = [
        (row, orang, "k", "d", unit, *[None] * 4, member, None, None, covered) for row, orang, unit, covered, _ in rows
    ]
    made_table(connection, "people", f"{PEOPLE}, terlindungi BOOLEAN", people)
    made_table(connection, "situated", "row BIGINT, number BIGINT", [(row, 1) for row, *_ in rows])
    needs = [(row, 1, 12, monthly) for row, *_, monthly in rows]
    made_table(connection, "parts", "row BIGINT, first BIGINT, last BIGINT, monthly BIGINT", needs)
    return gap(connection, (Opening(1, SHARED),), "SELECT row, first, last, monthly FROM parts", NAMES, order)


def test_each_unit_with_its_bill_and_the_curve() -> None:
    it = found([(2, 2, "u1", True, 7), (3, 3, "u1", False, 7), (4, 4, "u2", False, 7), (5, 5, "u3", None, 3)])
    assert [(u.code, u.covered, u.uncovered, u.unknown, u.cost) for u in it.units] == [
        ("u1", 1, 1, 0, 84),
        ("u3", 0, 1, 1, 36),
        ("u2", 0, 1, 0, 84),
    ]
    assert [(u.cumulative_people, u.cumulative_cost) for u in it.units] == [(1, 84), (2, 120), (3, 204)]
    assert (it.taking_part, it.uncovered, it.cost, it.absent) == (1, 3, 204, ("Empat",))
    assert it.by_fund == {"a": 48 + 12 + 48, "b": 36 + 24 + 36}


def test_a_person_in_two_rows_is_one_and_covered_if_either_says_so() -> None:
    it = found([(2, 2, "u1", False, 7), (3, 2, "u2", True, 7)])
    assert [(u.code, u.people, u.covered) for u in it.units] == [("u1", 1, 1)]


def test_what_cannot_be_counted_costs_nothing_and_is_said() -> None:
    it = found([(2, 2, "u1", False, None), (3, 3, "u1", False, 7)])
    assert (it.units[0].uncounted, it.units[0].cost, it.uncovered) == (1, 84, 2)


def test_the_curve_in_another_order() -> None:
    rows = [(2, 2, "u1", False, 1), (3, 3, "u2", False, 5), (4, 4, "u2", False, 5)]
    assert [u.code for u in found(rows).units] == ["u1", "u2"]
    assert [u.code for u in found(rows, CurveOrder.PEOPLE).units] == ["u2", "u1"]


def test_people_without_a_known_unit_are_told_and_those_with_one_row_in_a_unit_are_not() -> None:
    rows = [(2, 2, "u1", False, 7), (3, 3, None, False, 7), (4, 4, None, True, 7), (5, 4, "u2", None, 7)]
    assert (found(rows).unplaced, sum(unit.people for unit in found(rows).units)) == (1, 2)


def test_without_a_word_on_who_is_covered_a_membership_counts_as_cover() -> None:
    """The column is there in every register, so that it was taken for told where the file does not have it."""
    assert found([(2, 2, "u1", None, 7)]).told == ""
    assert found([(2, 2, "u1", None, 7)], member="pu").units[0].covered == 1
