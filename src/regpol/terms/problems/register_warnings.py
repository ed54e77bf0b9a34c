"""What deserves a look in a row that is decided all the same."""

from typing import ClassVar

from regpol.terms.problems.base import Owner, Problem, Severity


class RowWarning(Problem):
    """The row is kept; somebody should look at it."""

    severity: ClassVar[Severity] = Severity.WARNING
    owner: ClassVar[Owner]


class FactMissing(RowWarning):
    """Keterangan orang tidak ada.

    Yang diperiksa: kolom yang dibaca aturan terisi.
    Mengapa: keterangan yang kosong bukan "tidak"; jawabannya dapat menjadi "fakta kurang".
    Contoh: kolom penghasilan kosong pada sebagian baris.
    Sebaiknya: lengkapi keterangannya bila jawabannya bergantung padanya.
    """

    code: ClassVar[str] = "REG40"
    owner: ClassVar[Owner] = Owner.VILLAGE
    severity: ClassVar[Severity] = Severity.NOTE
    title: ClassVar[str] = "keterangan kosong"
    found: ClassVar[str] = "kolom {column} kosong"
    expected: ClassVar[str] = "isi yang diketahui, atau kosong bila memang belum diketahui"
    action: ClassVar[str] = "lengkapi bila jawabannya “fakta kurang”"
    column: str


class ValueUnreadable(RowWarning):
    """Isi sel tidak terbaca.

    Yang diperiksa: isi sel sesuai dengan jenis kolomnya.
    Mengapa: isi yang tidak terbaca dianggap belum diketahui, tidak ditebak.
    Contoh: kolom Honor berisi "sesuai SK".
    Sebaiknya: tulis isi yang sesuai, misalnya 1.500.000.
    """

    code: ClassVar[str] = "REG41"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "isi tidak terbaca"
    found: ClassVar[str] = "isi kolom {column} tidak terbaca sebagai {kind}; dianggap belum diketahui"
    expected: ClassVar[str] = "{example}"
    action: ClassVar[str] = "perbaiki isi sel itu"
    column: str
    kind: str
    example: str


class BirthDateDiffers(RowWarning):
    """Tanggal lahir berbeda dari NIK.

    Yang diperiksa: tanggal lahir pada kolomnya sama dengan yang terkandung dalam NIK.
    Mengapa: salah satunya salah, dan usia menentukan jawaban.
    Contoh: hari dan bulan tertukar.
    Sebaiknya: cocokkan dengan KTP. Yang dipakai ialah isi kolom.
    """

    code: ClassVar[str] = "REG42"
    owner: ClassVar[Owner] = Owner.POPULATION_OFFICE
    title: ClassVar[str] = "tanggal lahir berbeda dari NIK"
    found: ClassVar[str] = "tanggal pada kolom {column} tidak sama dengan yang terkandung dalam NIK{swapped}"
    expected: ClassVar[str] = "tanggal yang sama; NIK lama kadang memuat tanggal yang keliru"
    action: ClassVar[str] = "cocokkan dengan KTP; sementara ini dipakai isi kolom"
    column: str
    swapped: str = ""


class BirthDateFromNik(RowWarning):
    """Tanggal lahir diambil dari NIK.

    Yang diperiksa: tanggal lahir terisi dan terbaca.
    Mengapa: tanggal dalam NIK hanya memuat dua angka tahun.
    Contoh: kolom Tgl Lahir kosong.
    Sebaiknya: isi tanggal lahir dari KTP.
    """

    code: ClassVar[str] = "REG43"
    owner: ClassVar[Owner] = Owner.VILLAGE
    severity: ClassVar[Severity] = Severity.NOTE
    title: ClassVar[str] = "tanggal lahir dari NIK"
    found: ClassVar[str] = "tanggal lahir kosong atau tidak terbaca; dipakai tanggal yang terkandung dalam NIK"
    expected: ClassVar[str] = "tanggal lahir pada kolomnya"
    action: ClassVar[str] = "isi tanggal lahir dari KTP"


class SexDiffers(RowWarning):
    """Jenis kelamin berbeda dari NIK.

    Yang diperiksa: jenis kelamin sama dengan yang terkandung dalam NIK (hari + 40 bagi perempuan).
    Mengapa: perbedaan ini sering berarti NIK milik orang lain.
    Contoh: NIK istri tertulis pada baris suami.
    Sebaiknya: cocokkan dengan KTP.
    """

    code: ClassVar[str] = "REG44"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "jenis kelamin berbeda dari NIK"
    found: ClassVar[str] = "kolom {column} tidak sama dengan yang terkandung dalam NIK"
    expected: ClassVar[str] = "L bagi laki-laki, P bagi perempuan, sama dengan NIK"
    action: ClassVar[str] = "cocokkan dengan KTP; mungkin NIK milik anggota keluarga lain"
    column: str


