"""The JSON Schemas of the files a lawyer edits and of the documents that commands print."""

from typing import Any

from regpol.documents.amending.phrases import phrases_schema
from regpol.documents.brief.wording import wording_schema
from regpol.documents.kinds import kinds_schema
from regpol.documents.lint.rule import rules_schema
from regpol.law.format import SCHEMAS
from regpol.law.model import BenefitForm, Core, Modality
from regpol.project.answer_mapping import answer_mapping_schema
from regpol.project.mapping_format import mapping_schema
from regpol.project.project import project_schema
from regpol.project.realisation_format import realisation_mapping_schema
from regpol.project.signature_format import signature_schema
from regpol.project.starting_format import starting_schema
from regpol.reports.budget_calendar.document import calendar_schema
from regpol.reports.budget_page.compare_document import compare_schema
from regpol.reports.changes.text import changes_schema
from regpol.reports.diff.schema import diff_schema
from regpol.reports.json_shape import list_of, object_of
from regpol.reports.lint.document import lint_rules_schema, lint_schema
from regpol.reports.plan.schema import plan_schema
from regpol.reports.quality.schema import quality_schema
from regpol.reports.realisation.text import realisation_schema
from regpol.reports.redline.document import redline_schema
from regpol.reports.rulebook.schemas import law_schemas
from regpol.reports.validation.text import validation_schema
from regpol.terms.answer import Answer, Evidence

DIALECT = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
Json = dict[str, Any]


def documents() -> dict[str, Json]:
    """Every schema by name."""
    files = {name: DIALECT | {"title": name} | shape.schema() for name, shape in SCHEMAS.items()}
    others: dict[str, Json] = {
        "project": project_schema(),
        "proyek-awal": starting_schema(),
        "pemetaan": mapping_schema(),
        "jenis": kinds_schema(),
        "rumusan": wording_schema(),
        "perubahan": phrases_schema(),
        "teknik": rules_schema(),
        "tanda_tangan": signature_schema(),
        "pemetaan_jawaban": answer_mapping_schema(),
        "pemetaan_realisasi": realisation_mapping_schema(),
    }
    files |= {name: DIALECT | {"title": name} | shape for name, shape in others.items()}
    printed = {
        "check": _check(),
        "benefits": _benefits(),
        "region": _region(),
        "problems": _problems(),
        "law_check": _law_check(),
        "diff": diff_schema(),
        "redline": redline_schema(),
        "lint": lint_schema(),
        "lint_list": lint_rules_schema(),
        "register_inspect": quality_schema(),
        "banding_anggaran": compare_schema(),
        "budget_calendar": calendar_schema(),
        "rencana": plan_schema(),
        "register_validate": validation_schema(),
        "register_changes": changes_schema(),
        "budget_realisation": realisation_schema(),
        **law_schemas(),
    }
    return files | {name: DIALECT | shape for name, shape in printed.items()}


_TEXT = {"type": "string"}
_MAYBE_TEXT = {"type": ["string", "null"]}
_MAYBE_NUMBER = {"type": ["integer", "null"]}
_YES_NO = {"type": "boolean"}
_ANSWER = {"enum": [str(answer) for answer in Answer]}
_GRADE = {"enum": [grade.code for grade in Evidence]}


def _ground() -> Json:
    defeat = object_of({"rule": _TEXT, "by": _TEXT, "citation": _MAYBE_TEXT, "scope": _MAYBE_TEXT})
    return object_of(
        {
            "rule": _TEXT,
            "provision": _MAYBE_TEXT,
            "citation": _TEXT,
            "evidence": _GRADE,
            "scope": _MAYBE_TEXT,
            "bearer": _MAYBE_TEXT,
            "modality": {"enum": [str(modality) for modality in Modality]},
            "kind": {"enum": ["norm", "instruction", "silence", "unread", "outside_time"]},
            "defeated": list_of(defeat),
            "assumed": _TEXT,
        },
        optional=("assumed",),
    )


def _finding(**extra: Json) -> Json:
    side = object_of({"if": _TEXT, "answer": _ANSWER})
    shared = {"answer": _ANSWER, "grounds": list_of(_ground()), "missing_facts": list_of(_TEXT), "sides": list_of(side)}
    assumed = {"assumed": _YES_NO, "assumptions": list_of(_TEXT)}
    return object_of({**extra, **shared, **assumed}, optional=("missing_facts", "sides", *assumed, *_ROOM))


