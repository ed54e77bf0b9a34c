"""What a project says about its packets: their shape, and which papers are left out and why."""

from dataclasses import dataclass
from enum import StrEnum

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.yaml_text import Text
from regpol.terms.place import NOWHERE, Place


class Shape(StrEnum):
    """Who signs an agreement; values are the words of the file."""

    REGION = "satu_perjanjian"
    """One for the region, and a light set for each unit."""
    UNIT = "per_unit"
    """One for each unit."""


class UnitLevel(StrEnum):
    """What a unit is."""

    DISTRICT = "kecamatan"
    VILLAGE = "desa"


@dataclass(frozen=True)
class LeftOut:
    """A paper that is not made although the packet knows it; never without a reason."""

    place: Place
    reason: str


@dataclass(frozen=True)
class PacketPolicy:
    """The choices; ``shape`` and ``level`` are None where the project leaves them to what fits it."""

    place: Place = NOWHERE
    shape: Shape | None = None
    level: UnitLevel | None = None
    left_out: tuple[tuple[Text, LeftOut], ...] = ()
    printed: int = 500
    """The longest list of participants that is printed name by name."""
    columns: tuple[tuple[Text, tuple[str, ...]], ...] = ()
    """The columns of registration sheets in their order, by the code of the segment, where the project has its own."""


NO_PACKET = PacketPolicy()

_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_COUNT = Scalar(lambda text: int(text) if text.isdecimal() and len(text) < 7 else None, "bilangan", "500")
_COLUMNS = ListOf(_WORDS)
PACKET = Fields(
    "paket",
    PacketPolicy,
    (
        Key("bentuk", Choice("bentuk paket", {shape.value: shape for shape in Shape}), "shape", False),
        Key("unit", Choice("unit paket", {level.value: level for level in UnitLevel}), "level", False),
        Key(
            "tidak_dibuat",
            Named(Fields("butir", LeftOut, (Key("alasan", _WORDS, "reason", True, "mengapa tidak dibuat"),))),
            "left_out",
            False,
            "butir templates/paket.yaml yang dilepas, masing-masing dengan alasannya",
        ),
        Key("daftar_dicetak", _COUNT, "printed", False, "daftar peserta yang lebih panjang dicetak ringkasannya saja"),
        Key(
            "kolom_pendaftaran",
            Named(_COLUMNS, coded=True),
            "columns",
            False,
            "judul kolom lembar pendaftaran menurut kode segmen; susunan resminya ditanyakan kepada cabang BPJS",
        ),
    ),
)
