"""A large register in plain text, whose body the database reads: what Python would take cell by cell takes it seconds.

Encoding, delimiter, heading row and columns are found as for every text file, in the first lines. The body is
given to the database only where both readers must see the same rows and cells under the same numbers: every
line is one row, every quotation mark opens or closes a cell, nothing lies between the lines. The file is
looked through for that first; of any doubt comes None, and `reading` reads the file.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from regpol.register.cell_text import SPACES
from regpol.register.columnar_file import is_columnar
from regpol.register.headings import Headings, headings_for
from regpol.register.mapping import FileMapping
from regpol.register.person_rows import person_fault, said_of_skipped
from regpol.register.raw_table import Row, Skipped
from regpol.register.reading import REQUIRED, SAMPLE, Columns, choose_delimiter, columns_of, said_of_text
from regpol.register.sheets import Grid, blank, encoding_of, is_workbook, text_rows
from regpol.register.source import Source
from regpol.register.vocabulary import Vocabulary
from regpol.register.written_here import DOTS
from regpol.terms.place import Place
from regpol.terms.problems import Refused

if TYPE_CHECKING:
    import duckdb

LARGE = 4 << 20
"""Bytes from which on a room of its own for the database costs less than it saves."""
_PORTION = 4 << 20
_START = 1 << 20
_LONGEST_LINE = 131_072
"""A longer cell is refused by the reader of small files; here the whole line must be shorter."""
_MOST_ODD = 100_000
_CONTROL = bytes(it for it in range(32) if it not in {9, 10, 11, 12, 13})
_COPY, _FILLED, _STORED = "register.txt", "terisi.txt", "register.parquet"
_BLANK_LINE = re.compile(rb"(?m)^(?=\r?\n)")


def is_large(path: Path, least: int = LARGE) -> bool:
    """Whether a file is one that may be read here: large, and neither a pipe nor Parquet."""
    try:
        return path.is_file() and path.stat().st_size >= least and not is_columnar(path)
    except OSError:
        return False


def open_text(
    connection: "duckdb.DuckDBPyConnection",
    folder: Path,
    path: Path,
    vocabulary: Vocabulary,
    mapping: FileMapping,
    required: tuple[str, ...] = REQUIRED,
) -> Source | None:
    """The people of a text file in the database; None where only the reader of small files is sure.

    ``folder`` is private; a file that is not in UTF-8 is written there again before it is read.
    """
    place, headings = Place(str(path)), headings_for(vocabulary)
    try:
        found = _found(path, folder, place)
        if found is None:
            return None
        plain, encoding = found
        start = _first_text(plain)
        delimiter = choose_delimiter(start[:SAMPLE], place, headings, mapping.delimiter)
        plain = _filled(plain, folder, delimiter.encode())
        lines = _lines(plain, delimiter.encode())
        grid = Grid("", text_rows(start, delimiter, place))
        if lines is None or len(grid.rows) <= mapping.header_row:
            return None
        columns = columns_of(place, grid, headings, mapping, required)
    except (Refused, UnicodeError, OSError):
        return None  # told in full by the reader of small files
    if columns.at + 1 >= len(grid.rows):
        return None
    body = _Body(connection, folder, plain, delimiter, grid, columns, headings, lines)
    skipped = body.load()
    if skipped is None:
        return None
    people, numbers = body.people(skipped)
    if not people or body.masked(people):
        return None
    said = [*said_of_text(encoding, delimiter), *columns.said(mapping), *said_of_skipped(numbers)]
    return Source(
        connection=connection,
        file=place.file,
        sheet="",
        header_row=columns.at + 1,
        headings=columns.texts,
        fields=columns.fields,
        select=body.select,
        read=people,
        skipped=len(numbers),
        assumptions=tuple(said),
        streams=True,
    )


class _Body:
    """The lines below the headings, in the database."""

    def __init__(
        self,
        connection: "duckdb.DuckDBPyConnection",
        folder: Path,
        path: Path,
        delimiter: str,
        grid: Grid,
        columns: Columns,
        headings: Headings,
        lines: int,
    ) -> None:
        self._connection = connection
        self._path = path
        self._delimiter = delimiter
        self._grid = grid
        self._columns = columns
        self._headings = headings
        self._lines = lines - columns.at - 1
        self._first = columns.at + 2
        self._width = max(len(row) for row in grid.rows)
        self._stored = folder / _STORED
        self._table = f"read_parquet('{_quoted(self._stored)}', file_row_number=true)"
        self._some_nobody = False

    @property
    def select(self) -> str:
        """The rows of people."""
        listed = ", ".join(f'"{name}"' for name in self._columns.fields)
        number = f"file_row_number + {self._first}"
        left = f" WHERE {number} NOT IN (SELECT row FROM nobody)" if self._some_nobody else ""  # noqa: S608
        return f"SELECT {number} AS row, {listed} FROM {self._table}{left}"  # noqa: S608

    def load(self) -> tuple[tuple[int, str], ...] | None:
        """Loads the lines; the rows that are no people with the reasons, None where the two readers may differ."""
        import duckdb

        try:
            self._connection.execute(self._copy())
        except duckdb.InterruptException:
            raise
        except duckdb.Error:
            return None  # a line longer or with more cells than the others, or one cut short
        ((loaded,),) = self._connection.execute(f"SELECT count(*) FROM {self._table}").fetchall()  # noqa: S608
        if loaded != self._lines:
            return None
        odd = f"SELECT file_row_number, odd FROM {self._table} WHERE odd IS NOT NULL LIMIT {_MOST_ODD + 1}"  # noqa: S608
        rows = dict(self._connection.execute(odd).fetchall())
        if len(rows) > _MOST_ODD:
            return None
        return tuple(self._nobody(rows | {0: self._grid.rows[self._columns.at + 1]}))

    def people(self, nobody: tuple[tuple[int, str], ...]) -> tuple[int, tuple[Skipped, ...]]:
        """How many rows are people, and the filled rows that are none."""
        rows = [row for row, _ in nobody]
        self._connection.execute("CREATE OR REPLACE TABLE nobody AS SELECT unnest(CAST($1 AS BIGINT[])) AS row", [rows])
        self._some_nobody = bool(nobody)
        return self._lines - len(nobody), tuple(Skipped(row, reason) for row, reason in nobody if reason)

    def masked(self, people: int) -> bool:
        """Whether most NIK are dots, which is refused elsewhere."""
        if "nik" not in self._columns.fields:
            return False
        dotted = f"SELECT count(*) FROM ({self.select}) WHERE contains(nik, '{DOTS}')"  # noqa: S608
        ((count,),) = self._connection.execute(dotted).fetchall()
        return 2 * int(count) > people

    def _copy(self) -> str:
        cells = [f"c{at}" for at in range(self._width)]
        named = ", ".join(f"'{cell}': 'VARCHAR'" for cell in cells)
        who = self._columns.told[0]
        kept = ", ".join(f'{_kept(cells[at])} AS "{name}"' for name, at in self._columns.fields.items())
        digit = f"(c{who} >= '0' AND c{who} < ':') OR regexp_matches(c{who}, '^[''’`{SPACES}]*[0-9]')"
        return (
            f"COPY (SELECT {kept}, "  # noqa: S608
            f"CASE WHEN NOT coalesce({digit}, false) THEN [{', '.join(cells)}] END AS odd "
            f"FROM read_csv('{_quoted(self._path)}', auto_detect=false, header=false, delim='{self._delimiter}', "
            "quote='\"', escape='\"', "
            f"skip={self._columns.at + 1}, null_padding=true, max_line_size={_LONGEST_LINE}, columns={{{named}}})) "
            f"TO '{_quoted(self._stored)}' (FORMAT parquet)"
        )

    def _nobody(self, rows: dict[int, Row]) -> Iterator[tuple[int, str]]:
        """The rows among these that are no people; an empty reason is a blank row."""
        for at, row in sorted(rows.items()):
            if blank(row):
                yield at + self._first, ""
                continue
            reason = person_fault(row, self._columns.told, self._headings, len(self._columns.fields), first=at == 0)
            if reason:
                yield at + self._first, reason


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")


def _kept(cell: str) -> str:
    """A cell's text, NULL where it is blank; what begins with a plain character is not looked into further."""
    plain = f"{cell} >= '!' AND {cell} < chr(128)"
    return f"CASE WHEN {plain} THEN {cell} WHEN regexp_matches({cell}, '[^{SPACES}]') THEN {cell} END"


