"""``regpol packet`` on a project of seven people: what it writes, what it keeps, what it refuses."""

import io
import json
import os
import re
import shutil
import stat
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from docx import Document

from regpol.commands.main import main

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project

PEOPLE = [
    ("5271014101800001", "CONTOH NAMA SATU", "01-01-1980", "Ketua RT", "Ampenan", "Ampenan Selatan"),
    ("5271014201810002", "CONTOH NAMA DUA", "02-01-1981", "Ketua RT", "Ampenan", "Ampenan Selatan"),
    ("5271014301400003", "CONTOH NAMA TUA", "03-01-1940", "Ketua RT", "Ampenan", "Ampenan Selatan"),
    ("5271024401820004", "CONTOH NAMA EMPAT", "04-01-1982", "Ketua RT", "Mataram", "Pagesangan"),
]
CHOICES = (
    "  segmen: {ketua_rt: bpu}\n  program: {ketua_rt: [jkk, jkm]}\n  dana: {ketua_rt: apbd_kabkota}\n"
    "  dasar_upah: upah_minimum\n  usia_masuk: 18 sampai sebelum 65\n  kelompok_risiko: sangat_rendah\n"
)
FEW = "paket:\n  bentuk: satu_perjanjian\n  unit: desa\n  tidak_dibuat:\n"
DROPPED = (
    *("surat-pengantar", "nota-dinas", "nota-kesepakatan", "rencana-kerja", "keputusan-penerima", "surat-kuasa"),
    *("sptjm", "pemberitahuan-data", "pakta-integritas", "jadwal-sosialisasi", "laporan-triwulan"),
    *("laporan-kejadian", "lembar-paraf", "jadwal-pembayaran", "rekap-peserta"),
)
NAMES = ("CONTOH NAMA", *(person[0] for person in PEOPLE))


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in DROPPED)
    return small_project(
        tmp_path_factory.mktemp("proyek"), "52.71", PEOPLE, CHOICES, head="Wali Kota Contoh", more=FEW + left
    )


def packet(project: Path, output: Path, *more: str) -> int:
    given = ["--project", str(project), "-o", str(output), "--date", "2025-01-02", "--proses", "1"]
    return main(["packet", *given, *more])


