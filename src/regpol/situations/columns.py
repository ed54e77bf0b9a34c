"""Puts the people of a register into situations, in columns: texts of SELECTs, and no table of its own.

Each row gets one whole number, its key: the digits are its category and its cells, one above the
missing cell, in mixed radix. Keys order rows as category and cells do, are small enough to group and
join by, and are the same in Python (`Layout.key_of`); a property test holds the two together.

The texts read the relations they are given by name and hold nothing but comparisons, CASE and integer
arithmetic, so that every engine means the same by them and none has to keep a table of rows.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import TYPE_CHECKING

from regpol.law.model import FactKind, Origin, Rulebook
from regpol.situations.axis import MISSING, Axis, CodeAxis, FactValue
from regpol.situations.target import Target, joint_axes
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.law import TooManySituations

if TYPE_CHECKING:
    import duckdb

KEYS = "situation_keys"
"""The table ``(key, number)`` of the combinations that occur."""

_LARGEST_KEY, _LARGEST_SMALL_KEY = 2**63 - 1, 2**31 - 1


@dataclass(frozen=True)
class Combination:
    """A combination of category and cells that occurs: everyone in it is decided alike.

    ``facts`` holds a representative value of each cell that is known. ``key`` is what its rows carry in
    columns, ``number`` its place among the combinations of one register, from 1.
    """

    number: int
    category: str
    facts: Mapping[str, FactValue]
    labels: Mapping[str, str]
    people: int
    key: int = 0


@dataclass(frozen=True)
class Layout:
    """How a row's category and cells become one key.

    ``categories`` in the order of their codes; ``axes`` are the facts asked about. Of these, ``columns``
    are read from each row and ``constants`` hold for every row; any other is missing in all of them.
    ``column`` is where the rows have their key already, if they do.
    """

    categories: tuple[str, ...]
    axes: tuple[Axis, ...]
    columns: frozenset[str]
    constants: Mapping[str, FactValue]
    column: str = ""

    @cached_property
    def varying(self) -> tuple[Axis, ...]:
        """The facts in which rows may differ."""
        return tuple(axis for axis in self.axes if self._varies(axis))

    @cached_property
    def weights(self) -> tuple[int, ...]:
        """What one step of each varying fact adds to the key.

        Raises:
            Refused: if the largest key would not fit into 64 bits.
        """
        weights, weight = [], 1
        for axis in reversed(self.varying):
            weights.append(weight)
            weight *= axis.size + 1
        self._refuse_too_many(weight * len(self.categories))
        return tuple(reversed(weights))

    @cached_property
    def key_type(self) -> str:
        """The narrowest type that holds every key; engines do not agree on when a product grows wider by itself."""
        return "INTEGER" if self._span * len(self.categories) <= _LARGEST_SMALL_KEY else "BIGINT"

    def key_of(self, category: str, facts: Mapping[str, FactValue]) -> int:
        """The key of one person, as the columns have it; facts that do not vary are not looked at."""
        steps = (
            (axis.cell_of(facts[axis.fact.code]) + 1) * weight if axis.fact.code in facts else 0
            for axis, weight in zip(self.varying, self.weights, strict=True)
        )
        return self.categories.index(category) * self._span + sum(steps)

    def cells_of(self, key: int) -> tuple[str, dict[str, int]]:
        """Category and known cells behind a key."""
        at, rest = divmod(key, self._span)
        cells = {}
        for axis, weight in zip(self.varying, self.weights, strict=True):
            step, rest = divmod(rest, weight)
            cells[axis.fact.code] = step - 1
        fixed = {
            a.fact.code: a.cell_of(self.constants[a.fact.code]) for a in self.axes if a.fact.code in self.constants
        }
        return self.categories[at], fixed | {code: cell for code, cell in cells.items() if cell != MISSING}

    def key(self, people: str) -> str:
        """The expression of the key over a relation; NULL where the category is none of these."""
        if self.column:
            return f'{people}."{self.column}"'
        return " + ".join(part(f'{people}."{name}"') for name, part in self.parts.items())

    @property
    def parts(self) -> Mapping[str, Callable[[str], str]]:
        """What each column adds to the key, as SQL given the SQL of the column; NULL only of no category."""
        steps = zip(self.varying, self.weights, strict=True)
        return {"kategori": self._category} | {
            axis.fact.code: partial(self._step, axis, weight) for axis, weight in steps
        }

    def _category(self, column: str) -> str:
        # the cells begin at -1, the digits at 0: one constant makes up for all of them
        constant = sum(self.weights)
        branches = " ".join(
            f"WHEN '{code}' THEN {self._whole(at * self._span + constant)}" for at, code in enumerate(self.categories)
        )
        return f"CASE {column} {branches} END"

    def _step(self, axis: Axis, weight: int, column: str) -> str:
        return f"{_cell(axis, column)} * {self._whole(weight)}"

    def _whole(self, number: int) -> str:
        return str(number) if self.key_type == "INTEGER" else f"CAST({number} AS BIGINT)"

    @property
    def _span(self) -> int:
        """How many keys a category has."""
        return self.weights[0] * (self.varying[0].size + 1) if self.varying else 1

    def _varies(self, axis: Axis) -> bool:
        return axis.fact.code in self.columns and axis.fact.code not in self.constants

    def _refuse_too_many(self, count: int) -> None:
        if count > _LARGEST_KEY:
            facts = tuple(axis.fact.code for axis in self.varying)
            problem = TooManySituations(
                place=NOWHERE, question="register", count=count, facts=facts, limit=_LARGEST_KEY
            )
            raise Refused(problem)


def row_axes(rulebook: Rulebook, targets: Iterable[Target]) -> tuple[Axis, ...]:
    """For each fact of a person or a region, the cells that tell apart what any question does."""
    asked = joint_axes(rulebook, [rule for target in targets for rule in target.rules])
    told = {Origin.PERSON, Origin.REGION}
    return tuple(sorted((axis for axis in asked if axis.fact.origin in told), key=lambda axis: axis.fact.code))


def layout(
    rulebook: Rulebook, axes: tuple[Axis, ...], columns: Iterable[str], constants: Mapping[str, FactValue]
) -> Layout:
    """The layout of a register whose rows have these columns.

    ``constants`` are facts that are the same for the whole register, such as attributes of its region.
    """
    return Layout(tuple(sorted(rulebook.leaves)), axes, frozenset(columns), constants)


def counted_select(made: Layout, people: str) -> str:
    """``(key, people)``: the combinations that occur in a relation, and how many rows each has."""
    return f"SELECT key, count(*) AS people FROM ({keyed_select(made, people, ())}) AS keyed GROUP BY key"


def keyed_select(made: Layout, people: str, columns: Iterable[str] = ("*",)) -> str:
    """Columns of a relation, and beside them the ``key`` of each row."""
    listed = ", ".join("p.*" if name == "*" else f'p."{name}"' for name in columns)
    return f"SELECT {listed}{', ' if listed else ''}{made.key('p')} AS key FROM {people} AS p"


def situated_select(made: Layout, people: str, keys: str = KEYS, columns: Iterable[str] = ("row",)) -> str:
    """Columns of a relation, and beside them the ``number`` of each row's combination.

    ``keys`` is the relation ``(key, number)`` of `number_combinations`, of hundreds of rows. An inner join: a row
    whose category is unknown falls out, which the proof of the counts would show.
    """
    wanted = tuple(columns)
    listed = ", ".join("k.* EXCLUDE (key)" if name == "*" else f'k."{name}"' for name in wanted)
    return (
        f"SELECT {listed}, n.number FROM ({keyed_select(made, people, wanted)}) AS k JOIN {keys} AS n ON k.key = n.key"
    )


def number_combinations(made: Layout, found: Iterable[tuple[int | None, int]]) -> tuple[Combination, ...]:
    """The combinations behind ``(key, people)``, numbered from 1 in the order of category and cells.

    Raises:
        AssertionError: if a row has no key, for cleaning lets no row pass without a category of the rulebook.
    """
    listed = list(found)
    known = sorted((key, people) for key, people in listed if key is not None)
    if len(known) < len(listed):
        raise AssertionError("rows without a category of the rulebook")
    return tuple(_combination(made, number, key, people) for number, (key, people) in enumerate(known, 1))


def assign(connection: "duckdb.DuckDBPyConnection", made: Layout, people: str = "people") -> tuple[Combination, ...]:
    """The combinations of a relation in DuckDB, and their keys as the table `KEYS`.

    Creates the views ``situated_people`` (every column of the relation, and ``number``) and ``situated``
    (``row``, ``number``), which hold nothing: each reader streams the rows anew.
    """
    combined = number_combinations(made, connection.execute(counted_select(made, people)).fetchall())
    connection.execute(f"CREATE OR REPLACE TABLE {KEYS} (key {made.key_type}, number {made.key_type})")
    if combined:
        listed = ", ".join(f"({one.key}, {one.number})" for one in combined)
        connection.execute(f"INSERT INTO {KEYS} VALUES {listed}")
    connection.execute(f"CREATE OR REPLACE VIEW situated_people AS {situated_select(made, people, KEYS, ('*',))}")
    connection.execute(f"CREATE OR REPLACE VIEW situated AS {situated_select(made, people)}")
    return combined


def _cell(axis: Axis, column: str) -> str:
    if isinstance(axis, CodeAxis):
        return axis.sql(column, yes_no=axis.fact.kind is FactKind.YES_NO)
    if axis.fact.kind is FactKind.DATE:
        column = (
            f"(EXTRACT(year FROM {column}) * 10000 + EXTRACT(month FROM {column}) * 100 + EXTRACT(day FROM {column}))"
        )
    return axis.sql(column)


def _label(made: Layout, axis: Axis, cell: int) -> str:
    """A cell in words; of what holds for every row the value itself is known, not only its cell."""
    fixed = made.constants.get(axis.fact.code)
    return axis.label(cell, among=() if fixed is None else (fixed,))


def _combination(made: Layout, number: int, key: int, people: int) -> Combination:
    category, cells = made.cells_of(key)
    known = [(axis, cells[axis.fact.code]) for axis in made.axes if axis.fact.code in cells]
    unknown = [axis for axis in made.axes if axis.fact.code not in cells]
    return Combination(
        number,
        category,
        {axis.fact.code: axis.representative(cell) for axis, cell in known},
        {axis.fact.name: _label(made, axis, cell) for axis, cell in known}
        | {axis.fact.name: "belum diketahui" for axis in unknown},
        people,
        key,
    )
