"""From rows to plan lines in columns: people of one situation, unit, fund and months are counted once.

Amounts that are the same for everybody in a combination are never multiplied out by row; only where they
depend on a person's own income do rows meet spans. What is kept are lines, thousands however many rows.
"""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from regpol.budget.contribution import amount_sql
from regpol.budget.months import Year
from regpol.budget.planning.grounds import PlanKey
from regpol.budget.span_columns import SPAN_COLUMNS, covered_sql, fill, span_rows
from regpol.budget.spans import Bearer, Span
from regpol.project.budget_format import WorkerPart
from regpol.terms.money import MILLION, SEN, Rounding

if TYPE_CHECKING:
    import duckdb

KEY_COLUMNS = (
    "number BIGINT, programme VARCHAR, payer VARCHAR, fund VARCHAR, account VARCHAR, category VARCHAR, "
    "segment VARCHAR, obligation VARCHAR, ground VARCHAR"
)
LINE = (
    "fund, account, unit, category, segment, programme, payer, month_cover, month_cash, "
    "people, price, amount, obligation, ground, share"
)
_SHARED = "number, unit, fund, share, programme, payer, due_after, first, last"
_FIRST = "CASE WHEN a.first > s.first THEN a.first ELSE s.first END"
_LAST = "CASE WHEN a.last < s.last THEN a.last ELSE s.last END"
_MEET = "JOIN budget_spans s ON a.number = s.number AND a.first <= s.last AND a.last >= s.first"
_PART = f"a.number, a.unit, a.fund, a.share, s.programme, s.payer, s.due_after, {_FIRST} AS first, {_LAST} AS last"


def portion_sql(amount: str) -> str:
    """What a fund pays of an amount: the rupiah up to its share less those up to the shares before it.

    So the funds of one contribution come to it exactly, however it is shared.
    """
    return f"(({amount}) * (a.before + a.share) // {MILLION} - ({amount}) * a.before // {MILLION})"


def portion(amount: int, before: int, share: int) -> int:
    """`portion_sql` for one amount; shares in millionths.

    >>> portion(10001, 0, 500_000), portion(10001, 500_000, 500_000)
    (5000, 5001)
    """
    return amount * (before + share) // MILLION - amount * before // MILLION


def prepare(
    connection: "duckdb.DuckDBPyConnection", found: Sequence[Span], keys: Iterable[PlanKey], year: Year
) -> None:
    """Creates ``covered``, ``budget_spans``, ``wage_spans``, ``plan_keys`` and ``plan_months``.

    Needs ``people`` and ``situated``. ``budget_spans`` are the parts that the budget bears, ``wage_spans``
    those withheld from wages.
    """
    columns = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    connection.execute(f"CREATE OR REPLACE VIEW covered AS {covered_sql(year, columns)}")
    borne = {Bearer.BUDGET, Bearer.WAGE} if year.policy.worker_part is WorkerPart.BORNE else {Bearer.BUDGET}
    fill(connection, "budget_spans", SPAN_COLUMNS, span_rows([it for it in found if it.bearer in borne]))
    withheld = [it for it in found if it.bearer is Bearer.WAGE and it.bearer not in borne]
    fill(connection, "wage_spans", SPAN_COLUMNS, span_rows(withheld))
    rows = [
        (k.number, k.programme, k.payer, k.fund, k.account, k.category, k.segment, k.obligation, k.ground) for k in keys
    ]
    fill(connection, "plan_keys", KEY_COLUMNS, rows)
    months = [(cover, after, year.cash(cover, after)) for cover in range(1, 13) for after in range(13)]
    fill(connection, "plan_months", "cover BIGINT, after BIGINT, cash BIGINT", months)


