"""Files with personal rows: written whole or not at all, and readable by their owner only."""

import errno
import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import OutputNotWritable

_ENDING = ".sementara"


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A file to write into, which takes the place of ``path`` when the block ends well.

    A run that is killed leaves the old file or none; what it had written so far is swept away by the
    next run for the same file.

    Raises:
        Refused: if the file cannot be written or put in its place.
    """
    temporary: Path | None = None
    try:
        if path.is_dir():
            # told before anything is written: a file beside this one would already be in its place
            raise IsADirectoryError
        _sweep(path)
        # mkstemp makes the file with mode 600 before a byte of it is written
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=_ENDING, dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX)
            yield temporary
            os.fsync(held.fileno())
            temporary.replace(path)
            temporary = None
        _settle(path.parent)
    except OSError as error:
        raise Refused(OutputNotWritable(place=Place(str(path)), reason=_reason(error, path))) from error
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def replace_file(path: Path, content: bytes) -> None:
    """Puts the content in the place of the file; a run that is killed leaves the old file or none."""
    with replacing(path) as temporary:
        temporary.write_bytes(content)


def _sweep(path: Path) -> None:
    """Removes what killed runs left of this file; what a living run writes is locked."""
    written = (it for it in path.parent.iterdir() if it.name.startswith(f".{path.name}.") and it.suffix == _ENDING)
    for left in written:
        with suppress(OSError), left.open("rb") as held:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
            left.unlink()


def _settle(folder: Path) -> None:
    """Has the renaming itself reach the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"folder “{path.parent}” tidak ada"
    if isinstance(error, IsADirectoryError):
        return "tujuan itu sebuah folder"
    if isinstance(error, PermissionError):
        return f"tidak ada izin menulis di folder “{path.parent}”"
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return "ruang penyimpanan habis"
    if error.errno == errno.EROFS:
        return "media penyimpanan itu hanya dapat dibaca"
    return "sistem menolak menulisnya (mungkin ruang penyimpanan habis)"
