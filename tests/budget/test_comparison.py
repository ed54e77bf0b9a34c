"""Three figures where the segment is open, and the base at which the first two meet."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.budget.comparison import Comparison, break_even, comparisons
from regpol.budget.contribution import Tariff, Terms, minimum_wage
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.money import LARGEST, SEN, Rounding

TERMS = Terms(date(2026, 6, 30), 2026, "52.71", Policy(risk_group="sangat_rendah"))


def compared(terms: Terms = TERMS, segments: tuple[str, ...] = ("pu", "bpu")) -> tuple[Comparison, ...]:
    base = minimum_wage(rulebook(), terms)
    return comparisons(rulebook(), ("jkk", "jkm"), segments, base, terms)


def test_the_three_figures_of_mataram() -> None:
    (it,) = compared()
    assert (it.by_wage, it.by_nominal, it.floor) == ("pu", "bpu", 16_800)
    (share,) = it.shares
    assert share.amount == 7_246 + 9_057
    assert share.evidence is Evidence.SECONDARY
    (table,) = it.tables
    assert (table.value.name, table.value.rows, table.top) == ("bpu_jkk_tabel", (), 207_000 * SEN)
    assert [str(citation) for citation in it.nominal_grounds] == [
        "PP 44/2015 Pasal 20 ayat (1) dan Lampiran II",
        "PP 44/2015 Pasal 20 ayat (3)",
    ]


def test_the_break_even_base_is_where_the_floor_is_reached() -> None:
    (share,) = compared()[0].shares
    assert share.break_even == 3_111_042  # 16.800 of 0,54 %, each programme rounded by itself
    base = replace(minimum_wage(rulebook(), TERMS), sen=share.break_even * SEN)
    (at,) = comparisons(rulebook(), ("jkk", "jkm"), ("pu", "bpu"), base, TERMS)[0].shares
    assert at.amount == 16_800


def test_every_risk_group_is_told_where_policy_chose_none() -> None:
    (it,) = compared(replace(TERMS, policy=Policy()))
    assert [one.group for one in it.shares] == list(rulebook().vocabulary["kelompok_risiko"])
    meeting = [one.break_even for one in it.shares]
    assert meeting == sorted(meeting, key=lambda base: -(base or 0))


@pytest.mark.parametrize("segments", [("pu",), ("bpu",), ("pu", "taspen"), ()])
def test_nothing_is_compared_with_itself(segments: tuple[str, ...]) -> None:
    assert compared(segments=segments) == ()


def test_a_programme_that_one_side_lacks_is_not_compared() -> None:
    base = minimum_wage(rulebook(), TERMS)
    assert comparisons(rulebook(), ("jkk", "jp"), ("pu", "bpu"), base, TERMS) == ()


def test_a_wage_that_nobody_found_leaves_the_figure_open_but_not_the_meeting_point() -> None:
    terms = replace(TERMS, region="93.01")
    (it,) = compared(terms)
    assert (it.shares[0].amount, it.shares[0].break_even) == (None, 3_111_042)


def made(millionths: int, cap: int | None = None) -> Tariff:
    return Tariff("pemberi_kerja", "pu", millionths, None, cap, Rounding.HALF_UP, Evidence.MIRROR)


@given(st.lists(st.integers(1, 1_000_000), min_size=1, max_size=3), st.integers(1, 10**6))
def test_one_rupiah_less_does_not_reach_the_floor(rates: list[int], floor: int) -> None:
    found = [made(rate) for rate in rates]
    base = break_even(found, floor)
    assert base is not None
    sums = [sum(tariff.amount(at * SEN) or 0 for tariff in found) for at in (max(base - 1, 0), base)]
    assert sums[0] < floor <= sums[1]


def test_a_cap_below_the_floor_never_meets_it() -> None:
    assert break_even([made(1_000, cap=100 * SEN)], 10) is None
    assert break_even([made(1_000)], None) is None
    assert break_even([replace(made(1), millionths=None)], 10) is None
    assert break_even([made(1)], LARGEST) is None
