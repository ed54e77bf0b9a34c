"""Reads each distinct text of a column once, with the readers of single cells, into a table to join by.

A register of millions has a few thousand spellings of its posts, units and days; only they pass
through Python, in portions, so that nothing is held for each row.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from regpol.register.cell_text import text_cell
from regpol.register.people import Value
from regpol.register.raw_table import Cell

if TYPE_CHECKING:
    import duckdb

_PORTION = 20_000


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


def _cell(text: str | None) -> Cell:
    return text_cell(text) if text else None
