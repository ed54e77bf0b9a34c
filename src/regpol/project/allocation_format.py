"""The keys of ``anggaran`` that say how money is shared out; the section itself is read by `budget_format`."""

from collections.abc import Mapping

from regpol.law.shape import Choice, Converted, Either, Fields, Key, ListOf, Named, Reference, Scalar, Shape
from regpol.law.yaml_text import Text
from regpol.project.allocation import (
    AllocationPolicy,
    Direction,
    DoublePayment,
    Group,
    Method,
    OrderKey,
    Tie,
    Twice,
)
from regpol.terms.money import SEN, parse_rupiah
from regpol.terms.place import Place


def _whole_rupiah(text: str) -> int | None:
    sen = parse_rupiah(text)
    return None if sen is None or sen % SEN else sen // SEN


WHOLE_RUPIAH = Scalar(_whole_rupiah, "rupiah bulat setahun", "Rp1.500.000")


def _yes_no(what: str) -> Choice[bool]:
    return Choice(what, {"ya": True, "tidak": False})


def _order_key(place: Place, fact: Text, direction: Direction | None = None, values: tuple[Text, ...] = ()) -> OrderKey:
    return OrderKey(place, fact.value, direction, tuple(value.value for value in values))


def _twice_all(place: Place, word: Twice) -> DoublePayment:
    del place
    return DoublePayment(word, word, word)


def _twice(
    place: Place,
    rows: Twice = Twice.FLAG,
    elsewhere: Twice = Twice.FLAG,
    other_payer: Twice = Twice.REFUSE,
) -> DoublePayment:
    del place
    return DoublePayment(rows, elsewhere, other_payer)


_TWICE = Choice("yang dilakukan bila dibayar dua kali", {str(word): word for word in Twice})
_ORDER_KEY: Shape[OrderKey] = Either(
    Converted(Reference("fakta yang mengurutkan", "desil"), lambda place, text: OrderKey(place, text.value)),
    Fields(
        "kunci urutan",
        _order_key,
        (
            Key("menurut", Reference("fakta yang mengurutkan", "desil"), "fact", True, "fakta orang", "desil"),
            Key(
                "arah",
                Choice("arah urutan", {str(word): word for word in Direction}),
                "direction",
                False,
                "naik: yang kecil atau lama didahulukan; turun: sebaliknya",
            ),
            Key(
                "dari",
                ListOf(Reference("nilai fakta", "miskin_ekstrem"), some=True),
                "values",
                False,
                "nilai fakta dari yang didahulukan; yang tidak disebut berada sesudahnya",
            ),
        ),
    ),
)
ALLOCATION_KEYS = (
    Key(
        "pagu",
        Named(WHOLE_RUPIAH),
        "ceilings",
        False,
        "paling banyak setahun dari tiap dana; dana tanpa pagu membayar semua",
    ),
    Key(
        "alokasi",
        Choice("cara membagi", {str(word): word for word in Method}),
        "method",
        False,
        "cara membagi bila pagu tidak cukup; prioritas bila urutan disebut",
    ),
    Key(
        "urutan",
        ListOf(_ORDER_KEY, or_one=True, some=True),
        "order",
        False,
        "kunci urutan dari yang terpenting; tanpa data berada di belakang",
    ),
    Key(
        "kelompok_alokasi",
        Choice("kelompok pembagian proporsional", {str(word): word for word in Group}),
        "group",
        False,
        "kelompok yang masing-masing mendapat bagian pagu",
    ),
    Key(
        "nilai_sama",
        Choice("pemisah nilai yang sama", {str(word): word for word in Tie}),
        "tie",
        False,
        "undian berbenih atau nomor baris, bila semua kunci sama",
    ),
    Key("benih", Reference("benih undian", "undian-2025"), "seed", False, "teks yang menetapkan undian"),
    Key(
        "sebagian_tahun",
        Choice("perlindungan sebagian tahun", {"boleh": True, "tidak": False}),
        "partial",
        False,
        "bolehkah sisa pagu membayar beberapa bulan saja bagi orang berikutnya",
    ),
    Key(
        "pembayaran_ganda",
        Either(
            Converted(_TWICE, _twice_all),
            Fields(
                "pembayaran ganda",
                _twice,
                (
                    Key("baris_ganda", _TWICE, "rows", False, "dua baris satu orang"),
                    Key("peserta_lain", _TWICE, "elsewhere", False, "sudah peserta dari pekerjaan lain"),
                    Key("dana_lain", _TWICE, "other_payer", False, "iurannya sudah dibayar dana lain"),
                ),
            ),
        ),
        "twice",
        False,
        "tolak atau tandai yang kemungkinan dibayar dua kali",
    ),
    Key("wajib_dahulu", _yes_no("yang wajib didahulukan"), "mandatory_first", False, "kebutuhan wajib didahulukan"),
    Key(
        "pagu_tidak_cukup",
        Choice("bila pagu tidak cukup untuk seseorang", {"berhenti": True, "lewati": False}),
        "strict",
        False,
        "berhenti: dana itu selesai; lewati: orang sesudahnya yang lebih murah masih dapat masuk",
    ),
)
"""Each key's ``to`` is an argument of `allocation_policy`."""


def allocation_policy(
    ceilings: tuple[tuple[Text, int], ...] = (),
    method: Method | None = None,
    order: tuple[OrderKey, ...] = (),
    seed: Text | None = None,
    place: Place | None = None,
    **told: object,
) -> AllocationPolicy:
    """The choices from what the keys read; what is not written keeps its default."""
    places: Mapping[str, Place] = {f"pagu {fund.value}": fund.place for fund, _ in ceilings}
    chosen = method or (Method.PRIORITY if order else Method.FIRST_COME)
    return AllocationPolicy(
        ceilings={fund.value: amount for fund, amount in ceilings},
        method=chosen,
        order=order,
        seed=seed.value if seed else "",
        places={**places, **({"alokasi": place} if place else {})},
        **told,  # type: ignore[arg-type]
    )
