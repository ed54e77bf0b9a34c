"""The receipt of an amending paper and a kept copy of it beside today, as an official who waits for the council."""

import shutil
from pathlib import Path

import pytest

from regpol.commands.draft.receipts import below_project, where_in_force
from regpol.commands.main import main
from regpol.terms.problems import Refused

MATARAM = Path(__file__).parents[2] / "examples" / "mataram"
ON = ["--date", "2025-01-02"]
AGE = ("usia 65 (enam puluh lima)", "usia 60 (enam puluh)")
REPORT = ("kepada Camat setiap 3 (tiga) bulan", "kepada Camat setiap 6 (enam) bulan")


def reword(path: Path, *changes: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with its regulation in force, and the archive copy of an amendment of two Pasal with a receipt."""
    project = tmp_path_factory.mktemp("arsip") / "mataram"
    shutil.copytree(MATARAM, project, ignore=shutil.ignore_patterns("out"))
    in_force = project / "perwali.xml"
    assert main(["draft", "perkada", "--project", str(project), *ON, "-o", str(in_force)]) == 1
    reword(in_force, ("NOMOR …… TAHUN ……", "NOMOR 5 TAHUN 2024"), AGE, REPORT)
    copy = project / "ubah.pdf"
    asked = ["--project", str(project), "--terhadap", str(in_force), *ON, "-o", str(copy)]
    assert main(["draft", "perubahan", *asked, "--arsip", "--kuitansi"]) == 1
    return copy


@pytest.mark.slow
def test_an_amending_paper_is_made_again_from_its_receipt(kept: Path, capsys: pytest.CaptureFixture[str]) -> None:
    receipt = f"{kept}.kuitansi.json"
    assert main(["verify", receipt, "--ulang"]) == 0
    in_force = kept.with_name("perwali.xml")
    before = in_force.read_text(encoding="utf-8")
    reword(in_force, (AGE[1], AGE[0]))
    capsys.readouterr()
    assert main(["verify", receipt]) == 1
    assert "peraturan yang berlaku" in capsys.readouterr().out
    in_force.write_text(before, encoding="utf-8")


@pytest.mark.slow
def test_a_kept_amendment_tells_which_number_of_pasal_i_is_out_of_date(
    kept: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["draft", "perubahan", "--project", str(kept.parent), "--terhadap", str(kept.with_name("perwali.xml"))]
    asked += [*ON, "--stale", str(kept)]
    assert main(asked) == 0
    capsys.readouterr()
    in_force, policy = kept.with_name("perwali.xml"), kept.with_name("project.yaml")
    before = in_force.read_text(encoding="utf-8"), policy.read_text(encoding="utf-8")
    reword(policy, ("usia_masuk: 18 sampai sebelum 65", "usia_masuk: 18 sampai sebelum 58"))
    assert main(asked) == 1
    told = capsys.readouterr().out
    assert "Pasal I angka 1: bunyi berubah" in told
    assert "angka: 65 menjadi 58" in told
    assert "karena kebijakan proyek berubah" in told
    assert "Pasal I angka 2" not in told
    policy.write_text(before[1], encoding="utf-8")
    reword(in_force, (REPORT[1], REPORT[0]))
    assert main(asked) == 1
    told = capsys.readouterr().out
    assert "karena peraturan yang berlaku berubah" in told
    in_force.write_text(before[0], encoding="utf-8")


def test_a_receipt_names_the_regulation_in_force_below_its_project(tmp_path: Path) -> None:
    project = tmp_path / "proyek"
    (project / "berlaku").mkdir(parents=True)
    in_force = project / "berlaku" / "perwali.docx"
    in_force.touch()
    named = below_project(in_force, project)
    assert named == "berlaku/perwali.docx"
    assert where_in_force(("draft", "perubahan", "--terhadap", named), project) == in_force
    assert below_project(None, project) == ""
    with pytest.raises(Refused, match="DOC105"):
        below_project(tmp_path / "unduhan.docx", project)
