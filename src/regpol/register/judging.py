"""Judges every row in columns: one SELECT over the cells gives what is known of a person and what is wrong.

``judged`` holds the columns of ``people``, the NIK, and the flaws as bits: a table where the cells were
typed, a view where the file itself is columnar. Such a file is judged once, into ``kept``, which every later
pass reads; only the roster is read from the file again, for NIK and names are kept nowhere.
What is wrong is kept apart, for few rows have it: ``odd`` (rows with flaws) and ``repeated`` (rows of a
person who stands in several). ``people``, ``roster`` and ``faults`` are views over these.
"""

import re
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.appointment import FIELDS, UNKNOWN, in_force_sql
from regpol.register.cell_text import cell_sql
from regpol.register.flaws import Flaws
from regpol.register.identity import identity_stages
from regpol.register.nik import NIK_FAULTS, nik_stages
from regpol.register.people import ColumnType, Digest
from regpol.register.readings import Reading, Readings
from regpol.register.units import Units
from regpol.register.vocabulary import Fact, Vocabulary
from regpol.terms.problems import Severity

if TYPE_CHECKING:
    import duckdb

_WORDED = ("flaws", "fact_flaws", "category_entry", "place_entry", "nik_length", "term_word_day")
"""What `faults` reads of a row with a flaw."""
_COMPUTED = ("tanggal_lahir", "usia")
"""Columns of a later stage than the readings."""
_CONSTANT = re.compile(r"NULL|CAST\(NULL AS [A-Z]+\)|-?\d+|'(?:[^']|'')*'")


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
        parts = {name: sql for reading in self._read for name, sql in reading.parts.items()}
        cells = f"({self.readings.source.select}) c"
        if parts:
            cells = f"(SELECT c.*, {_listed(parts)} FROM {cells}) c"  # noqa: S608
        return f"SELECT {_listed(first)} FROM {cells} {joins}"  # noqa: S608

    def select(self, columns: Iterable[str]) -> str:
        """SELECT text: row, NIK, the named columns of people, flaws, and what words them."""
        on_date, dated = self.readings.on_date, self.readings.has("tanggal_lahir")
        prefix = self.units.code.replace(".", "")[:4]
        identity = identity_stages(self._bits, on_date, prefix, dated=dated)
        keyed = "born_key" if dated else ""
        nik = nik_stages("cell_nik", cleaned=self._cleaned_nik, born_key=keyed, prefix=prefix)
        staged = _staged(self._cells, (*nik, *identity, self._term))
        return f"SELECT {_listed(self._people(columns) | self._flaws())} FROM ({staged})"  # noqa: S608

    def kept(self, types: Mapping[str, ColumnType]) -> Mapping[str, ColumnType]:
        """What is kept of people that have these columns."""
        if self.digest is None:
            return types
        return {name: types[name] for name in self.digest.beside} | {self.digest.column: ColumnType.NUMBER}

    @cached_property
    def constants(self) -> Mapping[str, str]:
        """Columns of `select` that are the same in every row, each with its SQL."""
        found = ((name, sql) for reading in self._read for name, sql in reading.columns.items())
        read = {name: sql for name, sql in found if _CONSTANT.fullmatch(sql)}
        if {"since_first", "since_last"} <= read.keys():
            read["sk_sejak"] = "CAST(NULL AS DATE)"
        if {"until_first", "until_last"} <= read.keys():
            read["sk_sampai"] = "CAST(NULL AS DATE)"
        if not self._has_decrees:
            read["sk_berlaku"] = "CAST(NULL AS BOOLEAN)"
        return {name: sql for name, sql in read.items() if name not in _COMPUTED}

    @property
    def _cleaned_nik(self) -> str:
        return (cell_sql("cell_nik", "VARCHAR") or "") if "nik" in self.readings.source.uncleaned else ""

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
        people = {name: told.get(name, f'"{name}"') for name in columns if name != "orang"}
        if self.digest is None:
            return people
        known = {name for reading in self._read for name in reading.columns}
        parts = (
            f'"{self.digest.part_of(name)}"' if self.digest.part_of(name) in known else part(people[name])
            for name, part in self.digest.parts.items()
        )
        return people | {self.digest.column: " + ".join(parts)}

    @property
    def digest(self) -> Digest | None:
        """The number people are kept as, if they are."""
        return self.readings.digest

    def _flaws(self) -> dict[str, str]:
        bits = self._bits
        faults = {NIK_FAULTS.index(reason): bits[f"nik_{reason}"] for reason in NIK_FAULTS[1:]}
        nik = "CASE WHEN nik_fault = 0 THEN 0 "
        nik += " ".join(f"WHEN nik_fault = {at} THEN {bit}" for at, bit in faults.items()) + " END"
        own = ("category", "identity", "sex", "place", "since", "until", "validated")
        ended = f"term_flaw = {bits['term_ended']} OR term_flaw = {bits['term_ended_year']}"
        day = "CASE WHEN term_flaw = 0 THEN NULL "
        day += f"WHEN {ended} THEN until_last WHEN term_flaw = {bits['term_not_begun']} THEN since_first END"
        return {
            "nik": "nik",
            "cell_nama": "cell_nama",
            "cell_decree": "cell_decree",
            "sex": "coalesce(sex, sex_held)",
            "flaws": self._sum([nik, *(f"{name}_flaws" for name in own), "term_flaw"]),
            "fact_flaws": self._sum([f"{fact.code} flaws" for fact in self.facts]),
            "category_entry": "category_entry",
            "place_entry": "place_entry",
            "nik_length": f"CASE WHEN nik_fault = {NIK_FAULTS.index('length')} THEN length(nik_digits) END",
            "term_word_day": day,
        }

    def _sum(self, terms: Iterable[str]) -> str:
        """The sum of columns and expressions; a column that is nothing in every row is not added in every row."""
        added = (f'"{term}"' if term.endswith("flaws") else term for term in terms if self.constants.get(term) != "0")
        return " + ".join(added) or "0"


