"""Turns what was typed into a query, each name checked against the rulebook."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any

from regpol.commands import shell
from regpol.decision.case import Query
from regpol.law.model import Fact, FactKind, Origin, Rulebook
from regpol.project.policy import NO_POLICY, Ahead, Policy
from regpol.project.region import attributes, find
from regpol.situations.axis import FactValue
from regpol.terms.dates import as_number, parse_date
from regpol.terms.money import SEN, parse_rate, parse_rupiah
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.command import (
    BadFact,
    BadOption,
    CategoryNotHere,
    DateOutsideYear,
    UnknownChoice,
    YearOutside,
)

_FORMS = {
    FactKind.NUMBER: ("bilangan bulat", "47"),
    FactKind.RUPIAH: ("rupiah", "Rp1.500.000"),
    FactKind.DATE: ("tanggal", "2024-04-25"),
    FactKind.YES_NO: ("ya atau tidak", "ya"),
}
_TOLD = frozenset({Origin.PERSON, Origin.REGION})
"""Facts that are told with ``--fact``; the others are asked for by options of their own, or decided."""


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
        problems.append(_no_day(day))
    elif parsed.year != year:
        problems.append(DateOutsideYear(place=NOWHERE, given=day, year=year))
    return parsed


def chosen_day(typed: str | None, otherwise: date) -> date:
    """The day that was typed, or another if none was.

    Raises:
        Refused: if what was typed is no day.
    """
    if typed is None:
        return otherwise
    parsed = parse_date(typed)
    if parsed is None:
        raise Refused(_no_day(typed))
    return parsed


def _no_day(typed: str) -> BadFact:
    meaning, example = _FORMS[FactKind.DATE]
    return BadFact(place=NOWHERE, fact="--date", given=typed, meaning=meaning, example=example, question="hari apa?")


def year_outside(rulebook: Rulebook, year: int, place: Place) -> YearOutside:
    """A budget year the rulebook says nothing of."""
    years = rulebook.budget_years
    missing = f"tidak ada pedoman APBD tahun {year} yang terdaftar"
    before = [known for known in years if known <= year]
    carried = (
        f"; check, why, dan matrix dapat membawa norma sampai tahun {before[-1]} dengan --assume, bercap ASUMSI"
        if before
        else ""
    )
    return YearOutside(place=place, given=year, missing=missing, first=years[0], last=years[-1], carried=carried)


def planning(assume: bool, growth: str | None) -> Ahead | None:
    """How a year is planned whose texts and values do not exist yet; None without ``--assume``.

    Raises:
        Refused: if a growth was typed that is no percentage, or without ``--assume``.
    """
    rate = parse_rate(growth) if growth else None
    if growth and not (rate and assume):
        trouble = f"--assume-growth “{growth}”" + ("" if assume else " tanpa --assume")
        meaning, example = "kenaikan upah minimum setahun, bersama --assume", "--assume --assume-growth 6,5%"
        raise Refused(BadOption(place=NOWHERE, trouble=trouble, meaning=meaning, example=example))
    return Ahead(rate) if assume else None


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


def policy_file(path: Path | None) -> Policy:
    """The choices in a policy file, or in the ``kebijakan`` of a project file.

    Raises:
        Refused: with everything wrong in it.
    """
    if path is None:
        return NO_POLICY
    from regpol.law.shape import Report, Unreadable
    from regpol.law.yaml_text import Mapping, read_file
    from regpol.project.policy_format import POLICY

    tree, problems = read_file(path, path.name)
    report: Report = list(problems)
    if tree is not None:
        node: Any = tree.items.get("kebijakan", tree) if isinstance(tree, Mapping) else tree
        try:
            return POLICY.read(node, report)
        except Unreadable:
            pass
    raise Refused(*report)


def unknown_choices(rulebook: Rulebook, policy: Policy) -> Iterable[Problem]:
    """Names in a policy that the rulebook lacks: misspelt, a choice would silently change nothing."""
    groups = {dict(row.keys).get("kelompok_risiko") for value in rulebook.values.values() for row in value.rows}
    risks = tuple(sorted(filter(None, groups)))
    if policy.risk_group and policy.risk_group not in risks:
        yield UnknownChoice(place=NOWHERE, what="kelompok_risiko", given=policy.risk_group, known=risks)
    chosen: dict[str, dict[str, tuple[str, ...]]] = {
        "segmen": {category: (segment,) for category, segment in policy.segments.items()},
        "program": dict(policy.programmes),
        "dana": {category: policy.fund_codes(category) for category in policy.funds},
        "dasar_upah": dict.fromkeys(policy.wage_bases, ()),
    }
    yield from policy.money_problems()
    for kind, choices in chosen.items():
        known = tuple(rulebook.vocabulary.get(kind, ()))
        for category, names in choices.items():
            place = policy.place(kind, category)
            if category not in rulebook.leaves:
                yield UnknownChoice(place=place, what=f"{kind}: kategori", given=category, known=rulebook.leaves)
            for name in names:
                if name not in known:
                    yield UnknownChoice(place=place, what=f"{kind} {category}:", given=name, known=known)


def rulebook_for(rules: Path | None, regional: tuple[Path, ...] = (), ahead_to: int | None = None) -> Rulebook:
    """The rulebook from a folder, or the one that comes with the program; carried forward to a year if one is given.

    Raises:
        Refused: if a folder is not there, or with everything wrong in its files.
    """
    for folder in filter(None, (rules, *regional)):
        if not folder.is_dir():
            example = "--rules rules" if folder == rules else "--regional examples/mataram/peraturan"
            raise Refused(
                BadOption(
                    place=NOWHERE, trouble=f"folder {folder} tidak ada", meaning="folder yang ada", example=example
                )
            )
    book = shell.rulebook(regional, rules)
    if ahead_to is None or not _plannable(book, ahead_to):
        return book
    from regpol.law.ahead import plan_ahead

    return plan_ahead(book, ahead_to)


def _plannable(rulebook: Rulebook, year: int) -> bool:
    """Whether there is anything before a year to carry to it."""
    return rulebook.budget_years[0] < year <= date.max.year
