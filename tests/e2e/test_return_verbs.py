"""``regpol register return``: out, back, together, and the result is a register again."""

import shutil
import stat
from pathlib import Path

import openpyxl
import pytest
from regpol_command import Regpol
from test_reconcile_verb import DECREES, LISTED, PEOPLE, PERSONAL, REGISTER, write


@pytest.fixture
def sent(regpol: Regpol, tmp_path: Path) -> Path:
    register = write(tmp_path / "register.csv", REGISTER, PEOPLE)
    listed = write(tmp_path / "sk.csv", DECREES, LISTED)
    folder = tmp_path / "putaran 1"
    place = ("--region", "16.71", "--year", 2026)
    run = regpol("register", "return", "split", register, "--sk", listed, *place, "-o", folder).done()
    assert run.status == 1, "a row of no known unit deserves attention"
    assert not PERSONAL.search(run.out + run.err)
    return folder


def test_a_round_from_split_to_merge(regpol: Regpol, sent: Path, tmp_path: Path) -> None:
    files = sorted(path.name for path in (sent / "kirim").iterdir())
    assert files == ["16.71.01.1001.xlsx", "16.71.01.1002.xlsx", "tanpa-unit.xlsx"]
    book = openpyxl.load_workbook(sent / "kirim" / files[0])
    sheet = book["Isian"]
    assert str(sheet["B7"].value).startswith("NIK berbeda: Cocokkan NIK dengan KTP")
    assert sheet["C7"].value == PEOPLE[0][0]
    sheet["C7"] = "1671014505800021"
    book.save(sent / "kembali" / "dari kelurahan.xlsx")
    status = regpol("register", "return", "status", sent).done()
    assert "1 dari 3 unit sudah menjawab" in status.out
    assert not PERSONAL.search(status.out + status.err)
    output = tmp_path / "gabungan.xlsx"
    run = regpol("register", "return", "merge", sent, "-o", output).done()
    assert "1 sel berubah, 0 isian bentrok, 0 baris baru; 1 dari 3 unit menjawab" in run.err
    assert not PERSONAL.search(run.out + run.err)
    assert stat.S_IMODE(output.stat().st_mode) == 0o600
    merged = openpyxl.load_workbook(output)
    assert merged["Register"]["A2"].value == "1671014505800021"
    assert PEOPLE[0][0] in merged["Register"]["A2"].comment.text
    assert [cell.value for cell in merged["Catatan perubahan"][5]][6:8] == [PEOPLE[0][0], "1671014505800021"]
    again = regpol("register", "inspect", output, "--region", "16.71", "--year", 2026).done()
    assert f"\n{len(PEOPLE)} baris orang" in again.out
    second = regpol("register", "reconcile", output, "--sk", tmp_path / "sk.csv", "--region", "16.71", "--year", 2026)
    assert f"Register: {len(PEOPLE)} baris dibaca" in second.done().out, "the log is no list of people"


def test_status_as_json_counts_units_and_shows_nobody(regpol: Regpol, sent: Path) -> None:
    shutil.copy(sent / "kirim" / "16.71.01.1002.xlsx", sent / "kembali")
    run = regpol("register", "return", "status", sent, "--json").done()
    assert run.json["counts"] | {"rows_back": 2} == run.json["counts"]
    assert [one["state"] for one in run.json["units"]] == ["belum menjawab", "belum menjawab", "lengkap"]
    assert not PERSONAL.search(run.out + run.err)


def test_wrong_folders_are_refused(regpol: Regpol, sent: Path, tmp_path: Path) -> None:
    assert regpol("register", "return", "status", tmp_path).refused().codes == ["REG81"]
    inside = sent / "kembali" / "gabungan.xlsx"
    assert regpol("register", "return", "merge", sent, "-o", inside).refused().codes == ["CMD10"]
    assert not inside.exists()


@pytest.mark.slow
@pytest.mark.parametrize("moment", [0.4, 0.7, 0.9])
def test_a_killed_split_leaves_a_whole_round_or_none(regpol: Regpol, tmp_path: Path, moment: float) -> None:
    import signal
    import time

    from regpol_command import ROOT

    palembang = ROOT / "examples" / "palembang"
    split = ("register", "return", "split", palembang / "register.xlsx", "--project", palembang, "-o")
    begun = time.monotonic()
    regpol(*split, tmp_path / "utuh").done()
    lasts = time.monotonic() - begun
    regpol.stop(regpol.start(*split, tmp_path / "mati"), lasts * moment, signal.SIGKILL)
    if (tmp_path / "mati").exists():
        assert len(list((tmp_path / "mati" / "kirim").iterdir())) == 107
        assert (tmp_path / "mati" / "kiriman.json").exists()
