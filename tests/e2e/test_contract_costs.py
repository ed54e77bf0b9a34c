"""What ``regpol check`` tells of cost beside the monthly tariffs: three figures, discounts, other ways of paying."""

from typing import Any

import pytest
from regpol_command import MATARAM, Regpol


def only_period(regpol: Regpol, category: str, *more: object) -> dict[str, Any]:
    """The one period of a day in Mataram."""
    asked = ("check", "--category", category, "--region", "52.71", "--date", "2026-06-30", "--year", "2026")
    (period,) = regpol(*asked, *more, "--json").done().json["periods"]
    return dict(period)


def test_an_open_segment_shows_three_figures_with_their_grounds(regpol: Regpol) -> None:
    (it,) = only_period(regpol, "ketua_rt")["comparison"]
    assert it["programmes"] == ["jkk", "jkm"]
    assert it["floor"]["monthly"] == 16_800
    groups = [figure["risk_group"] for figure in it["by_wage"]["figures"]]
    assert groups[0] == "sangat_rendah"
    assert all(figure["break_even_base"] for figure in it["by_wage"]["figures"])
    assert [table["answer"] for table in it["tables"]] == ["unread"]
    assert it["by_wage"]["grounds"]
    assert it["floor"]["grounds"]


def test_the_figures_stay_where_policy_settles_the_segment(regpol: Regpol) -> None:
    """Whoever defends the choice needs both sides of it."""
    (it,) = only_period(regpol, "ketua_rt", "--policy", MATARAM / "project.yaml")["comparison"]
    assert {it["by_wage"]["segment"], it["floor"]["segment"]} == {"pu", "bpu"}


@pytest.mark.parametrize("category", ["ojek", "pekerja_swasta", "pns"])
def test_a_settled_segment_compares_nothing(regpol: Regpol, category: str) -> None:
    assert only_period(regpol, category)["comparison"] == []


def test_a_discount_says_from_which_money_it_is_not_given(regpol: Regpol) -> None:
    programmes = {it["programme"]: it for it in only_period(regpol, "ojek")["programmes"]}
    for programme, monthly in (("jkk", 5_000), ("jkm", 3_400)):
        (discount,) = programmes[programme]["discounts"]
        assert (discount["monthly"], discount["certain"]) == (monthly, True)
        assert {"apbn", "apbd_kabkota"} <= set(discount["not_from"])
    assert [share["monthly"] for share in programmes["jkk"]["shares"]] == [10_000]


def test_a_contract_is_counted_band_by_band(regpol: Regpol) -> None:
    """The example in the elucidation of PP 44/2015 Pasal 54 and 55."""
    told = only_period(regpol, "pekerja_konstruksi", "--fact", "nilai_kontrak=Rp180.000.000")["programmes"]
    amounts = {it["programme"]: [way["amount"] for way in it["other_terms"]] for it in told}
    assert (amounts["jkk"], amounts["jkm"]) == ([346_000], [46_000])


def test_a_migrant_pays_one_sum_for_both_programmes(regpol: Regpol) -> None:
    told = {it["programme"]: it["other_terms"] for it in only_period(regpol, "pekerja_migran")["programmes"]}
    assert "Rp332.500" in told["jkk"][0]["terms"]
    assert told["jkm"][0]["terms"] == "sudah termasuk dalam iuran JKK"
