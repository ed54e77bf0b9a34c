"""Plans small enough to work out by hand, for tests of what is made of plans."""

from collections.abc import Iterable
from dataclasses import replace

from hypothesis import strategies as st

from regpol.budget.planning.plan import Plan, PlanCounts, PlanHead, PlanLine

HEAD = PlanHead(
    region="52.71",
    region_name="Kota Mataram",
    year=2025,
    on_date="2025-01-01",
    title="Rencana anggaran",
    source="register.xlsx",
    rulebook="0123456789abcdef",
)
LINE = PlanLine(
    fund="apbd_kabkota",
    account="",
    unit="52.71.01.1001",
    category="ketua_rt",
    segment="bpu",
    programme="jkk",
    payer="pekerja",
    month_cover=1,
    month_cash=1,
    people=10,
    price=10_000,
    amount=100_000,
    obligation="pilihan",
    ground="",
)


def line(**values: object) -> PlanLine:
    """A line, of which only what is named differs from the usual one; the price follows the amount."""
    made = replace(LINE, **values)  # type: ignore[arg-type]
    if "amount" in values:
        return made
    amount = None if made.price is None else made.people * made.price
    return replace(made, amount=amount)


def plan_of(lines: Iterable[PlanLine], **head: object) -> Plan:
    """A plan with these lines."""
    lines = tuple(sorted(lines, key=lambda it: (it.unit, it.category, it.programme, it.month_cover, it.fund, it.payer)))
    people = sum(it.people for it in lines)
    return Plan(replace(HEAD, **head), PlanCounts(people, people, 0, 0), lines, {})  # type: ignore[arg-type]


def year_of(**values: object) -> list[PlanLine]:
    """The same line in every month of the year."""
    return [line(**{"month_cover": month, "month_cash": month, **values}) for month in range(1, 13)]


_KEYS = {
    "fund": st.sampled_from(["apbd_kabkota", "dana_desa", "pades"]),
    "unit": st.sampled_from(["52.71.01.1001", "52.71.02.1001"]),
    "category": st.sampled_from(["ketua_rt", "linmas"]),
    "segment": st.sampled_from(["bpu", "pu"]),
    "programme": st.sampled_from(["jkk", "jkm"]),
    "payer": st.sampled_from(["pekerja", "pemberi_kerja"]),
    "month_cover": st.integers(1, 3),
    "month_cash": st.integers(1, 4),
    "people": st.integers(1, 7),
    "amount": st.one_of(st.none(), st.integers(0, 2_000)),
}
lines_drawn = st.fixed_dictionaries(_KEYS).map(lambda values: line(**values))
plans_drawn = st.lists(lines_drawn, max_size=14).map(plan_of)
"""Plans with everything that can differ, crowded into few cells so that two plans meet in most of them."""
