"""How a paper points at its own units and at other regulations."""

import itertools
import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.pointing import Chain, Pointer, amends, chains, norms, units
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Line, LintText

_WRONG_PREPOSITION = re.compile(
    r"dimaksud\s+(?:(?P<a>pada)\s+Pasal|(?P<b>dalam|di dalam|didalam)\s+ayat|(?P<c>di|di dalam|didalam|di pada)\s+Pasal"
    r"|(?P<d>di)\s+ayat|(?P<e>)(?=Pasal\b|ayat\b))"
)
_LATER_CHAPTERS = re.compile(r"PIDANA|SANKSI|PERALIHAN|PENUTUP")
_LOWER = {
    PaperForm.REGIONAL: r"(?:Peraturan|Keputusan) (?:Gubernur|Bupati|Wali ?Kota|Desa|Kepala Desa)",
    PaperForm.HEAD: r"Keputusan (?:Gubernur|Bupati|Wali ?Kota|Kepala)|Peraturan (?:Desa|Kepala Desa)",
    PaperForm.VILLAGE: r"(?:Peraturan|Keputusan) Kepala Desa",
    PaperForm.VILLAGE_HEAD: r"Keputusan Kepala Desa",
}


@check("DR-121")
def prepositions(text: LintText) -> Iterator[Finding]:
    """'dalam Pasal', 'pada ayat'."""
    for line in text.body:
        for found in _WRONG_PREPOSITION.finditer(line.text):
            article = "Pasal" in found[0] or line.text[found.end() :].startswith("Pasal")
            better = "dimaksud dalam Pasal …" if article else "dimaksud pada ayat …"
            yield Finding.at("DR-121", line, f"“{found[0].strip()}”", better)


@check("DR-122")
def ranges(text: LintText) -> Iterator[Finding]:
    """Three or more in a row are a range."""
    for line in norms(text):
        for chain in chains(line, text):
            run = _run(chain)
            if run:
                yield Finding.at(
                    "DR-122", line, f"“{chain.written}”", f"{run[0].written} sampai dengan {run[-1].written}"
                )


def _run(chain: Chain) -> tuple[Pointer, ...]:
    """The longest row of neighbours of one kind that begins at the first pointer; () below three."""
    kind = chain.pointers[-1].kind
    row = tuple(pointer for pointer in chain.pointers if pointer.kind == kind)
    places = [_place(pointer) for pointer in row]
    alone = sum(pointer.kind != kind for pointer in chain.pointers) <= 1 and "sampai dengan" not in chain.written
    steady = all(after - before == 1 for before, after in itertools.pairwise(places))
    return row if alone and steady and len(row) >= _RUN else ()


_RUN = 3


def _place(pointer: Pointer) -> int:
    digits = re.match(r"\d+", pointer.value)
    return int(digits[0]) if digits else sum(ord(letter) for letter in pointer.value)


@check("DR-123")
def exceptions(text: LintText) -> Iterator[Finding]:
    """What is left out of a range stands behind 'kecuali'."""
    pattern = re.compile(
        r"sampai dengan (?:Pasal \w+|ayat \(\w+\)|huruf \w),?\s+(selain|tanpa|tidak termasuk|di luar)\b"
    )
    for line in norms(text):
        if found := pattern.search(line.text):
            yield Finding.at("DR-123", line, f"“{found[0]}”", f"ganti “{found[1]}” dengan “kecuali”")


@check("DR-124")
def this_article(text: LintText) -> Iterator[Finding]:
    """An ayat of the same Pasal needs no 'Pasal ini'."""
    for line in text.body:
        for found in re.finditer(r"ayat \(\d+\)(?: huruf \w+)? [Pp]asal ini", line.text):
            yield Finding.at("DR-124", line, f"“{found[0]}”", f"“{found[0][:-10]}”")


@check("DR-125")
def order(text: LintText) -> Iterator[Finding]:
    """The smaller number first."""
    for line in norms(text):
        for chain in chains(line, text):
            for before, after in _turned(chain):
                better = f"{after.written} disebut sebelum {before.written}"
                yield Finding.at("DR-125", line, f"“{chain.written}”", better)


def _turned(chain: Chain) -> Iterator[tuple[Pointer, Pointer]]:
    """Neighbours of one kind below one unit of which the later has the smaller number."""
    last: dict[tuple[str, ...], Pointer] = {}
    for pointer in chain.pointers:
        above = {"Pasal": (), "ayat": (pointer.pasal,)}.get(pointer.kind, (pointer.pasal, pointer.ayat))
        key = (pointer.kind, *above) if pointer.kind != "angka" else (*above, pointer.huruf, pointer.kind)
        before = last.get(key)
        if before and _place(before) >= _place(pointer):
            yield before, pointer
        last[key] = pointer


@check("DR-126")
def subject(text: LintText) -> Iterator[Finding]:
    """A reference says what of."""
    for line in norms(text):
        content = line.text if not line.marker else line.content
        if content.startswith("Sebagaimana dimaksud"):
            yield Finding.at(
                "DR-126",
                line,
                f"kalimat diawali “{content[:40]}…”",
                "sebut dahulu pokoknya: “Iuran sebagaimana dimaksud …”",
            )


@check("DR-127")
def rank(text: LintText) -> Iterator[Finding]:
    """No reference to a lower regulation."""
    lower = _LOWER.get(text.form)
    if not lower or amends(text):
        return
    pattern = re.compile(rf"(?:{lower})\b[^;.]{{0,60}}?\bNomor\s+\S+\s+Tahun\s+\d{{4}}")
    for line in norms(text):
        found = pattern.search(line.text)
        if found and not re.search(r"dicabut|tetap berlaku|sepanjang tidak bertentangan", _whole(line.index, text)):
            yield Finding.at("DR-127", line, f"mengacu “{found[0]}”", "acu peraturan yang setingkat atau lebih tinggi")


def _whole(index: int, text: LintText) -> str:
    pasal = text.pasal(text.lines[index])
    return text.lines[index].text if pasal is None else " ".join(line.text for line in text.below(pasal))


@check("DR-128")
def forward(text: LintText) -> Iterator[Finding]:
    """What is pointed at stands before."""
    known = units(text)
    for line in norms(text):
        chapter = text.chapter(line)
        if chapter and _LATER_CHAPTERS.search(chapter.text):
            continue
        for chain in chains(line, text):
            ahead = [
                it for it in chain.pointers if _stands_behind(line.index, known.get((it.pasal, it.ayat, it.huruf)))
            ]
            if ahead and not chain.outside:
                better = "pindahkan ketentuannya, atau acu yang sudah disebut"
                yield Finding.at("DR-128", line, f"mengacu “{chain.written}” yang letaknya sesudahnya", better)


def _stands_behind(index: int, target: Line | None) -> bool:
    return target is not None and target.index > index


@check("DR-129")
def dangling(text: LintText) -> Iterator[Finding]:
    """What is pointed at exists."""
    known = units(text)
    for line in norms(text):
        for chain in chains(line, text):
            if chain.outside or not re.search(
                r"dimaksud\s+(?:\w+\s+)?$|sampai dengan\s*$|(?:dalam|pada)\s+$", chain.before
            ):
                continue
            for pointer in chain.pointers:
                if text.fragment and (pointer.pasal, "", "") not in known:
                    continue  # it was left out of the passage
                if pointer.kind != "angka" and (pointer.pasal, pointer.ayat, pointer.huruf) not in known:
                    home = f" dalam Pasal {pointer.pasal}" if pointer.kind != "Pasal" else ""
                    yield Finding.at("DR-129", line, f"{pointer.written} tidak ada{home}", "betulkan nomornya")
