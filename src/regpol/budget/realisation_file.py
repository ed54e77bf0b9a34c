"""Reads a realisation file by its mapping; words are looked up among the names the plan itself uses."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from regpol.budget.planning.plan import Plan
from regpol.budget.realisation import DIMENSIONS, LAST_MONTH, Key, Paid, Realisation, Unread
from regpol.project.realisation_format import RealisationMapping
from regpol.register.headings import strict_headings
from regpol.register.raw_table import Cell, as_text
from regpol.register.reading import Sheet, read_sheets
from regpol.register.row_view import RowView
from regpol.register.typed_values import empty, read_number, read_rupiah
from regpol.register.wording import words
from regpol.terms.dates import MONTHS
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.budget_realisation import RealisationWithoutColumns
from regpol.terms.problems.register import ColumnsMissing, HeaderNotFound

_COLUMNS = {"fund": "dana", "programme": "program", "unit": "unit"}
_MOST_NAMES, _DIGITS_OF_WORDS = 8, 8
_REQUIRED = ("bulan", "jumlah")
_NAMED = {name.casefold()[:length]: at for at, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_DATED = re.compile(r"(?:\d{4}[-/.](\d{1,2})(?:[-/.]\d{1,2})?|\d{1,2}[-/.](\d{1,2})[-/.]\d{4}|(\d{1,2})[-/.]\d{4})")


def read_realisation(path: Path, plan: Plan, mapping: RealisationMapping) -> Realisation:
    """The payments of a file.

    Raises:
        Refused: if it has no columns for month and amount.
    """
    try:
        sheets = read_sheets(path, _REQUIRED, strict_headings(mapping.columns), ("jumlah", "bulan"))
    except Refused as refused:
        raise Refused(*(_worded(problem, path, mapping) for problem in refused.problems)) from None
    present = {name for sheet in sheets for name in sheet.table.fields}
    dimensions = tuple(name for name in DIMENSIONS if _COLUMNS[name] in present)
    reader = _Reader(plan, mapping, dimensions)
    for sheet in sheets:
        reader.read(sheet)
    said = [f"Pemetaan realisasi: {mapping.name}", *([mapping.note] if mapping.note else [])]
    said.append("Bulan dalam berkas ialah bulan " + ("manfaat" if mapping.by_cover else "pembayaran"))
    missing = [_COLUMNS[name] for name in DIMENSIONS if name not in dimensions]
    if missing:
        said.append(f"Berkas tidak memuat kolom {', '.join(missing)}; rencana dibandingkan tanpa pembedaan itu")
    if reader.totals:
        said.append(f"Baris jumlah tidak dihitung lagi: {', '.join(map(str, reader.totals))}")
    said += [text for sheet in sheets for text in sheet.table.assumptions]
    return Realisation(str(path), dimensions, mapping.by_cover, tuple(reader.paid), tuple(reader.unread), tuple(said))


def _worded(problem: Problem, path: Path, mapping: RealisationMapping) -> Problem:
    if not isinstance(problem, ColumnsMissing | HeaderNotFound):
        return problem
    found = problem.headings if isinstance(problem, ColumnsMissing) else ()
    wanted = tuple(heading for name in _REQUIRED for heading in mapping.columns.get(name, ())[:3])
    return RealisationWithoutColumns(place=Place(str(path)), wanted=wanted, headings=found)


@dataclass
class _Reader:
    plan: Plan
    mapping: RealisationMapping
    dimensions: tuple[str, ...]
    paid: list[Paid] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    totals: list[int | None] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._forms = {
            name: self._known(name, _COLUMNS[name], self.mapping.words.get(_COLUMNS[name], {}))
            for name in self.dimensions
        }

    def _known(self, attribute: str, kind: str, own: Mapping[str, tuple[str, ...]]) -> dict[tuple[str, ...], str]:
        """Every written form of the codes the plan uses; a form of two codes means neither."""
        codes = {str(getattr(line, attribute)) for line in self.plan.lines} | set(own)
        found: dict[tuple[str, ...], set[str]] = {}
        for code in codes:
            for text in (code, self.plan.name(kind, code), *own.get(code, ())):
                found.setdefault(words(text), set()).add(code)
        return {form: codes_of.pop() for form, codes_of in found.items() if len(codes_of) == 1}

    def read(self, sheet: Sheet) -> None:
        """The rows of one sheet."""
        for index in range(len(sheet.table.rows)):
            row = RowView(sheet.table, index)
            if _is_total(row.cell("bulan")):
                self.totals.append(row.place().line)
                continue
            amount, month = read_rupiah(row.cell("jumlah")), month_of(row.cell("bulan"))
            key, missing = self._key(row)
            if amount is None:
                self.unread.append(Unread(row.place(), "jumlahnya tidak terbaca", None))
            elif month is None:
                said = _quoted(row.cell("bulan"))
                reason = "bulannya kosong" if empty(row.cell("bulan")) else f"bulannya{said} tidak terbaca"
                self.unread.append(Unread(row.place(), reason, amount))
            elif missing:
                self.unread.append(Unread(row.place(), missing, amount))
            else:
                self.paid.append(Paid(row.place(), key, month, amount, self._active(row)))

    def _key(self, row: RowView) -> tuple[Key, str]:
        key = []
        for name in self.dimensions:
            kind, cell = _COLUMNS[name], row.cell(_COLUMNS[name])
            code = self._forms[name].get(words(as_text(cell)))
            if code is None:
                return (), f"{kind}{_quoted(cell)} tidak dikenal dalam rencana{self._choices(name, kind)}"
            key.append(code)
        return tuple(key), ""

    def _choices(self, attribute: str, kind: str) -> str:
        """The names to choose from, where they are few enough to read."""
        names = sorted({self.plan.name(kind, str(getattr(line, attribute))) for line in self.plan.lines})
        return f", yang memuat {', '.join(names)}" if 0 < len(names) <= _MOST_NAMES else ""

    def _active(self, row: RowView) -> int | None:
        cell = row.cell("peserta")
        return None if empty(cell) else read_number(cell)


def _is_total(cell: Cell) -> bool:
    return next(iter(words(as_text(cell))), "") in {"jumlah", "total"}


def _quoted(cell: Cell) -> str:
    """A word of a cell for a message; a long number may be a person's and is not repeated."""
    text = as_text(cell).strip()
    return "" if not text or sum(it.isdigit() for it in text) > _DIGITS_OF_WORDS else f" “{text[:40]}”"


def month_of(cell: Cell) -> int | None:
    """A month, however it is written.

    >>> month_of("Maret"), month_of("03"), month_of("2026-03"), month_of("15/03/2026"), month_of("triwulan 1")
    (3, 3, 3, 3, None)
    """
    if isinstance(cell, date | datetime):
        return cell.month
    text = as_text(cell)
    dated = _DATED.fullmatch(text)
    if dated:
        return _within(int(next(part for part in dated.groups() if part)))
    if text.isdecimal():
        return _within(int(text))
    parts: Iterable[str] = [part for part in words(text) if part not in {"bulan", "bln"} and not part.isdigit()]
    named = [_NAMED[part] for part in parts if part in _NAMED]
    return named[0] if len(named) == 1 == len(list(parts)) else None


def _within(month: int) -> int | None:
    return month if 1 <= month <= LAST_MONTH else None
