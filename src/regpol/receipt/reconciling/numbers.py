"""The known numbers of a packet: each from one place, with the files and cells where it must stand."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.receipts import NotNumbers

NAME = "angka.json"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a number must stand: a file below the packet's folder; in a workbook also sheet and cell."""

    file: str
    sheet: str = ""
    cell: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One number: its key, its value in rupiah or pieces, the ways it is printed, where it stands."""

    key: str
    value: int
    shown: tuple[str, ...]
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """A file that holds others whole."""

    file: str
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """All of a packet."""

    known: tuple[Known, ...]
    merged: tuple[Merged, ...] = ()
    unit: str = ""
    """The code of the unit."""


def read(path: Path) -> Numbers:
    """The numbers in a file.

    Raises:
        Refused: with `NotNumbers` if there is none or it has another shape.
    """
    try:
        told = json.loads(path.read_bytes())
        return Numbers(
            known=tuple(map(_known, told["angka"])),
            merged=tuple(map(_merged, told.get("gabungan", ()))),
            unit=str(told.get("unit", "")),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Refused(NotNumbers(place=Place(path.name))) from None


def _known(told: dict[str, Any]) -> Known:
    if not isinstance(told["nilai"], int):
        raise TypeError(told["nilai"])
    return Known(
        key=str(told["kunci"]),
        value=told["nilai"],
        shown=tuple(map(str, told.get("tampil", ()))),
        standings=tuple(_standings(told.get("di", ()))),
    )


def _standings(told: list[Any]) -> Iterator[Standing]:
    for one in told:
        where = {"berkas": one} if isinstance(one, str) else one
        yield Standing(
            file=_below(where["berkas"]), sheet=str(where.get("lembar") or ""), cell=str(where.get("sel") or "")
        )


def _merged(told: dict[str, Any]) -> Merged:
    return Merged(file=_below(told["berkas"]), parts=tuple(map(_below, told["bagian"])))


def _below(name: object) -> str:
    path = PurePosixPath(str(name))
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(name)
    return str(path)
