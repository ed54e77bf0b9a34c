"""What stands in the way of a paper that lists or names people."""

from regpol.terms.problems.base import Problem


class TooManyToList(Problem):
    """Daftar penerima yang lebih panjang daripada yang dapat dimuat satu naskah.

    Yang diperiksa: jumlah orang yang akan ditulis dalam lampiran daftar penerima.
    Mengapa: lampiran ribuan halaman tidak dapat dicetak atau diperiksa; yang dipakai bekerja ialah daftar tiap unit.
    Contoh: ``regpol draft keputusan-penerima`` bagi provinsi dengan ratusan ribu penerima.
    Sebaiknya: ``--unit`` dengan satu kecamatan atau desa; jumlah pada Keputusan tetap jumlah seluruh daerah.
    """

    code = "DOC80"
    title = "daftar penerima terlalu panjang"
    found = "{people} orang"
    expected = "paling banyak {most} orang dalam satu naskah"
    action = "buat lampirannya tiap unit dengan --unit KODE"

    people: int
    most: int
