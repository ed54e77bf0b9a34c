"""What rows cost in columns against the same counted for one person, whole year and months of cover."""

from datetime import date

import pytest
from planning import Person, Planned, planned

from regpol.budget.months import Dates, Year, cover
from regpol.project.policy import FundChoice, Policy
from regpol.terms.money import SEN
from row_costs import cost

POLICY = Policy(
    segments={"ketua_rt": "pu"},
    programmes={"ketua_rt": ("jkk", "jkm", "jht"), "non_asn": ("jkk", "jkm")},
    funds={"ketua_rt": (FundChoice("apbd_kabkota"),), "non_asn": (FundChoice("apbd_kabkota"),)},
    wage_base="penghasilan",
    risk_group="sangat_rendah",
)
PEOPLE = [
    Person("ketua_rt", penghasilan=1_234_567),
    Person("ketua_rt", penghasilan=None),
    Person("ketua_rt", sk_sejak=date(2025, 3, 31), sk_sampai=date(2025, 9, 1), penghasilan=2_000_000),
    Person("non_asn", sk_sampai=date(2024, 12, 31), sk_berlaku=False, penghasilan=3_000_000),
]


@pytest.fixture(scope="module")
def made() -> Planned:
    return planned(PEOPLE, POLICY)


def by_hand(made: Planned, year: Year | None) -> dict[tuple[int, str], tuple[int | None, int | None]]:
    """Monthly and yearly rupiah of each row and programme, all payers together."""
    numbers = dict(made.connection.execute("SELECT row, number FROM situated").fetchall())
    found: dict[tuple[int, str], tuple[int | None, int | None]] = {}
    for row, one in enumerate(PEOPLE, 2):
        dates = Dates((one.sk_sejak,), (one.sk_sampai,), one.sk_berlaku)
        first, last = cover(year, dates) if year else (1, 12)
        income = None if one.penghasilan is None else one.penghasilan * SEN
        for span in made.deciding.spans:
            if span.number != numbers[row]:
                continue
            months = max(0, min(last, span.last) - max(first, span.first) + 1)
            amount = span.tariff.amount(income)
            monthly, yearly = found.get((row, span.programme), (0, 0))
            if span.final:
                monthly = None if amount is None or monthly is None else monthly + amount
            if months:
                yearly = None if amount is None or yearly is None else yearly + amount * months
            found[row, span.programme] = monthly, yearly
    return found


@pytest.mark.parametrize("covered", [False, True], ids=["all twelve months", "months of cover"])
def test_columns_cost_what_one_person_costs(made: Planned, covered: bool) -> None:
    year = made.deciding.year if covered else None
    cost(made.connection, made.deciding.spans, POLICY.rounding, year)
    rows = made.connection.execute("SELECT row, programme, monthly, yearly FROM costed").fetchall()
    assert {(row, programme): (monthly, yearly) for row, programme, monthly, yearly in rows} == by_hand(made, year)
