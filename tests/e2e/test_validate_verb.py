"""``regpol register validate`` from answer to decision: the file that comes out is a register that decides."""

import csv
import stat
import sys
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from regpol_command import ROOT, Regpol

from regpol.reports.schemas import documents

sys.path.insert(0, str(ROOT / "tests" / "register"))
from answered import Planted, plant

PLACE = ("--region", "16.71", "--year", 2026)


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    return plant(tmp_path_factory.mktemp("jawaban"), 11, count=120)


def planned_results(planted: Planted) -> list[tuple[int, str]]:
    return list(planted.results.items())


def line(planted: Planted, *more: object) -> tuple[object, ...]:
    return "register", "validate", planted.register, "--answer", planted.answer, *PLACE, *more


def test_the_answer_becomes_a_fact_that_decides(regpol: Regpol, planted: Planted, tmp_path: Path) -> None:
    output = tmp_path / "tervalidasi.xlsx"
    run = regpol(*line(planted, "-o", output)).done()
    assert run.status == 1
    assert {"REG91", "REG96", "REG97"} >= set(run.codes) >= {"REG97"}
    assert "Register: 120 baris dibaca = 120 dengan hasil" in run.out
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    book = openpyxl.load_workbook(output)
    assert book.sheetnames[0] == "Register"
    column = {str(cell.value): at for at, cell in enumerate(book["Register"][1])}
    told = {
        row[0].row: (row[column["Kepesertaan lain"]].value or "", row[column["NIK"]].value)
        for row in book["Register"].iter_rows(min_row=2)
    }
    assert {at: fact for at, (fact, _) in told.items()} == planted.facts
    assert {nik for _, nik in told.values()} == planted.niks
    changed = [row[1].value for row in book["Fakta berubah"].iter_rows(min_row=5) if row[1].value]
    with planted.register.open(encoding="utf-8", newline="") as file:
        before = {at: row[-1] for at, row in enumerate(list(csv.reader(file, delimiter=";"))[1:], 2)}
    assert sorted(changed) == sorted(at for at in before if before[at] != planted.facts[at])
    decided = tmp_path / "putusan.csv"
    said = regpol("register", "decide", output, *PLACE, "-o", decided).done()
    dead = sorted(at for at, result in planned_results(planted) if result == "DECEASED")
    assert f"120 baris dibaca = {120 - len(dead)} diputus + {len(dead)} ditolak" in said.err
    with (tmp_path / "putusan.ditolak.csv").open(encoding="utf-8-sig", newline="") as file:
        rejected = list(csv.DictReader(file, delimiter=";"))
    assert [(int(row["Baris"]), row["Kode"]) for row in rejected] == [(at, "REG99") for at in dead]


def test_nobody_is_shown_beside_the_register_unless_asked(regpol: Regpol, planted: Planted, tmp_path: Path) -> None:
    shown = regpol(*line(planted, "-o", tmp_path / "a.xlsx", "--json")).done()
    for text in (shown.out, shown.err):
        assert not [nik for nik in planted.niks if nik in text]
        assert not [name for name in planted.names if name in text]
    Draft202012Validator(documents()["register_validate"]).validate(shown.json)
    assert sum(shown.json["counts"]["results"].values()) == shown.json["counts"]["rows"] == 120
    regpol(*line(planted, "-o", tmp_path / "b.xlsx", "--show-personal")).done()
    for name, whole in (("a.xlsx", False), ("b.xlsx", True)):
        book = openpyxl.load_workbook(tmp_path / name)
        beside = " ".join(str(c.value) for s in book.sheetnames[1:] for row in book[s].iter_rows() for c in row)
        assert any(nik in beside for nik in planted.niks) is whole


def test_a_mapping_is_saved_corrected_and_remembered(regpol: Regpol, planted: Planted, tmp_path: Path) -> None:
    answer = tmp_path / "jawaban.csv"
    text = planted.answer.read_text(encoding="utf-8")
    answer.write_text(text.replace("Status Validasi", "Ket. Cek").replace("PENDING BATCH 7", "MENUNGGU"), "utf-8")
    asked = ("register", "validate", planted.register, "--answer", answer)
    assert regpol(*asked, *PLACE).refused().codes == ["REG92"]
    assert regpol(*asked, *PLACE, "--answer-mapping", "bpjs").refused().codes == ["REG90"]
    own = tmp_path / "pemetaan.yaml"
    regpol(*asked, *PLACE, "--answer-mapping", "bpjs", "--save-answer-mapping", own).done()
    content = own.read_text(encoding="utf-8").replace("status: [Status,", "status: [Ket. Cek, Status,")
    own.write_text(content.replace("status:\n-", "status:\n- hasil: cocok\n  teks: [menunggu]\n-", 1), "utf-8")
    project = tmp_path / "palembang"
    project.mkdir()
    told = (ROOT / "examples" / "palembang" / "project.yaml").read_text(encoding="utf-8")
    (project / "project.yaml").write_text(told, encoding="utf-8")
    first = regpol(*asked, "--project", project, "--answer-mapping", own).done()
    assert "diingat dalam proyek" in first.err
    assert (project / "pemetaan" / "jawaban-bpjs.yaml").read_bytes() == own.read_bytes()
    again = regpol(*asked, "--project", project).done()
    assert "REG91" not in again.codes
    assert "diingat" not in again.err
    assert again.out.split("Yang dianggap")[0] == first.out.split("Yang dianggap")[0]
    assert regpol(*asked, *PLACE, "--answer-mapping", "bpjs", "--save-answer-mapping", own).refused().codes == ["CMD10"]


def test_wrong_use_is_refused(regpol: Regpol, planted: Planted, tmp_path: Path) -> None:
    same = ("register", "validate", planted.register, "--answer", planted.register, *PLACE)
    assert regpol(*same).refused().codes == ["REG93"]
    assert regpol(*line(planted, "-o", planted.answer)).refused().codes == ["CMD01"]
    assert regpol(*line(planted, "-o", tmp_path / "x.csv")).refused().codes == ["CMD01"]
    assert regpol(*line(planted, "--answer-mapping", "bpsj")).refused().codes == ["CMD01"]
    other = plant(tmp_path, 99, count=10)
    text = other.answer.read_text(encoding="utf-8").replace("167101", "527101")
    other.answer.write_text(text, encoding="utf-8")
    crossed = ("register", "validate", planted.register, "--answer", other.answer, *PLACE)
    assert regpol(*crossed).refused().codes == ["REG94"]


def test_a_register_without_the_fact_gets_a_column_for_it(regpol: Regpol, planted: Planted, tmp_path: Path) -> None:
    register = tmp_path / "tanpa.csv"
    with planted.register.open(encoding="utf-8", newline="") as file:
        rows = [row[:-1] for row in csv.reader(file, delimiter=";")]
    with register.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["DAFTAR KETUA RT"], [], *rows])
    output = tmp_path / "hasil.xlsx"
    asked = ("register", "validate", register, "--answer", planted.answer, *PLACE, "-o", output)
    regpol(*asked).done()
    sheet = openpyxl.load_workbook(output)["Register"]
    assert [cell.value for cell in sheet[3]][6:] == ["Kepesertaan lain", "Hasil validasi", "Yang perlu dilakukan"]
    seen = {row[6].value for row in sheet.iter_rows(min_row=4)}
    assert seen == {"tidak", "pu", "bpu", None}
    again = regpol("register", "inspect", output, *PLACE).done()
    assert "\n120 baris orang = " in again.out
