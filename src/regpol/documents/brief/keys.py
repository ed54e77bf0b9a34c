"""The keys by which templates attach legal bases to clauses: ``^[iuran:tenggat]``.

`KEYS` lists every fixed key the shipped templates use and what belongs there; `FAMILIES` lists the keys
made of a prefix and a code of the brief. A key without a `Basis` in the brief leaves the clause standing,
marked as resting on nothing yet, and lands on the work list. A key that is neither expected here nor in
the bases is a misspelling and refuses the draft (DOC09).
"""

from regpol.documents.brief.paper import Filled

KEYS: dict[str, str] = {
    "menimbang:inpres": "instruksi yang meminta daerah mengoptimalkan program (hanya untuk Menimbang)",
    "definisi:pemerintahan": "batasan Daerah, Pemerintah Daerah, kepala daerah, perangkat daerah",
    "definisi:desa": "batasan desa atau sebutan setempat, kepalanya, dan badan permusyawaratannya",
    "definisi:bpjs": "batasan BPJS Ketenagakerjaan sebagai badan hukum publik",
    "definisi:program": "program jaminan sosial yang diselenggarakan BPJS Ketenagakerjaan",
    "definisi:jkk": "batasan jaminan kecelakaan kerja",
    "definisi:jkm": "batasan jaminan kematian",
    "definisi:jht": "batasan jaminan hari tua",
    "definisi:jp": "batasan jaminan pensiun",
    "definisi:peserta": "batasan peserta jaminan sosial",
    "definisi:penerima_upah": "batasan peserta penerima upah",
    "definisi:bukan_penerima_upah": "batasan peserta bukan penerima upah",
    "definisi:iuran": "batasan iuran",
    "definisi:nik": "batasan nomor induk kependudukan",
    "definisi:data_pribadi": "batasan data pribadi",
    "kriteria:usia": "batas usia masuk",
    "kriteria:ganda": "satu orang pada segmen yang sama tidak didaftarkan dua kali",
    "kriteria:asn": "aparatur sipil negara di luar penyelenggaraan BPJS Ketenagakerjaan",
    "manfaat": "manfaat program menurut peraturan pemerintah",
    "iuran:perubahan": "besaran iuran mengikuti perubahan peraturan pemerintah",
    "iuran:dasar_upah": "upah yang menjadi dasar penghitungan iuran",
    "iuran:tenggat": "tenggat penyetoran iuran setiap bulan",
    "iuran:potong": "bagian iuran pekerja dipotong dan disetor pemberi kerja",
    "iuran:tunggakan": "akibat iuran yang tidak dibayar",
    "iuran:restitusi": "pengembalian kelebihan pembayaran iuran",
    "pendaftaran:kewajiban": "kewajiban mendaftarkan dan memberikan data yang lengkap dan benar",
    "pendaftaran:formulir": "formulir pendaftaran",
    "pendaftaran:mulai": "saat perlindungan mulai berlaku",
    "pendaftaran:perubahan": "tenggat melaporkan perubahan data",
    "dana:penganggaran": "pedoman penyusunan APBD tahun yang bersangkutan",
    "dana:kemampuan": "penganggaran menurut kemampuan keuangan daerah",
    "klaim:lapor": "pelaporan kecelakaan kerja dan kematian",
    "tugas:kepala_daerah": "kewenangan kepala daerah menetapkan peraturan pelaksanaan",
    "tugas:camat": "tugas camat",
    "tugas:lurah": "tugas lurah",
    "data:pribadi": "pelindungan data pribadi: dasar pemrosesan, kewajiban pengendali",
    "data:insiden": "pemberitahuan kegagalan pelindungan data pribadi",
    "pembinaan": "pembinaan dan pengawasan",
    "pelaporan": "laporan berkala",
    "kerja_sama:dasar": "kerja sama daerah: bentuk naskah dan siapa yang menandatangani",
    "kerja_sama:anggaran": "belanja daerah hanya atas dasar dokumen perencanaan dan penganggaran",
    "bpjs:badan_hukum": "kedudukan BPJS Ketenagakerjaan sebagai badan hukum publik",
    "perda:pembentukan": "kewenangan membentuk peraturan daerah dengan persetujuan bersama",
    "perda:asas": "asas yang boleh disebut dalam peraturan daerah",
    "perdes:pengundangan": "pengundangan peraturan desa dan peraturan kepala desa",
    "sanksi:pemberi_kerja": "sanksi administratif bagi pemberi kerja selain penyelenggara negara",
    "sanksi:pemerintah_daerah": "sanksi yang dikenakan pemerintah daerah atas permintaan BPJS",
    "sanksi:tata_cara": "tata cara mengenakan sanksi administratif",
    "perkada:berlaku": "pengundangan dan mulai berlakunya peraturan kepala daerah",
}

FAMILIES: dict[str, str] = {
    "kepesertaan": "boleh atau wajibnya {name} menjadi peserta",
    "segmen": "segmen kepesertaan {name}",
    "program": "program {name} bagi peserta",
    "iuran": "besaran dan penanggung iuran {name}",
    "dana": "{name} boleh membayar iuran",
    "kebijakan": "norma yang memberi ruang bagi pilihan kebijakan: {name}",
}
"""Prefix of the key; behind the colon stands the code of a category (the first two), a programme (the
next two), a fund or a choice, whose name the text is filled with."""


def expected_keys(brief: Filled) -> dict[str, str]:
    """Every key a template may use with this brief, and what belongs there."""
    families = {
        f"{family}:{code}": FAMILIES[family].format(name=name)
        for family, known in brief.named.items()
        for code, name in known.items()
    }
    return KEYS | families
