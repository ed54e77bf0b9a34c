"""Mengingat: DR-026 to DR-035."""

import re
from collections.abc import Iterator

from regpol.documents.lint.amendments import names
from regpol.documents.lint.checks.recitals import label, label_findings
from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.prose import REGULATION, cited, quoted, tail
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_CONSTITUTION = re.compile(r"Undang-[Uu]ndang Dasar")
_ARTICLE_OF_IT = re.compile(r"Pasal .+ Undang-Undang Dasar Negara Republik Indonesia Tahun 1945[;.]?")
_NO_BASIS = re.compile(
    r"(Instruksi|Surat Edaran|Surat|Nota Kesepa\w+|Perjanjian|Keputusan(?! Presiden)|Radiogram|Kesepakatan Bersama)\b"
)
_RANKS = (
    (0, r".*Undang-Undang Dasar"),
    (1, r"Ketetapan Majelis"),
    (2, r"Undang-Undang|Peraturan Pemerintah Pengganti|Undang-undang"),
    (3, r"Peraturan Pemerintah"),
    (4, r"(?:Peraturan|Keputusan) Presiden"),
    (5, r"Peraturan (?:Menteri|Badan|Lembaga|Kepala Badan|Kepala Lembaga|Mahkamah|Bank|Otoritas|Jaksa)"),
    (6, r"Peraturan Daerah (?:Khusus )?(?:Ibukota )?(?:Provinsi|Propinsi)|Qanun Aceh\b"),
    (7, r"Peraturan Daerah|Qanun"),
    (8, r"Peraturan Gubernur"),
    (9, r"Peraturan (?:Bupati|Wali ?[Kk]ota)"),
    (10, r"Peraturan Desa"),
)
_NUMBERED_IN_ONE_ROW = {2, 3, 4}
# the law that forms the region stands right after the constitution, whatever its year
_FORMING = re.compile(r"tentang (?:Pembentukan|Kabupaten|Kota|Provinsi|Daerah Khusus|Penetapan|Perubahan Nama)\b")
_GAZETTE = re.compile(r"\(\s*Lembaran Negara")
_OPEN = re.compile(r"belum diverifikasi|…|\.{3}")


def _rank(line: Line) -> int | None:
    return next((rank for rank, pattern in _RANKS if re.match(pattern, line.content)), None)


@check("DR-026")
def label_is_mengingat(text: LintText) -> Iterator[Finding]:
    """A capital M and a colon."""
    if line := label(text, Level.CITATION):
        yield from label_findings("DR-026", line, "Mengingat")


@check("DR-027")
def authority_is_there(text: LintText) -> Iterator[Finding]:
    """The constitution for a Perda, and the law on regional government for both."""
    if not text.citations:
        return
    all_of_it = " ".join(line.text for line in text.citations)
    first = text.citations[0]
    if text.form is PaperForm.REGIONAL and not re.search(r"Pasal 18 ayat \(6\)", all_of_it):
        better = "Pasal 18 ayat (6) Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;"
        yield Finding.at("DR-027", first, "Mengingat tanpa Pasal 18 ayat (6) UUD 1945", better)
    if not re.search(r"tentang Pemerintah(?:an)? (?:Daerah|Aceh)", all_of_it, re.IGNORECASE):
        yield Finding.at(
            "DR-027", first, "Mengingat tanpa undang-undang pemerintahan daerah", "cantumkan undang-undang itu"
        )


@check("DR-028")
def instructions_are_no_basis(text: LintText) -> Iterator[Finding]:
    """Instructions, circulars and decisions rank below."""
    for line in text.citations:
        if found := _NO_BASIS.match(line.content):
            better = "pindahkan ke Menimbang atau Penjelasan"
            yield Finding.at("DR-028", line, f"{found[1]} sebagai dasar hukum: {quoted(line.content, 60)}", better)


@check("DR-029")
def what_is_repealed_is_no_basis(text: LintText) -> Iterator[Finding]:
    """A regulation that this one repeals does not carry it."""
    repealed = {
        regulation
        for line in text.body
        if "dicabut" in line.text and "tidak berlaku" in line.text
        for regulation in cited(line.text)[:1]
    }
    for line in text.citations:
        if repealed & set(cited(line.text)[:1]):
            better = "hapus dari Mengingat; cukup dalam ketentuan penutup"
            yield Finding.at("DR-029", line, f"{quoted(line.content, 60)} dicabut oleh naskah ini", better)


