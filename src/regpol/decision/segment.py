"""The segment of a case: one value if law or policy settles it, otherwise those that stay possible."""

from dataclasses import dataclass, replace

from regpol.decision.open_facts import Finding
from regpol.law.model import Term
from regpol.terms.answer import Answer


@dataclass(frozen=True)
class Segment:
    """The segment: ``value`` if law or policy settles it, else the ``candidates`` that stay possible.

    ``barred`` holds what the law says of those that are not possible.
    """

    finding: Finding
    value: str
    candidates: tuple[str, ...]
    chosen: bool
    barred: tuple[Finding, ...] = ()


def settled_segment(findings: dict[str, Finding], terms: dict[str, Term]) -> Segment:
    """The segment that the findings on each segment add up to."""
    positive = [name for name, finding in findings.items() if finding.answer.positive]
    open_names = [name for name, finding in findings.items() if _possible(finding)]
    barred = tuple(finding for finding in findings.values() if finding.answer.negative)
    if len(positive) == 1 and not open_names:
        return Segment(findings[positive[0]], positive[0], (positive[0],), False, barred)
    candidates = tuple(positive + open_names) or tuple(
        name for name, term in terms.items() if not term.elsewhere and not _negative(findings.get(name))
    )
    possible = [findings[name] for name in candidates if name in findings] or list(findings.values())
    shown = max(possible, key=lambda finding: finding.answer)
    grounds = tuple({ground.rule.id: ground for f in possible for ground in f.grounds}.values())
    instructed = tuple(ground for f in possible for ground in f.instructed)
    missing = tuple(dict.fromkeys(fact for f in possible for fact in f.missing))
    answer = Answer.UNSETTLED if len(positive) > 1 else shown.answer
    return Segment(
        replace(shown, object="", answer=answer, grounds=grounds, instructed=instructed, missing=missing),
        "",
        candidates,
        False,
        barred,
    )


def _possible(finding: Finding) -> bool:
    """Whether it may turn out to be the segment once a fact is known or a reading chosen."""
    if finding.answer is Answer.UNKNOWN:
        return any(side.answer.positive or side.answer is Answer.UNSETTLED for side in finding.sides)
    return finding.answer is Answer.UNSETTLED


def _negative(finding: Finding | None) -> bool:
    return finding is not None and finding.answer.negative
