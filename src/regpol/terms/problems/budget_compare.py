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
