"""The title: DR-002 to DR-011."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.marks import collapsed
from regpol.documents.lint.prose import amending, quoted, repealing
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_LONGEST_NAME = 20
_BLANK = r"(?:…+|\.{2,}|_+|\[.*?\]|\(.*?\))"
_NUMBER = re.compile(rf"NOMOR\s*(?:[0-9]+[A-Z]?|{_BLANK})?\s*TAHUN\s*(?:[0-9]{{4}}|{_BLANK})?")
_CLAUSES = re.compile(r"\b(?:YANG|AGAR|SEHINGGA|SUPAYA)\b")
_SHORTENED = re.compile(r"\(([A-Z]{2,})\)|\b(BPJS|APBD|APBN|APBDES|JKK|JKM|JHT|JKP|BLT|OPD|SKPD|ASN|THL|RT/RW|RT|RW)\b")
_KIND = re.compile(r"(?:PERATURAN|KEPUTUSAN|QANUN|INSTRUKSI)\b")
_OFFICE = re.compile(r"(?:GUBERNUR|BUPATI|WALI ?KOTA|KEPALA|LURAH|KEUCHIK|PERATIN|PERBEKEL|WALI NAGARI)\b")


def _names(text: LintText) -> list[Line]:
    return [line for line in text.of(Level.ABOUT) if collapsed(line.text) != "TENTANG"]


def _starting(text: LintText, pattern: re.Pattern[str]) -> Line | None:
    return next((line for line in text.title if pattern.match(line.text.upper())), None)


@check("DR-002")
def title_is_whole(text: LintText) -> Iterator[Finding]:
    """Kind, number and year, TENTANG, name."""
    if not text.title:
        return
    missing = [
        said
        for said, there in (
            ("jenis peraturan", _starting(text, _KIND)),
            ("baris NOMOR … TAHUN …", _starting(text, re.compile("NOMOR"))),
            ("baris TENTANG", next(iter(text.of(Level.ABOUT)), None)),
            ("nama peraturan", next(iter(_names(text)), None)),
        )
        if there is None
    ]
    if missing:
        yield Finding.at(
            "DR-002", text.title[-1], f"judul tanpa {', '.join(missing)}", "JENIS / NOMOR … TAHUN … / TENTANG / NAMA"
        )


@check("DR-003")
def name_is_short(text: LintText) -> Iterator[Finding]:
    """A name is a phrase, not a sentence; that of an amendment or a repeal repeats another's."""
    lines = _names(text)
    if not lines or amending(text) or repealing(text):
        return
    count, clause = len(text.name.split()), _CLAUSES.search(text.name.upper())
    if count > _LONGEST_NAME:
        yield Finding.at("DR-003", lines[0], f"nama terdiri atas {count} kata", "frasa singkat yang mencerminkan isi")
    elif clause:
        found = f"nama memuat anak kalimat “{clause[0].lower()}”"
        yield Finding.at("DR-003", lines[0], found, "frasa singkat tanpa anak kalimat")


@check("DR-004")
def title_is_in_capitals(text: LintText) -> Iterator[Finding]:
    """Capitals, no mark at the end; the office above it ends the same way."""
    for line in (*text.title, *text.of(Level.ABOUT)):
        plain = re.sub(r"\[.*?\]", "", line.text)
        if any(letter.islower() for letter in plain) and any(word.isalpha() for word in plain.split()):
            yield Finding.at("DR-004", line, f"judul tidak kapital seluruhnya: {quoted(line.text)}", plain.upper())
    names = _names(text)
    if names and re.search(r"(?<!\.)[.,;:]$", names[-1].text):
        better = names[-1].text.rstrip(".,;:")
        yield Finding.at("DR-004", names[-1], f"judul diakhiri “{names[-1].text[-1]}”", quoted(better))


@check("DR-005")
def name_has_no_acronym(text: LintText) -> Iterator[Finding]:
    """Names are written out."""
    for line in _names(text):
        if found := _SHORTENED.search(line.text.upper()):
            said = found[1] or found[2]
            yield Finding.at("DR-005", line, f"singkatan {said} dalam judul", "bentuk panjangnya")


@check("DR-006")
def amendment_says_so(text: LintText) -> Iterator[Finding]:
    """A paper whose articles change another begins its name with PERUBAHAN ATAS."""
    changes = [line for line in text.body if "diubah sebagai berikut" in line.text.casefold()]
    names = _names(text)
    if changes and names and not re.match(r"PERUBAHAN(?: \w+)* ATAS ", text.name.upper()):
        yield Finding.at("DR-006", names[0], quoted(text.name), "PERUBAHAN ATAS di depan judul peraturan yang diubah")


@check("DR-007")
def amendment_tells_its_rank_only(text: LintText) -> Iterator[Finding]:
    """Earlier amendments are not listed in the title."""
    for line in _names(text):
        if "SEBAGAIMANA TELAH DIUBAH" in line.text.upper():
            better = "PERUBAHAN KEDUA ATAS … tanpa merinci perubahan sebelumnya"
            yield Finding.at("DR-007", line, "SEBAGAIMANA TELAH DIUBAH dalam judul", better)


@check("DR-008")
def repeal_says_so(text: LintText) -> Iterator[Finding]:
    """A paper of two articles at most that repeals another is called PENCABUTAN."""
    names, few = _names(text), 0 < len(text.pasals) <= 2
    repeals = any("dicabut dan dinyatakan tidak berlaku" in line.text.casefold() for line in text.body)
    if names and few and repeals and not text.name.upper().startswith("PENCABUTAN "):
        yield Finding.at("DR-008", names[0], quoted(text.name), "PENCABUTAN … di depan judul peraturan yang dicabut")


@check("DR-009")
def number_is_plain(text: LintText) -> Iterator[Finding]:
    """NOMOR n TAHUN yyyy, without colon, slash or code."""
    line = _starting(text, re.compile("NOMOR"))
    if line is not None and not _NUMBER.fullmatch(line.text):
        yield Finding.at("DR-009", line, quoted(line.text), "NOMOR … TAHUN … tanpa titik dua, garis miring, atau kode")


@check("DR-010")
def about_is_one_word(text: LintText) -> Iterator[Finding]:
    """TENTANG in capitals without spaces between its letters."""
    for line in text.of(Level.ABOUT):
        if collapsed(line.text) == "TENTANG" and line.text != "TENTANG":
            yield Finding.at("DR-010", line, quoted(line.text), "TENTANG")


@check("DR-011")
def head_names_office_and_province(text: LintText) -> Iterator[Finding]:
    """Above the title stand the office and, of a regency or city, its province."""
    kind = _starting(text, _KIND)
    if kind is None or text.form not in {PaperForm.REGIONAL, PaperForm.HEAD}:
        return
    above = [line.text.upper() for line in text.title if line.index < kind.index]
    if not any(_OFFICE.match(line) for line in above):
        yield Finding.at("DR-011", kind, "kepala naskah tanpa jabatan pembentuk", "jabatan pembentuk di atas judul")
    elif not any(line.startswith(("GUBERNUR", "PROVINSI")) for line in above):
        yield Finding.at("DR-011", kind, "kepala naskah tanpa baris PROVINSI", "PROVINSI … di bawah jabatan pembentuk")
