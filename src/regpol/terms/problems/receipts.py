"""What can stop the checking of finished files against their receipt."""

from regpol.terms.problems.base import Problem


class NotReceipt(Problem):
    """Berkas yang bukan kuitansi.

    Yang diperiksa: berkas yang disebut pada ``regpol verify`` adalah kuitansi yang ditulis regpol, utuh.
    Mengapa: tanpa kuitansi tidak diketahui berkas apa yang dibuat, dari bahan apa, dan bagaimana isinya waktu itu.
    Contoh: PDF-nya sendiri, atau kuitansi yang disunting sampai bukan JSON lagi
    Sebaiknya: sebut ``kuitansi.json`` di folder paket, atau berkas yang berakhiran ``.kuitansi.json``.
    """

    code = "RCP01"
    title = "bukan kuitansi"
    found = "{trouble}"
    expected = "kuitansi yang ditulis regpol, misalnya paket/kuitansi.json atau rancangan.pdf.kuitansi.json"
    action = "sebut berkas kuitansinya; tanpa kuitansi, buat ulang hasilnya"

    trouble: str


class OtherProject(Problem):
    """Kuitansi dari proyek lain.

    Yang diperiksa: wilayah dan tahun anggaran pada kuitansi sama dengan yang ada pada proyek yang disebut.
    Mengapa: bahan dari proyek lain selalu berbeda, sehingga perbandingannya tidak berarti apa-apa.
    Contoh: kuitansi Kota Mataram 2025 diperiksa dengan ``--project`` Kota Palembang
    Sebaiknya: sebut folder proyek yang menghasilkan berkas itu.
    """

    code = "RCP02"
    title = "kuitansi dari proyek lain"
    found = "kuitansi untuk wilayah {region} tahun {year}, proyek untuk wilayah {other_region} tahun {other_year}"
    expected = "proyek yang menghasilkan berkas itu"
    action = "sebut folder proyeknya dengan --project"

    region: str
    year: int
    other_region: str
    other_year: int


class CannotRepeat(Problem):
    """Hasil yang tidak dapat dibuat ulang dari kuitansinya.

    Yang diperiksa: ``--ulang`` disertai proyeknya, dan kuitansi menyebut perintah yang membuat hasilnya.
    Mengapa: membuat ulang memerlukan register dan kebijakan proyek, yang tidak disimpan dalam kuitansi.
    Contoh: ``regpol verify rancangan.pdf.kuitansi.json --ulang`` di folder tanpa project.yaml
    Sebaiknya: tambahkan ``--project FOLDER``.
    """

    code = "RCP03"
    title = "tidak dapat dibuat ulang"
    found = "{trouble}"
    expected = "--ulang bersama --project FOLDER dari proyek yang menghasilkan berkas itu"
    action = "tambahkan --project FOLDER; bila perintahnya tidak tercatat, jalankan sendiri lalu bandingkan"

    trouble: str


class NotNumbers(Problem):
    """Daftar angka paket yang tidak terbaca.

    Yang diperiksa: ``angka.json`` di folder paket memuat setiap angka dengan nilainya dan tempatnya.
    Mengapa: tanpa daftar itu tidak diketahui angka mana yang harus ada di berkas yang mana.
    Contoh: ``angka.json`` disunting sampai bukan JSON lagi, atau tidak ikut disalin
    Sebaiknya: salin lagi ``angka.json`` dari folder asal, atau buat ulang paketnya.
    """

    code = "RCP10"
    title = "daftar angka tidak terbaca"
    found = "berkas tidak ada atau isinya bukan daftar angka"
    expected = "angka.json yang ditulis bersama paketnya"
    action = "salin lagi angka.json dari folder asal, atau buat ulang paketnya"


class NumberDisagrees(Problem):
    """Angka di berkas jadi yang tidak cocok.

    Yang diperiksa: setiap angka yang dibaca kembali dari PDF, DOCX, XLSX, dan HTML sama dengan yang dihitung; PDF dan
    DOCX dari naskah yang sama memuat angka yang sama; jumlah sama dengan baris di atasnya.
    Mengapa: orang menandatangani angka di kertas, bukan angka di dalam program.
    Contoh: RAB menyebut Rp4.670.204, sedangkan pasal pembayaran menyebut Rp4.760.204
    Sebaiknya: jangan edarkan paket itu; buat ulang, dan bila berkasnya sudah lama jadi, cari siapa yang mengubahnya.
    """

    code = "RCP11"
    title = "angka tidak cocok"
    found = "{way}: {held}"
    expected = "{wanted}"
    action = "jangan edarkan paket ini; buat ulang, atau kembalikan berkas aslinya"

    way: str
    held: str
    wanted: str
