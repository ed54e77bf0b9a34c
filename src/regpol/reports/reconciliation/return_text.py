"""Who has answered, on the terminal and as JSON; units and numbers only."""

from collections.abc import Sequence
from typing import Any

from regpol.register.returns.dispatch import Dispatch
from regpol.register.returns.merging import Merged, UnitState
from regpol.reports.layout import columns, heading
from regpol.reports.reconciliation.merged import state_of
from regpol.terms.dates import long_date
from regpol.terms.language import thousands


def status_text(dispatch: Dispatch, merged: Merged) -> str:
    """The units that are open first; those that are complete are counted."""
    states = merged.states
    answered = sum(one.answered for one in states)
    lines = [
        (state_of(one), one.unit.code, one.unit.name, f"{one.back}/{len(one.unit.rows)}", _told(one))
        for one in states
        if not one.answered or one.missing or one.conflicts or one.strays
    ]
    return "\n".join(
        [
            heading(f"Kiriman {dispatch.id} pada {long_date(dispatch.on_date)}"),
            f"{answered} dari {len(states)} unit sudah menjawab; {_rows(states)}",
            *([columns(lines, (15, 14, 30, 9, 0))] if lines else ["Semua unit menjawab lengkap."]),
        ]
    )


def _rows(states: Sequence[UnitState]) -> str:
    sent, back = sum(len(one.unit.rows) for one in states), sum(one.back for one in states)
    return f"{thousands(back)} dari {thousands(sent)} baris kembali"


def _told(state: UnitState) -> str:
    counts = ((state.changed, "berubah"), (state.conflicts, "bentrok"), (state.strays, "baris baru"))
    return ", ".join(f"{count} {what}" for count, what in counts if count)


def status_json(dispatch: Dispatch, merged: Merged) -> dict[str, Any]:
    """The same as one document."""
    return {
        "dispatch": dispatch.id,
        "region": dispatch.region,
        "on_date": dispatch.on_date.isoformat(),
        "counts": {
            "units": len(merged.states),
            "answered": sum(one.answered for one in merged.states),
            "rows_sent": sum(len(one.unit.rows) for one in merged.states),
            "rows_back": sum(one.back for one in merged.states),
            "changes": len(merged.changes),
            "conflicts": len(merged.conflicts),
            "unknown_rows": len(merged.strays),
        },
        "units": [
            {
                "code": one.unit.code,
                "name": one.unit.name,
                "state": state_of(one),
                "sent": len(one.unit.rows),
                "back": one.back,
                "changes": one.changed,
                "conflicts": one.conflicts,
                "unknown_rows": one.strays,
            }
            for one in merged.states
        ],
    }
