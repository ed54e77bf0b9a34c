"""Shares out the money of a budget year: one call from needs, funds and ceilings to a standing for each person."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from regpol.budget.allocation.fill import fill
from regpol.budget.allocation.one_row import leave_one_row
from regpol.budget.allocation.openings import Opening
from regpol.budget.allocation.order import OrderFact
from regpol.budget.allocation.outcome import Allocation, outcome
from regpol.budget.allocation.queue import NEEDS, queue_up
from regpol.budget.allocation.reasons import write_allotted
from regpol.budget.allocation.rooms import make_rooms
from regpol.project.allocation import AllocationPolicy, Twice

if TYPE_CHECKING:
    import duckdb


def allocate(
    connection: "duckdb.DuckDBPyConnection",
    openings: tuple[Opening, ...],
    policy: AllocationPolicy,
    facts: Mapping[str, OrderFact],
    fund_names: Mapping[str, str],
    needs: str = NEEDS,
) -> Allocation:
    """Creates ``allotted`` from ``people``, ``situated`` and the needs, and says what came of it.

    ``needs`` is a SELECT of (row, first, last, monthly): what the funds would pay in whole rupiah a month.
    """
    queue = queue_up(connection, openings, policy, facts, needs)
    make_rooms(connection, policy)
    fill(connection, policy)
    if policy.twice.rows is Twice.REFUSE:
        leave_one_row(connection)
    write_allotted(connection, openings, fund_names)
    return outcome(connection, queue, openings)
