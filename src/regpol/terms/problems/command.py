"""What can be wrong in a question asked at the command line or in a project file."""

from regpol.terms.problems.base import Problem


class UnknownChoice(Problem):
    """Nama pada perintah tidak dikenal.

    Yang diperiksa: kategori, program, dana, jenis naskah, dan nama lain yang diketik.
    Mengapa: jawaban untuk nama yang ditebak dapat menyesatkan.
    Contoh: ``--category ketua_erte``
    Sebaiknya: ``--category ketua_rt``
    """

    code = "CMD01"
    title = "nama tidak dikenal"
    found = "{what} “{given}”"
    expected = "salah satu dari {known}"
    action = "ketik ulang{hint}"
    what: str
    given: str
    known: tuple[str, ...]


class BadFact(Problem):
    """Fakta yang diberikan tidak berbentuk benar.

    Yang diperiksa: ``--fact NAMA=NILAI`` sesuai jenis faktanya.
    Mengapa: usia "enam puluh" tidak dapat dibandingkan dengan ambang.
    Contoh: ``--fact usia=tua``
    Sebaiknya: ``--fact usia=47``
    """

    code = "CMD02"
    title = "fakta tidak sesuai"
    found = "{fact} = “{given}”"
    expected = "{meaning}, misalnya {example}"
    action = "perbaiki nilainya: {question}"
    fact: str
    given: str
    meaning: str
    example: str
    question: str


class YearOutside(Problem):
    """Tahun anggaran di luar yang dimuat buku aturan.

    Yang diperiksa: ada pedoman APBD yang terdaftar untuk tahun itu.
    Mengapa: tanpa pedoman tahun itu, jawaban pendanaan hanya dapat berupa anggapan.
    Contoh: ``--year 2031``
    Sebaiknya: tahun yang didukung, atau ``--assume`` untuk membawa norma tahun terakhir sebagai anggapan.
    """

    code = "CMD03"
    title = "tahun di luar buku aturan"
    found = "tahun {given}; {missing}"
    expected = "tahun {first} sampai {last}"
    action = "pilih tahun yang dimuat{carried}"
    given: int
    missing: str
    first: int
    last: int
    carried: str


class DateOutsideYear(Problem):
    """Tanggal tidak berada pada tahun anggaran yang ditanyakan.

    Yang diperiksa: ``--date`` berada pada ``--year``.
    Mengapa: tahun anggaran dan hari menentukan norma yang berlaku.
    Contoh: ``--year 2025 --date 2024-12-31``
    Sebaiknya: samakan tahunnya.
    """

    code = "CMD04"
    title = "tanggal di luar tahun"
    found = "tanggal {given} untuk tahun {year}"
    expected = "tanggal pada tahun {year}, misalnya {year}-06-30"
    action = "ubah --date atau --year"
    given: str
    year: int


class PolicyAgainstLaw(Problem):
    """Pilihan kebijakan bertentangan dengan norma.

    Yang diperiksa: kebijakan hanya mengisi ruang yang dibuka hukum.
    Mengapa: kebijakan daerah tidak dapat menghapus kewajiban atau melanggar larangan.
    Contoh: program JKK tidak dipilih padahal wajib.
    Sebaiknya: sesuaikan kebijakan dengan norma yang disebut.
    """

    code = "CMD05"
    title = "kebijakan melawan norma"
    found = "{choice}"
    expected = "pilihan yang tidak melawan “{answer}” menurut {norm}"
    action = "ubah pilihan ini di berkas proyek; larangan atau kewajiban itu hanya dapat diubah oleh pembentuk normanya"
    choice: str
    answer: str
    norm: str


class CannotWrite(Problem):
    """Hasil tidak dapat ditulis.

    Yang diperiksa: folder tujuan ada, dapat ditulis, dan cukup ruang.
    Mengapa: hasil setengah jadi lebih berbahaya daripada tidak ada hasil.
    Contoh: ``-o /usr/hasil.pdf``
    Sebaiknya: folder milik sendiri.
    """

    code = "CMD06"
    title = "hasil tidak dapat ditulis"
    found = "{trouble}"
    expected = "folder yang ada dan boleh ditulis"
    action = "pilih tujuan lain; berkas lama, bila ada, tidak diubah"
    trouble: str


class BadProject(Problem):
    """Folder proyek tidak lengkap.

    Yang diperiksa: folder memuat ``project.yaml``.
    Mengapa: wilayah, pejabat, dan pilihan kebijakan dibaca dari sana.
    Contoh: ``--project contoh`` tanpa ``contoh/project.yaml``
    Sebaiknya: tunjuk folder proyek yang benar, misalnya ``--project examples/mataram``.
    """

    code = "CMD07"
    title = "bukan folder proyek"
    found = "{trouble}"
    expected = "folder dengan project.yaml"
    action = "periksa --project"
    trouble: str


