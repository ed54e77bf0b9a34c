"""What can be wrong with a regulation that is to be amended or repealed.

The reader is the drafter who holds the regulation in force as a file.
"""

from regpol.terms.problems.base import Problem


class NoRegulation(Problem):
    """Berkas yang diberikan bukan peraturan dengan Pasal.

    Yang diperiksa: berkas pada ``--terhadap`` berjudul peraturan dan memuat Pasal bernomor.
    Mengapa: perubahan dihitung Pasal demi Pasal terhadap peraturan yang berlaku.
    Contoh: ``regpol draft perubahan --terhadap nota-dinas.docx …``
    Sebaiknya: ``regpol draft perubahan --terhadap perwali-5-2023.docx …``
    """

    code = "DOC75"
    title = "bukan peraturan yang dapat diubah"
    found = "{given}"
    expected = "peraturan yang berlaku, dengan judul dan Pasal bernomor: .docx, .txt, .md, atau .xml Akoma Ntoso"
    action = "berikan naskah peraturan yang diubah; hasil pindaian harus lebih dahulu menjadi teks"

    given: str


class AmendsAnother(Problem):
    """Berkas yang diberikan sendiri peraturan perubahan.

    Yang diperiksa: berkas pada ``--terhadap`` memuat Pasal 1 dan seterusnya, bukan Pasal I dan Pasal II.
    Mengapa: perubahan berikutnya tetap mengubah peraturan induknya, bukan peraturan perubahannya.
    Contoh: ``--terhadap perubahan-pertama.docx``
    Sebaiknya: naskah konsolidasi peraturan induk sesudah semua perubahannya, dan ``diubah_dengan`` di project.yaml.
    """

    code = "DOC76"
    title = "berkas ini peraturan perubahan"
    found = "{given}"
    expected = "peraturan induk sebagaimana berlaku sesudah semua perubahannya"
    action = "berikan naskah konsolidasinya, dan sebut perubahan terdahulu dengan diubah_dengan di project.yaml"

    given: str


class RepeatedNumber(Problem):
    """Nomor yang sama dipakai dua kali.

    Yang diperiksa: setiap BAB, Pasal, dan ayat peraturan yang diubah bernomor sendiri.
    Mengapa: perubahan terhadap nomor yang ganda tidak jelas mengenai yang mana.
    Contoh: dua ``Pasal 5`` dalam satu berkas
    Sebaiknya: ``Pasal 5`` dan ``Pasal 5A``, seperti naskah resminya.
    """

    code = "DOC77"
    title = "nomor ganda pada peraturan yang diubah"
    found = "{given}"
    expected = "setiap nomor hanya sekali"
    action = "cocokkan berkas dengan naskah resmi, lalu perbaiki nomornya"

    given: str


class MissingNumber(Problem):
    """Nomor terlompat pada peraturan yang diubah.

    Yang diperiksa: nomor Pasal dan ayat berurutan; yang dihapus tetap dihitung dan ditulis “Dihapus.”.
    Mengapa: nomor yang terlompat berarti berkasnya tidak terbaca seluruhnya, dan perubahannya akan keliru.
    Contoh: teks salinan PDF yang ``Pasal 4``-nya menyambung ke paragraf sebelumnya
    Sebaiknya: ``Pasal 4`` pada baris sendiri, atau ``Pasal 4`` lalu ``Dihapus.`` bila sudah dihapus.
    """

    code = "DOC106"
    title = "nomor terlompat pada peraturan yang diubah"
    found = "tidak terbaca: {given}"
    expected = "nomor berurutan; yang dihapus ditulis “Dihapus.”"
    action = "cocokkan berkas dengan naskah resmi; dari PDF, pakai pdftotext -layout atau salin lewat Word"

    given: str


class InForceElsewhere(Problem):
    """Peraturan yang berlaku berada di luar folder proyek.

    Yang diperiksa: berkas ``--terhadap`` sebuah naskah berkuitansi berada di dalam folder proyeknya.
    Mengapa: kuitansi dipakai membuat naskahnya sekali lagi, dan berkas di luar proyek tidak ditemukan di kantor lain.
    Contoh: ``--project examples/mataram --terhadap ../unduhan/perwali.docx --kuitansi``
    Sebaiknya: salin peraturannya ke dalam folder proyek.
    """

    code = "DOC105"
    title = "peraturan yang berlaku di luar proyek"
    found = "berkas --terhadap di luar folder proyek"
    expected = "berkas di dalam folder proyek, supaya naskahnya dapat dibuat ulang dari kuitansinya"
    action = "salin berkasnya ke folder proyek, lalu sebut salinan itu pada --terhadap"


class NothingToAmend(Problem):
    """Tidak ada ketentuan yang berubah.

    Yang diperiksa: naskah baru dari proyek berbeda dari peraturan yang berlaku.
    Mengapa: peraturan perubahan tanpa perubahan tidak dapat ditulis.
    Contoh: proyek yang kebijakannya sama dengan peraturan yang berlaku
    Sebaiknya: ubah dahulu kebijakan pada project.yaml.
    """

    code = "DOC78"
    title = "tidak ada yang diubah"
    found = "{given} Pasal dan semua lampirannya sama bunyinya"
    expected = "paling sedikit satu ketentuan yang berbeda"
    action = "periksa apakah berkas dan proyeknya benar, atau ubah kebijakan proyek"

    given: int


class NotReproduced(Problem):
    """Perubahan yang dihitung tidak menghasilkan naskah baru.

    Yang diperiksa: perubahan diterapkan kembali pada naskah lama, dan hasilnya harus naskah baru.
    Mengapa: perubahan yang tidak menghasilkan naskah yang dimaksud tidak boleh sampai ke meja penandatangan.
    Contoh: susunan naskah lama yang tidak terbaca seluruhnya
    Sebaiknya: naskah lama dengan satu ketentuan pada satu paragraf.
    """

    code = "DOC79"
    title = "perubahan tidak menghasilkan naskah baru"
    found = "sesudah diterapkan, yang berbeda: {given}"
    expected = "naskah lama yang diubah sama bunyinya dengan naskah baru"
    action = "periksa susunan naskah lama pada ketentuan itu; bila sudah benar, laporkan kepada pemelihara"

    given: str