def judge(
    connection: "duckdb.DuckDBPyConnection", judging: Judging, types: Mapping[str, ColumnType], *, streams: bool
) -> None:
    """Creates ``judged``, ``kept``, ``odd`` and ``repeated``; every cell is judged once."""
    select = judging.select(types)
    if streams:
        connection.execute(f"CREATE OR REPLACE VIEW judged AS {select}")
        kept = judging.kept(types)
        _keep(connection, judging, {name: kind for name, kind in kept.items() if name not in {"row", "orang"}})
    else:
        connection.execute(f"CREATE OR REPLACE TABLE judged AS {select}")
        connection.execute("CREATE OR REPLACE VIEW kept AS SELECT *, nik AS mark FROM judged")
    _find_odd(connection, judging.readings.flaws)


def _keep(connection: "duckdb.DuckDBPyConnection", judging: Judging, types: Mapping[str, ColumnType]) -> None:
    """Creates ``kept``, what later passes read of ``judged``: no NIK, no name, in a file beside the database.

    A Parquet file is written for half of what a table of the database costs; what is the same in every row is not
    written at all. ``mark`` stands for the NIK: equal where it is, another in every run.
    """
    listed, same = ["row", *types, *_WORDED], judging.constants
    told = ", ".join(f'"{name}"' for name in listed if name not in same)
    select = f"SELECT {told}, xor(nik, {1 + secrets.randbelow(1 << 62)}) AS mark FROM judged"  # noqa: S608
    ((path,),) = connection.execute(
        "SELECT path FROM duckdb_databases() WHERE database_name = current_database()"
    ).fetchall()
    if path is None:
        codes = [name for name in types if types[name] is ColumnType.CODE and name not in same]
        texts = ", ".join(f'CAST("{name}" AS VARCHAR) AS "{name}"' for name in codes)
        connection.execute(f"CREATE OR REPLACE TABLE kept_rows AS SELECT * REPLACE ({texts}) FROM ({select})")  # noqa: S608
    else:
        file = str(Path(path).with_name("dinilai.parquet")).replace("'", "''")
        connection.execute(f"COPY ({select}) TO '{file}' (FORMAT parquet, COMPRESSION lz4_raw, USE_TMP_FILE false)")
        connection.execute(f"CREATE OR REPLACE VIEW kept_rows AS FROM read_parquet('{file}')")
    made = ", ".join(f'{same[name]} AS "{name}"' if name in same else f'"{name}"' for name in listed)
    connection.execute(f"CREATE OR REPLACE VIEW kept AS SELECT {made}, mark FROM kept_rows")  # noqa: S608


def _find_odd(connection: "duckdb.DuckDBPyConnection", flaws: Flaws) -> None:
    """Creates ``odd``, the rows with flaws and what words them, and ``repeated``, the rows of repeated people.

    In ``repeated``, ``first`` is the first row of the person and ``same`` the first in the same category; only
    rows that could be decided count, and the first row itself is left out.
    """
    connection.execute(
        f"CREATE OR REPLACE TABLE odd AS SELECT row, {', '.join(_WORDED)} FROM kept WHERE flaws <> 0 OR fact_flaws <> 0"  # noqa: S608
    )
    connection.execute(
        "CREATE OR REPLACE TABLE twice AS "
        "SELECT DISTINCT mark FROM (SELECT mark, lag(mark) OVER (ORDER BY mark) AS last FROM kept) WHERE mark = last"
    )
    where = "true" if _any(connection, "twice") else "false"
    found = f"(SELECT row, mark, kategori, flaws FROM kept WHERE {where} AND mark IN (SELECT mark FROM twice))"  # noqa: S608
    connection.execute(
        "CREATE OR REPLACE TABLE repeated AS SELECT * FROM (SELECT row, min(row) OVER (PARTITION BY mark) AS first, "  # noqa: S608
        f"min(row) OVER (PARTITION BY mark, kategori) AS same FROM {found} "
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
