"""Refuses a workbook that would swell beyond what a computer holds, before a reader of workbooks unpacks it.

What an archive says of its own size is not believed: a file made to harm says little and unpacks to much.
Where its compressed bytes could come to more than the limit at all, they are unpacked in pieces, counted and
thrown away, up to the limit.
"""

import io
import struct
import zipfile
import zlib

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_hostile import ArchiveTooLarge

MOST_UNPACKED = 2 << 30
"""Bytes a workbook may hold unpacked: several times what a full sheet of people takes."""
_MOST_SWELLING = 1032
"""How many bytes one deflated byte can become: a match of 258 bytes in two bits."""
_PIECE = 1 << 20
_CHUNK = 1 << 16
_LOCAL_HEADER = 30
_LENGTHS = slice(26, 30)


def refuse_bomb(content: bytes, place: Place) -> None:
    """Refuses the bytes of an archive that unpack to more than `MOST_UNPACKED`.

    Raises:
        Refused: with REG56. A file that is no archive, or a broken one, is left to the reader of workbooks.
    """
    limit = MOST_UNPACKED
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = archive.infolist()
        size = sum(member.file_size for member in members)
        if size <= limit and sum(member.compress_size for member in members) * _MOST_SWELLING > limit:
            size = _unpacked(content, members, limit)
    except (zipfile.BadZipFile, zlib.error, struct.error, OSError, ValueError, NotImplementedError):
        return  # an old .xls, or broken: the reader of workbooks tells
    if size > limit:
        raise Refused(ArchiveTooLarge(place=place, size=max(size >> 20, (limit >> 20) + 1), limit=limit >> 20))


def _unpacked(content: bytes, members: list[zipfile.ZipInfo], limit: int) -> int:
    """The bytes the members really come to, counted until they exceed the limit."""
    size = 0
    for member in members:
        packed = _packed(content, member)
        size += _inflated(packed, limit - size) if member.compress_type == zipfile.ZIP_DEFLATED else len(packed)
        if size > limit:
            break
    return size


def _packed(content: bytes, member: zipfile.ZipInfo) -> memoryview:
    header = memoryview(content)[member.header_offset :]
    name, extra = struct.unpack("<HH", header[_LENGTHS])
    start = _LOCAL_HEADER + name + extra
    return header[start : start + member.compress_size]


def _inflated(packed: memoryview, limit: int) -> int:
    """How many bytes come out, at most a piece beyond the limit."""
    stream, size = zlib.decompressobj(-zlib.MAX_WBITS), 0
    for start in range(0, len(packed), _CHUNK):
        pending = bytes(packed[start : start + _CHUNK])
        while pending and size <= limit:
            size += len(stream.decompress(pending, _PIECE))
            pending = stream.unconsumed_tail
        if stream.eof or size > limit:
            break
    return size
