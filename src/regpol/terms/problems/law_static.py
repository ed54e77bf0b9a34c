"""What can be seen wrong in a linked rulebook without walking it: what nothing reads, cites or resolves."""

from regpol.terms.problems.base import Problem, Severity


class UnusedValue(Problem):
    """Nilai yang tidak dibaca apa pun.

    Yang diperiksa: tiap nilai dipakai sebuah iuran, keringanan, manfaat, kaidah, atau perbandingan.
    Mengapa: nilai yang tidak dibaca biasanya salah nama; tarif yang dimaksud lalu tidak terhitung.
    Contoh: nilai ``pu_jp_pekrja``, sedangkan iurannya membaca ``pu_jp_pekerja``.
    Sebaiknya: samakan namanya, atau sebut nilai itu pada kaidah lewat ``nilai``.
    """

    code = "LAW28"
    title = "nilai tidak terbaca"
    severity = Severity.WARNING
    found = "nilai “{name}” ({meaning}) tidak dipakai apa pun"
    expected = "dipakai sebuah iuran, keringanan, manfaat, atau kaidah"
    action = "periksa ejaan namanya, sebut pada “nilai” sebuah kaidah, atau hapus"
    name: str
    meaning: str


class BrokenValidity(Problem):
    """Masa berlaku yang tidak mungkin atau terputus.

    Yang diperiksa: ketentuan dan iuran berlaku di dalam masa peraturannya; pengubah mulai dan berakhir bersama yang
    diubah; peraturan tahunan yang sejenis tidak mengatur tahun yang sama; deret nilai tidak meninggalkan hari kosong.
    Mengapa: salah ketik satu angka pada tanggal membuat norma hilang tanpa pesan.
    Contoh: baris sampai 28 Februari 2024, baris berikutnya sejak 1 Maret 2024; 29 Februari kosong.
    Sebaiknya: cocokkan tanggalnya dengan naskah.
    """

    code = "LAW29"
    title = "masa berlaku janggal"
    found = "{what}: {trouble}"
    expected = "masa berlaku yang bersambung dan berada di dalam masa peraturannya"
    action = "cocokkan tanggalnya dengan naskah"
    what: str
    trouble: str


class UnresolvedCitation(Problem):
    """Rujukan kepada peraturan yang tidak ada dalam buku aturan.

    Yang diperiksa: peraturan yang disebut dalam ``delegasi``, ``ruang``, ``dibaca``, dan ``pada``.
    Mengapa: pembaca tidak dapat membuka dasar yang tidak tercatat.
    Contoh: ``pada: UU 6/2041``
    Sebaiknya: ``pada: UU 6/2014``, atau tambahkan berkas peraturannya.
    """

    code = "LAW30"
    title = "rujukan tidak ditemukan"
    found = "“{field}” menyebut {given}, yang tidak ada dalam buku aturan"
    expected = "peraturan yang mempunyai berkas dalam rules/peraturan, ditulis dengan nama pendeknya"
    action = "perbaiki namanya{hint}, atau tambahkan berkas peraturannya"
    field: str
    given: str
    known: tuple[str, ...]


class UnrecordedCitation(Problem):
    """Rujukan yang isinya tidak dicatat dalam buku aturan.

    Yang diperiksa: pasal dan ayat dalam ``delegasi`` dan ``ruang`` tercatat sebagai ketentuan peraturan yang dirujuk;
    peraturan yang disebut dalam alasan ``tanpa_delegasi`` mempunyai berkas.
    Mengapa: pasal atau tahun yang salah ketik tidak ketahuan bila isinya tidak pernah dicatat.
    Contoh: ``ruang: UU 23/2014 Pasal 263 ayat (4)``, padahal yang dimaksud Pasal 236.
    Sebaiknya: perbaiki rujukannya, atau catat ketentuannya lebih dahulu.
    """

    code = "LAW31"
    title = "rujukan tidak dicatat"
    severity = Severity.WARNING
    found = "“{field}” merujuk {given}, yang tidak tercatat dalam buku aturan"
    expected = "salah satu yang tercatat: {known}"
    action = "periksa pasal dan tahunnya{hint}; bila benar, catat ketentuan itu pada berkas peraturannya"
    field: str
    given: str
    known: tuple[str, ...]