class NikFromElsewhere(RowWarning):
    """NIK diterbitkan di daerah lain.

    Yang diperiksa: enam digit pertama NIK termasuk wilayah register ini.
    Mengapa: penduduk boleh pindah dan NIK tetap; tetapi salah ketik juga tampak di sini.
    Contoh: awalan 3273 (Kota Bandung) dalam register Kota Mataram.
    Sebaiknya: cukup periksa bila orang itu seharusnya penduduk asli.
    """

    code: ClassVar[str] = "REG45"
    owner: ClassVar[Owner] = Owner.POPULATION_OFFICE
    severity: ClassVar[Severity] = Severity.NOTE
    title: ClassVar[str] = "NIK dari daerah lain"
    found: ClassVar[str] = "awalan NIK bukan wilayah {region}"
    expected: ClassVar[str] = "NIK tetap sama sesudah pindah; ini hanya untuk diperiksa"
    action: ClassVar[str] = "periksa bila orang itu tidak pernah pindah"
    region: str


class NikStoredAsNumber(RowWarning):
    """Digit terakhir NIK mungkin hilang.

    Yang diperiksa: NIK yang disimpan sebagai bilangan tidak berakhir dengan 0.
    Mengapa: Excel hanya menyimpan 15 angka; digit keenam belas diganti 0.
    Contoh: NIK diketik pada sel berformat Umum.
    Sebaiknya: cocokkan digit terakhir dengan KTP, lalu simpan kolomnya sebagai Teks.
    """

    code: ClassVar[str] = "REG46"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "NIK tersimpan sebagai angka"
    found: ClassVar[str] = "kolom {column} berisi bilangan; Excel mungkin mengganti digit keenam belas"
    expected: ClassVar[str] = "16 digit, disimpan sebagai teks"
    action: ClassVar[str] = "cocokkan digit terakhir dengan KTP, lalu simpan kolomnya sebagai Teks"
    column: str


class UnitUnknown(RowWarning):
    """Nama unit tidak ada dalam tabel wilayah.

    Yang diperiksa: kecamatan dan kelurahan/desa ada dalam wilayah register.
    Mengapa: tanpa unit, orang itu tidak masuk hitungan unit mana pun.
    Contoh: nama lingkungan ditulis sebagai kelurahan.
    Sebaiknya: tulis nama unit menurut tabel Kemendagri.
    """

    code: ClassVar[str] = "REG47"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "unit tidak dikenal"
    found: ClassVar[str] = "isi kolom {column} tidak ada dalam wilayah {region}{nearest}"
    expected: ClassVar[str] = "nama {kind} dalam {region}"
    action: ClassVar[str] = "tulis nama unit menurut tabel Kemendagri"
    column: str
    kind: str
    region: str
    nearest: str = ""


class UnitGuessed(RowWarning):
    """Ejaan unit diperbaiki.

    Yang diperiksa: nama unit tertulis sama dengan tabel wilayah.
    Mengapa: perbaikan ejaan adalah dugaan yang harus dapat dilihat.
    Contoh: "Selaprang" dibaca sebagai Selaparang.
    Sebaiknya: perbaiki ejaannya dalam register.
    """

    code: ClassVar[str] = "REG48"
    owner: ClassVar[Owner] = Owner.OPERATOR
    severity: ClassVar[Severity] = Severity.NOTE
    title: ClassVar[str] = "ejaan unit diperbaiki"
    found: ClassVar[str] = "isi kolom {column} dibaca sebagai {name}"
    expected: ClassVar[str] = "{name}"
    action: ClassVar[str] = "perbaiki ejaannya bila benar; ganti bila bukan"
    column: str
    name: str


class UnitOutsideDistrict(RowWarning):
    """Kelurahan tidak terletak di kecamatan yang ditulis.

    Yang diperiksa: kelurahan/desa termasuk kecamatan pada baris yang sama.
    Mengapa: rekap per kecamatan akan salah tempat.
    Contoh: Kelurahan Turida ditulis di Kecamatan Ampenan.
    Sebaiknya: perbaiki salah satunya. Yang dipakai ialah kelurahannya.
    """

    code: ClassVar[str] = "REG49"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "kelurahan di luar kecamatan"
    found: ClassVar[str] = "{village} termasuk {district}, bukan kecamatan yang ditulis"
    expected: ClassVar[str] = "kelurahan dan kecamatan yang sejalan"
    action: ClassVar[str] = "perbaiki salah satunya; sementara ini dipakai {district}"
    village: str
    district: str


