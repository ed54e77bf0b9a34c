"""The JSON Schema of what ``regpol diff`` prints."""

from typing import Any

from regpol.decision.effects import How
from regpol.decision.value_changes import Absence
from regpol.law.model import Question
from regpol.reports.json_shape import list_of, object_of
from regpol.terms.answer import Answer, Evidence

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_NUMBER: Json = {"type": "integer"}
_MAYBE_NUMBER: Json = {"type": ["integer", "null"]}
_GRADE: Json = {"enum": [grade.code for grade in Evidence]}


def diff_schema() -> Json:
    """The whole document."""
    side = object_of({"name": _TEXT, "day": _TEXT, "budget_year": _NUMBER, "rulebook": _TEXT})
    monthly = object_of(
        {"segment": _TEXT, "programme": _TEXT, "from": _MAYBE_NUMBER, "to": _MAYBE_NUMBER, "evidence": _GRADE}
    )
    return object_of(
        {
            "from": side,
            "to": side,
            "region": _MAYBE,
            "values": list_of(_value()),
            "rules": list_of(_rule()),
            "flips": list_of(_flip()),
            "monthly": list_of(monthly),
            "unchanged": _or_null(object_of({"answers": _NUMBER, "other_grounds": _NUMBER})),
        }
    )


def _value() -> Json:
    row = object_of({"amount": _NUMBER, "words": _TEXT, "basis": _TEXT, "evidence": _GRADE})
    keys = {"type": "object", "additionalProperties": _TEXT}
    absent = object_of({"absent": {"enum": [why.name.lower() for why in Absence]}})
    sides = {key: {"anyOf": [row, absent]} for key in ("from", "to")}
    return object_of({"value": _TEXT, "meaning": _TEXT, "keys": keys, "unit": _TEXT, **sides})


def _rule() -> Json:
    how = {"enum": [how.name.lower() for how in How]}
    return object_of({"rule": _TEXT, "citation": _MAYBE, "change": how, "validity": _TEXT, "evidence": _GRADE})


def _flip() -> Json:
    matter = {"question": {"enum": [str(question) for question in Question]}, "programme": _MAYBE, "object": _MAYBE}
    said = object_of({"answer": {"enum": [str(answer) for answer in Answer]}, "segment": _MAYBE})
    sides = {"from": _or_null(said), "to": _or_null(said)}
    return object_of(
        {"category": _TEXT, **matter, **sides, "by": list_of(_rule()), "through": list_of(object_of(matter))}
    )


def _or_null(item: Json) -> Json:
    return {"anyOf": [item, {"type": "null"}]}