class RevokedCited(Problem):
    """Rujukan kepada peraturan yang pada waktu itu sudah tidak berlaku.

    Yang diperiksa: ``ruang`` dan ``dibaca`` menunjuk peraturan yang berlaku selama butirnya berlaku; norma dalam
    ``delegasi`` berlaku ketika peraturan yang didelegasikannya mulai berlaku.
    Mengapa: dasar yang sudah dicabut tidak memberi kewenangan, dan diamnya naskah lama bukan diamnya hukum sekarang.
    Contoh: butir ``diam`` tahun 2025 yang hanya membaca Permendesa tahun 2022.
    Sebaiknya: tutup butir itu dengan ``berlaku``, dan baca penggantinya.
    """

    code = "LAW32"
    title = "merujuk peraturan yang tidak berlaku"
    found = "“{field}” menyebut {given}, yang {validity}; {when}"
    expected = "peraturan yang berlaku pada waktu itu"
    action = "tutup masa berlakunya dengan “berlaku”, atau rujuk penggantinya"
    field: str
    given: str
    validity: str
    when: str


class NoDelegation(Problem):
    """Peraturan pelaksana tanpa norma yang memerintahkannya.

    Yang diperiksa: peraturan yang jenisnya bertanda ``perlu_delegasi`` menyebut ``delegasi`` atau ``tanpa_delegasi``.
    Mengapa: peraturan menteri dan peraturan kepala daerah mengikat bila diperintahkan norma yang lebih tinggi atau
    dibentuk menurut kewenangan; pembaca harus dapat memeriksanya.
    Contoh: berkas Permenaker tanpa ``delegasi``.
    Sebaiknya: ``delegasi: [PP 44/2015 Pasal 28]``, atau ``tanpa_delegasi`` dengan alasannya.
    """

    code = "LAW33"
    title = "tanpa dasar pendelegasian"
    found = "{regulation} ({kind}) tidak menyebut norma yang memerintahkannya"
    expected = "“delegasi” dengan pasalnya, atau “tanpa_delegasi” dengan alasannya"
    action = "tambahkan salah satu; pendelegasian biasanya tertulis dalam konsiderans dan dasar hukum naskahnya"
    regulation: str
    kind: str


class UnclaimedProvision(Problem):
    """Ketentuan yang dicatat tetapi tidak dipakai dan tidak diberi tanda.

    Yang diperiksa: tiap ketentuan menjadi kaidah, nilai, iuran, atau manfaat; selainnya bertanda ``sifat_teks``, dan
    yang tidak dimodelkan menyebut ``alasan``.
    Mengapa: pembaca harus dapat membedakan ketentuan yang terlewat dari ketentuan yang sengaja tidak dimodelkan.
    Contoh: ketentuan tentang denda tanpa kaidah dan tanpa ``sifat_teks``.
    Sebaiknya: tulis kaidahnya, atau ``sifat_teks: tidak_dimodelkan`` dengan ``alasan``.
    """

    code = "LAW34"
    title = "ketentuan belum dipakai"
    found = "{citation}: {trouble}"
    expected = "kaidah, nilai, iuran, atau manfaat; atau “sifat_teks”, dengan “alasan” bila tidak dimodelkan"
    action = "tulis kaidahnya, atau beri tanda mengapa ketentuan ini tidak menjadi kaidah"
    citation: str
    trouble: str


class SilenceNotRead(Problem):
    """Pernyataan diam atas naskah yang tidak dibaca.

    Yang diperiksa: peraturan dalam ``dibaca`` sungguh dibaca (``bacaan`` bukan ``tidak_ada``).
    Mengapa: "naskahnya diam" hanya dapat dikatakan oleh orang yang membacanya.
    Contoh: ``dibaca: [Permendagri 20/2018]`` padahal berkasnya mencatat ``bacaan: tidak_ada``.
    Sebaiknya: baca naskahnya, atau ganti pernyataan diam dengan kaidah ``belum_terbaca``.
    """

    code = "LAW35"
    title = "diam atas naskah yang belum dibaca"
    found = "“dibaca” menyebut {regulation}, tetapi berkas peraturan itu mencatat “bacaan: tidak_ada”"
    expected = "hanya peraturan yang naskahnya dibaca"
    action = "baca naskahnya dan perbarui “bacaan”, atau tulis kaidah belum_terbaca sebagai gantinya"
    regulation: str


