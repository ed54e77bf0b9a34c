"""cli.py in a checkout and the installed regpol are one program."""

import importlib.util
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

ROOT = Path(__file__).parents[2]
INSTALLED = Path(sys.executable).with_name("regpol")
QUESTION = ["check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025", "--json"]


def answer(*program: Path | str) -> tuple[int, str]:
    run = subprocess.run([*program, *QUESTION], capture_output=True, text=True, check=False)
    assert run.stdout, run.stderr
    return run.returncode, run.stdout


def test_both_start_the_same_function() -> None:
    spec = importlib.util.spec_from_file_location("cli", ROOT / "cli.py")
    assert spec is not None
    assert spec.loader is not None
    cli = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(cli)
    (installed,) = entry_points(group="console_scripts", name="regpol")
    assert cli.main is installed.load()


def test_both_give_the_same_answer() -> None:
    assert answer(INSTALLED) == answer(sys.executable, ROOT / "cli.py")
