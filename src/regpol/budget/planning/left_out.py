"""Who is not in the plan and whose amount is not known, each with the reason; nobody is lost and nobody costs zero."""

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from regpol.budget.contribution import Terms, minimum_wage
from regpol.budget.planning.plan import LeftOut
from regpol.budget.span_columns import fill
from regpol.budget.spans import Span
from regpol.decision.batch import DecidedCombination
from regpol.law.model import Rulebook

if TYPE_CHECKING:
    import duckdb

NO_FUND = "kebijakan belum memilih dana bagi kategori ini"
NO_PROGRAMME = "tidak ada program yang wajib dan tidak ada yang dipilih kebijakan"
NO_MONTH = (
    "SK tidak berlaku pada bulan yang dianggarkan: dasar membayar dari anggaran ini belum ada; "
    "orangnya tetap dapat menjadi peserta"
)
NO_INCOME = "penghasilan tidak tertulis dalam register, padahal kebijakan menjadikannya dasar upah"


def why_unknown(rulebook: Rulebook, span: Span, terms: Terms) -> str:
    """Why the amount of a span is not known; empty if it is, or depends on the person."""
    if span.personal or span.amount is not None:
        return ""
    if not span.segment:
        return "segmen belum pasti dan kebijakan belum memilihnya"
    if not span.payer:
        return "iuran bulanan program ini bagi segmennya tidak ada atau belum terbaca"
    if span.tariff.millionths is None and span.tariff.fixed is None:
        return "tarif belum diketahui (kelompok risiko, batas upah, atau tabelnya)"
    return minimum_wage(rulebook, terms).label


def compact(rows: Iterable[int]) -> str:
    """Row numbers as an official writes them.

    >>> compact([2, 3, 4, 9])
    '2-4, 9'
    """
    runs: list[list[int]] = []
    for row in sorted(rows):
        if runs and row == runs[-1][1] + 1:
            runs[-1][1] = row
        else:
            runs.append([row, row])
    return ", ".join(f"{first}-{last}" if last > first else str(first) for first, last in runs)


def outside(
    connection: "duckdb.DuckDBPyConnection", decided: Sequence[DecidedCombination], spans: Sequence[Span], region: str
) -> tuple[LeftOut, ...]:
    """The rows that were decided and stand in no line; ``allotted`` tells the reason where it kept someone out."""
    paying = {span.number for span in spans}
    why = [
        (
            one.combination.number,
            one.combination.category,
            NO_PROGRAMME if one.combination.number not in paying else "" if one.fund else NO_FUND,
        )
        for one in decided
    ]
    fill(connection, "combination_reasons", "number BIGINT, category VARCHAR, reason VARCHAR", why)
    query = (
        "SELECT reason, category, unit, list(row ORDER BY row) FROM ("
        "SELECT CASE WHEN w.reason <> '' THEN w.reason WHEN c.first > c.last THEN $no_month "
        "ELSE coalesce(t.brief, '') END AS reason, "
        f"w.category, coalesce(p.kelurahan, p.kecamatan, '{region}') AS unit, c.row AS row "
        "FROM covered c JOIN people p ON c.row = p.row JOIN combination_reasons w ON c.number = w.number "
        "LEFT JOIN (SELECT row, min(brief) AS brief FROM allotted GROUP BY row) t ON c.row = t.row "
        "WHERE c.row NOT IN (SELECT row FROM planned_rows)) "
        "GROUP BY reason, category, unit ORDER BY category, unit, reason"
    )
    found = connection.execute(query, {"no_month": NO_MONTH}).fetchall()
    return tuple(
        LeftOut(reason, category, unit, "", len(rows), compact(rows)) for reason, category, unit, rows in found
    )


def uncounted(
    connection: "duckdb.DuckDBPyConnection", rulebook: Rulebook, spans: Sequence[Span], terms: Terms
) -> tuple[LeftOut, ...]:
    """The people in the plan of whose programmes some month is not known."""
    why = {(span.number, span.programme, reason) for span in spans if (reason := why_unknown(rulebook, span, terms))}
    why |= {(span.number, span.programme, NO_INCOME) for span in spans if span.personal}
    fill(connection, "unknown_reasons", "number BIGINT, programme VARCHAR, reason VARCHAR", sorted(why))
    found = connection.execute(
        "SELECT w.reason, k.category, a.unit, w.programme, list(DISTINCT a.row ORDER BY a.row) "
        "FROM payable a JOIN unknown_reasons w ON a.number = w.number "
        "JOIN (SELECT DISTINCT number, category FROM plan_keys) k ON a.number = k.number "
        "WHERE w.reason <> $income OR a.penghasilan IS NULL "
        "GROUP BY w.reason, k.category, a.unit, w.programme ORDER BY k.category, a.unit, w.programme, w.reason",
        {"income": NO_INCOME},
    ).fetchall()
    return tuple(
        LeftOut(reason, category, unit, programme, len(rows), compact(rows))
        for reason, category, unit, programme, rows in found
    )
