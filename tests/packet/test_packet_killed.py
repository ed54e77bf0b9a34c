"""A run of packets that is killed: nothing half made is seen, nothing is lost, and going on gives the same bytes."""

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import CHOICES, DROPPED, FEW, PEOPLE

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
KILLS = 20


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in DROPPED)
    return small_project(
        tmp_path_factory.mktemp("proyek"), "52.71", PEOPLE, CHOICES, head="Wali Kota Contoh", more=FEW + left
    )


def command(project: Path, output: Path) -> list[str]:
    given = ["--project", str(project), "-o", str(output), "--date", "2025-01-02", "--proses", "2"]
    return [sys.executable, str(ROOT / "cli.py"), "packet", *given]


def everything(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def whole(project: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], float]:
    """An undisturbed run, and how long it took."""
    output = tmp_path_factory.mktemp("utuh") / "paket"
    started = time.monotonic()
    run = subprocess.run(command(project, output), capture_output=True, text=True, check=False)
    assert run.returncode == 1, run.stderr
    return everything(output), time.monotonic() - started


def test_a_run_killed_at_twenty_moments_goes_on_to_the_same_bytes(
    project: Path, whole: tuple[dict[str, bytes], float], tmp_path: Path
) -> None:
    """Each run goes on where the one before was killed; one that ends before its moment begins anew after that."""
    expected, length = whole
    dice = random.Random(20250102)
    output = tmp_path / "paket"
    killed = 0
    while killed < KILLS:
        running = subprocess.Popen(command(project, output), stderr=subprocess.DEVNULL)
        time.sleep(dice.uniform(0.1, 1.0) * length)
        running.send_signal(signal.SIGKILL)
        if running.wait() == -signal.SIGKILL:
            killed += 1
        else:
            assert everything(output) == expected
            shutil.rmtree(output)
        for folder in output.glob("[0-9]*") if output.is_dir() else ():
            held = {name: content for name, content in expected.items() if name.startswith(f"{folder.name}/")}
            assert {f"{folder.name}/{name}": content for name, content in everything(folder).items()} == held
    again = subprocess.run(command(project, output), capture_output=True, text=True, check=False)
    assert again.returncode == 1, again.stderr
    assert everything(output) == expected
