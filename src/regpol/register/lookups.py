"""Reads each distinct text of a column once, with the readers of single cells, into a table to join by.

A register of millions has a few thousand spellings of its posts, units and days; only they pass
through Python, in portions, so that nothing is held for each row.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.register.cell_text import text_cell
from regpol.register.people import Digest, Value
from regpol.register.raw_table import Cell
from regpol.register.source import Source
from regpol.register.typed_dates import plain_day_sql

if TYPE_CHECKING:
    import duckdb

_PORTION = 20_000
_FEW = 5_000
"""Rows below which planning a query costs more than reading their days one by one."""


def read_distinct(
    connection: "duckdb.DuckDBPyConnection",
    table: str,
    texts: str,
    columns: Mapping[str, str],
    read: Callable[..., tuple[Value, ...]],
    *,
    keys: tuple[str, ...] = ("text",),
) -> int:
    """Creates ``table`` with ``keys`` and the ``columns`` that ``read`` gives; the number of rows in it.

    ``texts`` is a SELECT of distinct key texts; ``read`` gets their cells.
    """
    kinds = [*dict.fromkeys(keys, "VARCHAR").values(), *columns.values()]
    named = zip((*keys, *columns), kinds, strict=True)
    connection.execute(f'CREATE OR REPLACE TABLE "{table}" ({", ".join(f"{name} {kind}" for name, kind in named)})')
    given = ", ".join(f"unnest(CAST(${at} AS {kind}[]))" for at, kind in enumerate(kinds, 1))
    count = 0
    with connection.cursor() as found:
        found.execute(texts)
        while portion := found.fetchmany(_PORTION):
            rows = [(*each, *read(*map(_cell, each))) for each in portion]
            connection.execute(f'INSERT INTO "{table}" SELECT {given}', [list(one) for one in zip(*rows, strict=True)])
            count += len(rows)
    return count


@dataclass(frozen=True)
class Lookups:
    """The lookup tables of a source, one for each field: ``read_`` and its name."""

    source: Source

    def read(self, name: str, columns: dict[str, str], read: Callable[..., tuple[Value, ...]]) -> None:
        """The lookup of a field's texts; a typed column that is not used as it is becomes text in the source."""
        read_distinct(self.source.connection, f"read_{name}", self._texts(name), columns, read)

    def read_days(self, name: str, columns: dict[str, str], read: Callable[..., tuple[Value, ...]], plain: str) -> None:
        """`read` of days: what says a day in full is read by the database, as ``plain`` of its column ``day``."""
        if self.source.read < _FEW:
            self.read(name, columns, read)
            return
        database = self.source.connection
        database.execute(
            f"CREATE OR REPLACE TABLE said_days AS SELECT text, {plain_day_sql('text')} AS day "  # noqa: S608
            f"FROM ({self._texts(name)}) AS said(text)"
        )
        read_distinct(database, f"read_{name}", "SELECT text FROM said_days WHERE day IS NULL", columns, read)
        database.execute(f'INSERT INTO "read_{name}" SELECT text, {plain} FROM said_days WHERE day IS NOT NULL')  # noqa: S608
        database.execute("DROP TABLE said_days")

    def has(self, table: str, where: str) -> bool:
        """Whether a lookup has such a row; what none has need not be carried through every row of the register."""
        found = self.source.connection.execute(f'SELECT 1 FROM "{table}" WHERE {where} LIMIT 1')  # noqa: S608
        return bool(found.fetchall())

    def number(self, table: str, *columns: str) -> None:
        """Makes the codes of a lookup numbers with a name where many rows will be written: half the cost of texts."""
        if not self.source.streams:
            return
        database = self.source.connection
        for column in columns:
            found = database.execute(f'SELECT DISTINCT "{column}" FROM "{table}" ORDER BY 1').fetchall()  # noqa: S608
            codes = ", ".join("'" + code.replace("'", "''") + "'" for (code,) in found if code is not None)
            if codes:
                database.execute(f'ALTER TABLE "{table}" ALTER "{column}" TYPE ENUM({codes})')

    def added(self, digest: Digest | None, name: str, value: str, alias: str) -> dict[str, str]:
        """The column that holds what a field adds to the digest: worked out once for each text, not in every row.

        ``value`` is the column of the lookup that says the field, ``alias`` what rows join the lookup as.
        """
        part = digest.parts.get(name) if digest else None
        if digest is None or part is None:
            return {}
        table = f"read_{name}"
        self.source.connection.execute(
            f'CREATE OR REPLACE TABLE "{table}" AS '  # noqa: S608
            f'SELECT *, CAST({part(value)} AS {digest.kind}) AS part FROM "{table}"'
        )
        return {digest.part_of(name): f'coalesce("{alias}".part, {part("NULL")})'}

    def _texts(self, name: str) -> str:
        return f'SELECT DISTINCT "{name}" FROM ({self.source.select}) WHERE "{name}" IS NOT NULL'  # noqa: S608


def _cell(text: str | None) -> Cell:
    return text_cell(text) if text else None
