"""A paper from a file: .docx, or .txt and .md as anybody saved them."""

import zipfile
from pathlib import Path
from typing import Any

from regpol.documents.lint.forms import PaperForm
from regpol.documents.lint.paragraphs import Paragraph, text_paragraphs
from regpol.documents.lint.parsing import parse
from regpol.documents.lint.text import LintText
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.lint import EncryptedPaper, NoPaper, OldWordFile, UnreadablePaper, WrongPaperFile

_TEXT = {".txt", ".md"}
_OLE = b"\xd0\xcf\x11\xe0"
_LARGEST = 20_000_000
"""Bytes; the longest regulations are a hundredth of it."""


def read_paper(path: Path, form: PaperForm | None = None) -> LintText:
    """The paper in the file; ``form`` overrides what its title says.

    Raises:
        Refused: if the file is missing, of another kind, locked, broken, or holds no text.
    """
    place = Place(path.name)
    content = _bytes(path, place)
    if path.suffix.lower() in _TEXT:
        paragraphs = text_paragraphs(_decoded(content), markdown=path.suffix.lower() == ".md")
    elif path.suffix.lower() == ".docx":
        from regpol.documents.lint.word_paragraphs import word_paragraphs

        paragraphs = word_paragraphs(open_word(path, content))
    else:
        raise Refused(WrongPaperFile(place=place, given=path.suffix or path.name))
    if not any(_letters(paragraph) for paragraph in paragraphs):
        raise Refused(NoPaper(place=place))
    return parse(paragraphs, form, path.name)


def open_word(path: Path, content: bytes) -> Any:
    """A Word file, opened.

    Raises:
        Refused: if it is locked with a password, of the old kind, or broken.
    """
    import io

    from docx import Document

    place = Place(path.name)
    if content.startswith(_OLE):
        locked = "EncryptedPackage".encode("utf-16-le") in content
        raise Refused(EncryptedPaper(place=place) if locked else OldWordFile(place=place))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            unpacked = sum(entry.file_size for entry in package.infolist())
        document = Document(io.BytesIO(content)) if unpacked <= 10 * _LARGEST else None
    except Exception:
        # whatever a broken package makes the library say, the reader needs one sentence
        raise Refused(UnreadablePaper(place=place, trouble="bukan berkas Word yang utuh")) from None
    if document is None:
        raise Refused(UnreadablePaper(place=place, trouble="isinya setelah dibuka terlalu besar"))
    return document


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
