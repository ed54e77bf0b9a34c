"""Keeps a linked rulebook so that the next start need not read YAML again.

The kept file is named after everything it depends on: the rulebook's contents, this package's own
code and the Python version. A file that does not load is ignored and written anew. It is a pickle,
so it is only ever read from a folder that belongs to the user alone.
"""

import hashlib
import os
import pickle
import sys
from functools import cache
from pathlib import Path
from typing import TypeVar

from regpol.law.model import Rulebook

T = TypeVar("T")


def code_identity(*floors: Path) -> str:
    """The identity of the code in these folders, and of the Python that runs it."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted(path for floor in floors for path in floor.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _own_identity() -> str:
    return code_identity(Path(__file__).parent, Path(__file__).parent.parent / "terms")


def kept_name(identity: str) -> str:
    """The file name for a rulebook of this identity."""
    return hashlib.sha256(f"{identity}{_own_identity()}".encode()).hexdigest()[:32] + ".pickle"


def read(folder: Path, identity: str) -> Rulebook | None:
    """The kept rulebook, or None."""
    return read_kept(folder, kept_name(identity), Rulebook)


def write(folder: Path, rulebook: Rulebook) -> None:
    """Keeps a rulebook."""
    write_kept(folder, kept_name(rulebook.hash), rulebook)


def read_kept(folder: Path, name: str, kind: type[T]) -> T | None:
    """What was kept under a name, or None if it is not there or another user could have written it."""
    path = folder / name
    try:
        if path.stat().st_uid != os.getuid() or folder.stat().st_mode & 0o022:
            return None
        loaded = pickle.loads(path.read_bytes())  # noqa: S301 - own file in an owner-only folder, checked above
    except Exception:
        return None
    return loaded if isinstance(loaded, kind) else None


def write_kept(folder: Path, name: str, what: object) -> None:
    """Keeps something; a folder that cannot be written is no reason to fail."""
    # a start from the kept copy writes nothing, and must not wait for this
    import tempfile

    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as kept:
            pickle.dump(what, kept, protocol=pickle.HIGHEST_PROTOCOL)
        Path(kept.name).replace(folder / name)
    except OSError:
        return
