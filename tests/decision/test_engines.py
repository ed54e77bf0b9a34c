"""Two engines, one answer: they agree on whatever rules can say, and a difference stops the run."""

import threading
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from build import CATEGORIES, DAY, FACTS, book, fact, rule, when
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regpol.decision import findings as findings_module
from regpol.decision.durable_adapter import BLOCK, DurableEngine, IncompleteRun
from regpol.decision.findings import Decider
from regpol.decision.reference import evaluate
from regpol.law.model import Condition, Modality, Origin, Question, Rule
from regpol.situations.axis import axis_for
from regpol.situations.target import Moment, Situation, Target, targets
from regpol.terms.dates import Force, Span
from regpol.terms.problems import Refused

ALLOWED, FORBIDDEN = Modality.ALLOWED, Modality.FORBIDDEN
CHANGE = date(2024, 4, 25)
RULES = (
    rule("always", ALLOWED, ("apbd", "add")),
    rule("old", FORBIDDEN, ("apbd", "add"), conditions=[when(usia=(65, None))], since=CHANGE),
)


def target_of(*rules: Rule) -> Target:
    return next(target for target in targets(book(*rules), "52.71").values() if "apbd" in target.objects)


def situation(cells: tuple[int, ...], day: date = DAY) -> Situation:
    return Situation(str(Question.FUNDING), cells, Moment(day, day.year))


def swapped(target: Target, name: str, **changes: object) -> Target:
    """A target in which one rule is another, or gone if nothing is changed."""
    kept = [it if it.id != name else replace(it, **changes) for it in target.rules if it.id != name or changes]  # type: ignore[arg-type]
    return replace(target, rules=tuple(kept))


LATER = replace(RULES[1].validity, since=Span(date(2024, 4, 26), date(2024, 4, 26)))
YEARS = replace(RULES[1].validity, years=(2023, 2023))
CHANGED = {
    "a rule is gone": ({}, "old=yes"),
    "it begins a day later": ({"validity": LATER}, "old=no"),
    "it holds for another budget year": ({"validity": YEARS}, "old=no"),
    "its threshold moved": ({"conditions": (when(usia=(66, None)),)}, "old=yes"),
}


@pytest.mark.parametrize("side", ["durable", "reference"])
@pytest.mark.parametrize(("changes", "trace"), CHANGED.values(), ids=CHANGED)
def test_one_rule_changed_in_one_engine_stops_the_run(
    changes: dict[str, object], trace: str, side: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def durable(target: Target) -> Any:
        return DurableEngine(swapped(target, "old", **changes) if side == "durable" else target).evaluate

    if side == "reference":
        monkeypatch.setattr(findings_module, "evaluate", lambda it, at: evaluate(swapped(it, "old", **changes), at))
    decider = Decider(book(*RULES), "52.71", durable)
    with pytest.raises(Refused, match="LAW19") as refused:
        decider.decide(situation((1,), CHANGE))
    (problem,) = refused.value.problems
    reference, other = problem.reference, problem.durable  # type: ignore[attr-defined]
    assert "always=yes" in reference
    assert "always=yes" in other
    assert reference != other
    told = str(problem)
    assert "usia" in told
    assert trace in told or "old" not in (other if side == "durable" else reference)


def test_unchanged_rules_pass_and_the_durable_engine_was_asked() -> None:
    asked = []

    def durable(target: Target) -> Any:
        engine = DurableEngine(target)
        return lambda at: asked.append(at) or engine.evaluate(at)

    decider = Decider(book(*RULES), "52.71", durable)
    first = decider.decide(situation((1,)))
    assert decider.decide(situation((1,))) is first
    assert asked == [situation((1,))]
    assert first.trace == (("always", Force.YES), ("old", Force.YES))


days = st.dates(date(2021, 1, 1), date(2025, 12, 31))
codes = st.frozensets(st.sampled_from(CATEGORIES), min_size=1).map(tuple)
bounds = st.tuples(st.none() | st.integers(0, 9), st.none() | st.integers(0, 9)).filter(
    lambda pair: pair != (None, None)
)
conditions = st.fixed_dictionaries(
    {},
    optional={
        "kategori": codes,
        "usia": bounds,
        "upah": st.tuples(st.sampled_from([None, 10**6, 10**12]), st.just(10**12 + 1)),
        "sk": st.sampled_from(["ya", "tidak"]),
        "unit": st.sampled_from(["desa", "kelurahan"]),
    },
).map(lambda cells: when(**cells))


@st.composite
def rules(draw: st.DrawFn, name: str) -> Rule:
    since = draw(st.tuples(days, days).map(sorted).map(tuple) | days)
    until = draw(st.none() | days)
    first = draw(st.none() | st.integers(2021, 2025))
    return rule(
        name,
        draw(st.sampled_from([ALLOWED, FORBIDDEN])),
        conditions=draw(st.lists(conditions, min_size=1, max_size=3)),
        since=since,
        until=until,
        years=None if first is None else (first, draw(st.integers(first, 2026))),
    )


@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data(), count=st.integers(1, 8))
def test_the_engines_agree_on_random_rules(data: st.DataObject, count: int) -> None:
    """Fifty rule sets, for each registration leaks; many situations in each, at the edges of their dates."""
    drawn = [data.draw(rules(f"r{number}")) for number in range(count)]
    target = target_of(*drawn)
    durable = DurableEngine(target)
    edges = sorted({cut - timedelta(days=back) for cut in target.cuts for back in (0, 1)})
    for _ in range(25):
        cells = tuple(data.draw(st.integers(0, axis.size - 1)) for axis in target.axes)
        moment = Moment(data.draw(st.sampled_from(edges) | days), data.draw(st.integers(2020, 2027)))
        here = Situation(target.name, cells, moment)
        assert durable.evaluate(here) == evaluate(target, here)


