"""What a new project chooses until its planner does, read from ``templates/proyek-awal.yaml``.

These are no rules: they only fill room that the law leaves, each with a reason a reader can weigh.
"""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from regpol.law.shape import Fields, Key, ListOf, Reference, Scalar
from regpol.law.shaped_file import read_shaped
from regpol.law.yaml_text import Text
from regpol.terms.place import Place

FILE = "proyek-awal.yaml"


@dataclass(frozen=True)
class Preference:
    """Codes in the order in which they are preferred, and why."""

    place: Place
    order: tuple[Text, ...]
    reason: str

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes, the preferred one first."""
        return tuple(text.value for text in self.order)

    def first(self, *codes: str) -> "Preference":
        """The same with these codes ahead of the others."""
        ahead = tuple(Text(code, self.place) for code in codes)
        return replace(self, order=(*ahead, *(text for text in self.order if text.value not in codes)))


@dataclass(frozen=True)
class Default:
    """A choice as a project file writes it, and why."""

    place: Place
    value: str
    reason: str


@dataclass(frozen=True)
class StartingChoices:
    """Everything in the file."""

    place: Place
    about: str
    segment: Preference
    programmes: Preference
    funds: Preference
    wage_base: Default
    risk_group: Default
    entry_age: Default
    rounding: Default

    @property
    def counted(self) -> tuple[tuple[str, Default], ...]:
        """The choices on how contributions are counted, by their key in a project file."""
        return (
            ("dasar_upah", self.wage_base),
            ("kelompok_risiko", self.risk_group),
            ("usia_masuk", self.entry_age),
            ("pembulatan", self.rounding),
        )


_WORDS = Scalar(lambda text: text.strip() or None, "teks", "…")
_PREFERENCE = Fields(
    "urutan pilihan",
    Preference,
    (
        Key("urutan", ListOf(Reference("kode", "jkk"), some=True), "order", True, "kode, yang didahulukan lebih dulu"),
        Key("alasan", _WORDS, "reason", True, "mengapa urutan ini"),
    ),
)
_DEFAULT = Fields(
    "pilihan awal",
    Default,
    (
        Key("pilihan", _WORDS, "value", True, "seperti ditulis dalam project.yaml"),
        Key("alasan", _WORDS, "reason", True, "mengapa pilihan ini"),
    ),
)
_STARTING = Fields(
    "pilihan awal proyek",
    StartingChoices,
    (
        Key("tentang", _WORDS, "about", True, "nama peraturan"),
        Key("segmen", _PREFERENCE, "segment", True, "bila hukum membuka lebih dari satu segmen"),
        Key("program", _PREFERENCE, "programmes", True, "program di samping yang wajib"),
        Key("dana", _PREFERENCE, "funds", True, "dana yang dapat menanggung"),
        Key("dasar_upah", _DEFAULT, "wage_base", True),
        Key("kelompok_risiko", _DEFAULT, "risk_group", True),
        Key("usia_masuk", _DEFAULT, "entry_age", True),
        Key("pembulatan", _DEFAULT, "rounding", True),
    ),
)


def read_starting_choices(templates: Path) -> StartingChoices:
    """The starting choices of a templates folder.

    Raises:
        Refused: with everything wrong in the file.
    """
    return read_shaped(templates / FILE, f"templates/{FILE}", _STARTING)


def starting_schema() -> dict[str, Any]:
    """The JSON Schema of the file."""
    return _STARTING.schema()
