import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import duckdb
import pytest

from regpol.register.columns import store
from regpol.register.people import Register


def test_the_table_holds_what_the_register_holds(cleaned: Callable[..., Register]) -> None:
    register = cleaned({}, {"NIK": "5271055703800013", "Tgl SK": "", "SK s/d": "", "Honor": "", "Kelurahan": ""})
    connection = duckdb.connect()
    store(connection, register)
    names = ", ".join(f'"{name}"' for name in register.people.types)
    rows = connection.execute(f"SELECT {names} FROM people ORDER BY row").fetchall()
    assert rows == list(zip(*register.people.columns.values(), strict=True))
    assert rows[1][register_index(register, "sk_berlaku")] is None
    types = {name: kind for name, kind, *_ in connection.execute("DESCRIBE people").fetchall()}
    assert types == {name: str(kind) for name, kind in register.people.types.items()}
    assert isinstance(rows[0][register_index(register, "tanggal_lahir")], date)


def register_index(register: Register, name: str) -> int:
    return list(register.people.types).index(name)


def test_no_name_and_no_file_stays_behind(
    cleaned: Callable[..., Register], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "kosong"))
    (tmp_path / "kosong").mkdir()
    connection = duckdb.connect()
    store(connection, cleaned({}), table="warga")
    store(connection, cleaned({}), table="warga")
    assert list((tmp_path / "kosong").iterdir()) == []
    text = str(connection.execute("SELECT * FROM warga").fetchall())
    assert "Contoh" not in text
    assert "5271055703800012" not in text


def test_an_empty_register_gives_an_empty_table(cleaned: Callable[..., Register]) -> None:
    connection = duckdb.connect()
    store(connection, cleaned({"NIK": ""}))
    assert connection.execute("SELECT count(*) FROM people").fetchall() == [(0,)]
