"""``regpol budget compare`` and ``--scenario``: from a register to what causes each difference, and its refusals."""

import json
import re
import stat
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from regpol_command import MATARAM, ROOT, Regpol

from regpol.reports.schemas import documents

SCENARIOS = """\
umk: {nama: RT pada dasar UMK, kebijakan: {segmen: {ketua_rt: pu}}}
jht: {nama: RT dengan JHT, kebijakan: {program: {ketua_rt: [jkk, jkm, jht]}}}
april: {nama: mulai April, anggaran: {mulai: "4"}}
pagu: {nama: pagu kecil, anggaran: {pagu: {apbd_kabkota: Rp700.000}, nilai_sama: baris}}
"""
PEOPLE = (
    ("SITI CONTOH", "Ketua RT", "Ampenan Selatan", "010180"),
    ("BUDI CONTOH", "Ketua RT", "Ampenan Selatan", "020281"),
    ("WAYAN CONTOH", "Ketua RT", "Ampenan Tengah", "030382"),
    ("NI LUH CONTOH", "Kader posyandu", "Ampenan Tengah", "440483"),
    ("AGUS CONTOH", "Pegawai non-ASN", "Ampenan Tengah", "050584"),
)


def nik(birth: str, number: int) -> str:
    return f"527101{birth}{number:04d}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small project of Mataram: five people, four scenarios."""
    made = tmp_path_factory.mktemp("mataram")
    text = (MATARAM / "project.yaml").read_text(encoding="utf-8").partition("\nskenario:")[0]
    (made / "project.yaml").write_text(text + "\n", encoding="utf-8")
    (made / "skenario.yaml").write_text(SCENARIOS, encoding="utf-8")
    rows = ["NIK,Nama,Kategori,Kecamatan,Kelurahan"]
    rows += [f"{nik(birth, at)},{name},{kind},Ampenan,{unit}" for at, (name, kind, unit, birth) in enumerate(PEOPLE, 1)]
    (made / "register.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def saved(regpol: Regpol, folder: Path) -> Path:
    """The plan of the project as it stands, kept."""
    regpol("budget", folder / "register.csv", "--project", folder, "-o", folder / "rencana.json").done()
    return folder / "rencana.json"


def test_scenarios_stand_side_by_side_with_their_causes(
    regpol: Regpol, folder: Path, golden: Callable[[str, str], None]
) -> None:
    line = ["budget", folder / "register.csv", "--project", folder]
    out = regpol(*line, "--scenario", "umk").done().out
    golden("banding-umk.txt", re.sub(r"register-?\S*", "register.csv", out))
    for words in ("segmen: cara menghitung iuran", "Rp10.000", "Rp6.863", "RT pada dasar UMK"):
        assert words in out


def test_every_scenario_has_the_cause_it_is_made_for(regpol: Regpol, folder: Path) -> None:
    names = ("umk", "jht", "april", "pagu")
    asked = [word for name in names for word in ("--scenario", name)]
    found = regpol("budget", folder / "register.csv", "--project", folder, *asked, "--json").done().json
    jsonschema.validate(found, documents()["banding_anggaran"])
    assert [set(it["total"]["causes"]) for it in found["differences"]] == [{"segmen"}, {"program"}, {"bulan"}, {"pagu"}]
    for it in found["differences"]:
        assert sum(it["total"]["causes"].values()) == it["total"]["difference"]


@pytest.mark.slow
def test_a_project_folder_stands_for_the_plan_of_its_register(regpol: Regpol, folder: Path, saved: Path) -> None:
    text = (folder / "project.yaml").read_text(encoding="utf-8")
    (folder / "project.yaml").write_text(text.replace("register.xlsx", "register.csv"), encoding="utf-8")
    assert "Kedua rencana sama." in regpol("budget", "compare", saved, folder).done().out


def test_a_plan_compared_with_itself_is_the_same(regpol: Regpol, saved: Path) -> None:
    run = regpol("budget", "compare", saved, saved).done()
    assert "Kedua rencana sama." in run.out
    assert run.status == 0


@pytest.mark.parametrize("ending", ["html", "xlsx"])
def test_the_outputs_are_whole_private_and_the_same_again(
    regpol: Regpol, folder: Path, saved: Path, tmp_path: Path, ending: str
) -> None:
    other = json.loads(saved.read_text(encoding="utf-8"))
    other["lines"]["rows"] = other["lines"]["rows"][:-12]
    (tmp_path / "lain.json").write_text(json.dumps(other), encoding="utf-8")
    made = [tmp_path / f"{name}.{ending}" for name in ("satu", "dua")]
    for path in made:
        regpol("budget", "compare", saved, tmp_path / "lain.json", "-o", path).done()
    assert made[0].read_bytes() == made[1].read_bytes()
    assert stat.S_IMODE(made[0].stat().st_mode) == 0o600
    if ending == "html":
        page = made[0].read_text(encoding="utf-8")
        assert not re.search(r"(src|href)=[\"']?(https?:)?//", page)
        assert page.count("<figure>") == 2
        assert_nobody_is_in(page)


def assert_nobody_is_in(text: str) -> None:
    for at, (name, _, _, birth) in enumerate(PEOPLE, 1):
        assert name not in text
        assert nik(birth, at) not in text


def test_the_report_of_a_plan_answers_on_its_first_page_and_names_nobody(
    regpol: Regpol, folder: Path, tmp_path: Path
) -> None:
    line = ["budget", folder / "register.csv", "--project", folder, "-o"]
    regpol(*line, tmp_path / "rencana.html").done()
    page = (tmp_path / "rencana.html").read_text(encoding="utf-8")
    plan = regpol("budget", folder / "register.csv", "--project", folder, "--json").done().json
    total = f"Rp{plan['total']:,}".replace(",", ".")
    first = page.partition("<figure>")[0]
    assert f'<p class="big">{total}</p>' in first
    for question in ("Untuk siapa", "Dari anggaran mana", "Wajib atau pilihan", "seberapa pasti", "Pagu", "Kapan"):
        assert question in first
    assert "Permendagri 15/2024" in first
    assert_nobody_is_in(page)


@pytest.mark.slow
def test_both_reports_can_be_printed(regpol: Regpol, folder: Path, saved: Path, tmp_path: Path) -> None:
    regpol("budget", folder / "register.csv", "--project", folder, "-o", tmp_path / "rencana.pdf").done()
    regpol("budget", "compare", saved, saved, "-o", tmp_path / "beda.pdf").done()
    for name in ("rencana.pdf", "beda.pdf"):
        assert (tmp_path / name).read_bytes().startswith(b"%PDF-")


def test_plans_that_cannot_be_compared_are_refused(regpol: Regpol, saved: Path, tmp_path: Path) -> None:
    elsewhere = saved.read_text(encoding="utf-8").replace('"region": "52.71"', '"region": "93.01"')
    (tmp_path / "merauke.json").write_text(elsewhere, encoding="utf-8")
    (tmp_path / "putus.json").write_text(saved.read_text(encoding="utf-8")[:500], encoding="utf-8")
    (tmp_path / "lain.json").write_text('{"form": "catatan"}', encoding="utf-8")
    cases: dict[tuple[object, ...], list[str]] = {
        (saved, tmp_path / "merauke.json"): ["BUD60"],
        (saved, tmp_path / "putus.json", tmp_path / "tidak-ada.json"): ["BUD61", "BUD61"],
        (saved, tmp_path / "lain.json"): ["BUD01"],
        (saved,): ["CMD10"],
        (saved, saved, "-o", tmp_path / "beda.docx"): ["CMD01"],
    }
    for paths, codes in cases.items():
        assert regpol("budget", "compare", *paths).refused().codes == codes, paths


def test_an_unknown_scenario_is_refused_with_the_nearest_name(regpol: Regpol, folder: Path) -> None:
    run = regpol("budget", folder / "register.csv", "--project", folder, "--scenario", "ukm").refused()
    assert run.codes == ["BUD62"]
    assert "umk" in run.messages[0]["action"]


@pytest.mark.slow
def test_the_guide_shows_what_the_command_prints(regpol: Regpol) -> None:
    guide = (ROOT / "docs" / "membandingkan-anggaran.md").read_text(encoding="utf-8")
    command, shown = re.findall(r"```console\n\$ regpol ([^\n]+)\n(.*?)```", guide, re.DOTALL)[0]
    assert regpol(*command.split(), cwd=ROOT).done().out == shown
