"""The questions of the shipped rulebook: what does not matter to a finding, and what a situation stands for."""

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from legal_cases import rulebook
from regpol.decision.case import Query, decide_case
from regpol.decision.findings import Decider, Engine
from regpol.decision.reference import evaluate
from regpol.law.model import FactKind, Question, Rulebook
from regpol.project.region import attributes
from regpol.situations.axis import FactValue, holds
from regpol.situations.target import Moment, Situation, Target, targets
from regpol.terms.problems import Refused

REGIONS = ("52.71", "93.01")
TARGETS = targets(rulebook(), REGIONS[1])
DAYS = st.dates(date(2021, 1, 1), date(2027, 12, 31))


def by_reference(target: Target) -> Engine:
    return lambda situation: evaluate(target, situation)


def sample(seed: int, count: int) -> Iterator[Situation]:
    """Situations of every question, on days when something changes and on the days before."""
    chance = random.Random(seed)
    for target in TARGETS.values():
        days = [day - timedelta(days=back) for day in target.cuts for back in (0, 1) if 2021 <= day.year <= 2027]
        for _ in range(count):
            cells = tuple(chance.randrange(axis.size) for axis in target.axes)
            day = chance.choice(days or [date(2024, 2, 29)])
            yield Situation(target.name, cells, Moment(day, day.year))


def shuffled(book: Rulebook, seed: int) -> Rulebook:
    rules = list(book.rules)
    random.Random(seed).shuffle(rules)
    return replace(book, rules=tuple(rules))


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_rules_never_matters(seed: int) -> None:
    plain = Decider(rulebook(), REGIONS[1], by_reference)
    # the shuffled rules also pass through durable-rules, in other blocks than usual
    mixed = Decider(shuffled(rulebook(), seed), REGIONS[1], None if seed == 0 else by_reference)
    for situation in sample(seed, 60):
        assert told(plain, situation) == told(mixed, situation)


def told(decider: Decider, situation: Situation) -> object:
    """Resolutions and trace; for a situation nobody can be in, that nothing answers it."""
    try:
        found = decider.decide(situation)
    except Refused as refused:
        return str(refused)
    return found.resolutions, dict(found.trace)


def people(seed: int, count: int) -> list[Query]:
    """People with whatever is known of them."""
    chance = random.Random(seed)
    book = rulebook()
    found = []
    for _ in range(count):
        category, region = chance.choice(book.leaves), chance.choice(REGIONS)
        facts: dict[str, FactValue] = {**attributes(book.regions, region), **dict(book.categories[category].implies)}
        if chance.random() < 0.7:
            facts["usia"] = chance.choice([17, 40, 64, 65, 80])
        day = date(chance.randrange(2021, 2028), chance.randrange(1, 13), chance.randrange(1, 29))
        found.append(Query(category, region, day.year, day, facts))
    return found


def test_the_order_of_rows_never_matters() -> None:
    """Nothing of one person stays behind in an engine for the next."""
    asked = people(7, 25)
    deciders = [{region: Decider(rulebook(), region) for region in REGIONS} for _ in range(2)]
    one = [decide_case(deciders[0][query.region], query) for query in asked]
    other = [decide_case(deciders[1][query.region], query) for query in reversed(asked)]
    assert one == list(reversed(other))


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), day=DAYS)
def test_everyone_in_a_situation_meets_the_same_rules(name: str, data: st.DataObject, day: date) -> None:
    """A person with other values in the same cells would get the same findings."""
    target = TARGETS[name]
    values: dict[str, FactValue] = {}
    for axis in target.axes:
        options = st.sampled_from(axis.fact.options) if axis.fact.options else st.integers(0, 130)
        values[axis.fact.code] = data.draw(options)
    cells = tuple(axis.cell_of(values[axis.fact.code]) for axis in target.axes)
    trace = evaluate(target, Situation(name, cells, Moment(day, day.year)))
    met = [
        rule.id
        for rule in target.rules
        if any(all(holds(test, values[test.fact]) for test in condition) for condition in rule.conditions)
    ]
    assert list(trace) == met


@pytest.mark.parametrize("name", TARGETS)
@settings(max_examples=60, deadline=None)
@given(data=st.data(), day=DAYS)
def test_the_first_day_alike_has_the_same_norms_in_force(name: str, data: st.DataObject, day: date) -> None:
    target = TARGETS[name]
    cells = tuple(data.draw(st.integers(0, axis.size - 1)) for axis in target.axes)
    here = Moment(day, day.year)
    first = target.first_alike(here)
    assert first.day <= day
    assert first.day.year == day.year
    assert evaluate(target, Situation(name, cells, first)) == evaluate(target, Situation(name, cells, here))


def test_no_rule_tells_regions_apart_by_code() -> None:
    kinds = {fact.kind for fact in rulebook().facts.values() if fact.origin == "wilayah"}
    assert kinds == {FactKind.CODE}
    read = {fact for target in TARGETS.values() for fact in target.facts}
    assert not {name for name in read if "wilayah" in name or "kode" in name}


def test_each_question_comes_after_those_it_reads() -> None:
    order = list(dict.fromkeys(target.question for target in TARGETS.values()))
    for target in TARGETS.values():
        read = {axis.fact.question for axis in target.axes if axis.fact.question}
        assert all(order.index(earlier) < order.index(target.question) for earlier in read)


def test_every_object_is_decided_by_one_target() -> None:
    for question in Question:
        decided = [name for target in TARGETS.values() if target.question is question for name in target.objects]
        assert sorted(decided) == sorted(rulebook().vocabulary[question.vocabulary])


def test_the_space_of_situations_stays_walkable() -> None:
    assert sum(target.size for target in TARGETS.values()) < 10_000
