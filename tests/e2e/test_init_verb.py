"""``regpol init``: from a region and a spreadsheet to a project that every other verb accepts."""

import io
import stat
from pathlib import Path

import pytest
from regpol_command import Regpol

from regpol.commands import shell
from regpol.commands.main import main
from regpol.project.project import open_project

EXAMPLES = Path(__file__).parents[2] / "examples"


@pytest.mark.parametrize(
    ("region", "funds"),
    [
        ("93.01", {"kepala_desa": "add", "nelayan": "apbd_kabkota"}),
        ("Kota Palembang", {"ketua_rt": "apbd_kabkota", "ketua_rw": "apbd_kabkota"}),
    ],
)
def test_a_register_becomes_a_project_that_can_be_budgeted(
    regpol: Regpol, tmp_path: Path, region: str, funds: dict[str, str]
) -> None:
    register = tmp_path / "daftar.csv"
    people = (f"527101050685{at:04};CONTOH {at};{category}\n" for at, category in enumerate(funds, 1))
    register.write_text("NIK;Nama;Kategori\n" + "".join(people), encoding="utf-8")
    folder = tmp_path / "proyek"
    regpol("init", folder, "--region", region, "--year", 2025, "--register", register, "--yes").done()
    project = open_project(folder)
    assert {category: project.policy.fund(category) for category in funds} == funds
    assert stat.S_IMODE((folder / "register.csv").stat().st_mode) == 0o600
    plan = regpol("budget", folder / "register.csv", "--project", folder)
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


def test_a_list_with_headings_of_its_own_is_read_by_its_mapping_in_every_verb(regpol: Regpol, tmp_path: Path) -> None:
    register, mapping, folder = tmp_path / "Data FINAL (2).csv", tmp_path / "peta.yaml", tmp_path / "proyek"
    register.write_text("N.I.K;NAMA;KE-\n5271010506851001;CONTOH;Ketua RT\n", encoding="utf-8")
    told = ("--region", "52.71", "--year", 2025, "--register", register, "--yes")
    assert "--write-mapping" in regpol("init", folder, *told).refused().err
    regpol("register", "inspect", register, "--write-mapping", mapping).done()
    mapping.write_text(mapping.read_text(encoding="utf-8").replace('"KE-": tidak_dipakai', '"KE-": kategori'))
    regpol("init", folder, *told, "--mapping", mapping).done()
    assert open_project(folder).policy.segments == {"ketua_rt": "bpu"}
    read = regpol("register", "inspect", folder / "register.csv", "--project", folder)
    assert "1 baris orang" in read.out


class Terminal(io.StringIO):
    """Somebody who types these answers, one after the other."""

    def isatty(self) -> bool:
        return True


def answered(monkeypatch: pytest.MonkeyPatch, folder: Path, *answers: str) -> int:
    monkeypatch.setattr("sys.stdin", Terminal("".join(f"{one}\n" for one in answers)))
    monkeypatch.setattr(shell, "watched_by_someone", lambda: True)
    return main(["init", str(folder)])


def test_answers_become_a_project_and_wrong_ones_are_asked_again(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    place = ("", "Bogor", "Mataram", "20x5", "2031", "2025", "hilang.xlsx", "")
    people = ("?", "ketua erte", "Ketua RT", "plt Siti Aminah", "", "", "")
    choices = ("mungkin", "ya", "9", "2", "1", "2")
    assert answered(monkeypatch, tmp_path / "proyek", *place, *people, *choices) == 0
    asked = capsys.readouterr().err
    for words in (
        "Daerah harus disebut",
        "32.01 Kabupaten Bogor",
        "bukan tahun",
        "CMD03",
        "hilang.xlsx",
        "kader_posyandu",
        "ketua_erte",
        "tulis ya atau tidak",
        "nomor dari 1 sampai 2",
        "hukum membuka ruang (PP 44/2015 Pasal 5",
        "jkk wajib",
        "belum terbaca (Permendagri 15/2024",
    ):
        assert words in asked
    project = open_project(tmp_path / "proyek")
    assert (project.region, project.year, project.head.name, project.head.status) == (
        "52.71",
        2025,
        "Siti Aminah",
        "Plt.",
    )
    assert project.policy.segments == {"ketua_rt": "pu"}
    assert project.policy.programmes == {"ketua_rt": ("jkk", "jkm", "jht")}
    assert project.policy.fund("ketua_rt") == "apbd_provinsi"
    assert "[dipilih sendiri]" in (tmp_path / "proyek" / "project.yaml").read_text(encoding="utf-8")


HEADINGS_OF_ITS_OWN = "N.I.K;NAMA;KE-\n5271010506851001;CONTOH;Ketua RT\n"


@pytest.mark.parametrize(
    ("answers", "mapped"),
    [(("", "9", "3"), '"KE-": kategori'), (("4", "ketua_rt, linmas", "Ketua RT"), "  kategori: ketua_rt")],
)
def test_the_column_of_categories_is_asked_where_no_heading_tells_it(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    answers: tuple[str, ...],
    mapped: str,
) -> None:
    register, folder = tmp_path / "Data FINAL (2).csv", tmp_path / "proyek"
    register.write_text(HEADINGS_OF_ITS_OWN, encoding="utf-8")
    assert answered(monkeypatch, folder, "52.71", "2025", str(register), *answers, "", "", "", "", "") == 0
    asked = capsys.readouterr().err
    assert "Kolom mana yang memuatnya?" in asked
    assert "1 baris dibaca" in asked
    assert mapped in (folder / "pemetaan.yaml").read_text(encoding="utf-8")
    project = open_project(folder)
    assert (project.mapping, project.policy.segments) == ("pemetaan.yaml", {"ketua_rt": "bpu"})


@pytest.mark.parametrize("answers", [(), ("Mataram",), ("Mataram", "", "", "ketua_rt", "", "", "", "", "ya", "1")])
def test_whoever_stops_answering_leaves_nothing_behind(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, answers: tuple[str, ...]
) -> None:
    assert answered(monkeypatch, tmp_path / "proyek", *answers) == 2
    assert not list(tmp_path.iterdir())


def test_nothing_is_asked_for_a_folder_that_is_taken(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "project.yaml").touch()
    monkeypatch.setattr(shell, "question", lambda text: pytest.fail(f"asked {text}"))
    assert answered(monkeypatch, tmp_path) == 2


def test_what_cannot_be_written_whole_is_taken_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def stopped(folder: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("regpol.commands.project.beginning.open_project", stopped)
    register = EXAMPLES / "tutorial" / "daftar-pekerja.xlsx"
    told = ["--region", "52.71", "--year", "2025", "--register", str(register), "--yes"]
    assert main(["init", str(tmp_path / "proyek"), *told]) == 2
    assert not list(tmp_path.iterdir())


def test_the_end_of_input_ends_the_questions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    with pytest.raises(KeyboardInterrupt):
        shell.question("Kode atau nama daerah")
