"""The matrix as rows for spreadsheets and programs: one row a cell, CSV or JSON."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

from regpol.decision.matrix import Cell, Section
from regpol.decision.policy_room import ROOM_NOT_SHOWN
from regpol.law.model import Rulebook
from regpol.reports.case.text import cited
from regpol.reports.masking import neutral
from regpol.reports.matrix.view import Asked, guideline

HEADER = (
    "kategori",
    "segmen",
    "dari",
    "sampai",
    "program",
    "jawaban_program",
    "dana",
    "jawaban_dana",
    "asal",
    "bukti",
    "dasar",
    "asumsi",
    "ruang",
)


def matrix_rows(rulebook: Rulebook, sections: Iterable[Section]) -> Iterator[tuple[str, ...]]:
    """One row for each cell, in the order of `HEADER`."""
    for section in sections:
        segment = section.segment.value or " / ".join(section.segment.candidates)
        for cell in section.cells:
            yield (
                rulebook.categories[section.category].name,
                segment,
                section.period.start.isoformat(),
                section.period.end.isoformat(),
                *_answers(cell),
                str(cell.source),
                cell.evidence.label,
                "; ".join(cited(ground) for ground in cell.finding.grounds),
                "; ".join(cell.finding.assumed),
                (cell.room.given or ROOM_NOT_SHOWN) if cell.room else "",
            )


def _answers(cell: Cell) -> tuple[str, str, str, str]:
    funding = cell.funding
    paid = (funding.object, str(funding.answer)) if funding else ("", "")
    return cell.programme.object, str(cell.programme.answer), *paid


def _chosen(cell: Cell) -> dict[str, Any]:
    """What a program asks of a cell beside its words: whether it is a choice, on what, and whether it is assumed."""
    room = cell.room
    told = {"chosen": room is not None, "assumed": bool(cell.finding.assumed)}
    return {**told, "room": room.given or None, "norm": room.norms or None} if room else told


def matrix_csv(rulebook: Rulebook, sections: Iterable[Section]) -> str:
    """The matrix with a semicolon between columns, as Indonesian spreadsheets open it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(tuple(map(neutral, row)) for row in matrix_rows(rulebook, sections))
    return out.getvalue()


def matrix_json(rulebook: Rulebook, sections: Iterable[Section], asked: Asked) -> dict[str, Any]:
    """The matrix as one document."""
    told = tuple(sections)
    cells = (cell for section in told for cell in section.cells)
    rows: list[dict[str, Any]] = [
        {**dict(zip(HEADER, row, strict=True)), **_chosen(cell)}
        for row, cell in zip(matrix_rows(rulebook, told), cells, strict=True)
    ]
    name, reading = guideline(rulebook, asked.year)
    return {
        "region": asked.region,
        "year": asked.year,
        "guideline": {"name": name, "reading": reading} if name else None,
        "assumptions": list(asked.assumptions),
        "absent": list(asked.absent),
        "cells": rows,
        "rulebook": {"hash": rulebook.hash},
    }
