"""The walk covers every situation that can occur, and finds what nothing answers, settles or reaches."""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from build import DAY, book, rule, when

from legal_cases import rulebook
from regpol.decision.durable_adapter import DurableEngine
from regpol.decision.findings import Decider, resolutions_of, unanswered
from regpol.decision.reference import Tabulated, evaluate
from regpol.decision.walk import kept as walk_kept
from regpol.decision.walk.confirm import differences, sample
from regpol.decision.walk.findings import findings
from regpol.decision.walk.reach import reach
from regpol.decision.walk.whole_rulebook import RulebookWalk, walk
from regpol.law.model import Category, Modality, Question, Rule, Rulebook
from regpol.situations.target import Moment, Situation
from regpol.terms.answer import Answer
from regpol.terms.problems import Problem, Severity

YEARS = (2025,)
ALLOWED, FORBIDDEN, REQUIRED = Modality.ALLOWED, Modality.FORBIDDEN, Modality.REQUIRED
EVERYONE = rule("umum", ALLOWED, ("apbd", "add"))
PU = rule("pu", Modality.CLASSIFIED, "pu", question=Question.SEGMENT)


def told(rules: Rulebook, years: tuple[int, ...] = YEARS) -> tuple[Problem, ...]:
    return findings(rules, walk(rules, years=years))


def codes(rules: Rulebook) -> list[str]:
    return sorted(problem.code for problem in told(rules))


def test_the_shipped_rulebook_has_no_gap_no_unexplained_conflict_and_no_dead_rule() -> None:
    wrong = [problem for problem in told(rulebook(), ()) if problem.severity is Severity.ERROR]
    assert not wrong, "\n".join(map(str, wrong))


@pytest.mark.parametrize(
    "is_dropped",
    [lambda it: it.norm.modality is Modality.SILENT, lambda it: it.id == "pp-44-2015/setiap-orang-bekerja"],
    ids=["every silence", "one norm"],
)
def test_rules_that_are_gone_leave_gaps_with_a_person_in_each(is_dropped: Callable[[Rule], bool]) -> None:
    gone = {name for it in rulebook().rules if is_dropped(it) for name in it.norm.objects}
    left = replace(rulebook(), rules=tuple(it for it in rulebook().rules if not is_dropped(it)))
    known = {str(problem) for problem in told(rulebook())}
    gaps = [problem for problem in told(left) if problem.code == "LAW22" and str(problem) not in known]
    assert gaps
    assert {name for gap in gaps for name in gap.objects} <= gone
    assert all("tahun anggaran 2025" in str(gap) and "pada 2025-" in gap.example for gap in gaps)


def test_a_small_sound_rulebook_has_no_findings() -> None:
    assert codes(book(EVERYONE, PU)) == []


def test_gaps_are_grouped_by_object_and_told_in_merged_cells() -> None:
    only = rule("rt", ALLOWED, ("apbd", "add"), conditions=(when(kategori="rt", usia=(18, 64)),))
    (gap,) = told(book(only, PU))
    assert (gap.code, gap.objects, gap.count) == ("LAW22", ("add", "apbd"), 5)
    assert gap.cells == "kategori rw, kader, mandiri; atau kategori rt, usia kurang dari 18 atau 65 ke atas"
    assert gap.example == "kategori=rt usia=17 pada 2025-01-01"


def test_a_gap_in_a_part_of_the_year_says_which() -> None:
    ended = rule("sampai-juni", ALLOWED, "apbd", until=DAY)
    silent = rule("diam", Modality.SILENT, ("apbd", "add"), until=DAY)
    (gap,) = told(book(ended, silent, PU))
    assert (gap.objects, gap.periods) == (("add",), "1 Juli 2025 sampai 31 Desember 2025")


def test_what_a_category_implies_and_what_no_region_has_is_not_walked() -> None:
    """A kader works in a desa, and Jakarta has none."""
    desa = rule("desa", ALLOWED, ("apbd", "add"), conditions=(when(unit="desa"),))
    rules = book(desa, PU)
    implied = replace(rules, categories={"kader": Category("kader", "kader", (), "", (), (("unit", "desa"),))})
    assert codes(rules) == ["LAW22"]
    assert codes(implied) == []
    never = rule("kelurahan", ALLOWED, "apbd", conditions=(when(unit="kelurahan"),))
    assert codes(replace(implied, rules=(*implied.rules, never))) == ["LAW24"]


