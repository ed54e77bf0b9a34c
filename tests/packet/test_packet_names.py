"""Units with names that no file system likes, from the register to the packets that are read back."""

import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import CHOICES, DROPPED, FEW, packet, units

from regpol.commands.main import main
from regpol.project import region

LONG = " ".join(["Karang Panjang"] * 14)[:200]
NAMES = {
    "52.71.01.1004": "Ambon/Teluk",
    "52.71.01.1005": "../../luar",
    "52.71.01.1006": "CON",
    "52.71.01.1007": LONG,
    "52.71.02.1001": "Kembar",
    "52.71.03.1004": "Kembar",
}
FOLDERS = [
    *("52.71-Kota-Mataram", "52.71.01.1004-Ambon-Teluk", "52.71.01.1005-luar", "52.71.01.1006-CON"),
    *(f"52.71.01.1007-{LONG.replace(' ', '-')[:60].rstrip('-')}", "52.71.02.1001-Kembar", "52.71.03.1004-Kembar"),
]


@pytest.fixture
def odd_names(monkeypatch: pytest.MonkeyPatch) -> None:
    """The table of regions with these names, as it would be after a renaming."""
    really: Callable[[str], dict[str, str]] = region.village_names

    def renamed(parent: str) -> dict[str, str]:
        return {code: NAMES.get(code, name) for code, name in really(parent).items()}

    monkeypatch.setattr(region, "village_names", renamed)


@pytest.mark.slow
@pytest.mark.usefixtures("odd_names")
def test_odd_names_of_the_register_become_packets_that_are_found_right(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert len(LONG) == 200
    people = [
        (f"527101410180{at:04}", f"CONTOH NAMA {at}", "01-01-1980", "Ketua RT", region.find(code[:8]).name, name)
        for at, (code, name) in enumerate(NAMES.items(), 1)
    ]
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in DROPPED)
    project = small_project(tmp_path / "p", "52.71", people, CHOICES, head="Wali Kota Contoh", more=FEW + left)
    output = tmp_path / "paket"
    assert packet(project, output) == 1, capsys.readouterr().err
    assert [folder.name for folder in units(output)] == FOLDERS
    assert main(["verify", str(output)]) == 0, capsys.readouterr().out
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p", "paket"], "nothing is written beside the folder"
    book = openpyxl.load_workbook(next(output.glob("*-CON/TERBATAS/*-pendaftaran.xlsx")))
    assert book.sheetnames == ["Pendaftaran BPU", "Tidak didaftarkan"]
    assert "5271014101800003" in {cell.value for row in book["Pendaftaran BPU"] for cell in row}
    packet(project, output, "--only", "Ambon/Teluk", "--only", "../../luar")
    assert "0 paket dibuat, 2 tidak" in capsys.readouterr().err
    assert packet(project, output, "--only", "Kembar") == 2
    assert "Kembar (52.71.02.1001)" in capsys.readouterr().err


@pytest.mark.slow
def test_a_unit_that_is_in_no_table_is_told_and_makes_no_folder(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What a register calls a unit is never a name of a folder; only what the table of regions knows is."""
    people = [
        (f"527101410180{at:04}", f"CONTOH NAMA {at}", "01-01-1980", "Ketua RT", "Ampenan", name)
        for at, name in enumerate(("Ampenan Selatan", "../../luar", "..", "CON", LONG), 1)
    ]
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in DROPPED)
    project = small_project(tmp_path / "p", "52.71", people, CHOICES, head="Wali Kota Contoh", more=FEW + left)
    assert packet(project, tmp_path / "paket") == 1
    assert len(units(tmp_path / "paket")) == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p", "paket"]
    assert "4 orang tidak terletak pada unit" in (tmp_path / "paket" / "index.html").read_text()
