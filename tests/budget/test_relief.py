"""Discounts: who gets them, on both sides of each date, and not where a public budget pays."""

from datetime import date

import pytest

from legal_cases import rulebook
from regpol.budget.contribution import Terms, tariffs
from regpol.budget.relief import Facts, payable, reliefs
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.dates import Force

OWN_ACCOUNT = {"hubungan_kerja": "tidak"}
DRIVER: Facts = {"kategori": "ojek", **OWN_ACCOUNT}
FARMER: Facts = {"kategori": "petani", **OWN_ACCOUNT}


def left(
    facts: Facts, day: str, programme: str = "jkk", segment: str = "bpu", fund: str = "peserta"
) -> list[int | None]:
    """What each payer owes of a month, from a fund."""
    when = date.fromisoformat(day)
    terms = Terms(when, when.year, "52.71", Policy(risk_group="sangat_rendah"))
    found = reliefs(rulebook(), programme, segment, facts, terms)
    due = (payable(rulebook(), it, found, fund) for it in tariffs(rulebook(), programme, segment, terms))
    return [tariff.amount(1_000_000_00) for tariff in due]


@pytest.mark.parametrize(
    ("facts", "day", "jkk", "jkm"),
    [
        (DRIVER, "2025-12-31", 10_000, 6_800),
        (DRIVER, "2026-01-01", 5_000, 3_400),
        (DRIVER, "2027-03-31", 5_000, 3_400),
        (DRIVER, "2027-04-01", 10_000, 6_800),
        (FARMER, "2026-03-31", 10_000, 6_800),
        (FARMER, "2026-04-01", 5_000, 3_400),
        (FARMER, "2026-12-31", 5_000, 3_400),
        (FARMER, "2027-01-01", 10_000, 6_800),
    ],
)
def test_half_of_what_own_account_workers_pay_themselves(facts: Facts, day: str, jkk: int, jkm: int) -> None:
    """PP 50/2025 Pasal 4 ayat (1) and Pasal 7, a day before and after each month it names."""
    assert left(facts, day) == [jkk]
    assert left(facts, day, "jkm") == [jkm]


@pytest.mark.parametrize("fund", ["apbn", "apbd_kabkota", "apbd_provinsi", "dbh_sawit", "otsus"])
def test_no_discount_where_a_public_budget_pays(fund: str) -> None:
    """PP 50/2025 Pasal 3 ayat (5)."""
    assert left(DRIVER, "2026-06-01", fund=fund) == [10_000]


@pytest.mark.parametrize("fund", ["", "add", "dana_desa", "tjsl"])
def test_money_of_somebody_else_is_not_counted_as_discounted(fund: str) -> None:
    """The text names the budgets of state and region and the participant, and nobody between."""
    assert left(DRIVER, "2026-06-01", fund=fund) == [10_000]


def test_other_programmes_and_wage_earners_have_no_part_in_it() -> None:
    assert left(FARMER, "2026-06-01", "jht") == [20_000]
    assert left(FARMER, "2026-06-01", segment="pu", fund="pemberi_kerja") == [2_400]


def test_a_fact_that_nobody_told_leaves_it_open() -> None:
    terms = Terms(date(2026, 6, 1), 2026, "52.71", Policy())
    found = reliefs(rulebook(), "jkk", "bpu", {"kategori": "juru_parkir"}, terms)
    assert [(it.verdict, it.missing) for it in found] == [(Force.UNCERTAIN, True)]
    assert left({"kategori": "juru_parkir"}, "2026-06-01") == [10_000]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2025-01-31", 0), ("2025-02-01", 1), ("2025-07-31", 1), ("2025-08-01", 1), ("2026-01-31", 1), ("2026-02-01", 0)],
)
def test_labour_intensive_industry_months(day: str, expected: int) -> None:
    """PP 7/2025 Pasal 10 and PP 36/2025 Pasal 10A: the contributions of February 2025 to January 2026."""
    when = date.fromisoformat(day)
    terms = Terms(when, when.year, "52.71", Policy(risk_group="sangat_rendah"))
    found = reliefs(rulebook(), "jkk", "pu", {"kategori": "buruh_pabrik_rokok"}, terms)
    assert len(found) == expected
    for relief in found:
        assert relief.discount.provided
        assert relief.verdict is Force.UNCERTAIN  # whether the firm qualifies, the program cannot see
        (tariff,) = tariffs(rulebook(), "jkk", "pu", terms)
        assert relief.of(tariff).millionths == 1_200  # Pasal 4 ayat (1) huruf a


def test_labour_intensive_industry_is_jkk_only() -> None:
    terms = Terms(date(2025, 9, 1), 2025, "52.71", Policy(risk_group="sangat_rendah"))
    assert reliefs(rulebook(), "jkm", "pu", {"kategori": "buruh_pabrik_rokok"}, terms) == ()


def test_covid_relief_is_weak_and_never_counted() -> None:
    terms = Terms(date(2021, 1, 31), 2021, "52.71", Policy())
    (found,) = reliefs(rulebook(), "jkm", "bpu", FARMER, terms)
    assert (found.evidence, found.verdict) == (Evidence.UNVERIFIED, Force.UNCERTAIN)
    assert left(FARMER, "2021-01-31", "jkm") == [6_800]
    assert reliefs(rulebook(), "jkm", "bpu", FARMER, Terms(date(2021, 2, 1), 2021, "52.71", Policy())) == ()
