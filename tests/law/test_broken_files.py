"""The mistakes people make in rule files, each with the message that must lead them out of it."""

import shutil
from pathlib import Path

import pytest
from bad_rulebook import BAD, SOUND, problems_in, problems_of

# file, code, line, words of the message
MISTAKES = [
    ("alias", "LAW13", 17, "alias *rt"),
    ("ambang-terbalik", "LAW05", 16, "“65 sampai 64”"),
    ("baris-nilai-tanpa-jumlah", "LAW04", 17, "tanpa “sebesar”"),
    ("berlaku-tanpa-kunci", "LAW07", 6, "dengan kunci sejak, sampai, tahun_anggaran"),
    ("bukan-angka", "LAW05", 16, "“bukan 65”"),
    ("bukan-utf8", "LAW15", 0, "bukan UTF-8 (byte ke-48)"),
    ("bukti-tak-dikenal", "LAW08", 11, "maksudnya “sekunder”?"),
    ("daftar-kosong", "LAW07", 17, "sedikitnya satu butir"),
    ("dana-tak-dikenal", "LAW06", 17, "dana “apbdd”"),
    ("delegasi-tanpa-nomor", "LAW05", 6, "misalnya UU 23/2014 Pasal 308"),
    ("delegasi-tidak-dimuat", "LAW06", 6, "peraturan “UU 2/2020”"),
    ("dicabut-berupa-teks", "LAW07", 6, "dengan kunci oleh, sejak"),
    ("dicabut-oleh-yang-tidak-ada", "LAW06", 6, "peraturan “PP 37/2023”"),
    ("dokumen-kedua", "LAW13", 18, "dokumen kedua (---)"),
    ("dua-ambang", "LAW05", 16, "satu ambang"),
    ("dua-kesalahan-sekaligus", "LAW03", 20, "“bilaa”"),
    ("dua-kesalahan-sekaligus", "LAW06", 17, "dana “apbdd”"),
    ("fakta-tak-dikenal", "LAW06", 16, "fakta “umur”"),
    ("huruf-besar", "LAW06", 16, "(maksudnya “ketua_rt”?)"),
    ("jangkar", "LAW13", 16, "jangkar &rt"),
    ("jatuh-keluar", "LAW07", 13, "periksa lekukan baris"),
    ("jenis-tak-dikenal", "LAW06", 2, "maksudnya “permen”"),
    ("kaidah-bukan-kelompok", "LAW07", 14, "teks “ketua RT boleh dibayar dari APBD”"),
    ("kategori-tak-dikenal", "LAW06", 16, "maksudnya “ketua_rt”"),
    ("kategori-tanpa-kurung", "LAW06", 17, "ditulis dalam kurung siku: [ketua_rt, ketua_rw]"),
    ("keringanan-dalam-rupiah", "LAW17", 12, "nilai bersatuan persen"),
    ("kontrak-tanpa-lapis", "LAW17", 9, "“lapis” dan “ukuran”"),
    ("kosong", "LAW07", 0, "berkas kosong"),
    ("kunci-baris-hilang", "LAW17", 17, "“kunci: [kelompok_risiko]”"),
    ("kunci-ganda", "LAW02", 12, "“bukti” sudah ditulis pada baris 11"),
    ("kutip-miring", "LAW13", 3, "tanda kutip melengkung pada “233”"),
    ("kutip-tidak-ditutup", "LAW01", 10, "tanda kutip atau kurung yang tidak ditutup"),
    ("lebih-besar", "LAW01", 17, "usia: >=65"),
    ("lekuk-dengan-tab", "LAW01", 15, "lekukan dengan tab; pakai spasi"),
    ("manfaat-tanpa-nilai", "LAW04", 17, "nilai yang menyebut besarnya"),
    ("membaca-diri", "LAW16", 14, "segmen → segmen"),
    ("mengecualikan-diri", "LAW16", 17, "mengecualikan-diri/lain → … → mengecualikan-diri/contoh"),
    ("mengecualikan-tanpa-berkas", "LAW06", 17, "maksudnya “uu-1-2020/dua-program”"),
    ("mengecualikan-uu", "LAW12", 17, "(Peraturan Menteri) mengecualikan uu-1-2020/dua-program (Undang-Undang)"),
    ("mengecualikan-yang-tidak-ada", "LAW06", 17, "maksudnya “uu-1-2020/dua-program”"),
    ("mengubah-yang-tidak-ada", "LAW06", 7, "maksudnya “UU 1/2020”?"),
    ("nama-ganda", "LAW09", 18, "“nama-ganda/contoh” sudah ada"),
    ("nilai-ditulis-dalam-kaidah", "LAW03", 17, "“sebesar”"),
    ("nilai-milik-peraturan-lain", "LAW09", 48, "nilai “pu_jkk” sudah ada"),
    ("nilai-salah-eja-iuran", "LAW06", 26, "maksudnya “tarif_223”"),
    ("nilai-salah-eja-kaidah", "LAW06", 17, "maksudnya “pu_jkk”"),
    ("nilai-tanpa-deret", "LAW04", 9, "atau bukti tidak_ditemukan"),
    ("nilai-tumpang-tindih", "LAW10", 17, "isi “sampai” pada baris yang lama"),
    ("pecahan-dan-persen", "LAW05", 17, "bukan pecahan"),
    ("penanggung-tak-dikenal", "LAW06", 26, "pihak “pemda”"),
    ("peristiwa-tak-dikenal", "LAW06", 10, "maksudnya “meninggal”?"),
    ("rentang-terbalik", "LAW14", 17, "antara 1 Juni 2023 dan 1 Mei 2023"),
    ("rupiah-dengan-koma", "LAW05", 17, "misalnya Rp6.800"),
    ("salah-eja", "LAW03", 16, "maksudnya “bila”"),
    ("salah-lekuk", "LAW01", 17, "lekukan"),
    ("satuan-tak-dikenal", "LAW08", 14, "hari_kerja, bulan"),
    ("sifat-tak-dikenal", "LAW08", 17, "wajib, berhak, dapat"),
    ("sifat-teks-dan-kaidah", "LAW17", 9, "sifat_teks bersama kaidah"),
    ("skema-tanpa-di-luar", "LAW17", 17, "skema hanya bersama di_luar"),
    ("soal-tak-dikenal", "LAW08", 15, "maksudnya “pendanaan”"),
    ("sumber-bukan-daftar", "LAW07", 12, "daftar, misalnya ["),
    ("sumber-tak-dikenal", "LAW06", 12, "sumber “cntoh”"),
    ("syarat-berupa-kalimat", "LAW07", 16, "teks “kategori = ketua_rt”"),
    ("syarat-tanpa-ambang", "LAW17", 17, "“paling_sedikit” atau “kurang_dari”"),
    ("tafsir-tanpa-sumber", "LAW04", 17, "kode sumber tempat tafsir itu dibaca"),
    ("tag", "LAW01", 16, "!=65"),
    ("tag-di-baris-sendiri", "LAW13", 17, "tag !=65"),
    ("tahun-anggaran-dengan-kata", "LAW05", 16, "tahun anggaran dengan angka"),
    ("tahun-anggaran-dengan-ta", "LAW05", 16, "misalnya 2022 sampai 2024"),
    ("tahun-terpotong", "LAW05", 4, "“22”"),
    ("tanda-lebih-besar", "LAW05", 16, "misalnya paling sedikit 65"),
    ("tanggal-31-februari", "LAW05", 6, "tanggal yang ada dalam kalender"),
    ("tanggal-dengan-garis-miring", "LAW05", 6, "misalnya 2024-04-25"),
    ("tanggal-dengan-kata", "LAW05", 6, "misalnya 2024-04-25"),
    ("tanggal-tak-ada", "LAW05", 7, "“2024-13-01”"),
    ("tanpa-bukti", "LAW04", 9, "tambahkan “bukti”"),
    ("tanpa-letak", "LAW04", 9, "misalnya Pasal 26 ayat (3) huruf c"),
    ("tanpa-peraturan", "LAW07", 1, "dengan kunci peraturan, jenis"),
    ("tanpa-siapa", "LAW04", 17, "pihak yang diberi hak atau kewajiban"),
    ("tanpa-sifat", "LAW04", 17, "tanpa “sifat”"),
    ("tanpa-sisa", "LAW05", 16, "“kategori: bukan pekerja”"),
    ("tanpa-spasi-setelah-titik-dua", "LAW01", 11, "titik dua tanpa spasi"),
    ("tanpa-sumber", "LAW11", 9, "ketentuan Pasal 1"),
    ("tarif-bertitik", "LAW05", 16, "misalnya 0,24 %"),
    ("tarif-di-atas-seratus", "LAW05", 16, "“240 %”"),
    ("tarif-negatif", "LAW05", 17, "dari 0 sampai 100"),
    ("tarif-pecahan", "LAW05", 16, "“0.0024”"),
    ("tarif-tanpa-persen", "LAW05", 17, "misalnya 0,30 %"),
    ("tarif-tertukar-rupiah", "LAW05", 17, "“Rp6.800”"),
    ("terbalik", "LAW14", 7, "sejak 1 Januari 2025, sampai 31 Desember 2024"),
    ("tidak-ditemukan", "LAW11", 16, "atas naskah yang tidak ditemukan"),
    ("titik-dua", "LAW01", 10, "titik dua"),
    ("usia-dengan-kata-lain", "LAW05", 16, "satu ambang: kurang dari"),
    ("wilayah-keliru", "LAW05", 7, "nasional atau kode wilayah dalam tanda kutip"),
]

