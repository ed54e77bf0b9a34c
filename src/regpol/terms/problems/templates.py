"""What can be wrong with the files a draft is made with: templates, layout, Word styles.

The reader is whoever keeps ``templates/``. What is wrong inside a paper, once a template has run, is in
`regpol.terms.problems.documents`.
"""

from regpol.terms.problems.base import Problem


class UnknownName(Problem):
    """Nama yang tidak ada pada bahan naskah.

    Yang diperiksa: setiap nama di dalam ``{{ … }}`` dan ``{% … %}``. Templat hanya mengenal satu
    benda, yaitu ``brief``, beserta isinya.
    Mengapa: nama yang salah tulis tidak boleh menjadi kalimat kosong di dalam peraturan.
    Contoh: ``{{ brief.region.nama }}``
    Sebaiknya: ``{{ brief.region.name }}``
    """

    code = "DOC01"
    title = "nama tidak dikenal"
    found = "“{given}”{hint}"
    expected = "salah satu dari: {known}"
    action = "perbaiki nama itu pada baris templat yang ditunjuk"

    given: str
    known: tuple[str, ...] = ()


class TemplateSyntax(Problem):
    """Tata tulis templat yang tidak dapat dibaca.

    Yang diperiksa: pasangan ``{% if %}``–``{% endif %}``, ``{% for %}``–``{% endfor %}``, dan
    tanda kurung ``{{ … }}``.
    Mengapa: syarat yang tidak ditutup membuat bagian naskah hilang tanpa terlihat.
    Contoh: ``{% if brief.wage_base %}`` tanpa ``{% endif %}``
    Sebaiknya: tutup setiap ``{% if %}`` dengan ``{% endif %}`` pada baris tersendiri.
    """

    code = "DOC02"
    title = "tata tulis templat"
    found = "{detail}"
    expected = "perintah templat yang lengkap dan berpasangan"
    action = "periksa baris yang ditunjuk dan baris di atasnya"

    detail: str


class TemplateNotFound(Problem):
    """Templat yang tidak ditemukan.

    Yang diperiksa: berkas templat dan berkas yang disertakannya ada di folder templat.
    Mengapa: naskah tidak dapat disusun tanpa seluruh klausulnya.
    Contoh: ``{% include "clauses/data.naskah.j2" %}`` padahal berkasnya bernama lain
    Sebaiknya: periksa nama berkas di ``templates/``.
    """

    code = "DOC13"
    title = "templat tidak ditemukan"
    found = "“{given}”{hint}"
    expected = "berkas di folder templat: {known}"
    action = "perbaiki nama berkasnya"

    given: str
    known: tuple[str, ...] = ()


class TemplateFailed(Problem):
    """Templat berhenti di tengah jalan.

    Yang diperiksa: perintah templat hanya membaca ``brief``; perintah lain ditolak.
    Mengapa: templat tidak boleh menjalankan program, mengubah bahan naskah, atau menghitung.
    Contoh: ``{{ brief.region.name.__class__ }}``
    Sebaiknya: minta nilai yang diperlukan ditambahkan pada bahan naskah.
    """

    code = "DOC14"
    title = "templat gagal dijalankan"
    found = "{detail}"
    expected = "perintah yang hanya membaca bahan naskah"
    action = "sederhanakan perintah pada baris yang ditunjuk"

    detail: str


class FetchRefused(Problem):
    """Tata letak meminta berkas dari luar.

    Yang diperiksa: pembuatan PDF tidak mengambil gambar, huruf, atau gaya dari jaringan maupun dari
    berkas lain.
    Mengapa: naskah harus dapat dibuat luring, sama byte demi byte, dan tidak membocorkan apa pun.
    Contoh: ``@import "https://…"`` di ``templates/layout/naskah.css``
    Sebaiknya: tulis gayanya langsung di berkas itu, gambar sebagai ``data:``.
    """

    code = "DOC17"
    title = "alamat luar ditolak"
    found = "{address}"
    expected = "tata letak tanpa berkas dari luar"
    action = "hapus alamat itu dari templates/layout"

    address: str


class StyleMissing(Problem):
    """Gaya Word yang tidak ada.

    Yang diperiksa: ``templates/styles.docx`` memuat semua gaya yang dipakai penulis DOCX.
    Mengapa: penomoran dan acuan hidup menempel pada gaya; tanpa gaya itu nomornya hilang.
    Contoh: gaya ``Ayat`` dihapus atau diganti namanya di Word
    Sebaiknya: ubah huruf dan inden gayanya saja, namanya tetap; bila telanjur, ambil kembali berkas asli
    dari pemasangan regpol.
    """

    code = "DOC18"
    title = "gaya Word tidak ada"
    found = "tidak ada: {given}"
    expected = "berkas gaya Word yang memuat semua gaya naskah"
    action = (
        "periksa nama berkas pada “gaya:” di project.yaml (DOCX, bukan ODT); bila sebuah gaya yang hilang, kembalikan "
        "namanya di Word, atau salin lagi templates/styles.docx"
    )

    given: str


class SingleBrace(Problem):
    """Kurung kurawal tunggal dalam templat.

    Yang diperiksa: isi ditulis di antara ``{{`` dan ``}}``, perintah di antara ``{%`` dan ``%}``.
    Mengapa: kurung tunggal bukan perintah, sehingga tercetak apa adanya di dalam peraturan.
    Contoh: ``Wali Kota { brief.region.name }``
    Sebaiknya: ``Wali Kota {{ brief.region.name }}``
    """

    code = "DOC100"
    title = "kurung kurawal tunggal"
    found = "“{text}”"
    expected = "“{{{{ … }}}}” untuk isi, “{{% … %}}” untuk perintah"
    action = "gandakan kurungnya"

    text: str


class UnknownMark(Problem):
    """Penanda unit yang tidak dikenali.

    Yang diperiksa: baris sesudah kalimat pembuka rincian bermula dengan penanda, dan penanda ditulis dengan
    titik atau kurung tutup lalu spasi.
    Mengapa: penanda yang salah tulis terbaca sebagai lanjutan kalimat di atasnya, dan rinciannya hilang.
    Contoh: ``a, nama`` atau ``(a) nama`` atau ``- nama``
    Sebaiknya: ``a. nama``
    """

    code = "DOC101"
    title = "penanda tidak dikenali"
    found = "“{text}”"
    expected = "Pasal, (1), a., 1., a), atau 1) di awal baris, diikuti spasi"
    action = "perbaiki penanda di awal baris itu"

    text: str
