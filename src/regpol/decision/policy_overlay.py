"""Lays a region's choices over the law's answer, and refuses those the law forbids.

Policy settles what is left open and nothing else: the answer stays the law's, the choice is shown
beside it. A choice against "required", "forbidden" or "excluded" stops with the norm it goes against.
"""

from collections.abc import Mapping
from dataclasses import replace

from regpol.decision.open_facts import Finding
from regpol.decision.segment import Segment
from regpol.law.model import Term
from regpol.project.policy import Policy
from regpol.terms.answer import Answer
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.command import PolicyAgainstLaw


def chosen_segment(segment: Segment, policy: Policy, category: str) -> Segment:
    """The segment with the region's choice, if it makes one.

    Raises:
        Refused: if the law leaves no room for it.
    """
    choice = policy.segments.get(category)
    if choice is None or choice == segment.value:
        return segment
    if choice not in segment.candidates:
        place = policy.place("segmen", category)
        against = next((finding for finding in segment.barred if finding.object == choice), segment.finding)
        raise Refused(_against(place, f"segmen {category}: {choice}", against))
    return replace(segment, value=choice, chosen=True)


def check_programmes(findings: tuple[Finding, ...], terms: Mapping[str, Term], policy: Policy, category: str) -> None:
    """Chosen programmes leave out none that is required and take in none that is barred.

    Raises:
        Refused: with every choice that goes against a norm.
    """
    chosen = policy.programmes.get(category)
    if chosen is None:
        return
    place = policy.place("program", category)
    problems = []
    for finding in findings:
        if terms[finding.object].umbrella:
            continue
        if finding.answer is Answer.REQUIRED and finding.object not in chosen:
            problems.append(_against(place, f"program {category} tanpa {finding.object}", finding))
        if finding.answer.negative and finding.object in chosen:
            problems.append(_against(place, f"program {category}: {finding.object}", finding))
    if problems:
        raise Refused(*problems)


def check_funds(findings: tuple[Finding, ...], policy: Policy, category: str) -> None:
    """No chosen fund is barred for a programme chosen with it; in a ranking also one whose turn may never come.

    That another payer must pay (the worker's own part) is no reason against a fund: a choice says which
    money carries what the region pays.

    Raises:
        Refused: with every choice that goes against a norm.
    """
    funds = policy.fund_codes(category)
    programmes = policy.programmes.get(category)
    place = policy.place("dana", category)
    barred = [
        _against(place, f"dana {category}: {finding.object} untuk {finding.programme}", finding)
        for finding in findings
        if finding.object in funds
        and finding.answer.negative
        and (programmes is None or finding.programme in programmes)
    ]
    if barred:
        raise Refused(*barred)


def _against(place: Place, choice: str, finding: Finding) -> PolicyAgainstLaw:
    norms = [str(ground.rule.provision.citation) for ground in finding.grounds if ground.rule.provision]
    return PolicyAgainstLaw(
        place=place, choice=choice, answer=finding.answer.label, norm="; ".join(norms) or "pernyataan diam"
    )
