"""What can be wrong in the files of a rulebook, as a lawyer edits them."""

from regpol.terms.problems.base import Problem


class BrokenYaml(Problem):
    """Susunan berkas (YAML) tidak dapat dibaca.

    Yang diperiksa: tanda baca susunan: titik dua, tanda kutip, kurung, dan lekukan baris.
    Mengapa: satu tanda yang salah membuat seluruh berkas tidak terbaca.
    Contoh: ``usia: >=65``
    Sebaiknya: ``usia: paling sedikit 65``, atau beri tanda kutip pada teks yang memuat ``: `` atau diawali
    ``> < ! * & @ % |``.
    """

    code = "LAW01"
    title = "susunan berkas tidak terbaca"
    found = "{trouble}: {text}"
    expected = (
        "kunci, titik dua, spasi, lalu isinya; lekukan dengan spasi; teks yang memuat “: ” atau diawali "
        "> < ! * & @ % | diapit tanda kutip"
    )
    action = "perbaiki baris ini; selama baris ini rusak, sisa berkas belum diperiksa"
    trouble: str
    text: str


class DuplicateKey(Problem):
    """Kunci yang sama ditulis dua kali.

    Yang diperiksa: tiap kunci hanya sekali dalam satu kelompok.
    Mengapa: YAML biasa diam-diam memakai yang terakhir, sehingga satu ketentuan hilang tanpa jejak.
    Contoh: dua baris ``bukti:`` pada satu ketentuan.
    Sebaiknya: satukan, atau buat ketentuan kedua.
    """

    code = "LAW02"
    title = "kunci ganda"
    found = "“{key}” sudah ditulis pada baris {first_line}"
    expected = "satu “{key}” saja"
    action = "hapus salah satu, atau pindahkan ke ketentuan lain"
    key: str
    first_line: int


class UnknownKey(Problem):
    """Kunci yang tidak dikenal bentuk berkas ini.

    Yang diperiksa: tiap kunci ada dalam daftar kunci yang sah di tempat itu.
    Mengapa: kunci yang salah eja akan diabaikan, dan dengan itu isi hukumnya.
    Contoh: ``bilaa: {kategori: ketua_rt}``
    Sebaiknya: ``bila: {kategori: ketua_rt}``
    """

    code = "LAW03"
    title = "kunci tidak dikenal"
    found = "“{given}”"
    expected = "salah satu dari {known}"
    action = "perbaiki ejaannya{hint} atau hapus"
    given: str
    known: tuple[str, ...]


class MissingKey(Problem):
    """Kunci yang wajib ada tidak ditulis.

    Yang diperiksa: kunci wajib tiap bentuk: ketentuan tanpa bukti, kaidah tanpa penanggung, dan seterusnya.
    Mengapa: pernyataan hukum tanpa letak, bukti, atau subjek tidak dapat dipertanggungjawabkan.
    Contoh: ketentuan tanpa ``bukti``.
    Sebaiknya: ``bukti: sekunder`` dengan ``sumber: [..]``.
    """

    code = "LAW04"
    title = "kunci wajib tidak ada"
    found = "{where} tanpa “{key}”"
    expected = "“{key}”: {meaning}, misalnya {example}"
    action = "tambahkan “{key}”"
    where: str
    key: str
    meaning: str
    example: str


class BadValue(Problem):
    """Nilai tidak berbentuk seperti seharusnya.

    Yang diperiksa: tanggal, rupiah, persen, kode wilayah, ambang usia, dan bentuk lain.
    Mengapa: nilai yang ditafsirkan sendiri oleh program dapat berubah arti (0317 menjadi 207).
    Contoh: ``sebesar: 0.24``
    Sebaiknya: ``sebesar: "0,24 %"``
    """

    code = "LAW05"
    title = "nilai tidak sesuai bentuk"
    found = "“{given}”"
    expected = "{meaning}, misalnya {example}"
    action = "tulis ulang nilainya"
    given: str
    meaning: str
    example: str


