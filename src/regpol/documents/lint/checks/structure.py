"""How the body is built: DR-001, DR-040, DR-041 and DR-043 to DR-049."""

import re
from collections.abc import Iterator
from itertools import groupby, pairwise

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.prose import amending, quoted, repealing
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText
from regpol.terms.language import ordinal, roman

_BLOCKS = (
    ("judul", (Level.TITLE,)),
    ("pembukaan", (Level.RECITAL, Level.CITATION)),
    ("batang tubuh", (Level.ARTICLE,)),
    ("penutup", (Level.CLOSING,)),
    ("penjelasan", (Level.EXPLANATION,)),
)
_NEEDED = 4
_PENAL = re.compile(r"\b(?:dipidana|pidana (?:penjara|kurungan|denda)|kurungan|penjara)\b", re.IGNORECASE)
_PARTICLES = frozenset(
    re.findall(
        r"\S+",
        r"dan atau di ke dari bagi untuk yang oleh dalam pada terhadap dengan tentang serta guna antar sebagai "
        r"kepada atas secara per oleh/atau dan/atau melalui bukan non tidak antara sampai",
    )
)
_ALWAYS_SMALL = frozenset(["dan", "atau", "di", "ke", "dari", "yang", "untuk", "dengan", "pada", "oleh"])
_LAST = (("PIDANA", 1), ("PERALIHAN", 2), ("PENUTUP", 3))


@check("DR-001")
def parts_are_whole_and_in_order(text: LintText) -> Iterator[Finding]:
    """Title, opening, body, closing; then explanation."""
    first = {
        name: min((line.index for line in text.lines if line.level in levels), default=-1) for name, levels in _BLOCKS
    }
    missing = [name for name, _ in _BLOCKS[:_NEEDED] if first[name] < 0]
    if missing:
        yield Finding.at("DR-001", text.lines[0], f"naskah tanpa {', '.join(missing)}", "lengkapi bagian naskah itu")
    there = [(name, place) for name, place in first.items() if place >= 0]
    for (before, held), (after, place) in pairwise(there):
        if place < held:
            yield Finding.at("DR-001", text.lines[place], f"{after} mendahului {before}", f"{before}, lalu {after}")


@check("DR-040")
def chapters_run_from_general_to_closing(text: LintText) -> Iterator[Finding]:
    """General provisions first, closing provisions last, penal before transitional."""
    chapters = [line for line in text.of(Level.CHAPTER) if line.content]
    if not chapters or amending(text):
        return
    if "KETENTUAN UMUM" not in chapters[0].content.upper():
        yield Finding.at("DR-040", chapters[0], quoted(chapters[0].content), "BAB I KETENTUAN UMUM")
    if "PENUTUP" not in chapters[-1].content.upper():
        yield Finding.at("DR-040", chapters[-1], f"bab terakhir {quoted(chapters[-1].content)}", "KETENTUAN PENUTUP")
    ranked = [(rank, line) for line in chapters for word, rank in _LAST if f"KETENTUAN {word}" in line.content.upper()]
    for (before, _), (after, line) in pairwise(ranked):
        if after < before:
            yield Finding.at("DR-040", line, f"{quoted(line.content)} terlalu akhir", "pidana, peralihan, lalu penutup")


@check("DR-041")
def decisions_have_dikta_and_regulations_articles(text: LintText) -> Iterator[Finding]:
    """KESATU belongs to a decision, Pasal to a regulation."""
    dikta = [line for line in text.of(Level.DIKTUM) if line.marker.startswith("KE")]
    if text.form is PaperForm.DECISION:
        for line in text.pasals[:1]:
            yield Finding.at("DR-041", line, f"{line.marker} dalam Keputusan", "diktum KESATU, KEDUA, dan seterusnya")
    else:
        for line in dikta[:1]:
            yield Finding.at("DR-041", line, f"diktum {line.marker} dalam peraturan", "Pasal")


@check("DR-043")
def only_perda_punishes(text: LintText) -> Iterator[Finding]:
    """Imprisonment and fines as punishment are for laws and regional regulations."""
    for line in text.body:
        found = _PENAL.search(line.text)
        if found and not re.search(r"tindak pidana|sesuai dengan ketentuan peraturan", line.text):
            yield Finding.at("DR-043", line, f"“{found[0]}”", "sanksi administratif, atau atur dalam Perda")


