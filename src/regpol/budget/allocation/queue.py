"""Puts everybody into the order, with what each needs, and says of whom nothing is to be paid."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from regpol.budget.allocation.openings import Opening
from regpol.budget.allocation.order import OrderFact, ordered_keys, reason_sql, tie_sql
from regpol.project.allocation import AllocationPolicy, Method, Twice
from regpol.terms.money import MILLION

if TYPE_CHECKING:
    import duckdb

NEEDS = "SELECT row, first, last, monthly FROM parts"
"""The default needs: every part of every row, whoever pays it by law."""

_ELSEWHERE = "peserta_lain"
_OTHER_PAYER = "sudah_dibayar"


class Standing(StrEnum):
    """What became of a person."""

    IN = "masuk"
    PARTLY = "sebagian"
    OUT = "luar"
    UNCOUNTED = "belum_terhitung"
    NO_FUND = "tanpa_dana"
    TWICE = "ganda"
    NO_NEED = "tanpa_iuran"


@dataclass(frozen=True)
class Queue:
    """What was found while people were put into the order; rows are those of the register.

    ``doubled`` are people who may be paid twice and whom policy does not refuse.
    """

    missing: Mapping[str, tuple[int, ...]]
    doubled: Mapping[str, tuple[int, ...]]
    order: tuple[str, ...]


def queue_up(
    connection: "duckdb.DuckDBPyConnection",
    openings: tuple[Opening, ...],
    policy: AllocationPolicy,
    facts: Mapping[str, OrderFact],
    needs: str = NEEDS,
) -> Queue:
    """Creates ``queue`` (one line for each row of ``people``) and ``claims`` (one for each fund it may ask).

    ``place`` counts from 1 within a group those who may be paid; the others have a standing at once.
    """
    _store_openings(connection, openings, policy)
    present = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    connection.execute(f"CREATE OR REPLACE TEMP VIEW needs AS {needs}")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE needed AS SELECT row, min(first) AS first, max(last) AS last, "
        "CASE WHEN count(*) > count(monthly) THEN NULL ELSE CAST(sum(monthly * (last - first + 1)) AS BIGINT) END "
        "AS cost FROM needs GROUP BY row"
    )
    keys = ordered_keys(policy, facts, present)
    _turns(connection, policy, keys_sql=[key.sql for key in keys], words=reason_sql(keys), present=present)
    _wait_for_amount(connection, policy)
    _refuse(connection, policy, present)
    _place(connection)
    _claims(connection)
    told = tuple(key.told for key in keys)
    missing = {
        key.fact.name: _rows(
            connection, f"SELECT p.row FROM people p JOIN queue q USING (row) WHERE q.capped AND {key.value} IS NULL"
        )
        for key in keys
    }
    return Queue({name: rows for name, rows in missing.items() if rows}, _doubled(connection, policy, present), told)


def _store_openings(
    connection: "duckdb.DuckDBPyConnection", openings: tuple[Opening, ...], policy: AllocationPolicy
) -> None:
    """Who asks a fund with a ceiling is ``capped``: only these stand in an order, the others are in anyway."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE openings (number BIGINT, mandatory BOOLEAN, capped BOOLEAN, "
        "options BIGINT, barred VARCHAR)"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE options (number BIGINT, rank BIGINT, fund VARCHAR, share BIGINT, before BIGINT)"
    )
    heads = [
        (it.number, it.mandatory, not policy.ceilings.keys().isdisjoint(it.funds), len(it.options), it.barred)
        for it in openings
    ]
    options = [
        (it.number, rank, one.fund, one.share, one.before)
        for it in openings
        for rank, option in enumerate(it.options, 1)
        for one in option
    ]
    if heads:
        connection.executemany("INSERT INTO openings VALUES (?, ?, ?, ?, ?)", heads)
    if options:
        connection.executemany("INSERT INTO options VALUES (?, ?, ?, ?, ?)", options)


def _turns(
    connection: "duckdb.DuckDBPyConnection",
    policy: AllocationPolicy,
    *,
    keys_sql: list[str],
    words: str,
    present: set[str],
) -> None:
    group = "''"
    if policy.method is Method.PROPORTIONAL and policy.group and str(policy.group) in present:
        group = f"coalesce(p.\"{policy.group}\", '')"
    first = ["o.capped DESC", *(["o.mandatory DESC"] if policy.mandatory_first else [])]
    order = ", ".join([*first, *keys_sql, tie_sql(policy)])
    person = "coalesce(p.orang, p.row)" if "orang" in present else "p.row"
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE turns AS "
        f"SELECT p.row, {person} AS person, o.number, {group} AS grp, o.mandatory, n.first, n.last, n.cost, "
        f"{words} AS told, o.capped, row_number() OVER (ORDER BY {order}) AS turn, "
        f"CASE WHEN n.row IS NULL THEN '{Standing.NO_NEED}' WHEN o.options = 0 THEN '{Standing.NO_FUND}' END "
        "AS standing, CASE WHEN n.row IS NOT NULL AND o.options = 0 THEN o.barred END AS note "
        "FROM people p JOIN situated t USING (row) JOIN openings o USING (number) LEFT JOIN needed n USING (row)"
    )


