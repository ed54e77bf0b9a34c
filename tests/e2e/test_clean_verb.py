"""A clean register: everybody who can be decided, nothing that tells who they are, decided alike wherever it goes."""

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


def decided(regpol: Regpol, register: Path, mataram: Path, folder: Path) -> list[tuple[str, ...]]:
    output = folder / f"{register.stem}-keputusan.csv"
    regpol("register", "decide", register, "--project", mataram, "-o", output).done()
    columns = '* EXCLUDE ("NIK", "Nama")'
    return duckdb.sql(f"SELECT {columns} FROM read_csv('{output}', all_varchar = true)").fetchall()


def test_it_is_decided_as_the_register_it_came_from(
    cleaned: Path, regpol: Regpol, mataram: Path, tmp_path: Path
) -> None:
    again = decided(regpol, cleaned, mataram, tmp_path)
    assert len(again) > 1_000
    assert again == decided(regpol, mataram / "register.xlsx", mataram, tmp_path)


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--date", "2025-06-01"), "hari 2025-06-01"),
        (("--region", "16.71", "--year", "2025"), "wilayah 16.71"),
    ],
)
def test_for_another_day_or_region_it_is_refused(
    cleaned: Path, regpol: Regpol, mataram: Path, tmp_path: Path, asked: tuple[str, ...], told: str
) -> None:
    project = () if "--region" in asked else ("--project", mataram)
    output = tmp_path / "hasil.csv"
    run = regpol("register", "decide", cleaned, *project, *asked, "-o", output).refused()
    assert "CMD66" in run.err
    assert told in run.err
    assert not output.exists()


def test_who_counts_days_asks_for_the_register_it_came_from(cleaned: Path, regpol: Regpol, mataram: Path) -> None:
    assert "sudah bersih" in regpol("budget", cleaned, "--project", mataram).refused().err


def of_another_system(path: Path, **changed: str) -> Path:
    columns = {"row": "i", "kategori": "'ketua_rt'", "usia": "40"} | changed
    listed = ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
    duckdb.sql(f"SELECT {listed} FROM range(1, 4) r(i)").write_parquet(str(path))
    return path


def test_one_of_another_system_is_decided_as_it_stands(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    rows = decided(regpol, of_another_system(tmp_path / "luar.parquet"), mataram, tmp_path)
    assert [row[0] for row in rows] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"usia": "'empat puluh'"}, "CMD61"),
        ({"alamat": "'Jalan Contoh'"}, "CMD62"),
        ({"kategori": "CASE i WHEN 2 THEN 'raja' ELSE 'ketua_rt' END"}, "CMD64"),
        ({"usia": "CASE i WHEN 2 THEN 400 ELSE 40 END"}, "CMD64"),
        ({"penghasilan": "-1::BIGINT"}, "CMD64"),
    ],
)
def test_what_is_not_clean_is_refused(
    regpol: Regpol, mataram: Path, tmp_path: Path, changed: dict[str, str], code: str
) -> None:
    register, output = of_another_system(tmp_path / "luar.parquet", **changed), tmp_path / "hasil.parquet"
    assert code in regpol("register", "decide", register, "--project", mataram, "-o", output).refused().err
    assert not output.exists()


def test_another_form_is_refused(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    run = regpol("register", "clean", mataram / "register.xlsx", "--project", mataram, "-o", tmp_path / "orang.csv")
    assert ".parquet" in run.refused().err