class CategoryGuessed(RowWarning):
    """Ejaan kategori diperbaiki.

    Yang diperiksa: nama kategori tertulis tepat.
    Mengapa: perbaikan ejaan adalah dugaan yang harus dapat dilihat.
    Contoh: "Kader Posyndu" dibaca sebagai Kader Posyandu.
    Sebaiknya: perbaiki ejaannya dalam register.
    """

    code: ClassVar[str] = "REG50"
    owner: ClassVar[Owner] = Owner.OPERATOR
    severity: ClassVar[Severity] = Severity.NOTE
    title: ClassVar[str] = "ejaan kategori diperbaiki"
    found: ClassVar[str] = "isi kolom {column} dibaca sebagai {name}"
    expected: ClassVar[str] = "{name}"
    action: ClassVar[str] = "perbaiki ejaannya bila benar; ganti bila bukan"
    column: str
    name: str


class TwoCategories(RowWarning):
    """Satu orang dalam dua kategori.

    Yang diperiksa: satu NIK muncul dalam satu kategori saja.
    Mengapa: merangkap itu mungkin, tetapi iurannya tidak boleh dibayar dua kali untuk hal yang sama.
    Contoh: ketua RT yang juga kader posyandu.
    Sebaiknya: tetapkan kategori mana yang menjadi dasar pembayaran.
    """

    code: ClassVar[str] = "REG51"
    owner: ClassVar[Owner] = Owner.GOVERNMENT
    title: ClassVar[str] = "satu orang dua kategori"
    found: ClassVar[str] = "NIK yang sama dengan baris {first_row}, dalam kategori lain"
    expected: ClassVar[str] = "satu dasar pembayaran untuk tiap orang"
    action: ClassVar[str] = "tetapkan kategori mana yang menjadi dasar pembayaran"
    first_row: int


class TermNotInForce(RowWarning):
    """SK pengangkatan tidak berlaku pada tanggal keputusan.

    Yang diperiksa: tanggal keputusan ada di antara awal dan akhir masa SK.
    Mengapa: orangnya tetap dapat menjadi peserta; yang hilang ialah dasar membayarnya dari anggaran ini.
    Contoh: SK berlaku sampai 31 Desember 2023, keputusan untuk tahun 2024.
    Sebaiknya: perpanjang atau perbarui SK, lalu tulis tanggalnya.
    """

    code: ClassVar[str] = "REG52"
    owner: ClassVar[Owner] = Owner.GOVERNMENT
    title: ClassVar[str] = "SK tidak berlaku"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "SK yang berlaku pada {on_date}"
    action: ClassVar[str] = "perbarui SK, lalu tulis tanggalnya"
    reason: str
    on_date: str


class TermUnclear(RowWarning):
    """Masa berlaku SK tidak dapat ditentukan.

    Yang diperiksa: awal dan akhir masa SK diketahui.
    Mengapa: SK tanpa tanggal akhir tidak menunjukkan apakah masih berlaku.
    Contoh: hanya tahun akhir yang tertulis, dan tahun itu ialah tahun keputusan.
    Sebaiknya: tulis tanggal SK dan tanggal akhirnya.
    """

    code: ClassVar[str] = "REG53"
    owner: ClassVar[Owner] = Owner.GOVERNMENT
    title: ClassVar[str] = "masa SK tidak jelas"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "tanggal SK dan tanggal akhir masanya"
    action: ClassVar[str] = "lengkapi dari surat keputusannya"
    reason: str


class UnlikelyAge(RowWarning):
    """Usia tidak lazim.

    Yang diperiksa: usia antara 15 dan 90 tahun.
    Mengapa: usia seperti itu mungkin, tetapi lebih sering salah ketik tahun.
    Contoh: tahun lahir 2007 tertulis 2017.
    Sebaiknya: cocokkan dengan KTP.
    """

    code: ClassVar[str] = "REG54"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "usia tidak lazim"
    found: ClassVar[str] = "usia di luar 15 sampai 90 tahun"
    expected: ClassVar[str] = "usia orang yang bekerja"
    action: ClassVar[str] = "cocokkan tanggal lahir dengan KTP"
