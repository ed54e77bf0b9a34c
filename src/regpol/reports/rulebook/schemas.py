"""The JSON Schemas of what ``regpol law show``, ``list`` and ``coverage`` print."""

from typing import Any

from regpol.decision.rivals import Order
from regpol.law.coverage import Claim
from regpol.law.reading_list import Stage
from regpol.terms.answer import Evidence

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_GRADE: Json = {"enum": [grade.code for grade in Evidence]}


def law_schemas() -> dict[str, Json]:
    """Each document by the verb that prints it."""
    return {"law_show": _show(), "law_list": _listing(), "law_work": _work(), "law_coverage": _coverage()}


def _object(properties: Json, required: tuple[str, ...] = ()) -> Json:
    return {"type": "object", "properties": properties, "required": list(required or properties)}


def _list(item: Json) -> Json:
    return {"type": "array", "items": item}


_TEXTS = _list(_TEXT)


def _show() -> Json:
    rival = _object({"rule": _TEXT, "order": {"enum": [order.name.lower() for order in Order]}, "by": _MAYBE})
    rule = _object(
        {
            **dict.fromkeys(("id", "question", "norm", "validity"), _TEXT),
            **dict.fromkeys(("provision", "reading"), _MAYBE),
            **dict.fromkeys(("conditions", "overrides", "overridden_by"), _TEXTS),
            "evidence": _GRADE,
            "rivals": _list(rival),
        }
    )
    figure = _object({**dict.fromkeys(("kind", "name", "meaning", "citation"), _TEXT), "evidence": _GRADE})
    signature = _object({**dict.fromkeys(("name", "date", "text", "sha256"), _TEXT), "fallen": _MAYBE})
    entry = {
        **dict.fromkeys(("kind", "id", "title"), _TEXT),
        "rules": _list(rule),
        "figures": _list(figure),
        "silences": _TEXTS,
        "categories": _TEXTS,
        "signatures": _list(signature),
        "evidence": _GRADE,
        "citation": _TEXT,
        "provisions": _list(_provision()),
    }
    needed = ("kind", "id", "title", "rules", "figures", "silences", "categories", "signatures")
    return _object({"entries": _list(_object(entry, needed))})


def _provision() -> Json:
    source = _object({"name": _TEXT, "address": _TEXT})
    return _object(
        {
            **dict.fromkeys(("provision_id", "citation", "gist", "validity", "reading"), _TEXT),
            **dict.fromkeys(("role", "reason"), _MAYBE),
            "evidence": _GRADE,
            "sources": _list(source),
        }
    )


def _listing() -> Json:
    entry = {
        **dict.fromkeys(("kind", "id", "name"), _TEXT),
        **dict.fromkeys(("question", "validity", "signature"), _MAYBE),
        "categories": _TEXTS,
        "evidence": _GRADE,
        "unread": {"type": "boolean"},
    }
    return _object({"entries": _list(_object(entry))})


def _work() -> Json:
    place = _object({"citation": _TEXT, "provision": _MAYBE})
    one = {
        **dict.fromkeys(("keeper", "address", "seek"), _MAYBE),
        **dict.fromkeys(("rank", "rules", "figures"), _COUNT),
        "stage": {"enum": [stage.name.lower() for stage in Stage]},
        "regulation": _TEXT,
        "categories": _TEXTS,
        "places": _list(place),
    }
    return _object({"work": _list(_object(one))})


def _coverage() -> Json:
    place = {
        "citation": _TEXT,
        "provision": _MAYBE,
        "claim": {"enum": [claim.name.lower() for claim in Claim]},
        "by": _TEXTS,
        "reason": _MAYBE,
    }
    regulation = {
        "regulation": _TEXT,
        "counts": _object(dict.fromkeys((claim.name.lower() for claim in Claim), _COUNT)),
        "places": _list(_object(place)),
    }
    return _object({"regulations": _list(_object(regulation)), "unclaimed": _COUNT})
