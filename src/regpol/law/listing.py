"""Regulations, rules and values as one list, each with how well it is known and how much it touches."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.law.figures import value_figure
from regpol.law.model import Modality, Question, Regulation, Rule, Rulebook
from regpol.law.touched import touched, touched_by
from regpol.terms.answer import Evidence
from regpol.terms.citation import UNVERIFIED
from regpol.terms.dates import Validity

REGULATION, RULE, VALUE = "peraturan", "kaidah", "nilai"


@dataclass(frozen=True)
class Line:
    """An entry of the list; ``unread`` where its text, its place or its amount is not known.

    ``signable`` is the id that a sign-off of it would carry: a rule is approved with its provision.
    """

    kind: str
    id: str
    name: str
    question: Question | None
    categories: tuple[str, ...]
    evidence: Evidence
    unread: bool
    validity: Validity | None
    signable: str = ""


@dataclass(frozen=True)
class Wanted:
    """Which lines are asked for; an empty wish lets everything pass. ``evidence`` are the grades."""

    question: Question | None = None
    category: str = ""
    evidence: frozenset[Evidence] = frozenset(Evidence)
    unread: bool = False


def lines(book: Rulebook, wanted: Wanted) -> tuple[Line, ...]:
    """The lines that pass, regulations first."""
    rules = [rule for rule in book.rules if _passes(book, rule, wanted)]
    narrowed = bool(wanted.question or wanted.category)
    named = {rule.provision.regulation.name for rule in rules if rule.provision}
    told = {name for rule in rules for name in rule.values}
    found: list[Line] = [_regulation(book, it) for it in book.regulations.values() if not narrowed or it.name in named]
    found += [_rule(book, rule) for rule in rules]
    found += [line for line in _values(book) if not narrowed or line.id in told]
    return tuple(line for line in found if line.evidence in wanted.evidence and (line.unread or not wanted.unread))


def _passes(book: Rulebook, rule: Rule, wanted: Wanted) -> bool:
    asked = wanted.question in {None, rule.question}
    return asked and (not wanted.category or wanted.category in touched(book, rule))


def _regulation(book: Rulebook, it: Regulation) -> Line:
    own = [provision.evidence for provision in book.provisions if provision.regulation.name == it.name]
    rules = [rule for rule in book.rules if rule.provision and rule.provision.regulation.name == it.name]
    grade = min(own, default=Evidence.NOT_FOUND)
    unread = it.reading == "tidak_ada" or any(_unread(rule) for rule in rules)
    return Line(REGULATION, it.name, it.about, None, touched_by(book, rules), grade, unread, it.validity)


def _rule(book: Rulebook, rule: Rule) -> Line:
    where = str(rule.provision.citation) if rule.provision else f"dibaca: {', '.join(rule.read)}"
    signable = rule.provision.id if rule.provision else ""
    whom, unread = touched(book, rule), _unread(rule)
    return Line(RULE, rule.id, where, rule.question, whom, rule.evidence, unread, rule.validity, signable)


def _unread(rule: Rule) -> bool:
    if rule.norm.modality is Modality.UNREAD:
        return True
    return rule.provision is not None and rule.provision.citation.pinpoint == UNVERIFIED


def _values(book: Rulebook) -> Iterator[Line]:
    for value in book.values.values():
        told = value_figure(value)
        yield Line(VALUE, value.name, value.meaning, None, (), told.evidence, told.unread, None, value.name)
