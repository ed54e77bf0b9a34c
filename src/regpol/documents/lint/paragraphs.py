"""The paragraphs of a text file: what a PDF or an editor left in between is taken out, nothing is mended."""

import re
from collections import Counter
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A stretch of text as it stands in the source; ``number`` counts from 1.

    ``broken`` is whether a line break may only be where the page ended, as in text copied out of a PDF;
    ``apart`` whether an empty line stands before it.
    """

    number: int
    text: str
    style: str = ""
    centered: bool | None = None
    broken: bool = False
    apart: bool = False
    inset: tuple[int, int] | None = None
    """Where its first line and the others begin, in twips; None where the source does not tell."""


_FURNITURE = re.compile(
    r"-?\s*\d{1,4}\s*-?|hal(?:aman)?\.?\s*\d+(?:\s*(?:dari|/)\s*\d+)?|(?:https?://|www\.)\S+|jdih\.\S+"
    r"|SK No\s.*|PRESIDEN|REPUBLIK INDONESIA",
    re.IGNORECASE,
)
_CATCHWORD = re.compile(r".{1,40}\s\.\s?\.\s?\.$")
_MARKDOWN = re.compile(
    r"^\s*[-*]\s+(?=(?:[a-z]{1,2}|\d{1,3})\\?[.)]|\(\d)"  # a list whose items keep marks of their own
    r"|^\s{0,3}(?:#{1,6}\s+|>\s?)|\*\*|__|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\\(?=[.()\[\]#*-])"
)
_MARK_ALONE = re.compile(r"\(\d{1,2}[a-z]?\)|[a-z]{1,2}[.)]|\d{1,3}[.)]")
"""The mark of an ayat or an item that a PDF gave a line of its own."""
_STROKE = " dan/"
"""Where a PDF may break dan/atau."""
_REPEATED = 3
_SHORT = 90


def text_paragraphs(text: str, *, markdown: bool = False) -> tuple[Paragraph, ...]:
    """The lines of a text file that belong to the paper, with the number of the line each stands on."""
    lines = [" ".join(line.split()) for line in text.replace("\f", "\n").splitlines()]
    if markdown:
        lines = [_MARKDOWN.sub("", line).strip() for line in lines]
    heads = _running_heads(lines)
    kept: list[Paragraph] = []
    apart = True
    for number, line in enumerate(lines, 1):
        if not line:
            apart = True
            continue
        if _FURNITURE.fullmatch(line) or line in heads or _catchword(line):
            continue
        last = kept[-1].text if kept and not markdown else ""
        if _MARK_ALONE.fullmatch(last) or last.endswith(_STROKE):
            kept[-1] = replace(kept[-1], text=f"{last}{'' if last.endswith(_STROKE) else ' '}{line}")
        else:
            kept.append(Paragraph(number, line, broken=True, apart=apart))
        apart = False
    return tuple(kept)


def _running_heads(lines: list[str]) -> set[str]:
    """Lines that come back on page after page; a mark of the text itself is none."""
    counts = Counter(line for line in lines if 3 < len(line) < _SHORT)
    return {line for line, count in counts.items() if count >= _REPEATED and not _WORDING.match(line)}


_WORDING = re.compile(r"(?:BAB|Bagian|Paragraf|Pasal|Ayat|Huruf|Angka|Cukup jelas|\(|\w{1,3}[.)]|\|)|.*[.;:,]$|[a-z]")


def _catchword(line: str) -> bool:
    """The first words of the next page, which old typescripts repeat at the foot of a page."""
    return bool(_CATCHWORD.fullmatch(line)) and not re.search(r"NOMOR|TAHUN|tentang|tanggal|TENTANG", line)
