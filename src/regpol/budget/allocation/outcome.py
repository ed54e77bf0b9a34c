"""What ceilings buy: who is in, who is the first one out, what would take everybody, and for how many months."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from regpol.budget.allocation.openings import Doubt, Opening
from regpol.budget.allocation.queue import Queue, Standing, share_sql

if TYPE_CHECKING:
    import duckdb

_YEAR = 12


@dataclass(frozen=True)
class FirstOut:
    """The first person a fund does not reach: the row, its place, its need, and what the fund lacks for it."""

    row: int
    place: int
    needed: int
    short: int


@dataclass(frozen=True)
class FundOutcome:
    """One fund, or one group's part of it. Amounts are whole rupiah a year, None where there is no ceiling.

    ``people`` are paid by it for the whole of their months and ``partly`` for some; ``outside`` wait for it.
    ``unserved`` were to ask it first and are not paid in full by any fund.
    ``needed`` is the ceiling that would take everybody, ``months`` the months it would pay for everybody alike.
    """

    group: str
    fund: str
    ceiling: int | None
    used: int
    people: int
    partly: int
    outside: int
    unserved: int
    needed: int
    first_out: FirstOut | None
    months: int | None

    @property
    def left(self) -> int | None:
        """Rupiah of the ceiling that nobody got."""
        return None if self.ceiling is None else self.ceiling - self.used


@dataclass(frozen=True)
class Allocation:
    """How the money was shared out. ``parts`` are the groups of a proportional allocation, else empty.

    ``doubts`` counts the people paid by a fund of which the law as read does not say whether it may pay.
    """

    funds: tuple[FundOutcome, ...]
    parts: tuple[FundOutcome, ...]
    standings: Mapping[Standing, int]
    queue: Queue
    doubts: Mapping[Doubt, int] = field(default_factory=dict)


def outcome(connection: "duckdb.DuckDBPyConnection", queue: Queue, openings: Iterable[Opening] = ()) -> Allocation:
    """The outcome of the tables `fill` and `write_allotted` made."""
    parts = tuple(_outcomes(connection))
    standings = connection.execute(
        "SELECT standing, count(DISTINCT row) FROM allotted GROUP BY standing ORDER BY standing"
    ).fetchall()
    return Allocation(
        tuple(_together(parts)),
        parts if len({it.group for it in parts}) > 1 else (),
        {Standing(standing): people for standing, people in standings},
        queue,
        _doubts(connection, openings),
    )


def _doubts(connection: "duckdb.DuckDBPyConnection", openings: Iterable[Opening]) -> dict[Doubt, int]:
    paid = connection.execute(
        "SELECT q.number, a.fund, count(DISTINCT a.row) FROM allotted a JOIN queue q USING (row) "
        "WHERE a.fund IS NOT NULL GROUP BY 1, 2"
    ).fetchall()
    people = {(number, fund): count for number, fund, count in paid}
    paid_at_all = dict(
        connection.execute(
            "SELECT q.number, count(DISTINCT a.row) FROM allotted a JOIN queue q USING (row) "
            "WHERE a.fund IS NOT NULL GROUP BY 1"
        ).fetchall()
    )
    found: dict[Doubt, int] = {}
    for it in openings:
        for doubt in it.doubts:
            counted = people.get((it.number, doubt.fund), 0) if doubt.fund else paid_at_all.get(it.number, 0)
            found[doubt] = found.get(doubt, 0) + counted
    return {doubt: count for doubt, count in found.items() if count}


def _outcomes(connection: "duckdb.DuckDBPyConnection") -> Iterator[FundOutcome]:
    paid = _by_key(
        connection,
        "SELECT a.grp, a.fund, sum(amount), count(DISTINCT row) FILTER (WHERE standing = 'masuk'), "
        "count(DISTINCT row) FILTER (WHERE standing <> 'masuk') FROM allotted a WHERE fund IS NOT NULL GROUP BY 1, 2",
    )
    waiting = _by_key(
        connection,
        "SELECT c.grp, c.fund, sum(c.amount), count(DISTINCT c.row) FILTER "
        "(WHERE c.row NOT IN (SELECT row FROM settled)), count(DISTINCT c.row) FROM claims c "
        "JOIN outside o USING (row) WHERE c.rank = 1 GROUP BY 1, 2",
    )
    firsts = _by_key(
        connection,
        "SELECT grp, fund, row, place, amount, amount - room FROM outside "
        "QUALIFY row_number() OVER (PARTITION BY grp, fund ORDER BY place) = 1",
    )
    costs = _by_month(connection)
    rooms = connection.execute("SELECT grp, fund, ceiling FROM rooms ORDER BY grp, fund").fetchall()
    for group, fund, ceiling in rooms:
        key = (group, fund)
        used, people, partly = paid.get(key, (0, 0, 0))
        more, outside, unserved = waiting.get(key, (0, 0, 0))
        months = None if ceiling is None else _months_for_all(costs.get(key, []), ceiling)
        first = FirstOut(*map(int, firsts[key])) if key in firsts else None
        used, more = int(used or 0), int(more or 0)
        yield FundOutcome(group, fund, ceiling, used, people, partly, outside, unserved, used + more, first, months)


def _by_key(connection: "duckdb.DuckDBPyConnection", query: str) -> dict[tuple[str, str], list[int]]:
    return {(group, fund): rest for group, fund, *rest in connection.execute(query).fetchall()}


def _together(parts: tuple[FundOutcome, ...]) -> Iterator[FundOutcome]:
    """The groups of a fund as one; months for all are those of the group with the fewest."""
    for fund in sorted({it.fund for it in parts}):
        own = [it for it in parts if it.fund == fund]
        capped = [it.ceiling for it in own if it.ceiling is not None]
        firsts = [it.first_out for it in own if it.first_out]
        months = [it.months for it in own if it.months is not None]
        yield FundOutcome(
            "",
            fund,
            sum(capped) if capped else None,
            sum(it.used for it in own),
            sum(it.people for it in own),
            sum(it.partly for it in own),
            sum(it.outside for it in own),
            sum(it.unserved for it in own),
            sum(it.needed for it in own),
            min(firsts, key=lambda first: (first.place, first.row), default=None),
            min(months, default=None),
        )


def _by_month(connection: "duckdb.DuckDBPyConnection") -> dict[tuple[str, str], list[tuple[int, int, int]]]:
    """For each fund what everybody who is paid by it or waits for it costs, by spans counted from their own start."""
    whose = (
        "SELECT grp, fund, row, share, before FROM settled UNION "
        "SELECT c.grp, c.fund, c.row, c.share, c.before FROM claims c JOIN outside USING (row) WHERE c.rank = 1"
    )
    cut = share_sql("n.monthly", "w.share", "w.before")
    rows = connection.execute(
        "SELECT w.grp, w.fund, n.first - q.first + 1 AS a, n.last - q.first + 1 AS z, "
        f"CAST(sum({cut}) AS BIGINT) FROM ({whose}) w JOIN queue q USING (row) JOIN needs n ON n.row = w.row "
        "GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4"
    ).fetchall()
    found: dict[tuple[str, str], list[tuple[int, int, int]]] = {}
    for group, fund, start, end, monthly in rows:
        found.setdefault((group, fund), []).append((start, end, monthly or 0))
    return found


def _months_for_all(spans: list[tuple[int, int, int]], ceiling: int) -> int:
    """How many months, counted from each person's first, a ceiling pays for all."""
    paid = 0
    for month in range(1, _YEAR + 1):
        paid += sum(monthly for first, last, monthly in spans if first <= month <= last)
        if paid > ceiling:
            return month - 1
    return _YEAR