def _refuse(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy, present: set[str]) -> None:
    """Double payment, where policy refuses it: another payer, another membership, an earlier row of the person.

    Of several rows the one that no ceiling bounds is kept, for it is paid in any case, and none that waits for an
    amount keeps another out. Rows of one group that all ask for bounded money stay; see `one_row`.
    """
    for column, word, says in (
        (_OTHER_PAYER, policy.twice.other_payer, "sudah dibayar dana lain"),
        (_ELSEWHERE, policy.twice.elsewhere, "sudah menjadi peserta dari pekerjaan lain"),
    ):
        if word is Twice.REFUSE and column in present:
            connection.execute(
                f"UPDATE turns SET standing = '{Standing.TWICE}', note = '{says}' FROM people p "
                f"WHERE turns.row = p.row AND turns.standing IS NULL AND {_told_twice(column)}"
            )
    if policy.twice.rows is Twice.REFUSE:
        connection.execute(
            f"UPDATE turns SET standing = '{Standing.TWICE}', note = 'orang yang sama sudah pada baris ' || f.front "
            f"FROM ({_FRONTS}) f WHERE turns.row = f.row AND f.front <> f.row AND NOT (f.bound AND turns.grp = f.grp)"
        )


_FRONTS = (
    "SELECT row, first_value(row) OVER person AS front, first_value(grp) OVER person AS grp, "
    "first_value(capped) OVER person AS bound FROM turns WHERE standing IS NULL "
    "WINDOW person AS (PARTITION BY person ORDER BY capped, turn)"
)


def _told_twice(column: str) -> str:
    return f'p."{column}" IS NOT NULL' + (f" AND p.\"{column}\" <> 'tidak'" if column == _ELSEWHERE else "")


def _wait_for_amount(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy) -> None:
    """Whose need is not known cannot be set against a ceiling; where there is none, they are in all the same."""
    for fund in policy.ceilings:
        connection.execute(
            f"UPDATE turns SET standing = '{Standing.UNCOUNTED}' WHERE standing IS NULL AND cost IS NULL "
            "AND number IN (SELECT number FROM options WHERE rank = 1 AND fund = $1)",
            [fund],
        )


def _place(connection: "duckdb.DuckDBPyConnection") -> None:
    """Numbers those who can be paid, in each group from 1."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE queue AS SELECT *, "
        "CASE WHEN standing IS NULL THEN row_number() OVER (PARTITION BY grp, standing IS NULL ORDER BY turn) END "
        "AS place FROM turns"
    )


def _claims(connection: "duckdb.DuckDBPyConnection") -> None:
    """What each option would cost; shares are cut from each monthly amount, so that they come to it exactly."""
    cut = share_sql("n.monthly", "o.share", "o.before")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE claims AS "
        "SELECT q.row, q.person, q.grp, q.place, o.rank, o.fund, o.share, o.before, q.first, q.last, q.cost AS amount "
        f"FROM queue q JOIN options o USING (number) WHERE q.standing IS NULL AND o.share = {MILLION} UNION ALL "
        "SELECT q.row, q.person, q.grp, q.place, o.rank, o.fund, o.share, o.before, q.first, q.last, "
        f"CASE WHEN q.cost IS NOT NULL THEN CAST(sum(({cut}) * (n.last - n.first + 1)) AS BIGINT) END "
        "FROM queue q JOIN options o USING (number) JOIN needs n ON n.row = q.row "
        f"WHERE q.standing IS NULL AND o.share < {MILLION} "
        "GROUP BY q.row, q.person, q.grp, q.place, o.rank, o.fund, o.share, o.before, q.first, q.last, q.cost"
    )


def share_sql(monthly: str, share: str, before: str) -> str:
    """What a fund pays of a monthly amount: whole rupiah up to its share, less those up to the shares before it."""
    return f"{monthly} * ({before} + {share}) // {MILLION} - {monthly} * {before} // {MILLION}"


def _doubled(
    connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy, present: set[str]
) -> dict[str, tuple[int, ...]]:
    found = {
        "sudah dibayar dana lain": (_OTHER_PAYER, policy.twice.other_payer),
        "sudah menjadi peserta dari pekerjaan lain": (_ELSEWHERE, policy.twice.elsewhere),
    }
    rows = {
        says: _rows(connection, f"SELECT p.row FROM people p JOIN needed USING (row) WHERE {_told_twice(column)}")
        for says, (column, word) in found.items()
        if column in present and word is not Twice.REFUSE
    }
    twice = (
        "SELECT row FROM turns JOIN needed USING (row) "
        "QUALIFY row <> first_value(row) OVER (PARTITION BY person ORDER BY turn)"
    )
    if policy.twice.rows is not Twice.REFUSE:
        rows["dengan baris lain dari orang yang sama"] = _rows(connection, twice)
    return {says: found_rows for says, found_rows in rows.items() if found_rows}


def _rows(connection: "duckdb.DuckDBPyConnection", query: str) -> tuple[int, ...]:
    return tuple(row for (row,) in connection.execute(f"SELECT row FROM ({query}) ORDER BY row").fetchall())
