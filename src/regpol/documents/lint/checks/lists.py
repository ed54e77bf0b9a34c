"""Lists: DR-060 to DR-066."""

import re
from collections.abc import Iterator

from regpol.documents.lint.checks.structure import skips
from regpol.documents.lint.finding import Finding
from regpol.documents.lint.prose import quoted, tail
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import LISTED, Level, Line, LintText
from regpol.terms.language import letter

_ITEM_ENDS = re.compile(r"[;:]$|; ?(?:dan|atau|dan/atau)$|,$")
_PROPER = frozenset(
    re.findall(
        r"\S+",
        r"Badan Bupati Gubernur Wali Walikota Wakil Sekretaris Kepala Ketua Anggota Camat Lurah Desa Kelurahan "
        r"Kecamatan Kota Kabupaten Provinsi Daerah Dinas Pemerintah Undang-Undang Peraturan Keputusan Instruksi "
        r"Surat Menteri Presiden Pasal Lembaga Bank BPJS Jaminan Anggaran Tim Kementerian Inspektorat Perangkat "
        r"Bagian Asisten Direktur Majelis Dewan Kantor Kartu Nomor Data Program Dana Indonesia Republik Tentara "
        r"Kepolisian Kejaksaan Pengadilan Lampiran Allah Tuhan Islam Kristen Papua Aceh Jakarta Januari Juli "
        r"Desember Rp Pihak Perjanjian Nota",
    )
)
_LADDER = (Level.POINT, Level.ITEM, Level.SUBPOINT, Level.SUBITEM)


def _defining(text: LintText, owner: Line) -> bool:
    """Whether the list is that of the definitions, which has marks and points of its own."""
    return "dimaksud dengan" in text.lead(owner).text.casefold() or "dimaksud dengan" in owner.text.casefold()


def _depth(text: LintText, line: Line) -> int:
    held, depth = text.parent(line), 0
    while held is not None and held.level in LISTED:
        held, depth = text.parent(held), depth + 1
    return depth


def _own_lists(text: LintText) -> Iterator[tuple[Line, tuple[Line, ...]]]:
    """The lists of norms: not the definitions, and not what an amendment tells to change."""
    if skips(text):
        return
    for owner, items in text.lists:
        if not _defining(text, owner):
            yield owner, items


@check("DR-060")
def a_list_goes_on_from_its_lead(text: LintText) -> Iterator[Finding]:
    """The lead ends with a colon; DR-065 speaks of items that are leads themselves."""
    for owner, items in _own_lists(text):
        lead = text.lead(owner)
        if owner.level in LISTED:
            continue
        if lead.level is Level.ARTICLE:
            yield Finding.at("DR-060", items[0], "rincian tanpa frasa pembuka", "frasa pembuka yang diakhiri titik dua")
        elif not lead.text.rstrip().endswith(":"):
            yield Finding.at("DR-060", lead, f"frasa pembuka berakhir {tail(lead.text, 40)}", "diakhiri titik dua")


@check("DR-061")
def the_first_step_has_letters(text: LintText) -> Iterator[Finding]:
    """a., b., c. in their turn."""
    for owner, items in _own_lists(text):
        if owner.level in LISTED:
            continue
        if items[0].level is not Level.POINT:
            yield Finding.at("DR-061", items[0], f"rincian bertanda “{items[0].marker}”", "a.")
            continue
        for place, item in enumerate(items, 1):
            if item.level is Level.POINT and item.marker != f"{letter(place)}.":
                yield Finding.at("DR-061", item, f"“{item.marker}” pada urutan ke-{place}", f"{letter(place)}.")
                break


@check("DR-062")
def items_begin_small(text: LintText) -> Iterator[Finding]:
    """Unless with a name or a defined term."""
    terms = {word for term, _ in text.definitions for word in re.findall(r"[\w/-]+", term)}
    for _, items in _own_lists(text):
        for item in items:
            first, *rest = [*item.content.split(), ""]
            plain = first.strip('.,;:()“”"')
            following = rest[0] if rest else ""
            proper = plain in _PROPER or plain in terms or following[:1].isupper()
            if plain[:1].isupper() and plain[1:].islower() and not proper and len(item.content.split()) > 1:
                small = f"{plain[:1].lower()}{plain[1:]}"
                yield Finding.at("DR-062", item, f"rincian diawali “{plain}”", f"“{small} …”")


@check("DR-063")
def items_end_with_semicolons(text: LintText) -> Iterator[Finding]:
    """The last one, where it closes the sentence, with a full stop."""
    for owner, items in _own_lists(text):
        for item in items[:-1]:
            if not text.items(item) and not _ITEM_ENDS.search(item.text):
                yield Finding.at("DR-063", item, f"akhir {tail(item.text, 40)}", "diakhiri titik koma")
        last, after = items[-1], text.children(owner)[-1]
        if owner.level in LISTED or after.index != items[-1].index or text.children(last):
            continue
        if not last.text.rstrip().endswith((".", "]", "…")):
            yield Finding.at("DR-063", last, f"rincian terakhir berakhir {tail(last.text, 40)}", "diakhiri titik")


@check("DR-065")
def an_item_with_items_ends_with_a_colon(text: LintText) -> Iterator[Finding]:
    """It is itself a lead."""
    for owner, _ in _own_lists(text):
        if owner.level in LISTED and not text.lead(owner).text.rstrip().endswith(":"):
            yield Finding.at("DR-065", owner, f"akhir {tail(owner.text, 40)}", "diakhiri titik dua")


@check("DR-066")
def steps_follow_the_ladder(text: LintText) -> Iterator[Finding]:
    """a., then 1., then a), then 1)."""
    for owner, items in _own_lists(text):
        depth = _depth(text, items[0])
        general = text.general
        if depth == 0 or depth >= len(_LADDER) or (general is not None and text.pasal(owner) is general):
            continue
        if items[0].level is not _LADDER[depth]:
            wanted = ("a.", "1.", "a)", "1)")[depth]
            found = f"tingkat ke-{depth + 1} bertanda “{items[0].marker}”: {quoted(items[0].content, 40)}"
            yield Finding.at("DR-066", items[0], found, wanted)


@check("DR-064")
def a_smaller_step_stands_further_in(text: LintText) -> Iterator[Finding]:
    """Only where the source tells its indents, once for each list; an article stands in the middle and is no step."""
    for owner, items in _own_lists(text):
        first = items[0]
        if owner.level not in _STEPS or owner.inset is None or first.inset is None:
            continue
        if all(inner <= outer + _HAIR for inner, outer in zip(first.inset, owner.inset, strict=True)):
            found = f"“{first.marker}” tidak lebih menjorok daripada “{owner.marker}” di atasnya"
            yield Finding.at("DR-064", first, found, "jorokkan rinciannya satu tingkat ke dalam")


_STEPS = {Level.CLAUSE, *LISTED}
_HAIR = 20
"""Twips, a third of a millimetre: what a word processor may round away."""
