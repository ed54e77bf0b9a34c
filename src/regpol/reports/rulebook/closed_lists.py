"""The pages of values, categories and entries of closed lists: their own rows."""

from collections.abc import Iterator

from regpol.law.entries import Listed
from regpol.law.model import Category, Rulebook, UnreadRow, Value, ValueRow
from regpol.law.touched import below
from regpol.terms.language import series

Rows = Iterator[tuple[str, str]]
_MANY = 24


def value_title(value: Value) -> str:
    """A value by its meaning."""
    return f"Nilai {value.name}: {value.meaning}"


def value_rows(book: Rulebook, value: Value) -> Rows:
    """Where a value stands, and its dated rows with the grade of each; what was not found is said."""
    yield "Letak", str(value.citation)
    told = [line for row in value.rows for line in value_row_words(book, value, row)]
    told += [_unread_words(book, row) for row in value.unread]
    for number, line in enumerate(told[:_MANY] or ["belum ada yang diketahui; bukan nol"]):
        yield "" if number else "Deret", line
    if len(told) > _MANY:
        yield "", f"dan {len(told) - _MANY} baris lain"
    openable = dict.fromkeys(source for row in value.rows for source in row.sources if source.address)
    for number, source in enumerate(openable):
        yield "" if number else "Sumber", f"{source.name}\n<{source.address}>"
    if value.note:
        yield "Catatan", value.note
    yield "Id", value.name


def value_row_words(book: Rulebook, value: Value, row: ValueRow) -> Iterator[str]:
    """One dated row, and what other sources say of it."""
    basis = f"; {row.basis}" if row.basis else ""
    amount = f"{value.words(row.amount)}, {row.validity.label}"
    yield f"{_keys(book, row.keys)}{amount} [{row.evidence.label}]{basis}"
    for other in row.others:
        yield f"  sumber lain: {value.words(other.amount)} [{other.evidence.label}] {other.note}".rstrip()


def _unread_words(book: Rulebook, row: UnreadRow) -> str:
    return f"{_keys(book, row.keys)}belum terbaca, {row.validity.label}" + (f"; {row.note}" if row.note else "")


def _keys(book: Rulebook, keys: tuple[tuple[str, str], ...]) -> str:
    named = [book.vocabulary[name][code].name if name in book.vocabulary else code for name, code in keys]
    return f"{', '.join(named)}: " if named else ""


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
    """The accounts known for exactly this, those that differ in the programme alone told together."""
    programmes: dict[tuple[str, ...], list[str]] = {}
    for it in book.accounts:
        if {"kategori": it.category, "dana": it.fund, "program": it.programme}.get(vocabulary) == code:
            place = (it.code, it.name, it.fund, it.category, it.evidence.label)
            programmes.setdefault(place, []).append(book.term("program", it.programme).short)
    for (number, name, fund, category, grade), known in programmes.items():
        what = f"{series(known, 'dan')} dari {book.term('dana', fund).short}, {book.categories[category].name}"
        yield "Rekening", f"{number} {name}: {what} [{grade}]"
