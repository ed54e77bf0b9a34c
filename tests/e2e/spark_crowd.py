"""A clean register for the distributed engine: every category, every edge of every fact, and much that is not known.

Each category has a few patterns of facts, so that rows are many and situations hundreds; incomes differ row by row.
"""

from pathlib import Path

import duckdb

from regpol.law.model import Fact, FactKind, Origin, Rulebook
from regpol.project.region import units
from regpol.situations.axis import Axis, NumberAxis

PATTERNS = 9
INCOMES = "[NULL, 0, 1, 49, 50, 999, 2_859_619, 2_859_620, 10_547_400, 999_999_999_999]::BIGINT[]"


def write_crowd(folder: Path, book: Rulebook, axes: tuple[Axis, ...], region: str, rows: int, files: int = 3) -> None:
    """Writes the register as several Parquet files; ``row`` counts from 2, as in a spreadsheet with one heading."""
    folder.mkdir()
    by_fact = {axis.fact.code: axis for axis in axes}
    told = [fact for fact in book.facts.values() if fact.origin is Origin.PERSON and fact.code in by_fact]
    facts = ", ".join(f'{_values(fact, by_fact[fact.code], at)} AS "{fact.code}"' for at, fact in enumerate(told))
    villages = _list([unit.code for unit in units(region).villages])
    query = f"""
        SELECT i + 2 AS "row", i - i % 5 % 2 + 2 AS orang, kategori, {villages}[1 + i % 7] AS kelurahan, {facts},
            ({INCOMES})[1 + CAST(hash(i, 1) % 10 AS INTEGER)] AS penghasilan
        FROM (SELECT i, {_list(list(book.leaves))}[1 + i % {len(book.leaves)}] AS kategori,
            CAST(hash(i, 2) % {PATTERNS} AS INTEGER) AS pattern FROM (SELECT range AS i FROM range({rows})))
    """
    with duckdb.connect() as connection:
        for number in range(files):
            part = f'SELECT * FROM ({query}) WHERE "row" % {files} = {number}'
            connection.execute(f"COPY ({part}) TO '{folder / f'{number}.parquet'}' (FORMAT parquet)")


def _values(fact: Fact, axis: Axis, at: int) -> str:
    """One of the values on either side of each edge, or none, by category and pattern."""
    if isinstance(axis, NumberAxis):
        edges = sorted({start + step for start in axis.starts for step in (-1, 0, 1)})
        listed, kind = ", ".join(map(str, edges)), "BIGINT"
    elif fact.kind is FactKind.YES_NO:
        listed, kind = "true, false", "BOOLEAN"
    else:
        listed, kind = ", ".join(f"'{code}'" for code in fact.options), "VARCHAR"
    count = listed.count(",") + 2
    return f"([{listed}, NULL]::{kind}[])[1 + CAST(hash(kategori, pattern, {at}) % {count} AS INTEGER)]"


def _list(codes: list[str]) -> str:
    return "[" + ", ".join(f"'{code}'" for code in codes) + "]"
