"""Money that does not reach: who is in, who is out, and the words that say why."""

from datetime import date

from allocating import ALONE, BY_DECILE, HALVES, THEN_B, One, lines, reason, shared_out

from regpol.budget.allocation.openings import Doubt, FundShare, Opening
from regpol.budget.allocation.outcome import FirstOut
from regpol.budget.allocation.queue import Standing
from regpol.project.allocation import (
    AllocationPolicy,
    Direction,
    DoublePayment,
    Group,
    Method,
    OrderKey,
    Tie,
    Twice,
)
from regpol.terms.answer import Answer
from regpol.terms.place import NOWHERE


def policy(**told: object) -> AllocationPolicy:
    told.setdefault("order", BY_DECILE if told.get("method", Method.PRIORITY) is not Method.FIRST_COME else ())
    told.setdefault("method", Method.PRIORITY)
    return AllocationPolicy(**told)  # type: ignore[arg-type]


def test_without_a_ceiling_everybody_is_in() -> None:
    found, tables = shared_out([One(2), One(3, 1)], AllocationPolicy())
    assert found.standings == {Standing.IN: 2}
    assert lines(tables) == {2: [("masuk", "a", 1, 12, 120)], 3: [("masuk", "a", 1, 12, 120)]}


def test_the_needy_come_first_and_the_first_one_out_is_named_by_row() -> None:
    found, tables = shared_out([One(2, 4), One(3, 1), One(4, 2)], policy(ceilings={"a": 250}))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4)] == ["luar", "masuk", "masuk"]
    fund = found.funds[0]
    assert (fund.used, fund.left, fund.people, fund.outside, fund.needed) == (240, 10, 2, 1, 360)
    assert fund.first_out == FirstOut(row=2, place=3, needed=120, short=110)
    assert reason(tables, 3) == "masuk: urutan 1 dari 3, desil 1; APBD; kumulatif Rp120 dari pagu Rp250"
    assert reason(tables, 2) == "luar: urutan 3 dari 3, desil 4; pagu APBD habis sesudah urutan 2; kurang Rp110"


def test_a_missing_fact_sorts_last_and_is_listed() -> None:
    found, tables = shared_out([One(2), One(3, 10)], policy(ceilings={"a": 130}))
    assert lines(tables)[3][0][0] == "masuk"
    assert lines(tables)[2][0][0] == "luar"
    assert found.queue.missing == {"desil": (2,)}
    assert "desil belum diketahui" in reason(tables, 2)


def test_a_fund_that_ends_pays_nobody_behind_even_if_cheaper() -> None:
    people = [One(2, 1), One(3, 2, ((1, 12, 20),)), One(4, 3)]
    strict, tables = shared_out(people, policy(ceilings={"a": 300}))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4)] == ["masuk", "luar", "luar"]
    loose, tables = shared_out(people, policy(ceilings={"a": 300}, strict=False))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4)] == ["masuk", "luar", "masuk"]
    assert strict.funds[0].used, loose.funds[0].used == (120, 240)


def test_someone_dearer_than_the_whole_ceiling_does_not_stop_the_others_where_policy_says_so() -> None:
    _, tables = shared_out([One(2, 1, ((1, 12, 99),)), One(3, 2)], policy(ceilings={"a": 130}, strict=False))
    assert [lines(tables)[row][0][0] for row in (2, 3)] == ["luar", "masuk"]
    assert "sisa pagu APBD tidak cukup; kurang Rp1.178" in reason(tables, 2)


def test_the_next_ranked_fund_takes_who_is_left() -> None:
    people = [One(2, 1), One(3, 2), One(4, 3)]
    found, tables = shared_out(people, policy(ceilings={"a": 130, "b": 130}), [Opening(1, THEN_B)])
    assert [lines(tables)[row][0][:2] for row in (2, 3, 4)] == [("masuk", "a"), ("masuk", "b"), ("luar", None)]
    assert [it.needed for it in found.funds] == [240, 120]


def test_some_months_where_policy_allows_and_the_rest_from_the_next_fund() -> None:
    people = [One(2, 1), One(3, 2)]
    _, tables = shared_out(people, policy(ceilings={"a": 175}, partial=True))
    assert lines(tables)[3] == [("sebagian", "a", 1, 5, 50)]
    assert "bulan Januari sampai Mei; sisa pagu tidak cukup" in reason(tables, 3)
    _, tables = shared_out(people, policy(ceilings={"a": 175}, partial=True), [Opening(1, THEN_B)])
    assert lines(tables)[3] == [("masuk", "a", 1, 5, 50), ("masuk", "b", 6, 12, 70)]


