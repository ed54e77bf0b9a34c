"""``regpol init``: from a region and a spreadsheet to a project that every other verb accepts."""

import io
import stat
from pathlib import Path

import pytest
from regpol_command import Regpol

from regpol.commands import shell
from regpol.project.project import open_project

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("region", "example", "funds"),
    [
        ("93.01", "merauke", {"kepala_desa": "add", "nelayan": "apbd_kabkota"}),
        ("Kota Palembang", "palembang", {"ketua_rt": "apbd_kabkota", "ketua_rw": "apbd_kabkota"}),
    ],
)
def test_a_register_becomes_a_project_that_can_be_budgeted(
    regpol: Regpol, tmp_path: Path, region: str, example: str, funds: dict[str, str]
) -> None:
    register = EXAMPLES / example / "register.xlsx"
    folder = tmp_path / "proyek"
    regpol("init", folder, "--region", region, "--year", 2025, "--register", register, "--yes").done()
    project = open_project(folder)
    assert {category: project.policy.fund(category) for category in funds} == funds
    assert stat.S_IMODE((folder / "register.xlsx").stat().st_mode) == 0o600
    plan = regpol("budget", folder / "register.xlsx", "--project", folder)
    assert plan.status == 1, plan.err
    assert "Rencana anggaran" in plan.out


def test_every_choice_stands_with_the_laws_answer(regpol: Regpol, tmp_path: Path) -> None:
    folder = tmp_path / "proyek"
    regpol("init", folder, "--region", "52.71", "--year", 2025, "--category", "ketua_rt", "--yes").done()
    text = (folder / "project.yaml").read_text(encoding="utf-8")
    assert "hukum membuka pu atau bpu (PP 44/2015 Pasal 5 ayat (1) dan ayat (2) [cermin naskah])" in text
    assert "#   jkk: wajib (PP 44/2015" in text
    assert "# Ketua RT: belum terbaca (Permendagri 15/2024" in text
    assert open_project(folder).policy.segments == {"ketua_rt": "bpu"}


def test_nothing_that_is_there_is_touched(regpol: Regpol, tmp_path: Path) -> None:
    kept = tmp_path / "project.yaml"
    kept.write_text("milik orang lain\n", encoding="utf-8")
    refused = regpol("init", tmp_path, "--region", "52.71", "--yes")
    assert refused.status == 2
    assert "sudah ada" in refused.err
    assert kept.read_text(encoding="utf-8") == "milik orang lain\n"


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ((), "daerah belum disebut"),
        (("--region", "52.71.01"), "daerah dengan anggaran sendiri"),
        (("--region", "Mataramm"), "52.71 Kota Mataram"),
        (("--region", "52.71", "--category", "ketua_rtt"), "ketua_rtt"),
        (("--region", "52.71", "--register", "tidak-ada.xlsx"), "tidak-ada.xlsx"),
    ],
)
def test_what_is_not_known_is_named_and_nothing_is_made(
    regpol: Regpol, tmp_path: Path, options: tuple[str, ...], words: str
) -> None:
    folder = tmp_path / "proyek"
    refused = regpol("init", folder, *options, "--yes")
    assert refused.status == 2
    assert words in refused.err
    assert not folder.exists()


def test_names_stay_words(regpol: Regpol, tmp_path: Path) -> None:
    folder, name = tmp_path / "proyek", 'A "B": {c}\n#d'
    regpol("init", folder, "--region", "52.71", "--head", name, "--yes").done()
    assert open_project(folder).head.name == 'A "B": {c} #d'


def test_a_register_that_cannot_be_read_is_refused_though_categories_are_told(regpol: Regpol, tmp_path: Path) -> None:
    folder, lost = tmp_path / "proyek", tmp_path / "hilang.xlsx"
    told = ("--region", "52.71", "--category", "ketua_rt", "--register", lost, "--yes")
    assert "hilang.xlsx" in regpol("init", folder, *told).refused().err
    assert not folder.exists()


def test_no_place_of_signing_is_guessed_for_a_regency_or_a_province(regpol: Regpol, tmp_path: Path) -> None:
    for region, secretary in (("14.10", "Kabupaten Kepulauan Meranti"), ("62", "Provinsi Kalimantan Tengah")):
        folder = tmp_path / region
        regpol("init", folder, "--region", region, "--yes").done()
        project = open_project(folder)
        assert not project.seat.strip(".")
        assert project.secretary.title == f"Sekretaris Daerah {secretary}"


def test_a_category_that_the_region_does_not_have_is_told(regpol: Regpol, tmp_path: Path) -> None:
    told = ("--category", "ketua_rt", "--category", "kepala_desa", "--yes")
    run = regpol("init", tmp_path / "proyek", "--region", "52.71", *told).done()
    assert "tidak ada di daerah ini" in run.err
    assert open_project(tmp_path / "proyek").policy.segments.keys() == {"ketua_rt"}


def test_the_end_of_input_ends_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(KeyboardInterrupt):
        shell.question("Kode atau nama daerah")
