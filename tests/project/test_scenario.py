"""Scenarios state only what differs, and meet the same checks as the project itself."""

import shutil
from pathlib import Path

import pytest

from regpol.law.yaml_text import Node, read_text
from regpol.project.project import open_project
from regpol.project.scenario import laid_over, variants
from regpol.terms.problems import Refused

MATARAM = Path(__file__).parents[2] / "examples" / "mataram" / "project.yaml"


def project(folder: Path, scenarios: str, budget: str = "") -> Path:
    """Mataram without scenarios of its own, with others beside it."""
    text = MATARAM.read_text(encoding="utf-8").partition("\nskenario:")[0] + "\n"
    (folder / "project.yaml").write_text(text + budget, encoding="utf-8")
    if scenarios:
        (folder / "skenario.yaml").write_text(scenarios, encoding="utf-8")
    return folder


def plain(node: Node) -> object:
    """A tree as ordinary values."""
    if hasattr(node, "items"):
        items = node.items
        return {key: plain(item) for key, item in items.items()} if isinstance(items, dict) else list(map(plain, items))
    return node.value


@pytest.mark.parametrize(
    ("under", "over", "both"),
    [
        ("{a: 1, b: 2}", "{b: 3}", {"a": "1", "b": "3"}),
        ("{a: {b: 1, c: 2}}", "{a: {c: 3}}", {"a": {"b": "1", "c": "3"}}),
        ("{a: [1, 2]}", "{a: [3]}", {"a": ["3"]}),
        ("{a: {b: 1}, c: 2}", "{a: {}}", {"c": "2"}),
        ("{a: 1}", "{b: {c: 2}}", {"a": "1", "b": {"c": "2"}}),
    ],
)
def test_groups_meet_key_by_key_and_all_else_is_replaced(under: str, over: str, both: object) -> None:
    trees = [read_text(text, "x.yaml")[0] for text in (under, over)]
    assert trees[0] is not None
    assert trees[1] is not None
    assert plain(laid_over(trees[0], trees[1])) == both


def test_a_scenario_changes_what_it_names_and_nothing_else(tmp_path: Path) -> None:
    folder = project(tmp_path, "umk: {nama: dasar UMK, kebijakan: {segmen: {ketua_rt: pu}}}")
    base, umk = variants(folder, ("umk",))
    assert (base.name, umk.name) == ("dasar", "dasar UMK")
    assert base.project == open_project(folder)
    assert umk.project.policy.segments == base.project.policy.segments | {"ketua_rt": "pu"}
    assert umk.project.policy.programmes == base.project.policy.programmes
    assert umk.project.budget == base.project.budget


def test_scenarios_may_stand_in_the_project_file_itself(tmp_path: Path) -> None:
    folder = project(tmp_path, "", 'skenario:\n  april: {anggaran: {mulai: "4"}}\n')
    _, april = variants(folder, ("april",))
    assert april.project.budget.first_month == 4
    assert april.name == "april"


def test_every_ceiling_rises_or_falls_by_a_share(tmp_path: Path) -> None:
    scenarios = "naik: {pagu_naik: 10 %}\nturun: {pagu_turun: 25 %}\n"
    folder = project(tmp_path, scenarios, "anggaran: {pagu: {apbd_kabkota: Rp1.000.001}}\n")
    base, up, down = variants(folder, ("naik", "turun"))
    assert [it.project.budget.allocation.ceilings["apbd_kabkota"] for it in (base, up, down)] == [
        1_000_001,
        1_100_001,
        750_000,
    ]


def test_next_year_is_planned_ahead_with_a_growth_of_wages(tmp_path: Path) -> None:
    folder = project(tmp_path, 'depan: {tahun: "2027", andaikan: {kenaikan_upah: "6,5 %"}}')
    _, ahead = variants(folder, ("depan",))
    assert ahead.project.year == 2027
    assert ahead.ahead is not None
    assert str(ahead.ahead.growth) == "6,50 %"


@pytest.mark.parametrize(
    ("scenarios", "codes"),
    [
        ("umk: {kebijakan: {segmen: {ketua_rt: pu}}}", ["BUD62"]),
        ("ukm: {kebijakn: {}}", ["LAW03"]),
        ('ukm: {anggaran: {mulai: "13"}}', ["LAW05"]),
        ("ukm: [1, 2]", ["LAW07"]),
    ],
    ids=["another name", "a misspelt key", "a month that is none", "a list"],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path: Path, scenarios: str, codes: list[str]) -> None:
    with pytest.raises(Refused) as refused:
        variants(project(tmp_path, scenarios), ("ukm",))
    assert [problem.code for problem in refused.value.problems] == codes


def test_scenarios_in_two_files_are_refused(tmp_path: Path) -> None:
    folder = project(tmp_path, "a: {pagu_naik: 10 %}", "skenario: {b: {pagu_naik: 10 %}}\n")
    with pytest.raises(Refused) as refused:
        variants(folder, ("a",))
    assert [problem.code for problem in refused.value.problems] == ["BUD63"]


def test_the_project_itself_needs_no_scenario(tmp_path: Path) -> None:
    shutil.copy(MATARAM, tmp_path)
    assert [it.code for it in variants(tmp_path, ())] == [""]
