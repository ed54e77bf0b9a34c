"""What a mapping of a realisation file may contain, and ``cakupan`` in a project file."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from regpol.law.files import data_folder
from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.terms.dates import parse_date
from regpol.terms.place import NOWHERE, Place
from regpol.terms.problems import Refused
from regpol.terms.problems.rule_files import MissingKey, UnknownKey

PRESET = data_folder("templates") / "pemetaan" / "realisasi.yaml"
COLUMNS = ("dana", "bulan", "untuk_bulan", "program", "unit", "jumlah", "peserta")
_REQUIRED = ("bulan", "jumlah")
_TOLD = ("dana", "program", "unit")


@dataclass(frozen=True)
class RealisationMapping:
    """Which column is what (field to headings), and what words stand for the codes of the plan."""

    name: str
    columns: Mapping[str, tuple[str, ...]]
    words: Mapping[str, Mapping[str, tuple[str, ...]]]
    by_cover: bool = False
    note: str = ""


@dataclass(frozen=True)
class Coverage:
    """How many of a known whole take part. ``joined`` is None where the realisation is to tell it."""

    name: str
    whole: int
    source: str
    unit: str = "orang"
    joined: int | None = None
    on: str = ""
    place: Place = NOWHERE


def _whole(text: str) -> int | None:
    return int(text) if text.isdecimal() and 0 < len(text) < 12 else None


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_COUNT = Scalar(_whole, "bilangan bulat", "179")
_DAY = Scalar(lambda text: text if parse_date(text) else None, "tanggal", "2023-04-05")
_TEXTS = ListOf(_WORDS, or_one=True, some=True)
_NAMES = Named(_TEXTS)


def _mapping(
    place: Place,
    name: str,
    columns: tuple[tuple[Text, tuple[str, ...]], ...],
    note: str = "",
    by_cover: bool = False,
    **names: tuple[tuple[Text, tuple[str, ...]], ...],
) -> tuple[RealisationMapping, tuple[Text, ...], Place]:
    told = {kind: {code.value: texts for code, texts in entries} for kind, entries in names.items()}
    made = RealisationMapping(name, {field.value: texts for field, texts in columns}, told, by_cover, note)
    return made, tuple(field for field, _ in columns), place


_MAPPING = Fields(
    "pemetaan realisasi",
    _mapping,
    (
        Key("nama", _WORDS, "name", True, "berkas realisasi siapa"),
        Key("catatan", _WORDS, "note", False, "seberapa pasti susunannya"),
        Key("kolom", _NAMES, "columns", True, f"kolom ({', '.join(COLUMNS)}) dengan judul yang mungkin"),
        Key(
            "bulan",
            Choice("arti bulan", {"pembayaran": False, "manfaat": True}),
            "by_cover",
            False,
            "bulan dalam berkas: saat dibayar, atau bulan manfaatnya",
        ),
        *(Key(kind, _NAMES, kind, False, f"kata dalam berkas untuk tiap kode {kind}") for kind in _TOLD),
    ),
)
COVERAGE = ListOf(
    Fields(
        "cakupan",
        Coverage,
        (
            Key("nama", _WORDS, "name", True, "yang dihitung", "Kampung yang ikut"),
            Key("satuan", _WORDS, "unit", False, "satuannya; tanpa ini orang", "kampung"),
            Key("ikut", _COUNT, "joined", False, "yang ikut; tanpa ini peserta aktif dalam realisasi"),
            Key("dari", _COUNT, "whole", True, "seluruhnya", "179"),
            Key("pada", _DAY, "on", False, "keadaan pada hari ini", "2023-04-05"),
            Key("sumber", _WORDS, "source", True, "dari mana angka itu"),
        ),
    )
)


def read_realisation_mapping(path: Path | None) -> RealisationMapping:
    """A mapping file, or the one that comes along.

    Raises:
        Refused: with everything wrong in it.
    """
    shown = str(path) if path else f"templates/pemetaan/{PRESET.name}"
    made, fields, place = read_shaped(path or PRESET, shown, _MAPPING)
    unknown = [UnknownKey(place=it.place, given=it.value, known=COLUMNS) for it in fields if it.value not in COLUMNS]
    missing = [
        MissingKey(place=place, where="kolom", key=name, meaning=f"judul kolom {name}", example="[Jumlah]")
        for name in _REQUIRED
        if name not in made.columns
    ]
    if unknown or missing:
        raise Refused(*unknown, *missing)
    return made


def realisation_mapping_schema() -> dict[str, Any]:
    """The JSON Schema of a mapping file."""
    return _MAPPING.schema()
