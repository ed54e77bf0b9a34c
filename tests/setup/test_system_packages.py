"""System packages: only the missing ones are installed, and who may not install is told what to ask for."""

import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]

TOOLS = {
    "dpkg-query": "[[ ${!#} == installed-* ]] && echo installed",
    "apt-get": 'echo "apt-get $*" >>"$ASKED"; [[ $* != *"$FAIL_AT"* ]]',
    "sudo": 'echo sudo >>"$ASKED"; "$@"',
    "id": 'echo "$USER_ID"',
}
ORDINARY = ("bash", "env", "grep", "mktemp", "tail", "sed")


class Machine:
    """A PATH with stand-ins for the tools of a Debian."""

    def __init__(self, folder: Path) -> None:
        self.tools = folder / "bin"
        self.tools.mkdir()
        self.asked = folder / "asked"
        self.asked.touch()
        for name, body in TOOLS.items():
            tool = self.tools / name
            tool.write_text(f"#!/bin/bash\n{body}\n", encoding="utf-8")
            tool.chmod(0o755)
        for name in ORDINARY:
            (self.tools / name).symlink_to(Path("/usr/bin") / name)

    def ensure(self, *packages: str, user: int = 0, fail_at: str = "(never)", **settings: str) -> tuple[int, str]:
        script = ". scripts/progress.sh; . scripts/packages.sh; start_log test; ensure_packages " + " ".join(packages)
        environment = {
            "PATH": str(self.tools),
            "ASKED": str(self.asked),
            "USER_ID": str(user),
            "FAIL_AT": fail_at,
            "TMPDIR": str(self.tools.parent),
        }
        run = subprocess.run(
            ["/bin/bash", "-euo", "pipefail", "-c", script],
            cwd=ROOT,
            env=environment | settings,
            capture_output=True,
            text=True,
            check=False,
        )
        return run.returncode, run.stdout + run.stderr


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_nothing_is_run_when_all_is_there(machine: Machine) -> None:
    assert machine.ensure("installed-a", "installed-b", user=1000) == (0, "")
    assert machine.asked.read_text(encoding="utf-8") == ""


def test_only_what_is_missing_is_installed(machine: Machine) -> None:
    status, _ = machine.ensure("installed-a", "b", "c")
    assert status == 0
    asked = machine.asked.read_text(encoding="utf-8").splitlines()
    assert asked[-1].endswith("install --no-install-recommends b c")
    assert "sudo" not in asked


def test_who_is_not_root_goes_through_sudo(machine: Machine) -> None:
    assert machine.ensure("b", user=1000)[0] == 0
    assert "sudo" in machine.asked.read_text(encoding="utf-8")


def test_without_root_and_sudo_the_command_to_ask_for_is_shown(machine: Machine) -> None:
    (machine.tools / "sudo").unlink()
    status, said = machine.ensure("installed-a", "b", user=1000)
    assert status == 2
    assert "apt-get install --no-install-recommends b" in said
    assert machine.asked.read_text(encoding="utf-8") == ""


def test_a_machine_without_apt_is_told_what_is_needed(machine: Machine) -> None:
    (machine.tools / "apt-get").unlink()
    status, said = machine.ensure("b")
    assert status == 2
    assert "Debian dan Ubuntu" in said
    assert "REGPOL_NO_APT=1" in said
    assert machine.ensure("b", REGPOL_NO_APT="1") == (0, "")


def test_a_list_that_cannot_be_refreshed_does_not_stop_the_installation(machine: Machine) -> None:
    assert machine.ensure("b", fail_at="update")[0] == 0


def test_a_package_that_cannot_be_installed_does(machine: Machine) -> None:
    status, said = machine.ensure("b", fail_at="install")
    assert status == 2
    assert "Memasang paket sistem: b" in said
