"""What was sent: the register as it was, and which row went to which unit. It holds no name and no NIK."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from regpol.register.reading import Sheet
from regpol.register.reconciliation.entries import REGISTER_NEEDS, Entry, read_list
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register_reconciliation import NotADispatch, SourceChanged

MANIFEST, SOURCES, OUT, BACK = "kiriman.json", "asal", "kirim", "kembali"
NO_UNIT_FILE = "tanpa-unit"
_VERSION = 1


@dataclass(frozen=True)
class UnitPart:
    """The rows that went to one unit."""

    code: str
    name: str
    file: str
    rows: tuple[str, ...]


@dataclass(frozen=True)
class Dispatch:
    """One round of return sheets. ``sources`` are copies of the register, each with its hash."""

    id: str
    region: str
    on_date: date
    sources: Mapping[str, str]
    units: tuple[UnitPart, ...]

    @cached_property
    def unit_of(self) -> Mapping[str, UnitPart]:
        """The unit each row went to."""
        return {row: unit for unit in self.units for row in unit.rows}

    def as_text(self) -> str:
        """The form in which it is kept."""
        document = {
            "versi": _VERSION,
            "kiriman": self.id,
            "wilayah": self.region,
            "pada": self.on_date.isoformat(),
            "asal": dict(self.sources),
            "unit": [
                {"kode": one.code, "nama": one.name, "berkas": one.file, "baris": list(one.rows)} for one in self.units
            ],
        }
        return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def row_code(dispatch: str, sheet: int, line: int) -> str:
    """How a row is known in every sheet that goes out: the round, the sheet, the row.

    >>> row_code("K3F9A", 0, 137)
    'K3F9A-1-137'
    """
    return f"{dispatch}-{sheet + 1}-{line}"


def plan(
    contents: Sequence[tuple[str, bytes]], entries: Iterable[Entry], *, region: str, names: Mapping[str, str], on: date
) -> Dispatch:
    """The parts of a register; rows of no known unit are a part of their own. ``contents`` are names and bytes."""
    hashes = {name: hashlib.sha256(content).hexdigest() for name, content in contents}
    mark = hashlib.sha256("".join([*hashes.values(), region, on.isoformat()]).encode()).hexdigest()
    dispatch = f"K{mark[:5].upper()}"
    rows: dict[str, list[str]] = {}
    for entry in entries:
        rows.setdefault(entry.unit, []).append(row_code(dispatch, entry.sheet, entry.place.line))
    parts = tuple(
        UnitPart(unit, names.get(unit, "(unit tidak dikenal)"), f"{OUT}/{unit or NO_UNIT_FILE}.xlsx", tuple(codes))
        for unit, codes in sorted(rows.items())
    )
    return Dispatch(dispatch, region, on, hashes, parts)


def open_dispatch(folder: Path) -> tuple[Dispatch, tuple[Sheet, ...]]:
    """The round in a folder, with the register as it was sent.

    Raises:
        Refused: if the folder holds none, or the copy of the register is another than the one sent.
    """
    place = Place(str(folder))
    try:
        document = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        dispatch = _read(document)
    except (OSError, ValueError, KeyError, TypeError):
        raise Refused(NotADispatch(place=place, reason=f"{MANIFEST} tidak ada atau rusak")) from None
    wrong: list[SourceChanged] = []
    for name, known in dispatch.sources.items():
        path = folder / SOURCES / Path(name).name
        if not path.is_file() or hashlib.sha256(path.read_bytes()).hexdigest() != known:
            wrong.append(SourceChanged(place=Place(str(path))))
    if wrong:
        raise Refused(*wrong)
    return dispatch, read_list([folder / SOURCES / Path(name).name for name in dispatch.sources], REGISTER_NEEDS)


def _read(document: Any) -> Dispatch:
    if document["versi"] != _VERSION:
        raise ValueError
    units = tuple(
        UnitPart(str(one["kode"]), str(one["nama"]), str(one["berkas"]), tuple(map(str, one["baris"])))
        for one in document["unit"]
    )
    sources = {str(name): str(known) for name, known in document["asal"].items()}
    return Dispatch(
        str(document["kiriman"]), str(document["wilayah"]), date.fromisoformat(document["pada"]), sources, units
    )
