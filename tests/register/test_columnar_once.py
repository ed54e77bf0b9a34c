"""A Parquet register is judged once: what is kept of it answers as the same rows of a text file do."""

import csv
from datetime import date
from pathlib import Path

import duckdb
import pytest

from regpol.register import lookups
from regpol.register.cleaning import clean
from regpol.register.columnar_file import open_columnar
from regpol.register.mapping import FileMapping
from regpol.register.people import Digest, Register
from regpol.register.reading import read
from regpol.register.room import Room
from regpol.register.vocabulary import Vocabulary

WORDS = Vocabulary((), {"ketua_rt": ("Ketua RT",), "kader": ("Kader",)})
ON = date(2025, 1, 1)
ROWS = [
    ("5271010101800001", "Contoh Satu", "Ketua RT"),
    ("5271010101800002", "Contoh Dua", "Ketua\x01 RT"),
    ("5271010101800001", "Contoh Satu", "Kader"),
    ("5271010101800001", "Contoh Satu", "Ketua RT"),
    ("5271010101\x02800003", "Contoh Tiga", "Kader"),
    ("527101010180000", "Contoh Empat", "Kader"),
    (" 527101010180000", "Contoh Lima", "Kader"),
    ("5271010101800006", "Contoh Enam", ""),
    ("5271014101800007", "Contoh Tujuh", "Tukang"),
]
ASKED = (
    "SELECT * EXCLUDE (row, orang), row - {first}, orang - {first} FROM people ORDER BY row",
    "SELECT row - {first}, code, severity, detail, first_row - {first} FROM faults ORDER BY row, step",
    "SELECT row - {first}, nik, nama FROM roster ORDER BY row",
)


def columnar(folder: Path, rows: list[tuple[str, ...]], room: Room, digest: Digest | None = None) -> Register:
    path = folder / "register.parquet"
    with duckdb.connect() as database:
        database.execute("CREATE TABLE cells (nik VARCHAR, nama VARCHAR, jabatan VARCHAR)")
        database.executemany("INSERT INTO cells VALUES (?, ?, ?)", rows)
        database.execute(f"COPY cells TO '{path}' (FORMAT parquet)")
    return clean(open_columnar(room.connection, path, WORDS, FileMapping()), WORDS, on_date=ON, digest=digest)


def written(folder: Path, rows: list[tuple[str, ...]]) -> Register:
    # a text file with control characters is refused, a column of Parquet is rid of them
    path, rows = (
        folder / "register.csv",
        [tuple(c.replace("\x01", "").replace("\x02", "") for c in row) for row in rows],
    )
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("NIK", "Nama", "Jabatan"), *rows])
    return clean(read(path, vocabulary=WORDS), WORDS, on_date=ON)


@pytest.mark.parametrize("asked", ASKED)
def test_the_columnar_file_says_what_the_text_says(tmp_path: Path, asked: str) -> None:
    text = written(tmp_path, ROWS)
    with Room() as room:
        kept = columnar(tmp_path, ROWS, room)
        found = kept.connection.execute(asked.format(first=1)).fetchall()
        assert kept.counts == text.counts
    assert found == text.connection.execute(asked.format(first=2)).fetchall()


def test_a_digest_is_what_its_parts_say_of_the_columns(tmp_path: Path) -> None:
    parts = {
        "kategori": lambda column: f"CASE {column} WHEN 'kader' THEN 100 WHEN 'ketua_rt' THEN 200 END",
        "usia": lambda column: f"CASE WHEN {column} < 30 THEN 1 WHEN {column} >= 30 THEN 2 ELSE 3 END * 10",
    }
    digest = Digest("angka", "INTEGER", parts, ("row", "kategori"))
    sums = " + ".join(part(name) for name, part in parts.items())
    with Room() as room:
        whole = columnar(tmp_path, ROWS, room)
        wanted = whole.connection.execute(f"SELECT row, {sums} FROM people ORDER BY row").fetchall()
    with Room() as room:
        kept = columnar(tmp_path, ROWS, room, digest)
        assert set(kept.types) == {"row", "kategori", "angka"}
        assert kept.connection.execute("SELECT row, angka FROM people ORDER BY row").fetchall() == wanted
        assert kept.counts == whole.counts


def test_neither_nik_nor_name_is_kept(tmp_path: Path) -> None:
    with Room() as room:
        columnar(tmp_path, ROWS, room)
        (file,) = room.folder.glob("*.parquet")
        kept = duckdb.read_parquet(str(file))
        cells = {str(cell) for row in kept.fetchall() for cell in row}
        assert not cells & {cell for nik, name, _ in ROWS for cell in (nik, name)}
        assert not {"nik", "nama", "cell_nama"} & set(kept.columns)
        assert room.folder.stat().st_mode & 0o077 == 0


def test_two_registers_in_turn_are_kept_apart(tmp_path: Path) -> None:
    with Room() as room:
        assert columnar(tmp_path, ROWS[:1], room).counts.clean == 1
        assert columnar(tmp_path, ROWS[:3], room).counts.read == 3


def test_days_are_the_same_whether_the_database_or_python_reads_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    days = ("01/02/1980", "1980-02-01", "1 Februari 1980", "31/02/1980", "1980", "01/02/80", "29/02/2024", "?", "")
    path = tmp_path / "register.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = [(f"52710141028000{at:02}", "Ketua RT", day, day, day) for at, day in enumerate(days, 1)]
        csv.writer(file).writerows([("NIK", "Jabatan", "Tanggal lahir", "Tanggal SK", "SK sampai"), *rows])

    def told() -> list[object]:
        found = clean(read(path, vocabulary=WORDS), WORDS, on_date=ON).connection
        asked = ("FROM people ORDER BY row", "FROM faults ORDER BY row, step")
        return [found.execute(one).fetchall() for one in asked]

    by_python = told()
    monkeypatch.setattr(lookups, "_FEW", 0)
    assert told() == by_python
    assert by_python[0]
