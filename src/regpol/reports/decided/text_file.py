"""The decisions as a text file that Indonesian Excel opens by double click: semicolons, UTF-8 with BOM."""

import csv
import io
from collections.abc import Sequence
from typing import TypeVar

from regpol.reports.decided.columns import Column, decision_columns, note_columns
from regpol.reports.decided.register import DecidedRegister
from regpol.reports.masking import neutral

T = TypeVar("T")


def decided_csv(report: DecidedRegister, *, show_personal: bool = False) -> bytes:
    """One line a person; a full NIK gets an apostrophe, or Excel would round it on opening."""
    return _lines(decision_columns(report, show_personal=show_personal), report.rows)


def rejects_csv(report: DecidedRegister) -> bytes:
    """One line a row that could not be decided."""
    return _lines(note_columns(), report.rejects)


def _lines(columns: Sequence[Column[T]], rows: Sequence[T]) -> bytes:
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([column.heading for column in columns])
    for row in rows:
        lines.writerow([_cell(column.value(row)) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if len(value) == 16 and value.isdigit() else neutral(value)
