"""A reconciliation on the terminal and as one JSON document; no name, and every NIK masked."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Any

from regpol.register.reconciliation.classes import MEANING, DecreeClass, PersonClass
from regpol.register.reconciliation.entries import Entry
from regpol.register.reconciliation.outcome import Figures, Reconciliation
from regpol.reports.layout import bullets, columns, heading
from regpol.reports.masking import mask_nik
from regpol.terms.dates import long_date
from regpol.terms.language import thousands

_SHOWN_UNITS = 12


def reconciliation_text(report: Reconciliation) -> str:
    """Counts by class and by unit, and that they add up."""
    figures = report.figures()
    title = f"Rekonsiliasi SK {report.region_name} pada {long_date(report.on_date)}"
    people = [(thousands(figures.people[k]), str(k), MEANING[k].action) for k in PersonClass if figures.people[k]]
    decrees = [(thousands(figures.decrees[k]), str(k)) for k in DecreeClass if figures.decrees[k]]
    grounds = [(thousands(count), str(ground)) for ground, count in figures.grounds.items()]
    return "\n".join(
        [
            heading(title),
            "",
            _added_up("Register", figures.people_read, figures.people.values()),
            columns(people, (7, 28, 0)),
            "",
            _added_up("Daftar SK", figures.decrees_read, figures.decrees.values()),
            columns(decrees, (7, 0)),
            "",
            "Dasar bayar dari anggaran ini (kepesertaan ialah soal lain)",
            columns(grounds, (7, 0)),
            "",
            *_units(report, figures),
            "Yang dianggap benar",
            bullets(report.assumptions),
        ]
    )


def _added_up(what: str, read: int, counts: Iterable[int]) -> str:
    return f"{what}: {thousands(read)} baris dibaca = {thousands(sum(counts))} berkelas"


def _units(report: Reconciliation, figures: Figures) -> list[str]:
    """The units with most to do; the workbook has them all."""
    open_rows = {
        unit: sum(counts.values()) - counts.get(PersonClass.MATCHED, 0) for unit, counts in figures.by_unit.items()
    }
    worst = sorted((unit for unit in open_rows if open_rows[unit]), key=lambda unit: (-open_rows[unit], unit))
    if not worst:
        return ["Semua baris semua unit cocok.", ""]
    lines = []
    for unit in worst[:_SHOWN_UNITS]:
        counts = figures.by_unit[unit]
        told = ", ".join(f"{counts[k]} {k}" for k in PersonClass if k is not PersonClass.MATCHED and counts.get(k))
        lines.append((report.unit_name(unit), f"{open_rows[unit]}/{sum(counts.values())}", told))
    rest = len(worst) - len(lines)
    more = [f"  dan {rest} unit lain; lihat lembar Per unit pada hasil -o"] if rest else []
    return ["Unit dengan baris terbanyak yang perlu dilihat", columns(lines, (30, 8, 0)), *more, ""]


def reconciliation_json(report: Reconciliation) -> dict[str, Any]:
    """The figures, and each row of both lists by its place."""
    return {
        "figures": report.figures().as_dict(),
        "rows": [
            {
                **_place(one.entry),
                "unit": one.entry.unit,
                "nik": mask_nik(one.entry.nik),
                "class": str(one.klass),
                "found": [str(found) for found in one.found],
                "ground": str(one.ground),
                "reason": one.reason,
                "action": one.action,
                "who": one.who,
                "decree": _place(one.decree) if one.decree else None,
            }
            for one in report.people
        ],
        "decrees": [
            {
                **_place(one.entry),
                "unit": one.entry.unit,
                "class": str(one.klass),
                "reason": one.reason,
                "action": one.action,
                "who": one.who,
                "row": _place(one.person) if one.person else None,
            }
            for one in report.decrees
        ],
        "assumptions": list(report.assumptions),
    }


def _place(entry: Entry) -> dict[str, Any]:
    return {"file": PurePath(entry.place.file).name, "sheet": entry.place.sheet, "line": entry.place.line}