SHARE = """- program: jkk
  segmen: pu
  letak: Pasal 6
  bukti: cermin
  sumber: [contoh]
  dasar: upah
  bagian: [{penanggung: daerah, nilai: pu_jkk}]
"""
SECOND_KUA = (
    "  - {kode: kua, jalur: apbd, nama: x, guna: x, langkah: [{nama: y, tanpa_tenggat: x, "
    "ketentuan: UU 1/2020 Pasal 1, isi: z, bukti: tidak_ditemukan}]}\n  keterangan:"
)
# list, what stands there, what someone wrote instead, code, line, words
LIST_MISTAKES = [
    ("kosakata/kategori", "{nama: Pekerja}", "{nama: Pekerja, induk: ketua_rt}", "LAW16", 2, "pekerja"),
    ("kosakata/kategori", "induk: pengurus}", "induk: penguruss}", "LAW06", 4, "maksudnya “pengurus”?"),
    ("kosakata/kategori", "mandiri,", "mandiri, menyiratkan: {bentuk: desa},", "LAW06", 6, "fakta “bentuk”"),
    ("kosakata/kategori", "mandiri,", "mandiri, menyiratkan: {bentuk_unit: rt},", "LAW06", 6, "bentuk unit “rt”"),
    ("kosakata/jenjang", "di_bawah: [uu]", "di_bawah: [uu, se]", "LAW16", 3, "pp → se → permen → pp"),
    ("kosakata/istilah", "dokumen:", "dokumenn:", "LAW04", 0, "tanpa “dokumen”"),
    ("kosakata/istilah", "jkk: {", "it's: {", "LAW05", 10, "“it's”"),
    ("kosakata/istilah", "pemilik: daerah", "pemilik: desa", "LAW06", 13, "pihak “desa”"),
    ("kosakata/fakta", "pilihan: [desa, kelurahan], ", "", "LAW04", 8, "tanpa “pilihan”"),
    ("kosakata/fakta", "satuan: tahun", "pilihan: [1, 2]", "LAW17", 5, "pilihan hanya pada kode"),
    ("kosakata/fakta", "asal: soal, soal: segmen", "asal: soal", "LAW04", 4, "tanpa “soal”"),
    ("diam", "[UU 1/2020]", "[UU 1/2021]", "LAW06", 6, "peraturan “UU 1/2021”"),
    ("diam", "[UU 1/2020]", "[]", "LAW07", 6, "daftar kosong"),
    ("sumber", "jenis: contoh", "jenis: cntoh", "LAW08", 2, "maksudnya “contoh”?"),
    ("upah-minimum", "Rp2.859.620", "2.859.620", "LAW05", 2, "“2.859.620”"),
    ("upah-minimum", '"52", tahun: "2025"', '"52.71", tahun: 2024 sampai 2026', "LAW10", 3, "upah-minimum.yaml:2"),
    ("peraturan/uu-1-2020", "{kelompok_risiko: rendah, ", "{", "LAW17", 56, "pada setiap baris"),
    ("peraturan/uu-1-2020", "  kunci: [kelompok_risiko]\n", "", "LAW17", 55, "pada setiap baris"),
    ("peraturan/uu-1-2020", "kunci: [kelompok_risiko]", "kunci: [kelompok]", "LAW06", 54, "kunci “kelompok”"),
    ("peraturan/uu-1-2020", "dasar: upah", "dasar: nominal", "LAW17", 75, "nilai pu_jkk bersatuan persen"),
    ("peraturan/uu-1-2020", "iuran:\n", "iuran:\n" + SHARE, "LAW10", 75, "uu-1-2020.yaml:68"),
    ("rekening", "lemah", "resmi_sekali", "LAW08", 2, "bukti “resmi_sekali”"),
    ("kalender", "jalur: apbd\n", "jalur: abpd\n", "LAW08", 4, "maksudnya “apbd”?"),
    ("kalender", "bulan: Juli", "bulan: July", "LAW08", 9, "maksudnya “Juli”"),
    ("kalender", "minggu: 2}", "minggu: 6}", "LAW05", 9, "bilangan 1 sampai 4"),
    ("kalender", "minggu: 2}", "minggu: 2, hari: 9}", "BUD41", 9, "hari dan minggu disebut bersama"),
    ("kalender", "minggu: 2}", "minggu: 2, hari_kerja_sebelumnya: 60}", "BUD41", 9, "dari sebuah minggu"),
    ("kalender", "Juli, minggu: 2}", "Juni, hari: 31}", "BUD41", 9, "tidak ada dalam bulannya"),
    ("kalender", "      tanpa_tenggat: contoh\n", "", "BUD42", 14, "“Rancangan disepakati” tidak menyebut tenggat"),
    ("kalender", "tanpa_tenggat: contoh", "tenggat: {tahun: berjalan, bulan: Mei}", "BUD40", 15, "tidak ditemukan"),
    ("kalender", "bukti: cermin\n      sumber: [contoh]\n", "bukti: cermin\n", "LAW11", 8, "langkah Kepala daerah"),
    ("kalender", "ketentuan: UU 1/2020 Pasal 1", "ketentuan: Pasal 1", "LAW05", 10, "misalnya UU 23/2014 Pasal 308"),
    ("kalender", "[contoh]}", "[cntoh]}", "LAW06", 20, "sumber “cntoh”"),
    ("kalender", "guna: contoh", "gunaa: contoh", "LAW03", 6, "maksudnya “guna”"),
    (
        "kalender",
        "  keterangan:",
        SECOND_KUA,
        "LAW09",
        19,
        "pintu “kua” sudah ada",
    ),
]


