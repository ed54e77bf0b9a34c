"""The command and what it makes of Mataram, once for all tests of a session."""

import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from mataram_made import Made, copy_of_mataram
from regpol_command import Regpol, Run

DAY = "2025-01-02"
OTHER_MACHINE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}


@pytest.fixture(scope="session")
def regpol(tmp_path_factory: pytest.TempPathFactory) -> Regpol:
    made = Regpol(tmp_path_factory.mktemp("cache"))
    made("law", "coverage").done()
    return made


@pytest.fixture(scope="session")
def mataram(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project that no test changes."""
    return copy_of_mataram(tmp_path_factory.mktemp("proyek") / "mataram", {})


@pytest.fixture(scope="session")
def made(regpol: Regpol, mataram: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Made]:
    """Every output the scenario needs, made while other tests run; a test waits only for what it looks at."""
    folder = tmp_path_factory.mktemp("hasil")
    salaried = copy_of_mataram(folder / "upah" / "mataram", {"    ketua_rt: bpu": "    ketua_rt: pu"})

    def decide(project: Path, *more: str) -> tuple[object, ...]:
        return "register", "decide", project / "register.xlsx", "--project", project, *more

    def draft(project: Path, kind: str, *more: str) -> tuple[object, ...]:
        return "draft", kind, "--project", project, "--date", DAY, *more

    lines: dict[str, tuple[object, ...]] = {
        "keputusan.xlsx": decide(mataram),
        "keputusan.csv": decide(mataram),
        "ampenan.txt": draft(mataram, "mou", "--unit", "Ampenan"),
        "selaparang.txt": draft(mataram, "mou", "--unit", "52.71.05"),
        "perwali.txt": draft(mataram, "perwali"),
        "upah.txt": draft(salaried, "perwali"),
        "upah.csv": decide(salaried),
        "utuh.xlsx": decide(mataram, "--show-personal"),
        "utuh.csv": decide(mataram, "--show-personal"),
        "perwali.docx": draft(mataram, "perwali"),
        "perwali.pdf": draft(mataram, "perwali"),
        "bersih.html": draft(mataram, "perwali", "--clean"),
        "ampenan.docx": draft(mataram, "mou", "--unit", "Ampenan"),
        "lain-keputusan.xlsx": decide(mataram),
        "lain-perwali.docx": draft(mataram, "perwali"),
        "lain-perwali.pdf": draft(mataram, "perwali"),
    }

    def make(name: str, line: tuple[object, ...]) -> Run:
        settings = OTHER_MACHINE if name.startswith("lain-") else {}
        return regpol(*line, "-o", folder / name, **settings)

    with ThreadPoolExecutor(1) as pool:
        yield Made(folder, {name: pool.submit(make, name, line) for name, line in lines.items()})
        pool.shutdown(cancel_futures=True)


@pytest.fixture(scope="session", autouse=True)
def _ahead(request: pytest.FixtureRequest) -> None:
    """Starts making the outputs at once, if a test of this session asks for them."""
    if any("made" in getattr(item, "fixturenames", ()) for item in request.session.items):
        request.getfixturevalue("made")


@pytest.fixture
def unwritable(tmp_path: Path) -> Path:
    """A folder nothing can be written to; root may write everywhere but below a file."""
    folder = tmp_path / "terkunci"
    if os.geteuid() == 0:
        folder.write_text("", encoding="utf-8")
    else:
        folder.mkdir(mode=0o555)
    return folder
