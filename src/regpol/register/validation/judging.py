"""Gives every row of a register what the answer says of it, and nothing the answer does not say."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from regpol.register.headings import headings_for
from regpol.register.mapping import NO_MAPPING, FileMapping
from regpol.register.nik import Nik, read_nik
from regpol.register.raw_table import as_text
from regpol.register.reading import Sheet, read_sheets
from regpol.register.reconciliation.evidence import LIKE_AT_ALL
from regpol.register.reconciliation.names import Name, likeness, read_name
from regpol.register.row_view import RowView
from regpol.register.sheets import Grid
from regpol.register.typed_dates import read_date
from regpol.register.validation.answer_rows import AnswerFile, AnswerRow, person_key
from regpol.register.validation.mapping import BY_SEGMENT, AnswerMapping, Result, StatusWords
from regpol.register.validation.outcome import FactChange, RowResult, StrayAnswer, Validation
from regpol.register.validation.status_words import Statuses
from regpol.register.vocabulary import Vocabulary
from regpol.terms.dates import long_date
from regpol.terms.language import thousands
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_answers import AnswerOfOther

_Key = tuple[object, ...]


def read_register(
    path: Path, vocabulary: Vocabulary, *, by_nik: bool, mapping: FileMapping = NO_MAPPING
) -> tuple[Sheet, ...]:
    """The register's sheets, with every column a fact may stand in; ``mapping`` tells its columns."""
    required = ("nik",) if by_nik else ("nama", "tanggal_lahir")
    return read_sheets(path, required, headings_for(vocabulary), mapping=mapping)


def validate(
    sheets: tuple[Sheet, ...], answer: AnswerFile, mapping: AnswerMapping, vocabulary: Vocabulary, on_date: date
) -> Validation:
    """Every row with its result.

    Raises:
        Refused: if the answer holds nobody of the register.
    """
    desk = _Desk(answer, Statuses(mapping), on_date)
    rows = tuple(desk.judge(at, sheet, index) for at, sheet in enumerate(sheets) for index in _indexes(sheet))
    if answer.rows and not any(one.answers for one in rows):
        raise Refused(AnswerOfOther(place=Place(answer.file), rows=len(answer.rows)))
    names = {fact.code: fact.name for fact in vocabulary.facts}
    filled, changes = _filled(sheets, rows, mapping)
    return Validation(
        sheets=filled,
        answer=answer,
        mapping=mapping,
        rows=rows,
        changes=changes,
        strays=desk.strays(),
        statuses=desk.statuses_met(),
        names={code: names.get(code, code) for code in mapping.facts},
        assumptions=tuple(_assumptions(sheets, answer, mapping, on_date)),
    )


def _indexes(sheet: Sheet) -> range:
    return range(len(sheet.table.rows))


@dataclass(frozen=True)
class _Told:
    """What one answer says of one row."""

    result: Result
    reason: str
    facts: tuple[tuple[str, str], ...] = ()
    unsettled: tuple[str, ...] = ()


