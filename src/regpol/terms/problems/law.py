"""What can be wrong in the law a rulebook adds up to, and in deciding it."""

from regpol.terms.problems.base import Problem


class Gap(Problem):
    """Keadaan yang tidak dijawab oleh kaidah maupun pernyataan diam.

    Yang diperiksa: tiap pertanyaan untuk tiap keadaan yang mungkin mempunyai kaidah atau pernyataan diam.
    Mengapa: diamnya hukum harus dinyatakan setelah naskahnya dibaca, tidak boleh disimpulkan dari kosongnya berkas.
    Contoh: tidak ada kaidah dana desa untuk kader posyandu tahun 2025.
    Sebaiknya: kaidah ``belum_terbaca`` bila naskahnya belum dibaca, atau butir dalam ``rules/diam.yaml``.
    """

    code = "LAW18"
    title = "keadaan tanpa jawaban"
    found = "{question} {object}: {situation}"
    expected = "kaidah, kaidah belum_terbaca, atau pernyataan diam"
    action = "tambahkan salah satunya; sampai itu ada, jangan dianggap tidak diatur"
    question: str
    object: str
    situation: str


class EngineDisagreement(Problem):
    """Dua mesin penalaran memberi jawaban berbeda.

    Yang diperiksa: penilai acuan dan durable-rules menemukan kaidah yang sama untuk tiap keadaan.
    Mengapa: perbedaan berarti salah satu keliru; lebih baik berhenti daripada menjawab salah.
    Contoh: kaidah diubah hanya di salah satu mesin.
    Sebaiknya: laporkan kedua jejak yang dicetak kepada pengembang.
    """

    code = "LAW19"
    title = "kedua mesin berbeda"
    found = "pada {situation}: acuan [{reference}]; durable-rules [{durable}]"
    expected = "jejak yang sama"
    action = "jangan pakai hasil ini; kirim pesan lengkap ini kepada pengembang"
    situation: str
    reference: tuple[str, ...]
    durable: tuple[str, ...]


class TooManySituations(Problem):
    """Satu pertanyaan terurai menjadi terlalu banyak keadaan.

    Yang diperiksa: jumlah keadaan tiap pertanyaan paling banyak sejuta.
    Mengapa: di atas itu buku aturan tidak dapat diperiksa tuntas.
    Contoh: sepuluh fakta angka dengan masing-masing sepuluh ambang dalam satu pertanyaan.
    Sebaiknya: pecah pertanyaan, atau kurangi fakta yang dibaca kaidahnya.
    """

    code = "LAW20"
    title = "terlalu banyak keadaan"
    found = "{question}: {count} keadaan dari fakta {facts}"
    expected = "paling banyak {limit} keadaan"
    action = "pecah kaidah yang membaca fakta-fakta itu"
    question: str
    count: int
    facts: tuple[str, ...]
    limit: int
