"""Finds what a reader means by a name: a regulation, a place in it, a rule, a value, a category, a term.

A name is taken as it is printed somewhere (a citation, a code, a title), never by resemblance; names that
come near are for the message that nothing was found.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.law.model import Category, Provision, Regulation, Rule, Rulebook, Term, Value
from regpol.terms.citation import parse_citation
from regpol.terms.pinpoint import meet


@dataclass(frozen=True)
class Listed:
    """An entry of a closed list, and the list it stands in."""

    vocabulary: str
    term: Term


Entry = Regulation | Provision | Rule | Value | Category | Listed


def find_entries(book: Rulebook, typed: str) -> tuple[Entry, ...]:
    """Everything of this name; for a citation also what lies inside the place, or holds it."""
    wanted = _bare(typed)
    exact = tuple(dict.fromkeys(entry for name, entry in _names(book) if _bare(name) == wanted))
    return exact or tuple(_at_the_place(book, typed))


def entry_names(book: Rulebook) -> tuple[str, ...]:
    """Every name, for the message that none of them was meant."""
    return tuple(dict.fromkeys(name for name, _ in _names(book)))


def _bare(name: str) -> str:
    return " ".join(name.casefold().split())


def _names(book: Rulebook) -> Iterator[tuple[str, Entry]]:
    for regulation in book.regulations.values():
        yield from ((name, regulation) for name in (regulation.name, regulation.slug))
    for provision in book.provisions:
        yield from ((name, provision) for name in _provision_names(provision))
    yield from ((rule.id, rule) for rule in book.rules)
    yield from ((value.name, value) for value in book.values.values())
    for category in book.categories.values():
        yield from ((name, category) for name in (category.code, category.name, *category.aliases))
    for vocabulary, terms in book.vocabulary.items():
        for term in terms.values():
            yield from ((name, Listed(vocabulary, term)) for name in (term.code, term.name, term.short))


def _provision_names(provision: Provision) -> Iterator[str]:
    citation = provision.citation
    yield provision.id
    yield str(citation)
    yield f"{citation.regulation} {citation.pinpoint}"
    if citation.amends:
        yield f"{citation.amends} {citation.pinpoint}"


def _at_the_place(book: Rulebook, typed: str) -> Iterator[Provision]:
    cited = parse_citation(" ".join(typed.split()))
    if cited is None or not cited.pinpoint:
        return
    for provision in book.provisions:
        own = provision.citation
        names = {_bare(own.regulation), _bare(own.amends)} - {""}
        if _bare(cited.regulation) in names and meet(own.pinpoint, cited.pinpoint):
            yield provision
