"""Turns what was typed into a query, each name checked against the rulebook."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.commands.opening import DAY_FORM, AskedLaw, no_day, policy_file, unknown_choices, year_outside
from regpol.decision.case import Query
from regpol.law.model import Fact, FactKind, Origin, Rulebook
from regpol.project.policy import NO_POLICY, Ahead, Policy
from regpol.project.region import attributes, find
from regpol.situations.axis import FactValue
from regpol.terms.dates import as_number, parse_date
from regpol.terms.money import SEN, parse_rupiah
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import (
    BadFact,
    CategoryNotHere,
    DateOutsideYear,
    UnknownChoice,
)

_FORMS = {
    FactKind.NUMBER: ("bilangan bulat", "47"),
    FactKind.RUPIAH: ("rupiah", "Rp1.500.000"),
    FactKind.DATE: DAY_FORM,
    FactKind.YES_NO: ("ya atau tidak", "ya"),
}
_TOLD = frozenset({Origin.PERSON, Origin.REGION})
"""Facts that are told with ``--fact``; the others are asked for by options of their own, or decided."""


@dataclass(frozen=True, slots=True)
class AskedCase:
    """One case as it was typed: who, where, when, what is known, and the law it is put to."""

    law: AskedLaw
    category: str
    region: str
    day: str | None
    facts: Sequence[str] | None
    policy: Path | None

    def query(self, rulebook: Rulebook) -> Query:
        """The query that was typed, of the rulebook of `law`.

        Raises:
            Refused: with everything wrong in what was typed, or in the policy file.
        """
        return query(
            rulebook,
            category=self.category,
            region=self.region,
            year=self.law.year,
            day=self.day,
            facts=self.facts or (),
            policy=policy_file(self.policy),
            ahead=self.law.ahead,
        )


def query(
    rulebook: Rulebook,
    *,
    category: str,
    region: str,
    year: int,
    day: str | None,
    facts: Iterable[str],
    policy: Policy = NO_POLICY,
    ahead: Ahead | None = None,
) -> Query:
    """The query.

    Raises:
        Refused: with everything wrong in what was typed.
    """
    problems: list[Problem] = []
    if category not in rulebook.leaves:
        known = rulebook.leaves
        problems.append(UnknownChoice(place=NOWHERE, what="kategori", given=category, known=known))
    when = _day(day, year, problems)
    if year not in rulebook.budget_years:
        problems.append(year_outside(rulebook, year, NOWHERE))
    code = _region_code(region, problems)
    known_facts = _facts(rulebook, facts, problems)
    problems += unknown_choices(rulebook, policy)
    fixed = attributes(rulebook.regions, code) if code else {}
    problems += _against_region(rulebook, known_facts, fixed, code)
    if problems:
        raise Refused(*problems)
    given = {**fixed, **known_facts}
    return Query(category, code, year, when, _implied(rulebook, category, given, code), policy, ahead=ahead)


def queries(
    rulebook: Rulebook,
    categories: Iterable[str],
    *,
    region: str,
    year: int,
    day: str | None = None,
    policy: Policy = NO_POLICY,
    ahead: Ahead | None = None,
) -> tuple[tuple[Query, ...], tuple[str, ...]]:
    """A query for each category that exists in the region, and those that do not.

    Raises:
        Refused: with everything wrong in what was typed, or if none of the categories exists there.
    """
    made: list[Query] = []
    missing: dict[str, Refused] = {}
    for category in categories:
        try:
            made.append(
                query(
                    rulebook, category=category, region=region, year=year, day=day, facts=(), policy=policy, ahead=ahead
                )
            )
        except Refused as refused:
            if not all(isinstance(problem, CategoryNotHere) for problem in refused.problems):
                raise
            missing[category] = refused
    if missing and not made:
        raise next(iter(missing.values()))
    return tuple(made), tuple(missing)


def _region_code(region: str, problems: list[Problem]) -> str:
    try:
        return find(region).code
    except Refused as refused:
        problems += refused.problems
        return ""


def _against_region(
    rulebook: Rulebook, facts: dict[str, FactValue], fixed: dict[str, str], region: str
) -> Iterable[Problem]:
    """Facts that the region settles otherwise: a city has one kind, whatever is typed."""
    for name, value in fixed.items():
        if facts.get(name, value) != value:
            meaning = f"yang sesuai dengan wilayah {region}"
            question = rulebook.facts[name].ask
            given = str(facts[name])
            yield BadFact(place=NOWHERE, fact=name, given=given, meaning=meaning, example=value, question=question)


def _implied(rulebook: Rulebook, category: str, facts: dict[str, FactValue], region: str) -> dict[str, FactValue]:
    """The facts with those that follow from the category; a region where they cannot hold is refused."""
    for fact, value in rulebook.categories[category].implies:
        if facts.get(fact, value) != value:
            names = rulebook.facts[fact].name.lower(), str(facts[fact])
            raise Refused(
                CategoryNotHere(
                    place=NOWHERE,
                    category=rulebook.categories[category].name,
                    region=find(region).path,
                    fact=f"{names[0]} {value}",
                    given=f"{names[0]} {names[1]}",
                )
            )
        facts = {**facts, fact: value}
    return facts


def _day(day: str | None, year: int, problems: list[Problem]) -> date | None:
    if day is None:
        return None
    parsed = parse_date(day)
    if parsed is None:
        problems.append(no_day(day))
    elif parsed.year != year:
        problems.append(DateOutsideYear(place=NOWHERE, given=day, year=year))
    return parsed


def _facts(rulebook: Rulebook, typed: Iterable[str], problems: list[Problem]) -> dict[str, FactValue]:
    facts: dict[str, FactValue] = {}
    for pair in typed:
        name, _, value = pair.partition("=")
        fact = rulebook.facts.get(name)
        if fact is None or fact.origin not in _TOLD:
            known = tuple(code for code, told in rulebook.facts.items() if told.origin in _TOLD)
            problems.append(UnknownChoice(place=NOWHERE, what="fakta", given=name, known=known))
            continue
        parsed = _fact_value(fact, value)
        if parsed is None:
            meaning, example = _FORMS.get(fact.kind, (f"salah satu dari {', '.join(fact.options)}", fact.options[:1]))
            problems.append(
                BadFact(
                    place=NOWHERE,
                    fact=name,
                    given=value,
                    meaning=meaning,
                    example="".join(example),
                    question=fact.ask,
                )
            )
        else:
            facts[name] = parsed
    return facts


def _fact_value(fact: Fact, text: str) -> FactValue | None:
    if fact.options:
        return text if text in fact.options else None
    if fact.kind is FactKind.DATE:
        day = parse_date(text)
        return as_number(day) if day else None
    sen = parse_rupiah(text) if fact.kind is FactKind.RUPIAH else None
    if sen is not None:
        return sen // SEN
    return int(text) if text.isdecimal() and len(text) < 16 else None
