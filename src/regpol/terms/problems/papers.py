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


class NobodyInUnit(Problem):
    """Kecamatan yang perjanjiannya diminta tidak mempunyai seorang pun yang dibayar iurannya.

    Yang diperiksa: rencana anggaran membayar sedikitnya satu orang di unit itu.
    Mengapa: perjanjian merinci kategori dan jumlah peserta; tanpa peserta tidak ada yang diperjanjikan.
    Contoh: ``regpol draft mou --unit 52.71.06`` sedangkan register tidak memuat orang di kecamatan itu.
    Sebaiknya: lengkapi register, atau keluarkan kecamatan itu dari daftar kecamatan pada project.yaml.
    """

    code = "DOC82"
    title = "tidak ada peserta di unit itu"
    found = "rencana anggaran tidak membayar iuran seorang pun di {unit}"
    expected = "sedikitnya satu orang yang dibayar iurannya di sana"
    action = "periksa kolom kecamatan pada register, atau keluarkan kecamatan itu dari project.yaml"
    unit: str


class NobodyDecided(Problem):
    """Register yang tidak menghasilkan satu kategori pekerja pun untuk dituangkan.

    Yang diperiksa: sedikitnya satu orang mempunyai kategori yang dikenal dan dapat diputus.
    Mengapa: naskah mengatur atau memperjanjikan kategori pekerja; tanpa satu pun, tidak ada yang dapat ditulis.
    Contoh: seluruh kolom jabatan berisi sebutan yang belum mempunyai padanan kategori.
    Sebaiknya: betulkan kolom jabatan, atau tambahkan padanannya pada proyek, lalu jalankan lagi.
    """

    code = "DOC81"
    title = "tidak ada kategori untuk dituangkan"
    found = "tidak seorang pun dalam register mempunyai kategori yang dapat diputus"
    expected = "sedikitnya satu orang dengan kategori pekerja yang dikenal"
    action = "lihat sebabnya dengan regpol register inspect, lalu betulkan kolom jabatan atau tambahkan padanannya"
