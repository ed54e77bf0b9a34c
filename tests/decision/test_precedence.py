"""Which norm stands: each principle, where there is no order, and what never decides."""

from collections.abc import Iterable
from datetime import date
from itertools import permutations

import pytest
from build import LADDER, rule, when
from hypothesis import given
from hypothesis import strategies as st

from regpol.decision.precedence import Principle, Resolution, narrower, resolve
from regpol.law.model import Modality, Rule
from regpol.terms.answer import Answer
from regpol.terms.dates import Force

REQUIRED, ENTITLED, ALLOWED = Modality.REQUIRED, Modality.ENTITLED, Modality.ALLOWED
FORBIDDEN, EXCLUDED, UNREAD, SILENT = Modality.FORBIDDEN, Modality.EXCLUDED, Modality.UNREAD, Modality.SILENT
RT = when(kategori="rt")
RT_OR_RW = when(kategori=("rt", "rw"))


def settled(rules: Iterable[Rule], **force: Force) -> Resolution | None:
    """The resolution, the same in every order of the rules; all in force unless said otherwise."""
    found = [
        resolve("apbd", [(it, force.get(it.id, Force.YES)) for it in order], LADDER) for order in permutations(rules)
    ]
    assert all(it == found[0] for it in found)
    return found[0]


def shown(resolution: Resolution | None) -> tuple[Answer, list[tuple[str, str]], list[tuple[str, Principle]]]:
    """Answer, grounds with their kind, and what fell by which principle."""
    assert resolution
    grounds = [(ground.rule.id, ground.kind) for ground in resolution.grounds]
    fallen = [(defeat.rule.id, defeat.principle) for ground in resolution.grounds for defeat in ground.defeated]
    return resolution.answer, grounds, fallen


@pytest.mark.parametrize(
    ("winner", "loser", "principle"),
    [
        (rule("a", ALLOWED, overrides=("b",)), rule("b", FORBIDDEN, conditions=[RT]), Principle.EXCEPTION),
        (rule("a", ALLOWED, overrides=("b",)), rule("b", REQUIRED), Principle.EXCEPTION),
        (rule("a", FORBIDDEN, kind="uu"), rule("b", REQUIRED, conditions=[RT]), Principle.SUPERIOR),
        (rule("a", REQUIRED, kind="pp"), rule("b", EXCLUDED, since=date(2024, 1, 1)), Principle.SUPERIOR),
        (rule("a", FORBIDDEN, conditions=[RT]), rule("b", ALLOWED), Principle.SPECIAL),
        (rule("a", FORBIDDEN, conditions=[RT]), rule("b", ALLOWED, since=date(2024, 1, 1)), Principle.SPECIAL),
        (rule("a", ALLOWED, conditions=[when(usia=(18, 64))]), rule("b", FORBIDDEN, conditions=[when(usia=(18, None))]),
         Principle.SPECIAL),
        (rule("a", FORBIDDEN, since=date(2024, 1, 1)), rule("b", REQUIRED), Principle.LATER),
        (rule("a", ALLOWED, since=(date(2024, 1, 1), date(2024, 6, 30))), rule("b", EXCLUDED), Principle.LATER),
    ],
)  # fmt: skip
def test_the_principle_by_which_a_norm_falls(winner: Rule, loser: Rule, principle: Principle) -> None:
    answer = winner.norm.modality.answer
    assert shown(settled([winner, loser])) == (answer, [("a", "norm")], [("b", principle)])


NO_ORDER = {
    "kinds without order": (rule("a", ALLOWED), rule("b", FORBIDDEN, kind="perda", conditions=[RT])),
    "ministry against ministry": (rule("a", ALLOWED, issuer="X"), rule("b", FORBIDDEN, issuer="Y", conditions=[RT])),
    "the same norm twice": (rule("a", ALLOWED), rule("b", FORBIDDEN)),
    "overlapping conditions": (rule("a", ALLOWED, conditions=[RT]), rule("b", FORBIDDEN, conditions=[when(sk="ya")])),
    "start days that overlap": (
        rule("a", ALLOWED, since=(date(2023, 1, 1), date(2023, 12, 31))),
        rule("b", FORBIDDEN, since=(date(2023, 6, 1), date(2023, 6, 1))),
    ),
    "rival readings": (
        rule("a", ALLOWED, provision="p", reading="X", conditions=[RT]),
        rule("b", EXCLUDED, provision="p", reading="Y"),
    ),
}


@pytest.mark.parametrize("rules", NO_ORDER.values(), ids=NO_ORDER)
def test_without_order_all_sides_stand(rules: tuple[Rule, ...]) -> None:
    assert shown(settled(rules)) == (Answer.UNSETTLED, [("a", "norm"), ("b", "norm")], [])


def test_readings_of_different_provisions_are_no_rivals() -> None:
    rules = [rule("a", FORBIDDEN, reading="X", conditions=[RT]), rule("b", ALLOWED, reading="Y")]
    assert shown(settled(rules)) == (Answer.FORBIDDEN, [("a", "norm")], [("b", Principle.SPECIAL)])


def test_what_lets_it_happen_adds_up_and_the_strongest_is_shown() -> None:
    rules = [rule("a", ALLOWED), rule("b", REQUIRED), rule("c", ENTITLED, kind="uu")]
    assert shown(settled(rules)) == (Answer.REQUIRED, [("b", "norm"), ("c", "norm"), ("a", "norm")], [])


