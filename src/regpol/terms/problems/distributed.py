"""What can be wrong with a clean register, and when one is decided on a distributed engine."""

from regpol.terms.problems.base import Problem


class ExtraMissing(Problem):
    """Pustaka tambahan yang diperlukan belum terpasang.

    Yang diperiksa: pustaka klien Spark ada sebelum sesuatu dibaca atau dikirim.
    Mengapa: pemasangan biasa sengaja kecil; Spark hanya perlu bagi yang datanya sudah berada di sebuah kluster.
    Contoh: ``regpol register decide people.parquet -o hasil --engine spark`` tanpa Spark
    Sebaiknya: ``./scripts/setup --spark`` sekali, lalu ulangi; atau tanpa ``--engine`` di satu komputer.
    """

    code = "CMD60"
    title = "pustaka tambahan belum terpasang"
    found = "{purpose} memerlukan {library}, yang tidak ada di sini"
    expected = "pemasangan regpol dengan tambahan {extra}"
    action = "jalankan ./scripts/setup --spark, atau pasang regpol[{extra}]; tanpa itu pakai mesin di satu komputer"
    purpose: str
    library: str
    extra: str


class ColumnUnfit(Problem):
    """Register bersih tidak berkolom sebagaimana mestinya.

    Yang diperiksa: kolom ``row`` dan ``kategori`` ada, dan tiap kolom fakta berjenis seperti di kosakata.
    Mengapa: register bersih diputus sebagaimana adanya; teks yang dikira bilangan jatuh ke keadaan yang salah.
    Contoh: kolom ``usia`` berisi teks
    Sebaiknya: kolom ``usia`` berjenis BIGINT, seperti yang ditulis pembersihan regpol
    """

    code = "CMD61"
    title = "kolom register tidak sesuai"
    found = "kolom {column}: {given}"
    expected = "{expected_type}"
    action = "bersihkan dahulu register itu dengan regpol, atau ubah jenis kolomnya di sumber data"
    column: str
    given: str
    expected_type: str


class PersonalColumn(Problem):
    """Register yang dikatakan bersih memuat NIK atau nama.

    Yang diperiksa: nama kolom yang menunjuk orang (nik, nama, no_kk, alamat, dan yang serupa).
    Mengapa: memutus tidak memerlukan NIK; yang tidak dikirim tidak dapat bocor dari catatan kluster.
    Contoh: kolom ``nik`` di samping ``row`` dan ``kategori``
    Sebaiknya: hanya nomor baris yang dikirim; NIK dan nama tinggal di daftar nama pada kantor sendiri
    """

    code = "CMD62"
    title = "register memuat data pribadi"
    found = "kolom {columns}"
    expected = "hanya row, orang, kategori, wilayah, tanggal, penghasilan, dan fakta; tanpa NIK dan nama"
    action = "buang kolom itu dari berkas yang dikirim; sambungkan hasilnya kembali lewat kolom row"
    columns: tuple[str, ...]


class ClusterUnreachable(Problem):
    """Kluster Spark tidak dapat dihubungi atau berhenti di tengah jalan.

    Yang diperiksa: sesi Spark terbuka dan setiap perintahnya selesai.
    Mengapa: hasil yang baru sebagian tidak boleh disangka lengkap, maka tidak ada yang ditinggalkan.
    Contoh: ``--remote sc://server:15002`` ketika peladennya mati
    Sebaiknya: alamat peladen Spark Connect yang hidup, atau ``--master local[*]``
    """

    code = "CMD63"
    title = "kluster Spark tidak menjawab"
    found = "{given}: {trouble}"
    expected = "sesi Spark yang terbuka sampai pekerjaan selesai"
    action = "periksa alamat dan catatan kluster, lalu ulangi; hasil yang belum lengkap sudah dibuang"
    given: str
    trouble: str


class RowsUnfit(Problem):
    """Baris register bersih tidak dapat diputus.

    Yang diperiksa: ``row`` terisi, ``kategori`` salah satu kode kategori, bilangan dan rupiah tidak di luar batas.
    Mengapa: baris yang gugur diam-diam membuat jumlah orang dan rupiah keliru tanpa ada yang tahu.
    Contoh: 12 baris dengan kategori yang bukan kode
    Sebaiknya: register yang sudah dibersihkan; baris yang ditolak pembersihan dilaporkan di sana
    """

    code = "CMD64"
    title = "baris register tidak dapat diputus"
    found = "{count} baris dengan {what}"
    expected = "{expected_value}"
    action = "bersihkan dahulu register itu; tidak ada baris yang diputus sebelum semuanya dapat diputus"
    count: int
    what: str
    expected_value: str


class CleanedForAnother(Problem):
    """Register bersih dibuat untuk wilayah atau hari yang lain.

    Yang diperiksa: wilayah dan hari yang dicatat ``regpol register clean`` di dalam berkasnya sama dengan pertanyaan.
    Mengapa: usia, masa SK, dan unit dihitung ketika dibersihkan; pada hari lain jawaban orang yang sama dapat lain.
    Contoh: dibersihkan untuk 2025-01-01, diputus untuk tahun anggaran 2026
    Sebaiknya: dibersihkan lagi dari register asal dengan ``--project`` atau ``--date`` yang sama
    """

    code = "CMD66"
    title = "register bersih untuk yang lain"
    found = "{what} {given}"
    expected = "{what} {wanted}"
    action = "bersihkan lagi register asalnya untuk {what} itu (regpol register clean), atau sebut {what} yang sama"
    what: str
    given: str
    wanted: str


class RowsLost(Problem):
    """Jumlah baris hasil tidak sama dengan jumlah baris register.

    Yang diperiksa: baris masuk = baris hasil, dihitung lagi dari berkas yang tertulis.
    Mengapa: berkas yang kurang sebaris pun tidak boleh dipakai menganggarkan.
    Contoh: 1.000.000 baris masuk, 999.998 baris tertulis
    Sebaiknya: kedua jumlah sama
    """

    code = "CMD65"
    title = "ada baris yang hilang"
    found = "{read} baris masuk, {written} baris tertulis"
    expected = "jumlah yang sama"
    action = "periksa apakah register berubah selagi dikerjakan, lalu ulangi; hasil yang kurang sudah dibuang"
    read: int
    written: int
