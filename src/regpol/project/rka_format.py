"""What ``anggaran: rka`` and ``anggaran: desa`` may contain: the budget lines as an office's own forms want them.

Codes of programmes, activities and accounts are the region's; what the project does not say stays blank
and is listed, never guessed.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Scalar
from regpol.law.yaml_text import Text
from regpol.terms.place import NOWHERE, Place


class Level(StrEnum):
    """The unit for which a budget line stands."""

    REGION = "daerah"
    DISTRICT = "kecamatan"
    VILLAGE = "kelurahan"


COUNTED = ("uraian", "sumber_dana", "orang", "bulan", "harga", "jumlah", "target", "sifat")
"""Columns that the plan fills."""

RKA_WORDS = ("skpd", "program", "kegiatan", "sub_kegiatan", "rekening")
VILLAGE_WORDS = ("bidang", "sub_bidang", "kegiatan", "rekening")
"""Columns that the office's own codes fill; the account also from the rulebook."""


@dataclass(frozen=True)
class BudgetShape:
    """The columns of budget lines in order, and the words for those the plan cannot know.

    ``common`` are words by column for every line, ``own`` those of a category, ``accounts`` account codes by
    category and programme. ``{unit}`` in a word stands for the name of the line's unit.
    """

    columns: tuple[str, ...]
    level: Level = Level.REGION
    common: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    accounts: Mapping[tuple[str, str], str] = field(default_factory=dict)
    place: Place = NOWHERE
    places: Mapping[str, Place] = field(default_factory=dict)

    def word(self, column: str, category: str) -> str:
        """What stands in a column for a category; empty if the project does not say."""
        return self.own.get(category, {}).get(column) or self.common.get(column, "")


DEFAULT_RKA = BudgetShape((*RKA_WORDS, *COUNTED))
DEFAULT_VILLAGE = BudgetShape((*VILLAGE_WORDS, *COUNTED), Level.VILLAGE)

_WORDS = Scalar(lambda text: text.strip() or None, "kode dan nama, dalam tanda kutip", '"1.01.01 PROGRAM …"')
_ACCOUNTS = Named(Scalar(lambda text: text.strip() or None, "kode rekening dalam tanda kutip", '"5.1.02.…"'))


def _own(
    place: Place, accounts: tuple[tuple[Text, str], ...] = (), **words: str
) -> tuple[Place, tuple[tuple[Text, str], ...], dict[str, str]]:
    return place, accounts, words


def shape_of(name: str, default: BudgetShape, known: tuple[str, ...]) -> Fields[BudgetShape]:
    """The shape of one form, whose own columns are ``known``."""
    texts = tuple(word for word in known if word != "rekening")
    words = tuple(Key(word, _WORDS, word, False, f"isi kolom {word}") for word in (*texts, "target"))
    account = Key("rekening", _ACCOUNTS, "accounts", False, "kode rekening menurut program")
    category = Fields(f"{name}: satu kategori", _own, (*words, account))
    column = Choice("kolom", {word: word for word in (*known, *COUNTED)})

    def build(
        place: Place,
        columns: tuple[str, ...] = (),
        level: Level | None = None,
        categories: tuple[tuple[Text, tuple[Place, tuple[tuple[Text, str], ...], dict[str, str]]], ...] = (),
        **common: str,
    ) -> BudgetShape:
        return BudgetShape(
            columns or default.columns,
            level or default.level,
            common,
            {text.value: own for text, (_, _, own) in categories},
            {(text.value, code.value): account for text, (_, found, _) in categories for code, account in found},
            place,
            {text.value: text.place for text, _ in categories},
        )

    return Fields(
        name,
        build,
        (
            Key("kolom", ListOf(column, some=True), "columns", False, "kolom menurut urutan"),
            Key("rinci", Choice("unit", {str(it): it for it in Level}), "level", False, "satu baris untuk unit apa"),
            *words,
            Key("kategori", Named(category), "categories", False, "isi kolom yang berbeda bagi sebuah kategori"),
        ),
    )


RKA = shape_of("rka", DEFAULT_RKA, RKA_WORDS)
VILLAGE = shape_of("desa", DEFAULT_VILLAGE, VILLAGE_WORDS)
