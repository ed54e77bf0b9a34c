"""What BPJS and Dukcapil answered, in a packet: who is not registered, and why, without a name outside the sheet."""

import csv
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import HEADINGS, small_project
from test_packet_verb import CHOICES, DROPPED, FEW, packet

PEOPLE = [
    ("5271014101800001", "CONTOH SATU", "01-01-1980", "Ketua RT", "Ampenan", "Ampenan Selatan", "cocok"),
    ("5271014201810002", "CONTOH DUA", "02-01-1981", "Ketua RT", "Ampenan", "Ampenan Selatan", "meninggal"),
    ("5271014301820003", "CONTOH TIGA", "03-01-1982", "Ketua RT", "Ampenan", "Ampenan Selatan", "NIK tidak ditemukan"),
    ("5271014401830004", "CONTOH EMPAT", "04-01-1983", "Ketua RT", "Ampenan", "Ampenan Selatan", "apa saja"),
]


@pytest.mark.slow
def test_the_dead_and_the_doubtful_are_listed_and_not_registered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    left = "".join(f"    {code}: {{alasan: tidak perlu untuk contoh}}\n" for code in (*DROPPED, "rab", "kelengkapan"))
    project = small_project(tmp_path / "proyek", "52.71", [], CHOICES, head="Wali Kota Contoh", more=FEW + left)
    with (project / "register.csv").open("w", encoding="utf-8", newline="") as opened:
        csv.writer(opened, delimiter=";").writerows([(*HEADINGS, "Hasil validasi"), *PEOPLE])
    output = tmp_path / "paket"
    assert packet(project, output) == 1, capsys.readouterr().err
    book = load_workbook(next(output.glob("*Ampenan-Selatan/TERBATAS/*-pendaftaran.xlsx")))
    registered = {row[1] for row in book["Pendaftaran BPU"].iter_rows(values_only=True)}
    assert registered & {person[0] for person in PEOPLE} == {PEOPLE[0][0], PEOPLE[3][0]}
    told = {row[1]: row[4] for row in book["Tidak didaftarkan"].iter_rows(values_only=True)}
    assert told[PEOPLE[1][0]].startswith("meninggal menurut hasil validasi: Keluarkan dari daftar")
    assert told[PEOPLE[2][0]].startswith("NIK tidak ditemukan menurut hasil validasi: ")
    assert PEOPLE[0][0] not in told
    page = (output / "index.html").read_text(encoding="utf-8")
    assert "1 orang meninggal menurut hasil validasi" in page
    assert "1 orang dihitung iurannya tetapi belum dapat didaftarkan" in page
    assert not any(person[0] in page or person[1] in page for person in PEOPLE)
