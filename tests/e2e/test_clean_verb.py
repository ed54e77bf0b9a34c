"""What leaves the office for a cluster: everybody who can be decided, and nothing that tells who they are."""

from pathlib import Path

import duckdb
import pytest
from regpol_command import Regpol


@pytest.fixture
def cleaned(regpol: Regpol, mataram: Path, tmp_path: Path) -> Path:
    output = tmp_path / "orang.parquet"
    run = regpol("register", "clean", mataram / "register.xlsx", "--project", mataram, "-o", output).done()
    assert "ditolak" in run.err
    return output


def test_nothing_in_it_tells_who_somebody_is(cleaned: Path, mataram: Path, regpol: Regpol, tmp_path: Path) -> None:
    columns = [name for name, *_ in duckdb.sql(f"DESCRIBE SELECT * FROM '{cleaned}'").fetchall()]
    assert {"row", "kategori", "kelurahan", "usia", "sk_berlaku", "penghasilan"} <= set(columns)
    assert not {"nik", "nama", "tanggal_lahir", "nomor_sk"} & set(columns)
    assert cleaned.stat().st_mode & 0o077 == 0
    known = tmp_path / "utuh.csv"
    regpol("register", "decide", mataram / "register.xlsx", "--project", mataram, "--show-personal", "-o", known).done()
    people = duckdb.sql(f"SELECT ltrim(\"NIK\", '''') AS nik FROM read_csv('{known}', all_varchar = true)").fetchall()
    content = cleaned.read_bytes()
    assert len(people) == duckdb.sql(f"SELECT count(*) FROM '{cleaned}'").fetchall()[0][0]
    assert not [nik for (nik,) in people if nik.encode() in content or int(nik).to_bytes(8, "little") in content]


def test_another_form_is_refused(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    run = regpol("register", "clean", mataram / "register.xlsx", "--project", mataram, "-o", tmp_path / "orang.csv")
    assert ".parquet" in run.refused().err