def _found(path: Path, folder: Path, place: Place) -> tuple[Path, str] | None:
    """The file in UTF-8, itself or written again, and the encoding it is in; None for what is no text."""
    with path.open("rb") as file:
        sample = file.read(2000)
        if is_workbook(sample, place):
            return None
        encoding = encoding_of(sample)
        if encoding.startswith("utf-8") and _is_utf8(file):
            return path, encoding
    encoding = "cp1252" if encoding == "utf-8" else encoding
    copy = folder / _COPY
    with path.open(encoding=encoding, newline="") as given:
        copy.touch(0o600)
        with copy.open("w", encoding="utf-8", newline="") as written:
            while portion := given.read(_PORTION):
                written.write(portion)
    return copy, encoding


def _portions(file: BinaryIO) -> Iterator[bytes]:
    """The file in portions of whole lines."""
    file.seek(0)
    while portion := file.read(_PORTION):
        yield portion + file.readline()


def _filled(path: Path, folder: Path, delimiter: bytes) -> Path:
    """The file, or a copy in which a blank line is a row of blank cells: the database passes over blank lines."""
    with path.open("rb") as file:
        if not any(b"\n\n" in it or b"\n\r\n" in it or it[:1] in b"\r\n" for it in _portions(file)):
            return path
        filled = folder / _FILLED
        filled.touch(0o600)
        with filled.open("wb") as written:
            for portion in _portions(file):
                written.write(_BLANK_LINE.sub(delimiter, portion))
    return filled


