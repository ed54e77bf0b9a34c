"""``regpol draft perubahan`` and ``pencabutan``: from the files of an official to papers that read back."""

import shutil
from pathlib import Path

import pytest

from regpol.commands.main import main
from regpol.documents.amending.reading import read_regulation
from regpol.documents.lint.from_file import read_paper

MATARAM = Path(__file__).parents[2] / "examples" / "mataram"
DAY = "2025-01-02"


@pytest.fixture(scope="module")
def in_force(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The regulation of the example as Akoma Ntoso, with a number and another highest age."""
    kept = tmp_path_factory.mktemp("lama") / "perwali.xml"
    assert main(["draft", "perkada", "--project", str(MATARAM), "--date", DAY, "-o", str(kept)]) == 1
    text = kept.read_text(encoding="utf-8").replace("NOMOR …… TAHUN ……", "NOMOR 5 TAHUN 2024")
    kept.write_text(text.replace("usia 65 (enam puluh lima)", "usia 60 (enam puluh)"), encoding="utf-8")
    return kept


def test_an_amendment_says_the_one_ayat_that_changed(in_force: Path, tmp_path: Path) -> None:
    output = tmp_path / "ubah.docx"
    asked = ["--project", str(MATARAM), "--terhadap", str(in_force), "--date", DAY]
    assert main(["draft", "perubahan", *asked, "-o", str(output)]) == 1
    paper = read_paper(output)
    assert paper.name.startswith("PERUBAHAN ATAS PERATURAN WALI KOTA MATARAM NOMOR 5 TAHUN 2024 TENTANG")
    said = " ".join(line.text for line in paper.lines)
    assert "Ketentuan ayat (1) Pasal 7 dalam Peraturan Wali Kota Mataram Nomor 5 Tahun 2024" in said
    assert "usia 65 (enam puluh lima) tahun" in said
    assert "[alasan belum diisi perancang]" in said


def test_a_repeal_names_what_it_repeals(in_force: Path, tmp_path: Path) -> None:
    output = tmp_path / "cabut.md"
    asked = ["--project", str(MATARAM), "--terhadap", str(in_force), "--date", DAY]
    assert main(["draft", "pencabutan", *asked, "-o", str(output)]) == 1
    said = output.read_text(encoding="utf-8")
    assert "Pencabutan Peraturan Wali Kota Mataram Nomor 5 Tahun 2024" in said
    assert "dicabut dan dinyatakan tidak berlaku" in said


@pytest.fixture(scope="module")
def joined(in_force: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The consolidated text as Word and as Akoma Ntoso."""
    asked = ["--project", str(MATARAM), "--terhadap", str(in_force), "--date", DAY]
    made = {it: tmp_path_factory.mktemp("konsolidasi") / f"konsolidasi.{it}" for it in ("docx", "xml")}
    for output in made.values():
        assert main(["draft", "naskah-konsolidasi", *asked, "-o", str(output)]) == 1
    return made


@pytest.mark.parametrize("ending", ["docx", "xml"])
def test_the_consolidated_text_is_the_new_text_under_the_old_name(
    ending: str, joined: dict[str, Path], in_force: Path, tmp_path: Path
) -> None:
    output = joined[ending]
    read = read_regulation(output)
    assert read.form == "perkada"
    assert (read.name.number, read.name.year, len(read.articles)) == (
        "5",
        "2024",
        len(read_regulation(in_force).articles),
    )
    again = ["--project", str(MATARAM), "--terhadap", str(output), "--date", DAY, "-o", str(tmp_path / "x.md")]
    assert main(["draft", "perubahan", *again]) == 2  # nothing is left to amend


EARLIER = """
peraturan_daerah_ada:
- jenis: Peraturan Wali Kota
  nomor: "5"
  tahun: "2024"
  tentang: Jaminan
  untuk: ubah
  alasan: usia peserta perlu disesuaikan
"""
AMENDED = '  diubah_dengan: [{nomor: "3", tahun: "2025", lembaran: (Berita Daerah Kota Mataram Tahun 2025 Nomor 3)}]\n'


def test_a_second_amendment_is_made_of_the_consolidated_text(
    joined: dict[str, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    output = tmp_path / "kedua.md"
    project = tmp_path / "mataram"
    project.mkdir()
    shutil.copy(MATARAM / "register.xlsx", project)
    policy = (MATARAM / "project.yaml").read_text(encoding="utf-8").replace("sebelum 65", "sebelum 64")
    again = ["draft", "perubahan", "--project", str(project), "--terhadap", str(joined["docx"]), "--date", DAY]
    (project / "project.yaml").write_text(policy + EARLIER, encoding="utf-8")
    assert main([*again, "-o", str(output)]) == 1
    assert "diubah_dengan pada peraturan_daerah_ada kosong" in capsys.readouterr().err
    (project / "project.yaml").write_text(policy + EARLIER + AMENDED, encoding="utf-8")
    assert main([*again, "-o", str(output)]) == 1
    assert "diubah_dengan" not in capsys.readouterr().err
    said = output.read_text(encoding="utf-8")
    assert "Perubahan Kedua atas Peraturan Wali Kota Mataram Nomor 5 Tahun 2024 tentang Jaminan" in said
    assert "sebagaimana telah diubah dengan Peraturan Wali Kota Mataram Nomor 3 Tahun 2025" in said
    assert "bahwa ketentuan Pasal 7 dalam Peraturan Wali Kota Mataram Nomor 5 Tahun 2024" in said


def test_the_comparison_table_has_old_and_new(in_force: Path, tmp_path: Path) -> None:
    output = tmp_path / "matriks.html"
    asked = ["--project", str(MATARAM), "--terhadap", str(in_force), "--date", DAY]
    assert main(["draft", "matriks-perubahan", *asked, "-o", str(output)]) == 1
    said = output.read_text(encoding="utf-8")
    assert "usia 60 (enam puluh)" in said
    assert "usia 65 (enam puluh lima)" in said


def test_without_a_file_it_is_said_what_is_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["draft", "perubahan", "--project", str(MATARAM), "-o", str(tmp_path / "x.docx")]
    assert main(asked) == 2
    assert "--terhadap BERKAS" in capsys.readouterr().err


def test_a_perda_is_amended_by_a_perda(tmp_path: Path) -> None:
    example = MATARAM.parent / "palembang"
    kept = tmp_path / "perda.xml"
    assert main(["draft", "perda", "--project", str(example), "--date", "2026-01-02", "-o", str(kept)]) == 1
    kept.write_text(kept.read_text(encoding="utf-8").replace("usia 65 (enam puluh lima)", "usia 60 (enam puluh)"))
    output = tmp_path / "ubah.txt"
    asked = ["--project", str(example), "--terhadap", str(kept), "--date", "2026-01-02", "-o", str(output)]
    assert main(["draft", "perubahan", *asked]) == 1
    said = output.read_text(encoding="utf-8")
    assert "Dengan Persetujuan Bersama" in said
    assert "PERUBAHAN ATAS PERATURAN DAERAH KOTA PALEMBANG" in said