def plan_lines(connection: "duckdb.DuckDBPyConnection", region: str, rounding: Rounding) -> None:
    """Creates ``plan_lines`` (columns `LINE`) from ``covered``, ``allotted`` and what `prepare` made.

    Everybody who is allotted a fund stands in the lines; whose amount is not known in lines whose amount is NULL.
    """
    connection.execute(f"CREATE OR REPLACE VIEW payable AS {_payable_sql(region)}")
    connection.execute(
        "CREATE OR REPLACE TABLE cohorts AS SELECT number, unit, fund, share, before, first, last, count(*) AS people "
        "FROM payable GROUP BY number, unit, fund, share, before, first, last"
    )
    price = portion_sql("s.amount")
    fixed = (
        f"SELECT {_PART}, {price} AS price, {price} * a.people AS amount, a.people AS people "
        f"FROM cohorts a {_MEET} WHERE NOT s.personal"
    )
    own = portion_sql(amount_sql(f"(a.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding))
    each = f"SELECT {_PART}, {own} AS own FROM payable a {_MEET} WHERE s.personal"
    personal = (
        f"SELECT {_SHARED}, CAST(NULL AS BIGINT) AS price, sum(own) AS amount, count(*) AS people "
        f"FROM ({each}) GROUP BY {_SHARED}, (own IS NULL)"
    )
    kept = (
        "fund, account, unit, category, segment, programme, payer, month_cover, month_cash, price, obligation, ground, "
        "share"
    )
    monthly = (
        "SELECT k.fund, k.account, a.unit, k.category, k.segment, k.programme, k.payer, m.cover AS month_cover, "
        "m.cash AS month_cash, a.price, k.obligation, k.ground, a.share, a.amount, a.people "
        f"FROM ({fixed} UNION ALL {personal}) a "
        "JOIN plan_keys k ON a.number = k.number AND a.programme = k.programme AND a.payer = k.payer "
        "AND a.fund = k.fund "
        "JOIN plan_months m ON m.cover BETWEEN a.first AND a.last AND m.after = coalesce(a.due_after, 0)"
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE plan_lines AS SELECT {LINE} FROM (SELECT {kept}, "
        "CAST(sum(people) AS BIGINT) AS people, CAST(sum(amount) AS BIGINT) AS amount "
        f"FROM ({monthly}) GROUP BY {kept}, (amount IS NULL))"
    )


def _payable_sql(region: str) -> str:
    """Each row with each fund it is allotted, over the months that its cover and the fund share."""
    first = "CASE WHEN c.first > t.first THEN c.first ELSE t.first END"
    last = "CASE WHEN c.last < t.last THEN c.last ELSE t.last END"
    return (
        f"SELECT c.row, c.number, coalesce(p.kelurahan, p.kecamatan, '{region}') AS unit, c.penghasilan, "
        f"t.fund, t.share, t.before, {first} AS first, {last} AS last "
        "FROM covered c JOIN people p ON c.row = p.row JOIN allotted t ON c.row = t.row "
        f"WHERE t.fund IS NOT NULL AND t.share > 0 AND {first} <= {last}"
    )


def withheld_total(connection: "duckdb.DuckDBPyConnection", rounding: Rounding) -> tuple[int, int]:
    """Whole rupiah of the year withheld from the wages of those in the plan, and how many people's is not known."""
    own = amount_sql(f"(a.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    people = (
        "SELECT row, number, penghasilan, min(first) AS first, max(last) AS last FROM payable "
        "GROUP BY row, number, penghasilan"
    )
    parts = (
        f"SELECT a.row, CASE WHEN s.personal THEN {own} ELSE s.amount END AS monthly, {_FIRST} AS first, "
        f"{_LAST} AS last FROM ({people}) a {_MEET.replace('budget_spans', 'wage_spans')}"
    )
    found = connection.execute(
        "SELECT coalesce(sum(monthly * (last - first + 1)), 0), "
        f"count(DISTINCT CASE WHEN monthly IS NULL THEN row END) FROM ({parts})"
    ).fetchone()
    return (int(found[0]), int(found[1])) if found else (0, 0)
