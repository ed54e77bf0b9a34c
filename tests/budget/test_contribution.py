"""What a contribution comes to: known figures, one person against columns, and what is not known."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import duckdb
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.budget.contribution import Base, Tariff, Terms, amount_sql, minimum_wage, tariffs
from regpol.law.model import Rulebook
from regpol.project.policy import Ahead, Policy
from regpol.terms.answer import Evidence
from regpol.terms.dates import Span
from regpol.terms.money import LARGEST, MILLION, SEN, Rate, Rounding

UMK = 2_859_620 * SEN
TERMS = Terms(date(2025, 6, 30), 2025, "52.71", Policy(risk_group="sangat_rendah"))


def tariff(millionths: int | None = None, fixed: int | None = None, cap: int | None = None, **rest: Any) -> Tariff:
    return Tariff(
        "pemberi_kerja", "pu", millionths, fixed, cap, rest.get("rounding", Rounding.HALF_UP), Evidence.MIRROR
    )


@pytest.mark.parametrize(
    ("made", "base", "amount"),
    [
        (tariff(2400), UMK, 6_863),
        (tariff(3000), UMK, 8_579),
        (tariff(2400, rounding=Rounding.DOWN), UMK, 6_863),
        (tariff(3000, rounding=Rounding.DOWN), UMK, 8_578),
        (tariff(3000, rounding=Rounding.UP), UMK, 8_579),
        (tariff(2400, rounding=Rounding.UP), UMK, 6_864),
        (tariff(57_000), 350_877_622, 200_000),
        (tariff(20_000, cap=1_054_740_000), 2_000_000_000, 210_948),
        (tariff(20_000, cap=1_054_740_000), 1_000_000_000, 200_000),
        (tariff(fixed=680_000), None, 6_800),
        (tariff(fixed=1_000_000), UMK, 10_000),
        (tariff(2400), 0, 0),
        (tariff(2400), None, None),
        (tariff(None), UMK, None),
    ],
)
def test_known_figures(made: Tariff, base: int | None, amount: int | None) -> None:
    assert made.amount(base) == amount


def monthly(
    programme: str, segment: str, base: int | None, book: Rulebook | None = None, terms: Terms = TERMS
) -> dict[str, int | None]:
    """Each payer's amount of a programme, by the shipped rules."""
    return {it.payer: it.amount(base) for it in tariffs(book or rulebook(), programme, segment, terms)}


@pytest.mark.parametrize(
    ("programme", "segment", "amounts"),
    [
        ("jkk", "pu", {"pemberi_kerja": 6_863}),
        ("jkm", "pu", {"pemberi_kerja": 8_579}),
        ("jht", "pu", {"pemberi_kerja": 105_806, "pekerja": 57_192}),
        ("jp", "pu", {"pemberi_kerja": 57_192, "pekerja": 28_596}),
        ("jkk", "bpu", {"pekerja": 10_000}),
        ("jkm", "bpu", {"pekerja": 6_800}),
        ("jkp", "bpu", {}),
    ],
)
def test_the_shipped_tariffs_on_the_minimum_wage_of_mataram(
    programme: str, segment: str, amounts: dict[str, int | None]
) -> None:
    base = minimum_wage(rulebook(), TERMS)
    assert base.sen == UMK
    assert monthly(programme, segment, base.sen) == amounts


def test_a_tariff_of_a_risk_group_nobody_chose_is_not_known() -> None:
    assert monthly("jkk", "pu", UMK, terms=replace(TERMS, policy=Policy())) == {"pemberi_kerja": None}


def test_a_cap_that_is_not_known_leaves_the_amount_unknown() -> None:
    """Without the cap of the month, a share of a high wage would be counted too high."""
    caps = rulebook().values["jp_batas_upah"]
    rows = tuple(row for row in caps.rows if row.validity.since.latest > TERMS.day)
    book = replace(rulebook(), values={**rulebook().values, "jp_batas_upah": replace(caps, rows=rows)})
    assert set(monthly("jp", "pu", 5 * UMK, book).values()) == {None}


def test_a_tariff_is_known_no_better_than_its_cap() -> None:
    assert {it.evidence for it in tariffs(rulebook(), "jp", "pu", TERMS)} == {Evidence.UNVERIFIED}


@pytest.mark.parametrize(
    ("region", "year", "sen", "words"),
    [
        ("52.71", 2025, UMK, "52.71"),
        ("52.71.05.1002", 2025, UMK, "52.71"),
        ("93.01", 2025, 428_585_000, "upah minimum 93 "),
        ("93.01", 2027, None, "belum diketahui"),
        ("11.01", 2025, None, "belum diketahui"),
    ],
)
def test_the_minimum_wage_of_a_region_or_of_its_province(region: str, year: int, sen: int | None, words: str) -> None:
    base = minimum_wage(rulebook(), Terms(date(year, 6, 30), year, region, Policy()))
    assert base.sen == sen
    assert words in base.label
    assert not base.assumed


