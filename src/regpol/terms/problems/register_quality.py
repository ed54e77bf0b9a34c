"""What only shows when rows are compared with each other, with other lists, or with the limits of age.

Like every problem of a row they say where to look and never what a cell holds.
"""

from typing import ClassVar

from regpol.terms.problems.base import Owner
from regpol.terms.problems.register_warnings import RowWarning


class NikInOtherList(RowWarning):
    """NIK ada pula dalam daftar lain.

    Yang diperiksa: satu NIK ada dalam satu daftar saja, bila beberapa daftar diperiksa bersama.
    Mengapa: dua dinas yang mendaftarkan orang yang sama akan membayarnya dua kali.
    Contoh: ketua RT yang ada dalam daftar kecamatan dan dalam daftar Bagian Pemerintahan.
    Sebaiknya: sepakati satu daftar bagi orang itu, lalu hapus dari yang lain.
    """

    code: ClassVar[str] = "REG28"
    owner: ClassVar[Owner] = Owner.OPERATOR
    title: ClassVar[str] = "NIK ada dalam daftar lain"
    found: ClassVar[str] = "NIK yang sama dengan {first}, dalam kategori yang sama"
    expected: ClassVar[str] = "satu daftar untuk tiap orang dalam tiap kategori"
    action: ClassVar[str] = "sepakati daftar mana yang memuatnya, lalu hapus dari yang lain"
    first: str


class SamePerson(RowWarning):
    """Nama, tanggal lahir, dan unit sama, NIK tidak.

    Yang diperiksa: dua baris dengan nama, tanggal lahir, dan unit yang sama ber-NIK sama.
    Mengapa: biasanya itu satu orang, dan salah satu NIK keliru atau belum diisi; ia akan dibayar dua kali.
    Contoh: "H. Moh. Yusuf" dan "MOHAMMAD YUSUF, S.Pd", lahir pada hari yang sama di satu kelurahan.
    Sebaiknya: cocokkan keduanya dengan KTP; hapus satu baris bila orangnya sama.
    """

    code: ClassVar[str] = "REG29"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "orang yang sama, NIK berbeda"
    found: ClassVar[str] = "nama, tanggal lahir, dan unit sama dengan {first}; NIK-nya {how}"
    expected: ClassVar[str] = "satu NIK dan satu baris untuk tiap orang"
    action: ClassVar[str] = "cocokkan keduanya dengan KTP; hapus satu baris bila orangnya sama"
    first: str
    how: str


class SimilarPerson(RowWarning):
    """Mungkin orang yang sama.

    Yang diperiksa: baris yang mirip dengan baris lain menurut nama, tanggal lahir, unit, dan digit NIK.
    Mengapa: ejaan nama dan satu digit NIK sering berbeda antara dua daftar bagi orang yang sama.
    Contoh: "Nurhayati" dan "Nur Hayatti" dengan tanggal lahir dan kelurahan yang sama.
    Sebaiknya: tanyakan kepada kelurahan; ini dugaan, jangan menghapus tanpa memeriksa.
    """

    code: ClassVar[str] = "REG30"
    owner: ClassVar[Owner] = Owner.VILLAGE
    title: ClassVar[str] = "mungkin orang yang sama"
    found: ClassVar[str] = "mirip dengan {first}: {why}"
    expected: ClassVar[str] = "satu baris untuk tiap orang; orang kembar dan bernama sama memang ada"
    action: ClassVar[str] = "periksa keduanya pada KTP; biarkan bila orangnya berbeda"
    first: str
    why: str


