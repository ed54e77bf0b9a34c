"""The ceilings as rooms that empty: one for each fund, or one for each group's part of a fund."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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

    A proportional ceiling is cut by what each group asks of the fund first.
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
        "SELECT grp, coalesce(sum(amount) FILTER (WHERE rank = 1), 0) FROM claims WHERE fund = $1 "
        "GROUP BY grp ORDER BY grp",
        [fund],
    ).fetchall()
    if policy.method is not Method.PROPORTIONAL:
        return {group: ceiling for group, _ in asked}
    return largest_remainder(ceiling, {group: int(amount) for group, amount in asked})


def pass_on(connection: "duckdb.DuckDBPyConnection") -> bool:
    """Gives what groups cannot use of their part to those it did not reach, by what these still ask for.

    Reads what `fill` made of the rooms and sets them anew; whether any room changed, so that filling starts again.
    """
    found = connection.execute(
        "SELECT m.fund, m.grp, m.ceiling, coalesce(u.used, 0), coalesce(w.waiting, 0), c.grp IS NOT NULL "
        f"FROM rooms m LEFT JOIN ({_USED}) u USING (grp, fund) LEFT JOIN ({_WAITING}) w USING (grp, fund) "
        "LEFT JOIN closings c USING (grp, fund) WHERE m.ceiling IS NOT NULL ORDER BY m.fund, m.grp"
    ).fetchall()
    parts: dict[str, list[Part]] = {}
    for fund, *rest in found:
        parts.setdefault(fund, []).append(Part(*rest))
    changed = [(part, fund, group) for fund, own in parts.items() for group, part in _passed_on(own).items()]
    if changed:
        connection.execute("UPDATE rooms SET room = ceiling, closed = false")
    for part, fund, group in changed:
        connection.execute("UPDATE rooms SET ceiling = $1, room = $1 WHERE fund = $2 AND grp = $3", [part, fund, group])
    return bool(changed)


_USED = "SELECT grp, fund, sum(amount) AS used FROM settled GROUP BY grp, fund"
_WAITING = (
    "SELECT grp, fund, sum(amount) AS waiting FROM claims WHERE row NOT IN (SELECT row FROM settled) GROUP BY grp, fund"
)


@dataclass(frozen=True)
class Part:
    """A group's part of a ceiling: whole rupiah given, used and still asked for, and whether it did not reach."""

    group: str
    ceiling: int
    used: int
    waiting: int
    short: bool


def _passed_on(parts: Sequence[Part]) -> dict[str, int]:
    """The new ceilings of the groups whose part changes."""
    idle = {part.group: part.used for part in parts if not part.short and part.used < part.ceiling}
    short = {part.group: part for part in parts if part.short}
    if not idle or not short:
        return {}
    left = sum(part.ceiling - part.used for part in parts if part.group in idle)
    more = largest_remainder(left, {group: part.waiting for group, part in short.items()})
    return idle | {group: part.ceiling + more[group] for group, part in short.items()}
