"""The minimum wages as data: real regions, one row for a year, and what was not found said as such."""

from datetime import date

import pytest

from legal_cases import rulebook
from regpol.budget.contribution import Terms, minimum_wage
from regpol.law.model import WAGES
from regpol.project.policy import Policy
from regpol.project.region_table import upper_names
from regpol.terms.answer import Evidence
from regpol.terms.money import SEN

ROWS = {(dict(row.keys)["wilayah"], row.validity.since.earliest.year): row for row in rulebook().values[WAGES].rows}
UNREAD = rulebook().values[WAGES].unread


def base(region: str, year: int) -> tuple[int | None, str]:
    """The wage in whole rupiah, and what it is called."""
    found = minimum_wage(rulebook(), Terms(date(year, 6, 30), year, region, Policy()))
    return (None if found.sen is None else found.sen // SEN), found.label


def test_every_region_is_one_that_exists() -> None:
    regions = {region for region, _ in ROWS} | {dict(row.keys)["wilayah"] for row in UNREAD}
    assert regions <= upper_names().keys()
    assert all(len(region) in {2, 5} for region in regions)


def test_no_regency_lies_below_its_province() -> None:
    """A regency's wage may not; where a source says so all the same, the row is doubtful and graded weak."""
    low = {
        (region, year): row.evidence
        for (region, year), row in ROWS.items()
        if len(region) == 5 and (region[:2], year) in ROWS and row.amount < ROWS[region[:2], year].amount
    }
    assert low == {("14.10", 2024): Evidence.UNVERIFIED}


@pytest.mark.parametrize(
    ("province", "year", "regencies"),
    [("52", 2024, 10), ("52", 2025, 10), ("52", 2026, 10), ("62", 2025, 14), ("62", 2026, 14), ("16", 2025, 17)],
)
def test_whole_provinces_are_whole(province: str, year: int, regencies: int) -> None:
    known = {region for region, at in ROWS if at == year and region.startswith(f"{province}.")}
    assert len(known) == regencies
    assert known == {code for code in upper_names() if len(code) == 5 and code.startswith(f"{province}.")}


@pytest.mark.parametrize(
    ("region", "year", "amount", "words"),
    [
        ("62.02", 2026, 3_756_643, "62.02"),
        ("52.08", 2026, 2_758_221, "52.08"),
        ("14.71", 2026, 3_998_179, "14.71"),
        ("12.71", 2026, 3_228_949, "sumber lain: Rp3.228.971"),
        ("14.10", 2025, 3_508_776, "sumber lain: Rp3.173.683"),
        ("93.01", 2026, None, "sekitar Rp4,5 juta"),
        ("52.71", 2027, None, "Belum diumumkan"),
        ("11.01", 2020, None, "belum diketahui"),
    ],
)
def test_both_figures_of_a_dispute_and_the_reason_of_a_gap_are_told(
    region: str, year: int, amount: int | None, words: str
) -> None:
    found, label = base(region, year)
    assert found == amount
    assert words in label
