"""Why a row of a register cannot be decided: the row goes to the rejects, with this reason.

A rejected row is not a person without rights. It is a row somebody has to correct, and every page
here says how.
"""

from typing import ClassVar

from regpol.terms.problems.base import Owner, Problem, Severity


class RowError(Problem):
    """The row cannot be decided; somebody has to correct it."""

    severity: ClassVar[Severity] = Severity.ERROR
    owner: ClassVar[Owner]


class CategoryMissing(RowError):
    """Kategori pekerja kosong.

    Yang diperiksa: kolom kategori atau jabatan terisi.
    Mengapa: tanpa kategori tidak ada aturan yang dapat dipilih bagi orang itu.
    Contoh: baris dengan NIK dan nama, tetapi kolom Jabatan kosong.
    Sebaiknya: isi kategorinya sesuai surat keputusan atau keterangan kelurahan.
    """

    code: ClassVar[str] = "REG20"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "kategori kosong"
    found: ClassVar[str] = "kolom {column} kosong"
    expected: ClassVar[str] = "kategori pekerja, misalnya Ketua RT"
    action: ClassVar[str] = "isi kategorinya sesuai surat keputusan atau keterangan kelurahan"
    column: str


class CategoryUnknown(RowError):
    """Kategori pekerja tidak dikenal.

    Yang diperiksa: isi kolom kategori memuat nama kategori yang dikenal.
    Mengapa: menyamakan jabatan yang tidak dikenal dengan yang mirip berarti memberi hak orang lain.
    Contoh: "Wakil Ketua RT" dan "Penjabat Kepala Desa" bukan "Ketua RT" dan "Kepala Desa".
    Sebaiknya: pakai nama kategori dari `regpol matrix`, atau usulkan kategori baru.
    """

    code: ClassVar[str] = "REG21"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "kategori tidak dikenal"
    found: ClassVar[str] = "isi kolom {column} bukan kategori yang dikenal{nearest}"
    expected: ClassVar[str] = "nama kategori, boleh diikuti nomor atau nama tempat, misalnya Ketua RT 03"
    action: ClassVar[str] = "perbaiki isi kolom itu; bila jabatannya memang lain, usulkan kategori baru"
    column: str
    nearest: str = ""


class CategoryAmbiguous(RowError):
    """Isi kolom kategori dapat dibaca sebagai beberapa kategori.

    Yang diperiksa: isi kolom kategori menunjuk satu kategori saja.
    Mengapa: tiap kategori dapat punya dasar dan dana yang berbeda.
    Contoh: "Ketua RT/RW".
    Sebaiknya: tulis satu kategori untuk tiap baris; orang yang merangkap ditulis pada dua baris.
    """

    code: ClassVar[str] = "REG22"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "kategori tidak tunggal"
    found: ClassVar[str] = "isi kolom {column} dapat berarti: {candidates}"
    expected: ClassVar[str] = "satu kategori untuk tiap baris"
    action: ClassVar[str] = "pilih salah satu; orang yang merangkap ditulis pada dua baris"
    column: str
    candidates: tuple[str, ...]


class NikMissing(RowError):
    """NIK kosong.

    Yang diperiksa: kolom NIK terisi.
    Mengapa: tanpa NIK orang tidak dapat didaftarkan dan tidak dapat dibedakan dari orang lain.
    Contoh: kolom NIK kosong atau berisi tanda hubung.
    Sebaiknya: minta KTP orang itu dan isi keenam belas digitnya.
    """

    code: ClassVar[str] = "REG23"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "NIK kosong"
    found: ClassVar[str] = "kolom {column} kosong"
    expected: ClassVar[str] = "16 digit, disimpan sebagai teks"
    action: ClassVar[str] = "minta KTP orang itu dan isi keenam belas digitnya"
    column: str


