"""``regpol budget FILE``: the plan through the installed command, as a document, a workbook and a page of text."""

import re
import stat
from pathlib import Path

import openpyxl
import pytest
from jsonschema import Draft202012Validator
from regpol_command import MATARAM, Regpol, Run

from regpol.reports.schemas import documents

REGISTER = MATARAM / "register.xlsx"


@pytest.fixture(scope="module")
def output(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("rencana") / "rencana.xlsx"


@pytest.fixture(scope="module")
def run(regpol: Regpol, output: Path) -> Run:
    return regpol("budget", REGISTER, "--project", MATARAM, "-o", output, "--json").done()


def test_the_document_keeps_to_its_schema_and_counts_everybody(run: Run) -> None:
    Draft202012Validator(documents()["rencana"]).validate(run.json)
    counts = run.json["counts"]
    assert counts["read"] == counts["planned"] + counts["outside"] + counts["rejected"]
    assert sum(it["people"] for it in run.json["outside"]) == counts["outside"]
    assert run.status == 1, "there are people outside, and texts nobody read"


def test_the_lines_come_to_the_total(run: Run) -> None:
    lines = run.json["lines"]
    amounts = [dict(zip(lines["columns"], row, strict=True))["amount"] for row in lines["rows"]]
    assert sum(amounts) == run.json["total"] > 0


def test_nobody_can_be_recognised_in_the_document_or_the_workbook(run: Run, output: Path) -> None:
    source = openpyxl.load_workbook(REGISTER, read_only=True)["Data Pekerja"]
    niks, names = set(), set()
    for _, nik, name, *_ in source.iter_rows(min_row=7, max_col=4, values_only=True):
        digits = re.sub(r"\D", "", str(nik))
        niks |= {digits} if len(digits) > 12 else set()
        names |= {str(name).strip()} if name and " " in str(name).strip() else set()
    assert len(niks) > 1700
    book = openpyxl.load_workbook(output, data_only=True, read_only=True)
    cells = {str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row if cell}
    text = "\n".join([run.out, run.err, *cells])
    assert not [nik for nik in niks if nik in text]
    assert not [name for name in names if name in text]
    assert stat.S_IMODE(output.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (("budget", REGISTER), "--project belum diisi"),
        (("budget", REGISTER, "--project", MATARAM, "-o", "rencana.docx"), "jenis berkas"),
        (("budget", REGISTER, "--project", MATARAM / "tidak-ada"), "project.yaml"),
    ],
)
def test_wrong_use_is_refused(regpol: Regpol, line: tuple[object, ...], told: str) -> None:
    assert told in regpol(*line).refused().err


def test_a_plan_is_not_written_over_its_register(regpol: Regpol, tmp_path: Path) -> None:
    copy = tmp_path / "register.xlsx"
    copy.write_bytes(REGISTER.read_bytes())
    run = regpol("budget", copy, "--project", MATARAM, "-o", copy).refused()
    assert "menimpa register" in run.err
    beside = regpol("budget", copy, "--project", MATARAM, "--scenario", "umk", "-o", copy).refused()
    assert "menimpa register" in beside.err
    assert copy.read_bytes() == REGISTER.read_bytes()
