"""Fills the rooms in the order of the queue: as many rounds as funds close, each a cumulative sum over columns.

While the same funds are open everybody's fund is known, so running totals find the first person who does not
fit; that fund closes there, and the next round begins with that person.
"""

from typing import TYPE_CHECKING

from regpol.budget.allocation.part_year import pay_some_months
from regpol.project.allocation import AllocationPolicy, Twice

if TYPE_CHECKING:
    import duckdb


_SERVED = "SELECT 1 FROM settled s JOIN queue q ON q.row = s.row WHERE q.person = c.person AND s.row <> c.row"


def fill(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy) -> None:
    """Creates ``settled`` (who is paid by which fund over which months) and ``closings`` (where a fund ended).

    ``total`` is the money of the fund used up to and including the row, within its group. A closing keeps the
    row the fund could not pay, what that row needed and what was left.
    """
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE settled (row BIGINT, grp VARCHAR, place BIGINT, fund VARCHAR, share BIGINT, "
        "before BIGINT, first BIGINT, last BIGINT, amount BIGINT, total BIGINT)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE closings (grp VARCHAR, fund VARCHAR, place BIGINT, row BIGINT, "
        "needed BIGINT, room BIGINT)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE fronts AS SELECT grp, CAST(1 AS BIGINT) AS place FROM claims GROUP BY grp"
    )
    while _round(connection, policy):
        pass


def _round(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy) -> bool:
    """One round for all groups at once; whether any fund closed, so that there is more to do."""
    connection.execute(f"CREATE OR REPLACE TEMP TABLE running AS {_running(policy)}")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE stops AS SELECT f.grp, min(r.place) AS place FROM fronts f "
        "LEFT JOIN running r ON r.grp = f.grp AND r.total > r.room GROUP BY f.grp"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE ending AS SELECT r.grp, r.fund, r.place, r.row, r.amount "
        "FROM running r JOIN stops s ON s.grp = r.grp AND s.place = r.place WHERE r.total > r.room"
    )
    connection.execute(
        "INSERT INTO settled SELECT r.row, r.grp, r.place, r.fund, r.share, r.before, r.first, r.last, r.amount, "
        "r.total + coalesce(r.ceiling - r.room, r.used) FROM running r JOIN stops s USING (grp) "
        "WHERE s.place IS NULL OR r.place < s.place"
    )
    _empty_rooms(connection)
    connection.execute(
        "INSERT INTO closings SELECT e.grp, e.fund, e.place, e.row, e.amount, m.room FROM ending e "
        "JOIN rooms m USING (grp, fund) WHERE NOT m.closed "
        "AND NOT EXISTS (SELECT 1 FROM closings c WHERE c.grp = e.grp AND c.fund = e.fund)"
    )
    if policy.partial:
        pay_some_months(connection)
    if policy.strict:
        connection.execute(
            "UPDATE rooms SET closed = true FROM ending e WHERE rooms.grp = e.grp AND rooms.fund = e.fund"
        )
    connection.execute("CREATE OR REPLACE TEMP TABLE fronts AS SELECT grp, place FROM stops WHERE place IS NOT NULL")
    return bool(connection.execute("SELECT 1 FROM fronts LIMIT 1").fetchall())


def _running(policy: AllocationPolicy) -> str:
    """Each waiting row's first open option with the running total of its funds since the round began.

    Where a person is paid by one row, the others wait until it cannot be, and are gone when it was.
    """
    once = policy.twice.rows is Twice.REFUSE
    served = f" AND NOT EXISTS ({_SERVED})" if once else ""
    foremost = " QUALIFY place = min(place) OVER (PARTITION BY grp, person)" if once else ""
    shut = "m.closed" if policy.strict else "coalesce(c.amount > m.room, false)"
    return (
        "WITH live AS (SELECT c.*, m.ceiling, m.room, coalesce(u.used, 0) AS used, "
        f"bool_or({shut}) OVER (PARTITION BY c.row, c.rank) AS shut "
        "FROM claims c JOIN fronts f USING (grp) JOIN rooms m USING (grp, fund) "
        "LEFT JOIN (SELECT grp, fund, sum(amount) AS used FROM settled GROUP BY grp, fund) u USING (grp, fund) "
        f"WHERE c.place >= f.place{served}), "
        "chosen AS (SELECT * FROM live WHERE NOT shut QUALIFY rank = min(rank) OVER (PARTITION BY row)), "
        f"one AS (SELECT * FROM chosen{foremost}) "
        "SELECT *, CAST(coalesce(sum(amount) OVER (PARTITION BY grp, fund ORDER BY place "
        "ROWS UNBOUNDED PRECEDING), 0) AS BIGINT) AS total FROM one"
    )


def _empty_rooms(connection: "duckdb.DuckDBPyConnection") -> None:
    connection.execute(
        "UPDATE rooms SET room = rooms.ceiling - t.used FROM "
        "(SELECT grp, fund, sum(amount) AS used FROM settled GROUP BY grp, fund) t "
        "WHERE rooms.grp = t.grp AND rooms.fund = t.fund AND rooms.ceiling IS NOT NULL"
    )
