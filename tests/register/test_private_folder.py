"""What a killed process leaves of people is swept away by the next; what is in use, or another's, stays."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from regpol.register.private_folder import PrivateFolder, sweep

KILLED = """
import sys, time
from regpol.register.private_folder import PrivateFolder
folder = PrivateFolder()
(folder.path / "sel.csv").write_text("5271010101800001,Contoh")
print(folder.path, flush=True)
time.sleep(60)
"""


def test_the_folder_of_a_killed_process_goes_and_one_in_use_stays(tmp_path: Path) -> None:
    told = {**os.environ, "TMPDIR": str(tmp_path)}
    with subprocess.Popen([sys.executable, "-c", KILLED], env=told, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        left = Path(process.stdout.readline().strip())
        sweep(tmp_path)
        assert (left / "sel.csv").exists()
        process.send_signal(signal.SIGKILL)
    assert left.exists()
    sweep(tmp_path)
    assert not left.exists()


def test_only_folders_of_this_kind_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    (tmp_path / "regpol-lain").mkdir()
    with PrivateFolder() as first, PrivateFolder() as second:
        assert first.is_dir()
        assert second.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir()] == ["regpol-lain"]
