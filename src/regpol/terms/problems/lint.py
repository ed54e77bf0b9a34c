"""What can stop the checking of a paper: a file that cannot be read as one, or a rule file with a fault.

What the checks themselves find is no problem of the program; it is a finding of a rule in rules/teknik.
"""

from regpol.terms.problems.base import Problem


class ErrorWithoutEvidence(Problem):
    """Aturan teknik berbobot kesalahan tanpa bukti yang kuat.

    Yang diperiksa: bobot ``kesalahan`` hanya pada aturan dengan bukti ``tinggi``.
    Mengapa: naskah orang tidak disalahkan dengan aturan yang bunyinya sendiri belum terbaca pada sumber.
    Contoh: ``bukti: sedang`` dengan ``bobot: kesalahan``
    Sebaiknya: ``bobot: perlu_diperiksa``.
    """

    code = "DOC60"
    title = "bobot melebihi bukti"
    found = "{rule} berbobot kesalahan dengan bukti {confidence}"
    expected = "bobot kesalahan hanya bila buktinya tinggi"
    action = "ganti bobotnya menjadi perlu_diperiksa, atau lengkapi buktinya"

    rule: str
    confidence: str


class RuleTwice(Problem):
    """Satu aturan teknik ditulis dua kali.

    Yang diperiksa: setiap nomor aturan hanya ada satu kali dalam ``rules/teknik``.
    Mengapa: tidak dapat diketahui keterangan yang mana yang berlaku.
    Contoh: ``DR-021`` dalam dua berkas
    Sebaiknya: satu keterangan untuk satu nomor.
    """

    code = "DOC61"
    title = "aturan teknik ganda"
    found = "{given}, sudah ditulis di {first}"
    expected = "satu keterangan untuk satu nomor aturan"
    action = "hapus salah satu"

    given: str
    first: str


class UnreadablePaper(Problem):
    """Berkas naskah tidak dapat dibaca.

    Yang diperiksa: berkas ada, boleh dibaca, dan utuh.
    Mengapa: naskah yang terbaca sebagian akan diperiksa sebagian, dan itu menyesatkan.
    Contoh: berkas .docx yang terputus saat diunduh
    Sebaiknya: salin ulang berkasnya, lalu periksa lagi.
    """

    code = "DOC62"
    title = "naskah tidak terbaca"
    found = "{trouble}"
    expected = "berkas .docx, .txt, atau .md yang utuh"
    action = "periksa nama dan letak berkas, atau simpan ulang dari pengolah kata"

    trouble: str


class WrongPaperFile(Problem):
    """Jenis berkas yang tidak dibaca sebagai naskah.

    Yang diperiksa: nama berkas berakhiran .docx, .txt, atau .md.
    Mengapa: dari PDF atau gambar susunan naskah tidak dapat dipastikan.
    Contoh: ``rancangan.pdf``
    Sebaiknya: salin teksnya ke berkas .txt, atau periksa berkas Word-nya.
    """

    code = "DOC65"
    title = "bukan berkas naskah"
    found = "berkas “{given}”"
    expected = "berkas .docx, .txt, atau .md"
    action = "simpan naskahnya sebagai .docx, atau salin teksnya ke berkas .txt"

    given: str


class NoPaper(Problem):
    """Berkas tanpa teks.

    Yang diperiksa: berkas memuat tulisan.
    Mengapa: naskah hasil pindai berisi gambar halaman; tidak ada tulisan yang dapat diperiksa.
    Contoh: .docx yang setiap halamannya gambar
    Sebaiknya: gunakan berkas asli, atau salin teksnya.
    """

    code = "DOC66"
    title = "tidak ada tulisan"
    found = "tidak ada satu huruf pun"
    expected = "teks naskah"
    action = "gunakan berkas asal naskah, bukan hasil pindai"
