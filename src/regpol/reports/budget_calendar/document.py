"""The calendar of a budget year as one JSON document, and its schema."""

from typing import Any

from regpol.budget.calendar import CalendarOnDay, DoorOnDay, DoorState, StepOnDay, StepState
from regpol.law.model.calendar import Track
from regpol.project.region import Region
from regpol.reports.json_shape import closed_object_of
from regpol.terms.answer import Evidence

Json = dict[str, Any]


def calendar_json(view: CalendarOnDay, region: Region, notes: tuple[str, ...], rulebook: str) -> Json:
    """The calendar as a document."""
    step = view.next_deadline
    return {
        "region": region.code,
        "year": view.year,
        "on": view.on.isoformat(),
        "open": [one.door.code for one in view.open],
        "next_deadline": _step(step) if step else None,
        "doors": [_door(one) for one in view.doors],
        "following": {"year": view.year + 1, "doors": [_door(one) for one in view.following]},
        "remarks": [
            {"text": it.text, "citation": str(it.citation), "evidence": it.evidence.code} for it in view.remarks
        ],
        "notes": list(notes),
        "rulebook": {"hash": rulebook},
    }


def _door(one: DoorOnDay) -> Json:
    return {
        "door": one.door.code,
        "track": str(one.door.track),
        "name": one.door.name,
        "use": one.door.use,
        "state": one.state.name.lower(),
        "steps": [_step(step) for step in one.steps],
    }


def _step(one: StepOnDay) -> Json:
    closes = one.closes
    return {
        "name": one.step.name,
        "state": one.state.name.lower(),
        "opens": one.opens.isoformat() if one.opens else None,
        "closes": {"earliest": closes.earliest.isoformat(), "latest": closes.latest.isoformat()} if closes else None,
        "days_left": one.left,
        "undated": one.step.undated or None,
        "text": one.step.text,
        "citation": str(one.step.citation),
        "evidence": one.step.evidence.code,
        "sources": [source.name for source in one.step.sources],
        "note": one.step.note or None,
    }


def calendar_schema() -> Json:
    """The JSON Schema of the document."""
    text, maybe = {"type": "string"}, {"type": ["string", "null"]}
    grade = {"enum": [it.code for it in Evidence]}
    span = closed_object_of({"earliest": text, "latest": text})
    step = closed_object_of(
        {
            "name": text,
            "state": {"enum": [it.name.lower() for it in StepState]},
            "opens": maybe,
            "closes": {"anyOf": [span, {"type": "null"}]},
            "days_left": {"type": ["integer", "null"]},
            "undated": maybe,
            "text": text,
            "citation": text,
            "evidence": grade,
            "sources": {"type": "array", "items": text},
            "note": maybe,
        }
    )
    door = closed_object_of(
        {
            "door": text,
            "track": {"enum": [str(it) for it in Track]},
            "name": text,
            "use": text,
            "state": {"enum": [it.name.lower() for it in DoorState]},
            "steps": {"type": "array", "items": step},
        }
    )
    doors = {"type": "array", "items": door}
    remark = closed_object_of({"text": text, "citation": text, "evidence": grade})
    return closed_object_of(
        {
            "region": text,
            "year": {"type": "integer"},
            "on": text,
            "open": {"type": "array", "items": text},
            "next_deadline": {"anyOf": [step, {"type": "null"}]},
            "doors": doors,
            "following": closed_object_of({"year": {"type": "integer"}, "doors": doors}),
            "remarks": {"type": "array", "items": remark},
            "notes": {"type": "array", "items": text},
            "rulebook": closed_object_of({"hash": text}),
        }
    )
