"""Every rule has a case, and every known date and threshold a case on each side.

A rule that no case reaches can change its meaning without anyone noticing; a date tested only on one
side can be a year off.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest

from legal_cases import CASES, RULES, Outcome, outcomes, read_cases, rulebook
from regpol.law.model import Between, Rule
from regpol.terms.dates import Validity


@cache
def found(slug: str) -> tuple[Outcome, ...]:
    path = CASES / f"{slug}.yaml"
    return tuple(outcome for case in read_cases(path) for outcome in outcomes(case)) if path.exists() else ()


def rules_of(slug: str) -> list[Rule]:
    return [rule for rule in rulebook().rules if rule.id.startswith(f"{slug}/")]


WITH_RULES = sorted({rule.id.partition("/")[0] for rule in rulebook().rules})


def known_dates(rule: Rule) -> Iterator[date]:
    """The days, within the years that can be asked about, on which it surely begins or has just ended."""
    years = rulebook().budget_years
    spans = rule.validity.since, rule.validity.until
    certain = Validity(
        *(
            span if span.known else default
            for span, default in zip(spans, (Validity().since, Validity().until), strict=True)
        )
    )
    yield from (day for day in certain.cuts if date(years[0], 1, 1) < day <= date(years[-1], 12, 31))


def thresholds(rule: Rule) -> Iterator[tuple[str, int]]:
    """Each number test as the fact and the first value above the line."""
    for test in (test for condition in rule.conditions for test in condition if isinstance(test, Between)):
        yield from ((test.fact, line) for line in (test.low, test.high and test.high + 1) if line)


def test_every_rule_is_reached_by_a_case() -> None:
    cases = [outcome for path in CASES.glob("*.yaml") for outcome in found(path.stem)]
    reached = {rule for outcome in cases for rule in outcome.met | outcome.rules}
    missing = [rule.id for rule in rulebook().rules if rule.id not in reached]
    assert not missing, f"{len(missing)} rules without a case:\n" + "\n".join(missing)


def test_every_object_of_every_rule_is_asked_about_by_a_case_that_names_the_rule() -> None:
    """An object that falls out of a norm changes nothing that is asked about another."""
    named = {
        (outcome.expectation.rule.value, outcome.expectation.object.value)
        for path in CASES.glob("*.yaml")
        for outcome in found(path.stem)
        if outcome.expectation.rule
    }
    missing = [
        f"{rule.id} {name}" for rule in rulebook().rules for name in rule.norm.objects if (rule.id, name) not in named
    ]
    assert not missing, f"{len(missing)} objects without a case:\n" + "\n".join(missing)


@pytest.mark.parametrize("slug", WITH_RULES)
def test_each_rule_file_has_its_cases_with_both_sides_of_every_date_and_threshold(slug: str) -> None:
    assert (CASES / f"{slug}.yaml").exists(), "no cases file"
    missing = [*one_sided_dates(slug), *one_sided_thresholds(slug)]
    assert not missing, "\n".join(missing)


def one_sided_dates(slug: str) -> Iterator[str]:
    for day in sorted({day for rule in rules_of(slug) for day in known_dates(rule)}):
        own = {rule.id for rule in rules_of(slug) if day in known_dates(rule)}
        asked = [(outcome.query.day, outcome.met & own) for outcome in found(slug)]
        before = {rule for asked_on, met in asked if asked_on == day - timedelta(days=1) for rule in met}
        after = {rule for asked_on, met in asked if asked_on == day for rule in met}
        if not before & after:
            yield f"{day.isoformat()}: no rule with a case on that day and on the day before ({', '.join(sorted(own))})"


def one_sided_thresholds(slug: str) -> Iterator[str]:
    for rule in rules_of(slug):
        for fact, line in thresholds(rule):
            values = [
                int(outcome.query.facts[fact])
                for outcome in found(slug)
                if outcome.expectation.question is rule.question and fact in outcome.query.facts
            ]
            if line - 1 not in values or line not in values:
                yield f"{rule.id}: {fact} {line - 1} and {line} each need a case"


@pytest.mark.parametrize("path", sorted(CASES.glob("*.yaml")), ids=lambda path: path.stem)
def test_every_case_rests_on_a_regulation_of_the_rulebook(path: Path) -> None:
    names = tuple(rulebook().regulations)
    assert not [case.name for case in read_cases(path) if not case.provision.startswith(names)]


def test_every_cases_file_belongs_to_a_rule_file() -> None:
    known = {path.stem for path in RULES.glob("peraturan/*.yaml")} | {"diam"}
    assert {path.stem for path in CASES.glob("*.yaml")} <= known
