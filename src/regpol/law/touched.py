"""Which categories a rule touches, and how to name many of them shortly."""

from collections.abc import Iterable

from regpol.law.model import Among, Category, Condition, Rule, Rulebook

_CATEGORY = "kategori"


def touched_by(book: Rulebook, rules: Iterable[Rule]) -> tuple[str, ...]:
    """The leaves that at least one of the rules may reach, in the order of the taxonomy."""
    found = {leaf for rule in rules for leaf in touched(book, rule)}
    return tuple(leaf for leaf in book.leaves if leaf in found)


def touched(book: Rulebook, rule: Rule) -> tuple[str, ...]:
    """The leaves that one of the conditions leaves possible, given what follows from the category itself."""
    return tuple(
        leaf
        for leaf in book.leaves
        if any(_possible(book.categories[leaf], condition) for condition in rule.conditions)
    )


def _possible(category: Category, condition: Condition) -> bool:
    known = {**dict(category.implies), _CATEGORY: category.code}
    return all(known[test.fact] in test.codes for test in condition if isinstance(test, Among) and test.fact in known)


def below(book: Rulebook, code: str) -> frozenset[str]:
    """The leaves at or below a category."""
    children = [child.code for child in book.categories.values() if code in child.parents]
    return frozenset().union(*(below(book, child) for child in children)) if children else frozenset({code})


def gathered(book: Rulebook, leaves: Iterable[str]) -> tuple[str, ...]:
    """The fewest codes that stand for these leaves: a parent where all its leaves are meant."""
    left, named = set(leaves), []
    parents = {parent for category in book.categories.values() for parent in category.parents}
    by_size = sorted(parents, key=lambda code: -len(below(book, code)))
    for code in by_size:
        under = below(book, code)
        if len(under) > 1 and under <= left:
            named.append(code)
            left -= under
    wanted = {*named, *left}
    return tuple(code for code in book.categories if code in wanted)
