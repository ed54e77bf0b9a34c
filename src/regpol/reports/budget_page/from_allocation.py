"""Curves of money that does not reach: who is in under a ceiling, and what closing a gap costs."""

from collections.abc import Iterator

from regpol.budget.allocation.gap import Gap
from regpol.budget.allocation.queue import Standing
from regpol.budget.allocation.recipients import Recipient
from regpol.budget.planning.plan import Plan
from regpol.reports.budget_page.charts import MONEY, PEOPLE, Curve
from regpol.reports.budget_page.from_plan import footer
from regpol.terms.language import thousands
from regpol.terms.money import SEN, parse_rupiah

_MOST_POINTS = 300
_CEILING = "pagu "


def allocation_curves(plan: Plan, lines: tuple[Recipient, ...]) -> Iterator[Curve]:
    """For each fund with a ceiling the money allotted as people are taken in by their order."""
    for fund, ceiling in _ceilings(plan).items():
        paid = sorted((it.place or 0, it.row, it.amount or 0) for it in lines if it.fund == fund and it.place)
        points, seen, total = [(0, 0)], set[int](), 0
        for _, row, amount in paid:
            seen.add(row)
            total += amount
            points.append((len(seen), total))
        name = plan.name("dana", fund)
        waiting = {it.row for it in lines if it.standing is Standing.OUT and f"{_CEILING}{name} " in it.reason}
        yield Curve(
            f"pagu-{fund}",
            f"Siapa yang masuk di bawah pagu {name}, menurut urutan",
            MONEY,
            PEOPLE,
            _thinned(points),
            ((f"pagu {name}", ceiling),),
            footer(plan),
            len(waiting),
        )


def _ceilings(plan: Plan) -> dict[str, int]:
    """Whole rupiah by fund, from the choices the plan tells."""
    told = {about: parse_rupiah(chosen) for about, chosen in plan.head.policy if about.startswith(_CEILING)}
    found = {}
    for (fund,) in plan.by("fund"):
        sen = told.get(_CEILING + plan.name("dana", fund))
        if sen is not None:
            found[fund] = sen // SEN
    return found


def gap_curve(gap: Gap, title: str, source: str) -> Curve:
    """What it costs to reach people not covered yet, unit by unit in the order of the gap."""
    points = [(0, 0), *((unit.cumulative_people, unit.cumulative_cost) for unit in gap.units)]
    uncounted = sum(unit.uncounted for unit in gap.units)
    missing = (
        f"Belum dapat dihitung: iuran {thousands(uncounted)} orang; tidak ada dalam kurva."
        if uncounted
        else "Semua iuran dalam kurva ini dapat dihitung."
    )
    foot = f"{source} Unit diurutkan menurut {gap.order}; {len(gap.absent)} unit tidak ada dalam register."
    return Curve("kesenjangan", title, MONEY, PEOPLE, _thinned(points), (), (foot, missing))


def _thinned(points: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Few enough points to draw, the last one always among them."""
    step = -(-len(points) // _MOST_POINTS)
    return (*points[:-1:step], points[-1])
