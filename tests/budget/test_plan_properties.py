"""What holds of every plan: rows and lines come to the same rupiah, nobody is lost, order never matters."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from planning import Person, Planned, planned

from regpol.budget.months import Dates, cover
from regpol.budget.planning.plan import FORM, from_json, to_json
from regpol.budget.planning.tables import portion
from regpol.budget.spans import Bearer, Span
from regpol.project.budget_format import BudgetPolicy, December, Decree, WorkerPart
from regpol.project.policy import FundChoice, Policy, WageBase
from regpol.reports.plan.schema import plan_schema
from regpol.terms.money import MILLION, SEN, Rate, Rounding
from regpol.terms.problems import Refused

days = st.none() | st.dates(date(2024, 11, 1), date(2026, 2, 1))
people = st.lists(
    st.builds(
        Person,
        st.sampled_from(["ketua_rt", "non_asn", "kader_pkk"]),
        days,
        days,
        st.none() | st.booleans(),
        st.sampled_from([30, 64]),
        st.none() | st.integers(0, 20_000_000),
        st.sampled_from([None, "52.71.01.1001", "52.71.01.1002", "52.71.05.1002"]),
    ),
    max_size=6,
)
bases = st.dictionaries(
    st.sampled_from(["ketua_rt", "non_asn"]),
    st.sampled_from([WageBase("penghasilan"), WageBase("honorarium", 150_000_001), WageBase("upah_minimum")]),
)


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    """Choices the law leaves room for."""
    share = draw(st.integers(1, MILLION - 1))
    shared = (FundChoice("apbd_kabkota", Rate(share)), FundChoice("apbd_provinsi", Rate(MILLION - share)))
    alone = (FundChoice("apbd_kabkota"),)
    segment = draw(st.sampled_from(["bpu", "pu"]))
    return Policy(
        segments={"ketua_rt": segment, "kader_pkk": "bpu"},
        programmes={
            "ketua_rt": ("jkk", "jkm", "jht") if segment == "pu" else ("jkk", "jkm"),
            "non_asn": ("jkk", "jkm"),
            "kader_pkk": ("jkk", "jkm"),
        },
        funds={"ketua_rt": draw(st.sampled_from([alone, shared])), "non_asn": alone, "kader_pkk": shared},
        wage_base="upah_minimum",
        risk_group="sangat_rendah",
        rounding=draw(st.sampled_from(Rounding)),
        wage_bases=draw(bases),
    )


budgets = st.builds(
    BudgetPolicy,
    first_month=st.integers(1, 12),
    arrears=st.booleans(),
    december=st.sampled_from(December),
    worker_part=st.sampled_from(WorkerPart),
    decree=st.sampled_from(Decree),
)


def amount(span: Span, person: Person) -> int | None:
    """One month of a part for one person."""
    if not span.personal:
        return span.amount
    return span.tariff.amount(None if person.penghasilan is None else person.penghasilan * SEN)


def by_hand(rows: list[Person], policy: Policy, made: Planned) -> tuple[Counter[str], int]:
    """Rupiah of each fund, person by person and month by month, and how many people are in the plan."""
    numbers = dict(made.connection.execute("SELECT row, number FROM situated").fetchall())
    borne = {Bearer.BUDGET}
    if made.deciding.year.policy.worker_part is WorkerPart.BORNE:
        borne.add(Bearer.WAGE)
    spent: Counter[str] = Counter()
    inside = 0
    for row, person in enumerate(rows, 2):
        held = cover(made.deciding.year, Dates((person.sk_sejak,), (person.sk_sampai,), person.sk_berlaku))
        inside += held[0] <= held[1]
        for span in made.deciding.spans:
            if span.number != numbers[row] or span.bearer not in borne:
                continue
            months = max(0, min(held[1], span.last) - max(held[0], span.first) + 1)
            before = 0
            for choice in policy.funds[person.kategori]:
                share = choice.share.millionths if choice.share else MILLION
                one = amount(span, person)
                spent[choice.fund] += 0 if one is None else months * portion(one, before, share)
                before += share
    return spent, inside


@settings(max_examples=6, deadline=None)
@given(people, policies(), budgets)
def test_rows_and_lines_come_to_the_same_rupiah(rows: list[Person], policy: Policy, budget: BudgetPolicy) -> None:
    made = planned(rows, policy, budget, rejected=3)
    plan = made.plan
    spent, inside = by_hand(rows, policy, made)
    assert {fund: amount for (fund,), amount in plan.by("fund").items() if amount} == {
        fund: amount for fund, amount in spent.items() if amount
    }
    counts = plan.counts
    assert (counts.read, counts.planned, counts.rejected) == (len(rows) + 3, inside, 3)
    assert sum(head.planned for head in plan.heads) == counts.planned
    assert sum(head.outside for head in plan.heads) == counts.outside
    kept = to_json(plan)
    assert from_json(kept, "rencana.json") == plan
    Draft202012Validator(plan_schema()).validate(kept)
    for line in plan.lines:
        assert line.people > 0
        assert Rate(line.share) == (policy.share(line.category, line.fund) or Rate(MILLION))
        if line.price is not None:
            assert line.amount == line.price * line.people


@settings(max_examples=2, deadline=None)
@given(people, policies(), budgets, st.randoms(use_true_random=False))
def test_the_order_of_rows_never_matters(
    rows: list[Person], policy: Policy, budget: BudgetPolicy, random: st.DataObject
) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (planned(it, policy, budget).plan for it in (rows, shuffled))
    assert one.lines == other.lines
    assert one.counts == other.counts


@pytest.mark.parametrize("document", [None, [], {}, {"form": "lain"}, {"form": FORM, "head": {}}])
def test_what_is_no_plan_is_refused(document: object) -> None:
    with pytest.raises(Refused) as refused:
        from_json(document, "catatan.json")
    assert {problem.code for problem in refused.value.problems} == {"BUD01"}


def test_a_plan_cut_short_is_refused() -> None:
    kept = to_json(planned([Person("ketua_rt")], Policy(funds={"ketua_rt": (FundChoice("apbd_kabkota"),)})).plan)
    kept["counts"]["planned"] += 1
    with pytest.raises(Refused):
        from_json(kept, "rencana.json")
