"""A regulation the region already has is never passed over: status and draft say what becomes of it."""

import shutil
from pathlib import Path

import pytest

from regpol.commands.main import main

MATARAM = Path(__file__).parents[2] / "examples" / "mataram"
NAMED = """
peraturan_daerah_ada:
- {jenis: Peraturan Daerah, nomor: "7", tahun: "2020", tentang: Ketenagakerjaan, untuk: laksanakan, letak: Pasal 12}
- {jenis: Peraturan Wali Kota, nomor: "5", tahun: "2023", tentang: Jaminan Pekerja, untuk: cabut, alasan: kedaluwarsa}
- {jenis: Peraturan Wali Kota, nomor: "9", tahun: "2019", tentang: Jaminan Kader, untuk: ganti}
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("proyek") / "mataram"
    shutil.copytree(MATARAM, folder, ignore=shutil.ignore_patterns("out"))
    with (folder / "project.yaml").open("a", encoding="utf-8") as opened:
        opened.write(NAMED)
    return folder


def test_status_and_draft_say_what_becomes_of_it(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["status", "--project", str(project)])
    main(["draft", "perkada", "--project", str(project), "--date", "2025-01-02", "-o", str(project / "x.md")])
    printed = capsys.readouterr()
    for said in (printed.out, printed.err):
        assert "Peraturan Daerah Kota Mataram Nomor 7 Tahun 2020 tentang Ketenagakerjaan: dilaksanakan" in said
        assert "Peraturan Wali Kota Mataram Nomor 5 Tahun 2023 tentang Jaminan Pekerja: dicabut" in said
        assert "Peraturan Wali Kota Mataram Nomor 9 Tahun 2019 tentang Jaminan Kader: diganti" in said


def test_a_repeal_needs_no_file_where_the_project_names_it(project: Path) -> None:
    output = project / "cabut.md"
    assert main(["draft", "pencabutan", "--project", str(project), "--date", "2025-01-02", "-o", str(output)]) == 1
    said = output.read_text(encoding="utf-8")
    assert "perlu dicabut karena kedaluwarsa" in said
    assert "Pencabutan Peraturan Wali Kota Mataram Nomor 5 Tahun 2023" in said
    assert "Nomor 9 Tahun 2019" not in said


def test_a_perda_that_the_project_names_is_repealed_by_a_perda(project: Path, tmp_path: Path) -> None:
    folder = tmp_path / "perda"
    shutil.copytree(project, folder)
    opened = folder / "project.yaml"
    entry = (
        '{jenis: Peraturan Daerah, nomor: "7", tahun: "2020", tentang: Ketenagakerjaan, untuk: cabut, alasan: usang}'
    )
    opened.write_text(f"{opened.read_text(encoding='utf-8').split(NAMED)[0]}\nperaturan_daerah_ada:\n- {entry}\n")
    output = folder / "cabut.md"
    assert main(["draft", "pencabutan", "--project", str(folder), "--date", "2025-01-02", "-o", str(output)]) in {0, 1}
    said = output.read_text(encoding="utf-8")
    assert "DEWAN PERWAKILAN RAKYAT DAERAH KOTA MATARAM" in said
    assert "dalam Lembaran Daerah Kota Mataram" in said
    assert "perlu dicabut karena usang" in said.partition("PENJELASAN")[2]
