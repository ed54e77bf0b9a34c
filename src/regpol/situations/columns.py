"""Puts the people of a register into situations, in columns.

The table ``people`` gets a number for each combination of category, unit form and cells; the same
axes assign cells to one person in Python, and a property test holds the two together.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.law.model import FactKind, Origin, Rulebook
from regpol.situations.axis import MISSING, Axis, FactValue
from regpol.situations.target import Target, joint_axes

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True)
class Combination:
    """A combination of category and cells that occurs: everyone in it is decided alike.

    ``facts`` holds a representative value of each cell that is known.
    """

    number: int
    category: str
    facts: Mapping[str, FactValue]
    labels: Mapping[str, str]
    people: int


def row_axes(rulebook: Rulebook, targets: Iterable[Target]) -> tuple[Axis, ...]:
    """For each fact of a person or a region, the cells that tell apart what any question does."""
    asked = joint_axes(rulebook, [rule for target in targets for rule in target.rules])
    told = {Origin.PERSON, Origin.REGION}
    return tuple(sorted((axis for axis in asked if axis.fact.origin in told), key=lambda axis: axis.fact.code))


def assign(connection: "duckdb.DuckDBPyConnection", axes: tuple[Axis, ...], constants: Mapping[str, str]) -> None:
    """Creates ``situated``: each row of ``people`` with the number of its combination.

    ``constants`` are facts that are the same for the whole register, such as attributes of its region;
    a fact that is neither a column nor a constant is missing.
    """
    present = {name for (name,) in connection.execute("SELECT column_name FROM (DESCRIBE people)").fetchall()}
    cells = [f'{_cell(axis, present, constants)} AS "c_{axis.fact.code}"' for axis in axes]
    listed = ", ".join(["kategori", *(f'"c_{axis.fact.code}"' for axis in axes)])
    connection.execute(f"CREATE OR REPLACE TABLE celled AS SELECT row, {', '.join(['kategori', *cells])} FROM people")
    connection.execute(
        "CREATE OR REPLACE TABLE combinations AS "
        f"SELECT row_number() OVER (ORDER BY {listed}) AS number, * FROM "
        f"(SELECT {listed}, count(*) AS people FROM celled GROUP BY {listed})"
    )
    same = " AND ".join(f"a.{name} = b.{name}" for name in listed.split(", "))
    connection.execute(
        f"CREATE OR REPLACE TABLE situated AS SELECT a.row, b.number FROM celled a JOIN combinations b ON {same}"
    )


def _cell(axis: Axis, present: set[str], constants: Mapping[str, str]) -> str:
    fact = axis.fact
    if fact.code in constants:
        return str(axis.cell_of(constants[fact.code]))
    if fact.code not in present:
        return str(MISSING)
    if fact.kind is FactKind.YES_NO:
        return axis.sql(f"CASE WHEN \"{fact.code}\" THEN 'ya' WHEN NOT \"{fact.code}\" THEN 'tidak' END")
    if fact.kind is FactKind.DATE:
        return axis.sql(f"CAST(strftime(\"{fact.code}\", '%Y%m%d') AS INTEGER)")
    return axis.sql(f'"{fact.code}"')


def combinations(connection: "duckdb.DuckDBPyConnection", axes: tuple[Axis, ...]) -> tuple[Combination, ...]:
    """The combinations that occur, in the order of their numbers."""
    found = connection.execute("SELECT * FROM combinations ORDER BY number").fetchall()
    made = []
    for number, category, *rest in found:
        cells, people = rest[:-1], rest[-1]
        known = [(axis, cell) for axis, cell in zip(axes, cells, strict=True) if cell != MISSING]
        facts = {axis.fact.code: axis.representative(cell) for axis, cell in known}
        labels = {axis.fact.name: axis.label(cell) for axis, cell in known}
        unknown = {axis.fact.name: "belum diketahui" for axis, cell in zip(axes, cells, strict=True) if cell == MISSING}
        made.append(Combination(number, category, facts, labels | unknown, people))
    return tuple(made)
