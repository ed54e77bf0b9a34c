"""A comparison of two papers as one JSON document. Fields may be added, never renamed."""

from typing import Any

from regpol.documents.redline.changes import Change, Move, Redline
from regpol.documents.redline.reasons import Reason
from regpol.documents.word_back.edited import Clause, Edited, shown
from regpol.reports.json_shape import closed_object_of, list_of

Json = dict[str, Any]
_TEXT: Json = {"type": "string"}
_MAYBE: Json = {"type": ["string", "null"]}


def redline_json(redline: Redline) -> Json:
    """The document of ``redline --json``."""
    return {
        "from": _side(redline.old),
        "to": _side(redline.new),
        "changes": [_change(change) for change in redline.changes],
        "unchanged": redline.unchanged,
        "around": [{"from": shown(gone) or None, "to": shown(fresh) or None} for gone, fresh in redline.around],
        "tables_differ": redline.tables,
        "table_rows": [{"from": gone or None, "to": fresh or None} for gone, fresh in redline.rows],
        "inputs_differ": list(redline.inputs),
    }


def _side(edited: Edited) -> Json:
    return {"file": edited.name, "rulebook": edited.rulebook or None, "decided": edited.decided or None}


def _clause(clause: Clause | None) -> Json | None:
    if clause is None:
        return None
    unit = clause.unit
    return {
        "address": unit.address,
        "eid": unit.eid,
        "mark": clause.mark or None,
        "text": shown(clause.text),
        "typed": clause.typed,
    }


def _change(change: Change) -> Json:
    return {
        "kind": change.move,
        "also_moved": change.also_moved,
        "from": _clause(change.old),
        "to": _clause(change.new),
        "words": [{"kind": span.kind, "text": shown(span.text)} for span in change.spans],
        "reason": change.reason,
        "bases": list(change.bases),
        "bases_lost": list(change.lost),
        "bases_gained": list(change.gained),
        "tracked": [
            {"kind": it.kind, "author": it.author, "moment": it.moment or None, "text": it.text}
            for it in change.tracked
        ],
        "comments": [{"author": it.author, "text": it.text} for it in change.comments],
        "template": _template(change),
        "facts": [{"name": it.name, "from": it.before, "to": it.after or None} for it in change.touched.facts],
        "only_facts": change.touched.only_facts,
    }


def _template(change: Change) -> Json | None:
    behind = change.touched
    if not behind.template:
        return None
    return {"file": behind.template, "line": behind.line, "conditions": list(behind.conditions)}


def redline_schema() -> Json:
    """The JSON Schema of the document."""
    side = closed_object_of({"file": _TEXT, "rulebook": _MAYBE, "decided": _MAYBE})
    clause = closed_object_of(
        {"address": _TEXT, "eid": _TEXT, "mark": _MAYBE, "text": _TEXT, "typed": {"type": "boolean"}}
    )
    word = closed_object_of({"kind": {"enum": ["sama", "dihapus", "disisipkan"]}, "text": _TEXT})
    tracked = closed_object_of({"kind": _TEXT, "author": _TEXT, "moment": _MAYBE, "text": _TEXT})
    template = closed_object_of({"file": _TEXT, "line": {"type": "integer"}, "conditions": list_of(_TEXT)})
    change = closed_object_of(
        {
            "kind": {"enum": [move.value for move in Move]},
            "also_moved": {"type": "boolean"},
            "from": {"anyOf": [clause, {"type": "null"}]},
            "to": {"anyOf": [clause, {"type": "null"}]},
            "words": list_of(word),
            "reason": {"enum": [reason.value for reason in Reason]},
            **dict.fromkeys(("bases", "bases_lost", "bases_gained"), list_of(_TEXT)),
            "tracked": list_of(tracked),
            "comments": list_of(closed_object_of({"author": _TEXT, "text": _TEXT})),
            "template": {"anyOf": [template, {"type": "null"}]},
            "facts": list_of(closed_object_of({"name": _TEXT, "from": _TEXT, "to": _MAYBE})),
            "only_facts": {"type": "boolean"},
        }
    )
    around = closed_object_of({"from": _MAYBE, "to": _MAYBE})
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **closed_object_of(
            {
                "from": side,
                "to": side,
                "changes": list_of(change),
                "unchanged": {"type": "integer"},
                "around": list_of(around),
                "tables_differ": {"type": "boolean"},
                "table_rows": list_of(closed_object_of({"from": _MAYBE, "to": _MAYBE})),
                "inputs_differ": list_of(_TEXT),
            }
        ),
    }
