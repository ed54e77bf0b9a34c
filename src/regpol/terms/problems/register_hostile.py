"""Files that would harm whoever opens them, or that nobody could have meant as a list of people."""

from typing import ClassVar

from regpol.terms.problems.base import Problem


class ColumnWithoutCells(Problem):
    """Kolom Parquet memuat daftar atau rekaman, bukan satu isi tiap baris.

    Yang diperiksa: tiap kolom yang dipakai memuat teks, bilangan, tanggal, atau ya/tidak.
    Mengapa: dari sebuah daftar tidak dapat diketahui isi mana yang milik orang itu.
    Contoh: kolom `nama` berjenis LIST karena berkas disusun dari JSON bertingkat.
    Sebaiknya: uraikan kolom itu menjadi satu isi tiap baris sebelum berkas disimpan.
    """

    code: ClassVar[str] = "REG55"
    title: ClassVar[str] = "kolom tanpa sel"
    found: ClassVar[str] = "kolom “{column}” berjenis {kind}"
    expected: ClassVar[str] = "satu teks, bilangan, tanggal, atau ya/tidak tiap baris"
    action: ClassVar[str] = "uraikan kolom itu sebelum menyimpan berkas, atau keluarkan dari berkas"
    column: str
    kind: str


class ArchiveTooLarge(Problem):
    """Buku kerja mengembang melewati batas ketika dibuka.

    Yang diperiksa: jumlah isi buku kerja setelah dimampatkan balik.
    Mengapa: berkas kecil yang mengembang menjadi puluhan gigabita menghabiskan memori komputer.
    Contoh: berkas 1 MB yang memuat lembar 50 GB berisi angka nol.
    Sebaiknya: simpan ulang hanya lembar daftar orangnya, atau pakai CSV atau Parquet.
    """

    code: ClassVar[str] = "REG56"
    title: ClassVar[str] = "buku kerja terlalu besar saat dibuka"
    found: ClassVar[str] = "isinya {size} MB setelah dibuka"
    expected: ClassVar[str] = "paling banyak {limit} MB"
    action: ClassVar[str] = "simpan ulang lembar daftar orangnya saja, atau simpan sebagai CSV atau Parquet"
    size: int
    limit: int


class CellTooLong(Problem):
    """Satu sel berisi teks yang sangat panjang.

    Yang diperiksa: panjang tiap sel berkas teks.
    Mengapa: tanda kutip yang tidak ditutup menelan baris-baris sesudahnya ke dalam satu sel, dan orangnya hilang.
    Contoh: `"Ahmad;Ketua RT` tanpa kutip penutup di tengah berkas.
    Sebaiknya: tutup atau hapus tanda kutip pada baris itu, lalu simpan ulang.
    """

    code: ClassVar[str] = "REG57"
    title: ClassVar[str] = "sel terlalu panjang"
    found: ClassVar[str] = "sel lebih dari {limit} huruf, dimulai sesudah baris {line}"
    expected: ClassVar[str] = "sel paling panjang {limit} huruf; tanda kutip selalu berpasangan"
    action: ClassVar[str] = "tutup atau hapus tanda kutip di sekitar baris itu, lalu simpan ulang"
    limit: int
    line: int
