"""``regpol budget realisation`` on the plan of a real project."""

import csv
import json
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from regpol_command import MATARAM, ROOT, Regpol

from regpol.reports.schemas import documents

HEADINGS = ["Sumber Dana", "Bulan", "Program", "Unit", "Jumlah", "Peserta Aktif"]


@pytest.fixture(scope="module")
def planned(regpol: Regpol, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("rencana")
    plan = folder / "rencana.json"
    regpol("budget", MATARAM / "register.xlsx", "--project", MATARAM, "-o", plan).done()
    document = json.loads(plan.read_text(encoding="utf-8"))
    columns = document["lines"]["columns"]
    lines = [dict(zip(columns, row, strict=True)) for row in document["lines"]["rows"]]
    units = sorted({line["unit"] for line in lines})[:5]
    rows = [
        [line["fund"], line["month_cash"], line["programme"].upper(), line["unit"], line["amount"], line["people"]]
        for line in lines
        if line["unit"] in units and line["month_cash"] <= 6
    ]
    with (folder / "realisasi.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([HEADINGS, *rows])
    return folder


def asked(planned: Path, *more: object) -> tuple[object, ...]:
    return "budget", "realisation", planned / "realisasi.csv", "--plan", planned / "rencana.json", *more


def test_what_was_paid_as_planned_proposes_nothing(regpol: Regpol, planned: Path, tmp_path: Path) -> None:
    output = tmp_path / "usulan.xlsx"
    run = regpol(*asked(planned, "--json", "-o", output)).done()
    document = run.json
    Draft202012Validator(documents()["budget_realisation"]).validate(document)
    assert (document["through"], document["months_left"]) == (6, 6)
    paid = [line for line in document["lines"] if line["paid"]]
    assert paid
    assert {line["gap"] for line in paid} == {0}
    assert document["totals"]["paid"] == sum(line["paid"] for line in document["lines"])
    book = openpyxl.load_workbook(output)
    assert str(book["Usulan perubahan"]["L6"].value).startswith("=")
    assert str(book["Per bulan"]["B17"].value) == "=SUM(B6:B17)" or str(book["Per bulan"]["B18"].value).startswith(
        "=SUM"
    )


def test_text_names_lines_and_asks_for_a_whole(regpol: Regpol, planned: Path) -> None:
    run = regpol(*asked(planned)).done()
    assert run.out.startswith("Realisasi Kota Mataram 2025, sampai Juni, sisa 6 bulan")
    assert "Cakupan belum diketahui" in run.out
    merauke = regpol(*asked(planned, "--project", ROOT / "examples" / "merauke")).done()
    told = " ".join(merauke.out.split())
    assert "Kampung yang ikut: 29 dari 179 kampung (16,2 %)" in told
    assert "sumber: Berita pertemuan Merauke 5 April 2023" in told


def test_wrong_use_is_refused(regpol: Regpol, planned: Path, tmp_path: Path) -> None:
    assert regpol(*asked(planned, "--through", 3)).refused().codes == ["BUD47"]
    assert regpol(*asked(planned, "--through", 13)).refused().codes == ["BUD47"]
    no_plan = ("budget", "realisation", planned / "realisasi.csv", "--plan", ROOT / "pyproject.toml")
    assert regpol(*no_plan).refused().codes == ["BUD01"]
    mapping = tmp_path / "pemetaan.yaml"
    mapping.write_text("nama: x\nkolom: {jumlah: [Jumlah], blan: [Bulan]}\n", encoding="utf-8")
    assert set(regpol(*asked(planned, "--mapping", mapping)).refused().codes) == {"LAW03", "LAW04"}
