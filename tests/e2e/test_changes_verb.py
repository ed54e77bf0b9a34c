"""``regpol register changes`` as its users meet it."""

import stat
import sys
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from regpol_command import ROOT, Regpol

from regpol.reports.schemas import documents

sys.path.insert(0, str(ROOT / "tests" / "register"))
from changed import DAY, Month, plant


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> Month:
    return plant(tmp_path_factory.mktemp("bulan"), 21, count=90)


def line(month: Month, *more: object) -> tuple[object, ...]:
    return "register", "changes", month.old, month.new, "--region", "16.71", "--date", DAY, *more


def cells(book: openpyxl.Workbook, sheet: str) -> list[list[object]]:
    return [[cell.value for cell in row] for row in book[sheet].iter_rows(min_row=5) if row[1].value is not None]


def test_the_lists_hold_exactly_what_happened(regpol: Regpol, month: Month, tmp_path: Path) -> None:
    output = tmp_path / "perubahan.xlsx"
    run = regpol(*line(month, "-o", output)).done()
    assert run.status == 0
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    book = openpyxl.load_workbook(output)
    came = {at for at, (klass, *_) in month.of_new.items() if klass in {"IN", "REPLACED"}}
    left = {at for at, (klass, *_) in month.of_old.items() if klass in {"OUT", "REPLACED"}}
    assert {row[1] for row in cells(book, "Penambahan")} == came
    assert {row[1] for row in cells(book, "Pengurangan")} == left
    assert {row[1] for row in cells(book, "Perubahan data")} == {
        at for at, (klass, *_) in month.of_new.items() if klass in {"CHANGED", "MOVED"}
    }
    shown = " ".join(str(c.value) for s in book.sheetnames for row in book[s].iter_rows() for c in row)
    for text in (run.out, run.err, shown):
        assert not [nik for nik in month.niks if nik in text]
        assert not [name for name in month.names if name in text]


def test_whole_only_when_asked_and_never_read_as_a_register(regpol: Regpol, month: Month, tmp_path: Path) -> None:
    output = tmp_path / "utuh.xlsx"
    regpol(*line(month, "-o", output, "--show-personal")).done()
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    book = openpyxl.load_workbook(output)
    shown = " ".join(str(row[2]) for row in cells(book, "Penambahan"))
    assert any(nik in shown for nik in month.niks)
    back = regpol("register", "changes", output, month.new, "--region", "16.71", "--date", DAY).refused()
    assert back.codes


def test_the_document_fits_its_schema(regpol: Regpol, month: Month) -> None:
    document = regpol(*line(month, "--json")).done().json
    Draft202012Validator(documents()["register_changes"]).validate(document)
    closing = document["closing"]
    assert closing["old"] - closing["left"] + closing["came"] == closing["new"] == len(month.of_new)
    assert document["counts"]["replaced"] == sum(klass == "REPLACED" for klass, *_ in month.of_old.values())


def test_wrong_use_is_refused(regpol: Regpol, month: Month, tmp_path: Path) -> None:
    place = ("--region", "16.71", "--date", DAY)
    assert regpol("register", "changes", month.old, month.old, *place).refused().codes == ["REG93"]
    assert regpol(*line(month, "-o", month.new)).refused().codes == ["CMD01"]
    other = tmp_path / "lain.csv"
    other.write_text("NIK,Nama\n5271010505800012,Qwerty Uiop\n", encoding="utf-8")
    stranger = regpol("register", "changes", month.old, other, *place).done()
    assert (stranger.status, stranger.codes) == (1, ["REG98"])
