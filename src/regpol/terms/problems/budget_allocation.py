"""What can be wrong in how a region means to share out money under ceilings."""

from regpol.terms.problems.base import Problem, Severity


class UnknownCeilingFund(Problem):
    """Pagu untuk dana yang tidak dikenal.

    Yang diperiksa: setiap nama di bawah ``pagu`` adalah sumber dana dalam kosakata aturan.
    Mengapa: pagu dengan nama salah eja tidak membatasi apa pun, dan rencana melampauinya tanpa peringatan.
    Contoh: ``pagu: {apbd_kab: Rp1.500.000}``
    Sebaiknya: ``pagu: {apbd_kabkota: Rp1.500.000}``
    """

    code = "BUD20"
    title = "dana pada pagu tidak dikenal"
    found = "pagu untuk “{given}”"
    expected = "salah satu sumber dana: {known}{hint}"
    action = "perbaiki nama dananya"
    given: str
    known: tuple[str, ...]


class UnknownOrderFact(Problem):
    """Urutan memakai fakta yang tidak ada.

    Yang diperiksa: ``menurut`` menyebut fakta orang dalam kosakata aturan atau kolom register.
    Mengapa: kunci urutan yang salah eja membuat semua orang dianggap tanpa data, sehingga urutannya kebetulan.
    Contoh: ``urutan: [{menurut: desill}]``
    Sebaiknya: ``urutan: [{menurut: desil}]``
    """

    code = "BUD21"
    title = "fakta pada urutan tidak dikenal"
    found = "urutan menurut “{given}”"
    expected = "salah satu dari {known}{hint}"
    action = "perbaiki nama faktanya"
    given: str
    known: tuple[str, ...]


class UnknownOrderValue(Problem):
    """Urutan menyebut nilai yang tidak ada.

    Yang diperiksa: setiap nilai pada ``dari`` adalah pilihan fakta itu.
    Mengapa: nilai yang salah eja tidak pernah cocok, sehingga orangnya turun ke urutan terakhir.
    Contoh: ``{menurut: kemiskinan, dari: [miskin_sekali]}``
    Sebaiknya: ``{menurut: kemiskinan, dari: [miskin_ekstrem, miskin]}``
    """

    code = "BUD22"
    title = "nilai pada urutan tidak dikenal"
    found = "urutan menurut {fact} menyebut “{given}”"
    expected = "salah satu dari {known}{hint}"
    action = "perbaiki nilainya, atau hapus “dari” bila faktanya bilangan atau tanggal"
    fact: str
    given: str
    known: tuple[str, ...]


class DirectionAndList(Problem):
    """Arah pada fakta yang bukan bilangan.

    Yang diperiksa: ``arah`` dipakai untuk bilangan, rupiah, dan tanggal; pilihan diurutkan dengan ``dari``.
    Mengapa: "naik" tidak berarti apa-apa bagi pilihan seperti miskin dan tidak miskin.
    Contoh: ``{menurut: kemiskinan, arah: naik}``
    Sebaiknya: ``{menurut: kemiskinan, dari: [miskin_ekstrem, miskin, tidak_miskin]}``
    """

    code = "BUD23"
    title = "arah pada fakta berpilihan"
    found = "urutan menurut {fact} memakai “arah”"
    expected = "“dari” dengan nilai dari yang didahulukan: {options}"
    action = "ganti arah dengan dari"
    fact: str
    options: tuple[str, ...]


class GroupMissing(Problem):
    """Pembagian proporsional tanpa kelompok.

    Yang diperiksa: ``alokasi: proporsional`` disertai ``kelompok_alokasi``.
    Mengapa: pagu dibagi menurut kebutuhan tiap kelompok; tanpa kelompok tidak ada yang dibagi.
    Contoh: ``alokasi: proporsional``
    Sebaiknya: ``alokasi: proporsional`` dengan ``kelompok_alokasi: kecamatan``
    """

    code = "BUD24"
    title = "kelompok pembagian belum disebut"
    found = "alokasi: proporsional tanpa kelompok_alokasi"
    expected = "kelompok_alokasi: kategori, kecamatan, atau kelurahan"
    action = "tambahkan kelompok_alokasi"


class NeedlessOrder(Problem):
    """Urutan prioritas pada alokasi datang dahulu.

    Yang diperiksa: ``urutan`` hanya dipakai bersama ``alokasi: prioritas`` atau ``proporsional``.
    Mengapa: kunci yang ditulis tetapi tidak dipakai menyesatkan pembaca rencana.
    Contoh: ``alokasi: datang_dahulu`` dengan ``urutan: [{menurut: desil}]``
    Sebaiknya: ``alokasi: prioritas`` dengan ``urutan: [{menurut: desil}]``
    """

    code = "BUD25"
    title = "urutan tidak dipakai"
    found = "alokasi: datang_dahulu bersama urutan"
    expected = "alokasi: prioritas bila urutan menurut fakta dikehendaki"
    action = "ganti alokasinya, atau hapus urutannya"


