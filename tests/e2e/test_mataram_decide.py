"""The register of Mataram through the installed command: no row lost, no person shown, sums that agree."""

import csv
import io
import json
import re
import stat
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from mataram_made import Made
from regpol_command import MATARAM, Regpol

HEADER = 4
REJECTED_KINDS = ("nik_rusak", "nik_kosong", "nik_bentuk", "nik_ganda", "kategori_kosong", "kategori_asing")
REJECTED_KINDS += ("kategori_dua", "tanggal_mustahil")
FILES = ("keputusan.xlsx", "keputusan.csv", "utuh.xlsx", "utuh.csv")
MASKED = re.compile(r"\d{6}•{8}\d{2}")
Table = list[dict[str, Any]]


def sheets(path: Path) -> dict[str, Table]:
    """The tables of a decided workbook, by sheet."""
    book = openpyxl.load_workbook(path, data_only=True, read_only=True)
    found = {}
    for name in ("Keputusan", "Situasi", "Ditolak", "Peringatan"):
        rows = book[name].iter_rows(values_only=True)
        _, *_, headings = (next(rows) for _ in range(HEADER))
        found[name] = [dict(zip(headings, row, strict=True)) for row in rows]
    return found


def text_table(path: Path) -> Table:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig")), delimiter=";"))


@pytest.fixture(scope="module")
def decided(made: Made) -> dict[str, Table]:
    return sheets(made.path("keputusan.xlsx"))


@pytest.fixture(scope="module")
def planted() -> dict[str, Any]:
    return json.loads((MATARAM / "register.tanam.json").read_text(encoding="utf-8"))  # type: ignore[no-any-return]


@pytest.fixture(scope="module")
def people() -> tuple[set[str], set[str]]:
    """Every NIK and every name in the register."""
    book = openpyxl.load_workbook(MATARAM / "register.xlsx", read_only=True)
    niks, names = set(), set()
    for _, nik, name, *_ in book["Data Pekerja"].iter_rows(min_row=7, max_col=4, values_only=True):
        digits = re.sub(r"\D", "", str(nik))
        niks |= {digits} if len(digits) > 12 else set()
        names |= {str(name).strip()} if name and " " in str(name).strip() else set()
    assert len(niks) > 1700
    assert len(names) > 1000
    return niks, names


def shown(table: Table) -> Iterator[str]:
    yield from {str(value) for row in table for value in row.values() if value is not None}


def test_rows_read_are_rows_decided_and_rows_rejected(
    regpol: Regpol, mataram: Path, decided: dict[str, Table], planted: dict[str, Any]
) -> None:
    kept = [row["Baris"] for row in decided["Keputusan"]]
    rejected = {row["Baris"] for row in decided["Ditolak"]}
    assert len(kept) == len(set(kept))
    assert not rejected & set(kept)
    assert len(kept) + len(rejected) == planted["orang"]
    assert rejected == {row for kind in REJECTED_KINDS for row in planted["tanam"][kind]}
    run = regpol("register", "inspect", mataram / "register.xlsx", "--project", mataram, "--json").done()
    counts = {"read": planted["orang"], "decidable": len(kept), "rejected": len(rejected)}
    assert {name: run.json["counts"][name] for name in counts} == counts


def test_the_text_file_has_the_same_rows_and_its_rejects_beside_it(made: Made, decided: dict[str, Table]) -> None:
    path = made.path("keputusan.csv")
    for name, table in ((path, "Keputusan"), (path.with_name("keputusan.ditolak.csv"), "Ditolak")):
        as_text = [{k: "" if v is None else str(v) for k, v in row.items()} for row in decided[table]]
        assert text_table(name) == as_text
    assert "keputusan.ditolak.csv" in made.run("keputusan.csv").err


def test_the_page_of_faults_names_what_was_planted(regpol: Regpol, mataram: Path, planted: dict[str, Any]) -> None:
    page = regpol("register", "inspect", mataram / "register.xlsx", "--project", mataram).done().out
    assert f"{planted['orang']:,} baris orang".replace(",", ".") in page
    for kind, code in {"nik_rusak": "REG24", "kategori_dua": "REG22", "nik_ganda": "REG27"}.items():
        assert re.search(rf"^ +{len(planted['tanam'][kind])} \S.* {code}$", page, re.MULTILINE)


@pytest.mark.parametrize("name", FILES)
def test_only_the_owner_can_read_a_result(made: Made, name: str) -> None:
    assert stat.S_IMODE(made.path(name).stat().st_mode) == 0o600


def test_nobody_is_shown_unless_asked_for(
    made: Made, decided: dict[str, Table], people: tuple[set[str], set[str]]
) -> None:
    niks, names = people
    tables = [*decided.values(), text_table(made.path("keputusan.csv"))]
    text = "\n".join(value for table in tables for value in shown(table))
    assert not [nik for nik in niks if nik in text]
    assert not [name for name in names if name in text]
    assert all(MASKED.fullmatch(row["NIK"]) for row in decided["Keputusan"])


