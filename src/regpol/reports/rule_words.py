"""For whom a rule stands and under what conditions, in words."""

from collections.abc import Iterable

from regpol.law.model import Among, Between, Condition, FactKind, Rule, Rulebook, Test
from regpol.law.touched import gathered
from regpol.terms.language import series
from regpol.terms.money import rupiah

_FEW = 8
_CATEGORY = "kategori"


def categories_words(book: Rulebook, leaves: Iterable[str]) -> str:
    """Categories by the names of what gathers them; nearly all of them as all but the others."""
    chosen = tuple(leaves)
    if len(chosen) == len(book.leaves):
        return f"semua kategori ({len(chosen)})"
    if not chosen:
        return "tidak ada kategori"
    others = gathered(book, (leaf for leaf in book.leaves if leaf not in chosen))
    named = gathered(book, chosen)
    if len(named) > _FEW and len(others) < len(named):
        return f"semua kategori selain {_names(book, others)}"
    return _names(book, named)


def _names(book: Rulebook, codes: Iterable[str]) -> str:
    return series([book.categories[code].name for code in codes], "dan")


def condition_words(book: Rulebook, rule: Rule) -> tuple[str, ...]:
    """Each alternative under which the norm stands, in words; empty where it always does."""
    return tuple(_whom(book, condition) for condition in rule.conditions if condition)


def whom_words(book: Rulebook, rule: Rule) -> str:
    """For whom the norm stands; everyone where no category is named."""
    return "; atau ".join(_whom(book, condition) for condition in rule.conditions)


def _whom(book: Rulebook, condition: Condition) -> str:
    named = [test.codes for test in condition if isinstance(test, Among) and test.fact == _CATEGORY]
    leaves = [leaf for leaf in book.leaves if all(leaf in codes for codes in named)]
    rest = "; ".join(_test(book, test) for test in condition if test.fact != _CATEGORY)
    return categories_words(book, leaves) + (f", bila {rest}" if rest else "")


def _test(book: Rulebook, test: Test) -> str:
    name = book.facts[test.fact].name.lower()
    if isinstance(test, Between):
        return f"{name} {_between(book, test)}"
    options = dict(zip(book.facts[test.fact].options, book.facts[test.fact].names, strict=True))
    others = [code for code in options if code not in test.codes]
    meant = [code for code in options if code in test.codes]
    if others and len(others) < len(meant):
        return f"{name} selain {series([options[code] for code in others], 'dan')}"
    return f"{name}: {series([options[code] for code in meant], 'atau')}"


def _between(book: Rulebook, test: Between) -> str:
    fact = book.facts[test.fact]

    def amount(number: int) -> str:
        return rupiah(number) if fact.kind is FactKind.RUPIAH else f"{number} {fact.unit}".rstrip()

    if test.low is None:
        return f"paling banyak {amount(test.high or 0)}"
    if test.high is None:
        return f"paling sedikit {amount(test.low)}"
    return amount(test.low) if test.low == test.high else f"{test.low} sampai {amount(test.high)}"