class NikOfOtherName(RowWarning):
    """Satu NIK untuk nama yang berbeda.

    Yang diperiksa: baris dengan NIK yang sama bernama sama.
    Mengapa: NIK hanya milik satu orang; salah satu baris memakai NIK orang lain dan pendaftarannya akan ditolak.
    Contoh: NIK tersalin dari baris di atasnya.
    Sebaiknya: cocokkan dengan KTP; bila KTP keduanya sama, minta Dukcapil memeriksa.
    """

    code: ClassVar[str] = "REG31"
    owner: ClassVar[Owner] = Owner.POPULATION_OFFICE
    title: ClassVar[str] = "satu NIK dua nama"
    found: ClassVar[str] = "NIK yang sama dengan {first}, tetapi namanya lain"
    expected: ClassVar[str] = "satu nama untuk tiap NIK"
    action: ClassVar[str] = "cocokkan dengan KTP; bila KTP keduanya sama, minta Dukcapil memeriksa"
    first: str


class OtherCategoryElsewhere(RowWarning):
    """Satu orang dua kategori dalam daftar berbeda.

    Yang diperiksa: satu NIK berkategori sama dalam semua daftar yang diperiksa bersama.
    Mengapa: merangkap itu mungkin, tetapi iurannya tidak boleh dibayar dua kali untuk hal yang sama.
    Contoh: ketua RT dalam satu daftar, kader posyandu dalam daftar lain.
    Sebaiknya: tetapkan kategori mana yang menjadi dasar pembayaran.
    """

    code: ClassVar[str] = "REG32"
    owner: ClassVar[Owner] = Owner.GOVERNMENT
    title: ClassVar[str] = "satu orang dua kategori dalam daftar lain"
    found: ClassVar[str] = "NIK yang sama dengan {first}, dalam kategori lain"
    expected: ClassVar[str] = "satu dasar pembayaran untuk tiap orang"
    action: ClassVar[str] = "tetapkan kategori mana yang menjadi dasar pembayaran"
    first: str


class AgeOutsidePolicy(RowWarning):
    """Usia di luar batas kebijakan daerah.

    Yang diperiksa: usia pada hari penilaian dalam batas `usia_masuk` pada kebijakan proyek.
    Mengapa: orang di luar batas itu tidak didaftarkan menurut peraturan daerah yang sedang disusun.
    Contoh: `usia_masuk: 18 sampai sebelum 65`, sedangkan orangnya genap 65 tahun.
    Sebaiknya: periksa tanggal lahir; bila benar, keluarkan dari usulan atau tinjau kebijakannya.
    """

    code: ClassVar[str] = "REG33"
    owner: ClassVar[Owner] = Owner.GOVERNMENT
    title: ClassVar[str] = "usia di luar kebijakan"
    found: ClassVar[str] = "usia pada {on_date} {side}"
    expected: ClassVar[str] = "usia {limits}, menurut kebijakan proyek"
    action: ClassVar[str] = "periksa tanggal lahir; bila benar, keluarkan dari usulan atau tinjau kebijakannya"
    on_date: str
    side: str
    limits: str


class AgeAtLegalLimit(RowWarning):
    """Usia mengenai batas dalam peraturan.

    Yang diperiksa: usia tidak mengenai kaidah dalam buku aturan yang menutup atau mengecualikan menurut usia.
    Mengapa: pendaftarannya dapat ditolak, atau manfaatnya berbeda; jawabannya tertulis pada `regpol check`.
    Contoh: usia 65 tahun bagi bukan penerima upah, yang praktiknya berbeda-beda.
    Sebaiknya: tanyakan kepada kantor cabang BPJS sebelum dianggarkan.
    """

    code: ClassVar[str] = "REG34"
    owner: ClassVar[Owner] = Owner.BPJS
    title: ClassVar[str] = "usia mengenai batas peraturan"
    found: ClassVar[str] = "usia mengenai batas untuk {about}: {answer} ({citation}; bukti {evidence})"
    expected: ClassVar[str] = "usia yang tidak dikenai batas itu"
    action: ClassVar[str] = "periksa tanggal lahir; bila benar, tanyakan kepada kantor cabang BPJS sebelum dianggarkan"
    about: str
    answer: str
    citation: str
    evidence: str
