"""What can be wrong in a region's choices, beside going against a norm."""

from regpol.terms.problems.base import Problem, Severity


class PaidTwice(Problem):
    """Satu iuran dibayar dua kali dari uang publik.

    Yang diperiksa: untuk satu program dari satu kategori, dana yang dipilih berurutan, atau bagiannya utuh.
    Mengapa: dua dana yang sama-sama membayar penuh membayar pekerjaan yang sama dari orang yang sama dua kali.
    Contoh: ``dana: {ketua_rt: [{dana: add, bagian: 100 %}, {dana: apbd_kabkota, bagian: 100 %}]}``
    Sebaiknya: ``dana: {ketua_rt: [add, apbd_kabkota]}`` untuk urutan, atau bagian yang berjumlah 100 %.
    """

    code = "CMD30"
    title = "dibayar dua kali"
    found = "dana {category}: {how}"
    expected = "urutan dana tanpa pengulangan, atau bagian yang seluruhnya 100 %"
    action = "sebut urutannya, misalnya [dana_desa, add], atau bagian tiap dana"
    category: str
    how: str


class SharesIncomplete(Problem):
    """Bagian dana tidak utuh.

    Yang diperiksa: bila satu dana diberi bagian, semua dana kategori itu diberi bagian dan jumlahnya seratus persen.
    Mengapa: sisa iuran yang tidak dibayar siapa pun membuat kepesertaan berhenti.
    Contoh: ``dana: {ketua_rt: [{dana: add, bagian: 60 %}, apbd_kabkota]}``
    Sebaiknya: ``dana: {ketua_rt: [{dana: add, bagian: 60 %}, {dana: apbd_kabkota, bagian: 40 %}]}``
    """

    code = "CMD31"
    title = "bagian dana tidak utuh"
    found = "dana {category}: {told}"
    expected = "bagian untuk tiap dana, seluruhnya 100 %"
    action = "lengkapi bagiannya, atau hapus semua bagian dan pakai urutan"
    category: str
    told: str


class AssumptionNotForDrafts(Problem):
    """Rancangan diminta atas anggapan.

    Yang diperiksa: rancangan hanya bersandar pada naskah dan nilai yang ada untuk tahunnya.
    Mengapa: norma atau upah minimum yang dibawa dari tahun lain tidak boleh masuk peraturan atau perjanjian.
    Contoh: ``regpol draft perwali --project proyek --assume``
    Sebaiknya: rencanakan dengan ``regpol check --assume``; susun rancangan setelah naskah tahun itu terbaca.
    """

    code = "CMD32"
    title = "rancangan tidak memakai anggapan"
    severity = Severity.ERROR
    found = "--assume pada rancangan"
    expected = "rancangan tanpa --assume; yang belum diketahui menjadi titik-titik bertanda"
    action = "hapus --assume; untuk perencanaan pakai check, why, atau matrix dengan --assume"
