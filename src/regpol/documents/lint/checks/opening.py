"""What frames the opening: DR-012 to DR-015 and DR-036 to DR-039."""

import re
from collections.abc import Iterator
from itertools import pairwise

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.marks import collapsed
from regpol.documents.lint.prose import quoted, same_name
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_INVOCATION = "DENGANRAHMATTUHANYANGMAHAESA"
_OTHER_INVOCATION = ("BISMILLAH", "ATASRAHMAT", "DENGANNAMAALLAH")
_OFFICES = (
    r"(?:GUBERNUR|BUPATI|WALI ?KOTA|KEPALA \w+|LURAH|KEUCHIK|PERATIN|PERBEKEL|WALI NAGARI|PENGHULU"
    r"|(?:Pj|Plt|Pjs|Plh|PJ|PLT|PJS|PLH)\.)"
)
_OFFICE = re.compile(rf"{_OFFICES}\b.*", re.IGNORECASE)
_ENACTED = re.compile(
    r"(?:PERATURAN|KEPUTUSAN|QANUN|INSTRUKSI)(?: (?:DAERAH(?: KHUSUS| PROVINSI)?|GUBERNUR|BUPATI|WALI ?KOTA"
    r"|(?:KEPALA )?(?:DESA|KAMPUNG|NAGARI|GAMPONG|PEKON)|WALI NAGARI|KEUCHIK|PERBEKEL|LURAH))?"
)


def _openings(text: LintText) -> list[Line]:
    return list(text.of(Level.OPENING))


def _invocation(text: LintText) -> Line | None:
    return next((line for line in _openings(text) if collapsed(line.text).rstrip(",.") == _INVOCATION), None)


def _decision(text: LintText) -> Line | None:
    return next((line for line in text.of(Level.DIKTUM) if collapsed(line.text).startswith("MEMUTUSKAN")), None)


def _enacting(text: LintText) -> Line | None:
    return next((line for line in text.of(Level.DIKTUM) if line.address == "Menetapkan"), None)


def _office(text: LintText) -> Line | None:
    found = [line for line in _openings(text) if _OFFICE.fullmatch(line.text)]
    return found[-1] if found else None


@check("DR-012")
def opening_is_in_order(text: LintText) -> Iterator[Finding]:
    """Invocation, office, considerations, bases, decision, Menetapkan."""
    labels = {line.address: line for line in text.of(Level.RECITAL, Level.CITATION) if line.parent < 0}
    parts = (
        ("frasa Dengan Rahmat", _invocation(text)),
        ("jabatan pembentuk", _office(text)),
        ("Menimbang", labels.get("Menimbang")),
        ("Mengingat", labels.get("Mengingat")),
        ("MEMUTUSKAN", _decision(text)),
        ("Menetapkan", _enacting(text)),
    )
    there = [(name, line) for name, line in parts if line is not None]
    for (before, held), (after, line) in pairwise(there):
        if line.index < held.index:
            yield Finding.at("DR-012", line, f"{after} mendahului {before}", f"{before}, lalu {after}")


@check("DR-013")
def invocation_is_there(text: LintText) -> Iterator[Finding]:
    """In capitals, before the office; Aceh has words of its own."""
    if not text.recitals:
        return
    line, office = _invocation(text), _office(text)
    better = "DENGAN RAHMAT TUHAN YANG MAHA ESA"
    if line is None:
        if not any(collapsed(it.text).startswith(_OTHER_INVOCATION) for it in _openings(text)):
            yield Finding.at("DR-013", text.recitals[0], "tidak ada frasa Dengan Rahmat", f"{better} sebelum jabatan")
    elif line.text.rstrip(",.") != better:
        yield Finding.at("DR-013", line, quoted(line.text), better)
    elif office is not None and office.index < line.index:
        yield Finding.at("DR-013", line, "frasa Dengan Rahmat sesudah jabatan", "sebelum jabatan pembentuk")


@check("DR-014")
def decision_has_no_invocation(text: LintText) -> Iterator[Finding]:
    """A decision that settles a case does without."""
    if line := _invocation(text):
        yield Finding.at("DR-014", line, quoted(line.text), "tanpa frasa ini dalam Keputusan")


