"""Charts drawn as SVG: the same data gives the same bytes, axes of bars start at zero, units are named.

Colours differ in lightness as well as in hue, and every second one carries a hatch, so that a black and
white print and a colour-blind reader tell them apart. What is not known is an open-ended hatched bar.
"""

import io
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from regpol.reports.budget_page.charts import SCALES, Bar, BarChart, Chart, Curve, Step, Waterfall, scaled

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

INK, SOFT, LINE = "#1D2429", "#5C6970", "#CFD8DC"
FILLS = (
    ("#1F4E5F", ""),
    ("#E69F00", "////"),
    ("#8DC4DE", ""),
    ("#B5462F", "...."),
    ("#F2E6A0", ""),
    ("#77608F", "xxxx"),
)
"""Fill and hatch of the first, second, ... series."""
TOTAL, MORE, LESS = ("#1F4E5F", ""), ("#D55E00", ""), ("#8DC4DE", "////")
_OPEN: dict[str, Any] = {"facecolor": "#F4F6F7", "hatch": "//////", "hatchcolor": "#7C8990", "edgecolor": "#9AA5AB"}
UNKNOWN = "belum dapat dihitung: lebih dari ini"

_SETTINGS: Any = {
    "svg.hashsalt": "regpol",
    "svg.fonttype": "path",
    "font.family": "DejaVu Sans",
    "font.size": 8,
    "axes.edgecolor": SOFT,
    "axes.labelcolor": INK,
    "xtick.color": INK,
    "ytick.color": INK,
    "hatch.linewidth": 0.6,
    "hatch.color": "#FFFFFF",
    "path.simplify": False,
    "text.parse_math": False,  # a dollar sign in a name is a dollar sign
}
_WIDTH, _HEAD, _FOOTER_LINE, _ROW = 7.0, 0.5, 0.15, 0.27  # inches


def svg(chart: Chart) -> str:
    """The chart as one SVG document, without a date and without outside references."""
    import matplotlib

    with matplotlib.rc_context(_SETTINGS):
        figure = _drawn(chart)
        out = io.StringIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None, "Title": chart.title})
    return out.getvalue()


def _drawn(chart: Chart) -> "Figure":
    if isinstance(chart, Waterfall):
        return _waterfall(chart)
    if isinstance(chart, Curve):
        return _curve(chart)
    return _upright(chart) if chart.upright else _lying(chart)


def _frame(chart: Chart, height: float, left: float = 0.7, bottom: float = 0.45) -> "tuple[Figure, Axes]":
    """A figure with title and footer and room for the axes between; measures in inches."""
    from matplotlib.figure import Figure

    foot = _FOOTER_LINE * len(chart.footer) + 0.08
    tall = height + foot + bottom + _HEAD
    figure = Figure(figsize=(_WIDTH, tall))
    axes = figure.add_axes((left / _WIDTH, (foot + bottom) / tall, (_WIDTH - left - 0.35) / _WIDTH, height / tall))
    figure.text(0.01, 1 - 0.06 / tall, chart.title, va="top", ha="left", fontsize=10, fontweight="bold", color=INK)
    for number, line in enumerate(reversed(chart.footer)):
        at = (0.06 + _FOOTER_LINE * number) / tall
        figure.text(0.01, at, line, va="bottom", ha="left", fontsize=6.5, color=SOFT)
    for side in ("top", "right"):
        axes.spines[side].set_visible(False)
    axes.set_axisbelow(True)
    return figure, axes


def _number_axis(axis: Any, unit: str) -> None:
    from matplotlib.ticker import FuncFormatter, MaxNLocator

    axis.set_major_locator(MaxNLocator(6, integer=SCALES[unit] == 1))
    axis.set_major_formatter(FuncFormatter(_tick))
    axis.set_label_text(unit)
    axis.grid(visible=True, color=LINE, linewidth=0.6)


def _tick(value: float, _position: int | None) -> str:
    return f"{value:,.10g}".translate(str.maketrans(",.", ".,"))


