"""What a chart shows, before anything is drawn: exact numbers, their unit, and what is not known.

A number that is not known is never zero here: it is counted in ``uncounted`` and drawn open-ended.
"""

from dataclasses import dataclass
from typing import TypeAlias

from regpol.terms.money import rupiah

MONEY, PEOPLE = "Rp juta", "orang"
SCALES = {MONEY: 1_000_000, PEOPLE: 1}


@dataclass(frozen=True)
class Bar:
    """One bar: a number for each series, whole rupiah or people, and how many amounts are missing from it."""

    label: str
    parts: tuple[int, ...]
    uncounted: int = 0

    @property
    def total(self) -> int:
        """The known whole of the bar."""
        return sum(self.parts)


@dataclass(frozen=True)
class BarChart:
    """Bars from zero, their parts stacked; ``upright`` for a run of months, lying for names."""

    name: str
    title: str
    unit: str
    series: tuple[str, ...]
    bars: tuple[Bar, ...]
    footer: tuple[str, ...]
    upright: bool = False


@dataclass(frozen=True)
class Step:
    """One step of a waterfall: what a cause adds, or takes away where it is negative."""

    label: str
    amount: int


@dataclass(frozen=True)
class Waterfall:
    """From one total to another over the causes that lie between; the steps sum to the difference."""

    name: str
    title: str
    unit: str
    start: Step
    steps: tuple[Step, ...]
    end: Step
    footer: tuple[str, ...]

    def __post_init__(self) -> None:
        if self.start.amount + sum(step.amount for step in self.steps) != self.end.amount:
            raise AssertionError(f"the steps of {self.name} do not come to its end")


@dataclass(frozen=True)
class Curve:
    """A quantity that accumulates over people in their order, with the limits it runs into.

    ``points``: (people so far, whole rupiah so far), rising; ``limits``: (label, whole rupiah). ``waiting`` people
    stand behind the last point, and the money for them is not in it.
    """

    name: str
    title: str
    unit: str
    across: str
    points: tuple[tuple[int, int], ...]
    limits: tuple[tuple[str, int], ...]
    footer: tuple[str, ...]
    waiting: int = 0


Chart: TypeAlias = BarChart | Waterfall | Curve


def told(amount: int, unit: str) -> str:
    """A number of a chart in words, exact.

    >>> told(16_800, MONEY), told(1740, PEOPLE)
    ('Rp16.800', '1.740 orang')
    """
    if unit == MONEY:
        return f"-{rupiah(-amount)}" if amount < 0 else rupiah(amount)
    return f"{amount:,} {unit}".replace(",", ".")


def scaled(amount: int, unit: str) -> str:
    """A number in the unit of the axis, rounded so that it stays short.

    >>> scaled(1_234_560_000, MONEY), scaled(94_500, MONEY), scaled(1740, PEOPLE)
    ('1.234,6', '0,09', '1.740')
    """
    scale = SCALES[unit]
    if scale == 1:
        return f"{amount:,}".replace(",", ".")
    digits = 2 if abs(amount) < scale else 1
    return f"{amount / scale:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def described(chart: Chart) -> str:
    """The chart for whoever cannot see it: the title and every number, in one sentence."""
    if isinstance(chart, Waterfall):
        steps = (f"{step.label} {told(step.amount, chart.unit)}" for step in (chart.start, *chart.steps, chart.end))
        return f"{chart.title}: {'; '.join(steps)}."
    if isinstance(chart, Curve):
        last = chart.points[-1] if chart.points else (0, 0)
        limits = "".join(f"; {label} {told(amount, chart.unit)}" for label, amount in chart.limits)
        out = f"; {told(chart.waiting, chart.across)} di luar" if chart.waiting else ""
        return f"{chart.title}: {told(last[1], chart.unit)} untuk {told(last[0], chart.across)}{limits}{out}."
    return f"{chart.title}: {'; '.join(_bar_described(bar, chart) for bar in chart.bars)}."


def _bar_described(bar: Bar, chart: BarChart) -> str:
    parts = [f"{name} {told(part, chart.unit)}" for name, part in zip(chart.series, bar.parts, strict=True) if part]
    whole = told(bar.total, chart.unit) + (f" ({', '.join(parts)})" if len(parts) > 1 else "")
    return f"{bar.label} {whole}" + (f", {bar.uncounted} belum dapat dihitung" if bar.uncounted else "")
