"""A case as the JSON of the command contract. Fields may be added, never renamed."""

from typing import Any

from regpol.budget.comparison import Comparison
from regpol.budget.contribution import Base, Tariff
from regpol.budget.relief import Relief
from regpol.decision.case import CaseAnswer, PeriodAnswer
from regpol.decision.chain import Chain
from regpol.decision.open_facts import Finding
from regpol.decision.policy_room import Room
from regpol.decision.precedence import Ground
from regpol.law.model import Rule, Rulebook
from regpol.reports.case.report import CaseReport, ProgrammeCost
from regpol.reports.why.answer_sentence import answer_sentence
from regpol.terms.answer import Answer, Evidence
from regpol.terms.dates import Force
from regpol.terms.money import Rate

Json = dict[str, Any]


def case_json(rulebook: Rulebook, report: CaseReport) -> Json:
    """The document of ``check --json``."""
    answer = report.answer
    return {
        "category": answer.query.category,
        "region": answer.query.region,
        "year": answer.query.year,
        "periods": [_period(period, report) for period in answer.periods],
        "core_regulations": [
            {
                "core": str(line.core),
                "regulation": line.regulation,
                "status": line.status,
                "text": line.text,
                "rules": list(line.rules),
                "from": period.period.start.isoformat(),
            }
            for period, lines in report.core
            for line in lines
        ],
        "open_questions": list(report.open_questions),
        "remedies": [{"change": r.change, "holder": str(r.holder), "about": r.about} for r in report.remedies],
        "assumptions": list(report.assumptions),
        "policy_choices": [
            {
                "about": it.about,
                "chosen": it.chosen,
                "answer": str(it.room.answer) if it.room else None,
                "room": it.room.given or None if it.room else None,
                "norm": it.room.norms or None if it.room else None,
            }
            for it in report.choices
        ],
        "notes": list(report.notes),
        "practice_elsewhere": [
            {"region": note.region, "text": note.text, "evidence": note.evidence.code} for note in report.practices
        ],
        "rulebook": {"hash": rulebook.hash, "evidence": _evidence(answer)},
    }


def _period(period: PeriodAnswer, report: CaseReport) -> Json:
    segment = period.segment
    return {
        "from": period.period.start.isoformat(),
        "to": period.period.end.isoformat(),
        "situation": period.situation,
        "membership": _answer(period.membership),
        "segment": {
            "value": segment.value or None,
            "candidates": list(segment.candidates),
            "chosen_by_policy": segment.chosen,
            **_chosen(report.room(period, segment.finding)),
            **_answer(segment.finding),
        },
        "programmes": [
            _programme(finding, report.costs[period.period, finding.object], report.room(period, finding))
            for finding in period.programmes
        ],
        "funding": [_funding(finding, report, report.room(period, finding)) for finding in period.funding],
        "duties": [{"act": finding.object, **_answer(finding)} for finding in period.duties],
        "documents": [{"document": finding.object, **_answer(finding)} for finding in period.documents],
        "comparison": [_comparison(it) for it in report.comparisons[period.period]],
    }


def _comparison(it: Comparison) -> Json:
    return {
        "programmes": list(it.programmes),
        "base": _base(it.base),
        "by_wage": {
            "segment": it.by_wage,
            "figures": [
                {
                    "risk_group": one.group or None,
                    "monthly": one.amount,
                    "break_even_base": one.break_even,
                    "evidence": one.evidence.code,
                }
                for one in it.shares
            ],
            "grounds": [str(citation) for citation in it.wage_grounds],
        },
        "floor": {
            "segment": it.by_nominal,
            "monthly": it.floor,
            "evidence": it.floor_evidence.code,
            "grounds": [str(citation) for citation in it.nominal_grounds],
        },
        "tables": [
            {
                "value": table.value.name,
                "citation": str(table.value.citation),
                "answer": str(Answer.UNREAD),
                "top_sen": table.top,
                "share": str(Rate(table.share)) if table.share is not None else None,
            }
            for table in it.tables
        ],
    }


def _answer(finding: Finding) -> Json:
    made: Json = {
        "answer": str(finding.answer),
        "grounds": [ground_json(ground) for ground in (*finding.grounds, *finding.instructed)],
    }
    if finding.assumed:
        made |= {"assumed": True, "assumptions": list(finding.assumed)}
    if finding.missing:
        made["missing_facts"] = list(finding.missing)
    if finding.sides:
        made["sides"] = [{"if": side.cells, "answer": str(side.answer)} for side in finding.sides]
    return made


def _chosen(room: Room | None) -> Json:
    """Whether the region's own choice settles it, and if so on what norm that choice rests."""
    if room is None:
        return {"chosen": False}
    return {"chosen": True, "room": room.given or None, "norm": room.norms or None}


