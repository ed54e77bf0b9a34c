"""What is due in an event: amounts from the provisions, thresholds on both sides, both sides of a dispute."""

from collections.abc import Mapping
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.budget.benefit import Amount, BenefitDue, Claimant, Due, Need, benefit_due
from regpol.budget.contribution import Terms
from regpol.law.model import PersonFact
from regpol.project.policy import Policy
from regpol.terms.answer import Evidence
from regpol.terms.dates import Force
from regpol.terms.money import SEN

MONTHS, MEMBER, AGE = PersonFact.MONTHS_PAID, PersonFact.MONTHS_MEMBER, PersonFact.AGE
MILLION = 1_000_000


def due(name: str, day: str, base: int | None = None, children: tuple[str, ...] = (), **numbers: int) -> BenefitDue:
    """A benefit of the rulebook on a day; ``base`` in whole rupiah, numbers by the words of the files."""
    benefit = next(it for it in rulebook().benefits if it.id == name)
    when = date.fromisoformat(day)
    told: Mapping[PersonFact, int] = {PersonFact(fact): number for fact, number in numbers.items()}
    claimant = Claimant(None if base is None else base * SEN, told, children)
    return benefit_due(rulebook(), benefit, claimant, Terms(when, when.year, "52.71", Policy()))


def sums(found: BenefitDue) -> list[int | None]:
    """The first amount of each item, None where there is none."""
    return [item.amounts[0].each if item.amounts else None for item in found.items]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-12-01", [16_200_000, 4_800_000, 3_000_000]),
        ("2019-12-02", [20 * MILLION, 12 * MILLION, 10 * MILLION]),
        ("2026-06-30", [20 * MILLION, 12 * MILLION, 10 * MILLION]),
    ],
)
def test_death_benefit_before_and_after_the_amendment(day: str, expected: list[int]) -> None:
    """PP 44/2015 Pasal 34 ayat (1), amended by PP 82/2019 as of 2 December 2019."""
    found = due("pp-44-2015/jkm-santunan", day)
    assert sums(found) == expected
    assert {item.evidence for item in found.items} == {Evidence.MIRROR}


def test_full_death_benefit_is_what_the_press_adds_up() -> None:
    """42 million is nowhere typed in: it is the sum of the three items."""
    amounts = sums(due("pp-44-2015/jkm-santunan", "2025-06-30"))
    assert sum(amount or 0 for amount in amounts) == 42 * MILLION


@pytest.mark.parametrize(("months", "met"), [(2, Force.NO), (3, Force.YES), (None, Force.UNCERTAIN)])
def test_the_reported_waiting_time_holds_all_but_the_burial(months: int | None, met: Force) -> None:
    """As told of Permenaker 1/2025: in the first three months only the burial cost."""
    told = {} if months is None else {"masa_kepesertaan": months}
    found = due("permenaker-1-2025/jkm-tiga-bulan", "2025-06-30", **told)
    assert [[it.met for it in item.conditions] for item in found.items] == [[met], [met], []]
    assert {item.evidence for item in found.items} == {Evidence.SECONDARY}


def test_both_sides_of_the_waiting_time_are_benefits_of_the_same_matter() -> None:
    sides = [it for it in rulebook().benefits if it.group == "jkm-tiga-bulan"]
    assert {it.citation.regulation for it in sides} == {"PP 44/2015", "Permenaker 1/2025"}
    assert all(it.by for it in sides)


@pytest.mark.parametrize(
    ("day", "force"), [("2024-12-31", Force.NO), ("2025-01-15", Force.UNCERTAIN), ("2025-03-09", Force.YES)]
)
def test_a_start_that_no_source_shows_is_told(day: str, force: Force) -> None:
    assert due("permenaker-1-2025/jkm-tiga-bulan", day).force is force


def test_home_care_keeps_both_reported_sums() -> None:
    (item,) = due("pp-82-2019/jkk-perawatan-rumah", "2026-01-31").items
    assert [(it.each, it.evidence) for it in item.amounts] == [
        (20 * MILLION, Evidence.SECONDARY),
        (2 * MILLION, Evidence.SECONDARY),
    ]


@pytest.mark.parametrize(("base", "death", "disabled"), [(MILLION, 48 * MILLION, 56 * MILLION), (None, None, None)])
def test_death_and_total_disability_are_multiples_of_the_wage(
    base: int | None, death: int | None, disabled: int | None
) -> None:
    """60 % and 70 % of 80 wages; a base of one million gives the 56 million that the press names."""
    dead, lame = due("pp-44-2015/jkk-kematian", "2026-06-30", base), due("pp-44-2015/jkk-cacat", "2026-06-30", base)
    assert (sums(dead)[0], sums(lame)[0]) == (death, disabled)
    assert dead.items[0].needs == (() if base else (Need.BASE,))
    assert dead.items[1].unread == ("jkk_lampiran_iii",)


