"""What can be wrong in the calendar of a budget year."""

from regpol.terms.problems.base import Problem


class DateNotRead(Problem):
    """Tanggal tanpa naskah.

    Yang diperiksa: langkah yang naskahnya tidak ditemukan tidak mempunyai hari.
    Mengapa: hari yang ditulis dari ingatan membuat usulan terlambat.
    Contoh: ``bukti: tidak_ditemukan`` bersama ``tenggat: {tahun: sebelumnya, bulan: Juni}``
    Sebaiknya: hapus harinya dan tulis ``tanpa_tenggat``, atau baca naskahnya dan naikkan buktinya.
    """

    code = "BUD40"
    title = "tanggal tanpa naskah"
    found = "langkah “{step}” berhari, tetapi naskahnya tidak ditemukan"
    expected = "hari hanya pada langkah yang naskahnya terbaca"
    action = "hapus harinya dan tulis “tanpa_tenggat”, atau baca naskahnya dan perbaiki “bukti”"
    step: str


class MomentUnclear(Problem):
    """Hari yang tidak jelas.

    Yang diperiksa: sebuah hari ditulis dengan tanggal, dengan minggu, atau sebagai akhir bulan, dan ada di kalender.
    Mengapa: dua cara sekaligus memberi dua hari.
    Contoh: ``{tahun: sebelumnya, bulan: Juli, hari: 10, minggu: 2}``
    Sebaiknya: ``{tahun: sebelumnya, bulan: Juli, minggu: 2}``.
    """

    code = "BUD41"
    title = "hari tidak jelas"
    found = "{fault}"
    expected = "satu cara menyebut hari, misalnya {{tahun: sebelumnya, bulan: Juli, minggu: 2}}"
    action = "hapus salah satunya, atau perbaiki tanggalnya"
    fault: str


class NoDateNoReason(Problem):
    """Langkah tanpa tenggat dan tanpa alasan.

    Yang diperiksa: langkah tanpa hari mengatakan mengapa.
    Mengapa: langkah yang kosong terbaca seolah-olah tidak bertenggat.
    Contoh: langkah dengan ``nama`` dan ``ketentuan`` saja.
    Sebaiknya: tambahkan ``tenggat``, atau ``tanpa_tenggat: Naskahnya belum terbaca``.
    """

    code = "BUD42"
    title = "tenggat kosong tanpa alasan"
    found = "langkah “{step}” tidak menyebut tenggat dan tidak mengatakan mengapa"
    expected = "“tenggat”, atau “tanpa_tenggat” dengan alasannya"
    action = "tambahkan salah satunya"
    step: str


class NoVillages(Problem):
    """Wilayah tanpa desa.

    Yang diperiksa: jalur desa diminta untuk wilayah yang mempunyai desa.
    Mengapa: kota yang hanya terdiri atas kelurahan tidak mempunyai APB Desa.
    Contoh: ``regpol budget calendar --region 52.71 --year 2027 --track desa``
    Sebaiknya: minta jalur apbd.
    """

    code = "BUD43"
    title = "wilayah tanpa desa"
    found = "{region} tidak mempunyai desa"
    expected = "wilayah yang mempunyai desa, untuk jalur desa"
    action = "minta jalur apbd"
    region: str
