"""Rupiah and rates, exact: integers of sen and of millionths, never a float.

Amounts are read as the law writes them ("Rp6.800", "Rp3.508.776,22") and kept in sen, because some
minimum wages carry them; what a person pays is whole rupiah, and how it is rounded is named.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

MILLION = 1_000_000
SEN = 100
LARGEST = 10**14
"""Bound in sen (a trillion rupiah): no wage, tariff or sum of a row comes near it, nor it near 64 bits."""

_RUPIAH = re.compile(r"Rp\s?(\d{1,3}(?:\.\d{3}){0,4}|\d{1,15})(?:,(\d{2}))?")
_PERCENT = re.compile(r"(\d{1,3})(?:,(\d{1,4}))?\s?%")


class Rounding(StrEnum):
    """How a fraction of a rupiah is settled. No source read orders one, so it is a choice of policy."""

    HALF_UP = "setengah_ke_atas"
    DOWN = "ke_bawah"
    UP = "ke_atas"

    @property
    def addend(self) -> int:
        """What to add before the whole division by ``MILLION * SEN``."""
        whole = MILLION * SEN
        return {Rounding.HALF_UP: whole // 2, Rounding.DOWN: 0, Rounding.UP: whole - 1}[self]


@dataclass(frozen=True, order=True)
class Rate:
    """A share of an amount, in millionths: 0,24 % is 2400."""

    millionths: int

    def of(self, sen: int, rounding: Rounding) -> int:
        """Whole rupiah of this share of an amount in sen.

        >>> Rate(2400).of(285_962_000, Rounding.HALF_UP)
        6863
        """
        return (sen * self.millionths + rounding.addend) // (MILLION * SEN)

    def __str__(self) -> str:
        whole, rest = divmod(self.millionths, 10_000)
        return f"{whole},{f'{rest:04d}'.rstrip('0').ljust(2, '0')} %"


def parse_rupiah(text: str) -> int | None:
    """Sen of an amount as the law writes it, or None.

    >>> parse_rupiah("Rp3.508.776,22"), parse_rupiah("6800")
    (350877622, None)
    """
    match = _RUPIAH.fullmatch(text)
    if not match:
        return None
    sen = int(match[1].replace(".", "")) * SEN + int(match[2] or 0)
    return sen if sen <= LARGEST else None


def parse_rate(text: str) -> Rate | None:
    """A percentage as the law writes it, at most the whole; else None.

    >>> parse_rate("0,24 %"), parse_rate("0.24 %"), parse_rate("101 %")
    (Rate(millionths=2400), None, None)
    """
    match = _PERCENT.fullmatch(text)
    if not match:
        return None
    millionths = int(match[1]) * 10_000 + int((match[2] or "").ljust(4, "0"))
    return Rate(millionths) if millionths <= MILLION else None


def rupiah(whole: int) -> str:
    """Whole rupiah as an official reads them.

    >>> rupiah(16800)
    'Rp16.800'
    """
    return f"Rp{whole:,}".replace(",", ".")


def rupiah_from_sen(sen: int) -> str:
    """An amount that may carry sen.

    >>> rupiah_from_sen(350877622), rupiah_from_sen(680000)
    ('Rp3.508.776,22', 'Rp6.800')
    """
    whole, rest = divmod(sen, SEN)
    return rupiah(whole) + (f",{rest:02d}" if rest else "")
