"""Files with personal rows: written whole or not at all, and readable by their owner only."""

import os
import tempfile
from pathlib import Path

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import OutputNotWritable


def replace_file(path: Path, content: bytes) -> None:
    """Puts the content in the place of the file; a run that is killed leaves the old file or none."""
    temporary: Path | None = None
    try:
        # mkstemp makes the file with mode 600 before a byte of it is written
        handle, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".sementara", dir=path.parent)
        temporary = Path(name)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(path)
    except OSError as error:
        raise Refused(OutputNotWritable(place=Place(str(path)), reason=_reason(error, path))) from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _reason(error: OSError, path: Path) -> str:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return f"folder “{path.parent}” tidak ada"
    if isinstance(error, IsADirectoryError):
        return "tujuan itu sebuah folder"
    if isinstance(error, PermissionError):
        return f"tidak ada izin menulis di folder “{path.parent}”"
    return "sistem menolak menulisnya (mungkin ruang penyimpanan habis)"