def _reach(bars: Sequence[int]) -> int:
    """The largest number of a chart, at least one, so that an axis always has a length."""
    return max([*bars, 1])


_PLATE = {"boxstyle": "square,pad=0.15", "facecolor": "#FFFFFF", "edgecolor": "none", "alpha": 0.85}


def _lying(chart: BarChart) -> "Figure":
    figure, axes = _frame(chart, max(len(chart.bars), 2) * _ROW, left=_label_width(chart.bars))
    reach = _reach([bar.total for bar in chart.bars]) / SCALES[chart.unit]
    across = reach * 1.22
    for at, end in enumerate(_stacked(chart, axes.barh, 0.68, across)):
        told = _end_label(chart.bars[at], chart.unit)
        axes.text(end + reach * 0.01, at, told, va="center", ha="left", fontsize=7, color=INK, bbox=_PLATE)
    _name_rows(axes, chart.bars)
    axes.set_xlim(0, across)
    _number_axis(axes.xaxis, chart.unit)
    _legend(axes, chart)
    return figure


def _upright(chart: BarChart) -> "Figure":
    figure, axes = _frame(chart, 2.05)
    reach = _reach([bar.total for bar in chart.bars]) / SCALES[chart.unit]
    up = reach * 1.14
    for at, end in enumerate(_stacked(chart, axes.bar, 0.72, up)):
        told = _end_label(chart.bars[at], chart.unit)
        axes.text(at, end + reach * 0.015, told, va="bottom", ha="center", fontsize=6.5, color=INK, bbox=_PLATE)
    axes.set_xticks(range(len(chart.bars)), [bar.label for bar in chart.bars])
    axes.set_xlim(-0.6, len(chart.bars) - 0.4)
    axes.set_ylim(0, up)
    _number_axis(axes.yaxis, chart.unit)
    axes.tick_params(axis="x", length=0)
    _legend(axes, chart)
    return figure


def _stacked(chart: BarChart, draw: Callable[..., object], thick: float, edge: float) -> list[float]:
    """Draws each bar from zero, its parts one after another and what is not known up to the edge.

    Returns where the known parts of each end. ``draw`` is `Axes.barh` or `Axes.bar`, which take place, length,
    thickness and start in one order.
    """
    scale = SCALES[chart.unit]
    ends: list[float] = []
    for at, bar in enumerate(chart.bars):
        end = 0.0
        for number, part in enumerate(bar.parts):
            draw(at, part / scale, thick, end, **_filled(FILLS[number % len(FILLS)], f"b{at}.{number}"))
            end += part / scale
        if bar.uncounted:
            draw(at, edge - end, thick, end, **_OPEN, linewidth=0, gid=f"u{at}")
        ends.append(end)
    return ends


def _filled(look: tuple[str, str], gid: str) -> dict[str, Any]:
    """How a bar of a known amount is painted."""
    fill, hatch = look
    return {"color": fill, "hatch": hatch, "edgecolor": "#FFFFFF", "linewidth": 0.5, "gid": gid}


def _label_width(rows: Sequence[Bar | Step]) -> float:
    """Inches that the names at the left of lying bars take; a very long one is not given more."""
    longest = max((len(row.label) for row in rows), default=0)
    return min(0.35 + longest * 0.062, 2.9)


def _name_rows(axes: "Axes", rows: Sequence[Bar | Step]) -> None:
    """The names of lying bars, the first at the top."""
    axes.set_yticks(range(len(rows)), [row.label for row in rows])
    axes.set_ylim(len(rows) - 0.4, -0.6)
    axes.tick_params(axis="y", length=0)


def _end_label(bar: Bar, unit: str) -> str:
    known = scaled(bar.total, unit)
    return f"{known} + ?" if bar.uncounted else known


