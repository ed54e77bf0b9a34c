"""Fingerprints of what a draft was made from: the project, the register, the templates.

A kept copy carries them, so that years later it can be told whether the same inputs still lie there.
They go by what they are, never by the name of a file, which may say more than it should.
"""

import hashlib
from pathlib import Path


def inputs_of(project: Path, register: Path, templates: Path) -> tuple[tuple[str, str], ...]:
    """Name and SHA-256 of each input; a folder is one fingerprint over its files in order of name."""
    read = [("kebijakan proyek", _file(project / "project.yaml")), ("templat", _folder(templates))]
    if register.is_file():
        read.append(("register", _file(register)))
    return tuple(read)


def _file(path: Path) -> str:
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _folder(folder: Path) -> str:
    whole = hashlib.sha256()
    for path in sorted(path for path in folder.rglob("*") if path.suffix in {".j2", ".yaml", ".css"}):
        whole.update(f"{path.relative_to(folder).as_posix()} {_file(path)}\n".encode())
    return whole.hexdigest()
