"""What it costs to close a gap: per unit who is covered and who is not, and the money that brings the rest in.

Nobody is chosen here and no ceiling is asked: it is the bill for everybody who is not covered yet, unit by unit,
and the curve of people reached as units are added, the cheapest first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from regpol.budget.allocation.openings import Opening
from regpol.budget.allocation.queue import share_sql

if TYPE_CHECKING:
    import duckdb

COVERED, MEMBER = "terlindungi", "peserta_lain"
"""The facts that say who is covered: for this work, or else as a member at all."""


class CurveOrder(StrEnum):
    """In which order units are added to the curve."""

    COST = "biaya"
    PEOPLE = "orang"
    CODE = "kode"


@dataclass(frozen=True)
class UnitGap:
    """A unit of the region. ``cost`` is whole rupiah for the rest of the budget year to cover ``uncovered``.

    ``unknown`` of the uncovered have nothing on record; ``uncounted`` have a contribution that is not known and
    are not in ``cost``. ``by_fund`` splits the cost by the funds that come first. The last two run up the curve.
    """

    code: str
    name: str
    people: int
    covered: int
    uncovered: int
    unknown: int
    uncounted: int
    cost: int
    by_fund: tuple[tuple[str, int], ...]
    cumulative_people: int = 0
    cumulative_cost: int = 0

    @property
    def takes_part(self) -> bool:
        """Whether anybody there is covered."""
        return self.covered > 0


@dataclass(frozen=True)
class Gap:
    """The gap of a region: its units along the curve, and the units nobody of whom stands in the register.

    ``unplaced`` are people whose unit is not known, and who so stand in none.
    """

    units: tuple[UnitGap, ...]
    absent: tuple[str, ...]
    order: CurveOrder
    told: str
    unplaced: int = 0

    @property
    def taking_part(self) -> int:
        """Units where anybody is covered."""
        return sum(unit.takes_part for unit in self.units)

    @property
    def cost(self) -> int:
        """Whole rupiah to cover everybody whose contribution is known."""
        return sum(unit.cost for unit in self.units)

    @property
    def uncovered(self) -> int:
        """People not covered yet."""
        return sum(unit.uncovered for unit in self.units)

    @property
    def by_fund(self) -> dict[str, int]:
        """The cost by fund."""
        found: dict[str, int] = {}
        for unit in self.units:
            for fund, amount in unit.by_fund:
                found[fund] = found.get(fund, 0) + amount
        return found


def gap(
    connection: "duckdb.DuckDBPyConnection",
    openings: tuple[Opening, ...],
    needs: str,
    names: Mapping[str, str],
    order: CurveOrder = CurveOrder.COST,
    categories: tuple[str, ...] = (),
) -> Gap:
    """The gap by unit, from ``people``, ``situated`` and the needs (see `for_plan.needs_sql`).

    ``names`` are the units of the region by code; ``categories`` narrow the people looked at.
    """
    present = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    told = next((it for it in (COVERED, MEMBER) if it in present and _ever_told(connection, it)), "")
    _fund_table(connection, openings)
    _persons(connection, needs, _covered_sql(told), categories)
    units = _units(connection, names)
    absent = sorted(names.keys() - {unit.code for unit in units})
    unplaced = _unplaced(connection, categories)
    return Gap(_curve(units, order), tuple(names[code] for code in absent), order, told, unplaced)


def _covered_sql(told: str) -> str:
    if told == COVERED:
        return f'p."{COVERED}"'
    return f"p.\"{MEMBER}\" <> 'tidak'" if told else "CAST(NULL AS BOOLEAN)"


def _fund_table(connection: "duckdb.DuckDBPyConnection", openings: tuple[Opening, ...]) -> None:
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE gap_funds (number BIGINT, fund VARCHAR, share BIGINT, before BIGINT)"
    )
    rows = [(it.number, one.fund, one.share, one.before) for it in openings if it.options for one in it.options[0]]
    if rows:
        connection.executemany("INSERT INTO gap_funds VALUES (?, ?, ?, ?)", rows)


def _persons(connection: "duckdb.DuckDBPyConnection", needs: str, covered: str, categories: tuple[str, ...]) -> None:
    """``gap_people``: each person once, by the first row; covered if any row of the person says so."""
    wanted = f"p.kategori IN ({', '.join('?' * len(categories))})" if categories else "true"
    connection.execute(f"CREATE OR REPLACE TEMP VIEW gap_needs AS {needs}")
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE gap_people AS SELECT p.row, t.number, p.kelurahan AS unit, "
        f"coalesce(bool_or({covered}) OVER person, false) AS covered, "
        f"bool_or(({covered}) IS NOT NULL) OVER person AS known "
        f"FROM people p JOIN situated t USING (row) WHERE p.kelurahan IS NOT NULL AND {wanted} "
        "WINDOW person AS (PARTITION BY coalesce(p.orang, p.row)) "
        "QUALIFY row_number() OVER (PARTITION BY coalesce(p.orang, p.row) ORDER BY p.row) = 1",
        list(categories),
    )


def _ever_told(connection: "duckdb.DuckDBPyConnection", column: str) -> bool:
    """Whether the register says it of anybody: a column the file lacks is there too, and empty."""
    return bool(connection.execute(f'SELECT 1 FROM people WHERE "{column}" IS NOT NULL LIMIT 1').fetchall())


def _unplaced(connection: "duckdb.DuckDBPyConnection", categories: tuple[str, ...]) -> int:
    """People none of whose rows names a unit."""
    wanted = f"kategori IN ({', '.join('?' * len(categories))})" if categories else "true"
    ((people,),) = connection.execute(
        "SELECT count(*) FROM (SELECT coalesce(orang, row) FROM people JOIN situated USING (row) "
        f"WHERE {wanted} GROUP BY 1 HAVING count(kelurahan) = 0)",
        list(categories),
    ).fetchall()
    return int(people)


def _units(connection: "duckdb.DuckDBPyConnection", names: Mapping[str, str]) -> list[UnitGap]:
    cut = share_sql("n.monthly", "f.share", "f.before")
    funds: dict[str, list[tuple[str, int]]] = {}
    for unit, fund, amount in connection.execute(
        f"SELECT g.unit, f.fund, CAST(coalesce(sum(({cut}) * (n.last - n.first + 1)), 0) AS BIGINT) "
        "FROM gap_people g JOIN gap_needs n USING (row) JOIN gap_funds f USING (number) "
        "WHERE NOT g.covered AND g.row NOT IN (SELECT row FROM gap_needs WHERE monthly IS NULL) "
        "GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall():
        funds.setdefault(unit, []).append((fund, amount))
    counted = connection.execute(
        "SELECT g.unit, count(*), count(*) FILTER (WHERE g.covered), count(*) FILTER (WHERE NOT g.known), "
        "count(*) FILTER (WHERE NOT g.covered AND (g.row NOT IN (SELECT row FROM gap_needs WHERE monthly IS NOT NULL) "
        "OR g.row IN (SELECT row FROM gap_needs WHERE monthly IS NULL) "
        "OR g.number NOT IN (SELECT number FROM gap_funds))) FROM gap_people g GROUP BY 1 ORDER BY 1"
    ).fetchall()
    return [
        UnitGap(
            unit,
            names.get(unit, unit),
            people,
            covered,
            people - covered,
            unknown,
            uncounted,
            sum(amount for _, amount in funds.get(unit, ())),
            tuple(funds.get(unit, ())),
        )
        for unit, people, covered, unknown, uncounted in counted
    ]


def _curve(units: list[UnitGap], order: CurveOrder) -> tuple[UnitGap, ...]:
    """The units in order with the running sums: those that take part already first, for they are reached."""
    from dataclasses import replace

    keys = {
        CurveOrder.COST: lambda it: (not it.takes_part, it.cost, it.code),
        CurveOrder.PEOPLE: lambda it: (not it.takes_part, -it.uncovered, it.code),
        CurveOrder.CODE: lambda it: (not it.takes_part, it.code),
    }
    made, people, cost = [], 0, 0
    for unit in sorted(units, key=keys[order]):
        people, cost = people + unit.uncovered, cost + unit.cost
        made.append(replace(unit, cumulative_people=people, cumulative_cost=cost))
    return tuple(made)
