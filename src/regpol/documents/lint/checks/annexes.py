"""Annexes, and the explanation of a Perda."""

import re
from collections import defaultdict
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.pointing import amends, number_of
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_LONG = 60


def _annexes(text: LintText) -> dict[str, list[Line]]:
    held: dict[str, list[Line]] = defaultdict(list)
    for line in text.of(Level.ANNEX):
        held[line.address].append(line)
    return held


@check("DR-106")
def announced(text: LintText) -> Iterator[Finding]:
    """Every annex is announced in the standard words, and every announcement has its annex."""
    if amends(text):
        return
    phrase = re.compile(
        r"tercantum dalam Lampiran(?: [IVXL]+)?[^.;]*?\byang merupakan bagian (?:yang )?tidak terpisahkan dari"
    )
    pointers = [line for line in text.body if re.search(r"tercantum (?:dalam|pada) Lampiran", line.text)]
    annexes = _annexes(text)
    if annexes and not any(phrase.search(line.text) for line in text.body):
        line = pointers[0] if pointers else next(iter(annexes.values()))[0]
        yield Finding.at(
            "DR-106",
            line,
            "lampiran tidak ditunjuk dengan frasa baku",
            "“tercantum dalam Lampiran yang merupakan bagian tidak terpisahkan dari … ini”",
        )
    if pointers and not annexes and text.of(Level.CLOSING):
        yield Finding.at(
            "DR-106", pointers[0], "lampiran yang ditunjuk tidak ada", "sertakan lampirannya, atau hapus penunjukannya"
        )


@check("DR-107")
def numbered(text: LintText) -> Iterator[Finding]:
    """More than one annex: Roman numbers."""
    heads = [line for line in text.of(Level.ANNEX) if re.match(r"LAMPIRAN\b", line.text)]
    if len(heads) > 1:
        for line in heads:
            if not re.match(r"LAMPIRAN\s+[IVXL]+\b", line.text):
                yield Finding.at(
                    "DR-107", line, f"“{line.text[:30]}” di antara beberapa lampiran", "“LAMPIRAN I”, “LAMPIRAN II”"
                )


@check("DR-108")
def head(text: LintText) -> Iterator[Finding]:
    """The head of an annex repeats the title, without punctuation."""
    if not text.source:
        return
    for lines in _annexes(text).values():
        first = [line.text for line in lines[:6]]
        if not any("TENTANG" in line for line in first) or not any("NOMOR" in line for line in first):
            yield Finding.at(
                "DR-108",
                lines[0],
                "kepala lampiran tidak lengkap",
                "LAMPIRAN / jenis / NOMOR … TAHUN … / TENTANG / nama",
            )


@check("DR-110")
def signed(text: LintText) -> Iterator[Finding]:
    """Each annex ends with the signature."""
    for lines in _annexes(text).values():
        tail = lines[-5:]
        heads = "GUBERNUR|BUPATI|WALI ?KOTA|KEPALA DESA|KEPALA KAMPUNG|KEUCHIK|PERBEKEL|LURAH|WALI NAGARI"
        pattern = rf"(?:\w+\.? )?(?:{heads})\b.*,"
        if not any(re.fullmatch(pattern, line.text) for line in tail):
            yield Finding.at(
                "DR-110", lines[-1], "lampiran tidak ditutup dengan jabatan dan nama", "“BUPATI …,” lalu nama pejabat"
            )


@check("DR-111")
def changing(text: LintText) -> Iterator[Finding]:
    """What changes each year belongs in a decision."""
    for lines in _annexes(text).values():
        for line in lines[:8]:
            if re.search(r"DAFTAR (?:NAMA|PESERTA|PENERIMA)|NAMA-NAMA|JADWAL|KUOTA PESERTA", line.text.upper()):
                yield Finding.at(
                    "DR-111", line, "lampiran memuat data yang berubah tiap tahun", "tetapkan dengan keputusan"
                )
                break


