"""A rule in words: for whom, under what conditions, and what it says."""

from collections.abc import Iterable

from regpol.law.model import Among, Between, Condition, FactKind, Modality, Rule, Rulebook, Test
from regpol.law.touched import gathered
from regpol.terms.language import series
from regpol.terms.money import rupiah

_FEW = 8
_CATEGORY = "kategori"
_MODES = {
    Modality.REQUIRED: "wajib",
    Modality.ENTITLED: "berhak atas",
    Modality.ALLOWED: "boleh",
    Modality.EMPOWERED: "berwenang",
    Modality.FORBIDDEN: "dilarang",
}


def norm_words(book: Rulebook, rule: Rule) -> str:
    """Who is bound, and to what."""
    vocabulary = rule.question.vocabulary
    names = series([book.term(vocabulary, code).short for code in rule.norm.objects])
    mode = rule.norm.modality
    if mode is Modality.SILENT:
        return f"Naskah yang dibaca tidak mengatur {names}"
    if mode is Modality.UNREAD:
        return f"Mengatur {names}, tetapi naskahnya belum terbaca"
    bearer = book.term("pihak", rule.norm.bearer).name
    if mode is Modality.CLASSIFIED:
        return f"{bearer} termasuk {names}"
    if mode is Modality.EXCLUDED:
        return f"{bearer} di luar {names}" + (f"; ditampung {rule.norm.scheme}" if rule.norm.scheme else "")
    return f"{bearer} {_MODES[mode]}: {names}"


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
    return tuple(filter(None, (_alternative(book, condition) for condition in rule.conditions)))


def _alternative(book: Rulebook, condition: Condition) -> str:
    return "; ".join(_test(book, test) for test in condition)


def _test(book: Rulebook, test: Test) -> str:
    if test.fact == _CATEGORY and isinstance(test, Among):
        return f"kategori: {categories_words(book, (leaf for leaf in book.leaves if leaf in test.codes))}"
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
