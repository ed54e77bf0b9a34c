"""What can be wrong with a budget plan and the choices it is made from."""

from regpol.terms.problems.base import Problem


class NotAPlan(Problem):
    """Berkas bukan rencana anggaran regpol.

    Yang diperiksa: berkas JSON yang dibaca kembali adalah rencana yang disimpan regpol, dan utuh.
    Mengapa: rencana yang dipotong atau disunting tangan memberi perbandingan yang tidak benar.
    Contoh: ``regpol budget compare rencana.json catatan.json``
    Sebaiknya: simpan rencana dengan ``regpol budget REGISTER --project FOLDER -o rencana.json``.
    """

    code = "BUD01"
    title = "bukan rencana anggaran"
    found = "isinya bukan rencana anggaran bentuk {form}, atau tidak utuh"
    expected = "berkas yang ditulis regpol budget dengan -o berakhiran .json"
    action = "buat ulang rencananya dengan regpol budget REGISTER --project FOLDER -o BERKAS.json"
    form: str
