"""What must hold of any allocation: ceilings, order, sums; and one person after another gives the same."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from allocating import BY_DECILE, HALVES, THEN_B, One, lines, shared_out
from hypothesis import given, settings
from hypothesis import strategies as st

from regpol.budget.allocation.openings import FundShare, Opening
from regpol.budget.allocation.rooms import largest_remainder
from regpol.project.allocation import AllocationPolicy, DoublePayment, Group, Method, Tie, Twice

OPENINGS = (
    Opening(1, ((FundShare("a"),),)),
    Opening(2, THEN_B),
    Opening(3, ((FundShare("b"),), (FundShare("a"),), (FundShare("c"),))),
    Opening(4, HALVES),
    Opening(5, ((FundShare("b"),),), mandatory=True),
)
SPANS = st.lists(
    st.tuples(st.integers(1, 6), st.integers(0, 6), st.integers(0, 25)).map(lambda it: (it[0], it[0] + it[1], it[2])),
    min_size=1,
    max_size=2,
)
PERSON = st.tuples(st.none() | st.integers(1, 3), SPANS, st.integers(1, 5), st.sampled_from(["u1", "u2"]))
PEOPLE = st.lists(PERSON, min_size=1, max_size=12).map(
    lambda found: [
        One(row, desil, spans, number, unit=unit) for row, (desil, spans, number, unit) in enumerate(found, 2)
    ]
)
CEILINGS = st.dictionaries(st.sampled_from("abc"), st.integers(0, 900), max_size=3)
POLICIES = st.builds(
    AllocationPolicy,
    ceilings=CEILINGS,
    method=st.just(Method.PRIORITY),
    order=st.just(BY_DECILE),
    tie=st.just(Tie.ROW),
    partial=st.booleans(),
    mandatory_first=st.booleans(),
    strict=st.booleans(),
)


def due(one: One, share: FundShare, first: int, last: int) -> int:
    """What a fund pays of a person over months, month by month."""
    cut = lambda monthly: monthly * (share.before + share.share) // 10**6 - monthly * share.before // 10**6  # noqa: E731
    return sum(
        cut(monthly) for month in range(first, last + 1) for a, z, monthly in one.spans if a <= month <= z and monthly
    )


def one_after_another(people: Sequence[One], policy: AllocationPolicy) -> dict[int, list[tuple[str, int, int, int]]]:
    """The same allocation as a clerk would do it by hand, person by person."""
    openings = {it.number: it for it in OPENINGS}
    room: dict[str, int] = dict(policy.ceilings)
    closed: set[str] = set()

    def turn(one: One) -> tuple[object, ...]:
        mandatory = policy.mandatory_first and openings[one.number].mandatory
        return (not mandatory, one.desil is None, one.desil or 0, one.row)

    free = {one.orang for one in people if openings[one.number].funds.isdisjoint(policy.ceilings)}
    done: set[int | None] = set()
    found: dict[int, list[tuple[str, int, int, int]]] = {}
    for one in sorted(people, key=turn):
        needless = one.orang in free and not openings[one.number].funds.isdisjoint(policy.ceilings)
        once = policy.twice.rows is Twice.REFUSE
        skipped = once and (one.orang in done or needless)
        found[one.row] = [] if skipped else served(one, openings[one.number].options, policy, room, closed)
        done |= {one.orang} if found[one.row] else set()
    return found


def served(
    one: One,
    options: Sequence[tuple[FundShare, ...]],
    policy: AllocationPolicy,
    room: dict[str, int],
    closed: set[str],
) -> list[tuple[str, int, int, int]]:
    """What one person gets; takes it from the rooms and closes the funds that do not reach."""
    paid: list[tuple[str, int, int, int]] = []
    first, last = min(a for a, _, _ in one.spans), max(z for _, z, _ in one.spans)
    for option in options:
        if any(share.fund in closed for share in option):
            continue
        costs = {share.fund: due(one, share, first, last) for share in option}
        short = [fund for fund, cost in costs.items() if fund in room and cost > room[fund]]
        if not short:
            return paid + [took(room, fund, first, last, cost) for fund, cost in costs.items()]
        closed |= set(short) if policy.strict else set()
        months = [m for m in range(first, last) if due(one, option[0], first, m) <= room.get(option[0].fund, 0)]
        if policy.partial and len(option) == 1 and months:
            cost = due(one, option[0], first, months[-1])
            paid.append(took(room, option[0].fund, first, months[-1], cost))
            first = months[-1] + 1
    return paid


def took(room: dict[str, int], fund: str, first: int, last: int, cost: int) -> tuple[str, int, int, int]:
    """What a fund pays, taken from its room."""
    if fund in room:
        room[fund] -= cost
    return fund, first, last, cost


@settings(max_examples=15, deadline=None)
@given(PEOPLE, POLICIES)
def test_columns_give_what_one_after_another_gives(people: list[One], policy: AllocationPolicy) -> None:
    if policy.partial and not policy.strict:
        policy = AllocationPolicy(policy.ceilings, policy.method, policy.order, tie=policy.tie, partial=True)
    _, tables = shared_out(people, policy, OPENINGS)
    by_hand = one_after_another(people, policy)
    for row, found in lines(tables).items():
        paid = sorted((fund, first, last, amount) for _, fund, first, last, amount in found if fund)
        assert paid == sorted(by_hand[row])


@settings(max_examples=10, deadline=None)
@given(PEOPLE, POLICIES, st.lists(st.integers(101, 104), min_size=12, max_size=12))
def test_a_person_of_several_rows_is_paid_by_the_first_that_the_money_reaches(
    people: list[One], policy: AllocationPolicy, persons: list[int]
) -> None:
    once = replace(policy, twice=DoublePayment(Twice.REFUSE), partial=policy.partial and policy.strict)
    people = [replace(one, orang=orang) for one, orang in zip(people, persons, strict=False)]
    _, tables = shared_out(people, once, OPENINGS)
    by_hand = one_after_another(people, once)
    for row, found in lines(tables).items():
        paid = sorted((fund, first, last, amount) for _, fund, first, last, amount in found if fund)
        assert paid == sorted(by_hand[row])


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(PEOPLE, POLICIES, st.sampled_from([None, *Group]), st.randoms())
def test_ceilings_hold_and_sums_agree(people: list[One], policy: AllocationPolicy, group: Group | None, dice) -> None:  # type: ignore[no-untyped-def]
    method = Method.PROPORTIONAL if group else policy.method
    policy = AllocationPolicy(
        policy.ceilings, method, policy.order, group, partial=policy.partial, strict=policy.strict, seed="x"
    )
    found, tables = shared_out(people, policy, OPENINGS)
    for fund in found.funds:
        assert fund.ceiling is None or fund.used <= fund.ceiling == policy.ceilings[fund.fund]
    assert all(it.ceiling is None or it.used <= it.ceiling for it in found.parts)
    paid = sum(amount or 0 for found_lines in lines(tables).values() for *_, amount in found_lines)
    assert paid == sum(it.used for it in found.funds)
    assert sum(found.standings.values()) == len(people) == len(lines(tables))
    shuffled = list(people)
    dice.shuffle(shuffled)
    _, again = shared_out(shuffled, policy, OPENINGS)
    assert lines(again) == lines(tables)


@settings(max_examples=10, deadline=None)
@given(PEOPLE, POLICIES, st.sampled_from(Group))
def test_no_group_keeps_money_that_another_still_waits_for(
    people: list[One], policy: AllocationPolicy, group: Group
) -> None:
    proportional = replace(policy, method=Method.PROPORTIONAL, group=group)
    found, tables = shared_out(people, proportional, OPENINGS)
    short = set(tables.execute("SELECT grp, fund FROM closings").fetchall())
    for part in found.parts:
        others_wait = any(fund == part.fund for _, fund in short - {(part.group, part.fund)})
        if others_wait and part.ceiling is not None and (part.group, part.fund) not in short:
            assert part.used == part.ceiling


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(PEOPLE, POLICIES)
def test_nobody_is_skipped_for_someone_less_needy(people: list[One], policy: AllocationPolicy) -> None:
    """The rule: for each way somebody outside could have been paid, one of its funds pays nobody behind."""
    strict = AllocationPolicy(policy.ceilings, policy.method, policy.order, tie=policy.tie, partial=policy.partial)
    _, tables = shared_out(people, strict, OPENINGS)
    placed = tables.execute("SELECT row, place, fund, standing FROM allotted").fetchall()
    options = {one.row: next(it.options for it in OPENINGS if it.number == one.number) for one in people}
    for row, place, _, standing in placed:
        if standing != "luar":
            continue
        behind = {fund for _, later, fund, _ in placed if fund and later > place}
        assert all(any(share.fund not in behind for share in option) for option in options[row])


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(PEOPLE, POLICIES)
def test_numbering_the_rows_anew_moves_no_rupiah(people: list[One], policy: AllocationPolicy) -> None:
    """With a drawn lot a file sorted another way gives each fund the same people in number and in rupiah."""
    lot = AllocationPolicy(policy.ceilings, policy.method, policy.order, tie=Tie.LOT, seed="s", partial=policy.partial)
    turned = [One(len(people) + 3 - one.row, one.desil, one.spans, one.number, unit=one.unit) for one in people]
    sums = []
    for register in (people, turned):
        found, _ = shared_out(register, lot, OPENINGS)
        sums.append([(it.fund, it.used, it.people, it.partly, it.outside, it.needed, it.months) for it in found.funds])
    assert sums[0] == sums[1]


@given(st.integers(0, 10**12), st.dictionaries(st.text(max_size=3), st.integers(0, 10**9), max_size=20))
def test_the_largest_remainder_gives_out_every_rupiah(whole: int, weights: dict[str, int]) -> None:
    parts = largest_remainder(whole, weights)
    total = sum(weights.values())
    assert sum(parts.values()) == (whole if weights else 0)
    assert all(abs(part * total - whole * weights[name]) < total for name, part in parts.items() if total)
