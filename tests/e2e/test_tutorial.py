"""The tutorial does what it says: its commands are run from an empty folder, and print what it shows.

The quick test runs the first two and holds the rest against the help pages; the slow one runs all of it.
"""

import re
import shlex
import shutil
from pathlib import Path

import pytest
from regpol_command import ROOT, Regpol

TUTORIAL = ROOT / "docs" / "tutorial.md"
LIST = ROOT / "examples" / "tutorial" / "daftar-pekerja.xlsx"
BLOCK = re.compile(r"```console\n\$ (?P<command>[^\n]+)\n(?P<shown>.*?)```", re.DOTALL)
STEPS = [(found["command"], found["shown"]) for found in BLOCK.finditer(TUTORIAL.read_text(encoding="utf-8"))]
LEFT_OUT = "…\n"


def follow(regpol: Regpol, folder: Path, command: str, shown: str) -> None:
    """Runs a command as printed; what the page shows must come, in that order, around what it leaves out."""
    run = regpol(*shlex.split(command)[1:], cwd=folder).done()
    printed, at = run.out + run.err, 0
    for piece in filter(None, shown.split(LEFT_OUT)):
        place = printed.find(piece, at)
        assert place >= 0, f"$ {command}\n{piece}\n--- printed:\n{printed}"
        at = place + len(piece)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copy(LIST, tmp_path)
    return tmp_path


def test_the_way_takes_fewer_than_ten_commands() -> None:
    assert 5 < len(STEPS) < 10
    assert all(command.startswith("regpol ") for command, _ in STEPS)


def test_the_first_steps_print_what_is_shown(regpol: Regpol, folder: Path) -> None:
    for command, shown in STEPS[:2]:
        follow(regpol, folder, command, shown)


@pytest.mark.slow
def test_the_whole_way_prints_what_is_shown(regpol: Regpol, folder: Path) -> None:
    for command, shown in STEPS:
        follow(regpol, folder, command, shown)
    assert list((folder / "proyek" / "out" / "paket").glob("*/*.pdf"))


@pytest.mark.slow
def test_the_list_of_the_tutorial_is_what_its_program_writes(tmp_path: Path) -> None:
    import runpy

    program = runpy.run_path(str(LIST.with_name("buat_daftar.py")))
    program["write"](tmp_path / "daftar.xlsx")
    assert (tmp_path / "daftar.xlsx").read_bytes() == LIST.read_bytes()
