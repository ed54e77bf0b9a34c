"""Which rules cannot stand beside one, and who would stand; the decision itself agrees."""

from datetime import date

import pytest
from build import LADDER, book, rule, when

from legal_cases import rulebook
from regpol.decision.precedence import Principle, settle
from regpol.decision.rivals import Order, rivals
from regpol.law.model import Modality, Question, Rule

ALLOWED, FORBIDDEN = Modality.ALLOWED, Modality.FORBIDDEN


def found(one: Rule, other: Rule) -> list[tuple[Order, Principle | None]]:
    return [(it.order, it.principle) for it in rivals(book(one, other), one)]


def test_a_higher_norm_stands_over_a_lower_one() -> None:
    act, ministry = rule("a", FORBIDDEN, kind="uu"), rule("b", ALLOWED)
    assert found(act, ministry) == [(Order.OVER, Principle.SUPERIOR)]
    assert found(ministry, act) == [(Order.UNDER, Principle.SUPERIOR)]


def test_a_narrower_norm_stands_over_a_wider_one() -> None:
    narrow = rule("a", FORBIDDEN, conditions=[when(kategori="rt")])
    assert found(rule("b", ALLOWED), narrow) == [(Order.UNDER, Principle.SPECIAL)]


def test_a_declared_exception_is_told_even_where_both_allow() -> None:
    exception = rule("a", ALLOWED, overrides=("b",))
    assert found(exception, rule("b", ALLOWED)) == [(Order.OVER, Principle.EXCEPTION)]


def test_readings_of_one_provision_have_no_order() -> None:
    one = rule("a", ALLOWED, reading="A", provision="p")
    assert found(one, rule("b", FORBIDDEN, reading="B", provision="p")) == [(Order.NONE, None)]


def test_two_segments_cannot_both_be() -> None:
    wage = rule("a", Modality.CLASSIFIED, "pu", question=Question.SEGMENT, provision="p", reading="A")
    own = rule("b", Modality.CLASSIFIED, "bpu", question=Question.SEGMENT, provision="p", reading="B")
    assert found(wage, own) == [(Order.NONE, None)]


@pytest.mark.parametrize(
    "other",
    [
        rule("b", ALLOWED),
        rule("b", FORBIDDEN, "add"),
        rule("b", FORBIDDEN, conditions=[when(kategori="rw")]),
        rule("b", FORBIDDEN, conditions=[when(usia=(65, None))]),
        rule("b", FORBIDDEN, since=date(2027, 1, 1)),
        rule("b", FORBIDDEN, years=(2021, 2022)),
        rule("b", Modality.UNREAD),
        rule("b", FORBIDDEN, kind="inpres"),
    ],
    ids=["agrees", "another fund", "another category", "another age", "later", "another year", "unread", "instruction"],
)
def test_rules_that_never_meet_or_agree_are_no_rivals(other: Rule) -> None:
    one = rule(
        "a", ALLOWED, conditions=[when(kategori="rt", usia=(None, 64))], until=date(2026, 12, 31), years=(2025, 2026)
    )
    assert found(one, other) == []
    assert rivals(book(one, other), other) == ()


def test_seen_from_the_other_side_the_order_is_turned() -> None:
    turned = {Order.OVER: Order.UNDER, Order.UNDER: Order.OVER, Order.NONE: Order.NONE}
    pairs = {(one.id, it.rule.id): it for one in rulebook().rules for it in rivals(rulebook(), one)}
    assert pairs
    for (one, other), rival in pairs.items():
        assert pairs[other, one].order is turned[rival.order]


def test_the_decision_lets_the_same_one_fall() -> None:
    act, ministry = rule("a", FORBIDDEN, kind="uu"), rule("b", ALLOWED)
    standing, defeats = settle([act, ministry], LADDER, lambda one, other: one is not other)
    assert [it.id for it in standing] == ["a"]
    assert [(it.rule.id, it.principle) for it in defeats] == [("b", rivals(book(act, ministry), act)[0].principle)]
