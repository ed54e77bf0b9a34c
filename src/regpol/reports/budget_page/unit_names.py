"""Units in tables: a kecamatan between its own kelurahan stands for people whose kelurahan nobody knows."""

from regpol.budget.planning.plan import Plan

_FINER = {1: "kecamatan", 2: "kelurahan/desa"}
"""Points in a code, and the unit below it."""


def loosely(plan: Plan, code: str) -> str:
    """What to add to the name of a unit where the plan also has units within it; empty for any other."""
    if not any(key.startswith(f"unit:{code}.") for key in plan.names):
        return ""
    return f" ({_FINER.get(code.count('.'), 'unit')} belum diketahui)"


def unit_name(plan: Plan, code: str) -> str:
    """The name of a unit in a table of units."""
    return plan.name("unit", code) + loosely(plan, code)