def test_shares_come_to_the_need_and_stand_or_fall_together() -> None:
    people = [One(2, 1, ((1, 12, 7),)), One(3, 2, ((1, 12, 7),))]
    _, tables = shared_out(people, policy(), [Opening(1, HALVES)])
    assert lines(tables)[2] == [("masuk", "a", 1, 12, 48), ("masuk", "b", 1, 12, 36)]
    found, tables = shared_out(people, policy(ceilings={"b": 36}), [Opening(1, HALVES)])
    assert lines(tables)[3] == [("luar", None, None, None, None)]
    assert [it.needed for it in found.funds] == [96, 72]


def test_a_fund_shared_by_two_categories_is_one_room() -> None:
    people = [One(2, 2), One(3, 1, number=2), One(4, 3, number=2)]
    openings = [Opening(1, (ALONE,)), Opening(2, THEN_B)]
    _, tables = shared_out(people, policy(ceilings={"a": 130}), openings)
    assert [lines(tables)[row][0][:2] for row in (2, 3, 4)] == [("luar", None), ("masuk", "a"), ("masuk", "b")]


def test_mandatory_needs_come_first_unless_policy_says_otherwise() -> None:
    people, openings = [One(2, 1), One(3, 9, number=2)], [Opening(1, (ALONE,)), Opening(2, (ALONE,), mandatory=True)]
    _, tables = shared_out(people, policy(ceilings={"a": 130}), openings)
    assert lines(tables)[3][0][0] == "masuk"
    assert reason(tables, 3).startswith("masuk: urutan 1 dari 2, wajib, desil 9")
    _, tables = shared_out(people, policy(ceilings={"a": 130}, mandatory_first=False), openings)
    assert lines(tables)[2][0][0] == "masuk"


def test_who_is_paid_already_is_refused_or_only_flagged() -> None:
    people = [
        One(2, 5),
        One(3, 1, orang=2),
        One(4, 1, more={"sudah_dibayar": "b"}),
        One(5, 1, more={"peserta_lain": "pu"}),
    ]
    found, tables = shared_out(people, policy(twice=DoublePayment(rows=Twice.REFUSE)))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4, 5)] == ["ganda", "masuk", "ganda", "masuk"]
    assert reason(tables, 2) == "tidak dibayar: orang yang sama sudah pada baris 3"
    assert found.queue.doubled == {"sudah menjadi peserta dari pekerjaan lain": (5,)}
    found, tables = shared_out(people, policy(twice=DoublePayment(Twice.FLAG, Twice.FLAG, Twice.FLAG)))
    assert found.standings == {Standing.IN: 4}
    assert found.queue.doubled == {
        "sudah dibayar dana lain": (4,),
        "sudah menjadi peserta dari pekerjaan lain": (5,),
        "dengan baris lain dari orang yang sama": (2,),
    }


def test_of_two_rows_of_a_person_the_one_that_can_be_paid_is_kept() -> None:
    """Whose first row waits for an amount, or for money that ended, was once paid from neither."""
    refusing = policy(ceilings={"a": 120}, tie=Tie.ROW, twice=DoublePayment(Twice.REFUSE))
    unknown = One(2, 1, ((1, 12, None),), orang=2)
    _, made = shared_out([unknown, One(3, 2, orang=2)], refusing)
    assert [line[0] for line in (lines(made)[2][0], lines(made)[3][0])] == ["belum_terhitung", "masuk"]
    openings = (Opening(1, (ALONE,)), Opening(2, ((FundShare("b"),),)))
    _, made = shared_out([One(2, 1), One(3, 2, orang=3), One(4, 3, number=2, orang=3)], refusing, openings)
    assert [lines(made)[row][0][:2] for row in (2, 3, 4)] == [("masuk", "a"), ("ganda", None), ("masuk", "b")]


def test_a_person_whose_first_row_the_money_does_not_reach_is_paid_by_the_second() -> None:
    refusing = policy(ceilings={"a": 120, "b": 240}, tie=Tie.ROW, twice=DoublePayment(Twice.REFUSE))
    openings = (Opening(1, (ALONE,)), Opening(2, ((FundShare("b"),),)))
    people = [One(2, 1), One(3, 2, orang=3), One(4, 3, number=2, orang=3), One(5, 4, number=2), One(6, 5, number=2)]
    found, made = shared_out(people, refusing, openings)
    assert [lines(made)[row][0][:2] for row in range(2, 7)] == [
        ("masuk", "a"),
        ("ganda", None),
        ("masuk", "b"),
        ("masuk", "b"),
        ("luar", None),
    ]
    assert reason(made, 3) == "tidak dibayar: orang yang sama sudah pada baris 4"
    assert reason(made, 6).startswith("luar: urutan 4 dari 4, desil 5; pagu ADD habis sesudah urutan 3; kurang Rp120")
    assert {it.fund: (it.used, it.unserved) for it in found.funds} == {"a": (120, 0), "b": (240, 1)}


