"""What can be wrong with a paper once its template has run.

The reader of these pages is the legal drafter: each speaks of lines of naskah, not of the program. A
draft is refused as a whole, with every problem that can be told apart in one run; half a regulation is
worse than none.
"""

from regpol.terms.problems.base import Problem, Severity


class UnknownReference(Problem):
    """Acuan ke label yang tidak ada di templat mana pun.

    Yang diperiksa: setiap ``@label`` dan ``~@label`` mempunyai satu ``#label`` pada unit yang diacu.
    Mengapa: setiap acuan internal harus menunjuk unit yang ada (DR-129).
    Contoh: ``sebagaimana dimaksud ~@permohonn``
    Sebaiknya: ``sebagaimana dimaksud ~@permohonan``, dengan ``(1) #permohonan …`` pada unitnya.
    """

    code = "DOC03"
    title = "acuan tidak dikenal"
    found = "@{given}{hint}"
    expected = "label yang diberikan pada salah satu unit, misalnya “(1) #{given} …”"
    action = "perbaiki nama label, atau beri label pada unit yang diacu"

    given: str
    known: tuple[str, ...] = ()


class ReferenceLeftOut(Problem):
    """Acuan ke unit yang ditinggalkan oleh keadaan perkara ini.

    Yang diperiksa: unit yang diacu ikut tertulis bila unit yang mengacu tertulis.
    Mengapa: label itu ada di templat, tetapi berada di dalam ``{% if %}`` yang tidak terpenuhi;
    acuannya akan menunjuk ke tempat kosong.
    Contoh: ``~@jht`` di luar ``{% if %}`` yang memuat ``#jht``
    Sebaiknya: bungkus kalimat yang mengacu dengan syarat yang sama.
    """

    code = "DOC04"
    title = "acuan ke unit yang tidak ikut tertulis"
    found = "@{given}, padahal unit berlabel #{given} ditinggalkan oleh isi bahan naskah"
    expected = "unit yang diacu tertulis setiap kali kalimat ini tertulis"
    action = "beri kalimat ini syarat {{% if %}} yang sama dengan unit yang diacunya"

    given: str


class DuplicateLabel(Problem):
    """Satu label dipakai dua kali.

    Yang diperiksa: ``#label`` hanya diberikan sekali dalam satu naskah, termasuk di dalam
    ``{% for %}`` dan templat yang disertakan.
    Mengapa: acuan ke label itu tidak dapat diketahui menunjuk ke unit yang mana.
    Contoh: ``a. #kategori {{ c.name }}`` di dalam ``{% for %}``
    Sebaiknya: beri label pada kalimat pembuka rincian, di luar ``{% for %}``.
    """

    code = "DOC05"
    title = "label ganda"
    found = "#{label}, sudah dipakai di {first}"
    expected = "satu label untuk satu unit"
    action = "ganti salah satu label, atau keluarkan label dari perulangan"

    label: str
    first: str


class TextWithoutContainer(Problem):
    """Kalimat yang tidak berada di dalam unit mana pun.

    Yang diperiksa: setiap baris teks melanjutkan Pasal, ayat, atau rincian di atasnya.
    Mengapa: norma yang tidak bernomor tidak dapat diacu dan tidak dapat dilaksanakan.
    Contoh: kalimat tepat di bawah ``BAB KETENTUAN UMUM`` tanpa ``Pasal``
    Sebaiknya: tulis ``Pasal`` pada baris tersendiri sebelum kalimat itu.
    """

    code = "DOC06"
    title = "teks tanpa wadah"
    found = "“{text}”"
    expected = "teks di bawah Pasal, ayat, atau rincian"
    action = "tulis penanda unitnya (Pasal, (1), a.) di depan atau di atas teks itu"

    text: str


