"""The charts of a comparison: the plans side by side, and what lies between two of them."""

from regpol.budget.comparing.compare import Difference, NamedPlan
from regpol.budget.planning.plan import Plan
from regpol.reports.budget_page.charts import MONEY, Bar, BarChart, Chart, Step, Waterfall
from regpol.reports.budget_page.compare_words import CAUSES
from regpol.reports.budget_page.from_plan import footer


def side_by_side(differences: tuple[Difference, ...]) -> BarChart:
    """A bar for each plan, stacked by fund where there are several, else by programme."""
    first = differences[0].before
    plans = (first, *(it.after for it in differences))
    kind, attribute = _stacked_by(plans)
    sums = [_sums(it.plan, attribute) for it in plans]
    found = {code for side in sums for code in side}
    # in the order of the plan that all others are compared with, so that what is added stands last
    codes = sorted(found, key=lambda code: (-sums[0].get(code, 0), -max(side.get(code, 0) for side in sums), code))
    bars = tuple(
        Bar(it.name, tuple(side.get(code, 0) for code in codes), _uncounted(it.plan))
        for it, side in zip(plans, sums, strict=True)
    )
    names = tuple(_name(plans, kind, code) for code in codes)
    title = f"Rencana berdampingan, menurut {kind}"
    return BarChart("berdampingan", title, MONEY, names, bars, _footer(plans))


def compare_charts(differences: tuple[Difference, ...]) -> tuple[Chart, ...]:
    """All charts of a comparison; a waterfall wherever something differs."""
    falls = (waterfall(it, waterfall_name(number)) for number, it in enumerate(differences, 1) if not it.same)
    return side_by_side(differences), *falls


def waterfall_name(number: int) -> str:
    """What the waterfall of a difference is called in its report."""
    return f"selisih-{number}"


def waterfall(difference: Difference, name: str) -> Waterfall:
    """From the first plan's total to the second's over the causes, the largest first."""
    causes = sorted(difference.total.causes.items(), key=lambda it: -abs(it[1]))
    before, after = difference.before, difference.after
    return Waterfall(
        name,
        f"Dari {before.name} ke {after.name}: apa yang menyebabkan selisih",
        MONEY,
        Step(before.name, difference.total.before),
        tuple(Step(CAUSES[cause], amount) for cause, amount in causes),
        Step(after.name, difference.total.after),
        _footer((before, after)),
    )


def _stacked_by(plans: tuple[NamedPlan, ...]) -> tuple[str, str]:
    several = len({line.fund for it in plans for line in it.plan.lines}) > 1
    return ("dana", "fund") if several else ("program", "programme")


def _sums(plan: Plan, attribute: str) -> dict[str, int]:
    return {code: amount for (code,), amount in plan.by(attribute).items() if amount}


def _uncounted(plan: Plan) -> int:
    return sum(line.people for line in plan.lines if line.amount is None)


def _name(plans: tuple[NamedPlan, ...], kind: str, code: str) -> str:
    return next((name for it in plans if (name := it.plan.name(kind, code)) != code), code)


def _footer(plans: tuple[NamedPlan, ...]) -> tuple[str, ...]:
    """One source line for each plan, told once where they share it."""
    lines = dict.fromkeys(line for it in plans for line in footer(it.plan)[:1])
    missing = [f"{it.name} {_uncounted(it.plan)}" for it in plans if _uncounted(it.plan)]
    told = f"Orang-bulan yang iurannya belum dapat dihitung dan tidak ada dalam angka: {', '.join(missing)}."
    return (*lines, told if missing else "Semua jumlah dalam rencana-rencana ini dapat dihitung.")
