"""What a packet may hold, read from ``templates/paket.yaml``.

An item is data: its name, the kind of paper or the template or the table it is, where it belongs in each shape.
A further paper is a template and a few lines there.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.project.packet_format import Shape
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import UnknownChoice

FILE = "paket.yaml"


class For(StrEnum):
    """Whose packet an item is in; values are the words of the file."""

    REGION = "wilayah"
    UNIT = "unit"
    BOTH = "keduanya"
    NOBODY = "tidak"

    def holds(self, *, region: bool) -> bool:
        """Whether the packet of the region, or of a unit, has it."""
        return self is For.BOTH or self is (For.REGION if region else For.UNIT)


class Table(StrEnum):
    """The workbooks the program can make."""

    PARTICIPANTS = "peserta"
    COMPUTATION = "rab"
    MONTHS = "jadwal"
    REGISTRATION = "pendaftaran"


@dataclass(frozen=True)
class Item:
    """One item: the code of a kind of paper in ``jenis.yaml``, or a template of its own, or a table, or both."""

    place: Place
    name: str
    region_shape: For
    unit_shape: For
    kind: str = ""
    template: str = ""
    table: Table | None = None
    restricted: bool = False
    annex: bool = False
    own_annexes: int = 0
    """Annexes inside its paper that count in the packet's series, before those that are papers of their own."""
    note: str = ""

    def belongs(self, shape: Shape, *, region: bool) -> bool:
        """Whether it is in the packet of the region, or of a unit, under a shape."""
        return (self.unit_shape if shape is Shape.UNIT else self.region_shape).holds(region=region)


@dataclass(frozen=True)
class Sheet:
    """A sheet that registers the people of one segment: its name, the headings of its columns."""

    place: Place
    name: str
    columns: tuple[str, ...]


@dataclass(frozen=True)
class Contents:
    """Every item by its code, in the order of the packet; the registration sheets by the code of their segment."""

    place: Place
    items: tuple[tuple[Text, Item], ...]
    registration: tuple[tuple[Text, Sheet], ...] = ()

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in their order."""
        return tuple(code.value for code, _ in self.items)

    def check_segments(self, known: tuple[str, ...]) -> None:
        """Holds the segments of the registration sheets to those of the rulebook.

        Raises:
            Refused: for each that the rulebook does not have.
        """
        _refuse_others((code for code, _ in self.registration), known)

    def sheets(self, own: tuple[tuple[Text, tuple[str, ...]], ...]) -> tuple[tuple[str, str, tuple[str, ...]], ...]:
        """The registration sheets as segment, name and headings; the headings are a project's own where it has them.

        Raises:
            Refused: for each segment of the project that has no sheet.
        """
        _refuse_others((code for code, _ in own), tuple(code.value for code, _ in self.registration))
        replaced = {code.value: columns for code, columns in own}
        return tuple(
            (code.value, sheet.name, replaced.get(code.value) or sheet.columns) for code, sheet in self.registration
        )


def _refuse_others(segments: Iterable[Text], known: tuple[str, ...]) -> None:
    problems = [
        UnknownChoice(place=code.place, what="segmen", given=code.value, known=known)
        for code in segments
        if code.value not in known
    ]
    if problems:
        raise Refused(*problems)


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_SHEET = Scalar(
    lambda text: text if re.fullmatch(r"[^\[\]:*?/\\']{1,31}", text) else None, "nama lembar", "Pendaftaran BPU"
)
_COUNT = Scalar(lambda text: int(text) if re.fullmatch(r"[1-9]", text) else None, "bilangan 1 sampai 9", "1")
_YES = Choice("ya atau tidak", {"ya": True, "tidak": False})
_FOR = Choice("milik siapa", {it.value: it for it in For})
_CONTENTS = Fields(
    "isi paket",
    Contents,
    (
        Key(
            "butir",
            Named(
                Fields(
                    "butir",
                    Item,
                    (
                        Key("nama", _WORDS, "name", True, "nama yang dibaca orang"),
                        Key(
                            "satu_perjanjian", _FOR, "region_shape", True, "paket siapa bila satu perjanjian sewilayah"
                        ),
                        Key("per_unit", _FOR, "unit_shape", True, "paket siapa bila tiap unit berperjanjian"),
                        Key("jenis", _WORDS, "kind", False, "kode jenis naskah pada jenis.yaml", "mou"),
                        Key("templat", _WORDS, "template", False, "templat milik paket", "paket/rab.naskah.j2"),
                        Key("tabel", Choice("tabel", {table.value: table for table in Table}), "table", False),
                        Key("terbatas", _YES, "restricted", False, "memuat data pribadi"),
                        Key("lampiran", _YES, "annex", False, "diberi nomor lampiran yang bersambung"),
                        Key(
                            "lampiran_di_dalam",
                            _COUNT,
                            "own_annexes",
                            False,
                            "banyaknya lampiran di dalam naskah ini yang ikut deret lampiran paket",
                            "1",
                        ),
                        Key("keterangan", _WORDS, "note", False, "yang dikatakan daftar kelengkapan tentangnya"),
                    ),
                )
            ),
            "items",
            True,
        ),
        Key(
            "pendaftaran",
            Named(
                Fields(
                    "lembar pendaftaran",
                    Sheet,
                    (
                        Key("lembar", _SHEET, "name", True, "nama lembar XLSX", "Pendaftaran BPU"),
                        Key("kolom", ListOf(_WORDS), "columns", True, "judul kolom menurut urutannya"),
                    ),
                ),
                coded=True,
            ),
            "registration",
            False,
            "lembar pendaftaran menurut kode segmen",
        ),
    ),
)


def read_contents(templates: Path) -> Contents:
    """The contents of a templates folder.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_shaped(templates / FILE, f"templates/{FILE}", _CONTENTS)


def contents_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return _CONTENTS.schema()