def test_an_annex_that_nobody_found_gives_no_amount() -> None:
    found = due("pp-44-2015/jkk-cacat", "2026-06-30", 5 * MILLION)
    assert [item.unread for item in found.items] == [(), *[("jkk_lampiran_iii",)] * 3]
    assert sums(found)[1:] == [None, None, None]
    assert {item.evidence for item in found.items[1:]} == {Evidence.NOT_FOUND}


def test_unable_to_work_for_a_while() -> None:
    first, later = due("pp-82-2019/jkk-stmb", "2026-06-30", 3_019_015).items
    assert first.amounts == (Amount(3_019_015, 12 * 3_019_015, Evidence.SECONDARY),)
    assert later.amounts == (Amount(1_509_508, None, Evidence.SECONDARY),)


@pytest.mark.parametrize(
    ("levels", "yearly", "to_the_end"),
    [
        (("sd",), [1_500_000], [84 * MILLION]),
        (("smp", "pt"), [2 * MILLION, 12 * MILLION], [75 * MILLION, 60 * MILLION]),
        (("tk", "tk"), [1_500_000, 1_500_000], [87 * MILLION, 87 * MILLION]),
    ],
)
def test_scholarship_by_level(levels: tuple[str, ...], yearly: list[int], to_the_end: list[int]) -> None:
    """Two children from kindergarten on come to the 174 million that the press names."""
    (item,) = due("pp-82-2019/jkk-beasiswa", "2025-06-30", children=levels).items
    assert [child.each for child in item.children] == yearly
    assert [child.to_the_end for child in item.children] == to_the_end
    assert item.at_most == "2"


def test_without_children_told_every_level_is_shown() -> None:
    (item,) = due("pp-82-2019/jkm-beasiswa", "2025-06-30").items
    assert [child.level for child in item.children] == list(rulebook().vocabulary["jenjang_pendidikan"])
    assert [child.years for child in item.children] == [2, 6, 3, 3, 5]


@pytest.mark.parametrize(
    ("day", "name", "months", "met"),
    [
        ("2025-06-30", "pp-82-2019/jkm-beasiswa", 35, Force.NO),
        ("2025-06-30", "pp-82-2019/jkm-beasiswa", 36, Force.YES),
        ("2019-12-01", "pp-44-2015/jkm-beasiswa-lama", 59, Force.NO),
        ("2019-12-01", "pp-44-2015/jkm-beasiswa-lama", 60, Force.YES),
    ],
)
def test_scholarship_after_enough_years_paid(day: str, name: str, months: int, met: Force) -> None:
    """PP 44/2015 Pasal 34 ayat (1) huruf d: five years, since PP 82/2019 three."""
    (condition,) = [it for it in due(name, day, masa_iur=months).conditions if it.threshold]
    assert condition.met is met


@pytest.mark.parametrize(
    ("day", "name", "amounts"),
    [
        ("2025-02-06", "pp-37-2021/jkp-lama", [(2_250_000, 6_750_000), (1_250_000, 3_750_000)]),
        ("2025-02-07", "pp-6-2025/jkp", [(3_000_000, 18_000_000)]),
    ],
)
def test_job_loss_cash_up_to_the_cap(day: str, name: str, amounts: list[tuple[int, int]]) -> None:
    """PP 37/2021 Pasal 21: 45 and 25 %, since 7 February 2025 60 %, of at most five million."""
    found = due(name, day, 6 * MILLION)
    assert found.force is Force.YES
    counted = [(it.amounts[0].each, it.amounts[0].total) for it in found.items if it.amounts]
    assert counted == amounts


@pytest.mark.parametrize(
    ("name", "day", "force"),
    [
        ("pp-37-2021/jkp-lama", "2025-02-07", Force.NO),
        ("pp-6-2025/jkp", "2025-02-06", Force.NO),
    ],
)
def test_one_job_loss_rule_at_a_time(name: str, day: str, force: Force) -> None:
    assert due(name, day).force is force


def conditions(name: str, day: str, **numbers: int) -> dict[str, Force]:
    """What is known of each threshold of a benefit."""
    return {it.threshold: it.met for it in due(name, day, **numbers).conditions if it.threshold}


def test_months_in_a_row_are_no_more_than_months_paid() -> None:
    """Five months paid cannot hold six in a row; twelve may or may not."""
    six = "paling sedikit 6 bulan"
    assert conditions("pp-37-2021/jkp-lama", "2024-06-30", masa_iur=5)[six] is Force.NO
    assert conditions("pp-37-2021/jkp-lama", "2024-06-30", masa_iur=12)[six] is Force.UNCERTAIN
    assert conditions("pp-37-2021/jkp-lama", "2024-06-30", masa_iur=12)["paling sedikit 12 bulan"] is Force.YES


def test_who_is_not_54_yet_was_not_when_entering() -> None:
    entry = "kurang dari 54 tahun"
    assert conditions("pp-6-2025/jkp", "2025-06-30", usia=53)[entry] is Force.YES
    assert conditions("pp-6-2025/jkp", "2025-06-30", usia=54)[entry] is Force.UNCERTAIN


