"""The changes of a month on the terminal and as one JSON document; nobody is named."""

from pathlib import PurePath
from typing import Any

from regpol.register.changes.outcome import Change, ChangeClass, Changes, Closing
from regpol.register.changes.persons import Person
from regpol.reports.changes.workbook import equation
from regpol.reports.json_shape import closed_object_of
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.dates import long_date
from regpol.terms.language import thousands

Json = dict[str, Any]
_SHOWN_UNITS = 12


def changes_text(report: Changes) -> str:
    """The equation, what stayed, and the units with most changes."""
    lines = [(_signed(count, label), label, told) for label, count, told in equation(report)]
    stayed = [
        (thousands(report.counts[klass]), str(klass))
        for klass in (ChangeClass.SAME, ChangeClass.CHANGED, ChangeClass.MOVED)
    ]
    return "\n".join(
        [
            heading(f"Perubahan register {report.region_name}; masa SK pada {long_date(report.on_date)}"),
            "",
            columns(lines, (9, 38, 0)),
            "",
            "Yang tetap di register",
            columns(stayed, (9, 0)),
            "",
            *_units(report),
            "Yang dianggap benar",
            bullets(report.assumptions),
        ]
    )


def _signed(count: int, label: str) -> str:
    if label.startswith("Register"):
        return thousands(count)
    return "0" if not count else f"{'−' if label.startswith('−') else '+'}{thousands(abs(count))}"


def _units(report: Changes) -> list[str]:
    moved = {unit: _much(one) for unit, one in report.by_unit.items()}
    most = sorted((unit for unit in moved if moved[unit]), key=lambda unit: (-moved[unit], unit))
    if not most:
        return []
    lines = [
        (report.unit_name(unit), f"{one.old} → {one.new}", f"keluar {one.left}, masuk {one.came}{_moves(one)}")
        for unit in most[:_SHOWN_UNITS]
        for one in [report.by_unit[unit]]
    ]
    rest = len(most) - len(lines)
    more = [f"  dan {rest} unit lain; lihat lembar Per unit pada hasil -o"] if rest else []
    return ["Unit dengan perubahan terbanyak", columns(lines, (30, 12, 0)), *more, ""]


def _much(one: Closing) -> int:
    return one.left + one.came + one.moved_away + one.moved_here


def _moves(one: Closing) -> str:
    moves = [
        f"{word} {count}"
        for word, count in (("pindah keluar", one.moved_away), ("pindah masuk", one.moved_here))
        if count
    ]
    return f", {', '.join(moves)}" if moves else ""


def changes_json(report: Changes) -> Json:
    """The equation and every change by its rows; people are found by row, never by name."""
    closing = report.closing
    return {
        "region": report.region,
        "on": report.on_date.isoformat(),
        "closing": {"old": closing.old, "left": closing.left, "came": closing.came, "new": closing.new},
        "counts": {klass.name.lower(): report.counts[klass] for klass in ChangeClass},
        "units": [
            {
                "unit": unit,
                "old": one.old,
                "left": one.left,
                "moved_away": one.moved_away,
                "came": one.came,
                "moved_here": one.moved_here,
                "new": one.new,
            }
            for unit, one in report.by_unit.items()
        ],
        "changes": [_change(one) for one in report.changes if one.klass is not ChangeClass.SAME],
        "assumptions": list(report.assumptions),
    }


def _change(one: Change) -> Json:
    return {
        "class": one.klass.name.lower(),
        "old": _place(one.old),
        "new": _place(one.new),
        "reason": one.reason,
        "since": one.since.isoformat() if one.since else None,
        "fields": [field.field for field in one.fields],
    }


def _place(person: Person | None) -> Json | None:
    if person is None:
        return None
    place = person.entry.place
    return {"file": PurePath(place.file).name, "sheet": place.sheet, "line": place.line, "unit": person.entry.unit}


def changes_schema() -> Json:
    """The JSON Schema of the document."""
    text, number = {"type": "string"}, {"type": "integer"}
    place = closed_object_of({"file": text, "sheet": text, "line": number, "unit": text})
    maybe_place = {"anyOf": [place, {"type": "null"}]}
    change = closed_object_of(
        {
            "class": {"enum": [klass.name.lower() for klass in ChangeClass]},
            "old": maybe_place,
            "new": maybe_place,
            "reason": text,
            "since": {"type": ["string", "null"]},
            "fields": {"type": "array", "items": text},
        }
    )
    totals = dict.fromkeys(("old", "left", "came", "new"), number)
    moves = dict.fromkeys(("moved_away", "moved_here"), number)
    return closed_object_of(
        {
            "region": text,
            "on": text,
            "closing": closed_object_of(totals),
            "counts": closed_object_of({klass.name.lower(): number for klass in ChangeClass}),
            "units": {"type": "array", "items": closed_object_of({"unit": text, **totals, **moves})},
            "changes": {"type": "array", "items": change},
            "assumptions": {"type": "array", "items": text},
        }
    )