def _is_utf8(file: BinaryIO) -> bool:
    try:
        for portion in _portions(file):
            if not portion.isascii():
                portion.decode()
    except UnicodeDecodeError:
        return False
    return True


def _first_text(path: Path) -> str:
    """Whole lines from the beginning of a file."""
    with path.open("rb") as file:
        return (file.read(_START) + file.readline()).decode("utf-8-sig")


def _lines(path: Path, delimiter: bytes) -> int | None:
    """How many lines there are up to the last filled one; None if a line may not be a row, or a mark part of a cell.

    Returns as soon as something is found that the two readers may take differently.
    """
    ends = b"\\n" + re.escape(delimiter)
    quoted = re.compile(b'"(?<=[' + ends + b']")[^"\\n]*(?:""[^"\\n]*)*"(?=[\\r' + ends + b"])")
    lines = 0
    returns: bool | None = None
    with path.open("rb") as file:
        for portion in _portions(file):
            text = portion.removeprefix(b"\xef\xbb\xbf") if not lines else portion
            feeds, carried = text.count(b"\n"), text.count(b"\r")
            returns = carried > 0 if returns is None else returns
            if carried != text.count(b"\r\n") or (returns and feeds != carried) or (carried and not returns):
                return None
            if len(text.translate(None, _CONTROL)) != len(text):
                return None
            if b'"' in text and b'"' in quoted.sub(b"", b"\n" + text + b"\n"):
                return None
            lines += feeds
    return lines + (0 if text.endswith(b"\n") else 1) - _blank_at_end(text)


def _blank_at_end(text: bytes) -> int:
    end = text[len(text.rstrip(b"\r\n")) :]
    return max(end.count(b"\n") - 1, 0)
