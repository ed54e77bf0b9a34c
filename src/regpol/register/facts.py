"""The facts of a person that rules may read, typed by the vocabulary.

A blank or unreadable cell is a fact not known, never "no"; a column the register lacks is said once,
not for every row.
"""

from collections.abc import Callable

from regpol.register.people import ColumnType, Value
from regpol.register.raw_table import Cell, as_text
from regpol.register.typed_dates import read_date
from regpol.register.typed_values import read_number, read_rupiah, read_yes_no
from regpol.register.vocabulary import Fact, FactKind
from regpol.register.wording import position, words

TYPES = {
    FactKind.CODE: ColumnType.CODE,
    FactKind.NUMBER: ColumnType.NUMBER,
    FactKind.RUPIAH: ColumnType.NUMBER,
    FactKind.DATE: ColumnType.DATE,
    FactKind.YES_NO: ColumnType.YES_NO,
}
WRITTEN = {
    FactKind.NUMBER: ("bilangan bulat", "misalnya 3"),
    FactKind.RUPIAH: ("jumlah rupiah", "misalnya 1.500.000"),
    FactKind.DATE: ("tanggal", "misalnya 31 Desember 2026"),
    FactKind.YES_NO: ("ya atau tidak", "ya atau tidak"),
}
_ALSO = {
    "tidak": ("tdk", "belum", "bukan", "tidak ada", "belum terdaftar", "bukan peserta"),
    "pu": ("penerima upah",),
    "bpu": ("bukan penerima upah", "mandiri"),
}
_LATEST_YEAR = 2099


def how_written(fact: Fact) -> tuple[str, str]:
    """What a cell of this fact holds, and an example, in words."""
    return WRITTEN.get(fact.kind, ("salah satu pilihan", ", ".join(fact.options)))


def fact_reader(fact: Fact) -> Callable[[Cell], Value]:
    """Reads one cell; None where it says nothing that can be read."""
    match fact.kind:
        case FactKind.CODE:
            return _CodeReader(fact)
        case FactKind.NUMBER:
            return read_number
        case FactKind.RUPIAH:
            return read_rupiah
        case FactKind.DATE:
            return lambda cell: read_date(cell, _LATEST_YEAR).day
        case FactKind.YES_NO:
            return read_yes_no


class _CodeReader:
    """The option whose longest name stands in the text, if it is one option."""

    def __init__(self, fact: Fact) -> None:
        self._forms = [
            (words(name), code)
            for code, names in fact.options.items()
            for name in (code.replace("_", " "), *names, *_ALSO.get(code, ()))
        ]

    def __call__(self, cell: Cell) -> str | None:
        written = words(as_text(cell))
        held = [(len(form), code) for form, code in self._forms if form and position(form, written) >= 0]
        longest = max((size for size, _ in held), default=0)
        codes = {code for size, code in held if size == longest}
        return codes.pop() if len(codes) == 1 else None