class Interrupted(Problem):
    """Pekerjaan dihentikan.

    Yang diperiksa: tidak ada; pengguna menekan Ctrl+C.
    Mengapa: hasil yang belum selesai tidak disimpan.
    Contoh: Ctrl+C saat memutus register.
    Sebaiknya: jalankan ulang perintah yang sama.
    """

    code = "CMD08"
    title = "dihentikan"
    found = "pekerjaan dihentikan sebelum selesai"
    expected = ""
    action = "jalankan ulang; berkas lama tidak berubah"


class BadOption(Problem):
    """Pilihan perintah yang tidak dapat dipakai bersama atau tidak berbentuk benar.

    Yang diperiksa: bentuk dan pasangan pilihan pada baris perintah.
    Mengapa: perintah yang ambigu tidak dijalankan.
    Contoh: ``why`` tanpa ``--programme`` dan tanpa ``--fund``
    Sebaiknya: pilih salah satu.
    """

    code = "CMD10"
    title = "pilihan perintah keliru"
    found = "{trouble}"
    expected = "{meaning}"
    action = "lihat contoh: {example}"
    trouble: str
    meaning: str
    example: str


class CategoryNotHere(Problem):
    """Kategori pekerja ini tidak ada di wilayah itu.

    Yang diperiksa: fakta yang pasti mengikuti kategori (kepala desa bekerja di desa) cocok dengan wilayahnya.
    Mengapa: kota yang hanya terdiri atas kelurahan tidak mempunyai kepala desa.
    Contoh: ``--category kepala_desa --region 52.71``
    Sebaiknya: wilayah yang mempunyai desa, misalnya ``--region 93.01``.
    """

    code = "CMD11"
    title = "kategori tidak ada di wilayah ini"
    found = "{category}; untuk {region}: {given}"
    expected = "wilayah dengan {fact}"
    action = "periksa kode wilayah atau kategorinya"
    category: str
    region: str
    fact: str
    given: str


class Fault(Problem):
    """Kesalahan di dalam program, bukan pada masukan.

    Yang diperiksa: tidak ada; program berhenti di tempat yang tidak diperkirakan.
    Mengapa: hasil yang mungkin salah tidak ditampilkan.
    Contoh: keluaran berisi jejak baris program.
    Sebaiknya: kirim jejak itu dan perintahnya kepada pengembang; tanpa data pribadi.
    """

    code = "CMD12"
    title = "kesalahan program"
    found = "program berhenti; jejaknya dicetak di atas"
    expected = "perintah selesai atau masalah yang dapat diperbaiki"
    action = "kirim perintah dan jejak itu kepada pengembang; periksa dahulu bahwa tidak memuat data pribadi"


class SameSides(Problem):
    """Kedua sisi perbandingan sama.

    Yang diperiksa: ``--from`` dan ``--to`` menunjuk dua waktu, atau dua buku aturan, yang berbeda.
    Mengapa: perbandingan dengan dirinya sendiri selalu kosong, dan mudah disangka berarti tidak ada yang berubah.
    Contoh: ``regpol diff --from 2025 --to 2025``
    Sebaiknya: ``regpol diff --from 2024 --to 2025``
    """

    code = "CMD20"
    title = "kedua sisi sama"
    found = "--from dan --to sama-sama “{given}”"
    expected = "dua tahun, dua tanggal, atau dua folder buku aturan yang berbeda"
    action = "ubah salah satunya, misalnya --from 2024 --to 2025"
    given: str


class NoSide(Problem):
    """Sisi perbandingan tidak dapat dibaca.

    Yang diperiksa: ``--from`` dan ``--to`` berupa tahun, tanggal, atau folder buku aturan, dan keduanya sejenis.
    Mengapa: waktu dibandingkan dalam satu buku aturan; dua buku aturan dibandingkan pada satu waktu.
    Contoh: ``regpol diff --from 2024 --to rules-lama``
    Sebaiknya: ``regpol diff --from rules-lama --to rules --year 2025``
    """

    code = "CMD21"
    title = "sisi perbandingan tidak dikenal"
    found = "{option} “{given}”: {trouble}"
    expected = "tahun (2025), tanggal (2025-06-30), atau folder buku aturan; keduanya sejenis"
    action = "lihat contoh: regpol diff --from 2024 --to 2025 --region 52.71"
    option: str
    given: str
    trouble: str