_ROOM: Json = {"room": _MAYBE_TEXT, "norm": _MAYBE_TEXT}
_CHOSEN: Json = {"chosen": _YES_NO, **_ROOM}
"""Whether the region's own choice settles an answer, and if so on what norm that choice rests."""


def _period() -> Json:
    known = {"evidence": _GRADE, "assumed": _YES_NO}
    share = object_of({"segment": _TEXT, "payer": _TEXT, "tariff": _TEXT, "monthly": _MAYBE_NUMBER, **known})
    base = object_of({"amount_sen": _MAYBE_NUMBER, "label": _TEXT, **known})
    fund: Json = {
        "programme": _TEXT,
        "source": _TEXT,
        "rank": _MAYBE_NUMBER,
        "share": _MAYBE_TEXT,
        "account": _MAYBE_TEXT,
    }
    segment: Json = {"value": _MAYBE_TEXT, "candidates": list_of(_TEXT), "chosen_by_policy": _YES_NO}
    return object_of(
        {
            "from": _TEXT,
            "to": _TEXT,
            "situation": {"type": "object", "additionalProperties": _TEXT},
            "membership": _finding(),
            "segment": _finding(**segment, **_CHOSEN),
            "programmes": list_of(_programme(share, base)),
            "funding": list_of(_finding(**fund, **_CHOSEN)),
            "duties": list_of(_finding(act=_TEXT)),
            "documents": list_of(_finding(document=_TEXT)),
            "comparison": list_of(_comparison(base)),
        }
    )


def _programme(share: Json, base: Json) -> Json:
    based = {"citation": _TEXT, "evidence": _GRADE}
    relief = {**dict.fromkeys(("discount", "segment", "payer", "validity"), _TEXT), "provided": _MAYBE_TEXT}
    discount = object_of(
        {**relief, "monthly": _MAYBE_NUMBER, "certain": {"type": "boolean"}, "not_from": list_of(_TEXT), **based}
    )
    terms = object_of({"segment": _TEXT, "payer": _TEXT, "terms": _TEXT, "amount": _MAYBE_NUMBER, **based})
    return _finding(
        programme=_TEXT,
        shares=list_of(share),
        base=base,
        discounts=list_of(discount),
        other_terms=list_of(terms),
        **_CHOSEN,
    )


def _comparison(base: Json) -> Json:
    figure = object_of(
        {"risk_group": _MAYBE_TEXT, "monthly": _MAYBE_NUMBER, "break_even_base": _MAYBE_NUMBER, "evidence": _GRADE}
    )
    table = object_of(
        {"value": _TEXT, "citation": _TEXT, "answer": _ANSWER, "top_sen": _MAYBE_NUMBER, "share": _MAYBE_TEXT}
    )
    return object_of(
        {
            "programmes": list_of(_TEXT),
            "base": base,
            "by_wage": object_of({"segment": _TEXT, "figures": list_of(figure), "grounds": list_of(_TEXT)}),
            "floor": object_of(
                {"segment": _TEXT, "monthly": _MAYBE_NUMBER, "evidence": _GRADE, "grounds": list_of(_TEXT)}
            ),
            "tables": list_of(table),
        }
    )


def _check() -> Json:
    core = object_of(
        {"core": {"enum": [str(core) for core in Core]}, "regulation": _TEXT, "status": _TEXT, "text": _TEXT}
    )
    return object_of(
        {
            "category": _TEXT,
            "region": _TEXT,
            "year": {"type": "integer"},
            "periods": list_of(_period()),
            "core_regulations": list_of(core),
            "open_questions": list_of(_TEXT),
            "remedies": list_of(object_of({"change": _TEXT, "holder": _TEXT, "about": _TEXT})),
            "assumptions": list_of(_TEXT),
            "policy_choices": list_of(_choice()),
            "notes": list_of(_TEXT),
            "rulebook": object_of({"hash": _TEXT, "evidence": {"type": "object"}}),
        }
    )


