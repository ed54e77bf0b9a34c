"""What can be wrong with plans that are compared and with scenarios."""

from regpol.terms.problems.base import Problem


class OtherRegion(Problem):
    """Rencana yang dibandingkan berasal dari wilayah lain.

    Yang diperiksa: semua rencana dalam satu perbandingan berasal dari wilayah yang sama.
    Mengapa: selisih antara dua daerah bukan akibat sebuah pilihan; jumlah orang, upah, dan dananya lain.
    Contoh: ``regpol budget compare mataram.json merauke.json``
    Sebaiknya: bandingkan rencana dari wilayah yang sama.
    """

    code = "BUD60"
    title = "rencana wilayah lain"
    found = "rencana {region}"
    expected = "rencana {expected_region}, seperti yang pertama"
    action = "bandingkan hanya rencana dari wilayah yang sama"
    region: str
    expected_region: str


class PlanUnreadable(Problem):
    """Rencana tersimpan tidak dapat dibaca.

    Yang diperiksa: berkas rencana ada, dapat dibuka, dan berisi JSON yang utuh.
    Mengapa: perbandingan dengan rencana yang terpotong memberi selisih yang tidak pernah ada.
    Contoh: ``regpol budget compare rencana.json catatan.txt``
    Sebaiknya: berkas .json yang ditulis ``regpol budget REGISTER --project FOLDER -o rencana.json``.
    """

    code = "BUD61"
    title = "rencana tidak terbaca"
    found = "{trouble}"
    expected = "rencana yang disimpan regpol budget sebagai .json"
    action = "periksa nama berkasnya, atau simpan ulang rencananya"
    trouble: str


class ScenarioUnknown(Problem):
    """Skenario tidak dikenal.

    Yang diperiksa: skenario yang diminta tertulis dalam ``project.yaml`` di bawah ``skenario``, atau dalam
    ``skenario.yaml`` di folder proyek.
    Mengapa: perbandingan dengan skenario yang ditebak menjawab pertanyaan lain.
    Contoh: ``--scenario ukm``
    Sebaiknya: ``--scenario umk``
    """

    code = "BUD62"
    title = "skenario tidak dikenal"
    found = "skenario “{given}”"
    expected = "salah satu dari {known}"
    action = "ketik ulang{hint}, atau tulis skenario itu dalam project.yaml"
    given: str
    known: tuple[str, ...]


class ScenarioTwice(Problem):
    """Skenario tertulis di dua berkas.

    Yang diperiksa: skenario proyek tertulis di satu tempat saja, ``project.yaml`` atau ``skenario.yaml``.
    Mengapa: bila keduanya dipakai, tidak jelas mana yang berlaku.
    Contoh: ``skenario:`` dalam project.yaml, dan skenario.yaml di folder yang sama
    Sebaiknya: pindahkan semuanya ke satu berkas.
    """

    code = "BUD63"
    title = "skenario di dua tempat"
    found = "skenario dalam project.yaml dan dalam {file}"
    expected = "skenario di satu berkas"
    action = "pindahkan semuanya ke salah satu, lalu hapus yang lain"
    file: str
