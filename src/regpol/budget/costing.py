"""What the rows of a register cost: amounts of a combination joined to rows by their months of cover.

The amounts come from `spans`; a row only chooses from which month to which. Where the base is each
person's own income the row brings it, and the same arithmetic runs in columns. An amount that is not
known stays NULL and so does every sum it enters.

The SELECTs are returned as text, so that they can be streamed into a file or translated to another
engine: no division of negatives, no rounding by the engine, no NULL inside a comparison that matters.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from regpol.budget.contribution import amount_sql
from regpol.budget.months import Year, cover_sql
from regpol.budget.spans import Span
from regpol.terms.money import SEN, Rounding

if TYPE_CHECKING:
    import duckdb

SPAN_COLUMNS = (
    "number BIGINT, programme VARCHAR, payer VARCHAR, first BIGINT, last BIGINT, final BOOLEAN, bearer VARCHAR, "
    "due_after BIGINT, amount BIGINT, personal BOOLEAN, millionths BIGINT, fixed BIGINT, cap BIGINT"
)
"""The table ``spans``: what `Span` says, with amounts in whole rupiah and tariffs in sen and millionths."""

TOTAL_COLUMNS = "number BIGINT, programme VARCHAR, first BIGINT, last BIGINT, monthly BIGINT, yearly BIGINT"
"""The table ``span_totals``: what months ``first``..``last`` of a programme cost where nothing depends on income."""

COVERED_COLUMNS = "row BIGINT, number BIGINT, penghasilan BIGINT, first BIGINT, last BIGINT"
"""``covered``: each row with its combination and its months of cover; 13 and 0 where there is none."""

PARTS_COLUMNS = "row BIGINT, programme VARCHAR, payer VARCHAR, first BIGINT, last BIGINT, monthly BIGINT"
"""``parts``: rupiah a month of one payer's part over months ``first``..``last``; NULL if not known."""

COSTED_COLUMNS = "row BIGINT, programme VARCHAR, monthly BIGINT, yearly BIGINT"
"""``costed``: rupiah of a programme in its last month and over all months of the row; NULL if not known."""


def span_rows(found: Sequence[Span]) -> list[tuple[object, ...]]:
    """The rows of ``spans``."""
    return [
        (
            *(it.number, it.programme, it.payer, it.first, it.last, it.final, str(it.bearer), it.due_after),
            *(it.amount, it.personal, it.tariff.millionths, it.tariff.fixed, it.tariff.cap),
        )
        for it in found
    ]


def total_rows(found: Sequence[Span], windows: Collection[tuple[int, int]]) -> list[tuple[object, ...]]:
    """The rows of ``span_totals`` for the given windows of months, from running sums over the year."""
    rows: list[tuple[object, ...]] = []
    by_programme: dict[tuple[int, str], list[Span]] = {}
    for span in found:
        by_programme.setdefault((span.number, span.programme), []).append(span)
    for (number, programme), held in by_programme.items():
        if not any(span.personal for span in held):
            sums, monthly = _Running(held), _sum(span.amount for span in held if span.final)
            rows += [(number, programme, *window, monthly, sums.over(*window)) for window in windows]
    return rows


class _Running:
    """Sums of a programme from January to each month, and how many of the months are not known."""

    def __init__(self, held: Sequence[Span]) -> None:
        known, unknown = [0] * 13, [0] * 13
        for span in held:
            for month in range(span.first, span.last + 1):
                known[month] += span.amount or 0
                unknown[month] += span.amount is None
        for month in range(1, 13):
            known[month] += known[month - 1]
            unknown[month] += unknown[month - 1]
        self._known, self._unknown = known, unknown

    def over(self, first: int, last: int) -> int | None:
        """Whole rupiah of some months; None if any of them is not known."""
        if first > last:
            return 0
        missing = self._unknown[last] - self._unknown[first - 1]
        return None if missing else self._known[last] - self._known[first - 1]


def _sum(amounts: Iterator[int | None]) -> int | None:
    found = list(amounts)
    return None if None in found else sum(amount or 0 for amount in found)


def covered_sql(year: Year | None, columns: Collection[str], people: str = "people", situated: str = "situated") -> str:
    """Selects ``covered``; without a year everybody is covered for all of it."""
    first, last = cover_sql(year, columns) if year else ("1", "12")
    income = "p.penghasilan" if "penghasilan" in columns else "CAST(NULL AS BIGINT)"
    return (
        f"SELECT p.row AS row, t.number AS number, {income} AS penghasilan, "
        f"CAST({first} AS BIGINT) AS first, CAST({last} AS BIGINT) AS last "
        f"FROM {people} p JOIN {situated} t ON p.row = t.row"
    )