@check("DR-030")
def bases_are_in_order(text: LintText) -> Iterator[Finding]:
    """By rank, then by year, and by number where one row of numbers runs."""
    before: tuple[int, int, int] | None = None
    for line in text.citations:
        rank = _rank(line)
        if rank is None or _FORMING.search(line.content):
            continue
        found = REGULATION.match(line.content)
        year = int(found["year"]) if found else 0
        number = int(found["number"]) if found and found["number"].isdigit() and rank in _NUMBERED_IN_ONE_ROW else 0
        if before is not None and rank < before[0]:
            better = "tingkat yang lebih tinggi lebih dahulu"
            yield Finding.at("DR-030", line, f"{quoted(line.content, 60)} sesudah yang lebih rendah", better)
            continue
        same = before is not None and rank == before[0] and year and before[1]
        if same and before is not None and (year, number) < before[1:] and (number or year < before[1]):
            yield Finding.at("DR-030", line, f"{quoted(line.content, 60)} sesudah yang lebih baru", "urut waktu")
            continue
        before = (rank, year, number) if year else (rank, before[1] if before and before[0] == rank else 0, 0)


@check("DR-031")
def constitution_is_cited_by_article(text: LintText) -> Iterator[Finding]:
    """The article first, then the full name."""
    for line in text.citations:
        if _CONSTITUTION.search(line.content) and not _ARTICLE_OF_IT.fullmatch(line.content):
            better = "Pasal … Undang-Undang Dasar Negara Republik Indonesia Tahun 1945;"
            yield Finding.at("DR-031", line, quoted(line.content), better)


@check("DR-032")
def bases_are_cited_by_title(text: LintText) -> Iterator[Finding]:
    """No article, both capitals of Undang-Undang, a small 'tentang'."""
    for line in text.citations:
        if line.content.startswith("Pasal") and not _CONSTITUTION.search(line.content):
            yield Finding.at("DR-032", line, quoted(line.content, 60), "judul peraturannya saja, tanpa pasal")
        if "Undang-undang" in line.content:
            yield Finding.at("DR-032", line, "Undang-undang", "Undang-Undang")
        if re.search(r"\d{4} Tentang\b", line.content):
            yield Finding.at("DR-032", line, "Tentang", "tentang")


@check("DR-033")
def bases_name_their_gazette(text: LintText) -> Iterator[Finding]:
    """Laws, government and presidential regulations; what is marked as open is known to be open."""
    for line in text.citations:
        rank = _rank(line)
        if rank in _NUMBERED_IN_ONE_ROW and not _OPEN.search(line.content) and not _GAZETTE.search(line.content):
            better = "(Lembaran Negara Republik Indonesia Tahun … Nomor …, Tambahan Lembaran Negara …)"
            yield Finding.at("DR-033", line, f"{quoted(line.content, 60)} tanpa Lembaran Negara", better)


@check("DR-034")
def the_last_amendment_is_named(text: LintText) -> Iterator[Finding]:
    """Of regulations whose amendments are known; one of the year of the paper or younger is none for it."""
    year = _year(text)
    for line in text.citations:
        known = [it for it in text.amendments if names(it.amended, line.content) and (not year or it.year < year)]
        if not known:
            continue
        last = max(known, key=lambda it: it.order)
        rest = line.content[names(last.amended, line.content) :]
        said = [(int(when), int(number)) for _, number, when in cited(rest) if number.isdecimal()]
        often = " beberapa kali, terakhir" if len(known) > 1 else ""
        better = f"… sebagaimana telah diubah{often} dengan {last.amending} tentang …"
        if not re.search(r"\bdiubah\b", rest):
            yield Finding.at("DR-034", line, f"{last.amended} sudah diubah, tetapi tidak disebut", better)
        elif said and max(said) < last.order:
            yield Finding.at("DR-034", line, f"perubahan terakhirnya {last.amending}, tidak disebut", better)


def _year(text: LintText) -> int:
    """The year a paper bears in its title; 0 while it is still open."""
    found = [it for line in text.title for it in re.findall(r"\bTAHUN\s+(\d{4})\b", line.text.upper())]
    return int(found[-1]) if found else 0


@check("DR-035")
def bases_are_numbered(text: LintText) -> Iterator[Finding]:
    """Arabic numbers in their turn and semicolons; one basis has no number."""
    several = len(text.citations) > 1
    for place, line in enumerate(text.citations, 1):
        wanted = f"{place}." if several else ""
        if line.marker != wanted:
            found = f"dasar hukum ke-{place} bertanda “{line.marker}”" if line.marker else f"ke-{place} tanpa angka"
            yield Finding.at("DR-035", line, found, wanted or "tanpa angka")
        if not line.text.endswith((";", "]")):
            yield Finding.at("DR-035", line, f"akhir {tail(line.text, 40)}", "diakhiri titik koma")
