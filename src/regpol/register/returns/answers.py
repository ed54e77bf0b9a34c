"""The sheets that came back, whatever they are called and however their columns were moved."""

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from regpol.register.raw_table import Cell, Row, as_text
from regpol.register.reading import Sheet
from regpol.register.returns.dispatch import Dispatch, UnitPart
from regpol.register.sheets import DELIMITERS, blank, decode, grid, is_workbook, load, text_rows, workbook
from regpol.register.wording import words
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.register_reconciliation import NotAReturn

CODE, LOOK, DEED, NOTE, FILLED_BY = "Kode baris", "Yang perlu dilihat", "Tindakan", "Catatan", "Diisi oleh"
FILLED_ON = "Tanggal pengisian"
_SEARCHED = 40
_MODIFIED = re.compile(r"<dcterms:modified[^>]*>([\dT:.Z+-]{10,35})<")
_LARGEST_PROPERTIES = 100_000


@dataclass(frozen=True, slots=True, repr=False)
class AnswerRow:
    """A row as it came back: its place in the file, its cells by heading."""

    line: int
    code: str
    cells: Mapping[str, Cell]


@dataclass(frozen=True, repr=False)
class Answer:
    """One file that came back. ``unit`` is the one most of its rows were sent to."""

    file: str
    unit: UnitPart
    filled_by: str
    saved: str
    rows: tuple[AnswerRow, ...]
    unknown: tuple[AnswerRow, ...]


def column_labels(sheet: Sheet) -> tuple[str, ...]:
    """The headings of a sheet, each different, so that a column is found again wherever it was moved."""
    width = max(len(row) for row in sheet.grid.rows)
    texts = [*sheet.table.headings, *([""] * (width - len(sheet.table.headings)))]
    labels: list[str] = []
    for at, text in enumerate(texts, 1):
        label = text or f"Kolom {at}"
        label = f"{label} (isi)" if label in {CODE, LOOK, DEED, NOTE} else label
        labels.append(label if label not in labels else f"{label} (kolom {at})")
    return tuple(labels)


def read_answers(folder: Path, dispatch: Dispatch) -> tuple[tuple[Answer, ...], tuple[Problem, ...]]:
    """Every answer in the folder, and what is wrong with the files that are none."""
    answers: list[Answer] = []
    problems: list[Problem] = []
    files = sorted(folder.iterdir()) if folder.is_dir() else []
    for path in files:
        if path.name.startswith((".", "~$")) or not path.is_file():
            continue
        try:
            answers.append(_answer(path, dispatch))
        except Refused as refused:
            reason = "; ".join(problem.title for problem in refused.problems)
            kept = [problem for problem in refused.problems if isinstance(problem, NotAReturn)]
            problems += kept or [NotAReturn(place=Place(str(path)), reason=reason)]
    return tuple(answers), tuple(problems)


def _answer(path: Path, dispatch: Dispatch) -> Answer:
    place, content = Place(str(path)), load(path)
    tables = _tables(content, place)
    rows = _rows(tables)
    if rows is None:
        raise Refused(NotAReturn(place=place, reason=f"tidak ada kolom “{CODE}”"))
    units = dispatch.unit_of
    known = tuple(row for row in rows if row.code in units)
    if not known:
        raise Refused(NotAReturn(place=place, reason="tidak ada kode baris dari kiriman ini"))
    counts = Counter(units[row.code].code for row in known)
    most = min(counts, key=lambda unit: (-counts[unit], unit))
    return Answer(
        file=path.name,
        unit=next(unit for unit in dispatch.units if unit.code == most),
        filled_by=_filled_by(tables),
        saved=_saved(content),
        rows=known,
        unknown=tuple(row for row in rows if row.code not in units),
    )


def _tables(content: bytes, place: Place) -> Sequence[Sequence[Row]]:
    if is_workbook(content, place):
        book = workbook(content, place)
        return [grid(name, book, place).rows for name in book.sheet_names]
    text, _ = decode(content, place)
    return [text_rows(text, mark, place) for mark in DELIMITERS]


def _rows(tables: Iterable[Sequence[Row]]) -> tuple[AnswerRow, ...] | None:
    """The rows below every heading row with the code column; a register of several sheets goes out as several."""
    found: list[AnswerRow] = []
    seen = False
    for rows in tables:
        head = next((at for at, row in enumerate(rows[:_SEARCHED]) if _has_code(row)), None)
        if head is not None:
            seen = True
            found += _below(rows, head, _headings(rows[head]))
    return tuple(found) if seen else None


def _headings(row: Row) -> list[str]:
    return [" ".join(as_text(cell).split()) for cell in row]


def _has_code(row: Row) -> bool:
    headings = _headings(row)
    return any(words(text) == words(CODE) for text in headings) and len([text for text in headings if text]) > 1


def _below(rows: Sequence[Row], head: int, headings: Sequence[str]) -> Iterable[AnswerRow]:
    code_at = next(at for at, text in enumerate(headings) if words(text) == words(CODE))
    for line, row in enumerate(rows[head + 1 :], head + 2):
        if blank(row):
            continue
        cells = {text: row[at] for at, text in enumerate(headings) if text and at < len(row)}
        code = as_text(row[code_at]).upper() if code_at < len(row) else ""
        yield AnswerRow(line, code, cells)


def _filled_by(tables: Iterable[Sequence[Row]]) -> str:
    for rows in tables:
        for row in rows[:_SEARCHED]:
            for at, cell in enumerate(row[:-1]):
                if words(as_text(cell)) == words(FILLED_BY):
                    # a sheet nobody signed goes on with the label of the day, which is no name
                    told = next((as_text(one) for one in row[at + 1 :] if as_text(one)), "")
                    return "" if words(told) == words(FILLED_ON) else told
    return ""


def _saved(content: bytes) -> str:
    """When the file was last saved, as the file itself says; empty if it does not."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open("docProps/core.xml") as properties:
            found = _MODIFIED.search(properties.read(_LARGEST_PROPERTIES).decode("utf-8", "replace"))
    except (KeyError, OSError, RuntimeError, ValueError, NotImplementedError, zipfile.BadZipFile):
        return ""
    return found[1].replace("T", " ").removesuffix("Z") if found else ""
