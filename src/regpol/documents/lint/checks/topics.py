"""Whether a paper on contributions to the social security of workers speaks of what it must speak of."""

import re
from collections.abc import Callable, Iterator, Mapping

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.pointing import amends
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, LintText

_AGREEMENT = {
    "MU-011": ("maksud dan tujuan", r"maksud dan tujuan|dimaksudkan|bertujuan"),
    "MU-012": ("objek", r"\bobjek\b|\bobyek\b"),
    "MU-013": ("ruang lingkup", r"ruang lingkup"),
    "MU-014": (
        "pelaksanaan atau rencana kerja",
        r"rencana (?:kerja|aksi)|\bpelaksanaan\b[^.]*(?:perjanjian kerja sama|diatur)",
    ),
    "MU-015": (
        "hak dan kewajiban tiap pihak",
        r"(?:\bhak\b.*\bkewajiban\b|\bberhak\b.*\b(?:berkewajiban|wajib)\b|tugas dan tanggung jawab)",
    ),
    "MU-016": ("kepesertaan dan program", r"kepesertaan"),
    "MU-017": ("iuran dan tata cara pembayaran", r"iuran.*(?:pembayaran|dibayar)"),
    "MU-018": (
        "pembiayaan dan ketersediaan anggaran",
        r"(?:pendanaan|pembiayaan|dibiayai).*(?:kemampuan keuangan|ketersediaan anggaran|anggaran yang telah)",
    ),
    "MU-019": (
        "perubahan peserta",
        r"(?:penambahan|perubahan|mutasi|penghentian|pengurangan)[^.]*peserta|perubahan peserta",
    ),
    "MU-020": ("pelindungan data pribadi", r"data pribadi"),
    "MU-021": ("jangka waktu", r"jangka waktu"),
    "MU-022": ("pemantauan, evaluasi, dan pelaporan", r"evaluasi"),
    "MU-023": ("keadaan kahar", r"kahar|force majeure|keadaan memaksa"),
    "MU-024": ("penyelesaian perselisihan", r"perselisihan|sengketa"),
    "MU-025": ("korespondensi", r"korespondensi|surat-menyurat|pemberitahuan[^.]*(?:alamat|disampaikan)"),
    "MU-026": ("perubahan atau adendum", r"adendum|addendum|amandemen"),
    "MU-027": ("pengakhiran dan akibatnya", r"berakhir(?:nya)?\b|pengakhiran|diakhiri"),
    "MU-028": ("rangkap dan meterai", r"rangkap \d+ \(\w+\).*meterai"),
}
_WORKERS, _LISTED = r"(?:peserta|pekerja|penerima)", r"(?:terdiri (?:atas|dari)|meliputi|mencakup)"
_SUBSTANCE = {
    "SB-001": ("sasaran atau kategori peserta", rf"{_WORKERS}[^.;]*{_LISTED}|kategori|sasaran|penerima bantuan"),
    "SB-002": ("program dan besaran iuran", r"(?:kecelakaan kerja|\bjkk\b).*(?:kematian|\bjkm\b).*(?:besaran|iuran)"),
    "SB-003": ("kriteria atau persyaratan", r"persyaratan|kriteria|memenuhi syarat"),
    "SB-004": ("pendataan, verifikasi, dan penetapan", r"verifikasi.*ditetapkan"),
    "SB-005": (
        "sumber pendanaan",
        r"(?:pendanaan|pembiayaan|dibiayai|bersumber|dibebankan)[^.]*(?:anggaran|apb|dana|sumber)",
    ),
    "SB-006": ("pembayaran dan kelebihan pembayaran", r"pembayaran.*(?:kelebihan|restitusi|dikembalikan|pengembalian)"),
    "SB-007": (
        "penghentian atau penggantian peserta",
        r"penghentian|penggantian|dihentikan|berakhirnya kepesertaan|kepesertaan berakhir",
    ),
    "SB-008": (
        "koordinasi dan pembagian tugas",
        r"bpjs ketenagakerjaan.*(?:bertugas|tugas|mengoordinasi|koordinasi|dinas)",
    ),
    "SB-009": (
        "pembinaan, pengawasan, dan pelaporan",
        r"(?:pembinaan|pengawasan|pemantauan|monitoring).*(?:evaluasi|laporan|pelaporan)",
    ),
    "SB-010": ("pelindungan data pribadi", r"data pribadi"),
    "SB-013": ("kelanjutan kepesertaan setelah iuran berhenti ditanggung", r"mandiri|jangka waktu"),
}
_SUBJECT = re.compile(
    r"jaminan sosial ketenagakerjaan|BPJS ketenagakerjaan|jaminan kecelakaan kerja|iuran jaminan", re.IGNORECASE
)


def _said(text: LintText) -> str:
    return " ".join(line.text for line in text.lines if line.level not in (Level.TITLE, Level.ABOUT)).casefold()


def _pays(text: LintText) -> bool:
    """Whether the region or village pays contributions; a paper that only binds employers needs none of this."""
    protects = re.search(r"\bP(?:ER|E)LINDUNGAN\b|\bBANTUAN\b|\bIURAN\b|\bBAGI\b", text.name, re.IGNORECASE)
    if not _SUBJECT.search(text.name) or amends(text):
        return False
    paid = r"iuran[^.;]*(?:dibayarkan oleh|ditanggung|dibebankan|bersumber)|bantuan iuran"
    return bool(protects or re.search(paid, _said(text)))


def _missing(rule: str, topic: str, pattern: str, text: LintText) -> Iterator[Finding]:
    if text.pasals and not re.search(pattern, _said(text), re.DOTALL):
        found, better = f"tidak ditemukan ketentuan tentang {topic}", f"tambahkan ketentuan tentang {topic}"
        yield Finding.at(rule, text.pasals[0], found, better, topic=topic)


def _file(topics: Mapping[str, tuple[str, str]], concerns: Callable[[LintText], bool]) -> None:
    """Files a check for each topic; a paper that the topics do not concern may leave them out."""
    for name, (topic, pattern) in topics.items():

        def of_topic(text: LintText, name: str = name, topic: str = topic, pattern: str = pattern) -> Iterator[Finding]:
            return _missing(name, topic, pattern, text) if concerns(text) else iter(())

        check(name)(of_topic)


_file(_AGREEMENT, lambda text: True)
_file(_SUBSTANCE, _pays)


@check("SB-011")
def palm_oil_share(text: LintText) -> Iterator[Finding]:
    """Paid from the palm oil share: criteria, amount, duration, conditions."""
    said = _said(text)
    if not re.search(r"(?:dana bagi hasil|dbh)[^.;]*sawit", said) or not text.pasals or amends(text):
        return
    for topic, pattern in (
        ("kriteria penerima", r"kriteria|persyaratan"),
        ("besaran", r"besaran"),
        ("jangka waktu", r"jangka waktu|\bselama \d+ \("),
        ("kondisi pemberian", r"dalam hal|kondisi|sepanjang"),
    ):
        if not re.search(pattern, said):
            yield Finding.at(
                "SB-011", text.pasals[0], f"didanai DBH sawit tanpa {topic}", f"tambahkan ketentuan tentang {topic}"
            )


@check("SB-012")
def contribution_aid(text: LintText) -> Iterator[Finding]:
    """'Bantuan Iuran' is defined where it is used."""
    defined = any("Bantuan Iuran" in term for term, _ in text.definitions)
    for line in text.body:
        if "Bantuan Iuran" in line.text and not defined and not amends(text):
            yield Finding.at(
                "SB-012", line, "“Bantuan Iuran” dipakai tanpa definisi", "definisikan dalam ketentuan umum"
            )
            return
