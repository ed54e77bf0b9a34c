"""The rows of a decided register as SELECTs: each row meets what its situation answers, and streams on.

Nothing here holds rows. What a situation answers, and the names of units, are small tables of words kept
as ENUM: a row then carries a number for each word, which halves the cost of writing them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from regpol.budget.row_amounts import RowAmounts, together
from regpol.reports.decided.columns import RowColumn, total_expressions
from regpol.reports.decided.register import SituationLine
from regpol.reports.masking import neutral
from regpol.situations.columns import Layout, keyed_select

if TYPE_CHECKING:
    import duckdb

ANSWERS, UNITS = "situation_answers", "unit_names"
_DOTS = "52.71.01.1001".count(".")
DECIDED, REJECTED = "diputus", "ditolak"

Value = str | int | bool | None


@dataclass(frozen=True)
class Answered:
    """The rows of one register and what they meet.

    ``people`` is the relation of rows that ``layout`` gives keys to; ``programmes`` are code and word shown.
    """

    connection: "duckdb.DuckDBPyConnection"
    layout: Layout
    people: str
    programmes: tuple[tuple[str, str], ...]
    amounts: RowAmounts

    def select(self, columns: Iterable[RowColumn], *, roster: bool = False, ordered: bool = False) -> str:
        """The columns of every decided row; ``roster`` where some of them tell who it is."""
        listed = ", ".join(f'{column.sql} AS "{column.name or column.heading}"' for column in columns)
        order = " ORDER BY k.row" if ordered else ""
        return f"SELECT {listed} FROM {self._joined(roster=roster)}{order}"

    def select_sums(self) -> str:
        """For each combination: people, known sums, how many are unknown.

        Columns: ``number``, ``people``, then for each programme and last for all together ``monthly``,
        ``yearly`` and ``unknown``.
        """
        counted = ["d.situasi AS number", "count(*) AS people"]
        for code, _ in self.programmes:
            monthly, yearly = self.amounts.monthly[code], self.amounts.yearly[code]
            counted.append(_summed(monthly, yearly, f'd."{code}_ada"'))
        total_month, total_year = total_expressions(self.programmes, self.amounts)
        counted.append(_summed(total_month, total_year, "d.ada"))
        return f"SELECT {', '.join(counted)} FROM {self._joined()} GROUP BY d.situasi ORDER BY d.situasi"

    def _joined(self, *, roster: bool = False) -> str:
        own = ("row", "kecamatan", "kelurahan", *(("penghasilan",) if self.amounts.personal else ()))
        keyed = keyed_select(self.layout, self.people, own)
        joined = (
            f"({keyed}) AS k JOIN {ANSWERS} AS d ON k.key = d.key "
            f"LEFT JOIN {UNITS} AS u ON u.kode = coalesce(k.kelurahan, k.kecamatan)"
        )
        return joined + (" LEFT JOIN roster AS r ON r.row = k.row" if roster else "")


def _summed(monthly: str, yearly: str, due: str) -> str:
    return f"sum({monthly}), sum({yearly}), count(*) FILTER (WHERE {due} AND ({yearly}) IS NULL)"


def rejected_select(columns: str = "row AS baris, masalah") -> str:
    """Rows that could not be decided, each with the codes of what is wrong with it."""
    grouped = (
        "SELECT row, string_agg(DISTINCT code, ' ' ORDER BY code) AS masalah FROM faults "
        "WHERE severity = 'error' GROUP BY row"
    )
    return f"SELECT {columns} FROM ({grouped}) ORDER BY row"


@dataclass(frozen=True)
class Table:
    """A small table: the values of each column, all equally many, and the types of those that are not words."""

    values: Mapping[str, Sequence[Value]]
    types: Mapping[str, str]


def store_answers(answered: Answered, lines: Sequence[SituationLine], keys: Mapping[int, int]) -> None:
    """Creates the table of answers; ``keys`` gives each number of a situation its key."""
    _store(answered.connection, ANSWERS, answers_table(answered, lines, keys))


def answers_table(answered: Answered, lines: Sequence[SituationLine], keys: Mapping[int, int]) -> Table:
    """The table `ANSWERS`: what each situation answers, in words, and what it costs."""
    codes = [code for code, _ in answered.programmes]
    words = ["kategori", "segmen", *codes, "dana", "jawaban_dana", "alasan"]
    types = {"key": answered.layout.key_type, "situasi": "BIGINT", "ada": "BOOLEAN"}
    types |= {f"{code}_ada": "BOOLEAN" for code in codes} | dict.fromkeys(("sebulan", "setahun"), "BIGINT")
    types |= dict(answered.amounts.columns)
    rows = [_row(answered, line, keys[line.number]) for line in lines]
    return Table({name: [row[name] for row in rows] for name in (*types, *words)}, types)


def _row(answered: Answered, line: SituationLine, key: int) -> dict[str, Value]:
    amounts = answered.amounts
    due = amounts.due.get(line.number, frozenset())
    known = amounts.of(line.number)
    made: dict[str, Value] = dict(known)
    for each in ("sebulan", "setahun"):
        made[each] = together([known[f"{code}_{each}"] for code in due]) if due else None
    for code, short in answered.programmes:
        made[f"{code}_ada"] = code in due
        made[code] = line.answers.get(short)
    words = {
        "kategori": line.category,
        "segmen": line.segment,
        "dana": line.fund,
        "jawaban_dana": line.fund_answer,
        "alasan": neutral(line.why),
    }
    return (
        made
        | {name: word or None for name, word in words.items()}
        | {"key": key, "situasi": line.number, "ada": bool(due)}
    )


def store_units(connection: "duckdb.DuckDBPyConnection", names: Mapping[str, str]) -> None:
    """Creates the table of unit names."""
    _store(connection, UNITS, units_table(names))


def units_table(names: Mapping[str, str]) -> Table:
    """The table `UNITS`: a kelurahan or desa with its kecamatan, and each kecamatan alone."""
    rows: list[tuple[str, str | None, str | None]] = []
    for code, name in names.items():
        parent = names.get(code.rpartition(".")[0])
        rows.append((code, parent, name) if parent else (code, name, None))
    codes = [(code.rpartition(".")[0], code) if code.count(".") == _DOTS else (code, None) for code in names]
    columns: dict[str, list[Value]] = {
        "kode": [code for code, _, _ in rows],
        "kode_kecamatan": [district for district, _ in codes],
        "kode_kelurahan": [village for _, village in codes],
        "kecamatan": [district for _, district, _ in rows],
        "kelurahan": [village for _, _, village in rows],
    }
    return Table(columns, {"kode": "VARCHAR"})


def _store(connection: "duckdb.DuckDBPyConnection", table: str, made: Table) -> None:
    """Creates a small table column by column; what has no type is words."""
    kinds = {name: made.types.get(name) or _enum(values) for name, values in made.values.items()}
    listed = ", ".join(f'"{name}" {kind}' for name, kind in kinds.items())
    connection.execute(f"CREATE OR REPLACE TABLE {table} ({listed})")
    each = ", ".join(
        f"unnest(CAST(? AS {'VARCHAR' if kind.startswith('ENUM') else kind}[]))" for kind in kinds.values()
    )
    connection.execute(f"INSERT INTO {table} SELECT {each}", [list(values) for values in made.values.values()])


def _enum(values: Iterable[Value]) -> str:
    words = sorted({str(value) for value in values if value is not None})
    quoted = ", ".join("'" + word.replace("'", "''") + "'" for word in words)
    return f"ENUM({quoted})" if words else "VARCHAR"