def test_the_person_of_a_gap_can_be_in_it() -> None:
    """No norm on funds tells rt from rw, but only for rw is the segment open: rt cannot be the example."""
    rt = rule(
        "rt",
        Modality.CLASSIFIED,
        "pu",
        question=Question.SEGMENT,
        conditions=(when(kategori=("rt", "kader", "mandiri")),),
    )
    rw = rule("rw", Modality.UNREAD, ("pu", "bpu"), question=Question.SEGMENT, conditions=(when(kategori="rw"),))
    funds = rule(
        "pu-saja", ALLOWED, ("apbd", "add"), conditions=(when(segmen="pu"), when(kategori=("kader", "mandiri")))
    )
    (gap,) = told(book(rt, rw, funds))
    assert (gap.code, gap.example) == ("LAW22", "kategori=rw segmen=bpu pada 2025-01-01")


def test_a_segment_the_law_closes_is_not_walked() -> None:
    mandiri = rule(
        "mandiri", Modality.CLASSIFIED, "bpu", question=Question.SEGMENT, conditions=(when(kategori="mandiri"),)
    )
    others = rule(
        "lain", Modality.CLASSIFIED, "pu", question=Question.SEGMENT, conditions=(when(kategori=("rt", "rw", "kader")),)
    )
    never = rule("mandiri-pu", FORBIDDEN, "apbd", conditions=(when(kategori="mandiri", segmen="pu"),))
    (problem,) = told(book(EVERYONE, mandiri, others, never))
    assert (problem.code, problem.rule) == ("LAW24", "mandiri-pu")


def conflicting(kind: str = "permen", issuer: str = "", readings: tuple[str, str] = ("", "")) -> Rulebook:
    one = rule("a", REQUIRED, issuer="A", reading=readings[0])
    other = rule("b", FORBIDDEN, kind=kind, issuer=issuer, reading=readings[1])
    return book(rule("umum", ALLOWED, "add"), PU, one, other)


@pytest.mark.parametrize("readings", [("", ""), ("Bupati", "")])
def test_a_conflict_that_nothing_explains_is_told(readings: tuple[str, str]) -> None:
    (problem,) = told(conflicting(readings=readings))
    assert (problem.code, problem.object, problem.count) == ("LAW23", "apbd", 1)
    assert problem.example == "siapa pun pada 2025-01-01"
    assert "a (PERMEN a Pasal 1) berlawanan dengan b (PERMEN b Pasal 1)" in str(problem)


@pytest.mark.parametrize("explained", [{"readings": ("Bupati", "Gubernur")}, {"issuer": "B"}, {"kind": "perda"}])
def test_readings_and_a_missing_order_explain_a_conflict(explained: dict[str, Any]) -> None:
    assert told(conflicting(**explained)) == ()


def test_two_segments_at_once_are_a_conflict() -> None:
    both = book(EVERYONE, PU, rule("bpu", Modality.CLASSIFIED, "bpu", question=Question.SEGMENT))
    (problem,) = [problem for problem in told(both) if problem.code == "LAW23"]
    assert {"pu (PERMEN pu Pasal 1)", "bpu (PERMEN bpu Pasal 1)"} == {problem.one, problem.other}


def test_a_rule_that_is_never_in_force_is_told() -> None:
    old = rule("lama", ALLOWED, until=date(2021, 1, 1))
    (problem,) = told(book(EVERYONE, PU, old))
    assert (problem.code, problem.rule, problem.severity) == ("LAW25", "lama", Severity.WARNING)


def test_a_rule_that_always_loses_is_told_with_what_beats_it() -> None:
    higher = rule("tinggi", REQUIRED, kind="uu")
    (problem,) = told(book(EVERYONE, PU, higher, rule("rendah", FORBIDDEN)))
    assert (problem.code, problem.rule, problem.by) == ("LAW26", "rendah", ("tinggi",))


def test_a_silence_that_is_answered_is_told() -> None:
    (problem,) = told(book(EVERYONE, PU, rule("diam", Modality.SILENT, "apbd")))
    assert (problem.code, problem.rule, problem.by) == ("LAW26", "diam", ("umum",))


def test_an_exception_that_never_meets_its_rule_is_told() -> None:
    kader = rule("kader", FORBIDDEN, conditions=(when(kategori="kader"),))
    rt = rule("rt", ALLOWED, conditions=(when(kategori="rt"),), overrides=("kader",))
    assert codes(book(EVERYONE, PU, kader, rt)) == ["LAW27"]
    met = replace(rt, conditions=(when(kategori=("rt", "kader")),))
    assert "LAW27" not in codes(book(EVERYONE, PU, kader, met))


def test_a_region_with_its_own_law_is_walked_beside_the_nation() -> None:
    own = rule("perda", FORBIDDEN, kind="perda", scope="52.71", conditions=(when(kategori="rt"),))
    rules = book(EVERYONE, PU, own)
    walked = walk(rules, years=YEARS)
    layers = Counter(layer for layer, _ in walked.walks)
    assert layers == {"": len(Decider(rules, "").targets), "52.71": 1}
    assert findings(rules, walked) == ()
    assert {layer for layer, _ in walk(rules, region="52.71", years=YEARS).walks} == {"52.71"}


