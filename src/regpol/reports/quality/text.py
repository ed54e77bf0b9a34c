"""The quality of registers on the terminal and as one JSON document; no name, and no NIK."""

from pathlib import PurePath
from typing import Any

from regpol.register.quality.report import Kind, QualityReport
from regpol.reports.layout import bullets, columns, heading
from regpol.reports.quality.words import first_rows, groups, list_name, missing_words, most_frequent, summary_sentence
from regpol.terms.dates import long_date
from regpol.terms.language import thousands

_UNITS = 8
_ROWS = 6


def quality_text(report: QualityReport) -> str:
    """What is wrong, how much of it, what to do and who can do it."""
    lines = [heading(f"Mutu register {report.region_name} pada {long_date(report.on_date)}"), ""]
    if len(report.lists) > 1:
        counts = [(list_name(report, at), one.register.counts) for at, one in enumerate(report.lists)]
        told = [(name, f"{thousands(c.read)} baris, {thousands(c.rejected)} ditolak") for name, c in counts]
        lines += [columns(told, (44, 0)), ""]
    lines += [summary_sentence(report), ""]
    for _, words, explained, kinds in groups(report):
        lines += [f"{words.capitalize()} ({explained})", *(_kind(report, kind) for kind in kinds), ""]
    if report.owners:
        owners = [
            (who, f"{thousands(errors)} baris ditolak", f"{thousands(rows)} baris perlu dilihat")
            for who, (errors, rows) in report.owners.items()
        ]
        lines += ["Siapa yang dapat memperbaiki", columns(owners, (26, 22, 0)), ""]
    if report.missing:
        facts = [(fact.name, f"{missing_words(fact)}. Tahu: {fact.holder}") for fact in report.missing]
        lines += ["Keterangan yang belum diketahui", columns(facts, (30, 0)), ""]
    lines += [*_units(report), "Yang dianggap benar", bullets(report.said)]
    return "\n".join(lines)


def _kind(report: QualityReport, kind: Kind) -> str:
    about = f"{kind.to_do[:1].upper()}{kind.to_do[1:]}\nOleh {kind.owner}; baris {first_rows(report, kind, _ROWS)}"
    return columns([(thousands(kind.rows).rjust(6), kind.problem.title, about, kind.problem.code)], (6, 34, 58, 0))


def _units(report: QualityReport) -> list[str]:
    """The units with most to do; workbook and page have them all."""
    worst = sorted((unit for unit in report.units if unit.troubled), key=lambda unit: (-unit.troubled, unit.code))
    if not worst:
        return []
    lines = [(unit.name, f"{unit.troubled}/{unit.read}", most_frequent(report, unit)) for unit in worst[:_UNITS]]
    rest = len(worst) - len(lines)
    more = [f"  dan {rest} unit lain; lihat lembar Per unit pada hasil -o"] if rest else []
    return ["Unit dengan baris terbanyak yang perlu dilihat", columns(lines, (30, 10, 0)), *more, ""]


def quality_json(report: QualityReport) -> dict[str, Any]:
    """Counts, kinds, units, what is missing, and each finding by its place."""
    return {
        "counts": {
            "read": report.read,
            "decidable": report.usable,
            "rejected": report.rejected,
            "to_check": report.to_check,
            "faultless": report.faultless,
        },
        "lists": [
            {
                "file": PurePath(one.raw.file).name,
                "sheet": one.raw.sheet,
                "header_row": one.raw.header_row,
                "columns": {field: one.raw.headings[at] for field, at in one.raw.fields.items()},
                "read": one.register.counts.read,
                "rejected": one.register.counts.rejected,
                "skipped": one.register.counts.skipped,
            }
            for one in report.lists
        ],
        "kinds": [
            {
                "code": kind.problem.code,
                "title": kind.problem.title,
                "severity": str(kind.problem.severity),
                "who": kind.owner,
                "rows": kind.rows,
                "to_do": kind.to_do,
            }
            for kind in report.kinds
        ],
        "owners": {who: {"errors": errors, "rows": rows} for who, (errors, rows) in report.owners.items()},
        "units": [
            {
                "code": unit.code,
                "name": unit.name,
                "read": unit.read,
                "rejected": unit.rejected,
                "troubled": unit.troubled,
                "by_code": unit.by_code,
            }
            for unit in report.units
        ],
        "missing_facts": [
            {
                "name": fact.name,
                "holder": fact.holder,
                "column": fact.column,
                "blank": fact.blank,
                "blocks": fact.blocks,
            }
            for fact in report.missing
        ],
        "assumptions": list(report.said),
        "problems": [one.problem.as_dict() | {"unit": one.unit, "rejected": one.rejected} for one in report.findings],
    }
