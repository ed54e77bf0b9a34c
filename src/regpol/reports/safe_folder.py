"""A folder of results with personal rows: there whole or not at all, and closed to others."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import OutputNotWritable

_ENDING = ".sementara"
_OWNER_ONLY = 0o600


@contextmanager
def replacing_folder(target: Path, mark: str) -> Iterator[Path]:
    """A new folder to write into, which takes the place of ``target`` when the block ends well.

    An older folder is replaced only if it has the file ``mark``, for then it was made here. A run that is
    killed leaves the old folder or none; what it had written is swept away by the next run.

    Raises:
        Refused: if something else stands there, or nothing can be written beside it.
    """
    if target.exists() and not (target / mark).is_file():
        reason = f"sudah ada, dan bukan folder hasil regpol (tidak berisi {mark})"
        raise Refused(OutputNotWritable(place=Place(str(target)), reason=reason))
    try:
        _sweep(target)
        # made with mode 700
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=_ENDING, dir=target.parent))
    except OSError as error:
        reason = f"folder “{target.parent}” tidak dapat ditulisi ({error.strerror})"
        raise Refused(OutputNotWritable(place=Place(str(target)), reason=reason)) from None
    held = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(held, fcntl.LOCK_EX)
        yield folder
        _take_the_place(folder, target)
    finally:
        os.close(held)
        shutil.rmtree(folder, ignore_errors=True)


def _take_the_place(folder: Path, target: Path) -> None:
    for file in folder.rglob("*"):
        if file.is_file():
            file.chmod(_OWNER_ONLY)
    if target.exists():
        # a folder cannot be renamed onto one that is not empty
        aside = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=_ENDING, dir=target.parent))
        target.rename(aside / target.name)
        folder.rename(target)
        shutil.rmtree(aside, ignore_errors=True)
    else:
        folder.rename(target)


def _sweep(target: Path) -> None:
    """Removes what killed runs left of this folder; what a living run writes is locked."""
    for left in target.parent.glob(f".{target.name}.*{_ENDING}"):
        with suppress(OSError):
            held = os.open(left, os.O_RDONLY)
            try:
                fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
                shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(held)
