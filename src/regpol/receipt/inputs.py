"""Fingerprints of all a run read: law, project, register, templates, styles, program and libraries.

The list of names with hashes is the one that also travels inside each kept PDF; the receipt adds, below the
names that stand for many files, which file has which hash, so that a later day can say which one changed.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib import metadata
from pathlib import Path
from platform import python_version

from regpol import __version__
from regpol.law import files
from regpol.project.project import FILE, Project

Details = tuple[tuple[str, str], ...]
"""Name and SHA-256 of each file below one name; of a library its version."""

LAW = "hukum"
POLICY = "kebijakan proyek"
REGISTER = "register"
DECREES = "daftar SK"
MAPPING = "pemetaan kolom"
IN_FORCE = "peraturan yang berlaku"
"""The regulation that an amending or repealing paper speaks of."""
TEMPLATES = "templat"
STYLES = "gaya"
PROGRAM = "kode program"
LIBRARIES = "pustaka"

_WORDING = frozenset({".j2", ".yaml"})
_LOOKS = frozenset({".css", ".docx"})
_DEVELOPERS_ONLY = "extra =="


@dataclass(frozen=True, slots=True, kw_only=True)
class Inputs:
    """What a run was made from. ``hashes`` has a name for each input with its SHA-256, in order of name."""

    program: str
    """Name and version: 'regpol 0.1.0'."""
    rulebook: str
    """The identity of the whole rulebook, as ``check`` prints it."""
    hashes: tuple[tuple[str, str], ...]
    details: Mapping[str, Details] = field(default_factory=dict)
    paths: Mapping[str, Path] = field(default_factory=dict)
    """Where each file of ``details`` or ``hashes`` lies today; never written down."""


def gather(project: Project, rules: Path, templates: Path, in_force: Path | None = None) -> Inputs:
    """The fingerprints of everything a draft or packet of a project is made from.

    ``in_force`` is the regulation that is amended or repealed, if the paper does that.

    A file the project names and that is not there counts as not read; whoever reads it complains.
    """
    folder = project.folder
    single = {POLICY: folder / FILE} | ({IN_FORCE: in_force} if in_force and in_force.is_file() else {})
    for name, relative in ((REGISTER, project.register), (DECREES, project.decree_list), (MAPPING, project.mapping)):
        if relative and (folder / relative).is_file():
            single[name] = folder / relative
    many = {
        LAW: _named(files.list_files(rules).values(), rules, "rules")
        | _named(files.regulation_files(rules), rules, "rules")
        | _named((*files.source_files(project.regional), *files.regulation_files(folder)), folder),
        TEMPLATES: _named(_of_kind(templates, _WORDING), templates, "templates"),
        STYLES: _named(_of_kind(templates, _LOOKS), templates, "templates")
        | _named((folder / own for own in (project.styles,) if own), folder),
    }
    details: dict[str, Details] = {name: _hashed(paths) for name, paths in many.items()}
    details[LIBRARIES] = libraries()
    hashes = {name: file_hash(path) for name, path in single.items()}
    hashes |= {name: _of_all(listed) for name, listed in details.items() if name != LAW}
    hashes[PROGRAM] = program_hash()
    return Inputs(
        program=program_name(),
        rulebook=files.fingerprint(rules, project.regional),
        hashes=tuple(sorted(hashes.items())),
        details=details,
        paths=single | {name: path for paths in many.values() for name, path in paths.items()},
    )


def program_name() -> str:
    """What made it: 'regpol 0.1.0'."""
    return f"regpol {__version__}"


@cache
def program_hash() -> str:
    """The code of the program, over all its files."""
    package = Path(__file__).parents[1]
    return _of_all(_hashed(_named(package.rglob("*.py"), package)))


@cache
def libraries() -> Details:
    """Python and the libraries that take part in the work, with their versions, in order of name."""
    needed = (line for line in metadata.requires("regpol") or () if _DEVELOPERS_ONLY not in line)
    names = {_library(line) for line in needed}
    found = {"python": python_version()} | {name: _version(name) for name in names}
    return tuple(sorted(found.items()))


def _library(requirement: str) -> str:
    end = next((at for at, letter in enumerate(requirement) if not (letter.isalnum() or letter in "-_.")), None)
    return requirement[:end].lower()


def _version(name: str) -> str:
    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return "tidak terpasang"


def file_hash(path: Path) -> str:
    """SHA-256 of a file, read piece by piece."""
    with path.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _of_kind(folder: Path, endings: frozenset[str]) -> Iterable[Path]:
    return (path for path in folder.rglob("*") if path.suffix in endings)


def _named(paths: Iterable[Path], base: Path, prefix: str = "") -> dict[str, Path]:
    """Existing files by their path below a folder, so that no path of a machine is written down."""
    there = ((path.relative_to(base).as_posix(), path) for path in paths if path.is_file())
    return {f"{prefix}/{name}" if prefix else name: path for name, path in there}


def _hashed(paths: Mapping[str, Path]) -> Details:
    return tuple((name, file_hash(paths[name])) for name in sorted(paths))


def _of_all(listed: Details) -> str:
    whole = hashlib.sha256()
    for name, value in listed:
        whole.update(f"{name} {value}\n".encode())
    return whole.hexdigest()
