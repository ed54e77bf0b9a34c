"""Mataram's six packets and the one of the city as the command makes them, and a run of it that nobody disturbs."""

import os
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from regpol.packet.folders import ENDING

ROOT = Path(__file__).parents[2]
MATARAM = ROOT / "examples" / "mataram"
FOLDERS = 7


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

    def prime(self, output: Path, names: set[str]) -> None:
        """Puts finished units where another run goes on."""
        for name in names:
            if not (output / name).exists():
                shutil.copytree(self.output / name, output / name)


def command(output: Path, *more: str) -> list[str]:
    given = ["--project", str(MATARAM), "-o", str(output), "--date", "2025-01-02", "--proses", "2"]
    return [sys.executable, str(ROOT / "cli.py"), "packet", *given, *more]


def run(output: Path, *more: str, before: tuple[str, ...] = (), **environment: str) -> tuple[int, str]:
    """Runs the command to its end; its exit status and what it told. ``before`` stands in front of the command."""
    arguments = [*before, *command(output, *more)]
    done = subprocess.run(arguments, env=os.environ | environment, capture_output=True, text=True, check=False)
    return done.returncode, done.stderr


def everything(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def begun(output: Path) -> set[str]:
    return {path.name for path in output.glob(f".*{ENDING}")}


def standing(output: Path) -> set[str]:
    return {path.parent.name for path in output.glob("*/.sidik.json") if not path.parent.name.startswith(".")}


def whole_units_only(whole: Undisturbed, output: Path) -> None:
    """Whatever folder of a unit stands has the bytes of the undisturbed run."""
    for path in output.glob("[0-9]*"):
        expected = {name: told for name, told in whole.files.items() if name.startswith(f"{path.name}/")}
        assert {f"{path.name}/{name}": told for name, told in everything(path).items()} == expected


def undisturbed(output: Path) -> Undisturbed:
    """Makes all of Mataram's packets, which takes most of a minute."""
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
    assert len(stood) == FOLDERS
    return Undisturbed(output, everything(output), length, first, stood)
