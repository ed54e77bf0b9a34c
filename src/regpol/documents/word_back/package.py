"""Opens the parts of a Word file; what is no such file is refused with what to do about it."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regpol.terms.place import Place
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.word_files import BrokenWordFile, LockedWordFile, NotWordFile, WordFileTooLarge

MAIN = "word/document.xml"
MOST_UNPACKED = 256 << 20
"""Bytes all parts may come to: a regulation takes under two megabytes."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_KINDS = {b"%PDF": "berkas PDF", b"{\\rt": "berkas RTF", b"<!DO": "halaman web", b"<htm": "halaman web"}


@dataclass(frozen=True, slots=True)
class Package:
    """A Word file in memory: its name for messages, and its parts."""

    name: str
    parts: Mapping[str, bytes]

    def tree(self, part: str) -> Any:
        """The XML of a part, or None if the file has none such.

        Raises:
            Refused: if it is no XML.
        """
        from lxml import etree

        if part not in self.parts:
            return None
        parser: Any = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
        try:
            root: Any = etree.fromstring(self.parts[part], parser)
        except etree.XMLSyntaxError:
            raise Refused(BrokenWordFile(place=Place(self.name), trouble=f"bagian {part} tidak terbaca")) from None
        if root.getroottree().docinfo.doctype:
            # no word processor writes one; what does wants something else of the reader
            raise Refused(BrokenWordFile(place=Place(self.name), trouble=f"bagian {part} memuat DOCTYPE"))
        return root


def open_package(path: Path) -> Package:
    """The parts of the file.

    Raises:
        Refused: if it is not there, no Word file, locked, broken or too large.
    """
    place = Place(str(path))
    try:
        content = path.read_bytes()
    except OSError as error:
        raise Refused(BrokenWordFile(place=place, trouble=_unread(error))) from None
    if not content.startswith(b"PK"):
        raise Refused(_foreign(content, place))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = _parts(archive, place)
    except (zipfile.BadZipFile, zlib.error, ValueError, NotImplementedError, RuntimeError, EOFError, OSError):
        raise Refused(BrokenWordFile(place=place, trouble="arsipnya tidak utuh")) from None
    if MAIN not in parts:
        raise Refused(NotWordFile(place=place, kind=_archive_kind(parts)))
    return Package(str(path), parts)


def _unread(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "berkas itu tidak ada"
    return "itu sebuah folder" if isinstance(error, IsADirectoryError) else "berkas itu tidak boleh dibaca"


def _foreign(content: bytes, place: Place) -> Problem:
    if content.startswith(_OLE):
        locked = _ENCRYPTED in content
        return LockedWordFile(place=place) if locked else NotWordFile(place=place, kind="berkas Word lama (.doc)")
    if not content:
        return BrokenWordFile(place=place, trouble="berkas kosong")
    kind = next((name for start, name in _KINDS.items() if content.lower().startswith(start.lower())), "berkas lain")
    return NotWordFile(place=place, kind=kind)


def _parts(archive: zipfile.ZipFile, place: Place) -> dict[str, bytes]:
    """Every part, counted while it is unpacked: what an archive says of its size is not believed."""
    parts, left = {}, MOST_UNPACKED
    for name in archive.namelist():
        with archive.open(name) as member:
            parts[name] = member.read(left + 1)
        left -= len(parts[name])
        if left < 0:
            raise Refused(WordFileTooLarge(place=place, limit=MOST_UNPACKED >> 20))
    return parts


def _archive_kind(parts: Mapping[str, bytes]) -> str:
    if "xl/workbook.xml" in parts:
        return "buku kerja Excel"
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis"):
        return "berkas OpenDocument (.odt atau sejenisnya)"
    return "arsip ZIP tanpa naskah Word"
