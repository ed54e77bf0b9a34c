"""What ``kebijakan`` in a project file may contain."""

import re

from regpol.law.shape import Choice, Converted, Either, Fields, Key, ListOf, Named, Reference, Scalar, Shape
from regpol.law.yaml_text import Text
from regpol.project.policy import WAGE_BASES, FundChoice, Policy, WageBase
from regpol.terms.money import Rate, Rounding, parse_rate, parse_rupiah
from regpol.terms.place import Place


def _ages(text: str) -> tuple[int, int] | None:
    match = re.fullmatch(r"(\d{1,2}) sampai sebelum (\d{2,3})", text)
    return (int(match[1]), int(match[2])) if match else None


def _wage_base(text: str) -> WageBase | None:
    if text in WAGE_BASES:
        return WageBase(text)
    sen = parse_rupiah(text)
    return None if sen is None else WageBase("honorarium", sen)


def _shared(place: Place, fund: Text, share: Rate) -> FundChoice:
    del place
    return FundChoice(fund.value, share)


_FUND = Reference("sumber dana", "apbd_kabkota")
_SHARE = Scalar(parse_rate, "persen", "60 %")
_FUND_CHOICE: Shape[FundChoice] = Either(
    Converted(_FUND, lambda place, text: FundChoice(text.value)),
    Fields(
        "dana dengan bagiannya",
        _shared,
        (
            Key("dana", _FUND, "fund", True, "sumber dana", "add"),
            Key("bagian", _SHARE, "share", True, "bagian iuran yang dibayarnya", "60 %"),
        ),
    ),
)


def _build(
    place: Place,
    segments: tuple[tuple[Text, Text], ...] = (),
    programmes: tuple[tuple[Text, tuple[Text, ...]], ...] = (),
    funds: tuple[tuple[Text, tuple[FundChoice, ...]], ...] = (),
    wage_base: str = "",
    risk_group: Text | None = None,
    rounding: Rounding | None = None,
    entry_age: tuple[int, int] = (0, 0),
    wage_bases: tuple[tuple[Text, WageBase], ...] = (),
) -> Policy:
    del place
    names = {
        "segmen": [category for category, _ in segments],
        "program": [category for category, _ in programmes],
        "dana": [category for category, _ in funds],
        "dasar_upah": [category for category, _ in wage_bases],
    }
    return Policy(
        {category.value: value.value for category, value in segments},
        {category.value: tuple(text.value for text in values) for category, values in programmes},
        {category.value: choices for category, choices in funds},
        wage_base,
        risk_group.value if risk_group else "",
        rounding or Rounding.HALF_UP,
        entry_age,
        {(kind, category.value): category.place for kind, categories in names.items() for category in categories},
        rounding is not None,
        {category.value: base for category, base in wage_bases},
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
        Key(
            "dana",
            Named(ListOf(_FUND_CHOICE, or_one=True, some=True)),
            "funds",
            False,
            "sumber dana tiap kategori: satu, berurutan dari yang pertama membayar, atau dengan bagiannya",
        ),
        Key("dasar_upah", Choice("dasar upah", WAGE_BASES), "wage_base", False, "dasar hitung segmen penerima upah"),
        Key(
            "dasar_upah_kategori",
            Named(Scalar(_wage_base, "upah_minimum, penghasilan, atau honorarium dalam rupiah", "Rp1.500.000")),
            "wage_bases",
            False,
            "dasar hitung kategori yang berbeda dari dasar_upah",
        ),
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