@pytest.mark.parametrize(("day", "deadline"), [("2025-02-06", "3 bulan"), ("2025-02-07", "6 bulan")])
def test_claiming_after_job_loss(day: str, deadline: str) -> None:
    name = "pp-37-2021/jkp-lama" if day == "2025-02-06" else "pp-6-2025/jkp"
    assert due(name, day).deadlines[-1] == deadline


@pytest.mark.parametrize(("day", "lapse"), [("2019-12-01", "2 tahun"), ("2019-12-02", "5 tahun")])
def test_the_right_to_accident_benefits_lapses(day: str, lapse: str) -> None:
    """PP 44/2015 Pasal 26, amended by PP 82/2019."""
    for segment in ("pu", "bpu"):
        found = due(f"pp-44-2015/jkk-klaim-{segment}", day)
        assert found.lapse == lapse
        assert found.deadlines[:2] == ("48 jam", "48 jam")


@pytest.mark.parametrize(
    ("day", "age", "met"),
    [
        ("2018-12-31", 56, Force.YES),
        ("2019-01-01", 56, Force.NO),
        ("2021-12-31", 57, Force.YES),
        ("2022-01-01", 57, Force.NO),
        ("2024-12-31", 58, Force.YES),
        ("2025-01-01", 58, Force.NO),
        ("2025-01-01", 59, Force.YES),
    ],
)
def test_pension_age_rises_every_three_years(day: str, age: int, met: Force) -> None:
    """PP 45/2015 Pasal 15."""
    assert list(conditions("pp-45-2015/jp-hari-tua", day, usia=age).values()) == [met]


@pytest.mark.parametrize(("months", "monthly", "lump"), [(179, Force.NO, Force.YES), (180, Force.YES, Force.NO)])
def test_fifteen_years_paid_turn_the_lump_into_a_pension(months: int, monthly: Force, lump: Force) -> None:
    """PP 45/2015 Pasal 19 ayat (1) and Pasal 24."""
    pension, savings = due("pp-45-2015/jp-hari-tua", "2026-06-30", 6 * MILLION, masa_iur=months).items
    assert ([it.met for it in pension.conditions], [it.met for it in savings.conditions]) == ([monthly], [lump])


@pytest.mark.parametrize(
    ("base", "months", "expected"),
    [(6 * MILLION, 180, 900_000), (MILLION, 180, 411_400), (40 * MILLION, 300, 4_932_300), (None, 180, None)],
)
def test_pension_between_its_limits(base: int | None, months: int, expected: int | None) -> None:
    """1 % of the average wage for each year, no less and no more than the limits of 2026."""
    assert sums(due("pp-45-2015/jp-hari-tua", "2026-06-30", base, masa_iur=months))[0] == expected


@pytest.mark.parametrize(
    ("months", "expected"), [(240, [600_000, 600_000, 240_000]), (24, [450_000, 450_000, 180_000])]
)
def test_what_is_left_to_widow_child_or_parent(months: int, expected: list[int]) -> None:
    """PP 45/2015 Pasal 21 to 23: half, half and a fifth; fewer than fifteen years count as fifteen."""
    assert sums(due("pp-45-2015/jp-ahli-waris", "2026-06-30", 6 * MILLION, masa_iur=months)) == expected


def test_a_pension_whose_limits_nobody_found_is_not_counted() -> None:
    pension: Due = due("pp-45-2015/jp-hari-tua", "2023-06-30", 6 * MILLION, masa_iur=180).items[0]
    assert (pension.amounts, pension.unread) == ((), ("jp_terendah", "jp_tertinggi"))


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_a_higher_wage_never_gives_less(one: int, other: int) -> None:
    low, high = sorted((one, other))
    for name in ("pp-44-2015/jkk-kematian", "pp-82-2019/jkk-stmb", "pp-6-2025/jkp"):
        lesser, greater = sums(due(name, "2026-06-30", low)), sums(due(name, "2026-06-30", high))
        assert all((a or 0) <= (b or 0) for a, b in zip(lesser, greater, strict=True))


def test_every_contribution_adds_up_to_its_total() -> None:
    """Shares and diverted parts come to the total the law names, on both sides of 7 February 2025."""
    checked = 0
    for it in rulebook().contributions:
        for day in ("2024-06-30", "2025-06-30"):
            when = date.fromisoformat(day)
            if not it.total or it.validity.on(when, when.year) is not Force.YES:
                continue
            names = [share.value for share in it.shares] + [part.value for part in it.diverted]
            rows = [rulebook().values[name].on(when, when.year, {}) for name in (*names, it.total)]
            amounts = [row.amount if row else 0 for row in rows]
            assert sum(amounts[:-1]) == amounts[-1], (it.programme, day)
            checked += 1
    assert checked >= 6