@check("DR-015")
def office_ends_with_a_comma(text: LintText) -> Iterator[Finding]:
    """The office that enacts: capitals, a comma, and never the council."""
    if not text.recitals or not _openings(text):
        return
    line = _office(text)
    if line is None:
        yield Finding.at("DR-015", text.recitals[0], "tidak ada jabatan pembentuk sebelum Menimbang", "BUPATI …,")
        return
    name = re.sub(r"^(?:Pj|Plt|Pjs|Plh)\.", "", line.text)
    if not line.text.endswith(","):
        yield Finding.at("DR-015", line, f"{quoted(line.text)} tanpa koma", f"{line.text.upper().rstrip('.;:')},")
    elif name != name.upper():
        yield Finding.at("DR-015", line, f"{quoted(line.text)} tidak kapital", line.text.upper())


@check("DR-036")
def council_approves(text: LintText) -> Iterator[Finding]:
    """A regional regulation names the joint approval before it decides."""
    decision = _decision(text)
    if decision is None:
        return
    said = [line for line in text.of(Level.DIKTUM) if line.index < decision.index]
    plain = " ".join(line.text.upper() for line in said)
    missing = [
        name
        for name, pattern in (
            ("“Dengan Persetujuan Bersama”", "PERSETUJUAN BERSAMA"),
            ("nama DPRD", "DEWAN PERWAKILAN RAKYAT"),
            ("jabatan kepala daerah", r"(?:GUBERNUR|BUPATI|WALI ?KOTA)"),
        )
        if not re.search(pattern, plain)
    ]
    if missing:
        better = "Dengan Persetujuan Bersama / DEWAN PERWAKILAN RAKYAT DAERAH … / dan / BUPATI …"
        yield Finding.at("DR-036", decision, f"sebelum MEMUTUSKAN tidak ada {', '.join(missing)}", better)


@check("DR-037")
def decision_is_one_word(text: LintText) -> Iterator[Finding]:
    """MEMUTUSKAN: in capitals, closed up."""
    line = _decision(text)
    if line is None:
        if text.recitals and text.body:
            yield Finding.at("DR-037", text.body[0], "tidak ada MEMUTUSKAN", "MEMUTUSKAN: sebelum Menetapkan")
    elif line.text != "MEMUTUSKAN:":
        yield Finding.at("DR-037", line, quoted(line.text), "MEMUTUSKAN:")


@check("DR-038")
def enacting_begins_with_a_capital(text: LintText) -> Iterator[Finding]:
    """Menetapkan stands like Menimbang and Mengingat."""
    line = _enacting(text)
    if line is None:
        if _decision(text) is not None:
            yield Finding.at("DR-038", _decision(text) or text.lines[0], "tidak ada Menetapkan", "Menetapkan: …")
    elif not line.marker.startswith("Menetapkan") or ":" not in line.text[: len(line.marker) + 2]:
        yield Finding.at("DR-038", line, quoted(line.text, 40), "Menetapkan:")


@check("DR-039")
def enacting_repeats_the_title(text: LintText) -> Iterator[Finding]:
    """Kind and name without the region, in capitals, with a full stop."""
    line = _enacting(text)
    if line is None or not text.name:
        return
    said = line.text.removeprefix(line.marker).strip(" :")
    kind, known, name = said.partition(" TENTANG ")
    if not known:
        yield Finding.at("DR-039", line, quoted(said), f"JENIS TENTANG {text.name.upper()}.")
    elif not same_name(name, text.name):
        yield Finding.at("DR-039", line, f"nama tidak sama dengan judul: {quoted(name)}", f"{text.name.upper()}.")
    elif not _ENACTED.fullmatch(kind) and text.form is not PaperForm.OTHER:
        yield Finding.at("DR-039", line, f"“{kind}”", "jenis peraturan tanpa nama daerah")
    elif not said.endswith("."):
        yield Finding.at("DR-039", line, "tidak diakhiri titik", f"{text.name.upper()}.")