@pytest.mark.parametrize(("name", "code", "line", "words"), MISTAKES, ids=[f"{row[0]} {row[1]}" for row in MISTAKES])
def test_a_mistake_is_told_where_it_stands(name: str, code: str, line: int, words: str, tmp_path: Path) -> None:
    problems = problems_of(tmp_path / "rules", [BAD / f"{name}.yaml"])
    told = [problem for problem in problems if problem.code == code and words in str(problem)]
    assert line in [problem.place.line for problem in told], "\n".join(map(str, problems))
    assert f"{name}.yaml" in str(told[0])


def test_every_broken_file_is_in_the_table() -> None:
    assert {path.stem for path in BAD.iterdir()} == {row[0] for row in MISTAKES}


def test_all_mistakes_of_a_rulebook_written_in_a_hurry_are_told_in_one_run(tmp_path: Path) -> None:
    """Every broken regulation and a slip in each file beside them, together in one rulebook.

    Only the vocabulary and the sources stay sound: without them nobody can say what a name in a rule means.
    """
    by_file = {row[0]: row for row in LIST_MISTAKES if not row[0].startswith(("kosakata/", "sumber"))}
    slips = by_file.values()
    problems = problems_of(tmp_path / "rules", BAD.iterdir(), [row[:3] for row in slips])
    told = [(problem.code, str(problem)) for problem in problems]
    wanted = [(code, f"{name}.yaml", words) for name, code, _, words in MISTAKES]
    wanted += [(code, f"{name}.yaml", words) for name, _, _, code, _, words in slips]
    unseen = [it for it in wanted if not any(it[0] == c and it[1] in text and it[2] in text for c, text in told)]
    assert not unseen
    assert len(wanted) >= 90
    assert list(problems) == sorted(problems, key=lambda problem: problem.place)


