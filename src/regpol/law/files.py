"""Which files make up a rulebook, and their fingerprint. Imports nothing, so that a cached rulebook starts fast."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

LISTS = (
    "sumber",
    "kosakata/jenjang",
    "kosakata/kategori",
    "kosakata/istilah",
    "kosakata/fakta",
    "diam",
    "rekening",
    "praktik",
    "upah-minimum",
    "wilayah",
    "daerah",
    "kalender",
)
"""The files beside the regulations, by their path without ending."""

_PACKAGE = Path(__file__).parent.parent

REGIONAL_SOURCES = "sumber.yaml"
"""In a folder of regional law, the sources its regulations were read at."""


def data_folder(name: str) -> Path:
    """The folder "rules" or "templates": inside an installed package, or at the root of a checkout."""
    installed = _PACKAGE / "data" / name
    return installed if installed.is_dir() else _PACKAGE.parent.parent / name


def list_files(rules: Path) -> dict[str, Path]:
    """The files beside the regulations."""
    return {name: rules / f"{name}.yaml" for name in LISTS}


def regulation_files(rules: Path, regional: Iterable[Path] = ()) -> tuple[Path, ...]:
    """A file for each regulation, national first, in a fixed order."""
    folders = [rules / "peraturan", *regional]
    return tuple(path for folder in folders for path in sorted(folder.glob("*.yaml")) if path.name != REGIONAL_SOURCES)


def source_files(regional: Iterable[Path]) -> tuple[Path, ...]:
    """The sources that regions bring along, where they do."""
    return tuple(path for folder in regional if (path := folder / REGIONAL_SOURCES).exists())


def fingerprint(rules: Path, regional: tuple[Path, ...] = ()) -> str:
    """SHA-256 over names and contents: the identity of a rulebook."""
    digest = hashlib.sha256()
    for path in (*list_files(rules).values(), *source_files(regional), *regulation_files(rules, regional)):
        digest.update(f"{path.name}\0".encode())
        digest.update(path.read_bytes() if path.exists() else b"")
    return digest.hexdigest()
