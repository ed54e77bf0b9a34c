"""The pages of values, categories and entries of closed lists: their own rows."""

from collections.abc import Iterator

from regpol.law.entries import Listed
from regpol.law.model import Category, Rulebook, Value, ValueRow
from regpol.law.touched import below
from regpol.reports.rule_words import categories_words
from regpol.terms.language import thousands
from regpol.terms.money import Rate, rupiah_from_sen

Rows = Iterator[tuple[str, str]]
_RUPIAH, _PERCENT = "rupiah", "persen"
_MANY = 12


def value_title(value: Value) -> str:
    """A value by its meaning."""
    return f"Nilai {value.name}: {value.meaning}"


def value_rows(value: Value) -> Rows:
    """Where a value stands, and its dated rows with the grade of each."""
    yield "Letak", str(value.citation)
    for number, row in enumerate(value.rows[:_MANY]):
        yield "" if number else "Deret", value_row_words(value, row)
    if len(value.rows) > _MANY:
        yield "", f"dan {len(value.rows) - _MANY} baris lain"
    if not value.rows:
        yield "Deret", "belum ada yang diketahui; bukan nol"
    openable = dict.fromkeys(source for row in value.rows for source in row.sources if source.address)
    for number, source in enumerate(openable):
        yield "" if number else "Sumber", f"{source.name}\n<{source.address}>"


def value_row_words(value: Value, row: ValueRow) -> str:
    """One dated row."""
    keys = " ".join(code.replace("_", " ") for _, code in row.keys)
    about = f"{keys}: " if keys else ""
    basis = f"; {row.basis}" if row.basis else ""
    return f"{about}{amount_words(value, row.amount)}, {row.validity.label} [{row.evidence.label}]{basis}"


def amount_words(value: Value, amount: int) -> str:
    """An amount in the unit of its value."""
    if value.unit == _RUPIAH:
        return rupiah_from_sen(amount)
    return str(Rate(amount)) if value.unit == _PERCENT else thousands(amount)


def category_rows(book: Rulebook, category: Category) -> Rows:
    """Where a category stands in the taxonomy, what follows from it, and what is known beside the norms."""
    if category.note:
        yield "Keterangan", category.note
    if category.parents:
        yield "Termasuk", ", ".join(book.categories[code].name for code in category.parents)
    leaves = tuple(leaf for leaf in book.leaves if leaf in below(book, category.code))
    if leaves != (category.code,):
        yield "Mencakup", ", ".join(book.categories[leaf].name for leaf in leaves)
    if category.aliases:
        yield "Sebutan lain", ", ".join(category.aliases)
    if category.implies:
        yield "Pasti", "; ".join(f"{book.facts[fact].name.lower()}: {value}" for fact, value in category.implies)
    yield from _accounts(book, "kategori", category.code)
    for practice in book.practices:
        if practice.category in leaves:
            where = f" ({practice.region})" if practice.region else ""
            yield "Praktik", f"{practice.text}{where} [{practice.evidence.label}] Catatan, bukan aturan."
    yield "Id", category.code


def listed_rows(book: Rulebook, entry: Listed) -> Rows:
    """An entry of a closed list."""
    term = entry.term
    if term.short != term.name:
        yield "Singkatan", term.short
    if term.note:
        yield "Keterangan", term.note
    if term.owner:
        yield "Pemilik", book.term("pihak", term.owner).name
    yield from _accounts(book, entry.vocabulary, term.code)
    yield "Id", f"{term.code} (daftar {entry.vocabulary})"


def _accounts(book: Rulebook, vocabulary: str, code: str) -> Rows:
    for account in book.accounts:
        if {"kategori": account.category, "dana": account.fund, "program": account.programme}.get(vocabulary) == code:
            who = categories_words(book, below(book, account.category))
            what = f"{book.term('program', account.programme).short} dari {book.term('dana', account.fund).short}"
            yield "Rekening", f"{account.code} {account.name}: {what}, {who} [{account.evidence.label}]"
