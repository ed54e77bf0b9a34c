"""The JSON Schema of a plan as ``regpol budget`` prints and keeps it."""

from dataclasses import fields
from typing import Any

from regpol.budget.planning.plan import DISCRETIONARY, FORM, MANDATORY, PlanLine
from regpol.reports.json_shape import object_of

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "integer"}
_MAYBE_NUMBER: Json = {"type": ["integer", "null"]}
_PAIRS: Json = {"type": "array", "items": {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}}
_AMOUNTS: Json = {
    "type": "array",
    "items": {"type": "array", "prefixItems": [_TEXT, _NUMBER], "minItems": 2, "maxItems": 2},
}
_NUMBERS = {"month_cover", "month_cash", "people", "share"}
_MAYBE_NUMBERS = {"price", "amount"}


def plan_schema() -> Json:
    """The whole document; lines are rows under the names of their columns."""
    texts = {"type": "array", "items": _TEXT}
    head = dict.fromkeys(("region", "region_name", "on_date", "title", "source", "rulebook"), _TEXT)
    left = dict.fromkeys(("reason", "category", "unit", "programme", "rows"), _TEXT)
    ground = {**dict.fromkeys(("about", "programme", "fund"), _TEXT), "citations": _PAIRS, "unread": texts}
    columns = [it.name for it in fields(PlanLine)]
    lines = {
        "columns": {"const": columns},
        "rows": {
            "type": "array",
            "items": {
                "type": "array",
                "prefixItems": [_column(name) for name in columns],
                "minItems": len(columns),
                "maxItems": len(columns),
            },
        },
    }
    heads = {"type": "array", "prefixItems": [_TEXT, _TEXT, _NUMBER, _NUMBER], "minItems": 4, "maxItems": 4}
    return object_of(
        {
            "form": {"const": FORM},
            "head": object_of(
                {
                    **head,
                    "year": _NUMBER,
                    "policy": _PAIRS,
                    "assumptions": texts,
                    "notes": texts,
                    "carried": _AMOUNTS,
                }
            ),
            "counts": object_of(dict.fromkeys(("read", "planned", "outside", "rejected"), _NUMBER)),
            "total": _NUMBER,
            "complete": {"type": "boolean"},
            "lines": object_of(lines),
            "grounds": {"type": "object", "additionalProperties": object_of(ground)},
            "uncounted": {"type": "array", "items": object_of({**left, "people": _NUMBER})},
            "outside": {"type": "array", "items": object_of({**left, "people": _NUMBER})},
            "names": {"type": "object", "additionalProperties": _TEXT},
            "heads": {"type": "array", "items": heads},
        }
    )


def _column(name: str) -> Json:
    if name == "obligation":
        return {"enum": [MANDATORY, DISCRETIONARY]}
    return _NUMBER if name in _NUMBERS else _MAYBE_NUMBER if name in _MAYBE_NUMBERS else _TEXT
