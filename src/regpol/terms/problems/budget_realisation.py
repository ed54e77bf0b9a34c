"""What can be wrong with a realisation file set beside a plan."""

from typing import ClassVar

from regpol.terms.problems.base import Problem, Severity


class RealisationWithoutColumns(Problem):
    """Realisasi tanpa kolom bulan atau jumlah.

    Yang diperiksa: berkas realisasi memuat kolom bulan dan jumlah menurut pemetaannya.
    Mengapa: tanpa keduanya tidak diketahui apa yang dibayar dan kapan.
    Contoh: kolom bernama `Nominal` sedangkan pemetaan mencari `Jumlah`.
    Sebaiknya: salin `templates/pemetaan/realisasi.yaml`, tambahkan judulnya, jalankan dengan `--mapping`.
    """

    code = "BUD44"
    title = "realisasi tanpa bulan atau jumlah"
    found = "kolom bulan atau jumlah tidak ada; judul yang ada: {headings}"
    expected = "judul seperti {wanted}"
    action = "sesuaikan pemetaannya (templates/pemetaan/realisasi.yaml) dan sebutkan dengan --mapping"
    wanted: tuple[str, ...]
    headings: tuple[str, ...]


class RealisationUnread(Problem):
    """Baris realisasi yang tidak terbaca.

    Yang diperiksa: tiap baris realisasi dapat ditempatkan pada baris rencana atau di luarnya.
    Mengapa: rupiah yang tidak terbaca membuat sisa anggaran tampak lebih besar.
    Contoh: dana ditulis `APBD-P`, yang tidak dikenal rencana.
    Sebaiknya: lihat daftarnya, tambahkan kata itu ke pemetaan, lalu jalankan lagi.
    """

    code = "BUD45"
    title = "baris realisasi tidak terbaca"
    severity: ClassVar[Severity] = Severity.WARNING
    found = "{count} baris senilai Rp{amount} tidak dapat ditempatkan: {reasons}"
    expected = "dana, program, unit, bulan, dan jumlah yang dikenal"
    action = "perbaiki sel itu, atau lengkapi kata-katanya dalam pemetaan, lalu jalankan lagi"
    count: int
    amount: str
    reasons: str


class PaidUnplanned(Problem):
    """Pembayaran di luar rencana.

    Yang diperiksa: tiap pembayaran menyangkut baris yang ada dalam rencana.
    Mengapa: pembayaran tanpa rencana mungkin salah dana atau salah unit, atau rencananya belum diperbarui.
    Contoh: realisasi JHT sedangkan rencana hanya JKK dan JKM.
    Sebaiknya: periksa rekeningnya; bila memang benar, perbarui rencananya.
    """

    code = "BUD46"
    title = "pembayaran di luar rencana"
    severity: ClassVar[Severity] = Severity.WARNING
    found = "{count} baris senilai Rp{amount} tidak ada dalam rencana"
    expected = "pembayaran atas baris rencana"
    action = "periksa dana dan unitnya; bila benar, perbarui rencananya"
    count: int
    amount: str


class BadMonth(Problem):
    """Bulan di luar tahun.

    Yang diperiksa: bulan yang disebut pada perintah ialah 1 sampai 12.
    Mengapa: sisa bulan dihitung darinya.
    Contoh: ``--through 13``
    Sebaiknya: ``--through 6``.
    """

    code = "BUD47"
    title = "bulan di luar tahun"
    found = "bulan {given} tidak ada"
    expected = "bulan 1 sampai 12, tidak lebih awal dari bulan terakhir yang dibayar ({last})"
    action = "sebutkan bulan yang benar"
    given: int
    last: int
