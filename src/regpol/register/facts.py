"""The facts of a row that rules may read, typed by the vocabulary.

A blank or unreadable cell is a fact not known, never "no"; a column the register lacks is said once,
not for every row.
"""

from dataclasses import dataclass, field

from regpol.register.people import ColumnType, Value
from regpol.register.raw_table import Cell, as_text
from regpol.register.row_view import RowView
from regpol.register.typed_dates import read_date
from regpol.register.typed_values import empty, read_number, read_rupiah, read_yes_no
from regpol.register.vocabulary import Fact, FactKind
from regpol.register.wording import position, words
from regpol.terms.problems import Problem
from regpol.terms.problems.register import FactMissing, ValueUnreadable

TYPES = {
    FactKind.CODE: ColumnType.CODE,
    FactKind.NUMBER: ColumnType.NUMBER,
    FactKind.RUPIAH: ColumnType.NUMBER,
    FactKind.DATE: ColumnType.DATE,
    FactKind.YES_NO: ColumnType.YES_NO,
}
_WRITTEN = {
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


@dataclass(frozen=True)
class FactReader:
    """Reads one fact from rows; a distinct code is worked out once."""

    fact: Fact
    _codes: dict[str, str | None] = field(default_factory=dict)

    def read(self, row: RowView, found: list[Problem]) -> Value:
        """The value, or None with the reason in ``found``."""
        fact = self.fact
        if not row.has(fact.code):
            return None
        cell = row.cell(fact.code)
        missing = empty(cell)
        value = None if missing else self._value(cell)
        if value is not None:
            return value
        place, column = row.place(fact.code), row.heading(fact.code)
        if missing:
            found.append(FactMissing(place=place, column=column))
        else:
            kind, example = _WRITTEN.get(fact.kind, ("salah satu pilihan", ", ".join(fact.options)))
            found.append(ValueUnreadable(place=place, column=column, kind=kind, example=example))
        return None

    def _value(self, cell: Cell) -> Value:
        match self.fact.kind:
            case FactKind.CODE:
                return self._code(as_text(cell))
            case FactKind.NUMBER:
                return read_number(cell)
            case FactKind.RUPIAH:
                return read_rupiah(cell)
            case FactKind.DATE:
                return read_date(cell, _LATEST_YEAR).day
            case FactKind.YES_NO:
                return read_yes_no(cell)

    def _code(self, text: str) -> str | None:
        if text not in self._codes:
            self._codes[text] = self._option(words(text))
        return self._codes[text]

    def _option(self, written: tuple[str, ...]) -> str | None:
        """The option whose longest name stands in the text, if it is one option."""
        forms = [
            (words(name), code)
            for code, names in self.fact.options.items()
            for name in (code.replace("_", " "), *names, *_ALSO.get(code, ()))
        ]
        held = [(len(form), code) for form, code in forms if form and position(form, written) >= 0]
        longest = max((size for size, _ in held), default=0)
        codes = {code for size, code in held if size == longest}
        return codes.pop() if len(codes) == 1 else None
