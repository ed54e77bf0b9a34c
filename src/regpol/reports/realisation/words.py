"""What text, workbook and JSON say alike of a realisation: names of lines, coverage in percent, months."""

from dataclasses import dataclass

from regpol.budget.months import month_name
from regpol.budget.realisation import LineView, RealisationView
from regpol.project.realisation_format import Coverage
from regpol.reports.budget_page.unit_names import unit_name
from regpol.terms.dates import MONTHS
from regpol.terms.language import thousands

KINDS = {"fund": "dana", "programme": "program", "unit": "unit"}
HEADINGS = {"fund": "Dana", "programme": "Program", "unit": "Unit"}
UNKNOWN = "belum dapat dihitung"
UNREPORTED = "tanpa realisasi"
"""Nothing in the file: not paid, or paid and not reported; never called a saving."""

NO_COVERAGE = (
    "Cakupan belum diketahui: jumlah seluruh pekerja tidak tertulis. "
    "Tulis “cakupan” dalam project.yaml dengan sumbernya."
)


@dataclass(frozen=True)
class CoverageView:
    """An indicator: how many of how many, and in thousandths; None where nobody tells how many joined."""

    coverage: Coverage
    joined: int | None

    @property
    def permille(self) -> int | None:
        """The share in thousandths, half up."""
        if self.joined is None or not self.coverage.whole:
            return None
        return (2000 * self.joined + self.coverage.whole) // (2 * self.coverage.whole)

    @property
    def text(self) -> str:
        """The indicator as an official reads it.

        >>> CoverageView(Coverage("Kampung yang ikut", 179, "berita", "kampung"), 29).text
        'Kampung yang ikut: 29 dari 179 kampung (16,2 %); sumber: berita'
        """
        told = self.coverage
        on = f", keadaan {told.on}" if told.on else ""
        if self.joined is None:
            whole = f"{thousands(told.whole)} {told.unit}; sumber: {told.source}"
            return f"{told.name}: yang ikut belum diketahui, dari {whole}"
        share = self.permille or 0
        return (
            f"{told.name}: {thousands(self.joined)} dari {thousands(told.whole)} {told.unit} "
            f"({share // 10},{share % 10} %){on}; sumber: {told.source}"
        )


def coverages(view: RealisationView, told: tuple[Coverage, ...], *, people: str = "orang") -> tuple[CoverageView, ...]:
    """The indicators; people who joined are taken from the realisation where the project does not tell them.

    One person stands in the lines of several programmes, so the largest programme counts.
    """
    return tuple(
        CoverageView(one, one.joined if one.joined is not None else _active(view) if one.unit == people else None)
        for one in told
    )


def _active(view: RealisationView) -> int | None:
    sums: dict[str, int] = {}
    at = view.realisation.dimensions.index("programme") if "programme" in view.realisation.dimensions else None
    for line in view.lines:
        if line.active is not None:
            programme = line.key[at] if at is not None else ""
            sums[programme] = sums.get(programme, 0) + line.active
    return max(sums.values(), default=None)


def line_names(view: RealisationView, line: LineView) -> tuple[str, ...]:
    """The words for the key of a line."""
    return tuple(
        unit_name(view.plan, code) if name == "unit" else view.plan.name(KINDS[name], code)
        for name, code in zip(view.realisation.dimensions, line.key, strict=True)
    )


def elsewhere_words(view: RealisationView) -> list[tuple[str, int]]:
    """What was paid for (or in) each month outside the year, and what was set aside for the December before it."""
    year, how = view.plan.head.year, "untuk" if view.realisation.by_cover else "pada"
    found = [(f"Dibayar {how} {month_name(month, year)}", amount) for month, amount in view.elsewhere.items()]
    if 0 in view.elsewhere and view.realisation.by_cover:
        carried = sum(amount for _, amount in view.plan.head.carried)
        found.append((f"Dianggarkan untuk {month_name(0, year)} (desember_lalu)", carried))
    return found


def money(amount: int | None) -> str:
    """An amount that stands alone, with its currency.

    >>> money(-1500), money(None)
    ('−Rp1.500', 'belum dapat dihitung')
    """
    return UNKNOWN if amount is None else f"{'−' if amount < 0 else ''}Rp{thousands(abs(amount))}"


def rupiah(amount: int | None) -> str:
    """An amount, or that it is not known; below zero with a real minus."""
    if amount is None:
        return UNKNOWN
    return f"{'−' if amount < 0 else ''}{thousands(abs(amount))}"


def through(month: int, left: int) -> str:
    """Up to which month there are payments, and how many months are left.

    >>> through(2, 10), through(0, 12)
    ('sampai Februari, sisa 10 bulan', 'belum satu bulan pun terbaca, sisa 12 bulan')
    """
    reached = f"sampai {MONTHS[month - 1]}" if month else "belum satu bulan pun terbaca"
    return f"{reached}, sisa {left} bulan"


def verdict(line: LineView) -> str:
    """What to propose, in a word."""
    if not line.known:
        return "di luar rencana"
    if line.proposal is None:
        return UNKNOWN
    if not line.reported and line.planned_so_far:
        return UNREPORTED
    if line.proposal > 0:
        return "kurang"
    return "lebih" if line.proposal < 0 else "pas"
