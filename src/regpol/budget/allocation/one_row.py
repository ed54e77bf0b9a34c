"""A person is paid by one row where policy says so: the first in the order that the money reaches.

Which row that is shows only as the money runs out, so all rows of a person stand in the order until it is shared
out; then those that were not needed leave it, and the places are counted anew.
"""

from typing import TYPE_CHECKING

from regpol.budget.allocation.queue import Standing

if TYPE_CHECKING:
    import duckdb

_UNNEEDED = (
    "CREATE OR REPLACE TEMP TABLE unneeded AS SELECT row, front FROM (SELECT q.row, first_value(q.row) OVER "
    "(PARTITION BY q.person ORDER BY s.row IS NULL, q.place) AS front FROM queue q "
    "LEFT JOIN (SELECT DISTINCT row FROM settled) s USING (row) WHERE q.standing IS NULL) WHERE row <> front"
)
_PLACES = (
    "CREATE OR REPLACE TEMP TABLE places AS SELECT row, grp, place AS old, "
    "row_number() OVER (PARTITION BY grp ORDER BY place) AS place FROM queue WHERE standing IS NULL"
)


def leave_one_row(connection: "duckdb.DuckDBPyConnection") -> None:
    """Takes the rows of a person that another row of the same person made needless out of the order."""
    connection.execute(_UNNEEDED)
    if not connection.execute("SELECT 1 FROM unneeded LIMIT 1").fetchall():
        return
    connection.execute(
        f"UPDATE queue SET standing = '{Standing.TWICE}', place = NULL, "
        "note = 'orang yang sama sudah pada baris ' || u.front FROM unneeded u WHERE queue.row = u.row"
    )
    connection.execute("DELETE FROM claims WHERE row IN (SELECT row FROM unneeded)")
    connection.execute(_PLACES)
    connection.execute(
        "UPDATE closings SET place = 1 + (SELECT count(*) FROM places p "
        "WHERE p.grp = closings.grp AND p.old < closings.place)"
    )
    for table in ("queue", "claims", "settled"):
        connection.execute(f"UPDATE {table} SET place = p.place FROM places p WHERE {table}.row = p.row")
