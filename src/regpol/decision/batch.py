"""Decides every combination a register falls into: hundreds of cases, however many the rows."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from regpol.decision.case import CaseAnswer, Query, decide_case
from regpol.decision.findings import Decider
from regpol.decision.open_facts import Finding
from regpol.law.model import Rulebook
from regpol.situations.columns import Combination
from regpol.terms.answer import Answer


@dataclass(frozen=True)
class DecidedCombination:
    """A combination with its answer, and what is to be paid under it."""

    combination: Combination
    answer: CaseAnswer

    @property
    def segment(self) -> str:
        """The segment in the last period, empty if it is open."""
        return self.answer.periods[-1].segment.value

    def programmes(self, rulebook: Rulebook) -> tuple[str, ...]:
        """The programmes to be paid: those policy chose, otherwise those that are required."""
        query = self.answer.query
        chosen = query.policy.programmes.get(query.category)
        if chosen is not None:
            return chosen
        terms = rulebook.vocabulary["program"]
        last = self.answer.periods[-1].programmes
        return tuple(f.object for f in last if f.answer is Answer.REQUIRED and not terms[f.object].umbrella)

    @property
    def fund(self) -> str:
        """The fund policy chose to pay first, empty if it chose none."""
        return self.answer.query.policy.fund(self.answer.query.category)

    def findings(self, rulebook: Rulebook) -> tuple[Finding, ...]:
        """The findings that bear on what is paid, in the last period."""
        last = self.answer.periods[-1]
        programmes = self.programmes(rulebook)
        return (
            last.membership,
            last.segment.finding,
            *(finding for finding in last.programmes if finding.object in programmes),
            *(f for f in last.funding if f.programme in programmes and f.object == self.fund),
        )


def decide_all(
    decider: Decider,
    found: Iterable[Combination],
    ask: Callable[[Combination], Query],
    progress: Callable[[int], None] = lambda done: None,
) -> tuple[DecidedCombination, ...]:
    """Decides each combination; ``progress`` is told how many are done."""
    decided = []
    for done, combination in enumerate(found, 1):
        decided.append(DecidedCombination(combination, decide_case(decider, ask(combination))))
        progress(done)
    return tuple(decided)