def overlapping(first: int, count: int) -> list[Condition]:
    """Conditions that all hold of the highest age."""
    return [when(usia=(low, None)) for low in range(first, first + count)]


@pytest.mark.parametrize(
    "many",
    [
        [rule(f"r{number}", ALLOWED) for number in range(5 * BLOCK + 1)],
        [rule(f"r{number}", ALLOWED, conditions=overlapping(5 * number + 1, 5)) for number in range(2 * BLOCK)],
        [rule("r", ALLOWED, conditions=overlapping(1, 5 * BLOCK)), rule("s", ALLOWED, conditions=[when(sk="ya")])],
        [rule(f"r{number}", ALLOWED, since=(date(2025, 1, 1), date(2026, 1, 1))) for number in range(2 * BLOCK)],
    ],
    ids=["rules", "rules of five conditions", "one rule of many conditions", "rules with uncertain days"],
)
def test_more_matches_than_the_engine_can_hold_still_agree(many: list[Rule]) -> None:
    """More than 64 rules matching one message kill the process (see the tripwires); rules go in blocks."""
    target = target_of(*many)
    durable = DurableEngine(target)
    everyone = list(target.situations(Moment(DAY, DAY.year)))
    for here in {everyone[0], *everyone[:: len(everyone) // 5 + 1], everyone[-1]}:
        assert durable.evaluate(here) == evaluate(target, here)


@pytest.mark.parametrize("name", ["tahap", "tahun", "tanggal", "k0", "sid", "id", "$m"])
def test_a_fact_may_be_called_like_something_of_the_engine(name: str) -> None:
    named = fact(name, ("ya", "tidak"), Origin.PERSON)
    condition = (replace(when(sk="ya")[0], fact=name),)
    only = rule("r0", ALLOWED, conditions=[condition])
    target = Target("pendanaan", Question.FUNDING, ("apbd",), (only,), (axis_for(named, condition),))
    durable = DurableEngine(target)
    for cell in range(2):
        assert durable.evaluate(situation((cell,))) == evaluate(target, situation((cell,)))


class Failing(DurableEngine):
    """Fails in every action that records a rule in force, but only once."""

    failure: BaseException | None = None

    def _on_force(self, rule: Rule, force: Force) -> Any:
        recorded = super()._on_force(rule, force)

        def act(_: Any, run: Any) -> None:
            failure, Failing.failure = Failing.failure, None
            if failure:
                raise failure
            recorded(None)

        return self._kept(act)


@pytest.mark.parametrize("failure", [ZeroDivisionError("x"), KeyboardInterrupt(), SystemExit(3)])
def test_what_happens_inside_an_action_is_not_swallowed(failure: BaseException) -> None:
    """durable-rules keeps every exception of an action to itself."""
    target = target_of(*RULES)
    engine = Failing(target)
    Failing.failure = failure
    with pytest.raises(type(failure)):
        engine.evaluate(situation((1,)))
    assert engine.evaluate(situation((1,))) == evaluate(target, situation((1,)))


def test_a_lost_message_is_not_taken_for_an_answer() -> None:
    class Losing(DurableEngine):
        def _on_closing(self, block: int) -> Any:
            return self._kept(lambda _, run: None)

    with pytest.raises(IncompleteRun, match="0 dari 1"):
        Losing(target_of(*RULES)).evaluate(situation((1,)))


def test_the_host_starts_no_threads() -> None:
    before = threading.active_count()
    engine = DurableEngine(target_of(*RULES))
    engine.evaluate(situation((1,)))
    assert threading.active_count() == before


def test_every_fact_used_here_is_a_fact_of_the_builders() -> None:
    assert {axis.fact.code for axis in target_of(*RULES).axes} <= set(FACTS)