class PriorityFactMissing(Problem):
    """Fakta urutan tidak diketahui.

    Yang diperiksa: setiap orang yang diurutkan mempunyai nilai untuk setiap kunci urutan.
    Mengapa: orang tanpa data ditaruh di belakang; orang yang justru paling membutuhkan dapat tertinggal.
    Contoh: sel desil yang kosong pada alokasi menurut desil.
    Sebaiknya: lengkapi dari data sosial ekonomi, lalu jalankan lagi.
    """

    code = "BUD26"
    title = "fakta urutan tidak diketahui"
    severity = Severity.WARNING
    found = "{people} orang tanpa {fact}; baris {rows}"
    expected = "nilai {fact} untuk tiap orang"
    action = "lengkapi faktanya; sampai itu mereka berada sesudah semua yang datanya ada"
    people: int
    fact: str
    rows: tuple[int, ...]


class CeilingReached(Problem):
    """Pagu habis sebelum semua orang masuk.

    Yang diperiksa: kebutuhan semua orang muat dalam pagu dananya.
    Mengapa: orang di luar pagu tidak terlindungi sampai ada uang lain; namanya tetap dalam daftar.
    Contoh: pagu cukup untuk 600 dari 1.204 orang.
    Sebaiknya: tambah pagu, tambah dana berikutnya, atau kurangi bulan perlindungan.
    """

    code = "BUD27"
    title = "pagu habis"
    severity = Severity.WARNING
    found = "{fund}: {outside} orang di luar pagu; yang pertama pada baris {row}"
    expected = "pagu {needed} untuk semua"
    action = "tambah pagu pada perubahan APBD, pilih dana berikutnya, atau terima daftar tunggu"
    fund: str
    outside: int
    row: int
    needed: str


class PaidElsewhere(Problem):
    """Orang yang iurannya sudah dibayar pihak lain.

    Yang diperiksa: peserta aktif dari pekerjaan lain, yang sudah dibayar dana lain, dan dua baris satu orang.
    Mengapa: membayar satu perlindungan dua kali dari uang publik adalah kerugian yang harus dikembalikan.
    Contoh: kader yang juga ketua RT, keduanya diusulkan.
    Sebaiknya: satu orang satu baris; ``pembayaran_ganda: tandai`` bila dua pekerjaan memang dilindungi sendiri-sendiri.
    """

    code = "BUD28"
    title = "kemungkinan dibayar dua kali"
    severity = Severity.WARNING
    found = "{people} orang {how}; baris {rows}"
    expected = "satu pembayar untuk tiap perlindungan"
    action = "cocokkan dengan kantor cabang BPJS Ketenagakerjaan, lalu benarkan registernya"
    people: int
    how: str
    rows: tuple[int, ...]


class NoGapUnits(Problem):
    """Kesenjangan tidak dapat dihitung.

    Yang diperiksa: register menyebut kelurahan, desa, atau kampung orangnya.
    Mengapa: kesenjangan dihitung tiap unit; tanpa unit tidak diketahui unit mana yang belum ikut.
    Contoh: register tanpa kolom kampung.
    Sebaiknya: tambahkan kolom kelurahan, desa, atau kampung.
    """

    code = "BUD29"
    title = "register tidak menyebut unit"
    found = "tidak satu pun baris dengan kelurahan, desa, atau kampung yang dikenal"
    expected = "kolom kelurahan, desa, atau kampung"
    action = "lengkapi kolomnya, lalu jalankan lagi"


class MissingCover(Problem):
    """Daftar kepesertaan tidak diketahui.

    Yang diperiksa: register menyebut siapa yang sudah menjadi peserta (kolom peserta BPJS).
    Mengapa: kesenjangan adalah selisih antara yang ada dan yang sudah terlindungi.
    Contoh: register kampung tanpa kolom kepesertaan.
    Sebaiknya: isi kolomnya, atau impor jawaban kantor cabang BPJS Ketenagakerjaan.
    """

    code = "BUD30"
    title = "kepesertaan sekarang tidak diketahui"
    severity = Severity.WARNING
    found = "{people} dari {all} orang tanpa keterangan kepesertaan"
    expected = "ya atau tidak untuk tiap orang"
    action = "lengkapi kolom kepesertaan; sampai itu mereka dihitung belum terlindungi"
    people: int
    all: int