class NikRuined(RowError):
    """NIK sudah rusak oleh Excel.

    Yang diperiksa: NIK tidak tertulis sebagai bilangan berpangkat.
    Mengapa: Excel membulatkan bilangan panjang; digit yang hilang tidak dapat dikembalikan.
    Contoh: `5,27101E+15` pada berkas CSV yang pernah dibuka lalu disimpan oleh Excel.
    Sebaiknya: ambil NIK dari berkas asal atau KTP, dan atur kolomnya sebagai Teks sebelum mengisi.
    """

    code: ClassVar[str] = "REG24"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "NIK rusak"
    found: ClassVar[str] = "kolom {column} berisi bilangan berpangkat (bentuk …E+15); sebagian digit sudah hilang"
    expected: ClassVar[str] = "16 digit, disimpan sebagai teks"
    action: ClassVar[str] = "ambil NIK dari berkas asal atau KTP; atur kolomnya sebagai Teks sebelum mengisi"
    column: str


class NikMalformed(RowError):
    """NIK bukan NIK.

    Yang diperiksa: NIK terdiri atas 16 digit, memuat kode wilayah, tanggal lahir yang nyata
    (hari ditambah 40 bagi perempuan), dan nomor urut yang bukan 0000.
    Mengapa: NIK yang salah bentuk pasti ditolak saat pendaftaran, atau milik orang lain.
    Contoh: 15 digit karena satu angka terlewat, atau hari lahir 32.
    Sebaiknya: cocokkan dengan KTP.
    """

    code: ClassVar[str] = "REG25"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "bentuk NIK salah"
    found: ClassVar[str] = "isi kolom {column}: {reason}"
    expected: ClassVar[str] = "16 digit dengan kode wilayah, tanggal lahir (hari + 40 bagi perempuan), dan nomor urut"
    action: ClassVar[str] = "cocokkan dengan KTP"
    column: str
    reason: str


class ImpossibleBirthDate(RowError):
    """Tanggal lahir mustahil.

    Yang diperiksa: tanggal lahir ada dalam kalender, tidak di masa depan, dan tidak lebih dari
    110 tahun yang lalu.
    Mengapa: usia menentukan batas kepesertaan; tanggal yang mustahil tidak memberi usia.
    Contoh: 31/02/1980, atau tahun lahir 2070 karena tahun dua angka.
    Sebaiknya: cocokkan dengan KTP; tulis hari/bulan/tahun empat angka.
    """

    code: ClassVar[str] = "REG26"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "tanggal lahir mustahil"
    found: ClassVar[str] = "kolom {column}: {reason}"
    expected: ClassVar[str] = "hari/bulan/tahun, misalnya 17/08/1970"
    action: ClassVar[str] = "cocokkan dengan KTP; tulis tahun dengan empat angka"
    column: str
    reason: str


class NikRepeated(RowError):
    """NIK ganda dalam kategori yang sama.

    Yang diperiksa: satu NIK hanya muncul sekali dalam satu kategori.
    Mengapa: orang yang tercatat dua kali akan dibayar dua kali.
    Contoh: daftar dua kelurahan digabung dan satu orang ada pada keduanya.
    Sebaiknya: hapus salah satu baris, atau perbaiki NIK bila orangnya berbeda.
    """

    code: ClassVar[str] = "REG27"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "NIK ganda"
    found: ClassVar[str] = "NIK yang sama dengan baris {first_row}, dalam kategori yang sama"
    expected: ClassVar[str] = "satu baris untuk tiap orang dalam tiap kategori"
    action: ClassVar[str] = "hapus salah satu baris, atau perbaiki NIK bila orangnya berbeda"
    first_row: int


class Deceased(RowError):
    """Orangnya dinyatakan meninggal.

    Yang diperiksa: kolom “Hasil validasi” tidak mengatakan bahwa orangnya sudah meninggal.
    Mengapa: iuran orang yang sudah meninggal tidak boleh dianggarkan; haknya beralih kepada ahli warisnya.
    Contoh: jawaban Dukcapil yang dimasukkan dengan `regpol register validate` berhasil “meninggal”.
    Sebaiknya: keluarkan dari daftar dan periksa manfaat bagi ahli warisnya; bila keliru, perbaiki jawabannya.
    """

    code: ClassVar[str] = "REG99"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "dinyatakan meninggal"
    found: ClassVar[str] = "kolom {column} mengatakan bahwa orangnya sudah meninggal"
    expected: ClassVar[str] = "orang yang masih bekerja"
    action: ClassVar[str] = (
        "keluarkan dari daftar dan periksa hak ahli warisnya; bila keliru, mintakan jawaban yang benar"
    )
    column: str
