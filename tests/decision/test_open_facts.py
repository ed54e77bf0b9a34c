"""Facts that are missing or left open: one common answer, or the facts and sides that make the difference."""

from collections.abc import Mapping

import pytest
from build import DAY, book, rule, when

from regpol.decision.case import Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding, Known, decide_open
from regpol.decision.reference import evaluate
from regpol.law.model import Modality, Question, Rule
from regpol.situations.target import Moment
from regpol.terms.answer import Answer
from regpol.terms.problems import Refused

REQUIRED, ALLOWED, FORBIDDEN, EXCLUDED = Modality.REQUIRED, Modality.ALLOWED, Modality.FORBIDDEN, Modality.EXCLUDED
CLASSIFIED, SILENT, UNREAD = Modality.CLASSIFIED, Modality.SILENT, Modality.UNREAD
NOW = Moment(DAY, DAY.year)


def decider(*rules: Rule) -> Decider:
    """Decides with the reference evaluator on both sides: what is tested here comes after inference."""
    return Decider(book(*rules), "52.71", durable=lambda target: lambda situation: evaluate(target, situation))


def found(
    known: Known, *rules: Rule, question: Question = Question.FUNDING, upstream: Answer = Answer.UNSETTLED
) -> Finding:
    findings = decide_open(decider(*rules), question, known, NOW, upstream).findings
    return findings["apbd" if question is Question.FUNDING else "jkk"]


def funded(*rules: Rule) -> tuple[Rule, ...]:
    return (*rules, rule("diam", SILENT, ("apbd", "add")))


ACTIVE = rule("active", ALLOWED, conditions=[when(sk="ya")])
OLD = rule("old", FORBIDDEN, conditions=[when(usia=(65, None))])
UNIT = rule("unit", REQUIRED, "add", conditions=[when(unit="desa")])


@pytest.mark.parametrize(
    ("known", "answer", "missing"),
    [
        ({"sk": "ya", "usia": 40}, Answer.ALLOWED, ()),
        ({"sk": "tidak", "usia": 40}, Answer.SILENT, ()),
        ({"usia": 40}, Answer.UNKNOWN, ("sk",)),
        ({"sk": "ya"}, Answer.UNKNOWN, ("usia",)),
        ({"sk": "tidak", "usia": 65}, Answer.FORBIDDEN, ()),
        ({}, Answer.UNKNOWN, ("usia", "sk")),
        ({"sk": ("ya", "tidak"), "usia": 40}, Answer.UNKNOWN, ("sk",)),
        ({"sk": ("ya",), "usia": 40}, Answer.ALLOWED, ()),
        ({"sk": None, "usia": 64}, Answer.UNKNOWN, ("sk",)),
    ],
)
def test_a_missing_fact_is_named_if_it_matters(known: Known, answer: Answer, missing: tuple[str, ...]) -> None:
    """``unit`` is never given: it decides about another fund and must not be asked for here."""
    finding = found(known, *funded(ACTIVE, OLD, UNIT))
    assert (finding.answer, finding.missing) == (answer, missing)


def test_two_facts_that_only_together_matter_are_both_named() -> None:
    both = rule("both", ALLOWED, conditions=[when(sk="ya", usia=(None, 64))])
    assert found({}, *funded(both)).missing == ("usia", "sk")
    assert found({"sk": "tidak"}, *funded(both)).answer is Answer.SILENT


def test_a_common_answer_is_the_answer_with_the_grounds_of_every_cell() -> None:
    finding = found({}, *funded(ACTIVE, rule("else", ALLOWED, conditions=[when(sk="tidak")])))
    assert (finding.answer, finding.missing, finding.sides) == (Answer.ALLOWED, (), ())
    assert {ground.rule.id for ground in finding.grounds} == {"active", "else"}


def test_the_sides_say_which_cell_gives_which_answer() -> None:
    finding = found({"usia": 40}, *funded(ACTIVE, OLD))
    assert {(side.cells, side.answer) for side in finding.sides} == {
        ("sk ya", Answer.ALLOWED),
        ("sk tidak", Answer.SILENT),
    }


@pytest.mark.parametrize("upstream", [Answer.UNSETTLED, Answer.UNREAD])
def test_an_open_segment_passes_its_own_answer_on(upstream: Answer) -> None:
    rules = [
        rule("pu", REQUIRED, ("jkk", "jkm"), question=Question.PROGRAMME, conditions=[when(segmen="pu")]),
        rule("bpu", ALLOWED, ("jkk", "jkm"), question=Question.PROGRAMME, conditions=[when(segmen="bpu")]),
    ]
    finding = found({"segmen": ("pu", "bpu")}, *rules, question=Question.PROGRAMME, upstream=upstream)
    assert (finding.answer, finding.missing) == (upstream, ())
    assert {(side.cells, side.answer) for side in finding.sides} == {
        ("segmen pu", Answer.REQUIRED),
        ("segmen bpu", Answer.ALLOWED),
    }
    assert found({"segmen": ("pu",)}, *rules, question=Question.PROGRAMME).answer is Answer.REQUIRED


def segmented(facts: Mapping[str, str | int], *rules: Rule) -> tuple[str, Answer, tuple[str, ...]]:
    query = Query("rt", "52.71", DAY.year, DAY, facts)
    segment = decide_case(decider(*rules), query).periods[0].segment
    return segment.value, segment.finding.answer, segment.candidates


def classify(name: str, modality: Modality = CLASSIFIED, objects: str | tuple[str, ...] = "pu", **rest: object) -> Rule:
    return rule(name, modality, objects, question=Question.SEGMENT, **rest)  # type: ignore[arg-type]


