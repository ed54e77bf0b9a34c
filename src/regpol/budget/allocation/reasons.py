"""Writes ``allotted``: for every row of the register what became of it, and why, in words an official can repeat."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from regpol.budget.allocation.openings import Opening
from regpol.budget.allocation.queue import Standing
from regpol.terms.dates import MONTHS
from regpol.terms.money import MILLION

if TYPE_CHECKING:
    import duckdb


def write_allotted(
    connection: "duckdb.DuckDBPyConnection", openings: Iterable[Opening], fund_names: Mapping[str, str]
) -> None:
    """Creates ``allotted`` in the columns of the contract, with ``grp``, ``amount`` and ``total`` beside them.

    Whoever is paid has a line for each fund; everyone else one line without fund, share and months.
    """
    _names(connection, openings, fund_names)
    _outside(connection)
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE reached AS SELECT row, max(last) AS last FROM settled GROUP BY row"
    )
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE counted AS "
        "SELECT grp, count(place) FILTER (WHERE capped) AS people FROM queue GROUP BY grp"
    )
    connection.execute(
        f"CREATE OR REPLACE TABLE allotted AS {_PAID} UNION ALL {_OUT} UNION ALL {_REFUSED} ORDER BY row, before"
    )


def _names(connection: "duckdb.DuckDBPyConnection", openings: Iterable[Opening], fund_names: Mapping[str, str]) -> None:
    connection.execute("CREATE OR REPLACE TEMP TABLE fund_names (fund VARCHAR, name VARCHAR)")
    connection.execute("CREATE OR REPLACE TEMP TABLE doubts (number BIGINT, fund VARCHAR, says VARCHAR)")
    connection.execute("CREATE OR REPLACE TEMP TABLE months (month BIGINT, name VARCHAR)")
    connection.executemany("INSERT INTO months VALUES (?, ?)", [(at, name) for at, name in enumerate(MONTHS, 1)])
    if fund_names:
        connection.executemany("INSERT INTO fund_names VALUES (?, ?)", list(fund_names.items()))
    told = [(it.number, fund, says) for it in openings for fund in sorted(it.funds) if (says := _unsure(it, fund))]
    if told:
        connection.executemany("INSERT INTO doubts VALUES (?, ?, ?)", told)


def _unsure(it: Opening, fund: str) -> str:
    """What the law leaves open for who is paid by a fund: the fund, the membership, or both."""
    return "".join(
        f"; {'dana ini' if doubt.fund else 'kepesertaannya'} menurut hukum “{doubt.answer.label}”: "
        f"{', '.join(doubt.norms) or 'tanpa naskah'}"
        for doubt in it.doubts
        if doubt.fund in {"", fund}
    )


def _outside(connection: "duckdb.DuckDBPyConnection") -> None:
    """``outside``: whoever waits for money, the fund that ended first, and what that fund lacks up to there."""
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE outside AS WITH waiting AS ("
        "SELECT c.row, c.grp, c.place, c.fund, c.amount, m.room, x.place AS ended, x.row AS ender "
        "FROM claims c JOIN rooms m USING (grp, fund) LEFT JOIN closings x USING (grp, fund) "
        "WHERE c.rank = 1 AND m.ceiling IS NOT NULL "
        "AND c.row NOT IN (SELECT row FROM settled s JOIN queue q USING (row) WHERE s.last = q.last) "
        "QUALIFY row_number() OVER (PARTITION BY c.row ORDER BY x.place NULLS LAST, c.before) = 1) "
        "SELECT *, CAST(sum(amount) OVER (PARTITION BY grp, fund ORDER BY place) - room AS BIGINT) AS short "
        "FROM waiting"
    )


def _rupiah(amount: str) -> str:
    return f"'Rp' || replace(format('{{:,}}', {amount}), ',', '.')"


def _count(number: str) -> str:
    return f"replace(format('{{:,}}', {number}), ',', '.')"


_PLACED = (
    "CASE WHEN NOT q.capped THEN 'tanpa pagu' "
    f"ELSE 'urutan ' || {_count('q.place')} || ' dari ' || {_count('k.people')} || "
    "CASE WHEN q.mandatory THEN ', wajib' ELSE '' END || CASE WHEN q.told = '' THEN '' ELSE ', ' || q.told END END"
)
_SHARED = (
    f"CASE WHEN s.share = {MILLION} THEN '' ELSE ', bagian ' || "
    "replace(CAST(s.share / 10000.0 AS DECIMAL(9, 2))::VARCHAR, '.', ',') || ' %' END"
)
_USED = (
    f"'; kumulatif ' || {_rupiah('s.total')} || "
    f"CASE WHEN m.ceiling IS NULL THEN '' ELSE ' dari pagu ' || {_rupiah('m.ceiling')} END"
)
_HALF = "s.first > q.first OR r.last < q.last OR s.last < q.last"
_MONTHS = f"CASE WHEN {_HALF} THEN '; bulan ' || a.name || ' sampai ' || z.name ELSE '' END"
_REST = "CASE WHEN r.last < q.last THEN '; sisa pagu tidak cukup untuk bulan berikutnya' ELSE '' END"
_PAID = (
    "SELECT q.row, s.fund, s.share, s.before, s.first, s.last, "
    f"CASE WHEN r.last < q.last THEN '{Standing.PARTLY}' ELSE '{Standing.IN}' END AS standing, q.place, "
    f"CASE WHEN r.last < q.last THEN '{Standing.PARTLY}: ' ELSE '{Standing.IN}: ' END || {_PLACED} || '; ' || f.name "
    f"|| {_SHARED} || coalesce({_USED}, '') || {_MONTHS} || {_REST} || coalesce(d.says, '') AS reason, '' AS brief, "
    "q.grp, s.amount, s.total "
    "FROM settled s JOIN queue q USING (row) JOIN reached r USING (row) JOIN counted k ON k.grp = q.grp "
    "JOIN rooms m ON m.grp = q.grp AND m.fund = s.fund JOIN fund_names f ON f.fund = s.fund "
    "JOIN months a ON a.month = s.first JOIN months z ON z.month = s.last "
    "LEFT JOIN doubts d ON d.number = q.number AND d.fund = s.fund"
)
_ENDED = (
    f"CASE WHEN o.ended IS NULL THEN 'sisa pagu ' || f.name || ' tidak cukup' "
    f"ELSE 'pagu ' || f.name || ' habis sesudah urutan ' || {_count('o.ended - 1')} END"
)
_OUT = (
    "SELECT q.row, NULL AS fund, NULL AS share, NULL AS before, NULL AS first, NULL AS last, "
    f"'{Standing.OUT}' AS standing, q.place, "
    f"'{Standing.OUT}: ' || {_PLACED} || '; ' || {_ENDED} || '; kurang ' || {_rupiah('o.short')} AS reason, "
    f"'pagu ' || f.name || ' habis' AS brief, "
    "q.grp, NULL AS amount, NULL AS total "
    "FROM outside o JOIN queue q USING (row) JOIN counted k ON k.grp = q.grp JOIN fund_names f ON f.fund = o.fund "
    "WHERE q.row NOT IN (SELECT row FROM settled)"
)
_SAYS = (
    f"CASE q.standing WHEN '{Standing.UNCOUNTED}' THEN 'belum dapat diperingkat: iurannya belum diketahui' "
    f"WHEN '{Standing.NO_NEED}' THEN 'tidak ada iuran yang direncanakan' "
    "ELSE 'tidak dibayar: ' || coalesce(q.note, '') END"
)
_BRIEF = f"CASE WHEN q.note LIKE 'orang yang sama%' THEN 'tidak dibayar: baris ganda orang yang sama' ELSE {_SAYS} END"
_REFUSED = (
    "SELECT q.row, NULL AS fund, NULL AS share, NULL AS before, NULL AS first, NULL AS last, "
    f"q.standing, q.place, {_SAYS} AS reason, {_BRIEF} AS brief, q.grp, NULL AS amount, NULL AS total "
    "FROM queue q WHERE q.standing IS NOT NULL"
)
