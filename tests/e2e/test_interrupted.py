"""A run that is stopped, by its user or for good, leaves the old result or a whole new one."""

import os
import random
import signal
import time
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pikepdf
import pytest
from regpol_command import Regpol, Run

OLD = b"isi lama"
HEADINGS = "NIK;Nama;Jabatan;Kec.;Kel."


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "out"
    folder.mkdir()
    path = folder / "hasil.xlsx"
    path.write_bytes(OLD)
    return path


@pytest.fixture
def slow_register(tmp_path: Path) -> Iterator[Path]:
    """A register that is read for as long as nobody writes its end."""
    path = tmp_path / "daftar.csv"
    os.mkfifo(path)
    yield path
    path.unlink()


@pytest.mark.parametrize("rows", [0, 30_000], ids=["while reading", "while deciding"])
def test_ctrl_c_keeps_the_old_result(
    regpol: Regpol, mataram: Path, slow_register: Path, output: Path, rows: int
) -> None:
    process = regpol.start("register", "decide", slow_register, "--project", mataram, "-o", output)
    with slow_register.open("w", encoding="utf-8") as register:  # opens when the run opens it
        register.write(f"{HEADINGS}\n")
        for row in range(rows):
            register.write(f"5271010101{row // 9999:02}{row % 9999 + 1:04};Contoh {row};Ketua RT;Ampenan;Bintaro\n")
        register.flush()
        if not rows:
            run = regpol.stop(process, 0.1, signal.SIGINT)
    if rows:
        run = regpol.stop(process, 0.1, signal.SIGINT)
    assert run.refused().codes == ["CMD08"]
    assert output.read_bytes() == OLD
    assert [path.name for path in output.parent.iterdir()] == [output.name]


def whole(path: Path) -> bool:
    """Whether a result is one a person could open."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as opened:
            return len(opened.pages) > 5
    with zipfile.ZipFile(path) as opened:
        return opened.testzip() is None


@pytest.mark.slow
@pytest.mark.parametrize("attempt", range(3))
@pytest.mark.parametrize("name", ["hasil.xlsx", "hasil.csv", "rancangan.pdf", "rancangan.docx"])
def test_a_killed_run_leaves_the_old_result_or_a_whole_new_one(
    regpol: Regpol, mataram: Path, output: Path, name: str, attempt: int
) -> None:
    path = output.rename(output.with_name(name))
    decide = ("register", "decide", mataram / "register.xlsx", "--project", mataram)
    draft = ("draft", "perwali", "--project", mataram, "--date", "2025-01-02")
    line = (*(draft if name.startswith("rancangan") else decide), "-o", path)
    begun = time.monotonic()
    regpol(*line).done()
    lasts = time.monotonic() - begun
    new = path.read_bytes()
    path.write_bytes(OLD)
    # the last third of a run is where files are written
    moment = lasts * random.Random(f"{name} {attempt}").uniform(0.6, 1.0)
    run: Run = regpol.stop(regpol.start(*line), moment, signal.SIGKILL)
    assert run.status in {-signal.SIGKILL, 0, 1}
    assert path.read_bytes() in {OLD, new}
    assert path.read_bytes() == OLD or path.suffix == ".csv" or whole(path)
    beside = {one.name for one in path.parent.iterdir()} - {name, "hasil.ditolak.csv"}
    assert all(one.startswith(".") and one.endswith(".sementara") for one in beside)
