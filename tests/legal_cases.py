"""Legal cases: what a lawyer expects of the rulebook, written in YAML, decided as the commands decide.

A case is read as strictly as a rule: a misspelt key is an error, not an expectation that never runs.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from regpol.commands.asking import request
from regpol.decision.case import CaseAnswer, PeriodAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding, decide_open
from regpol.law.format.cases import CASE_FILE, CaseRecord, ExpectationRecord
from regpol.law.load import load
from regpol.law.model import Question, Rulebook
from regpol.law.shape import Unreadable
from regpol.law.yaml_text import read_file
from regpol.project.policy import Policy
from regpol.situations.target import Known
from regpol.terms.answer import Answer
from regpol.terms.problems import Problem, Refused
from regpol.terms.problems.rule_files import UnknownName

ROOT = Path(__file__).parent.parent
RULES = ROOT / "rules"
CASES = ROOT / "tests" / "cases"


@dataclass(frozen=True)
class Outcome:
    """What was found for one expectation in one period, and the rules met on its object."""

    case: CaseRecord
    expectation: ExpectationRecord
    query: Query
    period: PeriodAnswer
    finding: Finding | None
    answer: Answer
    met: frozenset[str]

    @property
    def rules(self) -> frozenset[str]:
        """The rules the reader is shown behind the answer."""
        grounds = (*self.finding.grounds, *self.finding.instructed) if self.finding else ()
        return frozenset(ground.rule.id for ground in grounds)

    @property
    def as_expected(self) -> bool:
        absence = self.rules.isdisjoint(text.value for text in self.expectation.absent)
        return self.answer is self.expectation.answer and absence and self._resting_on_what_is_named

    @property
    def _resting_on_what_is_named(self) -> bool:
        """Whether the rule that is named is shown, says as much as the answer, and binds who is named.

        A rule may say less than the answer only where the case tells its modality.
        """
        it = self.expectation
        if it.rule is None:
            return True
        grounds = (*self.finding.grounds, *self.finding.instructed) if self.finding else ()
        named = [ground for ground in grounds if ground.rule.id == it.rule.value]
        if it.bearer and not any(ground.rule.norm.bearer == it.bearer.value for ground in named):
            return False
        norms = [ground.rule.norm.modality for ground in named if ground.kind == "norm"]
        if it.modality:
            return it.modality in norms
        decided = self.answer.positive or self.answer.negative
        return bool(named) and all(modality.answer is self.answer for modality in norms if decided)

    def __str__(self) -> str:
        expected = self.expectation.answer.label
        if self.expectation.rule:
            expected += f", dengan kaidah {self.expectation.rule.value}"
        if self.expectation.bearer:
            expected += f", siapa {self.expectation.bearer.value}"
        if self.expectation.absent:
            expected += f", tanpa kaidah {', '.join(text.value for text in self.expectation.absent)}"
        grounds = (*self.finding.grounds, *self.finding.instructed) if self.finding else ()
        shown = [f"{ground.rule.id} ({ground.rule.norm.modality}, {ground.kind})" for ground in grounds]
        fallen = [f"{d.rule.id} kalah dari {d.by.id}: {d.principle}" for g in grounds for d in g.defeated]
        lines = {
            "kasus": f"{self.case.name} ({self.expectation.place})",
            "ketentuan": self.case.provision,
            "keadaan": ", ".join(f"{name} {value}" for name, value in given(self.case).items()),
            "soal": f"{asked(self.expectation)}, {self.period.period.label}",
            "harap": expected,
            "hasil": self.answer.label,
            "dasar": "; ".join(shown) or "tidak ada",
            "kalah": "; ".join(fallen) or "tidak ada",
        }
        if self.finding and self.finding.missing:
            lines["fakta kurang"] = ", ".join(self.finding.missing)
        return "\n".join(f"{name:<12} : {text}" for name, text in lines.items())


def given(case: CaseRecord) -> dict[str, str]:
    return {name.value: value for name, value in case.facts}


def asked(expectation: ExpectationRecord) -> str:
    programme = f"{expectation.programme.value} dari " if expectation.programme else ""
    return f"{expectation.question} {programme}{expectation.object.value}"


def read_cases(path: Path) -> tuple[CaseRecord, ...]:
    """The cases of a file.

    Raises:
        Refused: with everything wrong in it.
    """
    shown_as = str(path.relative_to(ROOT)) if path.is_relative_to(ROOT) else path.name
    tree, problems = read_file(path, shown_as)
    report: list[Problem] = list(problems)
    if tree is not None:
        try:
            return CASE_FILE.read(tree, report)
        except Unreadable:
            pass
    raise Refused(*report)


@cache
def rulebook() -> Rulebook:
    """The rulebook of this checkout."""
    return load(RULES)


@cache
def decider(region: str) -> Decider:
    """Both engines over the shipped rulebook; kept, because every registration in durable-rules leaks."""
    return Decider(rulebook(), region)


def outcomes(case: CaseRecord) -> Iterator[Outcome]:
    """What is found for each expectation; without a day, in every period of the year.

    Raises:
        Refused: if a name in the case is unknown.
    """
    _check_names(case)
    query = _query(case)
    answer: CaseAnswer = decide_case(decider(query.region), query)
    for period in answer.periods:
        for expectation in case.expected:
            yield _outcome(case, query, period, expectation)


def _check_names(case: CaseRecord) -> None:
    """A misspelt object would be answered with silence, and a misspelt rule be absent, for the wrong reason."""
    rules = tuple(rule.id for rule in rulebook().rules)
    for it in case.expected:
        for text in (*it.absent, *([it.rule] if it.rule else [])):
            if text.value not in rules:
                raise Refused(UnknownName(place=text.place, what="kaidah", given=text.value, known=rules))
        named = [(it.question.vocabulary, it.object), *([("program", it.programme)] if it.programme else [])]
        for vocabulary, text in named:
            known = tuple(rulebook().vocabulary[vocabulary])
            if text.value not in known:
                raise Refused(UnknownName(place=text.place, what=vocabulary, given=text.value, known=known))


def _query(case: CaseRecord) -> Query:
    facts = given(case)
    category, segment = facts.pop("kategori"), facts.pop("segmen", None)
    return request.query(
        rulebook(),
        category=category,
        region=facts.pop("wilayah"),
        year=int(facts.pop("tahun")),
        day=facts.pop("tanggal", None),
        facts=[f"{name}={value}" for name, value in facts.items()],
        # a segment in a case is the choice of a region: refused where the law leaves no room for it
        policy=Policy(segments={category: segment}) if segment else Policy(),
    )


def _outcome(case: CaseRecord, query: Query, period: PeriodAnswer, expectation: ExpectationRecord) -> Outcome:
    segment, name = period.segment, expectation.object.value
    segments = (segment.value,) if segment.value else segment.candidates
    known: Known = {**query.facts, "kategori": query.category, "segmen": segments}
    if expectation.programme:
        known = {**known, "program": expectation.programme.value}
    moment = query.moment(period.period.start)
    asked = decide_open(decider(query.region), expectation.question, known, moment, segment.finding.answer)
    finding = _reported(period, expectation) or asked.findings.get(name)
    book = rulebook()
    met = frozenset(rule for rule in asked.met if name in book.rule(rule).norm.objects)
    answer = finding.answer if finding else Answer.SILENT
    if expectation.question is Question.SEGMENT:
        answer = _segment_answer(period, name, answer)
    return Outcome(case, expectation, query, period, finding, answer, met)


def _reported(period: PeriodAnswer, expectation: ExpectationRecord) -> Finding | None:
    """What the commands show; duties and funds they leave out are asked for directly."""
    programme = expectation.programme.value if expectation.programme else ""
    wanted = (expectation.question, expectation.object.value, programme)
    found = (f for f in period.findings if (f.question, f.object, f.programme) == wanted)
    return next(found, None) if expectation.question is not Question.SEGMENT else None


def _segment_answer(period: PeriodAnswer, name: str, alone: Answer) -> Answer:
    """Segments compete: the value is required, a candidate beside others is as open as the segment."""
    segment = period.segment
    if segment.value == name and not segment.chosen:
        return Answer.REQUIRED
    return segment.finding.answer if alone.positive else alone
