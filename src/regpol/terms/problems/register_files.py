"""Why a file is not the register that was meant, or a mapping file does not fit it: the work stops (status 2)."""

from typing import ClassVar

from regpol.terms.problems.base import Problem


class RegpolsOwnFile(Problem):
    """Berkas ini hasil regpol, bukan register.

    Yang diperiksa: buku kerja yang ditulis regpol tidak dibaca kembali sebagai register.
    Mengapa: hasil memuat rekap, sel yang disamarkan, atau baris yang sudah disaring; membacanya lagi memberi
    angka yang tampak benar tetapi bukan register.
    Contoh: `regpol register decide keputusan.xlsx`, padahal berkas itu keluaran `register decide`.
    Sebaiknya: pakai register asalnya. Hasil `inspect` dan `reconcile` yang tidak disamarkan boleh dipakai
    kembali: yang dibaca hanya lembar asalnya.
    """

    code: ClassVar[str] = "REG35"
    title: ClassVar[str] = "berkas hasil regpol"
    found: ClassVar[str] = "buku kerja ini hasil “{verb}”; {reason}"
    expected: ClassVar[str] = "register asal yang dikelola kantor"
    action: ClassVar[str] = "pakai register asalnya{instead}"
    verb: str
    reason: str
    instead: str = ""


class MaskedRegister(Problem):
    """NIK dalam berkas ini disamarkan.

    Yang diperiksa: kolom NIK memuat digit, bukan titik-titik penyamar.
    Mengapa: NIK yang disamarkan tidak dapat dikembalikan; membacanya lagi menolak semua baris.
    Contoh: keluaran `register decide` tanpa `--show-personal` dipakai sebagai register.
    Sebaiknya: pakai register asalnya.
    """

    code: ClassVar[str] = "REG36"
    title: ClassVar[str] = "NIK disamarkan"
    found: ClassVar[str] = "{count} dari {rows} NIK pada kolom {column} berisi tanda penyamar (•)"
    expected: ClassVar[str] = "16 digit, disimpan sebagai teks"
    action: ClassVar[str] = "pakai register asalnya, bukan salinan yang disamarkan"
    count: int
    rows: int
    column: str


class TooManyRowsForCells(Problem):
    """Berkas Parquet ini lebih panjang daripada satu lembar kerja.

    Yang diperiksa: perintah yang bekerja sel demi sel, seperti `register inspect`, memegang semua baris sekaligus.
    Mengapa: laporannya lembar kerja, dan selembar memuat 1.048.576 baris; ingatan komputer pun ada batasnya.
    Contoh: `register inspect` atas register provinsi sepanjang lima juta baris.
    Sebaiknya: pakai `register decide` atau `register clean`, yang mengalirkan baris, atau bagi berkasnya menurut
    kabupaten/kota.
    """

    code: ClassVar[str] = "REG110"
    title: ClassVar[str] = "Parquet terlalu panjang untuk diperiksa sel demi sel"
    found: ClassVar[str] = "{rows} baris"
    expected: ClassVar[str] = "paling banyak {limit} baris"
    action: ClassVar[str] = "pakai register decide atau register clean, atau bagi berkas menurut kabupaten/kota"
    rows: int
    limit: int


class MappingNotForFile(Problem):
    """Berkas pemetaan tidak memuat register ini.

    Yang diperiksa: salah satu butir `berkas` dalam pemetaan bernama seperti register yang dibaca.
    Mengapa: padanan kolom register lain akan salah membaca register ini.
    Contoh: pemetaan untuk `register.xlsx` dipakai bagi `kader.xlsx`.
    Sebaiknya: tambahkan butir untuk berkas itu; satu butir boleh berlaku bagi banyak berkas, misalnya `rt-*.xlsx`.
    """

    code: ClassVar[str] = "REG37"
    title: ClassVar[str] = "pemetaan bukan untuk berkas ini"
    found: ClassVar[str] = "tidak ada butir untuk “{given}”{hint}"
    expected: ClassVar[str] = "butir bernama “{given}”, atau pola seperti *.xlsx; yang ada: {known}"
    action: ClassVar[str] = "tambahkan butirnya; `regpol register inspect {given} --write-mapping` menulis contohnya"
    given: str
    known: tuple[str, ...]


class HeaderRowWrong(Problem):
    """Baris judul dalam pemetaan bukan baris judul.

    Yang diperiksa: `baris_judul` menunjuk baris yang ada dan terisi.
    Mengapa: baris yang salah menjadikan orang pertama sebagai judul, atau judul sebagai orang.
    Contoh: `baris_judul: 4`, sedangkan judulnya pindah ke baris 6 karena ditambah kop surat.
    Sebaiknya: tulis nomor baris seperti yang ditunjukkan Excel, atau hapus kuncinya supaya dicari sendiri.
    """

    code: ClassVar[str] = "REG38"
    title: ClassVar[str] = "baris judul tidak ada"
    found: ClassVar[str] = "baris {row} lembar itu {trouble}"
    expected: ClassVar[str] = "nomor baris judul kolom seperti yang ditunjukkan Excel"
    action: ClassVar[str] = "perbaiki baris_judul, atau hapus supaya dicari sendiri"
    row: int
    trouble: str
