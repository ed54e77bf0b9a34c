"""The examples of Meranti and Merauke as an official runs them, against what their generators planted."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from regpol_command import ROOT, Run

MERANTI, MERAUKE = ROOT / "examples" / "meranti", ROOT / "examples" / "merauke"
OFFICIALS = ("--category", "kepala_desa", "--category", "perangkat_desa", "--category", "anggota_bpd")
OUT_FOR_GOOD = {"nik_rusak", "nik_kosong", "nik_pendek", "pekerjaan_asing", "jabatan_asing", "tanggal_mustahil"}


@cache
def planted(folder: Path) -> Any:
    return json.loads((folder / "register.tanam.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def meranti(tmp_path_factory: pytest.TempPathFactory, regpol: Any) -> tuple[Run, list[tuple[Any, ...]]]:
    """The plan's run, and the lines of its sheet of recipients."""
    path = tmp_path_factory.mktemp("meranti") / "rencana.xlsx"
    run = regpol("budget", MERANTI / "register.xlsx", "--project", MERANTI, "-o", path, "--json").done()
    rows = list(openpyxl.load_workbook(path, read_only=True)["Penerima"].values)
    return run, [row for row in rows[5:] if isinstance(row[0], int)]


@pytest.mark.parametrize("folder", [MERANTI, MERAUKE], ids=["meranti", "merauke"])
def test_the_generator_makes_the_same_bytes_again(folder: Path, tmp_path: Path) -> None:
    for name in ("buat_register.py", "bahan.py"):
        (tmp_path / name).write_text((folder / name).read_text(encoding="utf-8"), encoding="utf-8")
    subprocess.run([sys.executable, tmp_path / "buat_register.py"], check=True, capture_output=True)
    for name in ("register.xlsx", "register.tanam.json"):
        assert (tmp_path / name).read_bytes() == (folder / name).read_bytes()


def test_every_row_of_meranti_is_planned_outside_or_rejected(meranti: tuple[Run, list[tuple[Any, ...]]]) -> None:
    run, lines = meranti
    counts, truth = run.json["counts"], planted(MERANTI)
    rejected = {row for kind in OUT_FOR_GOOD for row in truth["tanam"].get(kind, ())} | set(
        truth["tanam"]["baris_ganda"]
    )
    assert counts["read"] == truth["orang"]
    assert counts["rejected"] == len(rejected)
    assert {line[0] for line in lines}.isdisjoint(rejected)
    assert len({line[0] for line in lines}) == counts["planned"] + counts["outside"]
    assert run.json["total"] == sum(line[9] or 0 for line in lines)


def test_the_ceilings_of_meranti_hold_and_the_needier_are_in(meranti: tuple[Run, list[tuple[Any, ...]]]) -> None:
    run, lines = meranti
    spent: dict[str, int] = {}
    for line in lines:
        if line[5]:
            spent[line[5]] = spent.get(line[5], 0) + line[9]
    assert spent["APBD kabupaten/kota"] <= 250_000_000
    assert spent["APBD provinsi"] <= 40_000_000
    decile = {int(row): value for row, value in planted(MERANTI)["desil"].items()}
    paid = [decile.get(line[0], 99) for line in lines if line[5] == "APBD kabupaten/kota"]
    waiting = [decile.get(line[0], 99) for line in lines if line[1] == "luar"]
    assert max(paid) <= min(waiting)
    active = {row for kind in ("peserta_pu", "peserta_bpu") for row in planted(MERANTI)["tanam"][kind]}
    assert {line[0] for line in lines if line[1] == "ganda"} == active
    assert all(line[10] for line in lines)
    notes = " ".join(run.json["head"]["notes"])
    assert "bila semua dibayar sama lama, pagu ini cukup untuk 8 bulan" in notes


@pytest.mark.slow
def test_merauke_says_on_which_texts_its_money_waits(regpol: Any) -> None:
    run = regpol("budget", MERAUKE / "register.xlsx", "--project", MERAUKE, "--json").done()
    notes = " ".join(run.json["head"]["notes"])
    assert "“belum terbaca” tentang dana Alokasi Dana Desa: Permendagri 20/2018" in notes
    assert "“belum terbaca” tentang dana APBD provinsi: Permendagri 15/2024" in notes
    shares = {line[0] for line in run.json["lines"]["rows"]}
    assert shares == {"add", "apbd_kabkota", "apbd_provinsi"}


def test_the_gap_of_merauke_is_29_of_179_kampung(regpol: Any, tmp_path: Path) -> None:
    path = tmp_path / "kesenjangan.xlsx"
    arguments = ("budget", "gap", MERAUKE / "register.xlsx", "--project", MERAUKE, *OFFICIALS)
    run = regpol(*arguments, "-o", path, "--json").done()
    truth = planted(MERAUKE)
    assert (run.json["taking_part"], run.json["units"]) == (29, 179)
    assert {unit["code"] for unit in run.json["curve"] if unit["covered"]} == set(truth["kampung_ikut"])
    lost = {row for kind in OUT_FOR_GOOD for row in truth["tanam"].get(kind, ())}
    covered = sum(unit["covered"] for unit in run.json["curve"])
    assert covered == len(set(truth["terlindungi"]) - lost)
    last = run.json["curve"][-1]
    assert (last["cumulative_people"], last["cumulative_cost"]) == (run.json["uncovered"], run.json["cost"])
    assert openpyxl.load_workbook(path, read_only=True).sheetnames == ["Kesenjangan"]


@pytest.mark.slow
def test_the_gap_of_merauke_in_words(regpol: Any) -> None:
    text = regpol("budget", "gap", MERAUKE / "register.xlsx", "--project", MERAUKE, *OFFICIALS).done().out
    assert "29 dari 179 kampung ikut" in text
    assert "Alokasi Dana Desa" in text


def test_a_wrong_choice_is_refused_at_its_line(regpol: Any, tmp_path: Path) -> None:
    text = (MERANTI / "project.yaml").read_text(encoding="utf-8")
    for old, new, code in (
        ("menurut: desil", "menurut: desill", "BUD21"),
        ("dari: [ya]", "dari: [yaa]", "BUD22"),
        ("{menurut: rentan, dari: [ya]}", "{menurut: rentan, arah: naik}", "BUD23"),
        ("pagu: {apbd_kabkota:", "pagu: {apbd_kab:", "BUD20"),
    ):
        assert old in text
        (tmp_path / "project.yaml").write_text(text.replace(old, new), encoding="utf-8")
        run = regpol("budget", MERANTI / "register.xlsx", "--project", tmp_path)
        assert run.refused().codes == [code], new
        assert ":" in run.messages[0]["where"]
