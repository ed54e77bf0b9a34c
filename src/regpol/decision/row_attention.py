"""What the answers of a combination ask to be looked at in its rows: limits of age, and facts that are missing."""

from collections.abc import Iterator
from dataclasses import dataclass

from regpol.decision.batch import DecidedCombination
from regpol.decision.open_facts import Finding
from regpol.law.model import Question, Rulebook
from regpol.terms.answer import Answer, Evidence

AGE = "usia"


@dataclass(frozen=True)
class AgeLimit:
    """A rule that closes or leaves out by age, met by everyone of a combination; ``about`` names what it closes."""

    rule: str
    about: str
    answer: Answer
    citation: str
    evidence: Evidence


def age_limits(decided: DecidedCombination, rulebook: Rulebook) -> tuple[AgeLimit, ...]:
    """The limits of age that bear on membership and on the programmes to be paid, each rule once."""
    found: dict[str, AgeLimit] = {}
    for finding in _asked(decided, rulebook):
        for ground in finding.grounds:
            rule = ground.rule
            closes = ground.kind == "norm" and rule.norm.modality.answer.negative and AGE in rule.facts
            if closes and rule.provision and rule.id not in found:
                cited = str(rule.provision.citation)
                about = _about(finding, rulebook)
                found[rule.id] = AgeLimit(rule.id, about, finding.answer, cited, rule.evidence)
    return tuple(found.values())


def missing_facts(decided: DecidedCombination, rulebook: Rulebook) -> frozenset[str]:
    """The facts, not known of this combination, on which an answer that bears on payment depends."""
    return frozenset(code for finding in decided.findings(rulebook) for code in finding.missing)


def _asked(decided: DecidedCombination, rulebook: Rulebook) -> Iterator[Finding]:
    return (it for it in decided.findings(rulebook) if it.question in {Question.MEMBERSHIP, Question.PROGRAMME})


def _about(finding: Finding, rulebook: Rulebook) -> str:
    if finding.question is Question.PROGRAMME:
        return rulebook.term("program", finding.object).name
    return "kepesertaan"
