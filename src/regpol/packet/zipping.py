"""A zip that is the same for the same files, in order of name and without a clock; and one locked by a password."""

import zipfile
from collections.abc import Iterable
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)
_REGULAR, _OWNER_ONLY = 0o100000, 0o600
_PIECE = 1 << 20
_PACKED_ALREADY = {".pdf", ".docx", ".xlsx", ".zip"}


def write_zip(target: Path, files: Iterable[tuple[str, Path]]) -> None:
    """Writes the files under their names; memory does not grow with their sizes."""
    with zipfile.ZipFile(target, "w") as made:
        for name, path in sorted(files):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.external_attr = (_REGULAR | _OWNER_ONLY) << 16
            packed = path.suffix in _PACKED_ALREADY
            entry.compress_type = zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED
            entry.file_size = path.stat().st_size
            with path.open("rb") as read, made.open(entry, "w") as written:
                while piece := read.read(_PIECE):
                    written.write(piece)


def write_locked(target: Path, files: Iterable[tuple[str, Path]], password: str) -> None:
    """Writes the files locked with AES-256: other bytes each time. Names stay readable, so none may tell a person."""
    import pyzipper

    with pyzipper.AESZipFile(target, "w", encryption=pyzipper.WZ_AES) as made:
        made.setpassword(password.encode())
        for name, path in sorted(files):
            packed = path.suffix in _PACKED_ALREADY
            made.write(path, name, zipfile.ZIP_STORED if packed else zipfile.ZIP_DEFLATED)
