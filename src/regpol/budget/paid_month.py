"""For which month a payment is: written beside it, or the month of payment less the months the plan pays later.

Months count from January of the plan's year (1), so 0 is December before it and 13 January after it. What
could be two months is neither: nobody's money is moved to a month on a guess.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from regpol.budget.planning.plan import PlanLine
from regpol.register.raw_table import Cell, as_text
from regpol.register.wording import words
from regpol.terms.dates import MONTHS

YEAR_END = 12
_NAMED = {name.casefold()[:length]: at for at, name in enumerate(MONTHS, 1) for length in (3, len(name))}
_NUMBERED = (
    re.compile(r"(?P<year>\d{4})[-/.](?P<month>\d{1,2})(?:[-/.]\d{1,2})?(?:[ T]\d{1,2}:\d\d(?::\d\d)?)?"),
    re.compile(r"\d{1,2}[-/.](?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})[-/.](?P<year>\d{4})"),
    re.compile(r"(?P<month>\d{1,2})"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Written:
    """A month as a cell writes it, 1 to 12; the year None where the cell does not tell it."""

    month: int
    year: int | None = None

    def counted(self, year: int) -> int:
        """The month counted from January of a year, which is its own where no other is written.

        >>> Written(12, 2025).counted(2026), Written(1, 2027).counted(2026), Written(3).counted(2026)
        (0, 13, 3)
        """
        return self.month + YEAR_END * ((self.year or year) - year)


def read_month(cell: Cell) -> Written | None:
    """A month, however it is written; None if it is none, or several.

    >>> read_month("Maret"), read_month("2026-03"), read_month("15/03/2026"), read_month("Januari-Maret")
    (Written(month=3, year=None), Written(month=3, year=2026), Written(month=3, year=2026), None)
    """
    if isinstance(cell, date | datetime):
        return Written(cell.month, cell.year)
    text = as_text(cell)
    numbered = next((found for it in _NUMBERED if (found := it.fullmatch(text))), None)
    if numbered:
        told = numbered.groupdict()
        month = int(told["month"])
        return Written(month, int(told["year"]) if told.get("year") else None) if 1 <= month <= YEAR_END else None
    parts = [part for part in words(text) if part not in {"bulan", "bln"}]
    named = [part for part in parts if not part.isdigit()]
    years = [int(part) for part in parts if _YEAR.fullmatch(part)]
    if len(named) != 1 or named[0] not in _NAMED or len(years) > 1:
        return None
    return Written(_NAMED[named[0]], years[0] if years else None)


def months_later(lines: Iterable[PlanLine]) -> int | None:
    """How many months after the month of cover a plan pays; None where its lines do not agree, or do not tell.

    A late start only adds months and the turn of the year only takes some from December, so the fewest
    months of each kind of line before December are what the law and the plan mean.
    """
    fewest: dict[tuple[str, str, str], int] = defaultdict(lambda: YEAR_END)
    for line in lines:
        if line.month_cover < YEAR_END:
            kind = (line.segment, line.programme, line.payer)
            fewest[kind] = min(fewest[kind], line.month_cash - line.month_cover)
    told = set(fewest.values())
    return told.pop() if len(told) == 1 else None


@dataclass(frozen=True)
class Meant:
    """The month a payment is for, and what was assumed to know it (a key of `ASSUMED`), or why nobody can know."""

    month: int | None
    assumed: str = ""
    trouble: str = ""


ASSUMED = {
    "bulan_bayar": "{count} pembayaran tanpa isian “untuk bulan” dianggap untuk bulan bayarnya, seperti jadwal rencana",
    "sebelum_bayar": (
        "{count} pembayaran tanpa isian “untuk bulan” dianggap untuk bulan yang jatuh tempo pada bulan bayarnya "
        "menurut rencana (bulan sebelumnya)"
    ),
    "tahun_lalu": (
        "{count} pembayaran dengan “untuk bulan” tanpa tahun dianggap untuk tahun sebelum tahun bayarnya, menurut "
        "rencana jatuh tempo pada bulan bayar itu"
    ),
}


def month_meant(paid: Written, written: Written | None, later: int | None, year: int) -> Meant:
    """The month of cover a payment is for.

    >>> month_meant(Written(1), Written(12), 1, 2026).month, month_meant(Written(1), None, 1, 2026).month
    (0, 0)
    >>> month_meant(Written(3), Written(4), 1, 2026).trouble
    'untuk bulan sesudah bulan bayar (di muka, atau tunggakan tahun lalu); tulis tahunnya'
    """
    at = paid.counted(year)
    if written is None:
        if later is None:
            return Meant(
                None,
                trouble="untuk bulannya kosong, jatuh temponya dalam rencana tidak tunggal; isi bulannya",
            )
        return Meant(at - later, "bulan_bayar" if later == 0 else "sebelum_bayar")
    if written.year is not None:
        return Meant(written.counted(year))
    turn = (at - 1) // YEAR_END * YEAR_END
    month = written.month + turn
    if month <= at:
        return Meant(month)
    if later is not None and month - YEAR_END == at - later:
        return Meant(month - YEAR_END, "tahun_lalu")
    return Meant(
        None,
        trouble="untuk bulan sesudah bulan bayar (di muka, atau tunggakan tahun lalu); tulis tahunnya",
    )
