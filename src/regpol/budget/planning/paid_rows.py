"""What a plan pays for each row: the rows of ``plan_lines`` before they are added up.

A list of recipients needs the person where a plan needs the sum; both are read from the same relations, so
the list comes to the plan's total to the rupiah.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.budget.contribution import amount_sql
from regpol.budget.planning.tables import portion_sql
from regpol.terms.money import SEN, Rounding

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class PaidRow:
    """One row of the register that the plan pays for.

    ``programmes`` are codes in order of the alphabet. ``monthly`` is what the budget bears in the last month
    it pays, ``yearly`` in all months; whole rupiah, None where an amount is not known.
    """

    row: int
    number: int
    unit: str
    programmes: tuple[str, ...]
    monthly: int | None
    yearly: int | None


PARTS, PEOPLE = "paid_parts", "paid_people"


def pay_rows(connection: "duckdb.DuckDBPyConnection", rounding: Rounding) -> None:
    """Creates `PARTS` and `PEOPLE`, for papers that need the rows of a plan; needs what `plan_lines` made.

    `PARTS`: row, number, programme, whether it depends on the person, what the budget bears a month (NULL where
    not known), first and last month; the funds and payers of one contribution are one. `PEOPLE`: row, number,
    unit, kecamatan, kelurahan, first and last month, ``sebulan`` in the last months and ``setahun``, as `PaidRow`
    has them.
    """
    own = amount_sql(f"(a.penghasilan * {SEN})", "s.millionths", "s.fixed", "s.cap", rounding)
    each = f"CASE WHEN s.personal THEN {portion_sql(own)} ELSE {portion_sql('s.amount')} END"
    connection.execute(
        f"CREATE OR REPLACE TABLE {PARTS} AS SELECT row, number, unit, programme, first, last, "
        "bool_or(personal) AS personal, "
        "CASE WHEN bool_or(each IS NULL) THEN NULL ELSE CAST(sum(each) AS BIGINT) END AS each FROM ("
        f"SELECT a.row, a.number, a.unit, s.programme, s.personal, {each} AS each, "
        "greatest(a.first, s.first) AS first, least(a.last, s.last) AS last "
        "FROM payable a JOIN budget_spans s ON a.number = s.number AND a.first <= s.last AND a.last >= s.first"
        ") GROUP BY row, number, unit, programme, first, last"
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE {PEOPLE} AS SELECT t.*, p.kecamatan, p.kelurahan FROM ("
        "SELECT row, number, unit, min(first) AS first, max(last) AS last, "
        "CASE WHEN bool_or(each IS NULL) THEN NULL "
        "ELSE CAST(sum(each) FILTER (WHERE last = ends) AS BIGINT) END AS sebulan, "
        "CASE WHEN bool_or(each IS NULL) THEN NULL ELSE CAST(sum(each * (last - first + 1)) AS BIGINT) END AS setahun, "
        "list_sort(list(DISTINCT programme)) AS programmes "
        f"FROM (SELECT *, max(last) OVER (PARTITION BY row) AS ends FROM {PARTS}) GROUP BY row, number, unit"
        ") t JOIN people p ON p.row = t.row"
    )


def paid_rows(connection: "duckdb.DuckDBPyConnection") -> tuple[PaidRow, ...]:
    """Everybody in the plan, by unit and row; needs what `pay_rows` made.

    Returns rows whose known yearly amounts come to the total of the plan.
    """
    found = connection.execute(
        f"SELECT row, number, unit, programmes, sebulan, setahun FROM {PEOPLE} ORDER BY unit, row"
    ).fetchall()
    return tuple(PaidRow(row, number, unit, tuple(codes), *sums) for row, number, unit, codes, *sums in found)
