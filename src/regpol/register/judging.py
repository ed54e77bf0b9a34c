"""Judges every row in columns: one SELECT over the cells gives what is known of a person and what is wrong.

``judged`` holds the columns of ``people``, the NIK, and the flaws as bits: a table where the cells were
typed, a view where the file itself is columnar. Such a file is judged once, into ``kept``, which every later
pass reads; only the NIK (``niks``) and the roster are read from the file again, for they are kept nowhere.
What is wrong is kept apart, for few rows have it: ``odd`` (rows with flaws) and ``repeated`` (rows of a
person who stands in several). ``people``, ``roster`` and ``faults`` are views over these.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.appointment import FIELDS, UNKNOWN, in_force_sql
from regpol.register.flaws import Flaws
from regpol.register.identity import identity_stages
from regpol.register.nik import NIK_FAULTS, nik_stages
from regpol.register.people import ColumnType
from regpol.register.readings import Reading, Readings
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, Vocabulary
from regpol.terms.problems import Severity

if TYPE_CHECKING:
    import duckdb

_WORDED = ("flaws", "fact_flaws", "category_entry", "place_entry", "nik_length", "term_word_day")
"""What `faults` reads of a row with a flaw."""


@dataclass(frozen=True)
class Judging:
    """What a register is judged with."""

    readings: Readings
    facts: tuple[Fact, ...]
    vocabulary: Vocabulary
    units: Units
    category: str | None

    @property
    def _bits(self) -> Mapping[str, int]:
        return self.readings.flaws.bits

    @cached_property
    def _cells(self) -> str:
        """SELECT text: what each field of a row says, before fields are compared."""
        first = {
            "row": "c.row",
            "cell_nik": self._cell("nik"),
            "cell_nama": self._cell("nama"),
            "cell_decree": self._cell("nomor_sk"),
            **{name: sql for reading in self._read for name, sql in reading.columns.items()},
        }
        joins = " ".join(reading.join for reading in self._read if reading.join)
        return f"SELECT {_listed(first)} FROM ({self.readings.source.select}) c {joins}"  # noqa: S608

    def select(self, columns: Iterable[str]) -> str:
        """SELECT text: row, NIK, the named columns of people, flaws, and what words them."""
        on_date, dated = self.readings.on_date, self.readings.has("tanggal_lahir")
        prefix = self.units.code.replace(".", "")[:4]
        identity = identity_stages(self._bits, on_date, prefix, dated=dated)
        staged = _staged(self._cells, (*nik_stages("cell_nik"), *identity, self._term))
        return f"SELECT {_listed(self._people(columns) | self._flaws())} FROM ({staged})"  # noqa: S608

    def niks(self) -> str:
        """SELECT text: row and ``nik``, NULL where it is faulty; nothing else of the file is read."""
        cells = f"SELECT c.row, {self._cell('nik')} AS cell_nik FROM ({self.readings.source.select}) c"  # noqa: S608
        return f"SELECT row, nik FROM ({_staged(cells, nik_stages('cell_nik'))})"  # noqa: S608

    @property
    def _term(self) -> dict[str, str]:
        return {"term_flaw": in_force_sql(self._bits, self.readings.on_date) if self._has_decrees else "0"}

    @property
    def _has_decrees(self) -> bool:
        return any(self.readings.has(name) for name in FIELDS)

    @cached_property
    def _read(self) -> tuple[Reading, ...]:
        readings = self.readings
        since, until = readings.term_day("tanggal_sk", "since"), readings.term_day("sk_sampai", "until")
        return (
            readings.category(self.vocabulary, self.category),
            readings.born(),
            readings.sex(),
            readings.placement(self.units),
            since,
            until,
            readings.said(),
            readings.validated(),
            readings.decree(since, until),
            *(readings.fact(fact) for fact in self.facts),
        )

    def _cell(self, name: str) -> str:
        return f'c."{name}"' if self.readings.has(name) else "CAST(NULL AS VARCHAR)"

    def _people(self, columns: Iterable[str]) -> dict[str, str]:
        unclear = ", ".join(str(self._bits[name]) for name in UNKNOWN)
        in_force = f"CASE WHEN term_flaw = 0 THEN true WHEN term_flaw IN ({unclear}) THEN NULL ELSE false END"
        told = {
            "sk_sejak": "CASE WHEN since_first = since_last THEN since_first END",
            "sk_sampai": "CASE WHEN until_first = until_last THEN until_first END",
            "sk_berlaku": in_force if self._has_decrees else "CAST(NULL AS BOOLEAN)",
        }
        return {name: told.get(name, f'"{name}"') for name in columns if name != "orang"}

    def _flaws(self) -> dict[str, str]:
        bits = self._bits
        faults = {NIK_FAULTS.index(reason): bits[f"nik_{reason}"] for reason in NIK_FAULTS[1:]}
        nik = "CASE nik_fault " + " ".join(f"WHEN {at} THEN {bit}" for at, bit in faults.items()) + " ELSE 0 END"
        own = ("category", "identity", "sex", "place", "since", "until", "validated")
        ended = f"term_flaw = {bits['term_ended']} OR term_flaw = {bits['term_ended_year']}"
        day = f"CASE WHEN {ended} THEN until_last WHEN term_flaw = {bits['term_not_begun']} THEN since_first END"
        return {
            "nik": "nik",
            "cell_nama": "cell_nama",
            "cell_decree": "cell_decree",
            "sex": "coalesce(sex, sex_held)",
            "flaws": f"{nik} + {' + '.join(f'{name}_flaws' for name in own)} + term_flaw",
            "fact_flaws": " + ".join(f'"{fact.code} flaws"' for fact in self.facts) or "0",
            "category_entry": "category_entry",
            "place_entry": "place_entry",
            "nik_length": f"CASE WHEN nik_fault = {NIK_FAULTS.index('length')} THEN length(nik_digits) END",
            "term_word_day": day,
        }


def judge(connection: "duckdb.DuckDBPyConnection", judging: Judging, types: Iterable[str], *, streams: bool) -> None:
    """Creates ``judged``, ``kept``, ``niks``, ``odd`` and ``repeated``; every cell is judged once."""
    select = judging.select(types)
    if streams:
        connection.execute(f"CREATE OR REPLACE VIEW judged AS {select}")
        connection.execute(f"CREATE OR REPLACE VIEW niks AS {judging.niks()}")
        _keep(connection, [name for name in types if name not in {"row", "orang"}])
    else:
        connection.execute(f"CREATE OR REPLACE TABLE judged AS {select}")
        connection.execute("CREATE OR REPLACE VIEW kept AS FROM judged")
        connection.execute("CREATE OR REPLACE VIEW niks AS SELECT row, nik FROM judged")
    _find_odd(connection, judging.readings.flaws)


def _keep(connection: "duckdb.DuckDBPyConnection", columns: Iterable[str]) -> None:
    """Creates ``kept``, what later passes read of ``judged``: no NIK, no name, in a file beside the database.

    A Parquet file is written for half of what a table of the database costs.
    """
    listed = ", ".join(["row", *(f'"{name}"' for name in columns), *_WORDED])
    ((path,),) = connection.execute(
        "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchall()
    if path is None:
        connection.execute(f"CREATE OR REPLACE TABLE kept AS SELECT {listed} FROM judged")  # noqa: S608
        return
    file = str(Path(path).with_name("dinilai.parquet")).replace("'", "''")
    connection.execute(f"COPY (SELECT {listed} FROM judged) TO '{file}' (FORMAT parquet, USE_TMP_FILE false)")  # noqa: S608
    connection.execute(f"CREATE OR REPLACE VIEW kept AS FROM read_parquet('{file}')")


def _find_odd(connection: "duckdb.DuckDBPyConnection", flaws: Flaws) -> None:
    """Creates ``odd``, the rows with flaws and what words them, and ``repeated``, the rows of repeated people.

    In ``repeated``, ``first`` is the first row of the person and ``same`` the first in the same category; only
    rows that could be decided count, and the first row itself is left out.
    """
    connection.execute(
        f"CREATE OR REPLACE TABLE odd AS SELECT row, {', '.join(_WORDED)} FROM kept WHERE flaws <> 0 OR fact_flaws <> 0"  # noqa: S608
    )
    connection.execute(
        "CREATE OR REPLACE TABLE twice AS SELECT nik FROM niks WHERE nik IS NOT NULL GROUP BY nik HAVING count(*) > 1"
    )
    where = "true" if _any(connection, "twice") else "false"
    found = f"(SELECT row, nik FROM niks WHERE {where} AND nik IN (SELECT nik FROM twice))"  # noqa: S608
    connection.execute(
        "CREATE OR REPLACE TABLE repeated AS SELECT * FROM (SELECT row, min(row) OVER (PARTITION BY n.nik) AS first, "  # noqa: S608
        f"min(row) OVER (PARTITION BY n.nik, kategori) AS same FROM {found} n JOIN kept USING (row) "
        f"WHERE flaws & {flaws.of(Severity.ERROR)} = 0) WHERE first < row"
    )
    connection.execute("DROP TABLE twice")


def create_views(connection: "duckdb.DuckDBPyConnection", flaws: Flaws, types: Mapping[str, ColumnType]) -> None:
    """Creates ``people`` and ``roster``, the one over what is kept, the other over the cells."""
    errors = flaws.of(Severity.ERROR)
    repeats, rejects = _any(connection, "repeated"), _any(connection, f"odd WHERE flaws & {errors} <> 0")
    joined = " LEFT JOIN repeated r ON r.row = j.row" if repeats else ""
    accepted = "(r.row IS NULL OR r.same = j.row)" if repeats else "true"
    if rejects:
        accepted += f" AND j.row NOT IN (SELECT row FROM odd WHERE flaws & {errors} <> 0)"  # noqa: S608
    first = "coalesce(r.first, j.row)" if repeats else "j.row"
    named = [f"{first} AS orang" if name == "orang" else f'j."{name}"' for name in types]
    who = "j.row, CAST(j.nik AS VARCHAR) AS nik, j.cell_nama AS nama, j.sex AS jenis_kelamin, j.cell_decree AS nomor_sk"
    for name, listed, source in (("people", ", ".join(named), "kept"), ("roster", who, "judged")):
        connection.execute(f"CREATE OR REPLACE VIEW {name} AS SELECT {listed} FROM {source} j{joined} WHERE {accepted}")  # noqa: S608


def _any(connection: "duckdb.DuckDBPyConnection", rows: str) -> bool:
    return bool(connection.execute(f"SELECT 1 FROM {rows} LIMIT 1").fetchall())  # noqa: S608


def _staged(select: str, stages: Iterable[Mapping[str, str]]) -> str:
    for stage in stages:
        select = f"SELECT *, {_listed(stage)} FROM ({select})"  # noqa: S608
    return select


def _listed(columns: Mapping[str, str]) -> str:
    return ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
