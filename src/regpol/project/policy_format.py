"""What ``kebijakan`` in a project file may contain."""

import re

from regpol.law.shape import Choice, Fields, Key, ListOf, Named, Reference, Scalar
from regpol.law.yaml_text import Text
from regpol.project.policy import WAGE_BASES, Policy
from regpol.terms.money import Rounding
from regpol.terms.place import Place


def _ages(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,2}) sampai sebelum (\d{2,3})", text)
    return (int(match[1]), int(match[2])) if match else None


def _build(
    place: Place,
    segments: tuple[tuple[Text, Text], ...] = (),
    programmes: tuple[tuple[Text, tuple[Text, ...]], ...] = (),
    funds: tuple[tuple[Text, Text], ...] = (),
    wage_base: str = "",
    risk_group: Text | None = None,
    rounding: Rounding = Rounding.HALF_UP,
    entry_age: tuple[int, int] = (0, 0),
) -> Policy:
    del place
    kinds = (("segmen", segments), ("program", programmes), ("dana", funds))
    return Policy(
        {category.value: value.value for category, value in segments},
        {category.value: tuple(text.value for text in values) for category, values in programmes},
        {category.value: value.value for category, value in funds},
        wage_base,
        risk_group.value if risk_group else "",
        rounding,
        entry_age,
        {(kind, category.value): category.place for kind, entries in kinds for category, _ in entries},
    )


_CATEGORY_CHOICE = Named(Reference("pilihan untuk kategori", "ketua_rt: bpu"))
POLICY = Fields(
    "kebijakan",
    _build,
    (
        Key("segmen", _CATEGORY_CHOICE, "segments", False, "segmen tiap kategori yang dibuka hukum"),
        Key(
            "program",
            Named(ListOf(Reference("program", "jkk"), or_one=True)),
            "programmes",
            False,
            "program tiap kategori",
        ),
        Key("dana", _CATEGORY_CHOICE, "funds", False, "sumber dana tiap kategori"),
        Key("dasar_upah", Choice("dasar upah", WAGE_BASES), "wage_base", False, "dasar hitung segmen penerima upah"),
        Key("kelompok_risiko", Reference("kelompok risiko", "sangat_rendah"), "risk_group", False, "kelompok risiko"),
        Key(
            "usia_masuk",
            Scalar(_ages, "usia paling muda dan usia yang belum tercapai", "18 sampai sebelum 65"),
            "entry_age",
            False,
            "batas usia saat didaftarkan",
        ),
        Key(
            "pembulatan",
            Choice("pembulatan", {str(rounding): rounding for rounding in Rounding}),
            "rounding",
            False,
            "cara membulatkan iuran; belum ada sumber yang mengaturnya",
        ),
    ),
)
