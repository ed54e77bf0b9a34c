"""A clean register: a row for each person that can be decided, without NIK and names, in Parquet.

`regpol register clean` writes one, and a population system may: ``row`` and ``kategori``, and as far as they are
known the unit, the income and the facts of a person, each in its own type. Nothing in it is read cell by cell and
nobody is judged again; what every engine asks of it stands here once. What regpol wrote also says for which region
and day it did so, for an age holds on one day only.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from regpol.register.facts import TYPES
from regpol.register.faults import Wording
from regpol.register.people import ColumnType, Counts, Register
from regpol.register.source import Source
from regpol.register.vocabulary import Vocabulary
from regpol.terms.dates import long_date
from regpol.terms.language import thousands
from regpol.terms.money import LARGEST, SEN
from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.distributed import CleanedForAnother, ColumnUnfit, PersonalColumn, RowsUnfit

if TYPE_CHECKING:
    import duckdb

NEEDED = {"row": ColumnType.NUMBER, "kategori": ColumnType.CODE}
ALSO = {
    "orang": ColumnType.NUMBER,
    "kecamatan": ColumnType.CODE,
    "kelurahan": ColumnType.CODE,
    "penghasilan": ColumnType.NUMBER,
}
PERSONAL = ("nik", "nama", "no_ktp", "no_kk", "nomor_kk", "alamat", "telepon", "no_hp", "email", "rekening")
_NARROWER = {"INTEGER", "SMALLINT", "TINYINT"}
_AGES = (0, 150)
_METADATA = "regpol"


@dataclass(frozen=True)
class CleanedFrom:
    """Where a clean register came from: region, day of ages and decrees, rulebook, and how many rows were read."""

    wilayah: str
    hari: str
    buku_aturan: str
    dibaca: int
    ditolak: int

    def metadata(self) -> str:
        """As it is written into the file."""
        return f"{{{_METADATA}: {_literal(json.dumps(asdict(self)))}}}"


def known_columns(vocabulary: Vocabulary) -> Mapping[str, ColumnType]:
    """The columns that are read, with their types; any other is passed over."""
    return NEEDED | ALSO | {fact.code: TYPES[fact.kind] for fact in vocabulary.facts}


def refuse_columns(types: Mapping[str, str], known: Mapping[str, ColumnType], place: Place) -> None:
    """Refuses columns that tell who somebody is, that are missing, or of another type.

    Raises:
        Refused: with every one of them.
    """
    personal = tuple(name for name in types if name.casefold() in PERSONAL)
    problems: list[Problem] = [PersonalColumn(place=place, columns=personal)] if personal else []
    for name, wanted in known.items():
        given = types.get(name, "tidak ada" if name in NEEDED else str(wanted))
        # a narrower whole number widens without loss
        if given != wanted and not (wanted is ColumnType.NUMBER and given in _NARROWER):
            problems.append(ColumnUnfit(place=place, column=name, given=given, expected_type=str(wanted)))
    if problems:
        raise Refused(*problems)


@dataclass(frozen=True)
class RowChecks:
    """What every row must be, asked of all of them in one pass."""

    categories: tuple[str, ...]
    columns: frozenset[str]

    def select(self, people: str) -> str:
        """SELECT text: how many rows there are, and how many fail each check."""
        counted = ", ".join(f"sum(CASE WHEN {wrong} THEN 1 ELSE 0 END)" for wrong, _ in self._checks.values())
        return f"SELECT count(*), {counted} FROM {people}"  # noqa: S608

    def rows(self, found: Iterable[int], place: Place) -> int:
        """How many rows there are, from what `select` found.

        Raises:
            Refused: if there is none, or one that cannot be decided.
        """
        total, *wrong = found
        problems = [
            RowsUnfit(place=place, count=count, what=what, expected_value=right)
            for (what, (_, right)), count in zip(self._checks.items(), wrong, strict=True)
            if count
        ]
        if problems or not total:
            empty = RowsUnfit(place=place, count=0, what="orang", expected_value="sedikitnya satu")
            raise Refused(*problems or [empty])
        return int(total)

    @property
    def _checks(self) -> Mapping[str, tuple[str, str]]:
        codes = ", ".join(_literal(code) for code in self.categories)
        bound, (low, high) = LARGEST // SEN, _AGES
        checks = {
            "row yang kosong": ("row IS NULL", "nomor baris pada tiap baris"),
            "kategori yang bukan kode kategori": (
                f"kategori IS NULL OR NOT kategori IN ({codes})",
                f"kode kategori, misalnya {self.categories[0]}",
            ),
        }
        if "penghasilan" in self.columns:
            wrong = f"penghasilan < 0 OR penghasilan > {bound}"
            checks["penghasilan di luar batas"] = (wrong, f"rupiah, dari 0 sampai {bound}")
        if "usia" in self.columns:
            checks["usia di luar batas"] = (f"usia < {low} OR usia > {high}", f"{low} sampai {high} tahun")
        return checks


def is_clean(connection: "duckdb.DuckDBPyConnection", path: Path) -> bool:
    """Whether a Parquet file has the columns of a clean register; a broken file is none."""
    import duckdb

    try:
        columns = _types(connection, path).keys()
        return columns >= NEEDED.keys() and "nik" not in columns
    except duckdb.Error:
        return False


def open_clean(
    connection: "duckdb.DuckDBPyConnection",
    path: Path,
    vocabulary: Vocabulary,
    *,
    on_date: date,
    region: str,
    rulebook: str,
) -> Register:
    """The register as it stands in the file; ``rulebook`` is the hash of the one that will decide.

    Raises:
        Refused: if it was cleaned for another region or day, or a column or row is not as it must be.
    """
    place, known, types = Place(str(path)), known_columns(vocabulary), _types(connection, path)
    refuse_columns(types, known, place)
    origin = _origin(connection, path)
    if origin:
        _refuse_another(origin, region, on_date, place)
    read = {name: kind for name, kind in known.items() if name in types}
    listed = [f'CAST("{name}" AS {kind}) AS "{name}"' for name, kind in read.items()]
    absent = {name: kind for name, kind in ALSO.items() if name not in types}
    listed += [f'CAST(NULL AS {kind}) AS "{name}"' for name, kind in absent.items()]
    connection.execute(f"CREATE OR REPLACE VIEW people AS SELECT {', '.join(listed)} FROM {_table(path)}")  # noqa: S608
    checks = RowChecks(tuple(vocabulary.categories), frozenset(read))
    (found,) = connection.execute(checks.select("people")).fetchall()
    rows = checks.rows(found, place)
    _create_what_it_lacks(connection)
    source = Source(connection, str(path), "", 0, (), {}, "FROM people", rows, streams=True)
    return Register(
        file=str(path),
        sheet="",
        on_date=on_date,
        types=read | absent,
        assumptions=_said(origin, rulebook),
        counts=Counts(rows, rows, 0, 0, 0),
        connection=connection,
        wording=Wording(source, region, long_date(on_date), {}),
    )


def _refuse_another(origin: CleanedFrom, region: str, on_date: date, place: Place) -> None:
    asked = {"wilayah": (origin.wilayah, region), "hari": (origin.hari, on_date.isoformat())}
    problems = [
        CleanedForAnother(place=place, what=what, given=given, wanted=wanted)
        for what, (given, wanted) in asked.items()
        if given != wanted
    ]
    if problems:
        raise Refused(*problems)


def _create_what_it_lacks(connection: "duckdb.DuckDBPyConnection") -> None:
    """The relations of a register that a clean one has no rows for: nobody is named, nothing is wrong."""
    connection.execute(
        "CREATE OR REPLACE TABLE roster (row BIGINT, nik VARCHAR, nama VARCHAR, jenis_kelamin VARCHAR, "
        "nomor_sk VARCHAR)"
    )
    connection.execute(
        "CREATE OR REPLACE TABLE faults (row BIGINT, field VARCHAR, code VARCHAR, severity VARCHAR, step BIGINT, "
        "detail VARCHAR, first_row BIGINT)"
    )


def _said(origin: CleanedFrom | None, rulebook: str) -> tuple[str, ...]:
    plain = "Register sudah bersih: tanpa NIK dan nama, dan tidak dinilai lagi"
    if origin is None:
        return (f"{plain}; usia dan masa SK menurut yang membersihkannya",)
    said = [
        f"{plain}; {thousands(origin.dibaca)} baris dibaca dan {thousands(origin.ditolak)} ditolak ketika dibersihkan"
    ]
    if origin.buku_aturan != rulebook:
        said.append("Dibersihkan dengan buku aturan yang lain: bersihkan lagi bila kategori atau fakta orang berubah")
    return tuple(said)


def _origin(connection: "duckdb.DuckDBPyConnection", path: Path) -> CleanedFrom | None:
    rows = connection.execute(
        "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = ?", [str(path), _METADATA]
    ).fetchall()
    return CleanedFrom(**json.loads(rows[0][0])) if rows else None


def _types(connection: "duckdb.DuckDBPyConnection", path: Path) -> Mapping[str, str]:
    described = connection.execute(f"DESCRIBE SELECT * FROM {_table(path)}").fetchall()  # noqa: S608
    return {name: kind for name, kind, *_ in described}


def _table(path: Path) -> str:
    return f"read_parquet({_literal(str(path))})"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
