"""Papers of the office (instruction, circular, memo, letter, minutes), and personal data in any paper: ND."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.prose import cited, quoted
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import BODY, Level, Line, LintText

_NUMBER_OF_A_PERSON = re.compile(r"(?<!\d)\d{16}(?!\d)")
_NORM = re.compile(r"\b(?:wajib|dilarang|dikenai sanksi|dikenakan sanksi|didenda|dipidana)\b", re.IGNORECASE)
_GROUNDED = re.compile(r"peraturan perundang-undangan|\b(?:UU|PP|Perpres|Permen\w+|Perda)\b|Undang-Undang|Pasal \d")


def _begins(text: LintText, pattern: str) -> bool:
    found = re.compile(rf"(?:{pattern})\b", re.IGNORECASE)
    return any(found.match(line.text) for line in text.lines if line.level is not Level.ANNEX)


def _first(text: LintText) -> Line | None:
    return next(iter(text.lines), None)


@check("ND-001")
def an_instruction_names_whom_it_binds(text: LintText) -> Iterator[Finding]:
    """Kepada and Untuk."""
    line = _first(text)
    for word in ("Kepada", "Untuk"):
        if line is not None and not _begins(text, word):
            yield Finding.at("ND-001", line, f"tanpa baris {word}", f"{word}: …")


@check("ND-002")
def an_instruction_numbers_what_it_orders(text: LintText) -> Iterator[Finding]:
    """KESATU, KEDUA."""
    numbered = [line for line in text.of(Level.DIKTUM) if line.marker]
    body = text.body
    if body and not numbered:
        yield Finding.at("ND-002", body[0], "isi tanpa KESATU, KEDUA", "KESATU: …; KEDUA: …")


@check("ND-003")
def a_circular_sets_no_norm(text: LintText) -> Iterator[Finding]:
    """What binds is the regulation it reminds of."""
    for line in text.of(*BODY):
        found = _NORM.search(line.text)
        if found and not _GROUNDED.search(line.text) and not cited(line.text):
            better = "mintalah pelaksanaannya dan sebut peraturan yang mewajibkan atau melarang"
            yield Finding.at("ND-003", line, f"“{found[0]}” tanpa peraturannya: {quoted(line.text)}", better)


@check("ND-004")
def it_is_addressed(text: LintText) -> Iterator[Finding]:
    """To whom it goes."""
    line = _first(text)
    if line is not None and not _begins(text, r"Kepada|Yth|Yang terhormat"):
        yield Finding.at("ND-004", line, "tanpa penerima", "Yth. …")


@check("ND-005")
def it_says_what_it_is_about(text: LintText) -> Iterator[Finding]:
    """Hal or Perihal."""
    line = _first(text)
    if line is not None and not _begins(text, "Hal|Perihal"):
        yield Finding.at("ND-005", line, "tanpa baris Hal", "Hal: …")


@check("ND-006")
def minutes_tell_when_and_where(text: LintText) -> Iterator[Finding]:
    """'Pada hari ini …, bertempat di …'."""
    whole = " ".join(line.text for line in text.lines).casefold()
    line = _first(text)
    missing = [word for word in ("hari ini", "tanggal", "bertempat di") if word not in whole]
    if line is not None and missing:
        better = "Pada hari ini, …, tanggal …, bulan …, tahun …, bertempat di …"
        yield Finding.at("ND-006", line, f"tanpa “{missing[0]}”", better)


@check("ND-007")
def minutes_say_that_they_are_true(text: LintText) -> Iterator[Finding]:
    """'Demikian berita acara ini dibuat …'."""
    if text.lines and not _begins(text, "Demikian"):
        better = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
        yield Finding.at("ND-007", text.lines[-1], "tanpa kalimat penutup", better)


@check("ND-008")
def nobody_is_named_by_number(text: LintText) -> Iterator[Finding]:
    """Sixteen digits in a row; the number itself is never repeated in a finding."""
    for line in text.lines:
        count = len(_NUMBER_OF_A_PERSON.findall(line.text))
        if count:
            found = f"{count} bilangan 16 angka, seperti Nomor Induk Kependudukan"
            yield Finding.at("ND-008", line, found, "pindahkan ke daftar terpisah yang terbatas")
