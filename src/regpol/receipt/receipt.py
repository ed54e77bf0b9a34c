"""The receipt: what a run was made from and which files came out, as JSON beside those files."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any

from regpol.documents.manifest import made_from
from regpol.receipt.inputs import Details, Inputs, file_hash
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.receipts import NotReceipt

SHAPE = "regpol-kuitansi-1"
ENDING = ".kuitansi.json"
"""Behind the name of a single file: ``rancangan.pdf.kuitansi.json``."""
NAME = "kuitansi.json"
"""In a folder of packets, for all of it."""

_MOST = 64 * 1024 * 1024
"""Bytes: more than the receipt of a thousand packets."""
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """A finished file: its path below the receipt's folder, its size in bytes and its SHA-256."""

    name: str
    size: int
    sha256: str
    repeatable: bool = True
    """Whether the same input gives the same bytes; not so for what is encrypted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """Everything a later day needs to tell what changed."""

    program: str
    rulebook: str
    decided: str
    """ISO day of the decision."""
    region: str
    year: int
    command: tuple[str, ...]
    """The command line without project and place of the output: ('draft', 'pks', '--unit', 'Ampenan')."""
    inputs: tuple[tuple[str, str], ...]
    details: Mapping[str, Details]
    outputs: tuple[Output, ...]

    @property
    def of_folder(self) -> bool:
        """Whether it stands for a whole folder of packets."""
        return not self.command or self.command[0] == "packet"


def receipt_of(
    made: Inputs, *, decided: date, region: str, year: int, command: Iterable[str], outputs: Iterable[Output]
) -> Receipt:
    """The receipt of a run; outputs in order of name."""
    return Receipt(
        program=made.program,
        rulebook=made.rulebook,
        decided=decided.isoformat(),
        region=region,
        year=year,
        command=tuple(command),
        inputs=made.hashes,
        details=made.details,
        outputs=tuple(sorted(outputs, key=lambda one: one.name)),
    )


def output_of(path: Path, folder: Path, *, repeatable: bool = True) -> Output:
    """A finished file as the receipt in ``folder`` knows it."""
    name = path.relative_to(folder).as_posix()
    return Output(name=name, size=path.stat().st_size, sha256=file_hash(path), repeatable=repeatable)


def write(receipt: Receipt) -> bytes:
    """The receipt as JSON."""
    origin = made_from(
        SHAPE, program=receipt.program, rulebook=receipt.rulebook, decided=receipt.decided, inputs=receipt.inputs
    )
    whole = origin | {
        "wilayah": receipt.region,
        "tahun": receipt.year,
        "perintah": list(receipt.command),
        "rincian": {name: dict(listed) for name, listed in sorted(receipt.details.items())},
        "hasil": [
            {"berkas": one.name, "bita": one.size, "sha256": one.sha256}
            | ({} if one.repeatable else {"dapat_diulang": False})
            for one in receipt.outputs
        ],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read(path: Path) -> Receipt:
    """The receipt in a file.

    Raises:
        Refused: with `NotReceipt` if there is none or it has another shape.
    """
    place = Place(path.name)
    try:
        with path.open("rb") as opened:
            data = opened.read(_MOST + 1)
    except OSError:
        trouble = "ini folder, bukan berkas" if path.is_dir() else "berkas tidak ada atau tidak dapat dibaca"
        raise Refused(NotReceipt(place=place, trouble=trouble)) from None
    if len(data) > _MOST:
        raise Refused(NotReceipt(place=place, trouble="berkas terlalu besar untuk sebuah kuitansi"))
    try:
        return _understood(json.loads(data))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(NotReceipt(place=place, trouble="isinya bukan kuitansi regpol")) from None


def _understood(told: dict[str, Any]) -> Receipt:
    if told["susunan"] != SHAPE:
        raise ValueError(told["susunan"])
    return Receipt(
        program=str(told["program"]),
        rulebook=str(told["aturan"]),
        decided=date.fromisoformat(told["keadaan"]).isoformat(),
        region=str(told["wilayah"]),
        year=int(told["tahun"]),
        command=tuple(map(str, told["perintah"])),
        inputs=tuple(sorted((str(name), _hash(value)) for name, value in told["bahan"].items())),
        details={
            str(name): tuple(sorted((str(one), str(value)) for one, value in listed.items()))
            for name, listed in told["rincian"].items()
        },
        outputs=tuple(map(_output, told["hasil"])),
    )


def _output(told: dict[str, Any]) -> Output:
    name = PurePosixPath(str(told["berkas"]))
    if name.is_absolute() or ".." in name.parts or "\\" in str(name):
        # a receipt from elsewhere must not make anyone read files outside its own folder
        raise ValueError(name)
    repeatable = told.get("dapat_diulang", True) is not False
    return Output(name=str(name), size=int(told["bita"]), sha256=_hash(told["sha256"]), repeatable=repeatable)


def _hash(told: object) -> str:
    if not isinstance(told, str) or not _HASH.fullmatch(told):
        raise ValueError(told)
    return told
