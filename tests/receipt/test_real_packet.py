"""Twenty changed numbers in the files of a packet that the command made: each caught with the receipt and without."""

import shutil
from pathlib import Path

import pytest
from small_packet import edit_docx, edit_pdf, edit_text, edit_xlsx

from regpol.commands.main import main
from regpol.commands.verify.work import number_mismatches
from regpol.receipt import receipt as receipts
from regpol.receipt.verifying import verify

ROOT = Path(__file__).parents[2]
UNIT = "52.71.01-Ampenan"
MUTATIONS = [
    (edit_pdf, "04-perjanjian.pdf", "117.600", "171.600"),
    (edit_pdf, "04-perjanjian.pdf", "1.411.200", "1.411.300"),
    (edit_pdf, "08-rekap-peserta.pdf", "33.600", "36.600"),
    (edit_pdf, "09-rab.pdf", "163.200", "136.200"),
    (edit_pdf, "09-rab.pdf", "1.411.200", "1.411.210"),
    (edit_pdf, "10-jadwal-pembayaran.pdf", "117.600", "117.610", 3),
    (edit_pdf, "14-sptjm.pdf", "7", "8"),
    (edit_pdf, "TERBATAS/07-daftar-peserta.pdf", "16.800", "16.900", 2),
    (edit_pdf, "paket.pdf", "240.000", "420.000"),
    (edit_docx, "04-perjanjian.docx", "117.600", "116.700"),
    (edit_docx, "08-rekap-peserta.docx", "117.600", "117.000"),
    (edit_docx, "09-rab.docx", "360.000", "630.000"),
    (edit_docx, "09-rab.docx", "6.800", "8.600", 1),
    (edit_docx, "10-jadwal-pembayaran.docx", "117.600", "117.500", 5),
    (edit_docx, "TERBATAS/07-daftar-peserta.docx", "16.800", "18.600"),
    (edit_xlsx, "09-rab.xlsx", "G6", 6_900),
    (edit_xlsx, "10-jadwal-pembayaran.xlsx", "C8", 8),
    (edit_xlsx, "TERBATAS/11-pendaftaran.xlsx", "J7", 18_600),
    (edit_text, "../index.html", "1.411.200", "1.411.000"),
    (edit_text, "../index.html", '<td class="angka">7</td>', '<td class="angka">6</td>'),
]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("proyek")
    project, out = str(folder / "p"), str(folder / "paket")
    workers = shutil.copy(ROOT / "examples" / "tutorial" / "daftar-pekerja.xlsx", folder)
    assert main(["init", project, "--region", "52.71", "--year", "2025", "--register", str(workers), "--yes"]) == 0
    assert main(["packet", "--project", project, "-o", out, "--only", "Ampenan", "--proses", "1"]) < 2
    return Path(out)


@pytest.mark.slow
def test_what_the_command_made_agrees(made):
    assert number_mismatches(made) == ()
    assert verify(receipts.read(made / receipts.NAME), made, None).all_same


@pytest.mark.slow
@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda one: f"{one[1]} {one[2]}")
def test_a_changed_number_is_caught(made, tmp_path, mutation):
    copy = tmp_path / "paket"
    shutil.copytree(made, copy)
    how, name, old, new, *which = mutation
    target = (copy / UNIT / name).resolve()
    how(target, old, new, **({"at": which[0]} if which else {}))
    below = target.relative_to(copy).as_posix()
    touched = {one.name for one in verify(receipts.read(copy / receipts.NAME), copy, None).touched}
    assert touched == {below}
    (copy / receipts.NAME).unlink()
    assert below in {one.file for one in number_mismatches(copy)}
