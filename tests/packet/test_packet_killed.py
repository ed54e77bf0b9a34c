"""Mataram's packets, killed at twenty moments: nothing half made is seen, going on gives the same bytes."""

import random
import re
import shutil
import signal
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from regpol.packet.folders import ENDING

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
MATARAM = ROOT / "examples" / "mataram"
KILLS = 20
SEED = 20250102


@dataclass(frozen=True)
class Undisturbed:
    """A run nobody disturbs: its files, its seconds, when its first folder was begun, when each unit stood."""

    output: Path
    files: dict[str, bytes]
    length: float
    begun: float
    stood: dict[str, float]

    def stood_at(self, moment: float) -> dict[str, float]:
        """The folders that stood at a moment of the run."""
        return {name: at for name, at in self.stood.items() if at <= moment}


def command(output: Path) -> list[str]:
    given = ["--project", str(MATARAM), "-o", str(output), "--date", "2025-01-02", "--proses", "2"]
    return [sys.executable, str(ROOT / "cli.py"), "packet", *given]


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def begun(output: Path) -> set[str]:
    return {path.name for path in output.glob(f".*{ENDING}")}


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Undisturbed:
    output = tmp_path_factory.mktemp("utuh") / "paket"
    started, first = time.time(), 0.0
    running = subprocess.Popen(command(output), stderr=subprocess.DEVNULL)
    while running.poll() is None:
        if not first and begun(output):
            first = time.time() - started
        time.sleep(0.05)
    assert running.returncode == 1
    length = time.time() - started
    # the last thing done to a file is to close it to others, when its folder is put in place
    stood = {path.parent.name: path.stat().st_ctime - started for path in output.glob("*/.sidik.json")}
    assert len(stood) == 7
    return Undisturbed(output, everything(output), length, first, stood)


def go_on_until(whole: Undisturbed, moment: float, output: Path) -> bool:
    """Goes on with a run until the moment of an undisturbed one; whether it was still running when it was killed."""
    stood = whole.stood_at(moment)
    for name in stood:
        if not (output / name).exists():
            shutil.copytree(whole.output / name, output / name)
    since = moment - max(stood.values(), default=whole.begun)
    before = begun(output)
    running = subprocess.Popen(command(output), stderr=subprocess.DEVNULL)
    if len(stood) == len(whole.stood):
        time.sleep(whole.begun + since)
    elif since < 0:
        time.sleep(moment)
    else:
        while running.poll() is None and not begun(output) - before:
            time.sleep(0.05)
        time.sleep(since)
    running.send_signal(signal.SIGKILL)
    return running.wait() == -signal.SIGKILL


def test_a_run_killed_at_twenty_moments_goes_on_to_the_same_bytes(whole: Undisturbed, tmp_path: Path) -> None:
    """Each run goes on from what the kill before it left, and from the units an undisturbed run had finished by its
    moment, so that the twenty moments are spread over the whole of it without waiting for the whole twenty times."""
    dice = random.Random(SEED)
    output = tmp_path / "paket"
    killed = 0
    left_begun: list[int] = []
    moments = sorted(dice.uniform(0, whole.length) for _ in range(KILLS))
    while killed < KILLS:
        moment = moments[killed]
        if go_on_until(whole, moment, output):
            killed += 1
            left_begun.append(len(begun(output)))
        else:
            assert everything(output) == whole.files
            shutil.rmtree(output)
        stands = [path for path in output.glob("*") if path.is_dir() and re.match(r"\d", path.name)]
        for folder in stands:
            expected = {name for name in whole.files if name.startswith(f"{folder.name}/")}
            held = {f"{folder.name}/{name}": content for name, content in everything(folder).items()}
            assert held == {name: whole.files[name] for name in expected}
    assert sum(map(bool, left_begun)) >= KILLS // 2, "most kills must come while a unit is being made"
    again = subprocess.run(command(output), capture_output=True, text=True, check=False)
    assert again.returncode == 1, again.stderr
    assert everything(output) == whole.files
