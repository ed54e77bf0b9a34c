"""A register in Parquet, read where it lies: no row of it is held, and what has a type keeps it.

The columns are recognised by their names as the headings of a spreadsheet are. Every row is a row of
a person; its number is its position in the file, from 1.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.cell_text import cell_sql
from regpol.register.cleaning import own_facts
from regpol.register.headings import headings_for
from regpol.register.mapping import FileMapping
from regpol.register.reading import REQUIRED, fields_of, refuse_missing, said_of
from regpol.register.readings import native_kinds
from regpol.register.sheets import COLUMNAR
from regpol.register.source import Source
from regpol.register.vocabulary import Vocabulary
from regpol.terms.language import thousands
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import EmptyFile, NotASpreadsheet, UnreadableFile
from regpol.terms.problems.register_hostile import ColumnWithoutCells

if TYPE_CHECKING:
    import duckdb

_MOSTLY_DISTINCT = ("nama", "nomor_sk")
_UNCLEANED = ("nik",)
"""Another in every row, and sixteen digits hold no control character."""


def is_columnar(path: Path) -> bool:
    """Whether a file is Parquet, by its first bytes; of a pipe nothing is read, for it could not be read again."""
    try:
        if not path.is_file():
            return False
        with path.open("rb") as file:
            return file.read(len(COLUMNAR)) == COLUMNAR
    except OSError:
        return False


def open_columnar(
    connection: "duckdb.DuckDBPyConnection",
    path: Path,
    vocabulary: Vocabulary,
    mapping: FileMapping,
    required: tuple[str, ...] = REQUIRED,
) -> Source:
    """The rows of the file as the database reads them.

    Raises:
        Refused: if the file is broken or cut short, empty, or lacks a required column.
    """
    import duckdb

    place = Place(str(path))
    table = f"read_parquet('{str(path).replace(chr(39), chr(39) * 2)}', file_row_number=true)"
    try:
        described = connection.execute(f"DESCRIBE SELECT * EXCLUDE (file_row_number) FROM {table}").fetchall()  # noqa: S608
        ((rows,),) = connection.execute(f"SELECT count(*) FROM {table}").fetchall()  # noqa: S608
    except duckdb.IOException:
        raise Refused(UnreadableFile(place=place, reason="berkas tidak dapat dibuka atau dibaca")) from None
    except duckdb.Error:
        reason = "berkas Parquet terpotong atau rusak"
        raise Refused(NotASpreadsheet(place=place, reason=reason)) from None
    blank = " AND ".join(f"{_empty(*column)}" for column in ((name, kind) for name, kind, *_ in described))
    ((nothing,),) = connection.execute(f"SELECT count(*) FROM {table} WHERE {blank}").fetchall()  # noqa: S608
    if rows == nothing:
        raise Refused(EmptyFile(place=place))
    names, kinds = tuple(name for name, *_ in described), tuple(kind for _, kind, *_ in described)
    fields = fields_of(names, headings_for(vocabulary), mapping, place)
    refuse_missing(required, fields, names, place)
    wanted = native_kinds({fact.code: fact.kind for fact in own_facts(vocabulary)})
    native = {name: kinds[at] for name, at in fields.items() if kinds[at] in wanted.get(name, ())}
    listed = ["file_row_number + 1 AS row"]
    for name, at in fields.items():
        column = '"' + names[at].replace('"', '""') + '"'
        cell = column if name in native else cell_sql(column, kinds[at])
        if cell is None:
            raise Refused(ColumnWithoutCells(place=place, column=names[at], kind=kinds[at]))
        if kinds[at] == "VARCHAR":
            cell = column if name in _UNCLEANED else _least_work(connection, name, column, cell, table)
        listed.append(f'{cell} AS "{name}"')
    return Source(
        connection=connection,
        file=str(path),
        sheet="",
        header_row=0,
        headings=names,
        fields=fields,
        select=f"SELECT {', '.join(listed)} FROM {table}{f' WHERE NOT ({blank})' if nothing else ''}",  # noqa: S608
        read=rows - nothing,
        assumptions=(*_said_of_rows(nothing), *said_of(None, names, fields)),
        native=native,
        uncleaned=frozenset(name for name, at in fields.items() if name in _UNCLEANED and kinds[at] == "VARCHAR"),
        streams=True,
    )


def _empty(name: str, kind: str) -> str:
    column = '"' + name.replace('"', '""') + '"'
    return f"({column} IS NULL OR {column} = '')" if kind == "VARCHAR" else f"{column} IS NULL"


def _said_of_rows(blank: int) -> tuple[str, ...]:
    counted = "Baris dihitung dari awal berkas Parquet, mulai 1"
    return (counted, f"{thousands(blank)} baris kosong dilewati") if blank else (counted,)


def _least_work(connection: "duckdb.DuckDBPyConnection", name: str, column: str, cell: str, table: str) -> str:
    """The texts of a column of texts, with as little done to each row as the column allows.

    Control characters are looked for among the distinct texts, which are few; where there are none, a text is its own
    cell.
    """
    if name in _MOSTLY_DISTINCT:
        return cell
    # a table of their own, or the comparison would be made in every row
    connection.execute(f"CREATE OR REPLACE TEMP TABLE texts AS SELECT DISTINCT {column} FROM {table}")  # noqa: S608
    odd = connection.execute(f"SELECT 1 FROM texts WHERE {cell} IS DISTINCT FROM {column} LIMIT 1").fetchall()  # noqa: S608
    connection.execute("DROP TABLE texts")
    return cell if odd else column
