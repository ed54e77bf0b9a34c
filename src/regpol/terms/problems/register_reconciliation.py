"""What can be wrong with lists that are compared, and with return sheets that come back from units.

No problem carries what a cell says; a return sheet is named by its file, a row by its number.
"""

from typing import ClassVar

from regpol.terms.problems.base import Problem
from regpol.terms.problems.register_warnings import RowWarning


class SameList(Problem):
    """Register dan daftar SK ialah berkas yang sama.

    Yang diperiksa: kedua daftar yang dibandingkan bukan satu berkas.
    Mengapa: daftar yang dibandingkan dengan dirinya sendiri selalu cocok, dan hasilnya menyesatkan.
    Contoh: `regpol register reconcile daftar.xlsx --sk daftar.xlsx`.
    Sebaiknya: sebutkan berkas daftar SK dari Bagian Pemerintahan.
    """

    code: ClassVar[str] = "REG80"
    title: ClassVar[str] = "daftar dibandingkan dengan dirinya sendiri"
    found: ClassVar[str] = "berkas ini disebut sebagai register dan sebagai daftar SK"
    expected: ClassVar[str] = "dua berkas: register, dan daftar SK pengangkatan"
    action: ClassVar[str] = "sebutkan berkas daftar SK pada --sk"


class NotADispatch(Problem):
    """Folder ini bukan kiriman lembar isian.

    Yang diperiksa: folder memuat kiriman yang dibuat `regpol register return split`, utuh.
    Mengapa: tanpa catatan kiriman tidak diketahui baris mana milik unit mana.
    Contoh: `status` dijalankan pada folder unduhan.
    Sebaiknya: sebutkan folder yang diberikan kepada `split`.
    """

    code: ClassVar[str] = "REG81"
    title: ClassVar[str] = "bukan folder kiriman"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "folder yang dibuat regpol register return split, dengan kiriman.json di dalamnya"
    action: ClassVar[str] = "sebutkan folder itu, atau buat kiriman baru"
    reason: str


class DispatchExists(Problem):
    """Folder sudah memuat kiriman.

    Yang diperiksa: kiriman baru tidak menimpa kiriman lama.
    Mengapa: lembar yang sudah beredar menunjuk ke kiriman lama; menimpanya memutus hubungan itu.
    Contoh: `split` dijalankan dua kali ke folder yang sama.
    Sebaiknya: pakai folder baru untuk tiap putaran.
    """

    code: ClassVar[str] = "REG82"
    title: ClassVar[str] = "folder sudah memuat kiriman"
    found: ClassVar[str] = "folder ini sudah berisi kiriman.json"
    expected: ClassVar[str] = "folder yang belum ada atau kosong"
    action: ClassVar[str] = "pakai nama folder lain, misalnya kiriman-2"


class SourceChanged(Problem):
    """Salinan register dalam kiriman berubah.

    Yang diperiksa: salinan register yang disimpan saat dikirim masih sama.
    Mengapa: perubahan hanya dapat dicatat terhadap isi yang dikirim.
    Contoh: berkas di folder `asal` dibuka dan disimpan ulang dengan Excel.
    Sebaiknya: kembalikan berkas itu dari cadangan.
    """

    code: ClassVar[str] = "REG83"
    title: ClassVar[str] = "salinan register berubah"
    found: ClassVar[str] = "isi berkas ini tidak sama dengan yang dicatat saat dikirim"
    expected: ClassVar[str] = "berkas yang sama, bita demi bita"
    action: ClassVar[str] = "kembalikan dari cadangan, atau buat kiriman baru"


class NotAReturn(RowWarning):
    """Berkas jawaban tidak dikenali.

    Yang diperiksa: tiap berkas di folder `kembali` ialah lembar isian dari kiriman ini.
    Mengapa: isi berkas lain tidak dapat dihubungkan dengan baris register.
    Contoh: kelurahan mengirim daftar buatan sendiri, atau lembar dari kiriman lain.
    Sebaiknya: minta unit mengisi lembar yang dikirim; isi berkas ini tidak ikut digabung.
    """

    code: ClassVar[str] = "REG84"
    title: ClassVar[str] = "bukan lembar isian kiriman ini"
    found: ClassVar[str] = "{reason}"
    expected: ClassVar[str] = "lembar isian dengan kolom “Kode baris” dari kiriman ini"
    action: ClassVar[str] = "minta unit mengisi lembar yang dikirim"
    reason: str


class ReturnRowsMissing(RowWarning):
    """Baris hilang dari lembar isian.

    Yang diperiksa: semua baris yang dikirim kembali.
    Mengapa: baris yang dihapus tidak menjelaskan apa yang terjadi dengan orangnya.
    Contoh: kelurahan menghapus baris orang yang sudah pindah.
    Sebaiknya: minta unit menulis “keluar” pada kolom Tindakan. Baris semula dipertahankan.
    """

    code: ClassVar[str] = "REG85"
    title: ClassVar[str] = "baris tidak kembali"
    found: ClassVar[str] = "{count} baris yang dikirim ke unit {unit} tidak ada di lembar yang kembali"
    expected: ClassVar[str] = "semua baris kembali; yang tidak lagi bertugas ditandai “keluar”"
    action: ClassVar[str] = "tanyakan kepada unit; baris semula dipertahankan"
    unit: str
    count: int


class ReturnConflict(RowWarning):
    """Jawaban saling bertentangan.

    Yang diperiksa: satu sel mendapat satu jawaban, dari unit yang dikirimi.
    Mengapa: memilih salah satu jawaban diam-diam berarti menebak.
    Contoh: dua berkas dari satu kelurahan memuat NIK yang berbeda untuk baris yang sama.
    Sebaiknya: lihat lembar Bentrokan, pastikan kepada unit, lalu buang berkas yang salah.
    """

    code: ClassVar[str] = "REG86"
    title: ClassVar[str] = "jawaban bertentangan"
    found: ClassVar[str] = "{count} isian bertentangan; isi semula dipertahankan"
    expected: ClassVar[str] = "satu jawaban untuk tiap sel, dari unit yang dikirimi"
    action: ClassVar[str] = "lihat lembar Bentrokan dan pastikan kepada unit"
    count: int


class UnknownReturnRows(RowWarning):
    """Baris tanpa kode yang dikenal.

    Yang diperiksa: tiap baris jawaban punya kode baris dari kiriman ini.
    Mengapa: baris baru mungkin usulan orang baru, mungkin baris lama yang kodenya terhapus.
    Contoh: kelurahan menambah pengganti ketua RT di bawah daftar.
    Sebaiknya: lihat lembar Baris tidak dikenal; tambahkan ke register bila memang orang baru.
    """

    code: ClassVar[str] = "REG87"
    title: ClassVar[str] = "baris baru atau tidak dikenal"
    found: ClassVar[str] = "{count} baris tidak punya kode baris dari kiriman ini"
    expected: ClassVar[str] = "kode baris yang tidak diubah; orang baru diputuskan tersendiri"
    action: ClassVar[str] = "lihat lembar Baris tidak dikenal, lalu tambahkan ke register bila memang orang baru"
    count: int
