"""Half a million rows end to end, and killed at ten random moments: whole results or none. No figure here is a fact."""

import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import duckdb
import pytest
from regpol_command import ROOT, Regpol

from regpol.terms.language import thousands

ROWS = 500_000
REGION = "31"
OLD = b"hasil lama"


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("banyak") / "register.csv"
    make = [sys.executable, ROOT / "benchmarks" / "make_register.py", "-o", path, "--rows", ROWS, "--region", REGION]
    subprocess.run([str(part) for part in make], check=True, capture_output=True)
    return path


def line(register: Path, output: Path) -> tuple[object, ...]:
    return "register", "decide", register, "--region", REGION, "--year", 2025, "-o", output


def rows(path: Path) -> dict[str, int]:
    found = duckdb.execute("SELECT status, count(DISTINCT baris) FROM read_parquet(?) GROUP BY status", [str(path)])
    return dict(found.fetchall())


@pytest.mark.slow
def test_half_a_million_rows_come_out_as_they_went_in(regpol: Regpol, many: Path, tmp_path: Path) -> None:
    output = tmp_path / "hasil.parquet"
    run = regpol(*line(many, output)).done()
    found = rows(output)
    assert sum(found.values()) == ROWS
    assert found["ditolak"] > 0, "the register is messy"
    assert f"{thousands(ROWS)} baris dibaca" in run.err


@pytest.mark.slow
def test_a_run_killed_at_ten_moments_leaves_the_old_result_or_a_whole_new_one(
    regpol: Regpol, many: Path, tmp_path: Path
) -> None:
    output = tmp_path / "hasil.parquet"
    begun = time.monotonic()
    regpol(*line(many, output)).done()
    lasts, whole = time.monotonic() - begun, rows(output)
    chance = random.Random(20241230)
    for _ in range(10):
        output.write_bytes(OLD)
        run = regpol.stop(regpol.start(*line(many, output)), lasts * chance.uniform(0.0, 1.05), signal.SIGKILL)
        assert run.status in {-signal.SIGKILL, 0, 1}
        assert output.read_bytes() == OLD or rows(output) == whole
    regpol(*line(many, output)).done()
    assert rows(output) == whole
    assert [path.name for path in tmp_path.iterdir()] == [output.name], "the next run sweeps away what the killed left"