def _programme(finding: Finding, cost: ProgrammeCost, room: Room | None) -> Json:
    shares = [_share(tariff, cost.base) for tariff in cost.tariffs]
    discounts = [
        _relief(relief, tariff, cost.base) for tariff in cost.tariffs for relief in cost.reliefs[tariff.segment]
    ]
    return {
        "programme": finding.object,
        **_chosen(room),
        **_answer(finding),
        "shares": shares,
        "base": _base(cost.base),
        "discounts": discounts,
        "other_terms": [
            {
                "segment": way.segment,
                "payer": way.payer,
                "terms": way.words,
                "amount": way.amount,
                "citation": str(way.citation),
                "evidence": way.evidence.code,
            }
            for way in cost.beside
        ],
    }


def _relief(relief: Relief, tariff: Tariff, base: Base) -> Json:
    discount = relief.discount
    return {
        "discount": discount.id,
        "segment": tariff.segment,
        "payer": tariff.payer,
        "monthly": relief.of(tariff).amount(base.sen),
        "certain": relief.verdict is Force.YES,
        "not_from": list(discount.not_from),
        "provided": discount.provided or None,
        "validity": discount.validity.label,
        "citation": str(discount.citation),
        "evidence": relief.evidence.code,
    }


def _share(tariff: Tariff, base: Base) -> Json:
    return {
        "segment": tariff.segment,
        "payer": tariff.payer,
        "tariff": tariff.label,
        "monthly": tariff.amount(base.sen),
        "evidence": tariff.evidence.code,
        "assumed": base.assumed and tariff.fixed is None,
    }


def _base(base: Base) -> Json:
    return {"amount_sen": base.sen, "label": base.label, "evidence": base.evidence.code, "assumed": base.assumed}


def _funding(finding: Finding, report: CaseReport, room: Room | None) -> Json:
    account = report.account(finding)
    policy, category = report.answer.query.policy, report.answer.query.category
    rank, share = policy.rank(category, finding.object), policy.share(category, finding.object)
    return {
        "programme": finding.programme,
        "source": finding.object,
        "answer": str(finding.answer),
        "rank": rank,
        "share": str(share) if share else None,
        "account": account.code if account else None,
        "chosen_by_policy": rank is not None,
        **_chosen(room),
        **_answer(finding),
    }


def ground_json(ground: Ground) -> Json:
    """A ground as the contract shows it."""
    rule = ground.rule
    provision = rule.provision
    return {
        "rule": rule.id,
        "provision": provision.id if provision else None,
        "citation": str(provision.citation) if provision else f"dibaca tanpa temuan: {', '.join(rule.read)}",
        "evidence": rule.evidence.code,
        "scope": provision.regulation.scope if provision else None,
        "bearer": rule.norm.bearer or None,
        "modality": str(rule.norm.modality),
        "kind": ground.kind,
        "in_force": str(ground.force),
        "validity": rule.own_validity.label,
        "reading": rule.reading.by if rule.reading else None,
        "defeated": [
            {
                "rule": defeat.rule.id,
                "by": str(defeat.principle),
                "citation": _citation(defeat.rule.provision),
                "scope": defeat.rule.provision.regulation.scope if defeat.rule.provision else None,
            }
            for defeat in ground.defeated
        ],
        **({"assumed": rule.assumed} if rule.assumed else {}),
    }


def _citation(provision: object) -> str | None:
    return str(provision.citation) if provision is not None else None  # type: ignore[attr-defined]


def _evidence(answer: CaseAnswer) -> dict[str, int]:
    """How many of the rules behind the answer rest on each grade."""
    counts = {grade.code: 0 for grade in reversed(Evidence)}
    rules = {
        ground.rule.id: ground.rule
        for period in answer.periods
        for finding in period.findings
        for ground in finding.grounds
        if ground.force is not Force.NO
    }
    for rule in rules.values():
        counts[rule.evidence.code] += 1
    return counts


def chain_json(rulebook: Rulebook, chain: Chain) -> Json:
    """One answer walked back to its provisions, as ``why --json`` prints it."""
    finding = chain.finding
    provisions = {
        ground.rule.provision.id: ground.rule.provision
        for ground in (*finding.grounds, *finding.instructed)
        if ground.rule.provision
    }
    return {
        "from": chain.period.start.isoformat(),
        "to": chain.period.end.isoformat(),
        "sentence": answer_sentence(rulebook, chain),
        "question": str(finding.question),
        "programme": finding.programme or None,
        "object": finding.object or None,
        **_answer(finding),
        "provisions": [
            {
                "id": provision.id,
                "citation": str(provision.citation),
                "gist": provision.gist,
                "evidence": provision.evidence.code,
                "sources": [{"name": s.name, "address": s.address} for s in provision.sources if s.address],
            }
            for provision in provisions.values()
        ],
        "remedies": [{"change": turn.change, "holder": str(turn.holder)} for turn in chain.turns],
        "versions": {
            "earlier": [_version(rule) for rule in chain.earlier],
            "later": [_version(rule) for rule in chain.later],
        },
    }


def _version(rule: Rule) -> Json:
    return {"rule": rule.id, "citation": _citation(rule.provision), "validity": rule.own_validity.label}
