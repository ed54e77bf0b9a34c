"""What can be wrong with answer files of BPJS or the population office, and with two registers compared.

No problem carries what a cell of a person says.
"""

from typing import ClassVar

from regpol.terms.problems.base import Problem, Severity


class AnswerWithoutKey(Problem):
    """Berkas jawaban tanpa kolom kunci atau status.

    Yang diperiksa: kolom NIK (atau nama) dan kolom status dikenali menurut berkas pemetaan.
    Mengapa: tanpa kunci jawaban tidak dapat dipasangkan dengan orang; tanpa status tidak ada jawabannya.
    Contoh: jawaban yang kolomnya bernama `ID TK` sedangkan pemetaan mencari `NIK`.
    Sebaiknya: simpan pemetaannya dengan `--save-answer-mapping pemetaan.yaml`, tambahkan judul kolom itu, lalu
    jalankan dengan `--answer-mapping pemetaan.yaml`.
    """

    code: ClassVar[str] = "REG90"
    title: ClassVar[str] = "jawaban tanpa kunci atau status"
    found: ClassVar[str] = (
        "menurut pemetaan “{mapping}” kolom kunci atau statusnya tidak ada; judul yang ada: {headings}"
    )
    expected: ClassVar[str] = "judul seperti {wanted}"
    action: ClassVar[str] = (
        "perbaiki pemetaannya: simpan dengan --save-answer-mapping BERKAS, sunting, pakai dengan --answer-mapping"
    )
    mapping: str
    wanted: tuple[str, ...]
    headings: tuple[str, ...]


class StatusesUnknown(Problem):
    """Status yang tidak dikenal.

    Yang diperiksa: tiap status dalam jawaban mempunyai arti dalam berkas pemetaan.
    Mengapa: arti sebuah status tidak boleh ditebak; salah baca berarti orang salah didaftarkan.
    Contoh: status `PENDING VERIFIKASI` belum ada dalam pemetaan.
    Sebaiknya: lihat lembar Status, tambahkan artinya ke pemetaan, lalu jalankan lagi.
    """

    code: ClassVar[str] = "REG91"
    title: ClassVar[str] = "status tidak dikenal"
    severity: ClassVar[Severity] = Severity.WARNING
    found: ClassVar[str] = "{rows} baris berstatus yang tidak ada dalam pemetaan “{mapping}” ({count} macam)"
    expected: ClassVar[str] = "tiap status mempunyai arti dalam pemetaan"
    action: ClassVar[str] = "lihat lembar Status dalam hasil, lengkapi pemetaannya, lalu jalankan lagi"
    mapping: str
    rows: int
    count: int


class MappingUnclear(Problem):
    """Pemetaan tidak dapat dipilih sendiri.

    Yang diperiksa: tepat satu pemetaan cocok dengan berkas jawaban.
    Mengapa: memakai pemetaan yang keliru memberi arti yang keliru.
    Contoh: berkas dengan kolom `ID` dan `Hasil` tidak cocok dengan satu pun pemetaan.
    Sebaiknya: sebutkan `--answer-mapping bpjs`, `--answer-mapping dukcapil`, atau berkas pemetaan sendiri.
    """

    code: ClassVar[str] = "REG92"
    title: ClassVar[str] = "pemetaan jawaban tidak jelas"
    found: ClassVar[str] = "{trouble}"
    expected: ClassVar[str] = "satu pemetaan: {known}, atau berkas YAML sendiri"
    action: ClassVar[str] = (
        "sebutkan --answer-mapping; --save-answer-mapping BERKAS menyimpan sebuah pemetaan untuk disunting"
    )
    trouble: str
    known: tuple[str, ...]


class SameFileTwice(Problem):
    """Satu berkas disebut dua kali.

    Yang diperiksa: kedua berkas yang dibandingkan bukan satu berkas.
    Mengapa: daftar yang dibandingkan dengan dirinya sendiri selalu sama, dan hasilnya menyesatkan.
    Contoh: `regpol register changes juli.xlsx juli.xlsx`.
    Sebaiknya: sebutkan dua berkas yang berbeda.
    """

    code: ClassVar[str] = "REG93"
    title: ClassVar[str] = "berkas disebut dua kali"
    found: ClassVar[str] = "berkas ini disebut sebagai kedua daftar"
    expected: ClassVar[str] = "dua berkas yang berbeda"
    action: ClassVar[str] = "sebutkan berkas yang lain"


