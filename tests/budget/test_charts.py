"""Charts show what the plan says: bars as long as their numbers, from zero, and nothing unknown drawn as zero."""

import re
from dataclasses import replace
from itertools import pairwise
from xml.etree import ElementTree

import pytest
from small_plans import line, plan_of, year_of

from regpol.budget.allocation.gap import CurveOrder, Gap, UnitGap
from regpol.budget.allocation.queue import Standing
from regpol.budget.allocation.recipients import Recipient
from regpol.budget.comparing.compare import NamedPlan, compare
from regpol.budget.planning.plan import Heads, Plan
from regpol.reports.budget_page.charts import MONEY, PEOPLE, Bar, BarChart, Chart, Curve, Step, Waterfall, described
from regpol.reports.budget_page.drawing import FILLS, svg
from regpol.reports.budget_page.from_allocation import allocation_curves, gap_curve
from regpol.reports.budget_page.from_compare import compare_charts
from regpol.reports.budget_page.from_plan import plan_charts

FOOT = ("Sumber: register.xlsx.", "Semua jumlah dapat dihitung.")
TWO_FUNDS = plan_of([*year_of(), *year_of(fund="dana_desa", unit="52.71.02.1001", people=4)])


def boxes(chart: Chart) -> dict[str, tuple[float, float, float, float]]:
    """Of each drawn bar its left, top, right and bottom, by the id it was given."""
    root = ElementTree.fromstring(svg(chart))
    found = {}
    for group in root.iter("{http://www.w3.org/2000/svg}g"):
        name = group.get("id", "")
        if re.fullmatch(r"[bu]\d+(\.\d+)?", name):
            path = next(group.iter("{http://www.w3.org/2000/svg}path")).get("d", "")
            points = [tuple(map(float, pair)) for pair in re.findall(r"(-?[\d.]+) (-?[\d.]+)", path)]
            across, down = zip(*points, strict=True)
            found[name] = min(across), min(down), max(across), max(down)
    return found


def lying(*bars: Bar, series: tuple[str, ...] = ("JKK", "JKM")) -> BarChart:
    return BarChart("uji", "Judul", MONEY, series, bars, FOOT)


def test_lying_bars_are_as_long_as_their_numbers_and_start_at_one_line() -> None:
    found = boxes(lying(Bar("a", (4_000_000, 1_000_000)), Bar("b", (8_000_000, 500_000))))
    wide = {name: right - left for name, (left, _, right, _) in found.items()}
    unit = wide["b0.0"] / 4
    for name, millions in {"b0.1": 1, "b1.0": 8, "b1.1": 0.5}.items():
        assert wide[name] == pytest.approx(unit * millions, rel=1e-3)
    assert found["b0.0"][0] == pytest.approx(found["b1.0"][0])
    assert found["b0.1"][0] == pytest.approx(found["b0.0"][2])


def test_upright_bars_stand_on_zero() -> None:
    (cash, *_) = plan_charts(TWO_FUNDS)
    assert isinstance(cash, BarChart)
    assert cash.upright
    found = boxes(cash)
    assert len({round(found[f"b{month}.0"][3], 3) for month in range(12)}) == 1
    tall = {name: bottom - top for name, (_, top, _, bottom) in found.items()}
    assert tall["b0.1"] / tall["b0.0"] == pytest.approx(4 / 10, rel=1e-3)


def test_the_cash_chart_holds_the_numbers_of_the_plan() -> None:
    (cash, *_) = plan_charts(TWO_FUNDS)
    assert isinstance(cash, BarChart)
    by_month = TWO_FUNDS.by("fund", "month_cash")
    for month, bar in enumerate(cash.bars, 1):
        assert bar.parts == (by_month["apbd_kabkota", month], by_month["dana_desa", month])
    assert sum(bar.total for bar in cash.bars) == TWO_FUNDS.total


def test_what_is_not_known_is_open_ended_and_never_a_bar_of_zero() -> None:
    plan = plan_of([*year_of(), *year_of(programme="jkm", price=None, people=3)])
    (cash, *_) = plan_charts(plan)
    assert isinstance(cash, BarChart)
    assert all(bar.uncounted == 3 for bar in cash.bars)
    found = boxes(cash)
    assert {name for name in found if name.startswith("u")} == {f"u{month}" for month in range(12)}
    assert found["u0"][3] == pytest.approx(found["b0.0"][1])
    assert "36 orang-bulan" in cash.footer[1]
    assert "3 belum dapat dihitung" in described(cash)


def test_people_are_counted_once_whoever_pays() -> None:
    plan = replace(TWO_FUNDS, heads=(Heads("52.71.01.1001", "ketua_rt", 10, 2), Heads("52.71.02.1001", "linmas", 4, 0)))
    _, categories, coverage = plan_charts(plan)
    assert isinstance(categories, BarChart)
    assert {bar.label: bar.parts for bar in categories.bars} == {"ketua_rt": (10, 2), "linmas": (4, 0)}
    assert isinstance(coverage, BarChart)
    assert [bar.total for bar in coverage.bars] == [12, 4]


