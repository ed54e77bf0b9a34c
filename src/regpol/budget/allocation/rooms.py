"""The ceilings as rooms that empty: one for each fund, or one for each group's part of a fund."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from regpol.project.allocation import AllocationPolicy, Method

if TYPE_CHECKING:
    import duckdb


def largest_remainder(whole: int, weights: Mapping[str, int]) -> dict[str, int]:
    """A whole number of rupiah cut by weights: each the floor of its part, what is left to the largest remainders.

    Equal remainders go by name, so that the cut is the same each time.

    >>> largest_remainder(100, {"a": 1, "b": 1, "c": 1})
    {'a': 34, 'b': 33, 'c': 33}

    Where nobody weighs anything the parts are equal, so that they still come to the whole.
    """
    if not any(weights.values()):
        weights = dict.fromkeys(weights, 1)
    total = sum(weights.values())
    parts = {name: divmod(whole * weight, total) for name, weight in weights.items()}
    left = whole - sum(part for part, _ in parts.values())
    lucky = sorted(parts, key=lambda name: (-parts[name][1], name))[:left]
    return {name: part + (name in lucky) for name, (part, _) in parts.items()}


def make_rooms(connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy) -> None:
    """Creates ``rooms``: for each group and fund asked of the ceiling and the room left, NULL without ceiling.

    A proportional ceiling is cut by what each group could ask of the fund.
    """
    connection.execute(
        "CREATE OR REPLACE TEMP TABLE rooms AS SELECT DISTINCT grp, fund, CAST(NULL AS BIGINT) AS ceiling, "
        "CAST(NULL AS BIGINT) AS room, false AS closed FROM claims"
    )
    for fund, ceiling in policy.ceilings.items():
        for group, part in _parts(connection, policy, fund, ceiling).items():
            connection.execute(
                "UPDATE rooms SET ceiling = $3, room = $3 WHERE grp = $1 AND fund = $2", [group, fund, part]
            )


def _parts(
    connection: "duckdb.DuckDBPyConnection", policy: AllocationPolicy, fund: str, ceiling: int
) -> dict[str, int]:
    asked = connection.execute(
        "SELECT grp, coalesce(sum(amount), 0) FROM claims WHERE fund = $1 GROUP BY grp ORDER BY grp", [fund]
    ).fetchall()
    if policy.method is not Method.PROPORTIONAL:
        return {group: ceiling for group, _ in asked}
    return largest_remainder(ceiling, {group: int(amount) for group, amount in asked})
