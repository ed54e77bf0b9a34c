"""Puts what came back into the register: one answer for a cell is taken, two that differ are reported."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from regpol.register.nik import Nik, read_nik
from regpol.register.raw_table import Cell, as_text
from regpol.register.reading import Sheet
from regpol.register.returns.answers import DEED, NOTE, Answer, AnswerRow, column_labels
from regpol.register.returns.dispatch import Dispatch, UnitPart, row_code
from regpol.register.sheets import Grid
from regpol.register.typed_dates import read_date

_DATES = {"tanggal_lahir", "tanggal_sk", "sk_sampai", "sk_mulai"}
_LATEST_YEAR = 2099


@dataclass(frozen=True, slots=True, repr=False)
class Change:
    """One cell that changed, or would have: who said so, what it was, what it is to be."""

    unit: UnitPart
    file: str
    filled_by: str
    saved: str
    sheet: str
    line: int
    column: str
    old: str
    new: str
    why_not: str = ""


@dataclass(frozen=True, slots=True, repr=False)
class Stray:
    """A row without a known code: perhaps a new person, perhaps an old one whose code was lost."""

    unit: UnitPart
    file: str
    line: int
    text: str


@dataclass(frozen=True, slots=True)
class UnitState:
    """How far a unit is. ``back`` counts the rows that came back, ``changed`` the cells taken over."""

    unit: UnitPart
    files: tuple[str, ...]
    back: int
    missing: tuple[str, ...]
    changed: int
    conflicts: int
    strays: int

    @property
    def answered(self) -> bool:
        """Whether anything came back."""
        return bool(self.files)


@dataclass(frozen=True, repr=False)
class Merged:
    """The register with the changes in it, and everything that was not put in."""

    sheets: tuple[Sheet, ...]
    changed_cells: tuple[tuple[int, int, int, str], ...]
    remarks: Mapping[tuple[int, int], tuple[str, str]]
    changes: tuple[Change, ...]
    conflicts: tuple[Change, ...]
    strays: tuple[Stray, ...]
    states: tuple[UnitState, ...]


@dataclass
class _Work:
    """What is collected while the answers are gone through."""

    changes: list[Change] = field(default_factory=list)
    conflicts: list[Change] = field(default_factory=list)
    cells: dict[tuple[int, int, int], Cell] = field(default_factory=dict)
    marks: list[tuple[int, int, int, str]] = field(default_factory=list)
    remarks: dict[tuple[int, int], tuple[str, str]] = field(default_factory=dict)


def merge(dispatch: Dispatch, sheets: Sequence[Sheet], answers: Sequence[Answer]) -> Merged:
    """The register as the answers leave it."""
    said: dict[str, list[tuple[Answer, AnswerRow]]] = defaultdict(list)
    for answer in answers:
        for row in answer.rows:
            said[row.code].append((answer, row))
    work = _Work()
    for at, sheet in enumerate(sheets):
        labels = column_labels(sheet)
        for line in sheet.table.numbers:
            code = row_code(dispatch.id, at, line)
            if said.get(code):
                _merge_row(_Spot(at, sheet, line, dispatch.unit_of[code]), labels, said[code], work)
    strays = tuple(
        Stray(answer.unit, answer.file, row.line, _content(row.cells)) for answer in answers for row in answer.unknown
    )
    return Merged(
        sheets=tuple(_with_cells(at, sheet, work.cells) for at, sheet in enumerate(sheets)),
        changed_cells=tuple(work.marks),
        remarks=work.remarks,
        changes=tuple(work.changes),
        conflicts=tuple(work.conflicts),
        strays=strays,
        states=tuple(_state(unit, answers, said, work, strays) for unit in dispatch.units),
    )


@dataclass(frozen=True)
class _Spot:
    """The row of the register that is looked at."""

    at: int
    sheet: Sheet
    line: int
    unit: UnitPart


def _merge_row(spot: _Spot, labels: Sequence[str], rows: Sequence[tuple[Answer, AnswerRow]], work: _Work) -> None:
    fields = {column: name for name, column in spot.sheet.table.fields.items()}
    cells = spot.sheet.grid.rows[spot.line - 1]
    for column, label in enumerate(labels):
        old = cells[column] if column < len(cells) else None
        told = [(answer, row.cells[label]) for answer, row in rows if label in row.cells]
        other = [(answer, cell) for answer, cell in told if not _same(fields.get(column, ""), old, cell)]
        if not other:
            continue
        why_not = _why_not(spot, fields.get(column, ""), told, other)
        for answer, cell in other if why_not else other[:1]:
            change = _change(spot, answer, label, (old, cell), why_not)
            (work.conflicts if why_not else work.changes).append(change)
        if not why_not:
            work.cells[spot.at, spot.line, column] = _cleaned(other[0][1])
            work.marks.append((spot.at, spot.line, column, f"semula: {as_text(old) or '(kosong)'}"))
    _remark(spot, rows, work)


def _why_not(
    spot: _Spot, field_name: str, told: Sequence[tuple[Answer, Cell]], other: Sequence[tuple[Answer, Cell]]
) -> str:
    """Why an answer is not taken; empty if it is."""
    first = other[0][1]
    if len(other) < len(told) or not all(_same(field_name, first, cell) for _, cell in other):
        return "jawaban dalam beberapa berkas atau baris berbeda"
    if any(answer.unit.code != spot.unit.code for answer, _ in other):
        return "baris ini dikirim kepada unit lain"
    if field_name == "nik":
        read = read_nik(first)
        if isinstance(read, Nik):
            return "NIK tersimpan sebagai angka; digit terakhir mungkin hilang" if read.doubtful else ""
        if read.ruined:
            return "NIK rusak oleh lembar kerja"
    return ""


def _change(spot: _Spot, answer: Answer, label: str, cells: tuple[Cell, Cell], why_not: str) -> Change:
    old, new = cells
    return Change(
        unit=answer.unit,
        file=answer.file,
        filled_by=answer.filled_by,
        saved=answer.saved,
        sheet=spot.sheet.table.sheet,
        line=spot.line,
        column=label,
        old=_shown(old),
        new=_shown(new),
        why_not=why_not,
    )


def _remark(spot: _Spot, rows: Sequence[tuple[Answer, AnswerRow]], work: _Work) -> None:
    """What the unit wrote beside a row; different remarks are all kept."""
    deeds, notes = (
        "; ".join(dict.fromkeys(text for _, row in rows if (text := as_text(row.cells.get(name)))))
        for name in (DEED, NOTE)
    )
    if deeds or notes:
        work.remarks[spot.at, spot.line] = (deeds, notes)


def _same(field_name: str, old: Cell, new: Cell) -> bool:
    """Whether two cells say the same, however the spreadsheet keeps it."""
    if _shown(old) == _shown(new):
        return True
    if field_name in _DATES:
        one, other = read_date(old, _LATEST_YEAR).span, read_date(new, _LATEST_YEAR).span
        return one is not None and one == other
    if field_name == "nik":
        one_nik, other_nik = read_nik(old), read_nik(new)
        return isinstance(one_nik, Nik) and isinstance(other_nik, Nik) and one_nik.digits == other_nik.digits
    return False


def _shown(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return " ".join(as_text(cell).split())


def _cleaned(cell: Cell) -> Cell:
    return as_text(cell) if isinstance(cell, str) else cell


def _content(cells: Mapping[str, Cell]) -> str:
    return "; ".join(f"{name}: {_shown(cell)}" for name, cell in cells.items() if _shown(cell))


def _with_cells(at: int, sheet: Sheet, cells: Mapping[tuple[int, int, int], Cell]) -> Sheet:
    rows = list(sheet.grid.rows)
    for (owner, line, column), cell in cells.items():
        if owner == at:
            row = list(rows[line - 1])
            row += [None] * (column + 1 - len(row))
            row[column] = cell
            rows[line - 1] = tuple(row)
    return replace(sheet, grid=Grid(sheet.grid.sheet, rows))


def _state(
    unit: UnitPart,
    answers: Iterable[Answer],
    said: Mapping[str, Sequence[object]],
    work: _Work,
    strays: Sequence[Stray],
) -> UnitState:
    files = tuple(answer.file for answer in answers if answer.unit.code == unit.code)
    missing = tuple(row for row in unit.rows if row not in said)
    return UnitState(
        unit=unit,
        files=files,
        back=len(unit.rows) - len(missing),
        missing=missing,
        changed=sum(one.unit.code == unit.code for one in work.changes),
        conflicts=sum(one.unit.code == unit.code for one in work.conflicts),
        strays=sum(one.unit.code == unit.code for one in strays),
    )
