"""Every cell as one text from which the cell can be made again, so that cells of all files meet in one column.

Text stands as it is. A typed cell begins with a mark no text can begin with (control characters
are taken out of text): what was a number, a date or yes/no in the file is still one afterwards. The
readers of cells then run once for each distinct text, however many rows hold it.
"""

import re
from datetime import date, datetime, time, timedelta

from regpol.register.raw_table import Cell

NUMBER, YES_NO, DAY, TIME, LENGTH = "\x01", "\x02", "\x03", "\x04", "\x05"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f]")
_WHOLE = re.compile(r"-?\d+", re.ASCII)
NATIVE_DAYS = ("DATE", "TIMESTAMP", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS")
NATIVE_WHOLE = ("TINYINT", "SMALLINT", "INTEGER", "BIGINT", "UTINYINT", "USMALLINT", "UINTEGER")
SPACES = "\\s\\x0b\\x1c-\\x1f\\x{85}\\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}"
"""Inside brackets of a regular expression of DuckDB: what Python calls white space."""
_NUMBERS = (*NATIVE_WHOLE, "UBIGINT", "HUGEINT", "UHUGEINT")


def cell_text(cell: Cell) -> str | None:
    """A cell as text; None where it is blank.

    >>> cell_text(5271.0) == cell_text(5271), cell_text(" "), cell_text("5271")
    (True, None, '5271')
    """
    if cell is None:
        return None
    if isinstance(cell, str):
        text = _CONTROL.sub("", cell) if not cell.isprintable() else cell
        return text if text and not text.isspace() else None
    if isinstance(cell, bool):
        return f"{YES_NO}{cell}"
    if isinstance(cell, float):
        return f"{NUMBER}{int(cell) if cell.is_integer() else repr(cell)}"
    if isinstance(cell, int):
        return f"{NUMBER}{cell}"
    if isinstance(cell, date):
        return f"{DAY}{cell.isoformat()}"
    return f"{TIME}{cell.isoformat()}" if isinstance(cell, time) else f"{LENGTH}{cell / timedelta(microseconds=1):.0f}"


def text_cell(text: str | None) -> Cell:
    """The cell a text stands for; whole numbers come back as int.

    >>> text_cell(cell_text(date(1970, 1, 1))), text_cell(cell_text(1.5)), text_cell("1,5")
    (datetime.date(1970, 1, 1), 1.5, '1,5')
    """
    if text is None or text[:1] > LENGTH:
        return text
    mark, held = text[:1], text[1:]
    if mark == NUMBER:
        return int(held) if _WHOLE.fullmatch(held) else float(held)
    if mark == YES_NO:
        return held == "True"
    if mark == DAY:
        return datetime.fromisoformat(held) if len(held) > len("1970-01-01") else date.fromisoformat(held)
    return time.fromisoformat(held) if mark == TIME else timedelta(microseconds=int(held))


def cell_sql(column: str, kind: str) -> str | None:
    """SQL that gives a typed column the same texts; None for kinds that are no cell (lists, records, bytes)."""
    if kind == "VARCHAR" or kind.startswith("ENUM"):
        return f"nullif(regexp_replace(CAST({column} AS VARCHAR), '[\\x00-\\x08\\x0e-\\x1f]', '', 'g'), '')"
    if kind in _NUMBERS:
        return f"chr(1) || CAST({column} AS VARCHAR)"
    if kind in {"FLOAT", "DOUBLE"}:
        whole = f"isfinite({column}) AND {column} = trunc({column}) AND abs({column}) < 1e18"
        return (
            f"chr(1) || CASE WHEN {whole} THEN CAST(CAST({column} AS BIGINT) AS VARCHAR) "
            f"ELSE CAST({column} AS VARCHAR) END"
        )
    if kind.startswith("DECIMAL"):
        return f"chr(1) || regexp_replace(CAST({column} AS VARCHAR), '\\.0+$', '')"
    if kind == "BOOLEAN":
        return f"chr(2) || CASE WHEN {column} THEN 'True' WHEN NOT {column} THEN 'False' END"
    if kind in NATIVE_DAYS:
        return f"chr(3) || strftime({column}, '%Y-%m-%d')"
    return f"chr(4) || CAST({column} AS VARCHAR)" if kind == "TIME" else None


def text_sql(column: str) -> str:
    """What `raw_table.as_text` makes of text, in SQL.

    >>> text_sql("t").startswith("regexp_replace(t, ")
    True
    """
    return f"regexp_replace({column}, '^[{SPACES}]*[''’`]*[{SPACES}]*|[{SPACES}]+$', '', 'g')"
