"""A validation on the terminal and as one JSON document; nobody is named."""

from pathlib import PurePath
from typing import Any

from regpol.register.validation.mapping import MEANING, Result
from regpol.register.validation.outcome import Validation
from regpol.reports.json_shape import closed_object_of
from regpol.reports.layout import bullets, columns, heading
from regpol.terms.language import thousands
from regpol.terms.place import Place

Json = dict[str, Any]


def validation_text(report: Validation) -> str:
    """Counts by result, and that rows and answers add up."""
    results = [
        (thousands(count), str(result), MEANING[result].action) for result, count in report.by_result.items() if count
    ]
    ways = [(thousands(count), str(way)) for way, count in report.by_way.items()]
    read, answers = thousands(len(report.rows)), thousands(len(report.answer.rows))
    used, left = thousands(report.answers_used), thousands(len(report.strays))
    return "\n".join(
        [
            heading(f"Validasi register: {report.mapping.name}"),
            "",
            f"Register: {read} baris dibaca = {thousands(sum(report.by_result.values()))} dengan hasil",
            columns(results, (7, 30, 0)),
            "",
            f"Jawaban: {answers} baris dibaca = {used} dipakai + {left} tanpa baris register",
            f"Fakta diisi atau berubah: {thousands(len(report.changes))} sel",
            "",
            "Sesudah ini",
            columns(ways, (7, 0)),
            "",
            "Yang dianggap benar",
            bullets(report.assumptions),
        ]
    )


def validation_json(report: Validation) -> Json:
    """The figures and each row by its place."""
    return {
        "mapping": {"code": report.mapping.code, "name": report.mapping.name, "origin": report.mapping.origin},
        "counts": {
            "rows": len(report.rows),
            "results": {result.name.lower(): count for result, count in report.by_result.items()},
            "answers": len(report.answer.rows),
            "answers_used": report.answers_used,
            "answers_left": len(report.strays),
            "cells_changed": len(report.changes),
        },
        "rows": [
            {
                **_place(one.place),
                "result": one.result.name.lower(),
                "way": one.meaning.way.name.lower(),
                "facts": dict(one.facts),
                "answers": [answer.place.line for answer in one.answers],
                "action": one.meaning.action,
                "who": one.meaning.who,
            }
            for one in report.rows
        ],
        "answers_left": [{**_place(it.row.place), "reason": it.reason} for it in report.strays],
        "assumptions": list(report.assumptions),
    }


def _place(place: Place) -> Json:
    return {"file": PurePath(place.file).name, "sheet": place.sheet, "line": place.line}


def validation_schema() -> Json:
    """The JSON Schema of the document."""
    text, number = {"type": "string"}, {"type": "integer"}
    place = {"file": text, "sheet": text, "line": number}
    row = closed_object_of(
        {
            **place,
            "result": {"enum": [it.name.lower() for it in Result]},
            "way": text,
            "facts": {"type": "object", "additionalProperties": text},
            "answers": {"type": "array", "items": number},
            "action": text,
            "who": text,
        }
    )
    counts = dict.fromkeys(("rows", "answers", "answers_used", "answers_left", "cells_changed"), number)
    results = closed_object_of({it.name.lower(): number for it in Result})
    return closed_object_of(
        {
            "mapping": closed_object_of(dict.fromkeys(("code", "name", "origin"), text)),
            "counts": closed_object_of({**counts, "results": results}),
            "rows": {"type": "array", "items": row},
            "answers_left": {"type": "array", "items": closed_object_of({**place, "reason": text})},
            "problems": {"type": "array"},
            "assumptions": {"type": "array", "items": text},
        }
    )
