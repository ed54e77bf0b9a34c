"""A comparison as one JSON document. Fields may be added, never renamed."""

from typing import Any

from regpol.decision.effects import Flip, Matter, RuleChange, Said
from regpol.decision.value_changes import Absence, ValueChange
from regpol.law.model import ValueRow
from regpol.reports.diff.report import DiffReport

Json = dict[str, Any]


def diff_json(report: DiffReport) -> Json:
    """The document of ``diff --json``."""
    answers = report.answers
    return {
        "from": _side(report, 0),
        "to": _side(report, 1),
        "region": report.region or None,
        "values": [_value(change) for change in report.values],
        "rules": [_rule(change) for change in report.rules],
        "flips": [_flip(flip) for flip in answers.flips] if answers else [],
        "monthly": [
            {
                "segment": it.segment,
                "programme": it.programme,
                "from": it.before,
                "to": it.after,
                "evidence": it.evidence.code,
            }
            for it in report.monthly
        ],
        "unchanged": {"answers": answers.same, "other_grounds": answers.other_grounds} if answers else None,
    }


def _side(report: DiffReport, at: int) -> Json:
    moment = report.moments[at]
    return {
        "name": report.names[at],
        "day": moment.day.isoformat(),
        "budget_year": moment.budget_year,
        "rulebook": moment.rulebook.hash,
    }


def _value(change: ValueChange) -> Json:
    return {
        "value": change.value.name,
        "meaning": change.value.meaning,
        "keys": dict(change.keys),
        "unit": change.value.unit,
        "from": _row(change, change.before),
        "to": _row(change, change.after),
    }


def _row(change: ValueChange, row: ValueRow | Absence) -> Json:
    if isinstance(row, Absence):
        return {"absent": row.name.lower()}
    return {
        "amount": row.amount,
        "words": change.value.words(row.amount),
        "basis": row.basis or str(change.value.citation),
        "evidence": row.evidence.code,
    }


def _rule(change: RuleChange) -> Json:
    provision = change.rule.provision
    return {
        "rule": change.rule.id,
        "citation": str(provision.citation) if provision else None,
        "change": change.how.name.lower(),
        "validity": change.rule.validity.label,
        "evidence": change.rule.evidence.code,
    }


def _flip(flip: Flip) -> Json:
    return {
        "category": flip.category,
        **_matter(flip.matter),
        "from": _said(flip.before),
        "to": _said(flip.after),
        "by": [_rule(change) for change in flip.by],
        "through": [_matter(matter) for matter in flip.through],
    }


def _matter(matter: Matter) -> Json:
    question, programme, name = matter
    return {"question": str(question), "programme": programme or None, "object": name or None}


def _said(said: Said | None) -> Json | None:
    return {"answer": str(said.answer), "segment": said.detail or None} if said else None