def parts_sql(rounding: Rounding, covered: str = "covered", spans: str = "spans", where: str = "") -> str:
    """Selects ``parts``: every part of every row over the months that span and cover share."""
    own = amount_sql(f"(c.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    return (
        "SELECT c.row AS row, s.programme AS programme, s.payer AS payer, "
        "CASE WHEN c.first > s.first THEN c.first ELSE s.first END AS first, "
        "CASE WHEN c.last < s.last THEN c.last ELSE s.last END AS last, "
        f"CASE WHEN s.personal THEN {own} ELSE s.amount END AS monthly "
        f"FROM {covered} c JOIN {spans} s ON c.number = s.number AND c.first <= s.last AND c.last >= s.first "
        f"{f'WHERE {where}' if where else ''}"
    )


def costed_sql(rounding: Rounding, covered: str = "covered", *, personal: bool) -> str:
    """Selects ``costed``; with ``personal`` also the programmes that depend on each person's income."""
    fixed = (
        "SELECT c.row AS row, s.programme AS programme, s.monthly AS monthly, s.yearly AS yearly "
        f"FROM {covered} c JOIN span_totals s ON c.number = s.number AND c.first = s.first AND c.last = s.last"
    )
    if not personal:
        return fixed
    own = amount_sql(f"(c.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    amount = f"CASE WHEN s.personal THEN {own} ELSE s.amount END"
    months = (
        "(CASE WHEN c.last < s.last THEN c.last ELSE s.last END "
        "- CASE WHEN c.first > s.first THEN c.first ELSE s.first END + 1)"
    )
    counted = f"CASE WHEN c.first <= s.last AND c.last >= s.first THEN {amount} * {months} ELSE 0 END"
    each = (
        f"SELECT c.row AS row, s.programme AS programme, s.final AS final, {amount} AS monthly, {counted} AS yearly "
        f"FROM {covered} c JOIN personal_spans s ON c.number = s.number"
    )
    summed = (
        "SELECT row, programme, "
        "CASE WHEN max(CASE WHEN final AND monthly IS NULL THEN 1 ELSE 0 END) = 1 THEN NULL "
        "ELSE sum(CASE WHEN final THEN monthly ELSE 0 END) END AS monthly, "
        "CASE WHEN max(CASE WHEN yearly IS NULL THEN 1 ELSE 0 END) = 1 THEN NULL ELSE sum(yearly) END AS yearly "
        f"FROM ({each}) GROUP BY row, programme"
    )
    return f"{fixed} UNION ALL {summed}"


def cost(
    connection: "duckdb.DuckDBPyConnection", found: Sequence[Span], rounding: Rounding, year: Year | None = None
) -> None:
    """Creates the tables ``spans``, ``personal_spans``, ``span_totals`` and ``costed``, and the view ``covered``.

    Without a year every row is counted over all twelve months, which is what its membership costs; with one
    over the months its decree and the budget's choices leave.
    """
    store_spans(connection, found, [(1, 12)] if year is None else _WINDOWS)
    columns = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    connection.execute(f"CREATE OR REPLACE VIEW covered AS {covered_sql(year, columns)}")
    personal = any(span.personal for span in found)
    connection.execute(
        "CREATE OR REPLACE TABLE costed AS SELECT row, programme, CAST(monthly AS BIGINT) AS monthly, "
        f"CAST(yearly AS BIGINT) AS yearly FROM ({costed_sql(rounding, personal=personal)})"
    )


_WINDOWS = [*((first, last) for first in range(1, 13) for last in range(first, 13)), (13, 0)]


def store_spans(
    connection: "duckdb.DuckDBPyConnection", found: Sequence[Span], windows: Collection[tuple[int, int]]
) -> None:
    """Creates ``spans``, ``personal_spans`` (the programmes of which some part depends on income), ``span_totals``."""
    tables = {
        "spans": (SPAN_COLUMNS, span_rows(found)),
        "span_totals": (TOTAL_COLUMNS, total_rows(found, windows)),
    }
    for name, (columns, rows) in tables.items():
        fill(connection, name, columns, rows)
    connection.execute(
        "CREATE OR REPLACE TABLE personal_spans AS SELECT s.* FROM spans s JOIN "
        "(SELECT number, programme FROM spans GROUP BY number, programme HAVING bool_or(personal)) o "
        "ON s.number = o.number AND s.programme = o.programme"
    )


def fill(connection: "duckdb.DuckDBPyConnection", name: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
    """Creates a table of some rows, handed over column by column: row by row takes a millisecond each."""
    connection.execute(f"CREATE OR REPLACE TABLE {name} ({columns})")
    if rows:
        kinds = [column.split()[1] for column in columns.split(", ")]
        each = ", ".join(f"unnest(CAST(? AS {kind}[]))" for kind in kinds)
        connection.execute(f"INSERT INTO {name} SELECT {each}", [list(column) for column in zip(*rows, strict=True)])
