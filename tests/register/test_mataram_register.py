"""The invented register of Mataram: every planted fault is found, as what it is, and no person is shown."""

import json
import re
import subprocess
import sys
from collections import defaultdict
from datetime import date
from pathlib import Path

import pytest

from regpol.project.region import units
from regpol.register.cleaning import clean
from regpol.register.people import Register
from regpol.register.raw_table import RawTable, as_text
from regpol.register.reading import read
from regpol.register.vocabulary import Vocabulary

FOLDER = Path(__file__).parents[2] / "examples" / "mataram"
PROBLEMS = {
    "nik_rusak": "REG24",
    "nik_kosong": "REG23",
    "nik_bentuk": "REG25",
    "kategori_kosong": "REG20",
    "kategori_asing": "REG21",
    "kategori_dua": "REG22",
    "tanggal_mustahil": "REG26",
    "nik_ganda": "REG27",
    "nik_angka": "REG46",
    "nik_daerah_lain": "REG45",
    "tanggal_beda": "REG42",
    "tanggal_kosong": "REG43",
    "kelamin_beda": "REG44",
    "unit_salah_eja": "REG48",
    "unit_tidak_ada": "REG47",
    "kelurahan_luar": "REG49",
    "kategori_salah_eja": "REG50",
    "dua_kategori": "REG51",
    "sk_habis": "REG52",
    "sk_belum_mulai": "REG52",
    "sk_kosong": "REG53",
    "sk_tanpa_akhir": "REG53",
    "honor_kosong": "REG40",
    "honor_tak_terbaca": "REG41",
    "peserta_lain_kosong": "REG40",
    "peserta_lain_tak_jelas": "REG41",
}
FACTS = {"peserta_lain_pu", "peserta_lain_bpu", "usia_65_ke_atas"}


@pytest.fixture(scope="module")
def planted() -> dict[str, dict[str, list[int]]]:
    return json.loads((FOLDER / "register.tanam.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def raw() -> RawTable:
    return read(FOLDER / "register.xlsx")


@pytest.fixture(scope="module")
def register(raw: RawTable, vocabulary: Vocabulary) -> Register:
    return clean(raw, vocabulary, on_date=date(2024, 10, 22), units=units("52.71"))


def found(register: Register) -> dict[str, set[int]]:
    rows: dict[str, set[int]] = defaultdict(set)
    for rejected in register.rejected:
        for problem in rejected.problems:
            rows[problem.code].add(rejected.row)
    for problem in register.warnings:
        rows[problem.code].add(problem.place.line)
    return rows


def test_every_planted_fault_is_found_and_nothing_else(
    register: Register, planted: dict[str, dict[str, list[int]]]
) -> None:
    expected: dict[str, set[int]] = defaultdict(set)
    for kind, rows in planted["tanam"].items():
        if kind not in FACTS:
            expected[PROBLEMS[kind]] |= set(rows)
    assert found(register) == expected


def test_planted_facts_are_read(register: Register, planted: dict[str, dict[str, list[int]]]) -> None:
    people = register.people
    other = dict(zip(people["row"], people["peserta_lain"], strict=True))
    age = dict(zip(people["row"], people["usia"], strict=True))
    tanam = planted["tanam"]
    assert {row for row, value in other.items() if value == "pu"} == set(tanam["peserta_lain_pu"])
    assert {row for row, value in other.items() if value == "bpu"} == set(tanam["peserta_lain_bpu"])
    assert {row for row, value in age.items() if int(value) >= 65} == set(tanam["usia_65_ke_atas"])  # type: ignore[arg-type]


def test_repeated_people_point_at_their_first_row(register: Register, planted: dict[str, dict[str, int]]) -> None:
    first = {r.row: p.first_row for r in register.rejected for p in r.problems if p.code == "REG27"}  # type: ignore[attr-defined]
    first |= {p.place.line: p.first_row for p in register.warnings if p.code == "REG51"}  # type: ignore[attr-defined]
    assert {str(row): earlier for row, earlier in first.items()} == planted["sama_dengan"]


def test_rows_in_are_rows_decided_and_rejected(register: Register, planted: dict[str, int]) -> None:
    counts = register.counts
    assert counts.read == planted["orang"] == counts.clean + counts.rejected
    assert len(register.roster) == counts.clean


def test_no_name_and_no_nik_leaves_the_roster(raw: RawTable, register: Register) -> None:
    """Everything a run could print is searched for every name and NIK in the file."""
    problems = [p for r in register.rejected for p in r.problems] + list(register.warnings)
    shown = "\n".join([*map(str, problems), *map(repr, problems), *register.assumptions, repr(register)])
    columns = {str(value) for name in register.people.types for value in register.people[name]}
    digits = {re.sub(r"\D", "", as_text(cell)) for cell in raw.column("nik")}
    names = {as_text(cell) for cell in raw.column("nama")} - {""}
    assert len(names) > 1000
    assert not {nik for nik in digits if len(nik) > 12 and (nik in shown or nik in columns)}
    assert not {name for name in names if name in shown or name in columns}
    assert re.search(r"\d{13,}", shown) is None


def test_the_generator_makes_the_same_bytes_again(tmp_path: Path) -> None:
    for name in ("buat_register.py", "bahan.py"):
        (tmp_path / name).write_bytes((FOLDER / name).read_bytes())
    subprocess.run([sys.executable, tmp_path / "buat_register.py"], check=True, capture_output=True)
    for name in ("register.xlsx", "register.tanam.json"):
        assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes(), name
    assert (FOLDER / "register.xlsx").stat().st_size < 300_000


def test_the_generator_shares_no_code_with_the_checker() -> None:
    assert not any("regpol." in path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
