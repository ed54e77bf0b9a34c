"""Agreements: title, parties, premises and the sums of the annex."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_OPEN = r"(?:…|\.{3}|_{3}|\[)"
"""A place left open to be filled in: the draft knows that something belongs there."""
_PARTY = re.compile(r"selanjutnya disebut (?:sebagai )?[“\"]?(?:PIHAK \w+)")


def _opening(text: LintText) -> tuple[Line, ...]:
    return text.of(Level.OPENING)


def _parties(text: LintText) -> tuple[Line, ...]:
    return tuple(line for line in _opening(text) if _PARTY.search(line.text))


def _whole(lines: tuple[Line, ...]) -> str:
    return " ".join(line.text for line in lines)


@check("MU-002")
def title(text: LintText) -> Iterator[Finding]:
    """Kind, ANTARA, DENGAN, TENTANG, all in capitals."""
    lines = tuple(line for line in text.lines if line.level in (Level.TITLE, Level.ABOUT))
    if not lines:
        return
    written = [line.text for line in lines]
    places = [
        next((place for place, line in enumerate(written) if re.match(rf"{word}\b", line.upper())), -1)
        for word in ("ANTARA", "DENGAN", "TENTANG")
    ]
    for word, place in zip(("ANTARA", "DENGAN", "TENTANG"), places, strict=True):
        if place < 0 and not (word == "DENGAN" and any(line.upper() == "DAN" for line in written)):
            yield Finding.at("MU-002", lines[0], f"judul tanpa {word}", "jenis naskah / ANTARA / DENGAN / TENTANG")
    held = [place for place in places if place >= 0]
    if held != sorted(held):
        yield Finding.at("MU-002", lines[0], "urutan judul tertukar", "jenis naskah / ANTARA / DENGAN / TENTANG")
    for line in lines:
        if line.text != line.text.upper() and not line.text.upper().startswith("NOMOR"):
            yield Finding.at("MU-002", line, f"“{line.text[:50]}”", "judul dengan huruf kapital")


@check("MU-003")
def numbers(text: LintText) -> Iterator[Finding]:
    """A number for each party."""
    parties = _parties(text)
    lines = [
        line
        for line in text.lines
        if line.level in (Level.TITLE, Level.ABOUT, Level.OPENING) and re.match(r"(?i)nomor\b", line.text)
    ]
    if text.title and len(parties) > 1 and len(lines) < len(parties):
        yield Finding.at(
            "MU-003",
            text.title[0],
            f"{len(lines)} baris NOMOR untuk {len(parties)} pihak",
            "satu baris NOMOR untuk tiap pihak",
        )


@check("MU-005")
def first_sentence(text: LintText) -> Iterator[Finding]:
    """'Pada hari ini …, bertempat di …'."""
    lines = _opening(text)
    first = next((line for line in lines if re.match(r"Pada hari ini|Yang bertanda tangan", line.text)), None)
    if first is None:
        if lines:
            yield Finding.at(
                "MU-005",
                lines[0],
                "tanpa kalimat “Pada hari ini …”",
                "“Pada hari ini …, tanggal …, bertempat di …, yang bertanda tangan di bawah ini:”",
            )
        return
    missing = [
        word
        for word in ("Pada hari ini", "tanggal", "bulan", "tahun", "bertempat di", "yang bertanda tangan di bawah ini")
        if word.casefold() not in first.text.casefold()
    ]
    if missing:
        yield Finding.at(
            "MU-005", first, f"kalimat pembuka tanpa “{missing[0]}”", "lengkapi hari, tanggal, bulan, tahun, dan tempat"
        )


@check("MU-006")
def who_signs(text: LintText) -> Iterator[Finding]:
    """Each party with the ground of its office, its seat and for whom it acts."""
    wanted = {
        rf"berdasarkan (?:{_OPEN}|[^;]*(?:Keputusan|Surat|SK)\b)|Keputusan [^;]*Nomor": "dasar pengangkatan",
        r"berkedudukan|beralamat|alamat": "kedudukan atau alamat",
        r"untuk dan atas nama": "“bertindak untuk dan atas nama …”",
    }
    for line in _parties(text):
        for pattern, name in wanted.items():
            if not re.search(pattern, line.text, re.IGNORECASE):
                yield Finding.at("MU-006", line, f"komparisi tanpa {name}", f"tambahkan {name}")


@check("MU-007")
def called(text: LintText) -> Iterator[Finding]:
    """One name for each party, in capitals."""
    whole = _whole(text.lines)
    mixed = "PIHAK PERTAMA" in whole and "PIHAK KESATU" in whole
    for line in text.lines:
        if mixed and "PIHAK PERTAMA" in line.text:
            yield Finding.at("MU-007", line, "“PIHAK PERTAMA” di samping “PIHAK KESATU”", "pakai satu sebutan")
        found = re.search(r"\b(?:[Pp]ihak (?:[Pp]ertama|[Kk]esatu|[Kk]edua|[Kk]etiga)\b|[Pp]ara [Pp]ihak\b)", line.text)
        if found and line.level is not Level.ANNEX:
            yield Finding.at("MU-007", line, f"“{found[0]}”", f"“{found[0].upper()}”")


@check("MU-008")
def premises(text: LintText) -> Iterator[Finding]:
    """The premises tell who each party is."""
    told = [line for line in _opening(text) if re.match(r"(?:[a-z0-9]+[.)]\s*)?bahwa\b", line.text, re.IGNORECASE)]
    lines = _opening(text)
    if lines and not told:
        yield Finding.at("MU-008", lines[-1], "tanpa premis", "“bahwa PIHAK KESATU …; bahwa PIHAK KEDUA …”")
        return
    for party in ("KESATU|PERTAMA", "KEDUA"):
        if told and not re.search(rf"PIHAK (?:{party})", " ".join(line.text for line in told)):
            yield Finding.at(
                "MU-008",
                told[0],
                f"premis tidak menerangkan PIHAK {party.partition('|')[0]}",
                "terangkan kedudukan tiap pihak",
            )


@check("MU-009")
def public_body(text: LintText) -> Iterator[Finding]:
    """BPJS is a public legal body."""
    if text.lines and "BPJS" in _whole(text.lines) and "badan hukum publik" not in _whole(text.lines).casefold():
        yield Finding.at(
            "MU-009",
            text.lines[0],
            "BPJS Ketenagakerjaan tidak disebut sebagai badan hukum publik",
            "tambahkan pada premis",
        )


@check("MU-010")
def power(text: LintText) -> Iterator[Finding]:
    """Whoever is no regional head shows a power of attorney."""
    parties = _parties(text)
    local = next((line for line in parties if "BPJS" not in line.text.upper()), None)
    if local is None or re.search(
        r"\b(?:Gubernur|Bupati|Wali ?Kota)\s(?!.*\bKeputusan (?:Gubernur|Bupati|Wali))", local.text[:90]
    ):
        return
    if not re.search(r"kuasa|pelimpahan|mandat|delegasi", _whole(_opening(text)), re.IGNORECASE):
        yield Finding.at(
            "MU-010",
            local,
            "penanda tangan bukan kepala daerah, tanpa surat kuasa",
            "sebut surat kuasa atau pelimpahan kewenangannya",
        )


@check("MU-029")
def titled(text: LintText) -> Iterator[Finding]:
    """Every Pasal has a title."""
    for line in text.pasals:
        if not line.content:
            yield Finding.at("MU-029", line, "pasal tanpa judul", "beri judul pasal, misalnya MAKSUD DAN TUJUAN")


@check("MU-030")
def sums(text: LintText) -> Iterator[Finding]:
    """People times contribution is the sum of the row."""
    for line in text.of(Level.ANNEX):
        cells = [cell.strip() for cell in line.text.split("|")]
        figures = [int(cell.replace(".", "")) for cell in cells[1:] if re.fullmatch(r"\d{1,3}(?:\.\d{3})*", cell)]
        if len(figures) == _ROW and figures[0] * figures[1] != figures[2]:
            right = f"{figures[0] * figures[1]:,}".replace(",", ".")
            yield Finding.at("MU-030", line, f"jumlah × iuran tidak sama dengan {cells[-1]}", right)


_ROW = 3
