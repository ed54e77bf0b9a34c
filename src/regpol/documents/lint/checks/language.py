"""Words: modality, limits, conditions, names of ministries, spelling."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.pointing import norms
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import LISTED, Level, Line, LintText

_LIMITS = {
    "minimal": "paling sedikit / paling rendah / paling singkat",
    "minimum": "paling sedikit / paling rendah / paling singkat",
    "maksimal": "paling banyak / paling tinggi / paling lama",
    "sekurang-kurangnya": "paling sedikit",
    "setidak-tidaknya": "paling sedikit",
    "sebanyak-banyaknya": "paling banyak",
    "selambat-lambatnya": "paling lambat",
    "selama-lamanya": "paling lama",
}
_LIMIT = re.compile(rf"(?<!upah )\b({'|'.join(_LIMITS)})\b", re.IGNORECASE)
_SPAN = re.compile(r"paling (sedikit|banyak) \d+ (?:\([^)]*\) )?(?:hari|minggu|bulan|tahun)\b")
_MONEY = re.compile(r"paling (lama|singkat|lambat|cepat|rendah|tinggi) (?:sebesar )?Rp")
_MODAL = {
    r"tidak (?:boleh|diperbolehkan|diperkenankan)": "dilarang",
    r"(?:wajib harus|harus wajib|harus/wajib|wajib/harus)": "pilih satu: wajib (bersanksi) atau harus (syarat)",
    r"(?<!tidak )boleh": "dapat",
    r"(?:diharuskan|diwajibkan) untuk": "wajib",
    r"dapat/wajib|wajib/dapat": "pilih satu: dapat atau wajib",
}
_SPELLING = {
    "walikota": "wali kota",
    "kerjasama": "kerja sama",
    "jamsostek": "jaminan sosial ketenagakerjaan",
    "merubah": "mengubah",
    "dirubah": "diubah",
    "ijin": "izin",
    "resiko": "risiko",
    "kwitansi": "kuitansi",
    "aktifitas": "aktivitas",
    "obyek": "objek",
    "subyek": "subjek",
    "propinsi": "provinsi",
    "praktek": "praktik",
    "jadual": "jadwal",
    "analisa": "analisis",
    "nopember": "November",
    "pebruari": "Februari",
    "materai": "meterai",
    "bermaterai": "bermeterai",
    "perduli": "peduli",
    "rukuntetangga": "rukun tetangga",
    "peserta-peserta": "peserta",
}
_SPELLED = re.compile(rf"\b({'|'.join(_SPELLING)})\b", re.IGNORECASE)
_SPLIT = re.compile(  # what stands in a list is 'di daftar', and that is a place
    r"\bdi (?!luar|dalam|bidang)"
    r"((?:\w+kan)|bayar|daftar(?= (?:oleh|sebagai|pada)\b)|bayari|tanggung|atur|maksud|tetapkan)\b(?! \w+ ini)"
)
_MINISTRY = re.compile(r"(?<!Peraturan )(?<!Keputusan )\b(?:Kementerian|Menteri) [A-Z]\w+(?: \w*[A-Z]\w*)*")
_SENTENCES = (Level.RECITAL, Level.CLAUSE, Level.TEXT, Level.OPENING, Level.DIKTUM, *LISTED)


def _sentences(text: LintText) -> tuple[Line, ...]:
    """What is said in sentences; offices and names below them have a spelling of their own."""
    closing = (line for line in text.of(Level.CLOSING) if line.text.endswith("."))
    return (*text.of(*_SENTENCES), *closing)


@check("DR-130")
def in_force(text: LintText) -> Iterator[Finding]:
    """'ketentuan peraturan perundang-undangan'."""
    pattern = re.compile(
        r"(?:ketentuan|peraturan|perundang-undangan|perundangan|undang-undang|aturan) (?:\w+ )?yang berlaku\b",
        re.IGNORECASE,
    )
    for line in norms(text):
        for found in pattern.finditer(line.text):
            yield Finding.at("DR-130", line, f"“{found[0]}”", "“sesuai dengan ketentuan peraturan perundang-undangan”")


@check("DR-131")
def limits(text: LintText) -> Iterator[Finding]:
    """Limits in the words of the technique."""
    for line in norms(text):
        for found in _LIMIT.finditer(line.text):
            yield Finding.at("DR-131", line, f"“{found[0]}”", f"“{_LIMITS[found[1].lower()]}”")
        for found in _SPAN.finditer(line.text):
            better = "paling singkat" if found[1] == "sedikit" else "paling lama"
            yield Finding.at("DR-131", line, f"“{found[0]}” untuk jangka waktu", f"“{better} …”")
        for found in _MONEY.finditer(line.text):
            yield Finding.at(
                "DR-131", line, f"“{found[0]}…” untuk uang", "“paling sedikit Rp…” atau “paling banyak Rp…”"
            )


@check("DR-132")
def modality(text: LintText) -> Iterator[Finding]:
    """Duty, condition, choice and ban each have their one word."""
    for line in norms(text):
        for pattern, better in _MODAL.items():
            for found in re.finditer(rf"\b(?:{pattern})\b", line.text):
                yield Finding.at("DR-132", line, f"“{found[0]}”", f"“{better}”")


@check("DR-133")
def conditions(text: LintText) -> Iterator[Finding]:
    """'jika', 'apabila', 'dalam hal'."""
    for line in norms(text):
        for found in re.finditer(r"\b(?:bilamana|manakala|jikalau|andaikata|seandainya)\b", line.text, re.IGNORECASE):
            yield Finding.at("DR-133", line, f"“{found[0]}”", "“jika”, “apabila”, atau “dalam hal”")


@check("DR-134")
def ministries(text: LintText) -> Iterator[Finding]:
    """A ministry is named by its field."""
    defined = {line.index for _, line in text.definitions}
    for line in norms(text):
        found = _MINISTRY.search(line.text)
        if found and line.index not in defined:
            better = "“menteri yang menyelenggarakan urusan pemerintahan di bidang …”"
            yield Finding.at("DR-134", line, f"“{found[0]}”", better)


@check("DR-135")
def spelling(text: LintText) -> Iterator[Finding]:
    """Spelling in use; the names of earlier regulations stay as they are."""
    for line in _sentences(text):
        written = re.sub(r"(?:Peraturan|Keputusan) Walikota[^;.]*?Nomor[^;.]*|Tahun \d{4} tentang[^;.]*", "", line.text)
        for found in _SPELLED.finditer(written):
            yield Finding.at("DR-135", line, f"“{found[0]}”", f"“{_SPELLING[found[1].lower()]}”")
        for found in _SPLIT.finditer(written):
            yield Finding.at("DR-135", line, f"“{found[0]}”", f"“di{found[1]}”")
    yield from _two_spellings(text)


def _two_spellings(text: LintText) -> Iterator[Finding]:
    held: dict[str, list[Line]] = {"pelindungan": [], "perlindungan": []}
    for line in _sentences(text):
        for word, lines in held.items():
            if re.search(rf"\b{word}\b", line.text):
                lines.append(line)
    fewer, more = sorted(held, key=lambda word: len(held[word]))
    if held[fewer]:
        yield Finding.at(
            "DR-135", held[fewer][0], f"“{fewer}” di samping “{more}”", f"pakai “{more}” di seluruh naskah"
        )
