"""What can be wrong with the topics and the Penjelasan of a regulation.

The numbers and the "Cukup jelas." of a Penjelasan are computed from the regulation, so the only things a
drafter can get wrong are where its sentences stand.
"""

from regpol.terms.problems.base import Problem


class ArticleInGeneral(Problem):
    """Penjelasan sebuah Pasal ditulis pada bagian umum.

    Yang diperiksa: bagian ``Penjelasan:`` memuat penjelasan umum saja; penjelasan sebuah Pasal, ayat, atau
    huruf ditulis pada baris sesudah unit itu.
    Mengapa: “II. PASAL DEMI PASAL” disusun dari Pasal yang ada, sehingga nomornya selalu sama dengan batang
    tubuh dan setiap Pasal disebut (DR-102).
    Contoh: ``Pasal 3`` lalu ``Cukup jelas.`` di bawah ``Penjelasan:``
    Sebaiknya: ``Penjelasan: Yang dimaksud dengan “…” adalah ….`` pada baris sesudah ayatnya.
    """

    code = "DOC70"
    title = "penjelasan pasal pada bagian umum"
    found = "{given}"
    expected = "paragraf penjelasan umum; penomoran dan “Cukup jelas.” disusun program"
    action = "pindahkan kalimatnya ke sesudah unit yang dijelaskan, diawali “Penjelasan: ”, dan hapus baris ini"

    given: str


class EmptyGeneral(Problem):
    """Bagian penjelasan tanpa isi.

    Yang diperiksa: ``Penjelasan:`` diikuti paling sedikit satu paragraf.
    Mengapa: penjelasan dimulai dengan “I. UMUM”, yang memuat latar belakang, maksud, dan tujuan peraturan.
    Contoh: ``Penjelasan:`` lalu langsung ``Lampiran: …``
    Sebaiknya: tulis paragrafnya, atau hapus bagian itu bila peraturannya tidak memerlukan penjelasan.
    """

    code = "DOC71"
    title = "penjelasan umum kosong"
    found = "“Penjelasan:” tanpa paragraf"
    expected = "paling sedikit satu paragraf penjelasan umum"
    action = "tulis penjelasan umumnya, atau hapus baris “Penjelasan:”"


class ExplanationElsewhere(Problem):
    """Penjelasan pada naskah yang bukan peraturan.

    Yang diperiksa: bagian ``Penjelasan:`` hanya ada pada ``Naskah: peraturan``.
    Mengapa: keputusan, instruksi, surat, dan perjanjian tidak mempunyai penjelasan; alasannya berada pada
    Menimbang atau isi surat.
    Contoh: ``Naskah: keputusan`` dengan ``Penjelasan:``
    Sebaiknya: pindahkan alasannya ke Menimbang.
    """

    code = "DOC72"
    title = "penjelasan di luar peraturan"
    found = "“Penjelasan:” pada Naskah: {form}"
    expected = "Naskah: peraturan"
    action = "hapus bagian itu"

    form: str


class UnknownTopic(Problem):
    """Topik pada proyek yang tidak dikenal.

    Yang diperiksa: setiap kunci ``topik`` pada ``project.yaml`` ada pada ``topik`` di ``templates/rumusan.yaml``.
    Mengapa: topik yang salah tulis akan diam-diam tidak masuk rancangan.
    Contoh: ``topik: {sosialisai: ya}``
    Sebaiknya: ``topik: {sosialisasi: ya}``
    """

    code = "DOC73"
    title = "topik tidak dikenal"
    found = "topik “{given}”{hint}"
    expected = "salah satu topik pada templates/rumusan.yaml"
    action = "perbaiki namanya, atau tambahkan topik itu beserta klausulnya"

    given: str
    known: tuple[str, ...] = ()
