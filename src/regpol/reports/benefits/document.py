"""The benefits of a case as JSON. Fields may be added, never renamed."""

from typing import Any

from regpol.budget.benefit import Amount, BenefitDue, ChildAmount, Condition, Due
from regpol.decision.open_facts import Finding
from regpol.law.model import BenefitStep, Rulebook
from regpol.reports.benefits.report import BenefitPeriod, BenefitReport
from regpol.reports.case.document import ground_json
from regpol.terms.dates import Force

Json = dict[str, Any]
_MET = {Force.YES: "met", Force.NO: "unmet", Force.UNCERTAIN: "unknown"}


def benefits_json(rulebook: Rulebook, report: BenefitReport) -> Json:
    """The document of ``benefits --json``."""
    query, claimant = report.answer.query, report.claimant
    return {
        "category": query.category,
        "region": query.region,
        "year": query.year,
        "events": list(report.events),
        "known": {
            "base_sen": claimant.base,
            "numbers": {str(fact): number for fact, number in claimant.numbers.items()},
            "children": list(claimant.children),
        },
        "periods": [_period(rulebook, period) for period in report.periods],
        "assumptions": list(report.assumptions),
        "rulebook": {"hash": rulebook.hash},
    }


def _period(rulebook: Rulebook, period: BenefitPeriod) -> Json:
    return {
        "from": period.period.start.isoformat(),
        "to": period.period.end.isoformat(),
        "segments": list(period.segments),
        "segment_answer": str(period.segment.answer),
        "programmes": [
            {
                "programme": one.finding.object,
                **_answer(one.finding),
                "events": [
                    {"event": event, "benefits": [_benefit(rulebook, due) for due in dues]}
                    for event, dues in one.events
                ],
            }
            for one in period.programmes
        ],
        "outside": [{"programme": finding.object, **_answer(finding)} for finding in period.outside],
    }


def _answer(finding: Finding) -> Json:
    return {"answer": str(finding.answer), "grounds": [ground_json(ground) for ground in finding.grounds]}


def _benefit(rulebook: Rulebook, due: BenefitDue) -> Json:
    benefit = due.benefit
    return {
        "id": benefit.id,
        "recipient": benefit.recipient,
        "segments": list(benefit.segments),
        "in_force": str(due.force),
        "differs_on": benefit.group or None,
        "according_to": benefit.by or None,
        "citation": str(benefit.citation),
        "evidence": benefit.evidence.code,
        "sources": [{"name": source.name, "address": source.address} for source in benefit.sources if source.address],
        "items": [_item(item) for item in due.items],
        "conditions": [_condition(it) for it in due.conditions],
        "papers": [rulebook.term("berkas_klaim", code).name for code in benefit.papers],
        "steps": [_step(step, deadline) for step, deadline in zip(benefit.steps, due.deadlines, strict=True)],
        "claim_lapses_after": due.lapse or None,
        "note": benefit.note or None,
    }


def _item(item: Due) -> Json:
    return {
        "text": item.item.text,
        "form": str(item.item.form),
        "amounts": [_amount(amount) for amount in item.amounts],
        "children": [_child(child) for child in item.children],
        "children_at_most": item.at_most or None,
        "tariff": item.tariff or None,
        "duration": item.duration or None,
        "conditions": [_condition(it) for it in item.conditions],
        "unread": list(item.unread),
        "needs": [str(need) for need in item.needs],
        "citation": str(item.item.citation),
        "evidence": item.evidence.code,
    }


def _amount(amount: Amount) -> Json:
    return {
        "each": amount.each,
        "total": amount.total,
        "evidence": amount.evidence.code,
        "note": amount.note or None,
    }


def _child(child: ChildAmount) -> Json:
    return {"level": child.level, "yearly": child.each, "years": child.years, "to_the_end": child.to_the_end}


def _condition(it: Condition) -> Json:
    return {"text": it.text, "threshold": it.threshold or None, "status": _MET[it.met]}


def _step(step: BenefitStep, deadline: str) -> Json:
    return {
        "text": step.text,
        "bearer": step.bearer,
        "deadline": deadline or None,
        "citation": str(step.citation),
        "evidence": step.evidence.code,
    }