def test_the_walk_counts_what_deciding_one_by_one_counts() -> None:
    walked = walk(rulebook(), years=(2024,))
    for it, (_, found) in zip(walked.reaches, walked.walks, strict=True):
        situations = {
            Situation(it.target.name, cells, stretch.moment)
            for stretch, blocks in it.stretches
            for block in blocks
            for cells in product(*block)
        }
        answers: Counter[Answer] = Counter()
        for situation in situations:
            trace = evaluate(it.target, situation)
            met = [(one, trace[one.id]) for one in it.target.rules if one.id in trace]
            resolutions = resolutions_of(it.target, met, rulebook().ladder)
            gaps = unanswered(it.target, resolutions)
            answers.update(res.answer for name, res in resolutions.items() if name not in gaps)
        assert (len(situations), answers) == (found.situations, found.answers)


def test_what_is_tabulated_is_what_the_evaluator_finds() -> None:
    decider = Decider(rulebook(), "")
    moment = Moment(DAY, 2025)
    for target in decider.targets.values():
        table = Tabulated(target)
        for situation in target.situations(moment):
            met = {it.id for it in table.met(table.of(situation.cells))}
            assert met == evaluate(target, situation).keys()


def shown(walked: RulebookWalk) -> list[tuple[str, object]]:
    return [(layer, it) for layer, it in walked.walks]


def test_other_processes_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    alone = walk(rulebook(), years=(2025,))
    monkeypatch.setattr("regpol.decision.walk.whole_rulebook._WORTH_A_POOL", 0)
    heard: list[tuple[int, int]] = []
    together = walk(rulebook(), years=(2025,), workers=2, progress=lambda done, total: heard.append((done, total)))
    assert shown(together) == shown(alone)
    assert heard[-1][0] == heard[-1][1] > 0


def test_only_what_an_edit_touched_is_walked_again(tmp_path: Path) -> None:
    rules = book(EVERYONE, PU)
    first = walk(rules, years=YEARS)
    walk_kept.write(tmp_path / "kept", first.kept, {})
    kept = walk_kept.read(tmp_path / "kept")
    assert walk(rules, years=YEARS, before=kept).reused == len(first.walks)
    edited = replace(
        rules, rules=(replace(rules.rules[0], norm=replace(EVERYONE.norm, modality=REQUIRED)), *rules.rules[1:])
    )
    again = walk(edited, years=YEARS, before=kept)
    assert again.reused == len(first.walks) - 1
    assert shown(again) == shown(walk(edited, years=YEARS))
    assert again.answers[Answer.REQUIRED] == first.answers[Answer.REQUIRED] + 2


def test_where_a_rule_stands_in_its_file_is_no_edit() -> None:
    rules = book(EVERYONE, PU)
    moved = replace(rules, rules=tuple(replace(it, place=replace(it.place, line=99)) for it in rules.rules))
    assert walk(moved, years=YEARS, before=walk(rules, years=YEARS).kept).reused == len(walk(rules, years=YEARS).walks)


def test_a_kept_file_that_holds_something_else_is_ignored(tmp_path: Path) -> None:
    walk_kept.write(tmp_path / "kept", {"x": "no walk"}, {})  # type: ignore[dict-item]
    assert walk_kept.read(tmp_path / "kept") == {}


def test_the_sample_is_the_same_each_time_and_covers_every_target() -> None:
    reaches = walk(rulebook(), years=(2025,)).reaches
    drawn = sample(reaches, 60)
    assert drawn == sample(reaches, 60)
    assert set(drawn) == set(range(len(reaches)))
    assert sum(map(len, drawn.values())) == 60
    assert differences(reaches, 60) == (60, ())


def test_a_sample_of_more_than_there_is_takes_all(monkeypatch: pytest.MonkeyPatch) -> None:
    walked = walk(book(EVERYONE, PU), years=YEARS)
    assert differences(walked.reaches, 10_000)[0] == walked.situations
    monkeypatch.setattr(DurableEngine, "evaluate", lambda self, situation: {})
    found = differences(walked.reaches, 10_000)[1]
    assert {problem.code for problem in found} == {"LAW19"}


def test_reach_leaves_no_situation_out_that_a_person_can_be_in() -> None:
    decider = Decider(rulebook(), "", durable=lambda target: lambda situation: evaluate(target, situation))
    (found,) = [it for it in reach(decider, ({"bentuk_unit": "desa"},), (2025,)) if it.target.name == "segmen"]
    categories = {cells[0] for _, blocks in found.stretches for block in blocks for cells in product(*block)}
    assert categories == set(range(found.target.axes[0].size))
