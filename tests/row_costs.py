"""What each row of a register costs, counted another way than the program counts it, to hold its sums against."""

from collections.abc import Sequence
from typing import Any

from regpol.budget.contribution import amount_sql
from regpol.budget.months import Year
from regpol.budget.span_columns import SPAN_COLUMNS, covered_sql, fill, span_rows
from regpol.budget.spans import Span
from regpol.terms.money import SEN, Rounding

_AMOUNT = "CASE WHEN s.personal THEN {own} ELSE s.amount END"
_MONTHS = "(least(c.last, s.last) - greatest(c.first, s.first) + 1)"
_COSTED = """
CREATE OR REPLACE TABLE costed AS
SELECT row, programme,
  CASE WHEN bool_or(final AND monthly IS NULL) THEN NULL
       ELSE CAST(sum(CASE WHEN final THEN monthly ELSE 0 END) AS BIGINT) END AS monthly,
  CASE WHEN bool_or(yearly IS NULL) THEN NULL ELSE CAST(sum(yearly) AS BIGINT) END AS yearly
FROM (
  SELECT c.row, s.programme, s.final, {amount} AS monthly,
    CASE WHEN c.first <= s.last AND c.last >= s.first THEN {amount} * {months} ELSE 0 END AS yearly
  FROM covered c JOIN spans s ON c.number = s.number
) GROUP BY row, programme
"""


def cost(connection: Any, found: Sequence[Span], rounding: Rounding, year: Year | None = None) -> None:
    """Creates ``costed``: whole rupiah of each row and programme, in its last month and over all its months.

    Without a year every row is counted over all twelve months, with one over those its decree leaves. Needs
    ``people`` and ``situated``.
    """
    fill(connection, "spans", SPAN_COLUMNS, span_rows(found))
    columns = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    connection.execute(f"CREATE OR REPLACE VIEW covered AS {covered_sql(year, columns)}")
    own = amount_sql(f"(c.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    connection.execute(_COSTED.format(amount=_AMOUNT.format(own=own), months=_MONTHS))
