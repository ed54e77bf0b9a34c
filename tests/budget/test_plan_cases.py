"""Budgets worked out by hand, written so that a budget officer can read and add to them."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planning import Person, planned

from regpol.law.yaml_text import Mapping as Node
from regpol.law.yaml_text import Sequence, Text, read_text
from regpol.project.budget_format import BUDGET, BudgetPolicy
from regpol.project.policy_format import POLICY
from regpol.terms.dates import parse_date
from regpol.terms.money import SEN, parse_rupiah

FILE = Path(__file__).parent / "kasus-anggaran.yaml"
KNOWN = {"nama", "tahun", "wilayah", "kebijakan", "anggaran", "orang", "harapan"}
EXPECTED = {"jumlah", "wajib", "iuran", "kas", "dana", "di_luar", "belum"}


def cases() -> list[Node]:
    tree, problems = read_text(FILE.read_text(encoding="utf-8"), FILE.name)
    assert not problems, problems
    assert isinstance(tree, Node)
    listed = tree.items["kasus"]
    assert isinstance(listed, Sequence)
    return [case for case in listed.items if isinstance(case, Node)]


def word(node: Any) -> str:
    assert isinstance(node, Text)
    return node.value


def money(node: Any) -> int:
    sen = parse_rupiah(word(node))
    assert sen is not None, node
    return sen // SEN


def person(node: Any) -> Person:
    told: dict[str, Any] = {name: word(value) for name, value in node.items.items()}
    for name in ("sk_sejak", "sk_sampai"):
        if name in told:
            told[name] = parse_date(told[name])
            assert isinstance(told[name], date)
    if "sk_berlaku" in told:
        told["sk_berlaku"] = told["sk_berlaku"] == "ya"
    if "penghasilan" in told:
        told["penghasilan"] = money(node.items["penghasilan"])
    return Person(**told)


def expected(node: Node) -> Mapping[str, Any]:
    told = node.items["harapan"]
    assert isinstance(told, Node)
    assert set(told.items) <= EXPECTED, "a key nobody checks"
    return told.items


@pytest.mark.parametrize("case", cases(), ids=lambda case: word(case.items["nama"]))
def test_a_budget_worked_out_by_hand(case: Node) -> None:
    assert set(case.items) <= KNOWN, "a key nobody reads"
    report: list[Any] = []
    policy = POLICY.read(case.items["kebijakan"], report)
    budget = BUDGET.read(case.items["anggaran"], report) if "anggaran" in case.items else BudgetPolicy()
    people = case.items["orang"]
    assert isinstance(people, Sequence)
    region = word(case.items["wilayah"]) if "wilayah" in case.items else "52.71"
    year = int(word(case.items["tahun"])) if "tahun" in case.items else 2025
    plan = planned([person(it) for it in people.items], policy, budget, region=region, year=year).plan
    told = expected(case)
    assert plan.total == money(told["jumlah"])
    if "wajib" in told:
        assert plan.by("obligation").get(("wajib",), 0) == money(told["wajib"])
    if "iuran" in told:
        first, last = word(told["iuran"]).split(" sampai ")
        months = {line.month_cover for line in plan.lines}
        assert (min(months), max(months)) == (int(first), int(last))
    for month, amount in (told["kas"].items if "kas" in told else {}).items():
        assert plan.by("month_cash").get((int(month),), 0) == money(amount), month
    for fund, amount in (told["dana"].items if "dana" in told else {}).items():
        assert plan.by("fund")[(fund,)] == money(amount), fund
    assert sum(it.people for it in plan.outside) == int(word(told["di_luar"]) if "di_luar" in told else "0")
    assert sum(it.people for it in plan.uncounted) == int(word(told["belum"]) if "belum" in told else "0")
