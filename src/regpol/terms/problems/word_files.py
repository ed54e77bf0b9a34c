"""What can be wrong with a Word file that comes back: no Word file, locked, broken, or made to harm."""

from regpol.terms.problems.base import Problem


class NotWordFile(Problem):
    """Berkas yang bukan DOCX.

    Yang diperiksa: berkas adalah DOCX, yaitu naskah yang disimpan Word atau LibreOffice sejak 2007.
    Mengapa: bentuk lain (``.doc``, PDF, ODT, RTF) tidak menyimpan tanda klausul yang diperlukan untuk membandingkan.
    Contoh: ``naskah.doc``, atau PDF yang diganti namanya menjadi ``.docx``
    Sebaiknya: buka di Word, pilih Simpan Sebagai, lalu pilih jenis Dokumen Word (.docx).
    """

    code = "DOC50"
    title = "bukan berkas DOCX"
    found = "{kind}"
    expected = "naskah Word berbentuk .docx"
    action = "buka di Word atau LibreOffice, lalu Simpan Sebagai Dokumen Word (.docx)"

    kind: str


class LockedWordFile(Problem):
    """DOCX yang dikunci kata sandi.

    Yang diperiksa: isi berkas terbaca tanpa kata sandi.
    Mengapa: isi yang terkunci tidak dapat dibandingkan, dan regpol tidak meminta kata sandi siapa pun.
    Contoh: naskah yang disimpan dengan “Enkripsi dengan Kata Sandi”
    Sebaiknya: buka di Word, File, Info, Lindungi Dokumen, kosongkan kata sandinya, simpan.
    """

    code = "DOC51"
    title = "DOCX terkunci"
    found = "berkas dikunci dengan kata sandi"
    expected = "berkas tanpa kata sandi"
    action = "buka di Word dengan kata sandinya, hapus kata sandi lewat File > Info > Lindungi Dokumen, lalu simpan"


class BrokenWordFile(Problem):
    """DOCX yang rusak.

    Yang diperiksa: arsip berkas utuh dan naskah di dalamnya terbaca.
    Mengapa: naskah yang terbaca separuh akan tampak seolah klausulnya dihapus.
    Contoh: unduhan atau salinan yang terputus di tengah
    Sebaiknya: salin ulang dari pengirimnya, atau buka dengan “Buka dan Perbaiki” di Word lalu simpan.
    """

    code = "DOC52"
    title = "DOCX rusak"
    found = "{trouble}"
    expected = "DOCX yang utuh"
    action = "minta salinan baru, atau buka dengan “Buka dan Perbaiki” di Word lalu simpan"

    trouble: str


class WordFileTooLarge(Problem):
    """DOCX yang mengembang melewati batas ketika dibuka.

    Yang diperiksa: ukuran isi DOCX setelah dimampatkan balik.
    Mengapa: berkas kecil yang mengembang menjadi puluhan gigabita menghabiskan memori komputer.
    Contoh: berkas 1 MB yang mengembang menjadi 50 GB
    Sebaiknya: jangan membuka berkas itu; tanyakan asalnya kepada pengirim.
    """

    code = "DOC53"
    title = "DOCX terlalu besar saat dibuka"
    found = "isinya lebih dari {limit} MB setelah dibuka"
    expected = "paling banyak {limit} MB"
    action = "bila naskahnya memang besar, keluarkan gambarnya; bila tidak dikenal, jangan dibuka"

    limit: int


class NoClauses(Problem):
    """Naskah tanpa satu pun klausul yang dikenali.

    Yang diperiksa: naskah memuat Pasal, ayat, atau rincian, dari tanda klausul regpol, gaya, atau penandanya.
    Mengapa: tanpa klausul tidak ada yang dapat dibandingkan.
    Contoh: surat pengantar yang diberikan sebagai pengganti naskahnya
    Sebaiknya: berikan naskah peraturan atau perjanjiannya.
    """

    code = "DOC54"
    title = "tidak ada klausul"
    found = "tidak ada Pasal, ayat, atau rincian yang dikenali di antara {paragraphs} paragraf"
    expected = "naskah dengan baris seperti “Pasal 5”, “(2) …”, atau “a. …”"
    action = "periksa apakah berkasnya benar; naskah buatan regpol selalu dikenali"

    paragraphs: int
