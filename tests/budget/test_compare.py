"""What causes the difference between two plans: sums that hold to the rupiah, and causes an official would name."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from small_plans import line, lines_drawn, plan_of, plans_drawn, year_of

from regpol.budget.comparing.compare import DIMENSIONS, Difference, NamedPlan, compare, compare_with_first
from regpol.budget.comparing.effects import Cause
from regpol.budget.planning.plan import LeftOut, Plan
from regpol.terms.problems import Refused


def between(before: Plan, after: Plan) -> Difference:
    return compare(NamedPlan("semula", before), NamedPlan("menjadi", after))


def causes(before: Plan, after: Plan) -> dict[Cause, int]:
    return dict(between(before, after).total.causes)


@settings(max_examples=80, deadline=None)
@given(plans_drawn, plans_drawn)
def test_causes_come_to_the_difference_to_the_rupiah(before: Plan, after: Plan) -> None:
    found = between(before, after)
    assert found.total.difference == after.total - before.total
    assert sum(effect.amount for effect in found.effects) == found.total.difference
    for rows in found.tables.values():
        assert sum(row.before for row in rows) == before.total
        assert sum(row.after for row in rows) == after.total
        for row in rows:
            assert sum(row.causes.values()) == row.difference, row
    assert sum(row.difference for row in found.cash) == found.total.difference


@settings(max_examples=60, deadline=None)
@given(plans_drawn, plans_drawn)
def test_swapping_the_plans_turns_every_sign_and_nothing_else(before: Plan, after: Plan) -> None:
    there, back = between(before, after), between(after, before)
    assert sorted(there.effects) == sorted(replace(it, amount=-it.amount) for it in back.effects)


@settings(max_examples=25, deadline=None)
@given(plans_drawn)
def test_a_plan_does_not_differ_from_itself(plan: Plan) -> None:
    found = between(plan, plan)
    assert found.same
    assert found.effects == ()
    assert found.prices == ()


@settings(max_examples=25, deadline=None)
@given(plans_drawn, plans_drawn)
def test_money_that_only_changes_funds_changes_no_sum(before: Plan, after: Plan) -> None:
    shifted = [it.amount for it in between(before, after).effects if it.cause is Cause.FUND]
    assert sum(shifted) == 0


@settings(max_examples=25, deadline=None)
@given(plans_drawn, lines_drawn)
def test_the_order_of_lines_never_matters(plan: Plan, extra: object) -> None:
    turned = replace(plan, lines=plan.lines[::-1])
    assert between(turned, plan).same
    assert between(plan, turned).effects == ()


def test_more_people_at_the_same_price_are_people() -> None:
    assert causes(plan_of(year_of(people=10)), plan_of(year_of(people=13))) == {Cause.PEOPLE: 12 * 3 * 10_000}


def test_months_that_fall_away_are_months() -> None:
    late = [it for it in year_of() if it.month_cover >= 4]
    assert causes(plan_of(year_of()), plan_of(late)) == {Cause.MONTHS: -3 * 100_000}


def test_another_price_is_the_tariff_or_its_base() -> None:
    assert causes(plan_of(year_of()), plan_of(year_of(price=12_000))) == {Cause.PRICE: 12 * 10 * 2_000}


def test_another_segment_is_told_apart_from_another_price() -> None:
    after = plan_of(year_of(price=12_000, segment="pu", payer="pemberi_kerja"))
    assert causes(plan_of(year_of()), after) == {Cause.SEGMENT: 12 * 10 * 2_000}


def test_people_and_price_together_are_counted_at_the_mean_of_the_other() -> None:
    before, after = plan_of([line(people=10, price=100)]), plan_of([line(people=14, price=150)])
    assert causes(before, after) == {Cause.PEOPLE: 4 * 125, Cause.PRICE: 50 * 12}


def test_a_programme_that_is_added_is_the_programme() -> None:
    more = [*year_of(), *year_of(programme="jht", price=20_000)]
    assert causes(plan_of(year_of()), plan_of(more)) == {Cause.PROGRAMME: 12 * 10 * 20_000}


def test_a_unit_that_joins_is_people() -> None:
    more = [*year_of(), *year_of(unit="52.71.02.1001")]
    assert causes(plan_of(year_of()), plan_of(more)) == {Cause.PEOPLE: 1_200_000}


def test_a_payer_that_is_borne_by_the_budget_is_the_payer() -> None:
    before = year_of(segment="pu", payer="pemberi_kerja")
    after = [*before, *year_of(segment="pu", payer="pekerja", price=4_000)]
    assert causes(plan_of(before), plan_of(after)) == {Cause.PAYER: 12 * 10 * 4_000}


def test_another_fund_moves_money_and_the_growth_stays_with_who_pays_it() -> None:
    before, after = plan_of(year_of()), plan_of(year_of(fund="dana_desa", people=12))
    found = {row.key: row for row in between(before, after).tables["fund"]}
    assert found["apbd_kabkota"].causes == {Cause.FUND: -1_200_000}
    assert found["dana_desa"].causes == {Cause.FUND: 1_200_000, Cause.PEOPLE: 12 * 2 * 10_000}


def test_an_amount_that_becomes_unknown_is_no_saving() -> None:
    found = between(plan_of(year_of()), plan_of(year_of(price=None)))
    assert found.total.causes == {Cause.UNCOUNTED: -1_200_000}
    assert found.total.uncounted == (0, 120)


def test_paying_in_another_month_changes_cash_and_no_sum() -> None:
    found = between(plan_of(year_of()), plan_of([replace(it, month_cash=it.month_cover + 1) for it in year_of()]))
    assert found.total.difference == 0
    assert found.effects == ()
    assert {row.key: row.difference for row in found.cash if row.difference} == {"1": -100_000, "13": 100_000}
    assert not found.same


def test_the_price_of_one_person_is_shown_where_it_changes() -> None:
    after = [*year_of(price=12_000), *year_of(programme="jkm", price=6_800)]
    before = [*year_of(), *year_of(programme="jkm", price=6_800)]
    (only,) = between(plan_of(before), plan_of(after)).prices
    assert (only.programme, only.before, only.after) == ("jkk", 10_000, 12_000)


def test_every_dimension_has_its_table() -> None:
    assert set(between(plan_of(year_of()), plan_of([])).tables) == set(DIMENSIONS)


def test_plans_of_two_regions_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        between(plan_of([]), plan_of([], region="93.01", region_name="Kabupaten Merauke"))
    assert [problem.code for problem in refused.value.problems] == ["BUD60"]


def test_another_year_and_another_rulebook_are_told() -> None:
    notes = between(plan_of([]), plan_of([], year=2026, rulebook="fedcba9876543210")).notes
    assert [note.split(" ")[0] for note in notes] == ["Tahun", "Buku"]


def test_further_plans_are_each_compared_with_the_first() -> None:
    plans = [NamedPlan(name, plan_of(year_of(people=people))) for name, people in (("a", 1), ("b", 2), ("c", 4))]
    assert [it.total.difference for it in compare_with_first(plans)] == [120_000, 360_000]


def left_out(reason: str, people: int, unit: str = "52.71.01.1001") -> LeftOut:
    return LeftOut(reason, "ketua_rt", unit, "", people, "2-9")


def test_people_whom_only_the_ceiling_keeps_out_are_the_ceiling() -> None:
    before = plan_of(year_of(people=10))
    after = replace(plan_of(year_of(people=7)), outside=(left_out("pagu APBD habis", 3),))
    assert causes(before, after) == {Cause.CEILING: -12 * 3 * 10_000}


def test_a_unit_that_the_ceiling_shuts_out_whole_is_the_ceiling_too() -> None:
    here, there = year_of(), year_of(unit="52.71.02.1001", people=4)
    after = replace(plan_of(here), outside=(left_out("pagu APBD habis", 4, "52.71.02.1001"),))
    assert causes(plan_of([*here, *there]), after) == {Cause.CEILING: -12 * 4 * 10_000}


def test_a_category_that_the_ceiling_shuts_out_whole_is_the_ceiling_too() -> None:
    after = replace(plan_of([]), outside=(left_out("pagu APBD habis", 10),))
    assert causes(plan_of(year_of()), after) == {Cause.CEILING: -1_200_000}


def test_people_without_a_valid_decree_are_people_and_not_the_ceiling() -> None:
    after = replace(plan_of(year_of(people=7)), outside=(left_out("SK tidak berlaku", 3),))
    found = between(plan_of(year_of(people=10)), after)
    assert found.total.causes == {Cause.PEOPLE: -12 * 3 * 10_000}
    assert [(it.reason, it.before, it.after) for it in found.outside] == [("SK tidak berlaku", 0, 3)]


def test_funds_that_come_to_share_a_contribution_move_money_and_add_nobody() -> None:
    shares = [
        *year_of(fund="add", price=6_000, share=600_000),
        *year_of(fund="pades", price=4_000, share=400_000),
    ]
    found = between(plan_of(year_of()), plan_of(shares))
    assert found.total.causes == {}
    assert {row.key: row.causes for row in found.tables["fund"]} == {
        "add": {Cause.FUND: 720_000},
        "apbd_kabkota": {Cause.FUND: -1_200_000},
        "pades": {Cause.FUND: 480_000},
    }


def test_funds_that_each_pay_as_many_people_of_their_own_do_not_share_them() -> None:
    each = [*year_of(fund="add"), *year_of(fund="pades")]
    found = between(plan_of(year_of(fund="add")), plan_of(each))
    assert found.total.causes == {Cause.PEOPLE: 1_200_000}
