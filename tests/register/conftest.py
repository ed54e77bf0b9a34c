"""A vocabulary and a region that do not come from the rulebook, for the register floor knows neither."""

import csv
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from regpol.register.cleaning import clean
from regpol.register.people import Register
from regpol.register.reading import read
from regpol.register.units import Unit, Units
from regpol.register.vocabulary import Fact, FactKind, Vocabulary

ON = date(2024, 10, 22)
HEADER = ["NIK", "Nama", "Tgl Lahir", "L/P", "Jabatan", "Kecamatan", "Kelurahan", "No SK", "Tgl SK", "SK s/d", "Honor"]
HEADER += ["Peserta lain"]
GOOD = ["5271055703800012", "Contoh Satu", "17/03/1980", "P", "Ketua RT 03", "Selaparang", "Dasan Agung", "1/2023"]
GOOD += ["2 Januari 2023", "31 Desember 2025", "Rp1.500.000,00", "tidak"]


@pytest.fixture(scope="session")
def vocabulary() -> Vocabulary:
    membership = {"tidak": ("Tidak",), "pu": ("PU",), "bpu": ("BPU",)}
    return Vocabulary(
        facts=(
            Fact("usia", "Usia", FactKind.NUMBER),
            Fact("sk_berlaku", "SK masih berlaku", FactKind.YES_NO),
            Fact("peserta_lain", "Kepesertaan lain", FactKind.CODE, membership),
        ),
        categories={
            "non_asn": ("Pegawai non-ASN",),
            "ketua_rt": ("Ketua RT",),
            "ketua_rw": ("Ketua RW",),
            "kader_posyandu": ("Kader posyandu",),
            "kader_pkk": ("Kader PKK",),
            "linmas": ("Anggota linmas",),
            "operator_roda_tiga": ("Operator roda tiga",),
            "kepala_lingkungan": ("Kepala lingkungan",),
            "kepala_desa": ("Kepala desa",),
        },
    )


@pytest.fixture(scope="session")
def mataram() -> Units:
    districts = {"52.71.02": "Mataram", "52.71.03": "Cakranegara", "52.71.05": "Selaparang", "52.71.06": "Sandubaya"}
    villages = {
        "52.71.02.1001": "Pagesangan",
        "52.71.02.1009": "Pagesangan Barat",
        "52.71.02.1010": "Pagesangan Timur",
        "52.71.03.1009": "Sayang-sayang",
        "52.71.05.1002": "Dasan Agung",
        "52.71.05.1004": "Karang Baru",
        "52.71.05.1007": "Dasan Agung Baru",
        "52.71.06.1006": "Turida",
    }
    return Units(
        "52.71",
        "Kota Mataram",
        tuple(Unit(code, name) for code, name in districts.items()),
        tuple(Unit(code, name) for code, name in villages.items()),
    )


@pytest.fixture
def cleaned(tmp_path: Path, vocabulary: Vocabulary, mataram: Units) -> Callable[..., Register]:
    """Cleans rows that differ from a faultless one in the named columns."""

    def run(*changes: dict[str, str], on_date: date = ON) -> Register:
        path = tmp_path / "register.csv"
        rows = [[change.get(name, value) for name, value in zip(HEADER, GOOD, strict=True)] for change in changes]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([HEADER, *rows])
        return clean(read(path), vocabulary, on_date=on_date, units=mataram)

    return run