def planned(year: int, region: str, ahead: Ahead) -> Base:
    return minimum_wage(rulebook(), Terms(date(year, 6, 30), year, region, Policy(), ahead))


def test_a_wage_carried_forward_says_so() -> None:
    base = planned(2027, "52.71", Ahead())
    assert (base.sen, base.assumed) == (301_901_500, True)
    assert "2026 dibawa ke 2027" in base.label


def test_a_wage_that_is_known_is_not_carried() -> None:
    assert not planned(2026, "52.71", Ahead(Rate(65_000))).assumed


def test_a_growth_is_added_year_by_year_to_the_rupiah() -> None:
    one, two = (planned(year, "52.71", Ahead(Rate(65_000))).sen for year in (2027, 2028))
    assert one == 301_901_500 + 19_623_600
    assert two == 321_525_100 + 20_899_100
    assert "dengan kenaikan 6,50 % setahun" in planned(2028, "52.71", Ahead(Rate(65_000))).label


def test_where_a_region_never_set_one_its_province_s_is_carried() -> None:
    base = planned(2027, "93.01", Ahead())
    assert (base.sen, base.assumed) == (428_585_000, True)
    assert "upah minimum 93 tahun 2025" in base.label
    assert planned(2019, "93.01", Ahead()).sen is None


def test_a_value_whose_start_is_uncertain_is_not_known_inside_the_interval() -> None:
    value = rulebook().values["bpu_jkm"]
    interval = replace(value.rows[0].validity, since=Span(date(2025, 1, 1), date(2025, 12, 31)))
    book = replace(
        rulebook(),
        values={**rulebook().values, "bpu_jkm": replace(value, rows=(replace(value.rows[0], validity=interval),))},
    )
    assert monthly("jkm", "bpu", None, book) == {"pekerja": None}


@pytest.fixture(scope="module")
def database() -> Iterator[Callable[..., Any]]:
    with duckdb.connect() as connection:
        yield connection.execute


amounts = st.none() | st.integers(0, LARGEST) | st.sampled_from([0, 1, SEN, LARGEST - 1, LARGEST])
rates = st.none() | st.integers(0, MILLION) | st.sampled_from([1, 2400, 57_000, 92_234, MILLION])


@given(base=amounts, millionths=rates, fixed=st.none() | amounts, cap=amounts, rounding=st.sampled_from(Rounding))
@example(base=LARGEST, millionths=MILLION, fixed=None, cap=None, rounding=Rounding.UP)
@example(base=LARGEST, millionths=MILLION, fixed=None, cap=LARGEST - 1, rounding=Rounding.HALF_UP)
@example(base=None, millionths=2400, fixed=None, cap=UMK, rounding=Rounding.HALF_UP)
def test_one_person_and_a_column_come_to_the_same(
    database: Callable[..., Any],
    base: int | None,
    millionths: int | None,
    fixed: int | None,
    cap: int | None,
    rounding: Rounding,
) -> None:
    made = tariff(millionths, fixed, cap, rounding=rounding)
    sql = amount_sql("base", "millionths", "fixed", "cap", rounding)
    columns = "$1::BIGINT AS base, $2::BIGINT AS millionths, $3::BIGINT AS fixed, $4::BIGINT AS cap"
    row = database(f"SELECT {sql} FROM (SELECT {columns})", [base, millionths, fixed, cap]).fetchone()
    assert row == (made.amount(base),)


@given(st.integers(0, LARGEST), st.integers(0, MILLION), st.sampled_from(Rounding))
def test_rounding_never_moves_an_amount_by_a_rupiah_or_more(base: int, millionths: int, rounding: Rounding) -> None:
    exact = base * millionths
    rounded = tariff(millionths, rounding=rounding).amount(base)
    assert rounded is not None
    gap = rounded * MILLION * SEN - exact
    low, high = {Rounding.DOWN: (-1, 0), Rounding.UP: (0, 1), Rounding.HALF_UP: (-0.5, 0.5)}[rounding]
    assert low * MILLION * SEN <= gap <= high * MILLION * SEN


@given(st.integers(0, LARGEST), st.integers(0, LARGEST), st.integers(0, MILLION))
def test_a_cap_never_raises_an_amount(base: int, cap: int, millionths: int) -> None:
    assert tariff(millionths, cap=cap).amount(base) == min(
        tariff(millionths).amount(base) or 0, tariff(millionths).amount(cap) or 0
    )
