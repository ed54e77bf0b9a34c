"""The ten answers stand in one order of strength, whichever way they are compared."""

from itertools import product

import pytest

from regpol.law.model import Modality
from regpol.terms.answer import Answer, Evidence

STRONGEST_FIRST = ["required", "entitled", "allowed", "forbidden", "excluded"]
STRONGEST_FIRST += ["unsettled", "unknown", "unread", "not_in_force", "silent"]


def test_the_order_is_the_one_of_the_design() -> None:
    assert [str(answer) for answer in sorted(Answer, reverse=True)] == STRONGEST_FIRST
    assert sorted(Answer) == sorted(Answer, key=lambda answer: -answer.rank)


@pytest.mark.parametrize(("one", "other"), list(product(Answer, Answer)))
def test_every_comparison_tells_the_same(one: Answer, other: Answer) -> None:
    """As text, 'silent' is greater than 'not_in_force', and max() asks for greater, not for less."""
    stronger = STRONGEST_FIRST.index(one) < STRONGEST_FIRST.index(other)
    assert (one > other) == (other < one) == stronger
    assert (one >= other) == (other <= one) == (stronger or one is other)
    assert max(one, other) is max(other, one)
    assert STRONGEST_FIRST.index(max(one, other)) == min(map(STRONGEST_FIRST.index, (one, other)))


def test_every_answer_is_positive_negative_or_open() -> None:
    assert all(answer.positive + answer.negative + answer.open == 1 for answer in Answer)
    assert all(answer.label for answer in Answer)


def test_every_modality_has_its_answer_and_every_grade_its_word() -> None:
    assert {modality.answer for modality in Modality} <= set(Answer)
    assert max(Evidence) is Evidence.OFFICIAL
    assert [grade.code for grade in sorted(Evidence)] == ["not_found", "unverified", "secondary", "mirror", "official"]
