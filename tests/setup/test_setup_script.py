"""scripts/setup does only what is missing, and never takes a half-made venv for a whole one.

The Python it is given here is a stand-in that writes down what it is asked to do and makes nothing but files.
"""

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = ("requirements-build.lock", "requirements.lock", "requirements-dev.lock", "requirements-spark.lock")
COPIED = ("scripts", "pyproject.toml", *LOCKS)

STAND_IN = """#!/bin/bash
case "$*" in
    *_base_executable*) echo "$0" ;;
    "-c import sys; print("*) echo {version} ;;
    "-c import sys; sys.exit(sys.version_info < (3, 13))") {modern} ;;
    -VV) echo "Python {version}" ;;
    "-m venv "*) echo "new venv" >>"$ASKED"; mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
    *"$FAIL_AT"*) echo "no such thing"; exit 1 ;;
    *"$KILL_AT"*) kill -9 "$(cat "$ASKED.pid")"; sleep 1 ;;
    *" install "*) echo "install ${{*: -1}} with CC=$CC" >>"$ASKED" ;;
esac
"""
NEVER = "(never)"


@dataclass
class Checkout:
    """A copy of what setup reads, with a stand-in for Python."""

    path: Path

    @property
    def asked(self) -> Path:
        return self.path / "asked"

    def give_python(self, version: str = "3.11") -> None:
        python = self.path / "python"
        modern = "true" if version >= "3.13" else "false"
        python.write_text(STAND_IN.format(version=version, modern=modern), encoding="utf-8")
        python.chmod(0o755)

    def setup(self, *options: str, fail_at: str = NEVER, kill_at: str = NEVER) -> subprocess.CompletedProcess[str]:
        self.asked.write_text("", encoding="utf-8")
        settings = {
            "REGPOL_PYTHON": str(self.path / "python"),
            "REGPOL_NO_APT": "1",
            "ASKED": str(self.asked),
            "FAIL_AT": fail_at,
            "KILL_AT": kill_at,
            "TMPDIR": str(self.path),
            "CC": "gcc",
        }
        environment = {name: value for name, value in os.environ.items() if not name.startswith("REGPOL_")} | settings
        write_pid = 'echo $$ >"$ASKED.pid"; exec ./scripts/setup "$@"'
        run = ["bash", "-c", write_pid, "setup", *options]
        return subprocess.run(run, cwd=self.path, env=environment, capture_output=True, text=True, check=False)

    def done(self) -> list[str]:
        """What the last run asked of Python."""
        return [line.partition(" with ")[0] for line in self.asked.read_text(encoding="utf-8").splitlines()]


WHOLE = ["new venv", "install requirements-build.lock", "install requirements.lock", "install ."]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    for name in COPIED:
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
        copy(ROOT / name, tmp_path / name)
    version = tmp_path / "src" / "regpol" / "__init__.py"
    version.parent.mkdir(parents=True)
    version.touch()
    made = Checkout(tmp_path)
    made.give_python()
    return made


def test_builds_everything_once(checkout: Checkout) -> None:
    assert checkout.setup().returncode == 0
    assert checkout.done() == WHOLE
    assert checkout.setup().stdout == "Siap: .venv/bin/regpol\n"
    assert checkout.done() == []


def test_tools_for_tests_are_added_to_what_is_there(checkout: Checkout) -> None:
    checkout.setup()
    checkout.setup("--dev")
    assert checkout.done() == ["install requirements-dev.lock"]
    checkout.setup()
    assert checkout.done() == []


@pytest.mark.parametrize("moment", ["-r requirements.lock", "--editable"])
def test_a_killed_run_is_started_over(checkout: Checkout, moment: str) -> None:
    assert checkout.setup(kill_at=moment).returncode != 0
    checkout.setup()
    assert checkout.done() == WHOLE


def test_a_venv_whose_tools_were_half_installed_is_started_over(checkout: Checkout) -> None:
    checkout.setup()
    checkout.setup("--dev", kill_at="requirements-dev.lock")
    checkout.setup()
    assert checkout.done() == WHOLE


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-build.lock"])
def test_a_changed_lock_means_a_new_venv(checkout: Checkout, lock: str) -> None:
    checkout.setup()
    with (checkout.path / lock).open("a", encoding="utf-8") as text:
        text.write("# changed\n")
    checkout.setup()
    assert checkout.done() == WHOLE


def test_changed_tools_mean_a_new_venv_only_for_who_uses_them(checkout: Checkout) -> None:
    checkout.setup("--dev")
    with (checkout.path / "requirements-dev.lock").open("a", encoding="utf-8") as text:
        text.write("# changed\n")
    checkout.setup()
    assert checkout.done() == []
    checkout.setup("--dev")
    assert "new venv" in checkout.done()


def test_the_distributed_engine_is_added_only_when_asked_for(checkout: Checkout) -> None:
    checkout.setup("--dev")
    assert "install requirements-spark.lock" not in checkout.done()
    checkout.setup("--dev", "--spark")
    assert checkout.done() == ["install requirements-spark.lock"]


def test_another_python_means_a_new_venv(checkout: Checkout) -> None:
    checkout.setup()
    checkout.give_python("3.12")
    checkout.setup()
    assert checkout.done() == WHOLE


def test_changed_project_data_means_only_the_project(checkout: Checkout) -> None:
    checkout.setup()
    with (checkout.path / "pyproject.toml").open("a", encoding="utf-8") as text:
        text.write("# changed\n")
    checkout.setup()
    assert checkout.done() == ["install ."]


@pytest.mark.parametrize(
    ("version", "compiler"), [("3.12", "gcc"), ("3.13", "gcc -DPyEval_CallObject=PyObject_CallObject")]
)
def test_the_rule_engine_is_repaired_where_python_needs_it(checkout: Checkout, version: str, compiler: str) -> None:
    checkout.give_python(version)
    checkout.setup()
    assert f"install requirements.lock with CC={compiler}\n" in checkout.asked.read_text(encoding="utf-8")


def test_a_failure_shows_the_last_lines_and_where_the_rest_is(checkout: Checkout) -> None:
    run = checkout.setup(fail_at="-r requirements.lock")
    assert run.returncode == 2
    assert "no such thing" in run.stderr
    log = Path(run.stderr.rstrip().rpartition("Catatan lengkap: ")[2])
    assert "no such thing" in log.read_text(encoding="utf-8")


def test_no_suitable_python_is_said_plainly(checkout: Checkout) -> None:
    (checkout.path / "python").unlink()
    run = checkout.setup()
    assert run.returncode == 2
    assert "Python 3.11 atau lebih baru tidak ditemukan" in run.stderr


def test_an_unknown_option_is_refused(checkout: Checkout) -> None:
    run = checkout.setup("--deb")
    assert run.returncode == 2
    assert "--deb" in run.stderr
    assert checkout.done() == []