def test_a_full_nik_is_shown_on_request_and_in_the_file_only(made: Made, people: tuple[set[str], set[str]]) -> None:
    niks, names = people
    for row in (full := sheets(made.path("utuh.xlsx"))["Keputusan"]):
        assert row["NIK"] in niks
        assert row["Nama"] in names or " " not in row["Nama"]
    rows = text_table(made.path("utuh.csv"))
    assert [row["NIK"] for row in rows] == [f"'{row['NIK']}" for row in full]


def test_nothing_said_names_a_person(
    regpol: Regpol, mataram: Path, made: Made, people: tuple[set[str], set[str]]
) -> None:
    inspected = ("register", "inspect", mataram / "register.xlsx", "--project", mataram)
    runs = [made.run(name) for name in made.runs] + [regpol(*inspected), regpol(*inspected, "--json")]
    said = "\n".join(run.out + run.err for run in runs)
    assert len(said) > 10_000
    _, names = people
    # thousands of names against megabytes of rows that differ in their numbers only would take a minute
    lines = "\n".join(dict.fromkeys(re.sub(r"\d+", "#", said).splitlines()))
    assert not [name for name in names if name in lines]
    assert not re.search(r"\d{13,}", said)


def test_sums_in_the_summary_are_sums_over_the_rows(made: Made, decided: dict[str, Table]) -> None:
    book = openpyxl.load_workbook(made.path("keputusan.xlsx"), data_only=True)
    summary = {row[0]: row[1] for row in book["Ringkasan"].iter_rows(max_col=2, values_only=True) if row[1] is not None}
    rows = decided["Keputusan"]
    monthly = {name: sum(row[f"{name} per bulan (Rp)"] for row in rows) for name in ("JKK", "JKM")}
    assert sum(row["Jumlah per bulan (Rp)"] for row in rows) == sum(monthly.values())
    for row in rows:
        assert row["Jumlah per bulan (Rp)"] == row["JKK per bulan (Rp)"] + row["JKM per bulan (Rp)"]
    for name, amount in monthly.items():
        assert (summary[f"{name} sebulan"], summary[f"{name} setahun"]) == (amount, 12 * amount)
    assert summary["Seluruh iuran setahun"] == 12 * sum(monthly.values())
    assert summary["Diputus"] == len(rows)
    people = Counter(row["Kategori"] for row in rows)
    assert {category: summary[category] for category in people} == people
    above = dict(zip(rows[0], (cell.value for cell in book["Keputusan"][HEADER - 1]), strict=True))
    assert above["JKK per bulan (Rp)"] == monthly["JKK"]


def test_each_person_is_answered_as_the_situation_is(decided: dict[str, Table]) -> None:
    situations = {row["Situasi"]: row for row in decided["Situasi"]}
    assert Counter(row["Situasi"] for row in decided["Keputusan"]) == {
        number: row["Orang"] for number, row in situations.items()
    }
    for row in decided["Keputusan"]:
        same = situations[row["Situasi"]]
        for column in ("Kategori", "Segmen", "JKK", "JKM", "Sumber dana", "Jawaban dana"):
            assert row[column] == same[column]


def test_nothing_in_a_register_becomes_a_formula(regpol: Regpol, mataram: Path, tmp_path: Path) -> None:
    hostile = '=HYPERLINK("http://127.0.0.1","klik")'
    rows = [
        "NIK;Nama;Jabatan;Kec.;Kel.;Nomor SK",
        f'5271010101700012;"{hostile.replace(chr(34), chr(34) * 2)}";Ketua RT;Ampenan;Bintaro;+1',
        "5271010101700013;@SUM(1+1);=1+1;Ampenan;Bintaro;-1",
        "5271010101700014;+62 811;Ketua RW;=Ampenan;@Bintaro;=1",
    ]
    source = tmp_path / "daftar.csv"
    source.write_text("\n".join(rows), encoding="utf-8")
    for name in ("hasil.xlsx", "hasil.csv"):
        decide = ("register", "decide", source, "--project", mataram, "--show-personal", "-o", tmp_path / name)
        regpol(*decide).done()
    book = openpyxl.load_workbook(tmp_path / "hasil.xlsx")
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert all(str(cell.value).startswith("=SUBTOTAL(109,") for cell in cells if cell.data_type == "f")
    assert f"'{hostile}" in {cell.value for cell in cells}
    for name in ("hasil.csv", "hasil.ditolak.csv"):
        for row in text_table(tmp_path / name):
            assert not [value for value in row.values() if value[:1] in "=+-@" and value[:1]]


def test_the_same_register_gives_the_same_bytes(made: Made) -> None:
    assert made.path("keputusan.xlsx").read_bytes() == made.path("lain-keputusan.xlsx").read_bytes()


def test_another_choice_changes_segments_and_amounts(made: Made) -> None:
    before, after = (
        [row for row in text_table(made.path(name)) if row["Kategori"] == "Ketua RT"]
        for name in ("keputusan.csv", "upah.csv")
    )
    columns = ("Segmen", "JKK per bulan (Rp)", "JKM per bulan (Rp)", "Jumlah per bulan (Rp)")
    assert {tuple(row[column] for column in columns) for row in before} == {
        ("BPU (kebijakan)", "10000", "6800", "16800")
    }
    assert {tuple(row[column] for column in columns) for row in after} == {("PU (kebijakan)", "6863", "8579", "15442")}
    assert len(before) == len(after)
