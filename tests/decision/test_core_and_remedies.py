"""The line each core regulation always gets, and what would turn an answer and who holds that."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from build import DAY, book, rule, when

from legal_cases import RULES, rulebook
from regpol.decision.case import PeriodAnswer, Query, decide_case
from regpol.decision.core_lines import core_lines
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Known, decide_open
from regpol.decision.reference import evaluate
from regpol.decision.remedies import Holder, remedies
from regpol.law.load import load
from regpol.law.model import Core, Modality, Question, Rule, Rulebook
from regpol.project.region import attributes
from regpol.situations.target import Moment
from regpol.terms.answer import Answer

MATARAM = Path(__file__).parent.parent / "fixtures" / "daerah" / "mataram"
NOW = Moment(DAY, DAY.year)


def reference_decider(rules: Rulebook, region: str = "52.71") -> Decider:
    return Decider(rules, region, durable=lambda target: lambda situation: evaluate(target, situation))


def period(rules: Rulebook, category: str, region: str, day: date) -> PeriodAnswer:
    facts = {**attributes(rules.regions, region), **dict(rules.categories[category].implies), "usia": 45}
    return decide_case(reference_decider(rules, region), Query(category, region, day.year, day, facts)).periods[0]


@pytest.mark.parametrize(
    ("category", "region", "day", "core", "status"),
    [
        ("ketua_rt", "52.71", date(2025, 6, 30), Core.INPRES, "instructs"),
        ("ketua_rt", "52.71", date(2025, 6, 30), Core.BUDGET_GUIDELINE, "unread"),
        ("ketua_rt", "52.71", date(2024, 6, 30), Core.BUDGET_GUIDELINE, "says"),
        ("ketua_rt", "52.71", date(2025, 6, 30), Core.VILLAGE_ACT, "nothing"),
        ("kepala_desa", "93.01", date(2024, 4, 24), Core.VILLAGE_ACT, "later"),
        ("kepala_desa", "93.01", date(2024, 4, 25), Core.VILLAGE_ACT, "says"),
    ],
)
def test_what_a_core_regulation_says(category: str, region: str, day: date, core: Core, status: str) -> None:
    lines = {line.core: line for line in core_lines(rulebook(), period(rulebook(), category, region, day), day.year)}
    assert set(lines) == set(Core)
    assert lines[core].status == status
    assert lines[core].text


def test_a_year_without_a_guideline_says_so() -> None:
    plain = {
        name: replace(it, core=None) if it.core is Core.BUDGET_GUIDELINE else it
        for name, it in rulebook().regulations.items()
    }
    answered = period(rulebook(), "ketua_rt", "52.71", DAY)
    (line,) = [
        it
        for it in core_lines(replace(rulebook(), regulations=plain), answered, DAY.year)
        if it.core is Core.BUDGET_GUIDELINE
    ]
    assert (line.status, line.regulation) == ("none", "")


SILENT = rule("diam", Modality.SILENT, ("apbd", "add"), room="UU 23/2014 Pasal 236")
READINGS = (
    rule("a", Modality.ALLOWED, provision="p", reading="X"),
    rule("b", Modality.FORBIDDEN, provision="p", reading="Y"),
)
TURNED = {
    "a fact": ([rule("a", Modality.ALLOWED, conditions=[when(sk="ya")])], {"sk": "tidak"}, Answer.SILENT,
               {(Holder.FACT, "sk menjadi ya"), (Holder.REGION, "berdasarkan UU 23/2014 Pasal 236")}),
    "a fact to find out": ([rule("a", Modality.ALLOWED, conditions=[when(sk="ya")])], {}, Answer.UNKNOWN,
                           {(Holder.FACT, "sk?")}),
    "a text to read": ([rule("a", Modality.UNREAD)], {}, Answer.UNREAD, {(Holder.TEXT, "baca PERMEN a")}),
    "a choice": (READINGS, {}, Answer.UNSETTLED, {(Holder.REGION, "pilih salah satu tafsir")}),
    "a national norm": ([rule("a", Modality.FORBIDDEN)], {}, Answer.FORBIDDEN, {(Holder.NATION, "perubahan PERMEN a")}),
    "our own norm": ([rule("a", Modality.FORBIDDEN, kind="perda", scope="52.71")], {}, Answer.FORBIDDEN,
                     {(Holder.REGION, "perubahan PERDA a")}),
    "a norm to come": ([rule("a", Modality.ALLOWED, since=date(2026, 1, 1))], {}, Answer.NOT_IN_FORCE,
                       {(Holder.NATION, "sejak 1 Januari 2026")}),
    "nothing to turn": ([rule("a", Modality.ALLOWED)], {}, Answer.ALLOWED, set()),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "known", "answer", "expected"), TURNED.values(), ids=TURNED)
def test_what_would_turn_an_answer_and_who_holds_it(
    rules: list[Rule], known: Known, answer: Answer, expected: set[tuple[Holder, str]]
) -> None:
    decider = reference_decider(book(*rules, SILENT))
    finding = decide_open(decider, Question.FUNDING, known, NOW, Answer.UNSETTLED).findings["apbd"]
    assert finding.answer is answer
    found = remedies(decider, finding, known, NOW)
    assert len(found) == len(expected)
    for holder, words in expected:
        assert any(it.holder is holder and words in it.change for it in found), found


def test_a_regional_prohibition_is_for_the_region_to_lift() -> None:
    rules = load(RULES, (MATARAM,))
    answered = period(rules, "operator_roda_tiga", "52.71", DAY)
    finding = next(it for it in answered.funding if (it.programme, it.object) == ("jkk", "apbd_kabkota"))
    known: Known = {
        "kategori": "operator_roda_tiga",
        "segmen": answered.segment.candidates,
        **attributes(rules.regions, "52.71"),
    }
    (turn,) = remedies(reference_decider(rules), finding, known, NOW)
    assert (turn.holder, turn.change) == (Holder.REGION, "perubahan Perwali Mataram 999/2024")