class UnknownName(Problem):
    """Nama yang tidak ada dalam daftarnya.

    Yang diperiksa: tiap nama kategori, program, dana, fakta, sumber, peraturan, nilai, dan kaidah yang dirujuk.
    Mengapa: rujukan yang menggantung membuat kaidah tidak pernah berlaku atau tidak dapat ditelusuri.
    Contoh: ``bila: {kategori: ketua_rtt}``
    Sebaiknya: ``bila: {kategori: ketua_rt}``
    """

    code = "LAW06"
    title = "nama tidak dikenal"
    found = "{what} “{given}”"
    expected = "salah satu dari {known}"
    action = "perbaiki{hint}, atau tambahkan dahulu ke daftar {what}"
    what: str
    given: str
    known: tuple[str, ...]


class NotAChoice(Problem):
    """Kata di luar pilihan yang tersedia.

    Yang diperiksa: ``soal``, ``sifat``, ``bukti``, ``bacaan``, ``satuan``, dan kunci lain yang pilihannya tetap.
    Mengapa: program memperlakukan tiap pilihan menurut artinya; kata lain tidak mempunyai arti.
    Contoh: ``sifat: boleh``
    Sebaiknya: ``sifat: dapat``; arti tiap kata ada dalam ``docs/menulis-aturan.md``.
    """

    code = "LAW08"
    title = "kata di luar pilihan"
    found = "{what} “{given}”"
    expected = "salah satu dari {known}"
    action = "pakai salah satu kata itu{hint}; pilihan ini tetap dan tidak dapat ditambah"
    what: str
    given: str
    known: tuple[str, ...]


class WrongShape(Problem):
    """Bagian berkas berbentuk lain dari yang diharapkan.

    Yang diperiksa: teks, daftar, atau kelompok kunci berada di tempatnya.
    Mengapa: biasanya karena lekukan baris keliru, sehingga isi jatuh ke kelompok lain.
    Contoh: ``kaidah: nama`` (teks), padahal kaidah adalah daftar.
    Sebaiknya: ``kaidah:`` lalu baris-baris yang diawali ``-``.
    """

    code = "LAW07"
    title = "bentuk keliru"
    found = "{given}"
    expected = "{shape}"
    action = "periksa lekukan baris, tanda “-”, dan kurung; contoh tiap bentuk ada dalam docs/menulis-aturan.md"
    given: str
    shape: str


class DuplicateName(Problem):
    """Nama dipakai dua kali.

    Yang diperiksa: nama peraturan, kaidah, nilai, dan pernyataan diam bersifat tunggal.
    Mengapa: rujukan kepada nama ganda tidak menunjuk satu hal.
    Contoh: dua kaidah ``kades-berhak`` dalam satu peraturan.
    Sebaiknya: ``kades-berhak`` dan ``perangkat-berhak``.
    """

    code = "LAW09"
    title = "nama ganda"
    found = "{what} “{name}” sudah ada di {first}"
    expected = "nama yang berbeda"
    action = "ganti salah satu nama"
    what: str
    name: str
    first: str


class OverlappingValues(Problem):
    """Dua nilai berlaku pada hari yang sama.

    Yang diperiksa: deret nilai bertanggal tidak tumpang tindih untuk kunci yang sama.
    Mengapa: dua tarif pada satu hari tidak dapat dihitung.
    Contoh: ``sejak: 2024-03-01`` dan baris lain tanpa ``sampai``.
    Sebaiknya: tutup baris lama dengan ``sampai: 2024-02-29``.
    """

    code = "LAW10"
    title = "masa berlaku tumpang tindih"
    found = "nilai “{name}” juga ditetapkan di {other} untuk hari yang sama"
    expected = "satu nilai untuk tiap hari"
    action = "isi “sampai” pada baris yang lama"
    name: str
    other: str


class WithoutSource(Problem):
    """Pernyataan hukum tanpa sumber.

    Yang diperiksa: bukti di atas ``tidak_ditemukan`` disertai sumber; ``tidak_ditemukan`` tidak memuat norma.
    Mengapa: pembaca harus dapat memeriksa sendiri, dan yang tidak ditemukan tidak boleh dikarang.
    Contoh: ``bukti: sekunder`` tanpa ``sumber``.
    Sebaiknya: ``sumber: [kode_sumber]`` yang terdaftar dalam ``rules/sumber.yaml``.
    """

    code = "LAW11"
    title = "tanpa sumber"
    found = "{claim}"
    expected = "{rule}"
    action = "tambahkan sumber, atau turunkan bukti menjadi tidak_ditemukan dengan sifat belum_terbaca"
    claim: str
    rule: str