def test_a_norm_falls_only_to_one_that_stands() -> None:
    """The permission is beaten by the act, so it does not beat the older prohibition beside it."""
    rules = [
        rule("a", FORBIDDEN, kind="uu"),
        rule("b", ALLOWED, since=date(2024, 1, 1)),
        rule("c", FORBIDDEN, since=date(2021, 1, 1)),
    ]
    assert shown(settled(rules)) == (
        Answer.FORBIDDEN,
        [("a", "norm"), ("c", "norm")],
        [("b", Principle.SUPERIOR)],
    )


def test_norms_that_beat_each_other_in_a_circle_all_stand() -> None:
    rules = [
        rule("a", ALLOWED, overrides=("b",)),
        rule("b", FORBIDDEN, overrides=("c",)),
        rule("c", ALLOWED, overrides=("a",)),
    ]
    assert shown(settled(rules)) == (Answer.UNSETTLED, [("a", "norm"), ("c", "norm"), ("b", "norm")], [])


@pytest.mark.parametrize("other", [rule("b", FORBIDDEN), rule("b", SILENT), rule("b", UNREAD)])
@pytest.mark.parametrize("modality", [REQUIRED, FORBIDDEN])
def test_an_instruction_never_decides(other: Rule, modality: Modality) -> None:
    resolution = settled([rule("a", modality, kind="inpres", since=date(2024, 1, 1)), other])
    assert resolution
    assert resolution.answer is other.norm.modality.answer
    assert [ground.rule.id for ground in resolution.grounds] == ["b"]
    assert [(ground.rule.id, ground.kind) for ground in resolution.instructed] == [("a", "instruction")]


def test_where_only_an_instruction_speaks_the_silence_has_no_ground() -> None:
    resolution = settled([rule("a", REQUIRED, kind="se")])
    assert resolution
    assert (resolution.answer, resolution.grounds) == (Answer.SILENT, ())
    assert settled([rule("a", REQUIRED, kind="se")], a=Force.NO) is None
    assert settled([]) is None


WEAKER = {
    "unread": ([rule("a", UNREAD), rule("b", SILENT)], {}, Answer.UNREAD, [("a", "unread")]),
    "a start day nobody knows": ([rule("a", ALLOWED), rule("b", SILENT)], {"a": Force.UNCERTAIN}, Answer.UNREAD,
                                 [("a", "unread")]),
    "not in force": ([rule("a", ALLOWED), rule("b", SILENT)], {"a": Force.NO}, Answer.NOT_IN_FORCE,
                     [("a", "outside_time"), ("b", "silence")]),
    "silent": ([rule("b", SILENT)], {}, Answer.SILENT, [("b", "silence")]),
    "an unread text out of force says nothing": ([rule("a", UNREAD), rule("b", SILENT)], {"a": Force.NO},
                                                 Answer.SILENT, [("b", "silence")]),
    "a norm speaks louder than a text not read": ([rule("a", UNREAD), rule("b", ALLOWED)], {}, Answer.ALLOWED,
                                                  [("b", "norm")]),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "force", "answer", "grounds"), WEAKER.values(), ids=WEAKER)
def test_answers_without_a_norm(
    rules: list[Rule], force: dict[str, Force], answer: Answer, grounds: list[tuple[str, str]]
) -> None:
    assert shown(settled(rules, **force))[:2] == (answer, grounds)


def test_a_silence_that_has_ended_is_a_gap() -> None:
    assert settled([rule("b", SILENT)], b=Force.NO) is None


@pytest.mark.parametrize(
    ("perhaps", "answer"),
    [
        (rule("b", FORBIDDEN, kind="uu"), Answer.UNREAD),
        (rule("b", FORBIDDEN, kind="perda"), Answer.UNREAD),
        (rule("b", FORBIDDEN, kind="se"), Answer.ALLOWED),
        (rule("b", REQUIRED, kind="uu"), Answer.ALLOWED),
        (rule("b", UNREAD, kind="uu"), Answer.ALLOWED),
    ],
    ids=["would turn it", "would leave it open", "instruction", "same side", "not read"],
)
def test_a_norm_that_may_be_in_force_already(perhaps: Rule, answer: Answer) -> None:
    """Inside the days between which a prohibition began, nobody can say that it is allowed."""
    resolution = settled([rule("a", ALLOWED), perhaps], b=Force.UNCERTAIN)
    assert resolution
    assert resolution.answer is answer


codes = st.frozensets(st.sampled_from(["rt", "rw", "kader"]), min_size=1).map(tuple)
ranges = st.tuples(st.none() | st.integers(0, 5), st.none() | st.integers(3, 9))
conditions = st.lists(
    st.fixed_dictionaries({}, optional={"kategori": codes, "usia": ranges}).map(lambda cells: when(**cells)),
    min_size=1,
    max_size=2,
).map(tuple)


@given(conditions, conditions, conditions)
def test_narrower_is_a_strict_order(one: tuple, two: tuple, three: tuple) -> None:
    assert not narrower(one, one)
    assert not (narrower(one, two) and narrower(two, one))
    if narrower(one, two) and narrower(two, three):
        assert narrower(one, three)
