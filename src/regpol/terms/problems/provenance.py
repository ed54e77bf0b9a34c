"""What can stop the comparison of a kept copy with today: a copy that does not say what it was made from."""

from regpol.terms.problems.base import Problem


class NoManifest(Problem):
    """Salinan lama tidak memuat manifes.

    Yang diperiksa: berkas yang dibandingkan ditulis dengan ``--arsip`` (manifesnya ada di dalam PDF), atau berupa
    ``manifes.json`` yang dikeluarkan dari sana.
    Mengapa: tanpa manifes tidak diketahui bunyi dan dasar tiap klausul ketika salinan itu dibuat.
    Contoh: PDF pratinjau, hasil pindaian, atau PDF arsip yang disimpan ulang oleh program lain
    Sebaiknya: pakai berkas aslinya, atau keluarkan ``manifes.json`` lewat panel lampiran pembaca PDF.
    """

    code = "DOC40"
    title = "salinan tanpa manifes"
    found = "{trouble}"
    expected = "PDF yang ditulis dengan --arsip, atau manifes.json dari dalamnya"
    action = "pakai berkas aslinya, atau keluarkan manifes.json dari lampiran PDF itu"

    trouble: str
