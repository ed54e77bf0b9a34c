"""The charts of one plan."""

from collections.abc import Callable, Iterator, Mapping

from regpol.budget.planning.plan import Plan, PlanLine
from regpol.reports.budget_page.charts import MONEY, PEOPLE, Bar, BarChart, Chart
from regpol.reports.budget_page.headcount import by_category, by_unit
from regpol.terms.dates import MONTHS, long_date, parse_date
from regpol.terms.language import thousands

_MOST_BARS = 26
IN_PLAN, NOT_COUNTED, OUTSIDE = "dalam rencana", "dalam rencana, iuran belum dapat dihitung", "di luar rencana"


def plan_charts(plan: Plan) -> tuple[Chart, ...]:
    """Money by fund and month, people by category, coverage by unit; charts with nothing to show are left out."""
    made = (_cash(plan), _categories(plan), _coverage(plan))
    return tuple(chart for chart in made if chart.bars)


def footer(plan: Plan) -> tuple[str, ...]:
    """What every chart says of itself: source, day, rulebook, and what is missing from it."""
    head = plan.head
    day = parse_date(head.on_date)
    on = long_date(day) if day else head.on_date
    uncounted = sum(line.people for line in plan.lines if line.amount is None)
    missing = (
        f"Belum dapat dihitung: {thousands(uncounted)} orang-bulan iuran; tidak ada dalam angka rupiah di atas."
        if uncounted
        else "Semua jumlah dalam rencana ini dapat dihitung."
    )
    read = f"Sumber: {source_name(plan)}, {thousands(plan.counts.read)} baris"
    return f"{read}; keadaan {on}; buku aturan {head.rulebook[:12]}.", missing


def source_name(plan: Plan) -> str:
    """The file the plan was made from, without the folders of whoever made it."""
    return plan.head.source.replace("\\", "/").rpartition("/")[2]


def month_label(month: int, year: int) -> str:
    r"""A month under a bar; one of the next year with that year.

    >>> month_label(8, 2025), month_label(13, 2025)
    ('Agu', 'Jan\n2026')
    """
    years, at = divmod(month - 1, 12)
    return MONTHS[at][:3] + (f"\n{year + years}" if years else "")


def _cash(plan: Plan) -> BarChart:
    months = sorted({line.month_cash for line in plan.lines})
    every = tuple(range(1, max([12, *months]) + 1)) if months else ()
    bars = _bars(plan, [str(month) for month in every], lambda line: str(line.month_cash), funds(plan))
    named = tuple(Bar(month_label(int(bar.label), plan.head.year), bar.parts, bar.uncounted) for bar in bars)
    names = tuple(plan.name("dana", code) for code in funds(plan))
    title = "Uang keluar menurut dana dan bulan pembayaran"
    return BarChart("kas", title, MONEY, names, named, footer(plan), upright=True)


def funds(plan: Plan) -> tuple[str, ...]:
    """The funds of a plan, the one that pays most first."""
    sums = plan.by("fund")
    return tuple(code for (code,) in sorted(sums, key=lambda key: (-sums[key], key)))


def _bars(plan: Plan, keys: list[str], key_of: Callable[[PlanLine], str], series: tuple[str, ...]) -> Iterator[Bar]:
    """A bar for each key with known rupiah by fund; how many person-months are not in it."""
    sums: dict[tuple[str, str], int] = {}
    missing: dict[str, int] = {}
    for line in plan.lines:
        key = key_of(line)
        if line.amount is None:
            missing[key] = missing.get(key, 0) + line.people
        else:
            sums[key, line.fund] = sums.get((key, line.fund), 0) + line.amount
    for key in keys:
        yield Bar(key, tuple(sums.get((key, fund), 0) for fund in series), missing.get(key, 0))


def _categories(plan: Plan) -> BarChart:
    counted = by_category(plan)
    named = {plan.name("kategori", code): parts for code, parts in counted.items()}
    return _people("kategori", "Orang menurut kategori", named, plan)


def _coverage(plan: Plan) -> BarChart:
    """By village while they fit on a page, else by kecamatan."""
    counted, title = by_unit(plan), "Orang menurut unit"
    if len(counted) > _MOST_BARS:
        counted, title = by_unit(plan, level=_KECAMATAN), "Orang menurut kecamatan"
    named = {plan.name("unit", code): parts for code, parts in counted.items()}
    return _people("cakupan", title, named, plan)


_KECAMATAN = 8
"""Letters of a kecamatan's code: 52.71.01."""


def _people(name: str, title: str, counted: Mapping[str, tuple[int, int, int]], plan: Plan) -> BarChart:
    parts = [at for at in range(3) if any(numbers[at] for numbers in counted.values())]
    series = tuple((IN_PLAN, NOT_COUNTED, OUTSIDE)[at] for at in parts)
    bars = tuple(Bar(label, tuple(numbers[at] for at in parts)) for label, numbers in counted.items())
    return BarChart(name, title, PEOPLE, series, bars, footer(plan))
