"""Spans and months of cover in columns, for what is counted of many rows at once.

Amounts stand with the situations and a row only says which months it takes of them; one that is not known stays
NULL, and so does every sum it enters. The SELECTs are text without division of negatives or rounding by the engine.
"""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from regpol.budget.months import Year, cover_sql
from regpol.budget.spans import Span

if TYPE_CHECKING:
    import duckdb

SPAN_COLUMNS = (
    "number BIGINT, programme VARCHAR, payer VARCHAR, first BIGINT, last BIGINT, final BOOLEAN, bearer VARCHAR, "
    "due_after BIGINT, amount BIGINT, personal BOOLEAN, millionths BIGINT, fixed BIGINT, cap BIGINT"
)
"""The table ``spans``: what `Span` says, with amounts in whole rupiah and tariffs in sen and millionths."""


def span_rows(found: Sequence[Span]) -> list[tuple[object, ...]]:
    """The rows of ``spans``."""
    return [
        (
            *(it.number, it.programme, it.payer, it.first, it.last, it.final, str(it.bearer), it.due_after),
            *(it.amount, it.personal, it.tariff.millionths, it.tariff.fixed, it.tariff.cap),
        )
        for it in found
    ]


def covered_sql(year: Year | None, columns: Collection[str], people: str = "people", situated: str = "situated") -> str:
    """Selects of each row its combination, its income and its months of cover: 13 and 0 where there is none.

    Without a year everybody is covered for all of it.
    """
    first, last = cover_sql(year, columns) if year else ("1", "12")
    income = "p.penghasilan" if "penghasilan" in columns else "CAST(NULL AS BIGINT)"
    return (
        f"SELECT p.row AS row, t.number AS number, {income} AS penghasilan, "
        f"CAST({first} AS BIGINT) AS first, CAST({last} AS BIGINT) AS last "
        f"FROM {people} p JOIN {situated} t ON p.row = t.row"
    )


def fill(connection: "duckdb.DuckDBPyConnection", name: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Creates a table of some rows, handed over column by column: row by row takes a millisecond each."""
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
    if rows:
        kinds = [column.split()[1] for column in columns.split(", ")]
        each = ", ".join(f"unnest(CAST(? AS {kind}[]))" for kind in kinds)
        connection.execute(f"INSERT INTO {name} SELECT {each}", [list(column) for column in zip(*rows, strict=True)])
