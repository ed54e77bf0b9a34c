"""Puts each decided situation into words: what is known, what follows on what texts, what is open, who settles it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from regpol.budget.row_amounts import RowAmounts
from regpol.budget.spans import Span
from regpol.decision.batch import DecidedCombination
from regpol.decision.case import PeriodAnswer
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.decision.remedies import Holder, remedies, subject
from regpol.law.model import Rulebook
from regpol.reports.case.text import cited
from regpol.reports.decided.register import Open, Reason, SituationLine
from regpol.situations.target import Known
from regpol.terms.answer import Answer
from regpol.terms.dates import long_date

ATTENTION = frozenset({Answer.UNSETTLED, Answer.UNKNOWN, Answer.UNREAD, Answer.SILENT, Answer.NOT_IN_FORCE})
_UNKNOWN = "belum diketahui"
_SHOWN = 3


class SituationWords:
    """The words of the situations of one register."""

    def __init__(self, decider: Decider, spans: Sequence[Span], amounts: RowAmounts) -> None:
        self._decider = decider
        self._book: Rulebook = decider.rulebook
        self._amounts = amounts
        self._personal = {span.number for span in spans if span.personal}

    def line(self, one: DecidedCombination) -> SituationLine:
        """One situation."""
        combination, book = one.combination, self._book
        findings = one.findings(book)
        funding = [f for f in findings if f.object == one.fund]
        last = {f.object: f for f in one.answer.periods[-1].programmes}
        programmes = one.programmes(book)
        labels = combination.labels
        return SituationLine(
            number=combination.number,
            people=combination.people,
            category=book.categories[combination.category].name,
            facts=tuple((name, label) for name, label in labels.items() if label != _UNKNOWN),
            unknown=tuple(name for name, label in labels.items() if label == _UNKNOWN),
            segment=self._segment(one),
            answers={self._short(code): last[code].answer.label for code in programmes if code in last},
            monthly=self._monthly(combination.number, programmes),
            by_income=combination.number in self._personal,
            fund=book.term("dana", one.fund).short if one.fund else "",
            fund_answer=max((f.answer for f in funding), default=Answer.SILENT).label if funding else "",
            reasons=tuple(self._reasons(findings)),
            attention=tuple(self._attention(one, findings)),
            open=tuple(dict.fromkeys(self._open(one, findings))),
        )

    def _short(self, code: str) -> str:
        return self._book.term("program", code).short

    def _monthly(self, number: int, programmes: Sequence[str]) -> Mapping[str, int | None]:
        known = self._amounts.of(number)
        return {self._short(code): known.get(f"{code}_sebulan") for code in programmes}

    def _segment(self, one: DecidedCombination) -> str:
        segment = one.answer.periods[-1].segment
        if segment.value:
            return self._book.term("segmen", segment.value).short + (" (kebijakan)" if segment.chosen else "")
        return " atau ".join(self._book.term("segmen", code).short for code in segment.candidates)

    def _reasons(self, findings: Sequence[Finding]) -> Iterator[Reason]:
        for finding in findings:
            names = list(dict.fromkeys(cited(ground) for ground in (*finding.grounds, *finding.instructed)))
            more = (f"dan {len(names) - _SHOWN} lainnya",) if len(names) > _SHOWN else ()
            yield Reason(_headed(subject(self._book, finding)), finding.answer.label, (*names[:_SHOWN], *more))

    def _attention(self, one: DecidedCombination, findings: Sequence[Finding]) -> Iterator[str]:
        segment = one.answer.periods[-1].segment
        for finding in findings:
            if finding.answer in ATTENTION and finding is not segment.finding:
                yield f"{_headed(subject(self._book, finding))} {finding.answer.label}"
        if not segment.value:
            yield f"Segmen {segment.finding.answer.label}: {self._segment(one)}"
        for before, after in pairwise(one.answer.periods):
            yield f"Berubah sejak {long_date(after.period.start)}: {self._changes(before, after)}"

    def _changes(self, before: PeriodAnswer, after: PeriodAnswer) -> str:
        """What reads differently in the later of two periods."""
        known = {(it.question, it.programme, it.object): it for it in before.findings}
        told = []
        for finding in after.findings:
            was = known.get((finding.question, finding.programme, finding.object))
            if was is None or was.signature != finding.signature:
                earlier = was.answer.label if was else "tidak ditanyakan"
                same = was is not None and was.answer is finding.answer
                turn = "dasarnya" if same else f"{earlier} menjadi {finding.answer.label}"
                told.append(f"{subject(self._book, finding)} {turn}")
        more = [f"dan {len(told) - _SHOWN} lainnya"] if len(told) > _SHOWN else []
        return ", ".join([*told[:_SHOWN], *more]) or "segmen"

    def _open(self, one: DecidedCombination, findings: Sequence[Finding]) -> Iterator[Open]:
        last, query = one.answer.periods[-1], one.answer.query
        segments = (last.segment.value,) if last.segment.value else last.segment.candidates
        known: Known = {**query.facts, "kategori": query.category, "segmen": segments}
        moment = query.moment(last.period.start)
        for finding in findings:
            settled = finding is last.segment.finding and last.segment.value
            if finding.answer in ATTENTION and not settled:
                for remedy in remedies(self._decider, finding, known, moment):
                    holder = remedy.holder
                    yield Open(_headed(remedy.about), remedy.change, _who(holder))


def _who(holder: Holder) -> str:
    return _HOLDERS.get(holder, str(holder))


_HOLDERS = {Holder.FACT: "petugas data (isi atau perbaiki kolomnya dalam register)"}


def _headed(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}"