class UnknownHead(Problem):
    """Baris kepala atau bagian naskah yang tidak dikenal.

    Yang diperiksa: baris sebelum ``Menimbang:`` atau ``Komparisi:`` berbentuk ``Nama: isi`` dengan
    nama yang dikenal; hal yang sama berlaku bagi isian tanda tangan.
    Mengapa: kepala yang salah tulis akan hilang dari judul peraturan.
    Contoh: ``Judul: Penyelenggaraan …``
    Sebaiknya: ``Tentang: Penyelenggaraan …``
    """

    code = "DOC07"
    title = "kepala naskah tidak dikenal"
    found = "“{given}”{hint}"
    expected = "salah satu dari: {known}"
    action = "perbaiki nama kepala itu, atau pindahkan teksnya ke bagian yang benar"

    given: str
    known: tuple[str, ...] = ()


class SkippedLevel(Problem):
    """Tingkat susunan yang terlompati.

    Yang diperiksa: BAB > Bagian > Paragraf > Pasal > ayat, dan rincian a. > 1. > a) > 1).
    Mengapa: pengelompokan dan rincian tidak boleh melompat tingkat (DR-044, DR-066) dan rincian
    paling banyak empat tingkat (DR-067).
    Contoh: ``a) …`` langsung di bawah ``(1) …``
    Sebaiknya: ``a. …`` di bawah ``(1) …``
    """

    code = "DOC08"
    title = "tingkat terlompati"
    found = "{kind} di bawah {parent}"
    expected = "{kind} di bawah {allowed}"
    action = "pakai penanda tingkat yang tepat, atau tulis tingkat di antaranya"

    kind: str
    parent: str
    allowed: tuple[str, ...]


class UnknownBasis(Problem):
    """Dasar hukum yang tidak dikenal.

    Yang diperiksa: setiap ``^[kunci]`` ada di antara dasar hukum bahan naskah atau di antara kunci
    yang didaftar pada ``regpol.documents.brief.keys``.
    Mengapa: kunci yang salah tulis membuat norma kehilangan dasarnya tanpa terlihat.
    Contoh: ``^[dana:abpd]``
    Sebaiknya: ``^[dana:apbd]``
    """

    code = "DOC09"
    title = "dasar hukum tidak dikenal"
    found = "^[{given}]{hint}"
    expected = "kunci dasar hukum yang ada, misalnya {known}"
    action = "perbaiki kuncinya, atau tambahkan dasar hukum itu pada bahan naskah"

    given: str
    known: tuple[str, ...] = ()


class ListWithoutConjunction(Problem):
    """Rincian tanpa kata penghubung.

    Yang diperiksa: kalimat pembuka rincian diakhiri ``[dan]``, ``[atau]``, ``[dan/atau]``, atau
    ``[kalimat]``.
    Mengapa: kumulatif, alternatif, atau keduanya mengubah isi norma (DR-068 s.d. DR-070); perangkat
    lunak tidak boleh menebaknya. Titik koma dan kata penghubungnya sendiri ditulis oleh penyusun pohon.
    Contoh: ``(1) Peserta terdiri atas:``
    Sebaiknya: ``(1) Peserta terdiri atas: [dan]``
    """

    code = "DOC10"
    title = "rincian tanpa kata penghubung"
    found = "“{text}” diikuti {count} rincian"
    expected = "[dan], [atau], [dan/atau], atau [kalimat] di ujung kalimat pembuka"
    action = "tambahkan penanda kata penghubung di ujung kalimat pembuka"

    text: str
    count: int


class EmptyList(Problem):
    """Kalimat pembuka rincian tanpa rincian.

    Yang diperiksa: kalimat yang diakhiri titik dua mempunyai paling sedikit satu rincian.
    Mengapa: semua rinciannya ditinggalkan oleh keadaan perkara ini; kalimatnya menjadi buntung.
    Contoh: ``(1) Peserta terdiri atas: [dan]`` yang semua rinciannya di dalam ``{% if %}``
    Sebaiknya: bungkus juga kalimat pembukanya, atau pastikan satu rincian selalu tertulis.
    """

    code = "DOC11"
    title = "rincian kosong"
    found = "“{text}” tanpa satu pun rincian"
    expected = "paling sedikit satu rincian"
    action = "periksa syarat rinciannya, atau isi bahan naskah yang menjadi sumbernya"

    text: str


