"""How causes and dimensions of a comparison are called; one place, so that every output says the same."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from regpol.budget.comparing.compare import Difference, Row
from regpol.budget.comparing.effects import Cause
from regpol.reports.budget_page.unit_names import loosely
from regpol.terms.dates import MONTHS
from regpol.terms.money import rupiah

CAUSES = {
    Cause.PEOPLE: "jumlah orang",
    Cause.MONTHS: "bulan perlindungan",
    Cause.PROGRAMME: "program ditambah atau dihapus",
    Cause.SEGMENT: "segmen: cara menghitung iuran",
    Cause.PRICE: "tarif atau dasar iuran",
    Cause.PAYER: "bagian iuran yang ditanggung",
    Cause.CEILING: "pagu",
    Cause.FUND: "pindah dana",
    Cause.UNCOUNTED: "jumlah yang belum dapat dihitung",
}
SHORT = {
    Cause.PEOPLE: "orang",
    Cause.MONTHS: "bulan",
    Cause.PROGRAMME: "program",
    Cause.SEGMENT: "segmen",
    Cause.PRICE: "tarif/dasar",
    Cause.PAYER: "bagian",
    Cause.CEILING: "pagu",
    Cause.FUND: "pindah dana",
    Cause.UNCOUNTED: "belum dihitung",
}
"""The same causes where there is little room."""
MEANING = {
    Cause.PEOPLE: "orang bertambah atau berkurang, dengan iuran rata-rata kedua rencana",
    Cause.MONTHS: "bulan yang hanya dibayar dalam salah satu rencana",
    Cause.PROGRAMME: "program yang bagi kategori itu hanya ada dalam salah satu rencana",
    Cause.SEGMENT: "iuran seorang berubah karena segmennya lain",
    Cause.PRICE: "iuran seorang berubah dalam segmen yang sama",
    Cause.PAYER: "iuran seorang berubah karena bagian pembayar lain ikut ditanggung atau tidak",
    Cause.CEILING: "orang yang hanya terhalang pagu",
    Cause.FUND: "uang yang pindah dari satu dana ke dana lain; jumlah seluruhnya tidak berubah",
    Cause.UNCOUNTED: "jumlah yang dalam salah satu rencana belum diketahui; ini bukan penghematan",
}
TABLES = {
    "fund": ("dana", "Menurut dana"),
    "programme": ("program", "Menurut program"),
    "category": ("kategori", "Menurut kategori"),
    "unit": ("unit", "Menurut unit"),
    "month": ("bulan", "Menurut bulan perlindungan"),
}
"""By dimension: the kind of name and the heading."""


def month_name(month: str) -> str:
    """A month counted from January of the budget year.

    >>> month_name("3"), month_name("13")
    ('Maret', 'Januari tahun berikutnya')
    """
    year, month_in_year = divmod(int(month) - 1, 12)
    return MONTHS[month_in_year] + (" tahun berikutnya" if year else "")


def row_name(difference: Difference, dimension: str, key: str) -> str:
    """What a row of a table is called."""
    kind = TABLES[dimension][0]
    if kind == "bulan":
        return month_name(key)
    name = difference.name(kind, key)
    plans = (difference.before.plan, difference.after.plan)
    return name + max((loosely(plan, key) for plan in plans), key=len) if kind == "unit" else name


def signed(amount: int) -> str:
    """A difference in rupiah with its sign.

    >>> signed(1500), signed(-1500), signed(0)
    ('+Rp1.500', '−Rp1.500', 'Rp0')
    """
    sign = "+" if amount > 0 else "−" if amount < 0 else ""
    return sign + rupiah(abs(amount))


def known(amount: int, uncounted: int) -> str:
    """An amount that may be more than what is known of it; where nothing is known, no number at all.

    >>> known(1500, 0), known(1500, 12), known(0, 12)
    ('Rp1.500', 'Rp1.500 + ?', 'belum dapat dihitung')
    """
    if uncounted and not amount:
        return "belum dapat dihitung"
    return rupiah(amount) + (" + ?" if uncounted else "")


def why(row: Row) -> str:
    """The causes of a row, the largest first, one on each line."""
    causes = sorted(row.causes.items(), key=lambda it: -abs(it[1]))
    if len(causes) == 1:
        return SHORT[causes[0][0]]
    return "\n".join(f"{SHORT[cause]} {signed(amount)}" for cause, amount in causes)


def ordered(rows: tuple[Row, ...], dimension: str) -> tuple[Row, ...]:
    """Rows as they are read: months in their order, all else by the size of the difference."""
    return rows if dimension == "month" else tuple(sorted(rows, key=lambda it: (-abs(it.difference), it.key)))


def moved_between_funds(difference: Difference) -> int:
    """Rupiah that left one fund and arrived at another."""
    shifts = (row.causes.get(Cause.FUND, 0) for row in difference.tables["fund"])
    return sum(shift for shift in shifts if shift > 0)


def price_words(price: int | None) -> str:
    """What one person costs a month."""
    return "berbeda-beda" if price is None else rupiah(price)


@dataclass(frozen=True)
class Stretch:
    """Months in a row in which the same changes for the same reasons; ``row`` is any one of them."""

    first: str
    last: str
    row: Row

    @property
    def name(self) -> str:
        """The months in words."""
        if self.first == self.last:
            return month_name(self.first)
        return f"tiap bulan {month_name(self.first)}–{month_name(self.last)}"


def stretches(rows: Iterable[Row]) -> tuple[Stretch, ...]:
    """Rows of months with those that are alike and follow each other told once."""
    made: list[Stretch] = []
    for row in rows:
        alike = made and replace(made[-1].row, key=row.key) == row and int(made[-1].last) + 1 == int(row.key)
        if alike:
            made[-1] = replace(made[-1], last=row.key)
        else:
            made.append(Stretch(row.key, row.key, row))
    return tuple(made)
