"""What a finished folder was made from, and whether it is still what was made: ``.sidik.json``."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

NAME = ".sidik.json"
SHAPE = "regpol-sidik-2"

MadeFrom = tuple[tuple[str, str], ...]
"""Kind of input with its SHA-256; the kind is a word an official reads: 'rumusan'."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A finished folder: what it was made from, its files with hash and size, the pages of the merged PDF."""

    made_from: MadeFrom
    files: tuple[tuple[str, str, int], ...]
    pages: int


def write(folder: Path, made_from: MadeFrom, pages: int) -> None:
    """Writes it last, so that a folder that has it is whole."""
    files = {
        path.relative_to(folder).as_posix(): [file_hash(path), path.stat().st_size]
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    whole = {"susunan": SHAPE, "bahan": dict(made_from), "halaman": pages, "berkas": files}
    (folder / NAME).write_text(json.dumps(whole, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read(folder: Path) -> Kept | None:
    """What is kept in a folder; None if it is not a finished one."""
    try:
        told = json.loads((folder / NAME).read_bytes())
        if told["susunan"] != SHAPE:
            return None
        files = tuple((str(name), str(hashed), int(size)) for name, (hashed, size) in told["berkas"].items())
        return Kept(tuple(told["bahan"].items()), files, int(told["halaman"]))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def changed(before: MadeFrom, now: MadeFrom) -> tuple[str, ...]:
    """The kinds of input that are not what they were."""
    old, new = dict(before), dict(now)
    return tuple(name for name in {**new, **old} if old.get(name) != new.get(name))


def lost(folder: Path, held: Kept) -> tuple[str, ...]:
    """Files that are no longer there."""
    return tuple(name for name, _, _ in held.files if not (folder / name).is_file())


def edited(folder: Path, held: Kept) -> tuple[str, ...]:
    """Files that are there and not what was written, and files that somebody put beside them."""
    known = {name: hashed for name, hashed, _ in held.files}
    there = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    return tuple(
        name
        for name, path in there.items()
        if name != NAME and not path.name.startswith((".~lock.", "~$")) and known.get(name) != file_hash(path)
    )


def file_hash(path: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def hash_of(parts: Iterable[object]) -> str:
    """SHA-256 over things whose printed form tells all of them."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(f"{part!r}\n".encode())
    return whole.hexdigest()
