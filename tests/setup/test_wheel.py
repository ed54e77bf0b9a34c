"""The wheel carries the law and the wording with it and works where there is no checkout."""

import json
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
QUESTION = ["check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025", "--json"]

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "-w", folder, ROOT]
    subprocess.run(build, check=True)
    (built,) = folder.glob("regpol-*.whl")
    return built


@pytest.fixture(scope="module")
def elsewhere(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh venv with the wheel; the libraries are lent by the venv that runs the tests."""
    venv = tmp_path_factory.mktemp("elsewhere") / "venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    paths = sysconfig.get_paths(vars={"base": str(venv), "platbase": str(venv)})
    Path(paths["purelib"], "lent.pth").write_text(sysconfig.get_paths()["purelib"] + "\n", encoding="utf-8")
    pip = [sys.executable, "-m", "pip", "--python", venv / "bin" / "python", "install", "--quiet"]
    subprocess.run([*pip, "--no-deps", "--no-index", wheel], check=True)
    return venv


@pytest.mark.parametrize("folder", ["rules", "templates"])
def test_the_wheel_carries_every_file_of(folder: str, wheel: Path) -> None:
    expected = {f"regpol/data/{path.relative_to(ROOT)}" for path in (ROOT / folder).rglob("*") if path.is_file()}
    assert expected
    assert expected <= set(zipfile.ZipFile(wheel).namelist())


def test_the_wheel_answers_like_the_checkout(elsewhere: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)  # it would put the checkout before the wheel

    def answer(program: Path) -> object:
        run = subprocess.run([program, *QUESTION], cwd=tmp_path, capture_output=True, text=True, check=False)
        assert run.returncode in {0, 1}, run.stderr
        return json.loads(run.stdout)

    where = [elsewhere / "bin" / "python", "-c", "import regpol; print(regpol.__file__)"]
    assert str(elsewhere) in subprocess.run(where, cwd=tmp_path, capture_output=True, text=True, check=True).stdout
    assert answer(elsewhere / "bin" / "regpol") == answer(Path(sys.executable).with_name("regpol"))