@dataclass
class _Desk:
    """What every row is judged with."""

    answer: AnswerFile
    statuses: Statuses
    on_date: date
    used: set[Place] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.by_key: dict[_Key, list[AnswerRow]] = defaultdict(list)
        for row in self.answer.rows:
            key = person_key(row.nik, row.name, row.born, by_nik=self.answer.by_nik)
            if key:
                self.by_key[key].append(row)

    def judge(self, at: int, sheet: Sheet, index: int) -> RowResult:
        row = RowView(sheet.table, index)
        read = read_nik(row.cell("nik"))
        nik = read.digits if isinstance(read, Nik) else ""
        name = read_name(as_text(row.cell("nama")))
        born = read_date(row.cell("tanggal_lahir"), self.on_date.year).day
        key = person_key(nik, name, born, by_nik=self.answer.by_nik)
        answers = tuple(self.by_key.get(key, ())) if key else ()
        self.used.update(one.place for one in answers)
        told = self._result(key, answers, name, born)
        return RowResult(
            at, row.place(), nik, name, told.result, told.reason, answers, dict(told.facts), told.unsettled
        )

    def _result(self, key: _Key | None, answers: Sequence[AnswerRow], name: Name, born: date | None) -> _Told:
        if key is None:
            what = "NIK" if self.answer.by_nik else "nama dan tanggal lahir"
            return _Told(Result.NO_KEY, f"{what} pada baris ini tidak terbaca")
        if not answers:
            return _Told(Result.UNANSWERED, "tidak ada dalam berkas jawaban")
        told = [self._told(one, name, born) for one in answers]
        first = told[0]
        if any((one.result, one.facts) != (first.result, first.facts) for one in told[1:]):
            lines = ", ".join(str(one.place.line) for one in answers)
            words = "; ".join(dict.fromkeys(str(one.result) for one in told))
            return _Told(Result.CONFLICT, f"baris jawaban {lines} berbeda: {words}")
        if len(told) > 1:
            return replace(first, reason=f"{first.reason}; {len(told)} baris jawaban yang sama")
        return first

    def _told(self, one: AnswerRow, name: Name, born: date | None) -> _Told:
        said = self.statuses.read(one.status)
        if said is None:
            known = f"status “{one.status}” belum ada dalam pemetaan" if one.status else "status kosong"
            return _Told(Result.STATUS_UNKNOWN, known)
        if one.name.loose and name.loose and likeness(one.name, name) < LIKE_AT_ALL:
            return _Told(Result.OTHER_PERSON, f"nama di jawaban lain sama sekali; statusnya “{one.status}”")
        notes = [f"status “{one.status}”"]
        if one.name.strict and name.strict and one.name.strict != name.strict:
            notes.append("nama di jawaban ditulis lain")
        if one.born and born and one.born != born:
            notes.append("tanggal lahir di jawaban lain")
        facts = tuple(self._facts(said, one))
        unsettled = tuple(code for code, _ in said.facts if code not in dict(facts))
        if unsettled:
            notes.append("segmennya tidak terbaca, jadi faktanya belum diketahui")
        return _Told(said.result, "; ".join(notes), facts, unsettled)

    def _facts(self, said: StatusWords, one: AnswerRow) -> Iterable[tuple[str, str]]:
        for code, value in said.facts:
            found = self.statuses.segment(f"{one.segment} {one.status}") if value == BY_SEGMENT else value
            if found:
                yield code, found

    def strays(self) -> tuple[StrayAnswer, ...]:
        """The rows of the answer nobody claimed, each with the reason."""
        what = "NIK di jawaban tidak terbaca" if self.answer.by_nik else "nama atau tanggal lahir di jawaban kosong"
        found = []
        for row in self.answer.rows:
            if row.place not in self.used:
                key = person_key(row.nik, row.name, row.born, by_nik=self.answer.by_nik)
                found.append(StrayAnswer(row, "tidak ada di register" if key else what))
        return tuple(found)

    def statuses_met(self) -> tuple[tuple[str, str, int], ...]:
        """Every status text with what it was taken for and how often it stands, the commonest first."""
        counted = Counter(row.status for row in self.answer.rows)
        said = {text: self.statuses.read(text) for text in counted}
        return tuple(
            (text, str(meant.result) if (meant := said[text]) else str(Result.STATUS_UNKNOWN), count)
            for text, count in sorted(counted.items(), key=lambda item: (-item[1], item[0]))
        )


def _value(one: RowResult, code: str, old: str, mapping: AnswerMapping) -> str | None:
    """What stands in a cell afterwards; None if it stays. A value the answer rules out is emptied, never kept."""
    if code in one.facts:
        return one.facts[code]
    ruled_out = code in one.unsettled and old.casefold() not in mapping.segments
    return "" if ruled_out else None


def _filled(
    sheets: Sequence[Sheet], rows: Iterable[RowResult], mapping: AnswerMapping
) -> tuple[tuple[Sheet, ...], tuple[FactChange, ...]]:
    """The sheets with the facts in their own columns, and every cell that changed.

    A fact without a column has no cell yet; the writer puts it to the right of everything.
    """
    facts = mapping.facts
    changes: list[FactChange] = []
    cells: dict[int, dict[tuple[int, int], str]] = defaultdict(dict)
    for one in rows:
        fields, line = sheets[one.sheet].table.fields, one.place.line
        raw = sheets[one.sheet].grid.rows[line - 1]
        for code in facts:
            column = fields.get(code)
            old = as_text(raw[column]) if column is not None and column < len(raw) else ""
            new = _value(one, code, old, mapping)
            if new is None or new.casefold() == old.casefold():
                continue
            changes.append(FactChange(one.sheet, one.place, code, old, new))
            if column is not None:
                cells[one.sheet][line, column] = new
    return tuple(_with_cells(sheet, cells[at]) for at, sheet in enumerate(sheets)), tuple(changes)


def _with_cells(sheet: Sheet, cells: Mapping[tuple[int, int], str]) -> Sheet:
    if not cells:
        return sheet
    rows = list(sheet.grid.rows)
    for (line, column), text in cells.items():
        row = list(rows[line - 1])
        row += [None] * (column + 1 - len(row))
        row[column] = text
        rows[line - 1] = tuple(row)
    return replace(sheet, grid=Grid(sheet.grid.sheet, rows))


def _assumptions(sheets: Iterable[Sheet], answer: AnswerFile, mapping: AnswerMapping, on_date: date) -> Iterable[str]:
    yield f"Pemetaan jawaban: {mapping.name} ({mapping.origin or mapping.code})"
    if mapping.note:
        yield f"Tentang pemetaan: {mapping.note}"
    key = "NIK" if answer.by_nik else "nama dan tanggal lahir"
    yield f"Baris dipasangkan dengan {key}; nama yang lain sama sekali membatalkan pasangannya"
    yield f"Tahun dua angka dibaca paling lambat {long_date(on_date)}"
    for sheet in sheets:
        where = f"Register{f' lembar {sheet.table.sheet}' if sheet.table.sheet else ''}"
        yield f"{where}: {thousands(len(sheet.table.rows))} baris orang"
        yield from (f"{where}: {text}" for text in sheet.table.assumptions)
    yield from answer.assumptions