@pytest.mark.parametrize(("name", "old", "new", "code", "line", "words"), LIST_MISTAKES)
def test_a_mistake_in_a_list_is_told_where_it_stands(
    name: str, old: str, new: str, code: str, line: int, words: str, tmp_path: Path
) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    path = tmp_path / "rules" / f"{name}.yaml"
    written = path.read_text(encoding="utf-8")
    assert old in written
    path.write_text(written.replace(old, new, 1), encoding="utf-8")
    problems = problems_in(tmp_path / "rules")
    told = [p for p in problems if (p.code, p.place.line) == (code, line) and words in str(p)]
    assert told, "\n".join(map(str, problems))


def test_a_missing_list_is_told(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    (tmp_path / "rules" / "diam.yaml").unlink()
    assert [(p.code, p.place.file) for p in problems_in(tmp_path / "rules")] == [("LAW15", "rules/diam.yaml")]


def test_an_unread_regulation_is_not_blamed_on_those_who_cite_it(tmp_path: Path) -> None:
    shutil.copytree(SOUND, tmp_path / "rules")
    (tmp_path / "rules" / "peraturan" / "uu-1-2020.yaml").write_text("peraturan: [", encoding="utf-8")
    assert {p.place.file for p in problems_in(tmp_path / "rules")} == {"rules/peraturan/uu-1-2020.yaml"}


def test_the_sound_rulebook_is_sound() -> None:
    assert problems_in(SOUND) == ()
