"""The JSON Schemas of what ``regpol law show``, ``list`` and ``coverage`` print."""

from typing import Any

from regpol.decision.rivals import Order
from regpol.law.coverage import Claim
from regpol.law.reading_list import Stage
from regpol.reports.json_shape import list_of, object_of
from regpol.terms.answer import Evidence

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}
_COUNT: Json = {"type": "integer", "minimum": 0}
_GRADE: Json = {"enum": [grade.code for grade in Evidence]}


def law_schemas() -> dict[str, Json]:
    """Each document by the verb that prints it."""
    return {"law_show": _show(), "law_list": _listing(), "law_work": _work(), "law_coverage": _coverage()}


_TEXTS = list_of(_TEXT)


def _show() -> Json:
    rival = object_of({"rule": _TEXT, "order": {"enum": [order.name.lower() for order in Order]}, "by": _MAYBE})
    rule = object_of(
        {
            **dict.fromkeys(("id", "question", "norm", "validity"), _TEXT),
            **dict.fromkeys(("provision", "reading"), _MAYBE),
            **dict.fromkeys(("conditions", "overrides", "overridden_by"), _TEXTS),
            "evidence": _GRADE,
            "rivals": list_of(rival),
        }
    )
    figure = object_of({**dict.fromkeys(("kind", "name", "meaning", "citation"), _TEXT), "evidence": _GRADE})
    signature = object_of({**dict.fromkeys(("name", "date", "text", "sha256"), _TEXT), "fallen": _MAYBE})
    entry = {
        **dict.fromkeys(("kind", "id", "title"), _TEXT),
        "rules": list_of(rule),
        "figures": list_of(figure),
        "silences": _TEXTS,
        "categories": _TEXTS,
        "signatures": list_of(signature),
        "evidence": _GRADE,
        "citation": _TEXT,
        "provisions": list_of(_provision()),
    }
    needed = ("kind", "id", "title", "rules", "figures", "silences", "categories", "signatures")
    return object_of(
        {"entries": list_of(object_of(entry, optional=tuple(name for name in entry if name not in needed)))}
    )


def _provision() -> Json:
    source = object_of({"name": _TEXT, "address": _TEXT})
    return object_of(
        {
            **dict.fromkeys(("provision_id", "citation", "gist", "validity", "reading"), _TEXT),
            **dict.fromkeys(("role", "reason"), _MAYBE),
            "evidence": _GRADE,
            "sources": list_of(source),
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
    return object_of({"entries": list_of(object_of(entry))})


def _work() -> Json:
    place = object_of({"citation": _TEXT, "provision": _MAYBE})
    one = {
        **dict.fromkeys(("keeper", "address", "seek"), _MAYBE),
        **dict.fromkeys(("rank", "rules", "figures"), _COUNT),
        "stage": {"enum": [stage.name.lower() for stage in Stage]},
        "regulation": _TEXT,
        "categories": _TEXTS,
        "places": list_of(place),
    }
    return object_of({"work": list_of(object_of(one))})


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
        "counts": object_of(dict.fromkeys((claim.name.lower() for claim in Claim), _COUNT)),
        "places": list_of(object_of(place)),
    }
    return object_of({"regulations": list_of(object_of(regulation)), "unclaimed": _COUNT})