class MissingPart(Problem):
    """Bagian naskah yang wajib tetapi tidak ada.

    Yang diperiksa: kerangka peraturan (judul, Menimbang, Mengingat, MEMUTUSKAN, penutup, tanda
    tangan) atau kerangka perjanjian (judul, komparisi, premis, isi, penutup, tanda tangan).
    Mengapa: naskah tersusun lengkap dan berurutan (DR-001, MU-002 s.d. MU-008).
    Contoh: peraturan tanpa ``Mengingat:``
    Sebaiknya: tulis ``Mengingat:`` beserta dasar hukumnya sebelum ``MEMUTUSKAN:``.
    """

    code = "DOC12"
    title = "bagian naskah tidak ada"
    found = "naskah tanpa {part}"
    expected = "{part}"
    action = "lengkapi bagian itu pada templat"

    part: str


class TableShape(Problem):
    """Baris tabel dengan jumlah sel yang berbeda.

    Yang diperiksa: setiap baris tabel mempunyai sel sebanyak kepala tabelnya.
    Mengapa: angka akan tergeser ke kolom yang salah.
    Contoh: kepala ``| No | Kategori | Jumlah |`` dengan baris ``| 1 | Ketua RT |``
    Sebaiknya: ``| 1 | Ketua RT | 120 |``
    """

    code = "DOC15"
    title = "bentuk tabel"
    found = "{cells} sel"
    expected = "{columns} sel seperti kepala tabel"
    action = "lengkapi atau kurangi selnya; tanda | di dalam isi bahan naskah tidak dihitung"

    cells: int
    columns: int


class LeadWithoutColon(Problem):
    """Kalimat pembuka rincian yang tidak diakhiri titik dua.

    Yang diperiksa: teks tepat sebelum rincian diakhiri titik dua.
    Mengapa: rincian harus terbaca sebagai satu rangkaian dengan kalimat pembukanya (DR-060, DR-065).
    Contoh: ``(1) Peserta terdiri atas [dan]``
    Sebaiknya: ``(1) Peserta terdiri atas: [dan]``
    """

    code = "DOC16"
    title = "pembuka rincian tanpa titik dua"
    found = "“{text}”"
    expected = "kalimat pembuka yang diakhiri titik dua"
    action = "tambahkan titik dua, atau periksa penanda rincian di bawahnya"

    text: str


class EmptyUnit(Problem):
    """Unit tanpa isi.

    Yang diperiksa: setiap BAB, Bagian, dan Paragraf memuat Pasal; setiap Pasal, ayat, dan rincian
    memuat teks.
    Mengapa: syarat pada templat meninggalkan seluruh isinya, tetapi judul atau nomornya tetap tertulis.
    Contoh: ``Pasal`` yang semua ayatnya di dalam ``{% if %}``
    Sebaiknya: bungkus juga baris ``Pasal`` dengan syarat itu.
    """

    code = "DOC19"
    title = "unit tanpa isi"
    found = "{unit} tanpa isi"
    expected = "isi di bawahnya, atau unit itu ikut ditinggalkan"
    action = "bungkus judul unit itu dengan syarat yang sama dengan isinya"

    unit: str


class BasisNotMapped(Problem):
    """Dasar hukum klausul belum dihimpun.

    Yang diperiksa: kunci dasar hukum pada templat mempunyai isi pada bahan naskah.
    Mengapa: klausul tetap tertulis, tetapi ditandai agar perancang mencari dasarnya.
    Contoh: klausul dengan ``^[data:pribadi]`` sedangkan aturannya belum dihimpun
    Sebaiknya: himpun dasar hukumnya, atau lengkapi lewat daftar pekerjaan perancang.
    """

    code = "DOC20"
    title = "dasar hukum belum dihimpun"
    found = "{address}: ^[{given}]"
    expected = "rujukan hukum bagi klausul ini"
    action = "lengkapi dasar hukumnya; klausul ditandai pada rancangan"
    severity = Severity.WARNING

    given: str
    address: str
