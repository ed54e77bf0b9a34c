"""A folder for work on people that only its owner reads, gone when the work ends.

A process that is killed cannot clear up and leaves NIK and names in the folder for temporary files. So each
folder holds a lock, which ends with its process however that ends, and whoever opens the next folder sweeps
away those whose lock is free.
"""

import fcntl
import os
import shutil
import tempfile
from pathlib import Path
from typing import IO

_PREFIX = "regpol-"
_LOCK = "dipakai"


class PrivateFolder:
    """A folder under that for temporary files; a context that removes it. ``path`` is where it stands."""

    def __init__(self) -> None:
        sweep(Path(tempfile.gettempdir()))
        # TemporaryDirectory makes the folder with mode 700
        self._folder = tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)
        self.path = Path(self._folder.name)
        self._lock = _held(self.path)

    def close(self) -> None:
        """Removes the folder with all that is in it."""
        self._folder.cleanup()
        self._lock.close()

    def __enter__(self) -> Path:
        return self.path

    def __exit__(self, *_: object) -> None:
        self.close()


def sweep(folder: Path) -> None:
    """Removes the private folders whose process is gone; those of other users are left alone."""
    for left in folder.glob(f"{_PREFIX}*"):
        try:
            own = left.lstat().st_uid == os.getuid() and not left.is_symlink()
            if own and (left / _LOCK).is_file() and _abandoned(left / _LOCK):
                shutil.rmtree(left, ignore_errors=True)
        except OSError:
            continue


def _held(folder: Path) -> IO[bytes]:
    """A locked file; it gets its name only when it is locked, so that no sweep finds it free."""
    unnamed = folder / f"{_LOCK}.baru"
    lock = unnamed.open("wb")
    fcntl.flock(lock, fcntl.LOCK_EX)
    unnamed.rename(folder / _LOCK)
    return lock


def _abandoned(lock: Path) -> bool:
    with lock.open("rb") as opened:
        try:
            fcntl.flock(opened, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
    return True
