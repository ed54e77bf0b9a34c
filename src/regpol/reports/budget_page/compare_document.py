"""A comparison of plans as one JSON document, and its schema (``banding_anggaran``)."""

from typing import Any

from regpol.budget.comparing.compare import DIMENSIONS, Difference, NamedPlan, Row
from regpol.budget.comparing.effects import Cause
from regpol.reports.budget_page.compare_words import CAUSES, month_name, row_name
from regpol.reports.json_shape import list_of, object_of

Json = dict[str, Any]


def compare_json(differences: tuple[Difference, ...]) -> Json:
    """Every plan against the first; amounts are whole rupiah."""
    first = differences[0].before
    return {
        "plans": [_plan(it) for it in (first, *(difference.after for difference in differences))],
        "cause_names": {str(cause): name for cause, name in CAUSES.items()},
        "differences": [_difference(it) for it in differences],
    }


def _plan(it: NamedPlan) -> Json:
    head = it.plan.head
    return {
        "name": it.name,
        "region": head.region,
        "year": head.year,
        "title": head.title,
        "rulebook": head.rulebook,
        "people": it.plan.counts.planned,
        "total": it.plan.total,
        "complete": it.plan.complete,
        "uncounted": sum(line.people for line in it.plan.lines if line.amount is None),
    }


def _difference(it: Difference) -> Json:
    prices = [
        {"category": price.category, "programme": price.programme, "before": price.before, "after": price.after}
        for price in it.prices
    ]
    return {
        "from": it.before.name,
        "to": it.after.name,
        "same": it.same,
        "total": _row(it.total, ""),
        **{name: [_row(row, row_name(it, name, row.key)) for row in it.tables[name]] for name in DIMENSIONS},
        "cash": [_row(row, month_name(row.key)) for row in it.cash],
        "prices": prices,
        "outside": [{"reason": change.reason, "before": change.before, "after": change.after} for change in it.outside],
        "notes": list(it.notes),
    }


def _row(row: Row, name: str) -> Json:
    return {
        "code": row.key,
        "name": name,
        "before": row.before,
        "after": row.after,
        "difference": row.difference,
        "causes": {str(cause): amount for cause, amount in row.causes.items()},
        "uncounted": list(row.uncounted),
    }


_TEXT, _NUMBER, _YES_NO = {"type": "string"}, {"type": "integer"}, {"type": "boolean"}
_MAYBE_NUMBER = {"type": ["integer", "null"]}


def compare_schema() -> Json:
    """The JSON Schema of what ``regpol budget compare --json`` prints."""
    causes = {
        "type": "object",
        "propertyNames": {"enum": [str(cause) for cause in Cause]},
        "additionalProperties": _NUMBER,
    }
    pair = {"type": "array", "items": _NUMBER, "minItems": 2, "maxItems": 2}
    row = object_of(
        {
            **dict.fromkeys(("code", "name"), _TEXT),
            **dict.fromkeys(("before", "after", "difference"), _NUMBER),
            "causes": causes,
            "uncounted": pair,
        }
    )
    price = object_of(
        {**dict.fromkeys(("category", "programme"), _TEXT), **dict.fromkeys(("before", "after"), _MAYBE_NUMBER)}
    )
    difference = object_of(
        {
            **dict.fromkeys(("from", "to"), _TEXT),
            "same": _YES_NO,
            "total": row,
            **{name: list_of(row) for name in (*DIMENSIONS, "cash")},
            "prices": list_of(price),
            "outside": list_of(object_of({"reason": _TEXT, **dict.fromkeys(("before", "after"), _NUMBER)})),
            "notes": list_of(_TEXT),
        }
    )
    plan = object_of(
        {
            **dict.fromkeys(("name", "region", "title", "rulebook"), _TEXT),
            **dict.fromkeys(("year", "people", "total", "uncounted"), _NUMBER),
            "complete": _YES_NO,
        }
    )
    names = {"type": "object", "additionalProperties": _TEXT}
    return object_of({"plans": list_of(plan), "cause_names": names, "differences": list_of(difference)})
