"""What a walk through every reachable situation can find wrong in the law a rulebook adds up to."""

from regpol.terms.problems.base import Problem, Severity


class Unanswered(Problem):
    """Sekelompok keadaan yang tidak dijawab oleh kaidah maupun pernyataan diam.

    Yang diperiksa: setiap orang yang mungkin ada, pada setiap masa, mendapat jawaban untuk setiap soal.
    Mengapa: diamnya hukum harus dinyatakan setelah naskahnya dibaca, tidak boleh disimpulkan dari kosongnya berkas.
    Contoh: Dana Desa untuk kader posyandu tahun 2025 tidak disebut kaidah mana pun.
    Sebaiknya: tambahkan kaidah, kaidah ``belum_terbaca`` bila naskahnya belum dibaca, atau butir dalam ``diam.yaml``.
    """

    code = "LAW22"
    title = "celah: keadaan tanpa jawaban"
    found = "{asked}: {count} keadaan tanpa jawaban, yaitu {cells}; {periods}. Contohnya {example}"
    expected = "kaidah, kaidah belum_terbaca, atau pernyataan diam untuk setiap keadaan itu"
    action = "tambahkan salah satunya; sebelum itu ada, program menolak menjawab orang dalam keadaan ini"
    asked: str
    objects: tuple[str, ...]
    count: int
    cells: str
    periods: str
    example: str


class UnexplainedConflict(Problem):
    """Dua norma berlawanan, dan tidak ada yang menjelaskan mengapa.

    Yang diperiksa: jawaban "belum pasti" lahir dari tafsir yang ditulis, atau dari norma yang menurut jenjang memang
    tanpa urutan (menteri dengan menteri lain, menteri dengan daerah).
    Mengapa: selain dua sebab itu, biasanya sebuah kaidah ditulis terlalu luas atau sebuah pengecualian lupa dinyatakan.
    Contoh: satu ayat mewajibkan JKP, ayat lain dalam peraturan yang sama mengeluarkannya.
    Sebaiknya: persempit ``bila``, tulis ``mengecualikan``, atau tulis keduanya sebagai ``tafsir`` dengan sumbernya.
    """

    code = "LAW23"
    title = "norma berlawanan tanpa penjelasan"
    found = "{question} {object}: {one} berlawanan dengan {other} dalam {count} keadaan. Contohnya {example}"
    expected = "satu di antaranya kalah menurut asas, atau keduanya ditulis sebagai tafsir dengan sumber"
    action = "persempit “bila” salah satunya, tulis “mengecualikan”, atau tulis keduanya sebagai “tafsir”"
    question: str
    object: str
    one: str
    other: str
    count: int
    example: str


class NeverMet(Problem):
    """Kaidah yang syaratnya tidak dipenuhi siapa pun.

    Yang diperiksa: untuk tiap kaidah ada sedikitnya satu orang yang mungkin ada dan memenuhi syaratnya.
    Mengapa: kaidah demikian tampak bekerja, padahal tidak pernah.
    Contoh: ``bila: {kategori: kepala_desa, bentuk_unit: kelurahan}``; kepala desa tidak ada di kelurahan.
    Sebaiknya: perbaiki syaratnya.
    """

    code = "LAW24"
    title = "kaidah mati: syaratnya tidak pernah terpenuhi"
    found = "{rule}: tidak seorang pun dapat memenuhi syaratnya"
    expected = "sedikitnya satu keadaan yang memenuhi syarat kaidah"
    action = "periksa “bila”: mungkin dua syaratnya saling meniadakan, atau kategori dan tempatnya tidak cocok"
    rule: str


class NeverInForce(Problem):
    """Kaidah yang tidak berlaku pada masa mana pun yang diperiksa.

    Yang diperiksa: tiap kaidah berlaku pada sedikitnya satu hari dari tahun-tahun anggaran dalam buku aturan.
    Mengapa: mungkin tanggalnya salah ketik; bila benar, kaidah itu hanya riwayat.
    Contoh: ``berlaku: {sampai: 2016-12-31}`` padahal buku aturan dimulai tahun anggaran 2021.
    Sebaiknya: periksa tanggalnya; hapus kaidahnya bila hanya riwayat.
    """

    code = "LAW25"
    title = "kaidah mati: tidak pernah berlaku"
    severity = Severity.WARNING
    found = "{rule}: {validity}; tahun yang diperiksa {first} sampai {last}"
    expected = "berlaku pada sedikitnya satu hari dalam tahun-tahun itu"
    action = "periksa tanggalnya; bila hanya riwayat, hapus kaidah ini"
    rule: str
    validity: str
    first: int
    last: int


class Shadowed(Problem):
    """Kaidah yang berlaku tetapi tidak pernah tampil dalam jawaban.

    Yang diperiksa: tiap kaidah yang berlaku, dalam sedikitnya satu keadaan, menjadi dasar jawaban.
    Mengapa: mungkin ia memang selalu kalah; mungkin juga sudah tidak perlu, seperti pernyataan diam yang kini terjawab.
    Contoh: butir ``diam`` tentang Dana Desa 2026, padahal norma Dana Desa 2026 sudah ditulis.
    Sebaiknya: hapus atau persempit kaidah itu; bila ia memang selalu kalah, cukup dicatat pada ketentuannya.
    """

    code = "LAW26"
    title = "kaidah selalu tertutup"
    severity = Severity.WARNING
    found = "{rule}: berlaku dalam {count} keadaan, tetapi di semuanya tertutup oleh {by}"
    expected = "menjadi dasar jawaban dalam sedikitnya satu keadaan"
    action = "hapus atau persempit kaidah ini, atau periksa apakah yang menutupinya terlalu luas"
    rule: str
    count: int
    by: tuple[str, ...]


class ExceptionNeverApplies(Problem):
    """Pengecualian yang tidak pernah mengecualikan apa pun.

    Yang diperiksa: kaidah pengecualian dan kaidah yang dikecualikannya pernah berlaku bersama bagi orang yang sama.
    Mengapa: pengecualian yang tidak pernah bertemu kaidah umumnya biasanya menunjuk kaidah yang keliru.
    Contoh: pengecualian bagi ASN terhadap kaidah yang hanya mengenai kader.
    Sebaiknya: tunjuk kaidah yang benar, atau hapus ``mengecualikan``.
    """

    code = "LAW27"
    title = "pengecualian tidak pernah berlaku"
    found = "{rule} mengecualikan {target}, tetapi keduanya tidak pernah berlaku bersama bagi satu orang"
    expected = "sedikitnya satu keadaan tempat keduanya berlaku atas hal yang sama"
    action = "periksa nama kaidah yang dikecualikan, syarat, dan masa berlaku keduanya"
    rule: str
    target: str
