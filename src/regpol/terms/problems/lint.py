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
