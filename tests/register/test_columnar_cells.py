"""A Parquet register read cell by cell, and rows of it in which nothing stands."""

from datetime import date
from pathlib import Path

import duckdb
import pytest

from regpol.register import columnar_cells
from regpol.register.cleaning import clean
from regpol.register.columnar_file import open_columnar
from regpol.register.mapping import FileMapping
from regpol.register.quality.original import delimiter_of, original_sheet
from regpol.register.reading import read
from regpol.register.room import Room
from regpol.register.vocabulary import Vocabulary
from regpol.terms.problems import Refused

WORDS = Vocabulary((), {"ketua_rt": ("Ketua RT",)})
ON = date(2025, 1, 1)


def written(folder: Path, rows: str) -> Path:
    path = folder / "register.parquet"
    table = f"(VALUES {rows}) t(nik, jabatan, tanggal_lahir, honor)"
    duckdb.execute(f"COPY (FROM {table}) TO '{path}' (FORMAT parquet)")
    return path


def test_a_parquet_register_is_read_as_the_sheet_a_report_writes(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "('5271010101800001', 'Ketua RT', DATE '1980-01-01', 150000.50), (' ', NULL, NULL, NULL), "
        "('5271010101800002', 'Ketua RT', DATE '1980-01-01', 200000.00)",
    )
    raw = read(path, vocabulary=WORDS)
    assert raw.numbers == (2, 4)
    assert raw.rows[0] == ("5271010101800001", "Ketua RT", date(1980, 1, 1), 150000.5)
    assert raw.rows[1][3] == 200000
    assert columnar_cells.SAID in raw.assumptions
    sheet = original_sheet(raw)
    assert sheet.grid.rows[0] == ("nik", "jabatan", "tanggal_lahir", "honor")
    assert len(sheet.grid.rows) == 4
    assert delimiter_of(raw) == ""


def test_a_parquet_file_longer_than_a_sheet_or_with_a_sheet_named_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path, "('5271010101800001', 'Ketua RT', NULL, 1), ('5271010101800002', 'Ketua RT', NULL, 1)")
    with pytest.raises(Refused) as refused:
        read(path, "Lembar 1", vocabulary=WORDS)
    assert refused.value.problems[0].code == "REG07"
    monkeypatch.setattr(columnar_cells, "MOST_ROWS", 1)
    with pytest.raises(Refused) as refused:
        read(path, vocabulary=WORDS)
    assert refused.value.problems[0].code == "REG110"


def test_a_row_without_anything_is_a_blank_line_and_not_a_reject(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "('5271010101800001', 'Ketua RT', DATE '1980-01-01', 1), (NULL, '', NULL, NULL), (NULL, NULL, NULL, 5), "
        "('', NULL, NULL, NULL), ('5271010101800002', 'Ketua RT', NULL, 1)",
    )
    with Room() as room:
        found = clean(open_columnar(room.connection, path, WORDS, FileMapping()), WORDS, on_date=ON)
        assert (found.counts.read, found.counts.clean, found.counts.rejected) == (3, 2, 1)
        assert found.connection.execute("SELECT row FROM people ORDER BY row").fetchall() == [(1,), (5,)]
        assert "2 baris kosong dilewati" in found.assumptions


def test_a_parquet_file_of_blank_rows_is_empty(tmp_path: Path) -> None:
    path = written(tmp_path, "(CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR), CAST(NULL AS DATE), CAST(NULL AS INT))")
    with Room() as room, pytest.raises(Refused) as refused:
        open_columnar(room.connection, path, WORDS, FileMapping())
    assert refused.value.problems[0].code == "REG02"
