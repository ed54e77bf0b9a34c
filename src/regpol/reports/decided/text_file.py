"""The decisions as a text file that Indonesian Excel opens by double click: semicolons, UTF-8 with BOM."""

import csv
import io
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from regpol.reports.decided.columns import note_columns, row_columns, situation_columns
from regpol.reports.decided.register import DecidedRegister
from regpol.reports.decided.rows import Answered
from regpol.reports.decided.streamed import Cell, stream
from regpol.reports.masking import neutral
from regpol.reports.safe_file import replacing

_NIK_LENGTH = 16


def decided_csv(
    report: DecidedRegister,
    answered: Answered,
    path: Path,
    *,
    show_personal: bool = False,
    progress: Callable[[int], None] = lambda done: None,
) -> Path:
    """Writes one line a person, and beside it the rows that could not be decided; returns the file of those.

    A full NIK gets an apostrophe, or Excel would round it on opening.

    Raises:
        AssertionError: if a row of the register is in neither; nothing is kept then.
    """
    beside = path.with_name(f"{path.stem}.ditolak.csv")
    columns = [it for it in row_columns(answered.programmes, answered.amounts, people=True) if it.heading]
    at = next(at for at, column in enumerate(columns) if column.kind == "nik")
    rows = stream(answered, columns, show_personal=show_personal, progress=progress)
    with replacing(path) as temporary, replacing(beside) as rejected:
        decided = _write(temporary, [column.heading for column in columns], (_inert(row, at) for row in rows))
        notes = note_columns()
        told: set[int] = set()

        def refused() -> Iterator[list[Cell]]:
            for note in report.rejects.read():
                told.add(note.row)
                yield [_safe(column.value(note)) for column in notes]

        _write(rejected, [column.heading for column in notes], refused())
        if (decided, len(told)) != (report.decided, report.rejected):
            raise AssertionError(f"rows lost or doubled: {decided} decided and {len(told)} rejected were written")
    return beside


def situations_csv(report: DecidedRegister) -> bytes:
    """One line a situation."""
    columns = situation_columns(report)
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([column.heading for column in columns])
    lines.writerows([_safe(column.value(line)) for column in columns] for line in report.situations)
    return text.getvalue().encode("utf-8-sig")


def _write(path: Path, headings: Sequence[str], rows: Iterable[Sequence[Cell]]) -> int:
    count = 0
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        lines = csv.writer(file, delimiter=";", lineterminator="\r\n")
        lines.writerow(headings)
        for row in rows:
            lines.writerow(row)
            count += 1
    return count


def _inert(row: list[Cell], nik: int) -> list[Cell]:
    text = str(row[nik])
    if len(text) == _NIK_LENGTH and text.isdigit():
        row[nik] = f"'{text}"
    return row


def _safe(value: Cell) -> Cell:
    return neutral(value) if isinstance(value, str) else value
