"""What is left of a ceiling buys the person it does not fully pay some months, where policy allows that."""

from typing import TYPE_CHECKING

from regpol.budget.allocation.queue import share_sql
from regpol.terms.money import MILLION

if TYPE_CHECKING:
    import duckdb


def pay_some_months(connection: "duckdb.DuckDBPyConnection") -> None:
    """Gives each person in ``ending`` whom one fund alone was to pay the first months that still fit.

    The months after them are asked of the funds that come next: the claims of the person become theirs.
    """
    ends = connection.execute(
        "SELECT e.grp, e.fund, e.place, e.row, m.room FROM ending e JOIN rooms m USING (grp, fund) "
        f"JOIN running r ON r.row = e.row AND r.fund = e.fund WHERE r.share = {MILLION} ORDER BY e.grp, e.fund"
    ).fetchall()
    for group, fund, place, row, room in ends:
        spans = connection.execute("SELECT first, last, monthly FROM needs WHERE row = $1", [row]).fetchall()
        start, last = connection.execute("SELECT min(first), max(last) FROM claims WHERE row = $1", [row]).fetchall()[0]
        until, amount = months_that_fit(spans, start, last, room)
        if until < start:
            continue
        connection.execute(
            f"INSERT INTO settled SELECT $1, $2, $3, $4, {MILLION}, 0, $5, $6, $7, m.ceiling - m.room + $7 "
            "FROM rooms m WHERE m.grp = $2 AND m.fund = $4",
            [row, group, place, fund, start, until, amount],
        )
        connection.execute("UPDATE rooms SET room = room - $3 WHERE grp = $1 AND fund = $2", [group, fund, amount])
        _ask_for_the_rest(connection, row, until + 1)


def months_that_fit(spans: list[tuple[int, int, int]], start: int, last: int, room: int) -> tuple[int, int]:
    """The last month up to which a room pays, and what that costs; a month before ``start`` if not even one.

    >>> months_that_fit([(1, 12, 10), (4, 12, 6)], 1, 12, 50)
    (4, 46)
    """
    paid, until = 0, start - 1
    for month in range(start, last + 1):
        due = sum(monthly for first, end, monthly in spans if first <= month <= end)
        if paid + due > room:
            break
        paid, until = paid + due, month
    return until, paid


def _ask_for_the_rest(connection: "duckdb.DuckDBPyConnection", row: int, start: int) -> None:
    cut = share_sql("n.monthly", "c.share", "c.before")
    connection.execute(
        "UPDATE claims SET first = $2, amount = t.amount FROM ("
        f"SELECT c.rank, c.fund, CAST(sum(({cut}) * greatest(n.last - greatest(n.first, $2) + 1, 0)) AS BIGINT) "
        "AS amount FROM claims c JOIN needs n ON n.row = c.row WHERE c.row = $1 GROUP BY c.rank, c.fund) t "
        "WHERE claims.row = $1 AND claims.rank = t.rank AND claims.fund = t.fund",
        [row, start],
    )
