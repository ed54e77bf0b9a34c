"""The JSON Schema of what ``register inspect --json`` prints."""

from typing import Any

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
    place = _object({"file": _TEXT, "line": _NUMBER, "column": _NUMBER})
    words = dict.fromkeys(("code", "title", "found", "expected", "action", "unit"), _TEXT)
    problem = _object({**words, "severity": _WEIGHT, "who": _WHO, "rejected": _YES_NO, "place": place})
    kind = {**dict.fromkeys(("code", "title", "to_do"), _TEXT), "severity": _WEIGHT, "who": _WHO, "rows": _NUMBER}
    listed = {"file": _TEXT, "sheet": _TEXT, "columns": {"type": "object", "additionalProperties": _TEXT}}
    return _object(
        {
            "counts": _numbers("read", "decidable", "rejected", "to_check", "faultless"),
            "lists": _list(_object({**listed, **_counted("header_row", "read", "rejected", "skipped")})),
            "kinds": _list(_object(kind)),
            "owners": {"type": "object", "additionalProperties": _numbers("errors", "rows")},
            "units": _list(
                _object({"code": _TEXT, "name": _TEXT, **_counted("read", "rejected", "troubled"), "by_code": _NUMBERS})
            ),
            "missing_facts": _list(
                _object({"name": _TEXT, "holder": _TEXT, "column": _YES_NO, **_counted("blank", "blocks")})
            ),
            "assumptions": _list(_TEXT),
            "problems": _list(problem),
        }
    )


def _object(properties: Json) -> Json:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


def _counted(*names: str) -> Json:
    return dict.fromkeys(names, _NUMBER)


def _numbers(*names: str) -> Json:
    return _object(_counted(*names))
