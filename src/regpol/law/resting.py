"""What rests on an entry of the rulebook: the rules and figures one reaches from it, and whom they touch."""

from dataclasses import dataclass

from regpol.law.entries import Entry, Listed
from regpol.law.figures import Figure, figures, value_figure
from regpol.law.model import Category, Provision, Regulation, Rule, Rulebook, Value
from regpol.law.touched import below, touched, touched_by


@dataclass(frozen=True)
class Resting:
    """Silences are rules too; ``read_by`` are those that name a regulation among what was read."""

    rules: tuple[Rule, ...]
    figures: tuple[Figure, ...]
    read_by: tuple[Rule, ...]
    categories: tuple[str, ...]


def resting_on(book: Rulebook, entry: Entry) -> Resting:
    """Everything that would have to be read again if this entry changed."""
    rules = tuple(rule for rule in book.rules if _reaches(book, entry, rule))
    name = entry.name if isinstance(entry, Regulation) else ""
    read_by = tuple(rule for rule in book.rules if name and name in rule.read)
    return Resting(rules, _figures(book, entry), read_by, touched_by(book, rules))


def _reaches(book: Rulebook, entry: Entry, rule: Rule) -> bool:
    provision = rule.provision
    if isinstance(entry, Regulation):
        return provision is not None and provision.regulation.name == entry.name
    if isinstance(entry, Provision):
        return provision is not None and provision.id == entry.id
    if isinstance(entry, Rule):
        return rule.id == entry.id
    if isinstance(entry, Value):
        return entry.name in rule.values
    if isinstance(entry, Category):
        return not below(book, entry.code).isdisjoint(touched(book, rule))
    return _names(entry, rule)


def _names(entry: Listed, rule: Rule) -> bool:
    if entry.vocabulary == rule.question.vocabulary:
        return entry.term.code in rule.norm.objects
    return entry.vocabulary == "pihak" and entry.term.code == rule.norm.bearer


def _figures(book: Rulebook, entry: Entry) -> tuple[Figure, ...]:
    told = figures(book)
    if isinstance(entry, Regulation):
        return tuple(figure for figure in told if figure.citation.regulation == entry.name)
    if isinstance(entry, Provision):
        return tuple(figure for figure in told if figure.rests_on(entry))
    if isinstance(entry, Rule):
        return tuple(value_figure(book.values[name]) for name in entry.values)
    if isinstance(entry, Value):
        return tuple(figure for figure in told if entry.name in figure.values)
    if isinstance(entry, Listed):
        return tuple(figure for figure in told if (entry.vocabulary, entry.term.code) in figure.about)
    return ()


def overriding(book: Rulebook, rule: Rule) -> tuple[Rule, ...]:
    """The rules that say they are an exception to this one."""
    return tuple(other for other in book.rules if rule.id in other.overrides)
