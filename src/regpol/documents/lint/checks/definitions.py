"""General provisions: the terms, how they are written and whether they are used."""

import itertools
import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.pointing import amends
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import LISTED, Level, Line, LintText

_INSTRUMENT = {
    PaperForm.REGIONAL: r"(?:Peraturan Daerah|Qanun|Perdasus|Perdasi)",
    PaperForm.HEAD: r"Peraturan (?:Gubernur|Bupati|Wali ?Kota)",
    PaperForm.VILLAGE: r"(?:Peraturan \w+|Reusam)",
    PaperForm.VILLAGE_HEAD: r"Peraturan (?:Kepala \w+|\w+)",
}
_SHORT = re.compile(r"yang selanjutnya (disebut|disingkat)(?: dengan| sebagai)? (.+?) adalah ")
_HEADS = (
    *("Peserta", "Iuran", "Program", "Dinas", "Tim", "Penerima", "Pekerja", "Petugas", "Pemberi", "Bantuan", "Kader"),
    *("Ketua", "Kartu", "Dana", "Pegawai", "Anggota", "Calon", "Manfaat", "Pendaftaran", "Sekretariat", "Forum"),
)
_CAPITALISED = re.compile(rf"(?<=[a-z,] )((?:{'|'.join(_HEADS)})(?: (?:[A-Z][a-z]+|[A-Z]{{2,}}))*)")
_GROUPS = ("Daerah", "Pemerintah Daerah", "Perangkat Daerah")


def _norms_after(text: LintText) -> Iterator[Line]:
    """The sentences behind the definitions."""
    if text.general is None:
        return
    last = max((line.index for line in text.below(text.general)), default=text.general.index)
    yield from (line for line in text.body if line.index > last and line.level not in (Level.CHAPTER, Level.ARTICLE))


def _names(text: LintText) -> dict[str, Line]:
    """Each term as the norms are to write it: its short form if it has one."""
    names = {}
    for term, line in text.definitions:
        short = _SHORT.search(line.content)
        names[short[2].strip() if short else term] = line
    return names


@check("DR-072")
def place(text: LintText) -> Iterator[Finding]:
    """Definitions stand in BAB I and Pasal 1."""
    if text.general is None or amends(text):
        return
    chapters = text.of(Level.CHAPTER)
    if text.general is not text.pasals[0]:
        yield Finding.at("DR-072", text.general, f"definisi dalam {text.general.address}", "tempatkan pada Pasal 1")
    if chapters and "KETENTUAN UMUM" not in chapters[0].text.upper():
        yield Finding.at("DR-072", chapters[0], f"bab pertama “{chapters[0].content}”", "BAB I KETENTUAN UMUM")


@check("DR-073")
def no_norms(text: LintText) -> Iterator[Finding]:
    """No duty or ban among the general provisions."""
    chapters = text.of(Level.CHAPTER)
    if amends(text) or not chapters or "KETENTUAN UMUM" not in chapters[0].text.upper():
        return
    defined = {line.index for _, line in text.definitions}
    for line in text.below(chapters[0]):
        found = re.search(r"\b(wajib|dilarang|harus)\b", line.text)
        if found and line.index not in defined:
            yield Finding.at("DR-073", line, f"“{found[1]}” dalam ketentuan umum", "pindahkan norma ke materi pokok")


@check("DR-074")
def lead(text: LintText) -> Iterator[Finding]:
    """'Dalam Peraturan … ini yang dimaksud dengan:'."""
    instrument = _INSTRUMENT.get(text.form)
    if text.general is None or instrument is None or amends(text):
        return
    for line in text.below(text.general):
        content = line.text if line.level is Level.TEXT else line.content
        opens = "yang dimaksud dengan" in content and content.startswith(("Dalam ", "Yang "))
        if opens and not re.fullmatch(rf"Dalam {instrument} ini yang dimaksud dengan:", content):
            better = "“Dalam Peraturan … ini yang dimaksud dengan:”, tanpa koma"
            yield Finding.at("DR-074", line, f"“{content[:70]}”", better)


@check("DR-075")
def form(text: LintText) -> Iterator[Finding]:
    """A number, a capital, a full stop."""
    for term, line in text.definitions:
        faults = []
        if not re.match(r"\d+\.$", line.marker):
            faults.append("tidak bernomor angka Arab")
        if not term[:1].isupper():
            faults.append("tidak diawali huruf kapital")
        if not line.text.rstrip().endswith(".") and not text.children(line):
            faults.append("tidak diakhiri titik")
        if faults and line.level in LISTED:
            yield Finding.at("DR-075", line, f"definisi “{term}” {', '.join(faults)}", "“1. Istilah adalah … .”")