class AnswerOfOther(Problem):
    """Jawaban untuk register lain.

    Yang diperiksa: jawaban memuat orang dari register ini.
    Mengapa: jawaban yang tidak memuat seorang pun hampir pasti untuk daftar lain.
    Contoh: jawaban bulan lain atau kelurahan lain.
    Sebaiknya: periksa berkasnya; bila kuncinya lain, perbaiki pemetaannya.
    """

    code: ClassVar[str] = "REG94"
    title: ClassVar[str] = "jawaban untuk register lain"
    found: ClassVar[str] = "tidak seorang pun dari {rows} baris jawaban ada dalam register"
    expected: ClassVar[str] = "jawaban atas register ini"
    action: ClassVar[str] = "periksa berkas jawabannya, atau kolom kuncinya dalam pemetaan"
    rows: int


class FactNotKnown(Problem):
    """Fakta dalam pemetaan tidak dikenal.

    Yang diperiksa: fakta yang diisi pemetaan, dan nilainya, ada dalam kosakata.
    Mengapa: fakta yang tidak dibaca aturan tidak mengubah jawaban apa pun.
    Contoh: `fakta: {peserta: ya}`; namanya `peserta_lain`, nilainya tidak, pu, atau bpu.
    Sebaiknya: pakai nama dan nilai yang disebut.
    """

    code: ClassVar[str] = "REG95"
    title: ClassVar[str] = "fakta dalam pemetaan tidak dikenal"
    found: ClassVar[str] = "{what} “{given}” tidak dikenal{hint}"
    expected: ClassVar[str] = "salah satu dari {known}"
    action: ClassVar[str] = "perbaiki nama atau nilainya dalam pemetaan"
    what: str
    given: str
    known: tuple[str, ...]


class AnswersConflict(Problem):
    """Jawaban bertentangan untuk satu baris.

    Yang diperiksa: satu orang mendapat satu jawaban.
    Mengapa: memilih salah satunya diam-diam berarti menebak.
    Contoh: satu NIK dua kali dalam jawaban, sekali aktif dan sekali meninggal.
    Sebaiknya: lihat lembar Jawaban ganda dan tanyakan kepada pengirimnya.
    """

    code: ClassVar[str] = "REG96"
    title: ClassVar[str] = "jawaban bertentangan"
    severity: ClassVar[Severity] = Severity.WARNING
    found: ClassVar[str] = "{count} baris register mendapat jawaban yang berbeda-beda; isinya tidak diubah"
    expected: ClassVar[str] = "satu jawaban untuk tiap orang"
    action: ClassVar[str] = "lihat lembar Jawaban ganda dan tanyakan kepada pengirimnya"
    count: int


class AnswersLeft(Problem):
    """Baris jawaban tanpa baris register.

    Yang diperiksa: tiap baris jawaban menyangkut seseorang dalam register.
    Mengapa: orang yang tidak ada di register mungkin terhapus, atau NIK-nya salah ketik di salah satu berkas.
    Contoh: jawaban memuat orang yang sudah dikeluarkan bulan lalu.
    Sebaiknya: lihat lembar Jawaban tanpa baris.
    """

    code: ClassVar[str] = "REG97"
    title: ClassVar[str] = "jawaban tanpa baris register"
    severity: ClassVar[Severity] = Severity.WARNING
    found: ClassVar[str] = "{count} baris jawaban tidak menyangkut seorang pun dalam register"
    expected: ClassVar[str] = "tiap baris jawaban menyangkut seseorang dalam register"
    action: ClassVar[str] = "lihat lembar Jawaban tanpa baris; cocokkan NIK-nya"
    count: int


class NobodyStayed(Problem):
    """Kedua register tidak mempunyai orang yang sama.

    Yang diperiksa: register lama dan baru memuat sedikitnya satu orang yang sama.
    Mengapa: dua daftar tanpa orang yang sama hampir pasti bukan dua bulan dari daftar yang sama.
    Contoh: register ketua RT dibandingkan dengan register kader.
    Sebaiknya: periksa kedua berkasnya.
    """

    code: ClassVar[str] = "REG98"
    title: ClassVar[str] = "tidak ada orang yang sama"
    severity: ClassVar[Severity] = Severity.WARNING
    found: ClassVar[str] = "tidak seorang pun dari {old} baris lama ada di antara {new} baris baru"
    expected: ClassVar[str] = "dua bulan dari satu daftar"
    action: ClassVar[str] = "periksa kedua berkas; bila memang daftar lain, tidak ada perubahan yang dapat dihitung"
    old: int
    new: int
