"""Reads a realisation file by its mapping; words are looked up among the names the plan itself uses."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from regpol.budget.paid_month import ASSUMED, Written, month_meant, months_later, read_month
from regpol.budget.planning.plan import Plan, PlanLine
from regpol.budget.realisation import DIMENSIONS, LAST_MONTH, Elsewhere, Key, Paid, Realisation, Unread
from regpol.project.realisation_format import RealisationMapping
from regpol.register.cell_shape import shape
from regpol.register.headings import strict_headings
from regpol.register.raw_table import Cell, as_text
from regpol.register.reading import Sheet, read_sheets
from regpol.register.row_view import RowView
from regpol.register.typed_values import empty, read_number, read_rupiah
from regpol.register.wording import words
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.budget_realisation import RealisationWithoutColumns
from regpol.terms.problems.register import ColumnsMissing, HeaderNotFound

_COLUMNS = {"fund": "dana", "programme": "program", "unit": "unit"}
_MOST_NAMES = 8
_MONTHS = ("bulan", "untuk_bulan")
_REQUIRED = ("bulan", "jumlah")


def read_realisation(path: Path, plan: Plan, mapping: RealisationMapping) -> Realisation:
    """The payments of a file.

    Raises:
        Refused: if it has no columns for month and amount.
    """
    sheets = _sheets(path, mapping)
    present = {name for sheet in sheets for name in sheet.table.fields}
    dimensions = tuple(name for name in DIMENSIONS if _COLUMNS[name] in present)
    by_cover = mapping.by_cover or "untuk_bulan" in present
    reader = _Reader(plan, mapping, dimensions, by_cover)
    for sheet in sheets:
        reader.read(sheet)
    said = [f"Pemetaan realisasi: {mapping.name}", *([mapping.note] if mapping.note else []), *reader.said(present)]
    missing = [_COLUMNS[name] for name in DIMENSIONS if name not in dimensions]
    if missing:
        said.append(f"Berkas tidak memuat kolom {', '.join(missing)}; rencana dibandingkan tanpa pembedaan itu")
    if reader.totals:
        said.append(f"Baris jumlah tidak dihitung lagi: {', '.join(map(str, reader.totals))}")
    said += [text for sheet in sheets for text in sheet.table.assumptions]
    return Realisation(
        file=str(path),
        dimensions=dimensions,
        by_cover=by_cover,
        rows=tuple(reader.paid),
        unread=tuple(reader.unread),
        assumptions=tuple(said),
        elsewhere=tuple(reader.elsewhere),
    )


def _sheets(path: Path, mapping: RealisationMapping) -> tuple[Sheet, ...]:
    """The sheets with an amount and a month: of paying, else the one paid for."""
    headings = strict_headings(mapping.columns)
    refusals = []
    for month in _MONTHS:
        try:
            return read_sheets(path, (month, "jumlah"), headings, ("jumlah", month))
        except Refused as refused:
            refusals.append(refused)
    raise Refused(*(_worded(problem, path, mapping) for problem in refusals[0].problems)) from None


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
    by_cover: bool
    paid: list[Paid] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    elsewhere: list[Elsewhere] = field(default_factory=list)
    totals: list[int | None] = field(default_factory=list)
    assumed: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        self._forms = {
            name: self._known(name, _COLUMNS[name], self.mapping.words.get(_COLUMNS[name], {}))
            for name in self.dimensions
        }
        lines: dict[Key, list[PlanLine]] = defaultdict(list)
        for line in self.plan.lines:
            lines[tuple(getattr(line, name) for name in self.dimensions)].append(line)
        self._later = {key: months_later(same) for key, same in lines.items()}

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
            if any(_is_total(row.cell(name)) for name in _MONTHS):
                self.totals.append(row.place().line)
                continue
            amount = read_rupiah(row.cell("jumlah"))
            if amount is None:
                self.unread.append(Unread(row.place("jumlah"), "jumlahnya tidak terbaca", None))
                continue
            found = self._placed(row, amount)
            if isinstance(found, Unread):
                self.unread.append(replace(found, amount=amount))
            elif 1 <= found.month <= LAST_MONTH:
                self.paid.append(found)
            else:
                self.elsewhere.append(Elsewhere(found.place, found.key, found.month, amount))

    def _placed(self, row: RowView, amount: int) -> Paid | Unread:
        """The payment with its key and month, or why it has none."""
        months = {name: read_month(row.cell(name)) for name in _MONTHS if row.has(name)}
        for name, read in months.items():
            cell = row.cell(name)
            if read is None and not (empty(cell) and name != next(iter(months))):
                how = "kosong" if empty(cell) else f"({shape(cell)}) tidak terbaca"
                return Unread(row.place(name), f"{name.replace('_', ' ')}nya {how}", None)
        key: list[str] = []
        for name in self.dimensions:
            kind, cell = _COLUMNS[name], row.cell(_COLUMNS[name])
            code = self._forms[name].get(words(as_text(cell)))
            if code is None:
                known = self._choices(name, kind)
                return Unread(row.place(kind), f"{kind} ({shape(cell)}) tidak dikenal dalam rencana{known}", None)
            key.append(code)
        return self._dated(row, tuple(key), amount, months)

    def _dated(self, row: RowView, key: Key, amount: int, months: Mapping[str, Written | None]) -> Paid | Unread:
        year = self.plan.head.year
        paid, meant = months.get("bulan"), months.get("untuk_bulan")
        if paid is None or "untuk_bulan" not in months:
            month = (paid or meant or Written(0)).counted(year)
        else:
            found = month_meant(paid, meant, self._later.get(key), year)
            if found.month is None:
                return Unread(row.place("untuk_bulan"), found.trouble, None)
            self.assumed[found.assumed] += 1
            month = found.month
        return Paid(row.place(), key, month, amount, self._active(row))

    def _choices(self, attribute: str, kind: str) -> str:
        """The names to choose from, where they are few enough to read."""
        names = sorted({self.plan.name(kind, str(getattr(line, attribute))) for line in self.plan.lines})
        return f", yang memuat {', '.join(names)}" if 0 < len(names) <= _MOST_NAMES else ""

    def _active(self, row: RowView) -> int | None:
        cell = row.cell("peserta")
        return None if empty(cell) else read_number(cell)

    def said(self, present: Iterable[str]) -> Iterable[str]:
        """What the months of the file were taken for."""
        if "untuk_bulan" in present:
            yield "Dibandingkan menurut bulan iuran (kolom “untuk bulan”), bukan menurut bulan bayar"
            yield from (text.format(count=self.assumed[key]) for key, text in ASSUMED.items() if self.assumed[key])
            return
        if self.by_cover:
            yield "Bulan dalam berkas ialah bulan manfaat"
            return
        yield "Bulan dalam berkas ialah bulan pembayaran"
        if any(row.month == 1 for row in self.paid):
            yield (
                f"Bayaran Januari untuk Desember {self.plan.head.year - 1}, bila ada, ikut terhitung Januari; "
                "tambahkan kolom “Untuk bulan” supaya terpisah"
            )


def _is_total(cell: Cell) -> bool:
    return next(iter(words(as_text(cell))), "") in {"jumlah", "total"}
