"""What ``anggaran`` in a project file may contain: how a region turns decided people into a budget.

Whether a fund may pay is law; when paying starts, what is carried and in which columns it is shown
is the region's own choice, and stands here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from regpol.law.shape import Choice, Fields, Key, Named, Scalar
from regpol.law.yaml_text import Text
from regpol.project.allocation import NO_ALLOCATION, AllocationPolicy
from regpol.project.allocation_format import ALLOCATION_KEYS, WHOLE_RUPIAH, allocation_policy
from regpol.project.rka_format import DEFAULT_RKA, DEFAULT_VILLAGE, RKA, VILLAGE, BudgetShape
from regpol.terms.place import NOWHERE, Place


class December(StrEnum):
    """When the cover of December is paid whose contribution falls due in January."""

    NEXT_YEAR = "januari_berikutnya"
    SAME_YEAR = "desember"


class Decree(StrEnum):
    """Whether the term of a person's decree bounds the months this budget pays."""

    BOUNDS = "membatasi"
    IGNORED = "diabaikan"


class WorkerPart(StrEnum):
    """Who bears the part of a contribution that the law puts on a wage earner."""

    WITHHELD = "dipotong_upah"
    BORNE = "ditanggung_anggaran"


@dataclass(frozen=True)
class BudgetPolicy:
    """The choices of a budget. ``first_month`` is the first month paid for, 1 to 12.

    ``december_before`` is what each fund still owes in January for December of the year before, in whole rupiah.
    """

    place: Place = NOWHERE
    first_month: int = 1
    arrears: bool = False
    december: December = December.SAME_YEAR
    december_before: Mapping[str, int] = field(default_factory=dict)
    worker_part: WorkerPart = WorkerPart.WITHHELD
    decree: Decree = Decree.BOUNDS
    places: dict[str, Place] = field(default_factory=dict)
    allocation: AllocationPolicy = NO_ALLOCATION
    rka: BudgetShape = DEFAULT_RKA
    village: BudgetShape = DEFAULT_VILLAGE


NO_BUDGET = BudgetPolicy()


def _month(text: str) -> int | None:
    return int(text) if text.isdecimal() and 1 <= int(text) <= 12 else None


def _build(
    place: Place,
    first_month: int = 1,
    arrears: bool = False,
    december: December = December.SAME_YEAR,
    december_before: tuple[tuple[Text, int], ...] = (),
    worker_part: WorkerPart = WorkerPart.WITHHELD,
    decree: Decree = Decree.BOUNDS,
    rka: BudgetShape = DEFAULT_RKA,
    village: BudgetShape = DEFAULT_VILLAGE,
    **shared: Any,
) -> BudgetPolicy:
    allocation = allocation_policy(place=place, **shared)
    return BudgetPolicy(
        place,
        first_month,
        arrears,
        december,
        {fund.value: amount for fund, amount in december_before},
        worker_part,
        decree,
        {fund.value: fund.place for fund, _ in december_before},
        allocation=allocation,
        rka=rka,
        village=village,
    )


BUDGET = Fields(
    "anggaran",
    _build,
    (
        Key("mulai", Scalar(_month, "bulan 1 sampai 12", "4"), "first_month", False, "bulan pertama yang dibayar"),
        Key(
            "tunggakan",
            Choice("tunggakan", {"dibayar": True, "tidak": False}),
            "arrears",
            False,
            "iuran bulan sebelum bulan pertama dibayar juga, atau tidak",
        ),
        Key(
            "iuran_desember",
            Choice("pembayaran iuran Desember", {str(it): it for it in December}),
            "december",
            False,
            "iuran yang jatuh tempo Januari: dibayar tahun berikutnya atau masih dalam Desember",
        ),
        Key(
            "desember_lalu",
            Named(WHOLE_RUPIAH),
            "december_before",
            False,
            "iuran Desember tahun lalu yang baru dibayar Januari tahun ini, tiap dana",
        ),
        Key(
            "bagian_pekerja",
            Choice("bagian pekerja", {str(it): it for it in WorkerPart}),
            "worker_part",
            False,
            "bagian iuran yang dibebankan hukum pada penerima upah",
        ),
        *ALLOCATION_KEYS,
        Key("rka", RKA, "rka", False, "baris RKA: kolom, kode, dan unitnya"),
        Key("desa", VILLAGE, "village", False, "baris anggaran desa: kolom, kode, dan unitnya"),
        Key(
            "masa_sk",
            Choice("masa SK", {str(it): it for it in Decree}),
            "decree",
            False,
            "masa berlaku SK membatasi bulan yang dibayar, atau diabaikan",
        ),
    ),
)
