"""``regpol draft berita-acara``: the minutes of Palembang add up to its lists and name nobody."""

import re
import shutil
from pathlib import Path

import openpyxl
import pytest
from regpol_command import ROOT, Regpol

PALEMBANG = ROOT / "examples" / "palembang"
CLASS = re.compile(
    r"^    \| (?P<name>[^|]+?) \| (?P<rows>[\d.]+) \| (?:ada|belum ada|perlu dipastikan) \|", re.MULTILINE
)
COMPARED = re.compile(r"ialah ([\d.]+) \([a-z ]+\) baris register dengan ([\d.]+) \([a-z ]+\) baris daftar")
LISTED = re.compile(r"^\| (?P<unit>[^|]+) \| (?P<name>[^|]+) \| (?P<rows>\d+(?:, \d+)*) \|$", re.MULTILINE)


def whole(text: str) -> int:
    return int(text.replace(".", ""))


def minutes(regpol: Regpol, path: Path, *more: str) -> str:
    run = regpol("draft", "berita-acara", "--project", PALEMBANG, "-o", path, "--date", "2026-02-01", *more).done()
    assert run.status == 1, "there are rows to put right"
    return path.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def district(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> str:
    return minutes(regpol, tmp_path_factory.mktemp("ba") / "kecamatan.txt", "--unit", "Ilir Barat Dua")


def test_every_row_of_the_unit_is_in_one_class_and_the_open_ones_are_listed(district: str) -> None:
    compared = COMPARED.search(district)
    assert compared is not None
    classes = {match["name"]: whole(match["rows"]) for match in CLASS.finditer(district)}
    assert sum(classes.values()) == whole(compared[1])
    listed = [
        row for match in LISTED.finditer(district.partition("PERLU DIPERBAIKI")[2]) for row in match["rows"].split(", ")
    ]
    assert len(listed) == len(set(listed)) == sum(classes.values()) - classes["cocok"]


def test_minutes_name_rows_and_never_a_person(district: str) -> None:
    sheet = openpyxl.load_workbook(PALEMBANG / "register.xlsx", read_only=True)["Data RT RW"]
    people = {
        str(row[2]).upper() for row in sheet.iter_rows(min_row=7, values_only=True) if row[1] and " " in str(row[2])
    }
    assert len(people) > 1_000
    shown = district.upper()
    assert not [name for name in people if name in shown]
    assert not re.search(r"\d{13,}", district)


def test_a_unit_nobody_knows_is_refused_with_the_nearest(regpol: Regpol, tmp_path: Path) -> None:
    run = regpol(
        "draft", "berita-acara", "--project", PALEMBANG, "--unit", "Kemangmanes", "-o", tmp_path / "x.txt"
    ).refused()
    assert run.codes == ["CMD01"]
    assert "Kemangmanis (16.71.01." in run.messages[0]["expected"]
    assert not (tmp_path / "x.txt").exists()


def test_a_project_without_a_list_of_decrees_is_told_what_is_missing(regpol: Regpol, tmp_path: Path) -> None:
    project = shutil.copytree(PALEMBANG, tmp_path / "palembang", ignore=shutil.ignore_patterns("out"))
    written = (project / "project.yaml").read_text(encoding="utf-8")
    (project / "project.yaml").write_text(written.replace("daftar_sk: daftar-sk.xlsx\n", ""), encoding="utf-8")
    run = regpol("draft", "berita-acara", "--project", project, "-o", tmp_path / "x.txt").refused()
    assert "daftar_sk" in run.messages[0]["found"]