@pytest.fixture(scope="module")
def made(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("hasil") / "paket"
    assert packet(project, output) == 1
    return output


def units(output: Path) -> list[Path]:
    return sorted(path for path in output.iterdir() if path.is_dir())


def everything(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


@pytest.mark.slow
def test_each_unit_has_its_folder_and_every_file_is_the_owners_alone(made: Path) -> None:
    names = [path.name for path in units(made)]
    assert names[0] == "52.71-Kota-Mataram"
    assert len(names) == 3
    assert all("CONTOH" not in name for name in names)
    inside = [path for folder in units(made) for path in folder.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in inside} == {0o600}


@pytest.mark.slow
def test_numbers_are_the_same_everywhere(made: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The packet was read back when it was made; here the page and the receipt are held to it as well."""
    assert main(["verify", str(made)]) == 0, capsys.readouterr().out
    told = [json.loads((folder / "angka.json").read_text()) for folder in units(made)]
    people = [next(it["nilai"] for it in one["angka"] if it["kunci"] == "orang") for one in told]
    assert people[0] == sum(people[1:])


@pytest.mark.slow
def test_the_counts_of_the_comparison_with_decrees_are_known_numbers(tmp_path: Path) -> None:
    palembang = Path(__file__).parents[2] / "examples" / "palembang"
    packet(palembang, tmp_path / "paket", "--only", "16.71.01.1001")
    (unit,) = (folder for folder in units(tmp_path / "paket") if folder.name.startswith("16.71.01.1001"))
    told = {it["kunci"]: it["nilai"] for it in json.loads((unit / "angka.json").read_text())["angka"]}
    minutes = Document(str(next(unit.glob("*-berita-acara.docx"))))
    first = next(it.text for it in minutes.paragraphs if it.text.startswith("Yang dicocokkan"))
    compared = [int(number) for number in re.findall(r"(\d+) \(", first)]
    assert [told["pencocokan:register"], told["pencocokan:sk"]] == compared


@pytest.mark.slow
def test_nothing_personal_stands_outside_the_restricted_folder(made: Path) -> None:
    for name, content in everything(made).items():
        if "TERBATAS/" not in name and not name.endswith(("paket.zip", ".docx", ".pdf")):
            assert not any(word.encode() in content for word in NAMES), name


@pytest.fixture(scope="module")
def public(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("publik") / "paket"
    assert packet(project, output, "--publik", "--arsip", "--only", "52.71", "--only", "Ampenan Selatan") == 1
    return output


def words_of(name: str, content: bytes) -> Iterator[tuple[str, str]]:
    """All that can be read in a file, with what lies inside it: members of zips and Office files, PDFs and what
    is attached to them. Marks are taken out, so that a name in two runs of text is a name."""
    if content.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(content)) as opened:
            for member in opened.namelist():
                yield from words_of(f"{name}/{member}", opened.read(member))
    elif content.startswith(b"%PDF"):
        with pypdfium2.PdfDocument(content) as opened:
            yield name, "".join(page.get_textpage().get_text_range() for page in opened)
            yield name, str(opened.get_metadata_dict())
            for number in range(opened.count_attachments()):
                attached = opened.get_attachment(number)
                yield from words_of(f"{name}/{attached.get_name()}", bytes(attached.get_data()))
    else:
        yield name, re.sub(r"<[^>]+>", "", content.decode(errors="replace"))


@pytest.mark.slow
def test_nothing_personal_stands_anywhere_in_the_public_version(public: Path, made: Path) -> None:
    def personal(output: Path) -> set[str]:
        every = (told for name, content in everything(output).items() for told in words_of(name, content))
        return {name for name, words in every if any(one in " ".join(words.split()) for one in NAMES)}

    assert any("TERBATAS/" in name and name.endswith(".pdf") for name in personal(made)), "names can be found this way"
    assert not list(public.rglob("TERBATAS"))
    assert not personal(public)


@pytest.mark.slow
def test_a_public_version_of_some_units_is_made_again_the_same_and_a_change_is_seen(
    project: Path, public: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asked = ["--project", str(project)]
    assert main(["verify", str(public), *asked, "--ulang"]) == 0, capsys.readouterr().out
    copy = shutil.copytree(public, tmp_path / "salinan")
    changed = next(copy.glob("52.71.01*/*-rab.pdf"))
    changed.write_bytes(changed.read_bytes() + b"\n")
    capsys.readouterr()
    assert main(["verify", str(copy), *asked]) == 1
    assert f"{changed.relative_to(copy).as_posix()}: isinya berubah" in capsys.readouterr().out


@pytest.mark.slow
def test_a_second_run_makes_nothing_and_changes_nothing(
    project: Path, made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(made)
    packet(project, made)
    assert "0 paket dibuat, 3 tidak dibuat ulang" in capsys.readouterr().err
    assert everything(made) == before


@pytest.mark.slow
def test_edits_by_hand_are_left_and_what_is_lost_comes_back_the_same(
    project: Path, made: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(made)
    edited = next(made.glob("52.71.02*/*-rab.docx"))
    edited.write_bytes(b"disunting")
    next(made.glob("52.71.02*/*-rab.pdf")).unlink()
    assert packet(project, made) == 1
    assert "PKT05" in capsys.readouterr().err
    assert edited.read_bytes() == b"disunting"
    packet(project, made, "--timpa")
    assert everything(made) == before


def test_what_would_be_made_is_told_with_the_reason_and_nothing_is_written(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert packet(project, tmp_path / "belum", "--dry-run") == 0
    told = capsys.readouterr().out
    assert "52.71-Kota-Mataram: " in told
    assert "belum ada" in told
    assert not (tmp_path / "belum").exists()


def test_an_item_that_no_packet_has_is_refused_with_what_was_meant(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = "paket:\n  tidak_dibuat:\n    surat-pengatar: {alasan: salah ketik}\n"
    project = small_project(tmp_path / "salah", "52.71", PEOPLE, CHOICES, more=wrong)
    assert packet(project, tmp_path / "hasil") == 2
    assert "maksudnya “surat-pengantar”" in capsys.readouterr().err


@pytest.mark.skipif(os.geteuid() == 0, reason="root menulis ke mana saja")
def test_a_folder_that_cannot_be_written_is_told(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tmp_path.chmod(0o500)
    assert packet(project, tmp_path / "hasil") == 2
    assert "REG11" in capsys.readouterr().err