def _legend(axes: "Axes", chart: BarChart) -> None:
    """Names of the series above the axes, where they cover nothing."""
    from matplotlib.patches import Patch

    marks = [
        Patch(facecolor=fill, hatch=hatch, edgecolor="#FFFFFF", label=name)
        for name, (fill, hatch) in zip(chart.series, FILLS * len(chart.series), strict=False)
    ]
    if any(bar.uncounted for bar in chart.bars):
        marks.append(Patch(**_OPEN, label=UNKNOWN))
    if marks:
        axes.legend(
            handles=marks,
            loc="lower left",
            bbox_to_anchor=(0, 1.0),
            ncols=4,
            frameon=False,
            fontsize=7,
            borderaxespad=0.2,
            handlelength=1.6,
            columnspacing=1.2,
        )


def _waterfall(chart: Waterfall) -> "Figure":
    steps = (chart.start, *chart.steps, chart.end)
    figure, axes = _frame(chart, len(steps) * 0.3, left=_label_width(steps))
    scale = SCALES[chart.unit]
    level, edges = 0, [0]
    for at, step in enumerate(steps):
        whole = at in (0, len(steps) - 1)
        start = 0 if whole else level
        look = TOTAL if whole else MORE if step.amount > 0 else LESS
        axes.barh(at, step.amount / scale, 0.66, start / scale, **_filled(look, f"b{at}"))
        level = start + step.amount
        edges += [start, level]
        if at < len(steps) - 1:
            axes.plot([level / scale] * 2, [at + 0.33, at + 0.67], color=SOFT, linewidth=0.7)
        end = max(start, level) / scale
        axes.annotate(
            _step_label(step, chart.unit, whole),
            (end, at),
            (3, 0),
            textcoords="offset points",
            va="center",
            ha="left",
            fontsize=7,
            color=INK,
        )
    low, high = min(edges) / scale, max([*edges, 1]) / scale
    axes.set_xlim(low, low + (high - low) * 1.16)
    _name_rows(axes, steps)
    _number_axis(axes.xaxis, chart.unit)
    return figure


def _step_label(step: Step, unit: str, whole: bool) -> str:
    sign = "" if whole or step.amount <= 0 else "+"
    return sign + scaled(step.amount, unit)


def _curve(chart: Curve) -> "Figure":
    figure, axes = _frame(chart, 2.6)
    scale = SCALES[chart.unit]
    points = chart.points or ((0, 0),)
    reach = _reach([amount for _, amount in (*points, *chart.limits)]) / scale
    last = points[-1][0]
    end = max(last + chart.waiting, 1)
    amounts = [amount / scale for _, amount in points]
    axes.plot([count for count, _ in points], amounts, color=TOTAL[0], linewidth=1.6, gid="c0")
    _written(axes, last, amounts[-1], f"{_tick(last, None)} {chart.across}: {scaled(points[-1][1], chart.unit)}", "top")
    if chart.waiting:
        axes.axvspan(last, end, **_OPEN, linewidth=0, gid="w0")
        _written(axes, end, reach * 0.05, f"{_tick(chart.waiting, None)} {chart.across} di luar", "bottom")
    for number, (label, amount) in enumerate(chart.limits):
        style = ("--", ":", "-.")[number % 3]
        axes.axhline(amount / scale, color=MORE[0], linewidth=1.1, linestyle=style, gid=f"l{number}")
        told = f" {label}: {scaled(amount, chart.unit)}"
        axes.text(0, amount / scale, told, va="bottom", ha="left", fontsize=7, color=INK, bbox=_PLATE)
    axes.set_xlim(0, end)
    axes.set_ylim(0, reach * 1.12)
    _number_axis(axes.yaxis, chart.unit)
    _number_axis(axes.xaxis, chart.across)
    return figure


def _written(axes: "Axes", across: float, up: float, text: str, side: str) -> None:
    """Words beside a point, right-aligned so that they stay within the axes."""
    axes.text(across, up, f"{text} ", va=side, ha="right", fontsize=7, color=INK, bbox=_PLATE)