def _benefits() -> Json:
    based: Json = {"citation": _TEXT, "evidence": _GRADE}
    met = {"enum": ["met", "unmet", "unknown"]}
    conditions = list_of(object_of({"text": _TEXT, "threshold": _MAYBE_TEXT, "status": met}))
    amount = object_of({"each": {"type": "integer"}, "total": _MAYBE_NUMBER, "evidence": _GRADE, "note": _MAYBE_TEXT})
    child = object_of(
        {"level": _TEXT, "yearly": {"type": "integer"}, "years": _MAYBE_NUMBER, "to_the_end": _MAYBE_NUMBER}
    )
    item = object_of(
        {
            "text": _TEXT,
            "form": {"enum": [str(form) for form in BenefitForm]},
            "amounts": list_of(amount),
            "children": list_of(child),
            **dict.fromkeys(("children_at_most", "tariff", "duration"), _MAYBE_TEXT),
            "conditions": conditions,
            "unread": list_of(_TEXT),
            "needs": list_of(_TEXT),
            **based,
        }
    )
    benefit = object_of(
        {
            "id": _TEXT,
            "recipient": _TEXT,
            "segments": list_of(_TEXT),
            "in_force": {"enum": ["yes", "uncertain"]},
            **dict.fromkeys(("differs_on", "according_to", "claim_lapses_after", "note"), _MAYBE_TEXT),
            **based,
            "sources": list_of(object_of({"name": _TEXT, "address": _TEXT})),
            "items": list_of(item),
            "conditions": conditions,
            "papers": list_of(_TEXT),
            "steps": list_of(object_of({"text": _TEXT, "bearer": _TEXT, "deadline": _MAYBE_TEXT, **based})),
        }
    )
    event = object_of({"event": _TEXT, "benefits": list_of(benefit)})
    answered = {"programme": _TEXT, "answer": _ANSWER, "grounds": list_of(_ground())}
    period = {"from": _TEXT, "to": _TEXT, "segments": list_of(_TEXT), "segment_answer": _ANSWER}
    known = {"base_sen": _MAYBE_NUMBER, "numbers": {"type": "object"}, "children": list_of(_TEXT)}
    return object_of(
        {
            "category": _TEXT,
            "region": _TEXT,
            "year": {"type": "integer"},
            "events": list_of(_TEXT),
            "known": object_of(known),
            "periods": list_of(
                object_of(
                    {
                        **period,
                        "programmes": list_of(object_of({**answered, "events": list_of(event)})),
                        "outside": list_of(object_of(answered)),
                    }
                )
            ),
            "assumptions": list_of(_TEXT),
            "rulebook": object_of({"hash": _TEXT}),
        }
    )


def _choice() -> Json:
    answer = {"anyOf": [_ANSWER, {"type": "null"}]}
    return object_of({"about": _TEXT, "chosen": _TEXT, "answer": answer, **_ROOM})


def _region() -> Json:
    known = {"evidence": _GRADE}
    status = object_of({"status": _TEXT, "citation": _TEXT, **known})
    forming = object_of({"law": _TEXT, "about": _TEXT, "note": _TEXT, **known})
    words = {"thing": _TEXT, "name": _TEXT, "short": _MAYBE_TEXT, "head": _MAYBE_TEXT}
    instrument = object_of({**dict.fromkeys(("region", "name", "about", "said"), _TEXT), **known})
    return object_of(
        {
            **dict.fromkeys(("code", "name", "kind", "path", "government", "head"), _TEXT),
            "parents": list_of(_TEXT),
            "autonomous": _YES_NO,
            "attributes": {"type": "object", "additionalProperties": _TEXT},
            "special_status": {"anyOf": [status, {"type": "null"}]},
            "forming_law": {"anyOf": [forming, {"type": "null"}]},
            "units": {"type": "object", "additionalProperties": {"type": "integer"}},
            "names": list_of(object_of({**words, "local": _YES_NO, "citation": _TEXT, **known})),
            "known_instruments": list_of(instrument),
            "loaded_instruments": list_of(object_of(dict.fromkeys(("name", "scope", "reading"), _TEXT))),
            "rulebook": object_of({"hash": _TEXT}),
        }
    )


def _problem() -> Json:
    place = object_of({"file": _TEXT, "line": {"type": "integer"}, "column": {"type": "integer"}})
    words = dict.fromkeys(("code", "severity", "found", "expected", "action"), _TEXT)
    return object_of({**words, "place": place, "who": _TEXT}, optional=("who",))


def _problems() -> Json:
    return object_of({"problems": list_of(_problem())})


def _law_check() -> Json:
    number = {"type": "integer"}
    sizes = ("regulations", "provisions", "rules", "values", "situations", "targets", "targets_kept", "periods")
    ends = ("confirmed", "errors", "warnings", "tenths_of_seconds")
    counts = object_of(
        {
            **dict.fromkeys((*sizes, *ends), number),
            "budget_years": list_of(number),
            "answers": object_of({str(answer): number for answer in Answer}),
            "by_code": {"type": "object", "additionalProperties": number},
        }
    )
    return object_of({"problems": list_of(_problem()), "counts": counts, "rulebook": object_of({"hash": _TEXT})})