class TwinRules(Problem):
    """Dua kaidah yang sama.

    Yang diperiksa: dalam satu peraturan tidak ada dua kaidah dengan soal, syarat, norma, dan masa berlaku yang sama.
    Mengapa: biasanya salah satunya disalin lalu lupa diubah.
    Contoh: ``kades-berhak`` dan ``perangkat-berhak`` sama-sama ``bila: {kategori: kepala_desa}``.
    Sebaiknya: ubah yang seharusnya berbeda, atau hapus salah satu.
    """

    code = "LAW36"
    title = "kaidah kembar"
    severity = Severity.WARNING
    found = "{rule} sama dengan {other} ({where}): soal, syarat, dan normanya tidak berbeda"
    expected = "dua kaidah yang berbeda, atau satu saja"
    action = "periksa apakah ini salinan yang lupa diubah; bila memang sama, hapus salah satu"
    rule: str
    other: str
    where: str


class IdleCondition(Problem):
    """Syarat yang tidak mengubah apa pun.

    Yang diperiksa: tiap syarat memisahkan sesuatu, dan tiap pilihan "atau" menambah sesuatu.
    Mengapa: penulisnya tentu bermaksud menyaring; syarat yang selalu benar tidak menyaring.
    Contoh: ``bila: {bentuk_unit: [desa, kelurahan]}``; kedua bentuk yang ada sudah disebut.
    Sebaiknya: sebut yang dimaksud saja, atau hapus syaratnya.
    """

    code = "LAW37"
    title = "syarat tidak menyaring"
    severity = Severity.WARNING
    found = "{rule}: {trouble}"
    expected = "syarat yang membedakan satu keadaan dari keadaan lain"
    action = "sebut yang dimaksud saja, atau hapus syarat itu"
    rule: str
    trouble: str


class LonelyReading(Problem):
    """Tafsir yang tidak berhadapan dengan tafsir lain.

    Yang diperiksa: tafsir ditulis berpasangan; ketentuan yang sama memuat tafsir lain atas soal yang sama.
    Mengapa: satu tafsir saja berarti pilihan sudah dibuat tanpa menunjukkan lawannya.
    Contoh: hanya tafsir "RT adalah bukan penerima upah", tanpa tafsir sebaliknya.
    Sebaiknya: tulis juga tafsir lain beserta sumbernya, atau hapus kunci ``tafsir``.
    """

    code = "LAW38"
    title = "tafsir tanpa tandingan"
    severity = Severity.WARNING
    found = "{rule} ditulis sebagai tafsir ({by}), tetapi tidak ada tafsir lain atas soal {question} pada ketentuannya"
    expected = "sedikitnya dua tafsir yang berbeda, masing-masing dengan sumber"
    action = "tulis tafsir yang lain, atau hapus “tafsir” bila teksnya memang hanya dapat dibaca begitu"
    rule: str
    by: str
    question: str


class UnusedEntry(Problem):
    """Butir daftar yang tidak dipakai.

    Yang diperiksa: tiap sumber dirujuk, tiap fakta dibaca sebuah kaidah, dan tiap kategori induk atau daun dicapai.
    Mengapa: butir yang tidak dipakai biasanya salah eja di tempat pemakaiannya, atau sisa dari aturan yang dihapus.
    Contoh: sumber ``cermin_pp_44`` terdaftar, tetapi ketentuannya merujuk ``cermin_pp_45``.
    Sebaiknya: perbaiki rujukannya, atau hapus butir itu dari daftarnya.
    """

    code = "LAW39"
    title = "butir daftar tidak dipakai"
    severity = Severity.WARNING
    found = "{what} yang tidak dipakai di mana pun: {names}"
    expected = "setiap butir dipakai sedikitnya sekali"
    action = "periksa ejaan di tempat pemakaiannya, atau hapus butir itu"
    what: str
    names: tuple[str, ...]
