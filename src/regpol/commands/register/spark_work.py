"""A register decided on Spark: the same texts and the same answers as on one computer, rows cut anywhere.

Two passes over the rows. The first checks them and counts each combination; the combinations, a few hundred
whole numbers, come here and are decided once, by the same code that decides them everywhere. The second joins
answers and amounts back, from tables small enough to be sent to every worker: nothing is shuffled.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from regpol.commands.register.question import Question
from regpol.law.model import Origin
from regpol.project.region import attributes
from regpol.register.clean_register import ALSO, RowChecks, known_columns, refuse_columns
from regpol.reports.decided.columns import row_columns
from regpol.reports.decided.register import SituationLine
from regpol.reports.decided.rows import ANSWERS, UNITS, Answered, Table, answers_table, units_table
from regpol.situations.columns import Combination, counted_select, layout, number_combinations, row_axes
from regpol.situations.spark_text import spark_text
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.distributed import RowsLost

if TYPE_CHECKING:
    import duckdb

_SQL_TYPES = {"bigint": "BIGINT", "string": "VARCHAR", "boolean": "BOOLEAN", "date": "DATE", "int": "INTEGER"}
"""What Spark calls a type, as `clean_register` does; any other is told as Spark says it."""
_REGISTER, _PEOPLE, WRITTEN = "register", "people", "written"


class WrittenRows(Answered):
    """The same rows, summed from what was written of them: nothing is counted twice, and the file is proven."""

    def select_sums(self) -> str:
        """As `Answered.select_sums`, over the view `WRITTEN`."""
        amounts = [*((f"{code}_", f"{code}_ada") for code, _ in self.programmes), ("", "ada")]
        counted = [
            f'sum(w."{name}sebulan"), sum(w."{name}setahun"), '
            f'sum(CASE WHEN d."{due}" AND w."{name}setahun" IS NULL THEN 1 ELSE 0 END)'
            for name, due in amounts
        ]
        return (
            f"SELECT w.situasi AS number, count(*) AS people, {', '.join(counted)} "  # noqa: S608
            f"FROM {WRITTEN} AS w JOIN {ANSWERS} AS d ON w.situasi = d.situasi GROUP BY w.situasi"
        )


class SparkTexts:
    """Spark as somebody who speaks DuckDB meets it: runs a text, hands back rows."""

    def __init__(self, session: Any) -> None:
        self.session = session
        self._found: Any = None

    def execute(self, text: str) -> "SparkTexts":
        """Runs a text; its rows are asked for next."""
        self._found = self.session.sql(spark_text(text))
        return self

    def fetchall(self) -> list[tuple[Any, ...]]:
        """Every row of what was run last; only for results that are small."""
        return [tuple(row) for row in self._found.collect()]

    def view(self, name: str, text: str) -> None:
        """Names a text, so that other texts can read it."""
        self.session.sql(spark_text(text)).createOrReplaceTempView(name)

    def table(self, name: str, columns: Table) -> None:
        """A small table that is sent to every worker whole."""
        kinds = {column: columns.types.get(column, "STRING") for column in columns.values}
        schema = ", ".join(f"`{column}` {kind.replace('VARCHAR', 'STRING')}" for column, kind in kinds.items())
        rows = list(zip(*columns.values.values(), strict=True))
        self.session.createDataFrame(rows, schema).hint("broadcast").createOrReplaceTempView(name)


class SparkWork:
    """The work on one register, step by step; the session belongs to the caller."""

    def __init__(self, session: Any, question: Question, register: Path) -> None:
        self._texts = SparkTexts(session)
        self._question = question
        self._register = register
        self._axes = row_axes(question.book, question.decider.targets.values())

    def open(self) -> int:
        """Opens the register and checks its columns and rows; how many rows there are.

        Raises:
            Refused: with every column that is not as it should be, or what is wrong with how many rows.
        """
        frame = self._texts.session.read.parquet(str(self._register.resolve()))
        told = ((field.name, field.dataType.simpleString()) for field in frame.schema.fields)
        types = {name: _SQL_TYPES.get(kind, kind.upper()) for name, kind in told}
        known = known_columns(self._question.vocabulary)
        refuse_columns(types, known, self._at)
        columns = [name for name in types if name in known]
        frame.select(*columns).createOrReplaceTempView(_REGISTER)
        self._columns = self._place(columns)
        checks = RowChecks(tuple(self._question.vocabulary.categories), frozenset(self._columns))
        (found,) = self._texts.execute(checks.select(_PEOPLE)).fetchall()
        return checks.rows(found, self._at)

    @property
    def _at(self) -> Place:
        return Place(str(self._register))

    def _place(self, columns: Sequence[str]) -> tuple[str, ...]:
        """The view ``people``: the register with every column the texts read, and what is true of each row's unit."""
        region_facts = [code for code, fact in self._question.book.facts.items() if fact.origin is Origin.REGION]
        varying = [code for code in region_facts if code not in self._question.attributes]
        missing = [name for name in ALSO if name not in columns]
        listed = ["r.*", *(f'CAST(NULL AS {ALSO[name]}) AS "{name}"' for name in missing)]
        joined = ""
        if varying and "kelurahan" in columns:
            villages = self._question.units.villages
            told = {unit.code: attributes(self._question.book.regions, unit.code) for unit in villages}
            values = {fact: [of_unit.get(fact) for of_unit in told.values()] for fact in varying}
            self._texts.table("unit_facts", Table({"kode": list(told), **values}, {}))
            listed += [f'u."{fact}" AS "{fact}"' for fact in varying]
            joined = " LEFT JOIN unit_facts AS u ON r.kelurahan = u.kode"
        self._texts.view(_PEOPLE, f"SELECT {', '.join(listed)} FROM {_REGISTER} AS r{joined}")  # noqa: S608
        return (*columns, *missing, *(varying if joined else ()))

    def combine(self) -> tuple[Combination, ...]:
        """The combinations that occur; all that comes here of the rows is how many each has."""
        self._layout = layout(self._question.book, self._axes, self._columns, self._question.attributes)
        return number_combinations(self._layout, self._texts.execute(counted_select(self._layout, _PEOPLE)).fetchall())

    def decide(self, found: Sequence[Combination], progress: Callable[[int], None]) -> tuple[SituationLine, ...]:
        """Decides every combination, here, and sends what each answers to the workers; the situations in words."""
        answers = self._question.answers(found, progress)
        # the texts are all that is asked of it
        connection = cast("duckdb.DuckDBPyConnection", self._texts)
        self.answered = WrittenRows(connection, self._layout, _PEOPLE, answers.programmes, answers.amounts)
        keys = {one.number: one.key for one in found}
        self._texts.table(ANSWERS, answers_table(self.answered, answers.lines, keys))
        self._texts.table(UNITS, units_table(self._question.units.names))
        return answers.lines

    def write(self, folder: Path, read: int) -> None:
        """Writes a row for each of the register, and counts them again from what was written.

        Raises:
            Refused: if a row is missing or there is one too many.
        """
        columns = [it for it in row_columns(self.answered.programmes, self.answered.amounts, people=False) if it.name]
        text = spark_text(self.answered.select(columns))
        self._texts.session.sql(text).write.parquet(str(folder.resolve()))
        written = self._texts.session.read.parquet(str(folder.resolve()))
        written.createOrReplaceTempView(WRITTEN)
        count = written.count()
        if count != read:
            raise Refused(RowsLost(place=Place(str(folder)), read=read, written=count))
