"""The rows of an answer file, read by its mapping and by nothing else."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from regpol.register.headings import strict_headings
from regpol.register.nik import Nik, read_nik
from regpol.register.raw_table import as_text
from regpol.register.reading import Sheet, read_sheets
from regpol.register.reconciliation.names import Name, read_name
from regpol.register.row_view import RowView
from regpol.register.typed_dates import read_date
from regpol.register.validation.mapping import AnswerMapping
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.register import ColumnsMissing, HeaderNotFound
from regpol.terms.problems.register_answers import AnswerWithoutKey

_WHO = ("nik", "kpj", "nama")


@dataclass(frozen=True, slots=True, repr=False)
class AnswerRow:
    """One row of an answer. It has no printed form, so that no message can show a person by accident."""

    place: Place
    nik: str
    name: Name
    born: date | None
    status: str
    segment: str
    kpj: str
    remark: str


def person_key(nik: str, name: Name, born: date | None, *, by_nik: bool) -> tuple[object, ...] | None:
    """What a row is found under: its NIK, or name and birth date together; None if it lacks that."""
    if by_nik:
        return ("nik", nik) if nik else None
    return ("name", name.loose, born) if name.loose and born else None


@dataclass(frozen=True, repr=False)
class AnswerFile:
    """A whole answer. ``by_nik`` tells whether its rows are found by NIK, or by name and birth date."""

    file: str
    rows: tuple[AnswerRow, ...]
    by_nik: bool
    assumptions: tuple[str, ...]


def read_answer(path: Path, mapping: AnswerMapping, on_date: date) -> AnswerFile:
    """The rows of every sheet that has the key and the status of the mapping.

    Raises:
        Refused: if no sheet has them, with the headings that were found.
    """
    by_nik = "nik" in mapping.columns
    required = ("nik" if by_nik else "nama", "status")
    headings = strict_headings(mapping.columns)
    try:
        sheets = read_sheets(path, required, headings, _WHO)
    except Refused as refused:
        raise Refused(*(_worded(problem, path, mapping) for problem in refused.problems)) from None
    rows = tuple(row for sheet in sheets for row in _rows(sheet, on_date))
    return AnswerFile(str(path), rows, by_nik, tuple(_assumptions(sheets)))


def _worded(problem: Problem, path: Path, mapping: AnswerMapping) -> Problem:
    """What is said of an answer that its mapping does not fit; other trouble with the file stays as it is."""
    if not isinstance(problem, ColumnsMissing | HeaderNotFound):
        return problem
    found = problem.headings if isinstance(problem, ColumnsMissing) else ()
    wanted = tuple(heading for field in ("nik", "nama", "status") for heading in mapping.columns.get(field, ())[:3])
    return AnswerWithoutKey(place=Place(str(path)), mapping=mapping.code, wanted=wanted, headings=found)


def _rows(sheet: Sheet, on_date: date) -> Iterable[AnswerRow]:
    for index in range(len(sheet.table.rows)):
        row = RowView(sheet.table, index)
        read = read_nik(row.cell("nik"))
        yield AnswerRow(
            place=row.place(),
            nik=read.digits if isinstance(read, Nik) else "",
            name=read_name(as_text(row.cell("nama"))),
            born=read_date(row.cell("tanggal_lahir"), on_date.year).day,
            status=" ".join(as_text(row.cell("status")).split()),
            segment=" ".join(as_text(row.cell("segmen")).split()),
            kpj=as_text(row.cell("kpj")),
            remark=" ".join(as_text(row.cell("keterangan")).split()),
        )


def _assumptions(sheets: Iterable[Sheet]) -> Iterable[str]:
    for sheet in sheets:
        where = f"Jawaban{f' lembar {sheet.table.sheet}' if sheet.table.sheet else ''}"
        yield f"{where}: {len(sheet.table.rows)} baris"
        yield from (f"{where}: {text}" for text in sheet.table.assumptions)