BOTH = ("pu", "bpu")
SEGMENTS = {
    "one": ([classify("a")], "pu", Answer.REQUIRED, ("pu",)),
    "two without order": ([classify("a"), classify("b", objects="bpu", kind="perda")], "", Answer.UNSETTLED, BOTH),
    "two, one higher": ([classify("a"), classify("b", objects="bpu", kind="uu")], "bpu", Answer.REQUIRED, ("bpu",)),
    "two, one narrower": (
        [classify("a", conditions=[when(kategori="rt")]), classify("b", objects="bpu")], "pu", Answer.REQUIRED, ("pu",)
    ),
    "an instruction beside": (
        [classify("a"), classify("b", objects="bpu", kind="inpres")], "pu", Answer.REQUIRED, ("pu",)
    ),
    "in one, out of the other": (
        [classify("a"), classify("b", EXCLUDED, "bpu", kind="uu")], "pu", Answer.REQUIRED, ("pu",)
    ),
    "read two ways": (
        [classify("a", provision="p", reading="X"), classify("b", EXCLUDED, BOTH, provision="p", reading="Y")],
        "", Answer.UNSETTLED, ("pu",)
    ),
    "a class that fell takes none along": (
        [classify("a", kind="pp"), classify("b", objects="bpu"), classify("c", EXCLUDED, kind="uu")],
        "bpu", Answer.REQUIRED, ("bpu",)
    ),
    "not read": ([classify("a", UNREAD, BOTH)], "", Answer.UNREAD, BOTH),
    "silent": ([classify("a", SILENT, BOTH)], "", Answer.SILENT, BOTH),
    "out of all": ([classify("a", EXCLUDED, BOTH)], "", Answer.EXCLUDED, ()),
}  # fmt: skip


@pytest.mark.parametrize(("rules", "value", "answer", "candidates"), SEGMENTS.values(), ids=SEGMENTS)
def test_segments_compete(rules: list[Rule], value: str, answer: Answer, candidates: tuple[str, ...]) -> None:
    assert segmented({}, *rules) == (value, answer, candidates)


def test_a_segment_that_depends_on_a_missing_fact_is_unknown() -> None:
    rules = [classify("a", conditions=[when(sk="ya")]), classify("b", objects="bpu", conditions=[when(sk="tidak")])]
    assert segmented({}, *rules) == ("", Answer.UNKNOWN, BOTH)
    assert segmented({"sk": "ya"}, *rules) == ("pu", Answer.REQUIRED, ("pu",))


def test_a_segment_that_can_only_be_closed_leaves_the_other_settled() -> None:
    """Whether BPU is barred or not spoken of depends on a fact; that the worker is PU does not."""
    rules = [classify("a"), classify("b", EXCLUDED, "bpu", conditions=[when(sk="ya")])]
    assert segmented({}, *rules) == ("pu", Answer.REQUIRED, ("pu",))


def test_a_segment_that_another_may_join_is_not_settled() -> None:
    rules = [classify("a"), classify("b", objects="bpu", kind="perda", conditions=[when(sk="ya")])]
    assert segmented({}, *rules) == ("", Answer.UNKNOWN, BOTH)


def test_a_worker_outside_every_segment_still_gets_every_answer() -> None:
    member = rule("m", REQUIRED, "peserta", question=Question.MEMBERSHIP, conditions=[when(segmen="pu")])
    other = rule("n", EXCLUDED, "peserta", question=Question.MEMBERSHIP, conditions=[when(segmen="bpu")])
    rules = [classify("a", EXCLUDED, BOTH), member, other]
    period = decide_case(decider(*rules), Query("rt", "52.71", DAY.year, DAY)).periods[0]
    assert period.segment.finding.answer is Answer.EXCLUDED
    assert (period.membership.object, period.membership.answer) == ("peserta", Answer.EXCLUDED)


def test_a_situation_without_rule_and_silence_is_a_gap() -> None:
    with pytest.raises(Refused, match="LAW18") as refused:
        found({"sk": "tidak"}, rule("a", ALLOWED, ("apbd", "add"), conditions=[when(sk="ya")]))
    assert "pendanaan apbd: sk = tidak; 2025-" in str(refused.value)


def test_a_situation_where_only_an_instruction_speaks_is_a_gap_too() -> None:
    with pytest.raises(Refused, match="LAW18"):
        found({}, rule("a", REQUIRED, ("apbd", "add"), kind="inpres"))


def test_duties_and_documents_are_lists_without_gaps() -> None:
    """What an instruction orders is shown to its addressee and decides nothing."""
    order = rule("a", REQUIRED, "mendaftarkan", kind="se", question=Question.DUTY)
    period = decide_case(decider(order), Query("rt", "52.71", DAY.year, DAY)).periods[0]
    assert [(it.object, it.answer, len(it.grounds), len(it.instructed)) for it in period.duties] == [
        ("mendaftarkan", Answer.SILENT, 0, 1)
    ]
    assert period.documents == ()


def test_what_cases_share_reads_as_if_each_were_decided_alone() -> None:
    """Values in one cell are told apart in the words of an open case, so only what says the same is shared."""
    rules = funded(ACTIVE, OLD, UNIT)
    shared = decider(*rules)
    cases: tuple[Known, ...] = (
        {"sk": "ya", "usia": 40},
        {"sk": "ya", "usia": 41},
        {"usia": 40},
        {"sk": ("ya", "tidak"), "usia": 40},
        {"sk": None, "usia": 64},
        {},
    )
    for known in (*cases, *reversed(cases)):
        for upstream in (Answer.UNSETTLED, Answer.UNREAD):
            together = decide_open(shared, Question.FUNDING, known, NOW, upstream)
            assert together == decide_open(decider(*rules), Question.FUNDING, known, NOW, upstream)
