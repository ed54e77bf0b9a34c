"""What can be wrong when the rulebook is walked, or approved by a lawyer."""

from regpol.terms.problems.base import Problem


class UnknownEntry(Problem):
    """Tidak ada butir buku aturan dengan nama itu.

    Yang diperiksa: nama yang diketik adalah peraturan, ketentuan, kaidah, nilai, kategori, program, atau dana.
    Mengapa: butir yang ditebak dari nama yang mirip dapat menyesatkan pembacanya.
    Contoh: ``regpol law show "UU 3/2042"``
    Sebaiknya: ``regpol law show "UU 3/2024"``, atau ketentuan seperti tercetak, misalnya ``UU 24/2011 Pasal 14``.
    """

    code = "CMD13"
    title = "butir buku aturan tidak dikenal"
    found = "“{given}”"
    expected = "peraturan, ketentuan seperti tercetak, kaidah, nilai, kategori, program, atau dana"
    action = "ketik ulang{hint}; daftarnya: regpol law list"
    given: str
    known: tuple[str, ...]


class NotOneEntry(Problem):
    """Yang ditandatangani bukan satu ketentuan atau satu nilai.

    Yang diperiksa: ``law sign`` menunjuk tepat satu ketentuan atau satu nilai.
    Mengapa: ahli hukum menyetujui bunyi yang ia baca, bukan satu peraturan sekaligus atau nama yang berarti dua hal.
    Contoh: ``regpol law sign "UU 3/2024" ...``
    Sebaiknya: ``regpol law sign "UU 3/2024 Pasal 26 ayat (3) huruf c" ...``
    """

    code = "CMD14"
    title = "bukan satu ketentuan atau nilai"
    found = "“{given}” adalah {what}"
    expected = "satu ketentuan atau satu nilai, misalnya {candidates}"
    action = "tanda tangani satu per satu; isinya terlihat dengan regpol law show “{given}”"
    given: str
    what: str
    candidates: tuple[str, ...]


class AlreadySigned(Problem):
    """Butir ini sudah ditandatangani orang yang sama untuk naskah yang sama, dan tidak ada yang berubah.

    Yang diperiksa: belum ada tanda tangan yang masih berlaku dari orang itu.
    Mengapa: tanda tangan kedua tidak menambah apa pun dan mengaburkan kapan naskah dibaca.
    Contoh: menjalankan ``regpol law sign`` dua kali.
    Sebaiknya: lihat tanda tangannya dengan ``regpol law show ... --project DIR``.
    """

    code = "CMD15"
    title = "sudah ditandatangani"
    found = "{entry}: {name}, {date}"
    expected = "butir yang belum ditandatangani, atau yang tanda tangannya gugur"
    action = "tidak perlu apa-apa; tanda tangan itu masih berlaku"
    entry: str
    name: str
    date: str


class UnreadableText(Problem):
    """Salinan naskah yang disebut tidak dapat dibaca.

    Yang diperiksa: berkas pada ``--text`` ada, dapat dibuka, dan tidak kosong.
    Mengapa: tanda tangan berlaku untuk naskah tertentu; sidik naskahnya dihitung dari berkas itu.
    Contoh: ``--text uu-3-2024.pdf`` di folder yang tidak memuatnya
    Sebaiknya: berkas naskah yang benar-benar dibaca, misalnya PDF dari laman penerbit.
    """

    code = "CMD16"
    title = "naskah tidak dapat dibaca"
    found = "{trouble}"
    expected = "berkas naskah yang dibaca penanda tangan"
    action = "periksa --text"
    trouble: str


class NamelessSigner(Problem):
    """Nama penanda tangan tidak ada.

    Yang diperiksa: ``--by`` memuat nama orang.
    Mengapa: tanda tangan tanpa nama tidak dapat ditanyakan kepada siapa pun.
    Contoh: ``--by ""``
    Sebaiknya: ``--by "CONTOH NAMA, S.H."``
    """

    code = "CMD17"
    title = "penanda tangan tanpa nama"
    found = "--by = “{given}”"
    expected = "nama orang yang membaca naskahnya"
    action = "isi --by dengan nama lengkap"
    given: str
