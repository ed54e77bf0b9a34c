"""Marginal bands over a contract value: the law's own example, each boundary, one contract against columns."""

from datetime import date

import pytest

from legal_cases import rulebook
from regpol.budget.bands import Bands, contract_bands
from regpol.budget.contribution import Terms, contributions
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.money import SEN, Rounding

TERMS = Terms(date(2025, 6, 30), 2025, "52.71", Policy())
MILLION_RUPIAH = 1_000_000 * SEN


def shipped(programme: str) -> Bands:
    """The bands of construction work, as the rulebook has them."""
    ways = [it for it in contributions(rulebook(), programme, "jakon", TERMS) if it.bands]
    assert len(ways) == 1
    return contract_bands(rulebook(), ways[0], TERMS)


@pytest.mark.parametrize(
    ("millions", "jkk", "jkm"),
    [
        (0, 0, 0),
        (100, 210_000, 30_000),
        (180, 346_000, 46_000),  # worked out in the elucidation of PP 44/2015 Pasal 54 and 55
        (500, 890_000, 110_000),
        (501, 891_300, 110_200),
        (1_000, 1_540_000, 210_000),
        (1_001, 1_541_100, 210_100),
        (5_000, 5_940_000, 610_000),
        (5_001, 5_940_900, 610_100),
    ],
)
def test_each_slice_counts_its_own_rate(millions: int, jkk: int, jkm: int) -> None:
    value = millions * MILLION_RUPIAH
    assert shipped("jkk").amount(value, Rounding.HALF_UP) == jkk
    assert shipped("jkm").amount(value, Rounding.HALF_UP) == jkm


@pytest.mark.parametrize("boundary", [100, 500, 1_000, 5_000])
def test_nothing_jumps_at_a_boundary(boundary: int) -> None:
    """A flat table would jump there, and a contract of one rupiah more would pay less."""
    made = shipped("jkk")
    at = made.amount(boundary * MILLION_RUPIAH, Rounding.DOWN)
    above = made.amount(boundary * MILLION_RUPIAH + 10_000 * SEN, Rounding.DOWN)
    assert at is not None
    assert above is not None
    assert 0 < above - at <= 21


def test_a_rate_that_is_not_known_leaves_the_whole_unknown() -> None:
    way = next(it for it in contributions(rulebook(), "jkk", "jakon", TERMS) if it.bands)
    before = Terms(date(2015, 6, 30), 2015, "52.71", Policy())
    assert contract_bands(rulebook(), way, before) == Bands((), Evidence.NOT_FOUND)
    assert Bands((), Evidence.NOT_FOUND).amount(MILLION_RUPIAH, Rounding.HALF_UP) is None
    assert shipped("jkk").amount(None, Rounding.HALF_UP) is None
