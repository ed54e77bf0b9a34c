"""Makes the plan: rows that were decided and allotted become lines, and everyone else is named with the reason."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from regpol.budget.contribution import Terms
from regpol.budget.months import Year
from regpol.budget.planning.grounds import Grounds
from regpol.budget.planning.left_out import outside, uncounted
from regpol.budget.planning.notes import account_notes, cash_notes, names, withheld_note
from regpol.budget.planning.plan import Heads, Plan, PlanCounts, PlanHead, PlanLine
from regpol.budget.planning.tables import LINE, plan_lines, prepare, withheld_total
from regpol.budget.spans import Span
from regpol.decision.batch import DecidedCombination
from regpol.law.model import Rulebook
from regpol.terms.money import Rounding

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Deciding:
    """What a plan is made from beside the rows: the law's answers, their amounts, and the year."""

    rulebook: Rulebook
    decided: tuple[DecidedCombination, ...]
    spans: tuple[Span, ...]
    terms: Terms
    year: Year

    @property
    def rounding(self) -> Rounding:
        """How fractions of a rupiah are settled."""
        return self.terms.policy.rounding


def prepare_plan(connection: "duckdb.DuckDBPyConnection", it: Deciding) -> Grounds:
    """What allocation and plan both read (see `prepare`); the grounds found on the way."""
    grounds = Grounds(it.rulebook)
    by_number: dict[int, list[Span]] = {}
    for span in it.spans:
        by_number.setdefault(span.number, []).append(span)
    keys = [key for one in it.decided for key in grounds.keys(one, by_number.get(one.combination.number, ()))]
    prepare(connection, it.spans, keys, it.year)
    return grounds


def make_plan(
    connection: "duckdb.DuckDBPyConnection",
    it: Deciding,
    grounds: Grounds,
    head: PlanHead,
    counts: tuple[int, int],
    units: Mapping[str, str],
) -> Plan:
    """The plan of the rows in ``allotted``.

    ``counts`` are the rows read and those rejected before; ``units`` names the units of the region.
    """
    plan_lines(connection, head.region, it.rounding)
    lines = tuple(PlanLine(*row) for row in _ordered(connection))
    connection.execute(
        "CREATE OR REPLACE TABLE planned_rows AS SELECT DISTINCT a.row FROM payable a "
        "JOIN budget_spans s ON a.number = s.number AND a.first <= s.last AND a.last >= s.first"
    )
    planned = int(_one(connection, "SELECT count(*) FROM planned_rows"))
    out = outside(connection, it.decided, it.spans, head.region)
    read, rejected = counts
    used = {line.ground for line in lines}
    notes = [*cash_notes(it.rulebook, it.spans, lines, it.terms, it.year)]
    notes += account_notes(it.rulebook, lines)
    notes += withheld_note(*withheld_total(connection, it.rounding), it.year)
    return Plan(
        replace(head, notes=(*head.notes, *notes)),
        PlanCounts(read, planned, sum(left.people for left in out), rejected),
        lines,
        {key: ground for key, ground in grounds.found.items() if key in used},
        uncounted(connection, it.rulebook, it.spans, it.terms),
        out,
        {
            **{f"dana:{fund}": it.rulebook.term("dana", fund).name for fund, _ in head.carried},
            **names(it.rulebook, lines, out, {head.region: head.region_name, **units}),
        },
        tuple(Heads(*row) for row in connection.execute(_heads_sql(head.region)).fetchall()),
    )


def _ordered(connection: "duckdb.DuckDBPyConnection") -> Sequence[tuple[Any, ...]]:
    order = "fund, category, programme, payer, unit, month_cover, month_cash, price, amount IS NULL, account, ground"
    return connection.execute(f"SELECT {LINE} FROM plan_lines ORDER BY {order}").fetchall()


def _heads_sql(region: str) -> str:
    return (
        f"SELECT coalesce(p.kelurahan, p.kecamatan, '{region}') AS unit, p.kategori, count(r.row), "
        "count(*) - count(r.row) FROM people p LEFT JOIN planned_rows r ON p.row = r.row "
        "GROUP BY unit, p.kategori ORDER BY unit, p.kategori"
    )


def _one(connection: "duckdb.DuckDBPyConnection", query: str) -> Any:
    found = connection.execute(query).fetchone()
    return found[0] if found else 0
