"""The work of ``regpol diff``: both sides decided, values and rules compared."""

from collections.abc import Sequence
from pathlib import Path

from regpol.commands.asking.diff_sides import Side, queries, sides
from regpol.decision.effects import Comparison, compare, rule_changes
from regpol.decision.findings import Decider
from regpol.decision.value_changes import value_changes
from regpol.project.region import find
from regpol.reports.diff.report import DiffReport, monthly_changes
from regpol.terms.place import NOWHERE
from regpol.terms.problems import Refused
from regpol.terms.problems.command import BadOption


def compare_sides(
    first: str, second: str, region: str | None, categories: Sequence[str], year: int | None, rules: Path | None
) -> DiffReport:
    """Everything that differs between two sides.

    Raises:
        Refused: with what cannot be compared, or is not known.
    """
    if categories and not region:
        raise Refused(
            BadOption(
                place=NOWHERE,
                trouble="--category tanpa --region",
                meaning="jawaban sebuah kategori hanya ada di sebuah wilayah: --region KODE",
                example="regpol diff --from 2024 --to 2025 --region 52.71 --category ketua_rt",
            )
        )
    found = find(region) if region else None
    old, new = sides(first, second, year, rules)
    code = found.code if found else ""
    monthly, bases, group = monthly_changes(old.moment, new.moment, code) if code else ((), (), "")
    return DiffReport(
        (old.name, new.name),
        (old.moment, new.moment),
        code,
        found.name if found else "",
        value_changes(old.moment, new.moment, code),
        rule_changes(old.moment, new.moment, code),
        _answers(old, new, code, categories) if code else None,
        monthly,
        bases,
        group,
    )


def _answers(old: Side, new: Side, region: str, categories: Sequence[str]) -> Comparison:
    asked = [(Decider(side.moment.rulebook, region), queries(side, region, categories)) for side in (old, new)]
    return compare(asked[0], asked[1])
