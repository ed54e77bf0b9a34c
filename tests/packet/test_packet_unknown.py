"""Packets of a region whose minimum wage was never read, and of registers that pay nobody."""

import sys
from pathlib import Path

import pytest
from docx import Document

sys.path.insert(0, str(Path(__file__).parents[1] / "documents"))

from small_project import small_project
from test_packet_verb import packet, units

VILLAGES = {"Kedungreja": "Bangunreja", "Kesugihan": "Bulupayung"}
CHOICES = (
    "  segmen: {anggota_bpd: bpu}\n"
    "  program: {perangkat_desa: [jkk, jkm, jht], anggota_bpd: [jkk, jkm, jht]}\n"
    "  dana: {perangkat_desa: add, anggota_bpd: add}\n"
    "  dasar_upah: upah_minimum\n  usia_masuk: 18 sampai sebelum 65\n  kelompok_risiko: sangat_rendah\n"
    "  pembulatan: setengah_ke_atas\n"
)
SIGNING = "".join(
    f'- {{kode: "33.01.0{at}", alamat: Jalan Contoh, camat: {{nama: CONTOH NAMA, jabatan: Camat {name}}}}}\n'
    for at, name in enumerate(VILLAGES, 1)
)
KEPT = ("perjanjian", "daftar-peserta", "rab", "jadwal-pembayaran")


def people(*jobs: str, district: str = "Kedungreja") -> list[tuple[str, ...]]:
    return [
        (f"33010101018000{at:02}", f"CONTOH NAMA {at}", "01-01-1980", job, district, VILLAGES[district])
        for at, job in enumerate(jobs, 1)
    ]


def project(folder: Path, rows: list[tuple[str, ...]], choices: str = CHOICES, more: str = "") -> Path:
    return small_project(folder, "33.01", rows, choices, more=more)


@pytest.mark.slow
def test_a_sum_with_an_unknown_part_is_nowhere_told_and_a_kecamatan_without_people_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A member of a village council pays a fixed amount, an official of the village a share of a wage nobody read."""
    from regpol.packet.contents import read_contents

    templates = Path(__file__).parents[2] / "templates"
    left = "".join(
        f"    {code}: {{alasan: tidak perlu}}\n" for code in read_contents(templates).codes if code not in KEPT
    )
    more = f"kecamatan:\n{SIGNING}paket:\n  tidak_dibuat:\n{left}"
    output = tmp_path / "paket"
    assert packet(project(tmp_path / "proyek", people("Perangkat Desa", "Anggota BPD"), more=more), output) == 1
    told = capsys.readouterr().err
    assert "jadi tanpa paket: Kesugihan\n" in told
    assert "jadi tanpa paket: Kesugihan" in (output / "index.html").read_text(encoding="utf-8")
    (made,) = (folder for folder in units(output) if folder.name.startswith("33.01.01"))
    agreement = Document(str(next(made.glob("*-perjanjian.docx"))))
    needed = next(it.text for it in agreement.paragraphs if it.text.startswith("Kebutuhan Iuran"))
    assert needed == "Kebutuhan Iuran untuk 12 (dua belas) bulan sebesar [belum diverifikasi]."
    annex = next(it for it in agreement.tables if it.rows[0].cells[-1].text == "Iuran per bulan (Rp)")
    assert [row.cells[-1].text for row in annex.rows[1:]] == ["…………", "36.800", "[belum diverifikasi]"]


@pytest.mark.parametrize(
    ("jobs", "choices", "code"),
    [
        (("Perangkat Desa", "Anggota BPD"), "  segmen: {anggota_bpd: bpu}\n", "PKT07"),
        (("Tukang Sihir",), CHOICES, "DOC81"),
    ],
)
def test_a_register_that_pays_or_decides_nobody_is_refused_with_what_to_do(
    jobs: tuple[str, ...], choices: str, code: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert packet(project(tmp_path / "proyek", people(*jobs), choices), tmp_path / "paket") == 2
    told = capsys.readouterr().err
    assert f"proyek/register.csv: {code}" in told
    assert not (tmp_path / "paket").exists() or not units(tmp_path / "paket")
