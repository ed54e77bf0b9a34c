"""Folders of units: names that every file system takes, moved into place whole, swept when a run was killed."""

import errno
import fcntl
import os
import re
import shutil
import tempfile
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.packets import FolderBusy, NotPackets, StorageFull
from regpol.terms.problems.register import OutputNotWritable

ENDING = ".sementara"
MARK = "index.html"
RESTRICTED = "TERBATAS"
OWNER_ONLY = 0o600
_LONGEST = 60
_REASONS = {
    errno.EACCES: "tidak ada izin menulis di sana",
    errno.EPERM: "tidak ada izin menulis di sana",
    errno.EROFS: "media penyimpanan itu hanya dapat dibaca",
    errno.ENOTDIR: "di sana ada berkas, bukan folder",
    errno.ENOENT: "folder di atasnya tidak ada",
}
_FULL = {errno.ENOSPC: "ruang penyimpanan habis", errno.EDQUOT: "jatah ruang penyimpanan habis"}


def folder_name(code: str, name: str) -> str:
    """The folder of a unit; its code stands in front, so that no name of a device and no name twice can trouble.

    >>> folder_name("52.71.01", "Ampenan/Teluk"), folder_name("93.01.05", ".."), folder_name("11", "CON")
    ('52.71.01-Ampenan-Teluk', '93.01.05', '11-CON')
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")[:_LONGEST].strip("-")
    return f"{code}-{words}" if words else code


@contextmanager
def holding(target: Path) -> Iterator[None]:
    """Keeps the folder of a run to this run alone; makes it if it is not there.

    Raises:
        Refused: if another run works in it, it holds something else, or it cannot be made or written to.
    """
    try:
        if target.exists() and not target.is_dir():
            raise NotADirectoryError(errno.ENOTDIR, target.name)
        target.mkdir(parents=True, exist_ok=True)
        held = os.open(target, os.O_RDONLY)
    except OSError as error:
        raise refused(target, error) from None
    try:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Refused(FolderBusy(place=Place(target.name))) from None
        sweep(target)
        if any(target.iterdir()) and not _ours(target):
            raise Refused(NotPackets(place=Place(target.name)))
        yield
        sweep(target)  # a worker whose parent was killed may have written on while this run began
    finally:
        os.close(held)


def _ours(target: Path) -> bool:
    return (target / MARK).is_file() or any(target.glob("*/.sidik.json"))


def private(target: Path) -> Path:
    """A new folder inside the run's, for one unit, closed to others."""
    return Path(tempfile.mkdtemp(prefix=".", suffix=ENDING, dir=target))


def put(made: Path, target: Path) -> None:
    """Moves a finished folder into place; what stood there before goes only when the new one stands."""
    for file in made.rglob("*"):
        if file.is_file():
            file.chmod(OWNER_ONLY)
            with file.open("rb") as opened:
                os.fsync(opened.fileno())
    if target.exists():
        aside = private(target.parent)
        target.rename(aside / target.name)
        made.rename(target)
        shutil.rmtree(aside, ignore_errors=True)
    else:
        made.rename(target)


def sweep(target: Path) -> None:
    """Removes what killed runs left; an old folder they had set aside and not yet replaced goes back."""
    for left in target.glob(f".*{ENDING}"):
        if left.is_file():
            left.unlink(missing_ok=True)
            continue
        for kept in left.glob("*/.sidik.json"):
            with suppress(OSError):
                if not (target / kept.parent.name).exists():
                    kept.parent.rename(target / kept.parent.name)
        shutil.rmtree(left, ignore_errors=True)


@contextmanager
def noticing_full(target: Path) -> Iterator[None]:
    """A file of the whole run that finds no room, as the zip of all, is told like a unit that finds none.

    Raises:
        Refused: with what to do about it, where other verbs would say that a file cannot be written.
    """
    try:
        yield
    except Refused as error:
        cause = error.__cause__
        if isinstance(cause, OSError) and cause.errno in _FULL:
            raise refused(target, cause) from None
        raise


def refused(path: Path, error: OSError) -> Refused:
    """The problem an error of the system stands for, without the path of a machine in it."""
    if error.errno in _FULL:
        return Refused(StorageFull(place=Place(path.name), reason=_FULL[error.errno]))
    reason = _REASONS.get(error.errno or 0, f"sistem menolak menulisnya ({error.strerror or 'tanpa sebab'})")
    return Refused(OutputNotWritable(place=Place(path.name), reason=reason))
