"""What can be wrong in making packets."""

from regpol.terms.problems.base import Problem, Severity


class FolderBusy(Problem):
    """Folder paket sedang dipakai.

    Yang diperiksa: hanya satu perintah yang menulis ke sebuah folder paket.
    Mengapa: dua perintah sekaligus saling menimpa.
    Contoh: ``regpol packet`` dijalankan di dua jendela ke folder yang sama.
    Sebaiknya: tunggu perintah yang pertama selesai, atau pakai folder lain.
    """

    code = "PKT01"
    title = "folder paket sedang dipakai"
    found = "perintah lain masih menulis ke folder ini"
    expected = "satu perintah pada satu waktu"
    action = "tunggu perintah itu selesai, atau pakai folder lain dengan -o"


class NotPackets(Problem):
    """Folder tujuan berisi hal lain.

    Yang diperiksa: folder ``-o`` kosong, belum ada, atau hasil ``regpol packet``.
    Mengapa: berkas orang lain tidak boleh tertimpa atau ikut terkirim.
    Contoh: ``-o Dokumen``
    Sebaiknya: ``-o Dokumen/paket-2025``
    """

    code = "PKT02"
    title = "folder bukan folder paket"
    found = "folder itu sudah berisi, dan bukan hasil regpol packet"
    expected = "folder baru, folder kosong, atau folder paket"
    action = "sebut folder lain dengan -o"


class WorkerStopped(Problem):
    """Pekerjaan sebuah unit terhenti.

    Yang diperiksa: setiap proses menyelesaikan unitnya.
    Mengapa: proses yang dihentikan sistem (misalnya karena memori habis) tidak meninggalkan berkas separuh.
    Contoh: memori komputer habis ketika paket ke-40 disusun.
    Sebaiknya: jalankan lagi; unit yang selesai tidak dibuat ulang. Bila berulang, pakai ``--proses 1``.
    """

    code = "PKT03"
    title = "pekerjaan unit terhenti"
    found = "proses yang menyusun paket {unit} berhenti sendiri"
    expected = "proses berjalan sampai selesai"
    action = "jalankan perintah yang sama lagi; bila berulang, tambahkan --proses 1"
    unit: str


class EditedByHand(Problem):
    """Berkas paket sudah diubah tangan.

    Yang diperiksa: berkas yang akan diganti masih seperti yang ditulis regpol.
    Mengapa: suntingan orang tidak boleh hilang karena perintah dijalankan lagi.
    Contoh: ``03-perjanjian.docx`` diperbaiki di Word, lalu paket dibuat lagi.
    Sebaiknya: simpan suntingan di luar folder paket, atau ganti dengan ``--timpa``.
    """

    code = "PKT05"
    title = "berkas diubah tangan"
    severity = Severity.WARNING
    found = "{files} pada paket {unit} bukan lagi yang ditulis regpol"
    expected = "berkas yang belum disunting, atau --timpa"
    action = "paket unit itu dibiarkan; pindahkan suntingannya, atau jalankan lagi dengan --timpa"
    unit: str
    files: tuple[str, ...]


class NoUnits(Problem):
    """Tidak ada unit untuk dibuatkan paket.

    Yang diperiksa: register menyebut unit setiap orang, atau proyek menyebut kecamatan.
    Mengapa: paket dibuat untuk tiap unit.
    Contoh: register tanpa kolom kelurahan, dengan ``paket: {unit: desa}``.
    Sebaiknya: isi kolom unit, atau ``paket: {unit: kecamatan}``.
    """

    code = "PKT06"
    title = "tidak ada unit"
    found = "tidak seorang pun dalam register terletak pada unit yang dikenal"
    expected = "sedikitnya satu unit dengan orang"
    action = "periksa kolom wilayah dengan regpol register inspect, atau ubah “unit” pada paket di project.yaml"


class NobodyPaid(Problem):
    """Rencana anggaran tidak membayar seorang pun, jadi tidak ada paket yang dapat disusun.

    Yang diperiksa: sedikitnya satu orang yang dapat diputus dibayar iurannya menurut rencana anggaran.
    Mengapa: daftar, perhitungan, dan perjanjian memuat orang yang dibayar; paket tanpa peserta menyesatkan.
    Contoh: ``kebijakan`` tanpa ``program`` dan ``dana`` bagi kategori yang pendanaannya dipilih daerah.
    Sebaiknya: baca sebabnya pada rencana anggaran, lalu lengkapi ``kebijakan`` pada project.yaml.
    """

    code = "PKT07"
    title = "tidak seorang pun dibayar"
    found = "rencana anggaran tidak membayar iuran seorang pun dari {people} orang yang dapat diputus"
    expected = "sedikitnya satu orang yang dibayar iurannya"
    action = "lihat sebabnya dengan regpol budget, lalu lengkapi program dan dana pada kebijakan di project.yaml"
    people: int


class ChangedMeanwhile(Problem):
    """Rumusan atau gaya berubah ketika paket disusun.

    Yang diperiksa: templat, rumusan, dan gaya tetap sama dari unit pertama sampai unit terakhir.
    Mengapa: sebagian naskah akan berbunyi lama dan sebagian baru, tanpa ada yang tahu yang mana.
    Contoh: ``paket/sptjm.naskah.j2`` disimpan ketika paket ke-40 disusun.
    Sebaiknya: jalankan lagi; unit yang disusun dari rumusan lama dibuat ulang, yang lain dilanjutkan.
    """

    code = "PKT20"
    title = "rumusan berubah di tengah jalan"
    found = "{files} berubah ketika paket sedang disusun; unit yang sedang disusun dibuang, yang selesai tetap ada"
    expected = "templat, rumusan, dan gaya yang tetap sama sampai perintah selesai"
    action = "jalankan perintah yang sama lagi; unit yang disusun dari rumusan lama dibuat ulang"
    files: tuple[str, ...]


class StorageFull(Problem):
    """Ruang penyimpanan habis.

    Yang diperiksa: media penyimpanan masih menampung paket yang disusun.
    Mengapa: berkas yang tertulis separuh tidak boleh tampak sebagai berkas jadi.
    Contoh: paket untuk 150 kampung ditulis ke diska lepas yang hampir penuh.
    Sebaiknya: kosongkan ruang, lalu jalankan lagi; unit yang sudah jadi tidak dibuat ulang.
    """

    code = "PKT21"
    title = "ruang penyimpanan habis"
    found = "{reason} ketika paket disusun; unit yang sedang disusun dibuang, yang selesai tetap ada"
    expected = "ruang yang cukup untuk semua paket dan gabungannya"
    action = "kosongkan ruang, lalu jalankan perintah yang sama lagi; atau mulai di tempat lain dengan -o"
    reason: str


class PasswordUnfit(Problem):
    """Kata sandi tidak dapat dipakai.

    Yang diperiksa: kata sandi cukup panjang, dan diketik dua kali sama atau ada di REGPOL_SANDI atau berkas.
    Mengapa: zip bersandi memuat data pribadi; sandi yang salah ketik tidak dapat dipulihkan siapa pun.
    Contoh: ``--sandi`` tanpa layar yang dapat ditanya dan tanpa REGPOL_SANDI.
    Sebaiknya: ``--sandi-dari sandi.txt``, berkas satu baris yang hanya dapat dibaca Anda.
    """

    code = "PKT22"
    title = "kata sandi tidak dapat dipakai"
    found = "{reason}"
    expected = "kata sandi sedikitnya {least} huruf"
    action = "ketik ketika ditanya, atau pakai --sandi-dari BERKAS; kata sandi tidak pernah ditulis pada baris perintah"
    reason: str
    least: int
