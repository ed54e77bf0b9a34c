"""The decisions as a text file that Indonesian Excel opens by double click: semicolons, UTF-8 with BOM."""

import csv
import io

from regpol.reports.decided import DecidedRegister
from regpol.reports.decided_columns import decision_columns
from regpol.reports.masking import neutral


def decided_csv(report: DecidedRegister, *, show_personal: bool = False) -> bytes:
    """One line a person; a full NIK gets an apostrophe, or Excel would round it on opening."""
    columns = decision_columns(report, show_personal=show_personal)
    text = io.StringIO()
    lines = csv.writer(text, delimiter=";", lineterminator="\r\n")
    lines.writerow([column.heading for column in columns])
    for row in report.rows:
        lines.writerow([_cell(column.value(row)) for column in columns])
    return text.getvalue().encode("utf-8-sig")


def _cell(value: str | int | None) -> str:
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    return f"'{value}" if len(value) == 16 and value.isdigit() else neutral(value)
