"""Files that are read all through a run: whether they are still what they were when it began."""

from collections.abc import Iterable
from pathlib import Path

from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.packets import ChangedMeanwhile

_State = tuple[int, int, int] | None
"""Time written in nanoseconds, bytes, and the file itself; None if it is not there."""


class Watched:
    """Takes note of the files when it is made; ``files`` are a name to tell, and where each lies."""

    def __init__(self, files: Iterable[tuple[str, Path]]) -> None:
        self._files = {name: (path, _state(path)) for name, path in files}

    def check(self) -> None:
        """Lets a run go on only while every file is what it was.

        Raises:
            Refused: with the names of the files that were written, replaced or taken away.
        """
        names = tuple(name for name, (path, before) in self._files.items() if _state(path) != before)
        if names:
            raise Refused(ChangedMeanwhile(place=NOWHERE, files=names))


def _state(path: Path) -> _State:
    try:
        told = path.stat()
    except OSError:
        return None
    return told.st_mtime_ns, told.st_size, told.st_ino
