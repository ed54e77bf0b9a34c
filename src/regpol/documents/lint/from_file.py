"""A paper from a file: .docx, or .txt and .md as anybody saved them."""

from dataclasses import replace
from pathlib import Path

from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.paragraphs import Paragraph, text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.text import LintText
from regpol.documents.word_back.package import open_package
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.lint import NoPaper, UnreadablePaper, WrongPaperFile

_TEXT = {".txt", ".md"}
_LARGEST = 20_000_000
"""Bytes; the longest regulations are a hundredth of it."""


def read_paper(path: Path, form: PaperForm | None = None) -> LintText:
    """The paper in the file; ``form`` overrides what its title says.

    Raises:
        Refused: if the file is missing, of another kind, locked, broken, or holds no text.
    """
    place, layout = Place(path.name), None
    if path.suffix.lower() in _TEXT:
        paragraphs = text_paragraphs(_decoded(_bytes(path, place)), markdown=path.suffix.lower() == ".md")
    elif path.suffix.lower() == ".docx":
        from regpol.documents.lint.word_layout import word_layout
        from regpol.documents.lint.word_paragraphs import word_paragraphs

        package = open_package(path)
        paragraphs, layout = word_paragraphs(package), word_layout(package)
    else:
        raise Refused(WrongPaperFile(place=place, given=path.suffix or path.name))
    if not any(_letters(paragraph) for paragraph in paragraphs):
        raise Refused(NoPaper(place=place))
    return replace(parse(paragraphs, form, path.name), layout=layout)


def _bytes(path: Path, place: Place) -> bytes:
    try:
        if path.stat().st_size > _LARGEST:
            raise Refused(UnreadablePaper(place=place, trouble="lebih besar dari 20 MB"))
        return path.read_bytes()
    except OSError:
        raise Refused(UnreadablePaper(place=place, trouble="berkas tidak ada atau tidak boleh dibaca")) from None


def _decoded(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16") if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else ("utf-8-sig",):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("cp1252", errors="replace")


def _letters(paragraph: Paragraph) -> bool:
    return any(letter.isalpha() for letter in paragraph.text)
