"""What can be wrong in how a region means to share out money under ceilings."""

from regpol.terms.problems.base import Problem


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


class NoGapUnits(Problem):
    """Kesenjangan tidak dapat dihitung.

    Yang diperiksa: register menyebut kelurahan, desa, atau kampung orangnya.
    Mengapa: kesenjangan dihitung tiap unit; tanpa unit tidak diketahui unit mana yang belum ikut.
    Contoh: register tanpa kolom kampung.
    Sebaiknya: tambahkan kolom kelurahan, desa, atau kampung.
    """

    code = "BUD26"
    title = "register tidak menyebut unit"
    found = "tidak satu pun baris dengan kelurahan, desa, atau kampung yang dikenal"
    expected = "kolom kelurahan, desa, atau kampung"
    action = "lengkapi kolomnya, lalu jalankan lagi"