def _explained(text: LintText) -> dict[str, list[Line]]:
    held: dict[str, list[Line]] = defaultdict(list)
    for line in text.of(Level.EXPLANATION):
        if found := re.search(r"Pasal (\w+)$", line.address):
            held[found[1]].append(line)
    return held


@check("DR-080")
def definitions_unexplained(text: LintText) -> Iterator[Finding]:
    """Definitions explain themselves."""
    lines = _explained(text).get("1", [])
    if text.general is not None and lines and not any("Cukup jelas" in line.text for line in lines):
        yield Finding.at(
            "DR-080", lines[0], "definisi pada Pasal 1 masih dijelaskan", "“Cukup jelas.”; lengkapi rumusan definisinya"
        )


@check("DR-101")
def parts(text: LintText) -> Iterator[Finding]:
    """I. UMUM and II. PASAL DEMI PASAL, and no new norm."""
    lines = text.of(Level.EXPLANATION)
    if not lines:
        return
    whole = " ".join(line.text.upper() for line in lines)
    for part in (r"I\.?\s*UMUM", r"II\.?\s*PASAL DEMI PASAL"):
        if not re.search(part, whole):
            yield Finding.at(
                "DR-101", lines[0], "susunan penjelasan tidak lengkap", "“I. UMUM” dan “II. PASAL DEMI PASAL”"
            )
    for line in lines:
        if found := re.search(r"\b(wajib|dilarang)\b", line.text):
            yield Finding.at("DR-101", line, f"“{found[1]}” dalam penjelasan", "penjelasan tidak memuat norma baru")


@check("DR-102")
def article_by_article(text: LintText) -> Iterator[Finding]:
    """The explanation follows the articles one by one."""
    explained = _explained(text)
    if not explained or text.form is not PaperForm.REGIONAL:
        return
    numbers = [number_of(line) for line in text.pasals]
    for line in text.pasals:
        if number_of(line) not in explained:
            better = f"tambahkan “Pasal {number_of(line)} Cukup jelas.”"
            yield Finding.at("DR-102", line, "pasal tanpa penjelasan", better)
    for number, lines in explained.items():
        if number not in numbers:
            yield Finding.at(
                "DR-102", lines[0], f"menjelaskan Pasal {number} yang tidak ada", "cocokkan dengan batang tubuh"
            )


@check("DR-103")
def every_clause(text: LintText) -> Iterator[Finding]:
    """One ayat explained, all named."""
    pasals = {number_of(line): line for line in text.pasals}
    for number, lines in _explained(text).items():
        named = {found[1] for line in lines if (found := re.match(r"Ayat \((\w+)\)", line.text))}
        ayats = {number_of(line) for line in text.ayats(pasals[number])} if number in pasals else set()
        missing = sorted(ayats - named)
        if named and missing:
            yield Finding.at(
                "DR-103",
                lines[0],
                f"ayat ({missing[0]}) tidak dicantumkan",
                "cantumkan semua ayat, “Cukup jelas.” bila perlu",
            )


@check("DR-104")
def quoted(text: LintText) -> Iterator[Finding]:
    """'Yang dimaksud dengan "…" adalah'."""
    for line in text.of(Level.EXPLANATION):
        if re.search(r"Yang dimaksud dengan (?![“\"'‘])", line.text):
            yield Finding.at(
                "DR-104", line, "istilah yang dijelaskan tanpa tanda petik", '“Yang dimaksud dengan "…" adalah …”'
            )


@check("DR-105")
def repeated(text: LintText) -> Iterator[Finding]:
    """The same explanation is told once."""
    seen: dict[str, Line] = {}
    for line in text.of(Level.EXPLANATION):
        words = line.text
        if len(words) > _LONG and words in seen:
            better = f"“Lihat penjelasan {seen[words].address.removeprefix('Penjelasan ')}.”"
            yield Finding.at("DR-105", line, "penjelasan sama dengan pasal sebelumnya", better)
        seen.setdefault(words, line)
