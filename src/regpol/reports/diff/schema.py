"""The JSON Schema of what ``regpol diff`` prints."""

from typing import Any

from regpol.decision.effects import How
from regpol.decision.value_changes import Absence
from regpol.law.model import Question
from regpol.terms.answer import Answer, Evidence

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_NUMBER: Json = {"type": "integer"}
_MAYBE_NUMBER: Json = {"type": ["integer", "null"]}
_GRADE: Json = {"enum": [grade.code for grade in Evidence]}


def diff_schema() -> Json:
    """The whole document."""
    side = _object({"name": _TEXT, "day": _TEXT, "budget_year": _NUMBER, "rulebook": _TEXT})
    monthly = _object(
        {"segment": _TEXT, "programme": _TEXT, "from": _MAYBE_NUMBER, "to": _MAYBE_NUMBER, "evidence": _GRADE}
    )
    return _object(
        {
            "from": side,
            "to": side,
            "region": _MAYBE,
            "values": _list(_value()),
            "rules": _list(_rule()),
            "flips": _list(_flip()),
            "monthly": _list(monthly),
            "unchanged": _or_null(_object({"answers": _NUMBER, "other_grounds": _NUMBER})),
        }
    )


def _value() -> Json:
    row = _object({"amount": _NUMBER, "words": _TEXT, "basis": _TEXT, "evidence": _GRADE})
    keys = {"type": "object", "additionalProperties": _TEXT}
    absent = _object({"absent": {"enum": [why.name.lower() for why in Absence]}})
    sides = {key: {"anyOf": [row, absent]} for key in ("from", "to")}
    return _object({"value": _TEXT, "meaning": _TEXT, "keys": keys, "unit": _TEXT, **sides})


def _rule() -> Json:
    how = {"enum": [how.name.lower() for how in How]}
    return _object({"rule": _TEXT, "citation": _MAYBE, "change": how, "validity": _TEXT, "evidence": _GRADE})


def _flip() -> Json:
    matter = {"question": {"enum": [str(question) for question in Question]}, "programme": _MAYBE, "object": _MAYBE}
    said = _object({"answer": {"enum": [str(answer) for answer in Answer]}, "segment": _MAYBE})
    sides = {"from": _or_null(said), "to": _or_null(said)}
    return _object({"category": _TEXT, **matter, **sides, "by": _list(_rule()), "through": _list(_object(matter))})


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _or_null(item: Json) -> Json:
    return {"anyOf": [item, {"type": "null"}]}