def test_a_barred_fund_and_an_unknown_amount_take_no_money() -> None:
    people = [One(2, 1, number=2), One(3, 1, ((1, 12, None),)), One(4, 2)]
    openings = [Opening(1, (ALONE,)), Opening(2, (), barred="DBH Sawit dilarang (PMK 91/2023)")]
    found, tables = shared_out(people, policy(ceilings={"a": 120}), openings)
    assert found.standings == {Standing.UNCOUNTED: 1, Standing.IN: 1, Standing.NO_FUND: 1}
    assert reason(tables, 2) == "tidak dibayar: DBH Sawit dilarang (PMK 91/2023)"
    assert "urutan 1 dari 1" in reason(tables, 4)


def test_a_fund_the_law_leaves_open_is_named_with_what_it_waits_for() -> None:
    doubt = Doubt("a", Answer.UNREAD, ("Permendagri 15/2024",))
    _, tables = shared_out([One(2, 1)], policy(), [Opening(1, (ALONE,), doubts=(doubt,))])
    assert reason(tables, 2).endswith("; dana ini menurut hukum “belum terbaca”: Permendagri 15/2024")


def test_first_come_goes_by_the_day_of_registration_then_by_row() -> None:
    day = {"tanggal_daftar": date(2024, 1, 3)}
    _, tables = shared_out([One(2), One(3), One(4, more=day)], policy(method=Method.FIRST_COME, ceilings={"a": 250}))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4)] == ["masuk", "luar", "masuk"]
    assert "tanggal mendaftar 03-01-2024" in reason(tables, 4)


def test_values_in_policys_order_and_the_unlisted_behind_them() -> None:
    key = OrderKey(NOWHERE, "kemiskinan", None, ("miskin_ekstrem",))
    people = [One(2, more={"kemiskinan": "miskin"}), One(3, more={"kemiskinan": "miskin_ekstrem"})]
    _, tables = shared_out(people, policy(order=(key,), ceilings={"a": 130}))
    assert reason(tables, 3).startswith("masuk: urutan 1 dari 2, kemiskinan miskin ekstrem")
    assert reason(tables, 2).startswith("luar: urutan 2 dari 2, kemiskinan miskin;")


def test_the_oldest_first() -> None:
    key = OrderKey(NOWHERE, "usia", Direction.DESCENDING)
    people = [One(2, more={"usia": 30}), One(3, more={"usia": 60}), One(4)]
    _, tables = shared_out(people, policy(order=(key,), ceilings={"a": 250}))
    assert [lines(tables)[row][0][0] for row in (2, 3, 4)] == ["masuk", "masuk", "luar"]


def test_each_unit_gets_its_share_of_a_proportional_ceiling() -> None:
    people = [One(row, row, unit="u1" if row < 6 else "u2") for row in range(2, 8)]
    found, tables = shared_out(people, policy(method=Method.PROPORTIONAL, group=Group.DISTRICT, ceilings={"a": 400}))
    assert [(it.group, it.ceiling, it.used, it.outside) for it in found.parts] == [
        ("u1", 267, 240, 2),
        ("u2", 133, 120, 1),
    ]
    assert found.funds[0].ceiling == 400
    assert "urutan 1 dari 2" in reason(tables, 6)


def test_what_a_group_cannot_use_is_passed_on_to_those_it_did_not_reach() -> None:
    people = [One(2, 1, number=2, unit="u1"), One(3, 1, unit="u2"), One(4, 2, unit="u2")]
    openings = [Opening(1, THEN_B), Opening(2, ((FundShare("b"),),))]
    ceilings = {"a": 120, "b": 300}
    found, tables = shared_out(
        people, policy(method=Method.PROPORTIONAL, group=Group.DISTRICT, ceilings=ceilings), openings
    )
    assert [fund for _, fund, *_ in lines(tables)[4]] == ["b"]
    assert [(it.group, it.fund, it.ceiling, it.used) for it in found.parts] == [
        ("u1", "b", 120, 120),
        ("u2", "a", 120, 120),
        ("u2", "b", 180, 120),
    ]


def test_the_seed_draws_another_lot() -> None:
    people = [One(row, 1, unit=f"u{row}") for row in range(2, 42)]
    winners = set()
    for seed in ("satu", "dua"):
        _, tables = shared_out(people, policy(ceilings={"a": 1200}, seed=seed))
        winners.add(frozenset(row for row, (line, *_) in lines(tables).items() if line[0] == "masuk"))
    assert len(winners) == 2
    _, tables = shared_out(people, policy(ceilings={"a": 1200}, tie=Tie.ROW))
    assert [row for row, (line, *_) in lines(tables).items() if line[0] == "masuk"] == list(range(2, 12))


def test_how_many_months_a_ceiling_pays_for_everybody() -> None:
    people = [One(2, 1), One(3, 2, ((4, 12, 10),))]
    found, _ = shared_out(people, policy(ceilings={"a": 105}))
    assert found.funds[0].months == 5
    assert found.funds[0].needed == 210
