"""Transition, revocation, entry into force; the two articles of an amendment."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.pointing import norms
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_STARTS = re.compile(r"^(?:\S+ ){0,6}ini (?:mulai )?berlaku\b|\bini mulai berlaku\b")
_DATES = r"pada tanggal (?:\d{1,2} \w+ \d{4}|[….]+)"
_AFTER = r"setelah \d+ \([^)]+\) (?:hari|bulan|tahun) terhitung sejak tanggal diundangkan"
_BLANKET = re.compile(
    r"(?:segala|semua|seluruh|setiap)\s+(?:ketentuan|peraturan|keputusan)[^.;]*bertentangan"
    r"[^.;]*(?:dicabut|tidak berlaku)"
    r"|(?:ketentuan|peraturan)[^.;]*yang bertentangan[^.;]*dicabut",
    re.IGNORECASE,
)


@check("DR-085")
def transition_before_end(text: LintText) -> Iterator[Finding]:
    """KETENTUAN PERALIHAN, then KETENTUAN PENUTUP, and nothing behind."""
    chapters = text.of(Level.CHAPTER)
    place = {
        name: number
        for number, line in enumerate(chapters)
        for name in ("PERALIHAN", "PENUTUP")
        if name in line.text.upper()
    }
    if "PERALIHAN" in place and "PENUTUP" in place and place["PERALIHAN"] + 1 != place["PENUTUP"]:
        line = chapters[place["PERALIHAN"]]
        yield Finding.at(
            "DR-085", line, "ketentuan peralihan tidak tepat sebelum ketentuan penutup", "tukar urutan babnya"
        )


@check("DR-086")
def has_start(text: LintText) -> Iterator[Finding]:
    """The last provisions say when it begins to apply."""
    if not text.pasals:
        return
    tail = [line for pasal in text.pasals[-3:] for line in text.below(pasal)]
    if not any("mulai berlaku" in line.text and "Pada saat" not in line.text for line in tail):
        last = text.pasals[-1]
        yield Finding.at(
            "DR-086",
            last,
            "saat mulai berlaku tidak disebut",
            "“Peraturan … ini mulai berlaku pada tanggal diundangkan.”",
        )


@check("DR-087")
def revocation(text: LintText) -> Iterator[Finding]:
    """What is revoked is named, and in the standard words."""
    for line in text.body:
        if _BLANKET.search(line.text):
            better = "sebut jenis, nomor, tahun, dan judul peraturan yang dicabut"
            yield Finding.at("DR-087", line, "pencabutan umum: “… yang bertentangan … dicabut”", better)
        elif re.search(r"\bdicabut\b(?! dan dinyatakan tidak berlaku)", line.text) and _of_a_rule(line, text):
            yield Finding.at("DR-087", line, "“dicabut” saja", "“dicabut dan dinyatakan tidak berlaku”")


def _of_a_rule(line: Line, text: LintText) -> bool:
    pasal = text.pasal(line)
    whole = line.text if pasal is None else " ".join(other.text for other in text.below(pasal))
    return "mulai berlaku" in whole and bool(re.search(r"Peraturan .*Nomor", whole))


@check("DR-088")
def several_revoked(text: LintText) -> Iterator[Finding]:
    """Several are listed."""
    for line in text.body:
        many = len(re.findall(r"Nomor\s+\S+\s+Tahun\s+\d{4}\s+tentang", line.text)) > 1
        if many and "dicabut" in line.text and "Perubahan" not in line.text:
            yield Finding.at(
                "DR-088",
                line,
                "beberapa peraturan dicabut dalam satu kalimat",
                "rinci dengan huruf a, b, dan seterusnya",
            )


@check("DR-089")
def start(text: LintText) -> Iterator[Finding]:
    """The standard sentence of entry into force."""
    decision = text.form is PaperForm.DECISION
    day = "pada tanggal ditetapkan" if decision else "pada tanggal diundangkan"
    allowed = re.compile(rf"berlaku (?:{day}|{_DATES}|{_AFTER})")
    for line in text.body:
        content = line.text if line.level is Level.TEXT else line.content
        begins = _STARTS.search(content) and "mulai berlaku" in content
        if (
            begins
            and not re.search(r"[Pp]ada saat|[Ss]ebelum|[Ss]ejak (?:Peraturan|tanggal)|tetap berlaku", content)
            and not allowed.search(content)
        ) or re.search(r"mulai berlaku (?:sejak|pada saat|terhitung)", content):
            yield Finding.at("DR-089", line, f"“{content[-70:]}”", f"“… ini mulai berlaku {day}.”")


@check("DR-090")
def effectively(text: LintText) -> Iterator[Finding]:
    """Nothing begins to apply 'effectively'."""
    for line in text.body:
        if re.search(r"(?:mulai )?berlaku (?:secara )?efektif", line.text):
            yield Finding.at("DR-090", line, "“mulai berlaku efektif”", "“mulai berlaku”")


@check("DR-091")
def backwards(text: LintText) -> Iterator[Finding]:
    """Retroactive only with a transition."""
    transition = any("PERALIHAN" in line.text.upper() for line in text.headings)
    for line in norms(text):
        if "berlaku surut" in line.text and not transition:
            yield Finding.at(
                "DR-091", line, "“berlaku surut” tanpa ketentuan peralihan", "hapus, atau atur peralihannya"
            )


@check("DR-120")
def amendment(text: LintText) -> Iterator[Finding]:
    """Pasal I and Pasal II."""
    if not text.name.upper().startswith("PERUBAHAN") or not text.pasals:
        return
    markers = [line.marker for line in text.pasals]
    if "Pasal I" not in markers or "Pasal II" not in markers:
        yield Finding.at(
            "DR-120",
            text.pasals[0],
            "peraturan perubahan tanpa Pasal I dan Pasal II",
            "Pasal I memuat perubahan, Pasal II saat berlaku",
        )
    elif not re.search(
        r"(?:Lembaran|Berita) (?:Daerah|Desa|\w+)", " ".join(line.text for line in text.below(text.pasals[0]))
    ):
        yield Finding.at(
            "DR-120",
            text.pasals[0],
            "Lembaran/Berita Daerah peraturan yang diubah tidak disebut",
            "“… (Lembaran Daerah … Tahun … Nomor …) diubah sebagai berikut:”",
        )
