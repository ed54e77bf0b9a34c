"""What is left to lower regulations, and in which words."""

import re
from collections.abc import Iterator

from regpol.documents.lint.finding import Finding
from regpol.documents.lint.pointing import norms
from regpol.documents.lint.registry import check
from regpol.documents.lint.text import Level, Line, LintText

_FURTHER = re.compile(r"\b[Kk]etentuan lebih lanjut\b|\bdiatur lebih lanjut\b")
_WHOLE = re.compile(
    r"mengenai .+ (?:diatur|ditetapkan)(?: lebih lanjut)? (?:dengan|dalam|berdasarkan|dengan atau berdasarkan) "
    r"(?:Peraturan|Keputusan|Qanun|Reusam) \w+"
)
_SUBJECT = re.compile(
    r"(?!(?:[Kk]etentuan|[Hh]al|[Pp]engaturan)(?: lebih lanjut)? (?:diatur|ditetapkan))\S+ .*"
    r"(?:diatur|ditetapkan) lebih lanjut (?:dengan|dalam|berdasarkan|dengan atau berdasarkan) "
    r"(?:Peraturan|Keputusan|Qanun|Reusam) \w+"
)
"""'Tata cara pendaftaran diatur lebih lanjut dengan Peraturan Bupati': the subject is the matter."""
_HEADS = r"(?:Gubernur|Bupati|Wali ?Kota|Kepala Desa|Kepala Kampung|Wali Nagari|Keuchik|Lurah)"


def _content(line: Line) -> str:
    return line.text if line.level is Level.TEXT else line.content


@check("DR-112")
def named(text: LintText) -> Iterator[Finding]:
    """A delegation says of what, and to which instrument."""
    for line in norms(text):
        whole = _WHOLE.search(line.text) or _SUBJECT.match(_content(line))
        if _FURTHER.search(line.text) and not whole and not _blank(line):
            better = "“Ketentuan lebih lanjut mengenai … diatur dengan Peraturan … .”"
            yield Finding.at("DR-112", line, "pendelegasian tanpa materi atau tanpa jenis peraturan", better)


def _blank(line: Line) -> bool:
    return bool(re.search(r"hal-?hal (?:lain )?yang (?:belum|tidak) (?:cukup )?diatur", line.text, re.IGNORECASE))


@check("DR-115")
def something_before(text: LintText) -> Iterator[Finding]:
    """'lebih lanjut' needs something regulated already."""
    lines = [line for line in norms(text) if line.level is not Level.ARTICLE]
    for line in lines:
        found = re.match(
            r"Ketentuan lebih lanjut mengenai (.+?) (?:sebagaimana dimaksud|diatur|ditetapkan)", _content(line)
        )
        if not found:
            continue
        words = {word for word in re.findall(r"[a-z]{5,}", found[1].lower()) if word not in _EMPTY}
        others = " ".join(other.text.lower() for other in lines if other is not line)
        if words and not any(word in others for word in words):
            yield Finding.at(
                "DR-115", line, f"“{found[1]}” belum diatur sama sekali", "“Ketentuan mengenai … diatur dengan …”"
            )


_EMPTY = {"mengenai", "sebagai", "serta", "dengan", "dalam", "untuk"}


@check("DR-116")
def last(text: LintText) -> Iterator[Finding]:
    """The delegation is the last ayat."""
    for pasal in text.pasals:
        ayats = text.ayats(pasal)
        for line in ayats[:-1]:
            if line.content.startswith("Ketentuan lebih lanjut") and not ayats[-1].content.startswith("Ketentuan"):
                yield Finding.at("DR-116", line, "pendelegasian bukan pada ayat terakhir", "pindahkan ke ayat terakhir")


@check("DR-117")
def blank(text: LintText) -> Iterator[Finding]:
    """No blank cheque."""
    for line in text.body:
        if _blank(line):
            better = "sebut materi yang didelegasikan"
            yield Finding.at("DR-117", line, "pendelegasian blangko: hal yang belum diatur", better)


@check("DR-118")
def to_an_office(text: LintText) -> Iterator[Finding]:
    """Not to the head of an office."""
    pattern = re.compile(
        r"diatur (?:lebih lanjut )?(?:dengan|dalam|oleh) (?:Peraturan |Keputusan )?"
        r"[Kk]epala (?:Dinas|Badan|Perangkat Daerah)\b"
    )
    for line in norms(text):
        if found := pattern.search(line.text):
            yield Finding.at("DR-118", line, f"“{found[0]}”", "delegasikan kepada peraturan kepala daerah")


@check("DR-119")
def rule_or_decision(text: LintText) -> Iterator[Finding]:
    """A regulation regulates, a decision establishes."""
    for line in norms(text):
        if found := re.search(r"diatur (?:lebih lanjut )?(?:dengan|dalam) [Kk]eputusan", line.text):
            yield Finding.at("DR-119", line, f"“{found[0]}”", "“ditetapkan dengan Keputusan …”")
        if found := re.search(rf"ditetapkan (?:lebih lanjut )?dengan Peraturan {_HEADS}", line.text):
            yield Finding.at("DR-119", line, f"“{found[0]}”", "“diatur dengan Peraturan …”")
