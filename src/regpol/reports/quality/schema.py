"""The JSON Schema of what ``register inspect --json`` prints."""

from typing import Any

from regpol.reports.json_shape import list_of, object_of
from regpol.terms.problems import Owner, Severity

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_NUMBER: Json = {"type": "integer", "minimum": 0}
_YES_NO: Json = {"type": "boolean"}
_NUMBERS: Json = {"type": "object", "additionalProperties": _NUMBER}
_WHO: Json = {"enum": [str(owner) for owner in Owner]}
_WEIGHT: Json = {"enum": [str(severity) for severity in Severity]}


def quality_schema() -> Json:
    """The document: counts that add up, lists, kinds, owners, units, missing facts, and every finding."""
    place = object_of({"file": _TEXT, "line": _NUMBER, "column": _NUMBER})
    words = dict.fromkeys(("code", "title", "found", "expected", "action", "unit"), _TEXT)
    problem = object_of({**words, "severity": _WEIGHT, "who": _WHO, "rejected": _YES_NO, "place": place})
    kind = {**dict.fromkeys(("code", "title", "to_do"), _TEXT), "severity": _WEIGHT, "who": _WHO, "rows": _NUMBER}
    listed = {"file": _TEXT, "sheet": _TEXT, "columns": {"type": "object", "additionalProperties": _TEXT}}
    return object_of(
        {
            "counts": _numbers("read", "decidable", "rejected", "to_check", "faultless"),
            "lists": list_of(object_of({**listed, **_counted("header_row", "read", "rejected", "skipped")})),
            "kinds": list_of(object_of(kind)),
            "owners": {"type": "object", "additionalProperties": _numbers("errors", "rows")},
            "units": list_of(
                object_of(
                    {"code": _TEXT, "name": _TEXT, **_counted("read", "rejected", "troubled"), "by_code": _NUMBERS}
                )
            ),
            "missing_facts": list_of(
                object_of({"name": _TEXT, "holder": _TEXT, "column": _YES_NO, **_counted("blank", "blocks")})
            ),
            "assumptions": list_of(_TEXT),
            "problems": list_of(problem),
        }
    )


def _counted(*names: str) -> Json:
    return dict.fromkeys(names, _NUMBER)


def _numbers(*names: str) -> Json:
    return object_of(_counted(*names))