class ExceptionToHigherNorm(Problem):
    """Pengecualian terhadap norma yang lebih tinggi.

    Yang diperiksa: ``mengecualikan`` hanya menunjuk norma setingkat atau lebih rendah.
    Mengapa: peraturan menteri tidak dapat mengecualikan undang-undang, kecuali undang-undang itu memerintahkannya.
    Contoh: kaidah permen mengecualikan kaidah UU.
    Sebaiknya: hapus ``mengecualikan``; bila ada pendelegasian, catat pada norma yang mendelegasikan.
    """

    code = "LAW12"
    title = "pengecualian terhadap norma lebih tinggi"
    found = "{rule} ({lower}) mengecualikan {target} ({higher})"
    expected = "pengecualian hanya terhadap norma setingkat atau lebih rendah"
    action = "hapus “mengecualikan”, biarkan jenjang norma yang menentukan"
    rule: str
    lower: str
    target: str
    higher: str


class ForbiddenYaml(Problem):
    """Ciri YAML yang tidak dipakai di sini.

    Yang diperiksa: tidak ada tag (``!x``), jangkar (``&x``), alias (``*x``), kunci gabung (``<<``), atau dokumen kedua.
    Mengapa: ciri itu membuat isi tampak berbeda dari yang tertulis.
    Contoh: ``usia: !=65``
    Sebaiknya: dua syarat, ``[{usia: paling banyak 64}, {usia: paling sedikit 66}]``, atau teks dalam tanda kutip.
    """

    code = "LAW13"
    title = "ciri YAML terlarang"
    found = "{feature}"
    expected = "teks, daftar, dan kelompok kunci biasa"
    action = "tulis isinya langsung; teks dengan tanda khusus diapit tanda kutip"
    feature: str


class BackwardValidity(Problem):
    """Masa berlaku berakhir sebelum dimulai.

    Yang diperiksa: ``sejak`` tidak sesudah ``sampai``, juga setelah dibatasi oleh masa berlaku peraturannya.
    Mengapa: norma demikian tidak pernah berlaku.
    Contoh: ``{sejak: 2025-01-01, sampai: 2024-12-31}``
    Sebaiknya: periksa tahun.
    """

    code = "LAW14"
    title = "masa berlaku terbalik"
    found = "{validity}"
    expected = "hari awal tidak sesudah hari akhir"
    action = "periksa tanggal pada baris ini dan pada peraturannya"
    validity: str


class UnreadableFile(Problem):
    """Berkas tidak dapat dibuka.

    Yang diperiksa: berkas ada, boleh dibaca, berukuran wajar, dan berupa teks UTF-8.
    Mengapa: tanpa berkas ini buku aturan tidak lengkap.
    Contoh: berkas disimpan sebagai "ANSI" oleh penyunting teks.
    Sebaiknya: simpan ulang sebagai UTF-8.
    """

    code = "LAW15"
    title = "berkas tidak terbaca"
    found = "{trouble}"
    expected = "berkas teks UTF-8 paling besar 20 MB"
    action = "periksa letak, izin, dan cara simpan berkas"
    trouble: str


class Circle(Problem):
    """Rujukan berputar.

    Yang diperiksa: induk kategori, jenjang norma, dan pengecualian tidak kembali ke dirinya.
    Mengapa: lingkaran tidak memberi urutan.
    Contoh: kategori a berinduk b, b berinduk a.
    Sebaiknya: tentukan mana yang lebih umum.
    """

    code = "LAW16"
    title = "rujukan berputar"
    found = "{path}"
    expected = "rangkaian yang berujung"
    action = "putuskan salah satu rujukan"
    path: str


class NotApplicable(Problem):
    """Kunci yang tidak boleh berada bersama kunci lain.

    Yang diperiksa: ``skema`` hanya bersama ``di_luar``; ketentuan yang tidak dimodelkan tanpa kaidah.
    Mengapa: kunci yang tidak terbaca menyesatkan penyunting berikutnya.
    Contoh: ``sifat: wajib`` dengan ``skema: Taspen``.
    Sebaiknya: hapus ``skema``.
    """

    code = "LAW17"
    title = "kunci tidak pada tempatnya"
    found = "{what}"
    expected = "{rule}"
    action = "hapus kunci itu atau perbaiki pasangannya"
    what: str
    rule: str
