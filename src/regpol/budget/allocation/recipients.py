"""Every person's standing as lines to show: who is paid by which fund over which months, who is not, and why.

A line points at a row of the register; it carries no name and no NIK.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.budget.allocation.queue import Standing

if TYPE_CHECKING:
    import duckdb

MOST = 200_000
"""Lines kept for a workbook; a register with more is read from ``allotted`` itself."""


@dataclass(frozen=True)
class Recipient:
    """One line of ``allotted``: codes of category and unit, months 1 to 12, amounts in whole rupiah a year.

    Fund, share (millionths), months and amount are None for who is not paid; ``place`` for who stands in no order.
    """

    row: int
    category: str
    unit: str
    standing: Standing
    place: int | None
    fund: str | None
    share: int | None
    first: int | None
    last: int | None
    amount: int | None
    reason: str


def recipients(connection: "duckdb.DuckDBPyConnection", region: str) -> tuple[Recipient, ...]:
    """The lines in the order in which people were taken, at most `MOST` of them."""
    found = connection.execute(
        f"SELECT a.row, p.kategori, coalesce(p.kelurahan, p.kecamatan, '{region}'), a.standing, "
        "CASE WHEN q.capped THEN a.place END, a.fund, a.share, a.first, a.last, a.amount, a.reason "
        "FROM allotted a JOIN people p USING (row) JOIN queue q USING (row) "
        f"ORDER BY q.grp, a.place NULLS LAST, a.row, a.first, a.before LIMIT {MOST}"
    ).fetchall()
    return tuple(
        Recipient(row, category, unit, Standing(standing), *rest) for row, category, unit, standing, *rest in found
    )
