"""Keeps a linked rulebook so that the next start need not read YAML again.

The kept file is named after everything it depends on: the rulebook's contents, this package's own
code and the Python version. A file that does not load is ignored and written anew. It is a pickle,
so it is only ever read from a folder that belongs to the user alone.
"""

import hashlib
import os
import pickle
import sys
import tempfile
from functools import cache
from pathlib import Path

from regpol.law.model import Rulebook


@cache
def _code_identity() -> str:
    digest = hashlib.sha256(sys.version.encode())
    floors = Path(__file__).parent, Path(__file__).parent.parent / "terms"
    for path in sorted(path for floor in floors for path in floor.rglob("*.py")):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def kept_name(identity: str) -> str:
    """The file name for a rulebook of this identity."""
    return hashlib.sha256(f"{identity}{_code_identity()}".encode()).hexdigest()[:32] + ".pickle"


def read(folder: Path, identity: str) -> Rulebook | None:
    """The kept rulebook, or None."""
    path = folder / kept_name(identity)
    try:
        if path.stat().st_uid != os.getuid() or folder.stat().st_mode & 0o022:
            return None
        loaded = pickle.loads(path.read_bytes())  # noqa: S301 - own file in an owner-only folder, checked above
    except Exception:
        return None
    return loaded if isinstance(loaded, Rulebook) else None


def write(folder: Path, rulebook: Rulebook) -> None:
    """Keeps a rulebook; a folder that cannot be written is no reason to fail."""
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=folder, delete=False) as kept:
            pickle.dump(rulebook, kept, protocol=pickle.HIGHEST_PROTOCOL)
        Path(kept.name).replace(folder / kept_name(rulebook.hash))
    except OSError:
        return
