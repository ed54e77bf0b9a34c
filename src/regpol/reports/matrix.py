"""The matrix as a terminal table, CSV or JSON."""

import csv
import io
from collections.abc import Iterable
from typing import Any

from regpol.decision.matrix import Cell
from regpol.law.model import Rulebook
from regpol.reports.case_text import cited
from regpol.reports.layout import columns, heading
from regpol.terms.answer import Answer, Evidence

_HEADER = (
    "kategori",
    "segmen",
    "dari",
    "sampai",
    "program",
    "jawaban_program",
    "dana",
    "jawaban_dana",
    "bukti",
    "dasar",
)
_MARKS = {
    Answer.REQUIRED: "WAJIB",
    Answer.ENTITLED: "BERHAK",
    Answer.ALLOWED: "BOLEH",
    Answer.FORBIDDEN: "DILARANG",
    Answer.EXCLUDED: "luar",
    Answer.UNSETTLED: "beda?",
    Answer.UNKNOWN: "fakta?",
    Answer.UNREAD: "baca?",
    Answer.NOT_IN_FORCE: "waktu?",
    Answer.SILENT: "diam",
}


def _rows(rulebook: Rulebook, cells: Iterable[Cell]) -> Iterable[tuple[str, ...]]:
    for cell in cells:
        funding = cell.funding
        grounds = (funding or cell.programme).grounds
        yield (
            rulebook.categories[cell.category].name,
            cell.segment,
            cell.period.start.isoformat(),
            cell.period.end.isoformat(),
            cell.programme.object,
            str(cell.programme.answer),
            funding.object if funding else "",
            str(funding.answer) if funding else "",
            cell.evidence.label,
            "; ".join(cited(ground) for ground in grounds),
        )


def matrix_csv(rulebook: Rulebook, cells: Iterable[Cell]) -> str:
    """The matrix with a semicolon between columns, as Indonesian spreadsheets open it."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(_HEADER)
    writer.writerows(_rows(rulebook, cells))
    return out.getvalue()


def matrix_json(rulebook: Rulebook, cells: Iterable[Cell], region: str, year: int) -> dict[str, Any]:
    """The matrix as one document."""
    rows = [dict(zip(_HEADER, row, strict=True)) for row in _rows(rulebook, cells)]
    return {"region": region, "year": year, "cells": rows, "rulebook": {"hash": rulebook.hash}}


def matrix_text(rulebook: Rulebook, cells: tuple[Cell, ...], title: str) -> str:
    """A block for each category: programmes across, funds down."""
    parts = [heading(title, "═"), _legend()]
    for category in dict.fromkeys(cell.category for cell in cells):
        own = [cell for cell in cells if cell.category == category]
        for period in dict.fromkeys(cell.period for cell in own):
            parts.append(_block(rulebook, [cell for cell in own if cell.period == period]))
    return "\n\n".join(parts) + "\n"


def _legend() -> str:
    words = ", ".join(f"{mark} = {answer.label}" for answer, mark in _MARKS.items())
    return f"{words}. Tanda * : sedikitnya satu dasar di bawah naskah cermin atau resmi."


def _block(rulebook: Rulebook, cells: list[Cell]) -> str:
    first = cells[0]
    title = f"{rulebook.categories[first.category].name} ({first.segment.upper()}), {first.period.label}"
    programmes = list(dict.fromkeys(cell.programme.object for cell in cells))
    funds = list(dict.fromkeys(cell.funding.object for cell in cells if cell.funding))
    by_place = {(cell.programme.object, cell.funding.object): cell for cell in cells if cell.funding}
    by_programme = {cell.programme.object: cell.programme for cell in cells}
    header = ("", *(rulebook.term("program", name).short for name in programmes))
    rows = [header, ("hak/kewajiban", *(_MARKS[by_programme[name].answer] for name in programmes))]
    for fund in funds:
        rows.append((rulebook.term("dana", fund).short, *(_mark(by_place.get((name, fund))) for name in programmes)))
    return heading(title) + "\n" + columns(rows, (22, *(13 for _ in programmes)))


def _mark(cell: Cell | None) -> str:
    if cell is None or cell.funding is None:
        return "–"
    weak = any(ground.rule.evidence < Evidence.MIRROR for ground in cell.funding.grounds)
    return _MARKS[cell.funding.answer] + ("*" if weak else "")
