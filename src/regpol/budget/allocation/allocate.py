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
from regpol.budget.allocation.rooms import make_rooms, pass_on
from regpol.project.allocation import AllocationPolicy, Method, Twice

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
    if policy.method is Method.PROPORTIONAL:
        _fill_and_pass_on(connection, policy)
    else:
        fill(connection, policy)
    if policy.twice.rows is Twice.REFUSE:
        leave_one_row(connection)
    write_allotted(connection, openings, fund_names)
    return outcome(connection, queue, openings)


def _fill_and_pass_on(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy) -> None:
    """Fills the rooms, and again for as long as one group's idle money can reach another's people.

    Each pass settles a group at least, unless funds that share pull at each other; every pass leaves a sound
    allocation, so as many passes as there are rooms are enough.
    """
    connection.execute("CREATE OR REPLACE TEMP TABLE asked AS FROM claims")
    fill(connection, policy)
    rooms = connection.execute("SELECT count(*) FROM rooms").fetchall()[0][0]
    for _ in range(rooms):
        if not pass_on(connection):
            return
        connection.execute("CREATE OR REPLACE TEMP TABLE claims AS FROM asked")
        fill(connection, policy)
