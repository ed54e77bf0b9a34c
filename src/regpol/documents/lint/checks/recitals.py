"""Menimbang: DR-016 to DR-025."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.prose import cited, quoted, same_name, sentences, tail
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText
from regpol.terms.language import letter, series

_NORMS = re.compile(r"\b(?:wajib|dilarang|paling lama|paling lambat|paling sedikit|paling banyak)\b")
_CLOSING = re.compile(
    r"bahwa berdasarkan pertimbangan sebagaimana dimaksud (?P<word>dalam|pada) (?P<letters>.+?), ?perlu"
)
_CLOSING_BEGINS = re.compile(r"bahwa berdasarkan\b.*\b(?:pertimbangan|huruf)\b")
_BY_ORDER = re.compile(r"bahwa untuk melaksanakan (?:ketentuan )?.*Pasal .+?,? perlu (?:menetapkan|membentuk) .+;")
_OWN_GROUNDS = 4
"""Philosophical, sociological, juridical, and the closing one."""


def label(text: LintText, level: Level) -> Line | None:
    """The word Menimbang or Mengingat."""
    return next((line for line in text.of(level) if line.parent < 0), None)


def label_findings(rule: str, line: Line, word: str) -> Iterator[Finding]:
    """A label that is not the word with a colon."""
    if line.text.replace(" ", "") != f"{word}:":
        yield Finding.at(rule, line, quoted(line.text), f"{word}:")


@check("DR-016")
def label_is_menimbang(text: LintText) -> Iterator[Finding]:
    """A capital M and a colon."""
    if line := label(text, Level.RECITAL):
        yield from label_findings("DR-016", line, "Menimbang")


@check("DR-017")
def recitals_hold_no_norm(text: LintText) -> Iterator[Finding]:
    """Words of command belong in the articles; those of a law that is quoted may stand."""
    for line in text.recitals:
        found = _NORMS.search(line.text)
        if found and not re.search(r"\bPasal \d|Undang-Undang|amanat|ketentuan", line.text):
            better = "alasan pembentukan; pindahkan norma ke batang tubuh"
            yield Finding.at("DR-017", line, f"kata norma “{found[0]}” dalam Menimbang", better)


@check("DR-018")
def own_authority_has_three_grounds(text: LintText) -> Iterator[Finding]:
    """Between the one ground of a commanded regulation and three grounds there is nothing."""
    count = len(text.recitals)
    if 1 < count < _OWN_GROUNDS:
        better = "unsur filosofis, sosiologis, dan yuridis, lalu butir penutup"
        yield Finding.at("DR-018", text.recitals[0], f"{count} butir pertimbangan", better)


@check("DR-019")
def a_ground_says_more_than_needed(text: LintText) -> Iterator[Finding]:
    """'Dipandang perlu' alone gives no reason."""
    for line in text.recitals[:-1] if len(text.recitals) > 1 else text.recitals:
        if re.search(r"\bdipandang perlu\b", line.text, re.IGNORECASE):
            yield Finding.at("DR-019", line, "“dipandang perlu” tanpa alasan", "sebutkan keadaan atau perintahnya")


@check("DR-020")
def single_ground_names_the_command(text: LintText) -> Iterator[Finding]:
    """One consideration names the article that commands, and has no letter."""
    if len(text.recitals) != 1:
        return
    line = text.recitals[0]
    if line.marker:
        yield Finding.at("DR-020", line, f"satu pertimbangan berhuruf “{line.marker}”", "tanpa huruf")
    if not _BY_ORDER.fullmatch(line.content):
        better = "bahwa untuk melaksanakan ketentuan Pasal …, perlu menetapkan …;"
        yield Finding.at("DR-020", line, quoted(line.content), better)


@check("DR-021")
def each_ground_is_one_sentence(text: LintText) -> Iterator[Finding]:
    """A letter in its turn, 'bahwa', one sentence, a semicolon."""
    several = len(text.recitals) > 1
    for place, line in enumerate(text.recitals, 1):
        if several and line.marker != f"{letter(place)}.":
            found = f"butir ke-{place} bertanda “{line.marker}”" if line.marker else f"butir ke-{place} tanpa huruf"
            yield Finding.at("DR-021", line, found, f"{letter(place)}.")
        if not line.content.startswith("bahwa "):
            yield Finding.at("DR-021", line, quoted(line.content, 50), "diawali “bahwa”")
        if not line.text.endswith(";"):
            yield Finding.at("DR-021", line, f"akhir {tail(line.text, 40)}", "diakhiri titik koma")
        if len(sentences(line.content)) > 1:
            yield Finding.at("DR-021", line, "lebih dari satu kalimat", "satu kalimat; pecah menjadi dua butir")


@check("DR-022")
def last_ground_names_all_others(text: LintText) -> Iterator[Finding]:
    """Each letter with its own word 'huruf', after 'dalam'."""
    if len(text.recitals) < 2:
        return
    line, before = text.recitals[-1], [f"huruf {letter(place)}" for place in range(1, len(text.recitals))]
    better = f"bahwa berdasarkan pertimbangan sebagaimana dimaksud dalam {series(before)}, perlu menetapkan …;"
    found = _CLOSING.match(line.content)
    if not _CLOSING_BEGINS.match(line.content):
        yield Finding.at("DR-022", line, quoted(line.content), better)
    elif found is None or ("perlu menetapkan" not in line.content and "perlu membentuk" not in line.content):
        yield Finding.at("DR-022", line, quoted(line.content, 120), better)
    elif found["word"] == "pada":
        yield Finding.at("DR-022", line, "“sebagaimana dimaksud pada huruf …”", better)
    elif found["letters"] != series(before):
        yield Finding.at("DR-022", line, f"menyebut {quoted(found['letters'])}", series(before))


@check("DR-023")
def last_ground_repeats_the_name(text: LintText) -> Iterator[Finding]:
    """The name is that of the title, word for word."""
    if not text.recitals or not text.name:
        return
    line = text.recitals[-1]
    found = re.search(r"perlu (?:menetapkan|membentuk) .+? tentang (.+)", line.content, re.IGNORECASE)
    if found and not same_name(found[1], text.name):
        yield Finding.at("DR-023", line, f"nama {quoted(found[1].rstrip(';'))}", f"seperti judul: {text.name}")


@check("DR-024")
def last_ground_says_menetapkan(text: LintText) -> Iterator[Finding]:
    """'Membentuk' is for laws."""
    for line in text.recitals[-1:]:
        if "perlu membentuk" in line.content:
            yield Finding.at("DR-024", line, "perlu membentuk", "perlu menetapkan")


@check("DR-025")
def what_commands_is_among_the_bases(text: LintText) -> Iterator[Finding]:
    """A law whose article is said to command stands in Mengingat too."""
    there = {regulation for line in text.citations for regulation in cited(line.text)}
    for line in text.recitals if text.citations else ():
        if not re.search(r"\bPasal \d", line.text):
            continue
        for kind, number, year in cited(line.text):
            if (kind, number, year) not in there:
                name = f"{kind.title()} Nomor {number} Tahun {year}"
                yield Finding.at("DR-025", line, f"{name} tidak ada dalam Mengingat", "cantumkan dalam Mengingat")