@check("DR-044")
def groups_skip_no_level(text: LintText) -> Iterator[Finding]:
    """A Paragraf stands in a Bagian, a Bagian in a BAB."""
    for line in text.headings:
        parent = text.parent(line)
        wanted = {Level.PART: Level.CHAPTER, Level.SECTION: Level.PART}.get(line.level)
        if _cut_out(text, line):
            continue
        if wanted is not None and (parent is None or parent.level is not wanted):
            name = "BAB" if wanted is Level.CHAPTER else "Bagian"
            yield Finding.at("DR-044", line, f"{line.marker} di luar {name}", f"{line.marker} di dalam {name}")


@check("DR-045")
def chapters_are_counted_in_roman(text: LintText) -> Iterator[Finding]:
    """In their turn, with a title in capitals."""
    if amending(text):
        return
    chapters = text.of(Level.CHAPTER)
    wanted = _roman_value(chapters[0].marker.split()[-1], 1) if chapters and text.fragment else 1
    for line in chapters:
        number = line.marker.split()[-1]
        if number != roman(wanted):
            yield Finding.at("DR-045", line, line.marker, f"BAB {roman(wanted)}")
        wanted = _roman_value(number, wanted) + 1
        if not line.content:
            yield Finding.at("DR-045", line, f"{line.marker} tanpa judul", "judul bab dengan huruf kapital")
        elif line.content != line.content.upper():
            yield Finding.at("DR-045", line, quoted(line.content), line.content.upper())


def _roman_value(number: str, otherwise: int) -> int:
    return next((value for value in range(1, 100) if roman(value) == number.upper()), otherwise)


@check("DR-046")
def parts_are_counted_in_words(text: LintText) -> Iterator[Finding]:
    """Kesatu, Kedua, beginning again in each BAB, with a title."""
    for _, held in groupby(text.of(Level.PART), key=lambda line: line.parent):
        for place, line in enumerate(held, 1):
            wanted = f"Bagian {ordinal(place)}"
            if line.marker != wanted and not amending(text) and not _cut_out(text, line):
                yield Finding.at("DR-046", line, line.marker, wanted)
            if not line.content:
                yield Finding.at("DR-046", line, f"{line.marker} tanpa judul", "beri judul")


def _cut_out(text: LintText, line: Line) -> bool:
    """Whether what the heading is counted in was left out of a passage."""
    return text.fragment and line.parent < 0


@check("DR-047")
def titles_of_parts_have_capitals(text: LintText) -> Iterator[Finding]:
    """Every word but particles."""
    for line in text.of(Level.PART):
        yield from _title_case("DR-047", line)


@check("DR-048")
def sections_are_counted(text: LintText) -> Iterator[Finding]:
    """Arabic numbers, beginning again in each Bagian, with a title."""
    for _, held in groupby(text.of(Level.SECTION), key=lambda line: line.parent):
        for place, line in enumerate(held, 1):
            if line.marker != f"Paragraf {place}" and not amending(text) and not _cut_out(text, line):
                yield Finding.at("DR-048", line, line.marker, f"Paragraf {place}")
            if not line.content:
                yield Finding.at("DR-048", line, f"{line.marker} tanpa judul", "beri judul")


@check("DR-049")
def titles_of_sections_have_capitals(text: LintText) -> Iterator[Finding]:
    """Every word but particles."""
    for line in text.of(Level.SECTION):
        yield from _title_case("DR-049", line)


def _title_case(rule: str, line: Line) -> Iterator[Finding]:
    words = line.content.split()
    small = [word for word in words if word[:1].islower() and word not in _PARTICLES]
    capital = [word for word in words[1:] if word[:1].isupper() and word != word.upper()]
    large = [word for word in capital if word.lower() in _ALWAYS_SMALL]
    if small or (words and words[0][:1].islower()):
        yield Finding.at(rule, line, quoted(line.content), f"huruf awal kapital: {', '.join(small or words[:1])}")
    elif large:
        yield Finding.at(rule, line, quoted(line.content), f"huruf kecil: {', '.join(word.lower() for word in large)}")


def skips(text: LintText) -> bool:
    """Whether the articles are not the paper's own, so that nothing can be said of their order."""
    return amending(text) or repealing(text)