def test_a_waterfall_walks_from_one_total_to_the_other() -> None:
    before = plan_of(year_of())
    after = plan_of([*year_of(people=12), *year_of(programme="jht", price=3_000)])
    difference = compare(NamedPlan("dasar", before), NamedPlan("jht", after))
    side, fall = compare_charts((difference,))
    assert isinstance(side, BarChart)
    assert [bar.total for bar in side.bars] == [before.total, after.total]
    assert isinstance(fall, Waterfall)
    found = boxes(fall)
    ends = [found[f"b{at}"] for at in range(4)]
    assert ends[1][0] == pytest.approx(ends[0][2], abs=0.1)
    assert ends[2][0] == pytest.approx(ends[1][2], abs=0.1)
    assert ends[3][2] == pytest.approx(ends[2][2], abs=0.1)
    assert ends[3][0] == pytest.approx(ends[0][0])


def test_a_waterfall_whose_steps_do_not_sum_cannot_be_made() -> None:
    with pytest.raises(AssertionError, match="steps"):
        Waterfall("x", "x", MONEY, Step("a", 1), (Step("b", 1),), Step("c", 3), FOOT)


CHARTS: tuple[Chart, ...] = (
    lying(Bar("a", (1, 2)), Bar("b", (0, 0), uncounted=4)),
    BarChart("orang", "Orang", PEOPLE, ("masuk",), (Bar("$x^2$ <b>&", (7,)),), FOOT, upright=True),
    Curve("kurva", "Kurva", MONEY, PEOPLE, ((0, 0), (10, 5_000_000)), (("pagu", 4_000_000),), FOOT),
)


@pytest.mark.parametrize("chart", CHARTS, ids=lambda chart: chart.name)
def test_a_chart_is_the_same_bytes_again_and_asks_for_nothing_outside(chart: Chart) -> None:
    drawn = svg(chart)
    assert drawn == svg(chart)
    assert not re.search(r'(href|src|url)\s*[=(]\s*["\']?https?:', drawn)
    assert "<dc:date>" not in drawn


def test_the_axis_of_a_curve_and_its_limit_are_told_in_words() -> None:
    assert described(CHARTS[2]) == "Kurva: Rp5.000.000 untuk 10 orang; pagu Rp4.000.000."


CAPPED = plan_of(year_of(people=2), policy=(("pagu apbd_kabkota", "Rp250.000"),))


def recipient(row: int, place: int, amount: int | None) -> Recipient:
    standing = Standing.OUT if amount is None else Standing.IN
    fund, reason = ("apbd_kabkota", "masuk") if amount else (None, "luar: pagu apbd_kabkota habis sesudah urutan 2")
    return Recipient(row, "ketua_rt", "52.71.01.1001", standing, place, fund, None, 1, 12, amount, reason)


def test_the_allocation_curve_takes_people_in_by_their_order_and_shows_who_waits() -> None:
    lines = (recipient(7, 2, 120_000), recipient(9, 3, None), recipient(4, 1, 100_000))
    (curve,) = allocation_curves(CAPPED, lines)
    assert curve.points == ((0, 0), (1, 100_000), (2, 220_000))
    assert curve.limits == (("pagu apbd_kabkota", 250_000),)
    assert curve.waiting == 1
    assert described(curve).endswith("1 orang di luar.")


def test_a_plan_without_a_ceiling_has_no_allocation_curve() -> None:
    assert not list(allocation_curves(plan_of(year_of()), (recipient(4, 1, 100_000),)))


def unit_gap(code: str, people: int, cost: int, so_far: tuple[int, int]) -> UnitGap:
    return UnitGap(code, code, people, 0, people, 0, 0, cost, (), *so_far)


def test_the_gap_curve_ends_at_the_cost_of_everybody() -> None:
    units = (unit_gap("a", 3, 60_000, (3, 60_000)), unit_gap("b", 5, 90_000, (8, 150_000)))
    curve = gap_curve(Gap(units, ("c",), CurveOrder.COST, ""), "Kesenjangan", "Keadaan 1 Januari 2025.")
    assert curve.points == ((0, 0), (3, 60_000), (8, 150_000))
    assert "1 unit tidak ada dalam register" in curve.footer[0]


def luminance(colour: str) -> float:
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_neighbouring_series_differ_in_grey_or_by_their_hatch() -> None:
    for (fill, hatch), (other, other_hatch) in pairwise(FILLS):
        assert hatch != other_hatch
        assert abs(luminance(fill) - luminance(other)) > 20


def test_an_empty_plan_has_no_charts() -> None:
    assert plan_charts(plan_of([])) == ()


def test_money_of_the_next_year_stands_apart() -> None:
    plan: Plan = plan_of([line(month_cover=12, month_cash=13)])
    (cash,) = plan_charts(plan)
    assert isinstance(cash, BarChart)
    assert [(bar.label, bar.total) for bar in cash.bars if bar.total] == [("Jan\n2026", 100_000)]