@check("DR-076")
def short_forms(text: LintText) -> Iterator[Finding]:
    """'yang selanjutnya disingkat X' for letters, 'disebut X' for words, without a comma."""
    for _, line in text.definitions:
        if ", yang selanjutnya" in line.text:
            yield Finding.at("DR-076", line, "“, yang selanjutnya”", "“… yang selanjutnya …” tanpa koma")
        found = _SHORT.search(line.content)
        if not found:
            continue
        name = found[2].strip(" ,")
        letters = bool(re.fullmatch(r"[A-Z][A-Za-z]*[A-Z]", name)) and _initials(line.content, name)
        if found[1] == "disebut" and letters:
            yield Finding.at(
                "DR-076", line, f"singkatan “{name}” memakai “disebut”", f"“yang selanjutnya disingkat {name}”"
            )
        if found[1] == "disingkat" and re.search(r"[a-z]{3,} [A-Z][a-z]{2,}", name):
            yield Finding.at(
                "DR-076", line, f"sebutan “{name}” memakai “disingkat”", f"“yang selanjutnya disebut {name}”"
            )


def _initials(content: str, name: str) -> bool:
    term = content.partition(" yang selanjutnya")[0]
    return "".join(word[0] for word in term.split() if word[:1].isupper()) == name.upper()


@check("DR-077")
def used(text: LintText) -> Iterator[Finding]:
    """A defined term is used again."""
    if amends(text) or not text.pasals[2:]:
        return
    for name, line in _names(text).items():
        term = line.content.partition(" adalah ")[0].partition(" yang selanjutnya")[0].strip(" ,")
        pattern = re.compile(rf"(?<!\w)(?:{re.escape(name)}|{re.escape(term)})(?:nya)?(?!\w)")
        count = sum(
            len(pattern.findall(other.text))
            for other in text.lines
            if other.index > line.index or (line.parent == other.parent and other.index != line.index)
        )
        if count == 0:
            yield Finding.at(
                "DR-077", line, f"istilah “{name}” tidak dipakai lagi", "hapus definisinya, atau pakai istilahnya"
            )
        elif count == 1:
            yield Finding.at(
                "DR-077", line, f"istilah “{name}” hanya dipakai satu kali", "uraikan langsung di pasalnya"
            )


_OTHER = r"(?! (?:provinsi|kabupaten|kota)\b)"
"""Another government than the defined one: 'pemerintah daerah provinsi' in a paper of a regency."""


@check("DR-081")
def capitals(text: LintText) -> Iterator[Finding]:
    """A defined term is written as it was defined, and what is written like one is defined."""
    names = [name for name in _names(text) if " " in name]
    known = {*names, *_names(text), *(term for term, _ in text.definitions)}
    for line in _norms_after(text):
        for name in names:
            lowered = name[0].lower() + name[1:].lower()
            found = re.search(rf"(?<!tentang )(?<!\w){re.escape(lowered)}(?!\w){_OTHER}", line.text)
            if found and name != lowered and not _in_title(line.text, found.start()):
                yield Finding.at(
                    "DR-081", line, f"“{found[0]}” dengan huruf kecil", f"“{name}” seperti pada definisinya"
                )
        if not amends(text) and "Nomor" not in line.text:
            yield from _undefined(line, known)


def _in_title(text: str, start: int) -> bool:
    """Whether the words belong to the title of another document: 'keputusan Lurah tentang pengangkatan …'."""
    before = text[:start]
    return bool(re.search(r"\b(?:tentang|keputusan|di bidang)\s+(?:\S+\s+){0,4}$", before))


def _undefined(line: Line, known: set[str]) -> Iterator[Finding]:
    for found in _CAPITALISED.finditer(line.content if line.marker else line.text):
        phrase = found[1]
        if not any(re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", term) or phrase.startswith(term) for term in known):
            better = "definisikan dalam ketentuan umum, atau tulis dengan huruf kecil"
            yield Finding.at("DR-081", line, f"“{phrase}” berhuruf kapital tanpa definisi", better)


@check("DR-082")
def general_first(text: LintText) -> Iterator[Finding]:
    """Daerah before Pemerintah Daerah before Perangkat Daerah."""
    names = _names(text)
    held = [(name, names[name].index) for name in _GROUPS if name in names]
    for (first, before), (second, after) in itertools.pairwise(held):
        if before > after:
            yield Finding.at("DR-082", names[second], f"“{second}” mendahului “{first}”", "yang umum didahulukan")


@check("DR-083")
def scope(text: LintText) -> Iterator[Finding]:
    """The scope is no table of contents."""
    titles = {_plain(line.content) for line in text.of(Level.CHAPTER)}
    for owner, items in text.lists:
        named = {_plain(re.sub(r";.*$|\.$", "", item.content)) for item in items}
        if re.search(r"[Rr]uang lingkup", text.lead(owner).text) and len(items) > 1 and named <= titles:
            yield Finding.at("DR-083", owner, "ruang lingkup hanya mengulang judul bab", "uraikan apa yang diatur")


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.upper()))
