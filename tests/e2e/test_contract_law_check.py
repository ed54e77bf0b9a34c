"""``regpol law check``: exit status, the document, what is kept between two checks."""

import shutil
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from regpol_command import ROOT, Regpol

from regpol.reports.schemas import documents

SOUND = ROOT / "tests" / "fixtures" / "rulebook"
DUTIES = """  kaidah:
  - nama: daftar
    soal: kewajiban
    maka: {siapa: daerah, sifat: wajib, atas: [mendaftarkan]}
  - nama: tunjukkan-ktp
    soal: dokumen
    maka: {siapa: pekerja, sifat: wajib, atas: [ktp]}
"""
MENDED = (
    ("peraturan/permen-2-2021", '    - {kategori: ketua_rt, upah: "kurang dari Rp1.000.000"}\n', ""),
    ("peraturan/uu-1-2020", "  kaidah:\n", DUTIES),
    ("peraturan/uu-1-2020", "iuran:\n- program: jkk\n  segmen: pu\n  letak: Pasal 4", ("iuran:\n"
     "- program: jkm\n  segmen: bpu\n  letak: Pasal 5\n  bukti: cermin\n  sumber: [contoh]\n  dasar: nominal\n"
     "  bagian:\n  - {penanggung: pekerja, nilai: bpu_jkk}\n- program: jkk\n  segmen: pu\n  letak: Pasal 4")),
    ("kosakata/fakta", ("  bentuk_unit: {nama: Bentuk unit, jenis: kode, pilihan: [desa, kelurahan], asal: wilayah, "
     "tanya: Desa atau kelurahan?, pengubah: perda}\n"), ""),
    ("kosakata/fakta", ("  upah: {nama: Upah, jenis: rupiah, asal: orang, tanya: Berapa upahnya?, "
     "pengubah: pemberi kerja}\n"), ""),
)  # fmt: skip


@pytest.fixture
def mended(tmp_path: Path) -> Path:
    """The small rulebook without the entries that only other tests use: nothing is to be said of it."""
    folder = shutil.copytree(SOUND, tmp_path / "rules")
    for name, old, new in MENDED:
        path = folder / f"{name}.yaml"
        written = path.read_text(encoding="utf-8")
        assert old in written, (name, old)
        path.write_text(written.replace(old, new, 1), encoding="utf-8")
    return folder


def test_a_rulebook_without_findings_ends_with_status_0(regpol: Regpol, mended: Path) -> None:
    run = regpol("law", "check", "--rules", mended)
    assert (run.status, run.err) == (0, ""), run.out
    assert "Tidak ada temuan." in run.out


def test_findings_end_with_status_1_and_stand_by_kind(regpol: Regpol) -> None:
    run = regpol("law", "check", "--rules", SOUND)
    assert (run.status, run.err) == (1, "")
    assert "Temuan: 1 kesalahan dan 4 peringatan" in run.out
    assert run.out.index("LAW23") < run.out.index("LAW28") < run.out.index("LAW39")
    assert "LAW39 butir daftar tidak dipakai (peringatan, 3)" in run.out
    assert "kategori=ketua_rt upah=999999 sk_berlaku=tidak pada 2021-06-30" in " ".join(run.out.split())


def test_the_document_fits_its_schema_and_counts_what_it_lists(regpol: Regpol) -> None:
    run = regpol("law", "check", "--json", "--confirm", 50).done()
    Draft202012Validator(documents()["law_check"]).validate(run.json)
    counts = run.json["counts"]
    assert counts["errors"] + counts["warnings"] == len(run.json["problems"]) == sum(counts["by_code"].values())
    assert counts["confirmed"] == 50
    assert counts["situations"] > 2_000
    assert len(counts["answers"]) == 10
    assert run.status == (1 if run.json["problems"] else 0)


def test_a_second_check_walks_only_what_an_edit_touched(regpol: Regpol, mended: Path) -> None:
    line = ("law", "check", "--rules", mended, "--json")
    first, second = regpol(*line).done().json["counts"], regpol(*line).done().json["counts"]
    assert second["targets_kept"] == second["targets"] == first["targets"]
    path = mended / "peraturan" / "permen-2-2021.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("sk_berlaku: tidak", "sk_berlaku: ya"), encoding="utf-8")
    edited = regpol(*line).done()
    assert edited.json["counts"]["targets_kept"] == first["targets"] - 1
    assert "LAW23" in edited.json["counts"]["by_code"]
    assert regpol(*line, "--fresh").done().json["counts"]["targets_kept"] == 0


def test_one_region_with_its_own_law(regpol: Regpol) -> None:
    own = ("--regional", ROOT / "tests" / "fixtures" / "daerah" / "mataram")
    nation = regpol("law", "check", "--json").done().json["counts"]
    layered = regpol("law", "check", *own, "--json").done().json["counts"]
    mataram = regpol("law", "check", *own, "--region", "52.71", "--json").done().json["counts"]
    assert nation["targets"] < layered["targets"]
    assert mataram["situations"] < layered["situations"]


def test_a_number_that_is_none_is_refused(regpol: Regpol) -> None:
    assert regpol("law", "check", "--confirm", "banyak").refused()
