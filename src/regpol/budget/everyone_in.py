"""Who is paid for by which fund where nobody has to be chosen: everyone, by the funds policy names."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from regpol.decision.batch import DecidedCombination
from regpol.project.policy import Policy
from regpol.terms.money import MILLION

if TYPE_CHECKING:
    import duckdb

ALLOTTED = (
    "row BIGINT, fund VARCHAR, share BIGINT, before BIGINT, first BIGINT, last BIGINT, "
    "standing VARCHAR, place BIGINT, reason VARCHAR, brief VARCHAR"
)
"""The columns of ``allotted``. One line for each row and fund that pays it over months ``first``..``last``.

``share`` is what the fund pays of each month, in millionths, and ``before`` what the funds before it pay of
the same months: a fund pays the whole rupiah up to before + share less those up to before, so that shares
always come to the contribution itself. ``standing`` is ``masuk`` or ``sebagian``; whoever stands outside
has a line without fund, share and months; ``reason`` says why, and ``brief`` the same for all of its kind.
"""


def fund_shares(policy: Policy, category: str) -> tuple[tuple[str, int, int], ...]:
    """The funds that pay a category, each with its share and the shares before it, in millionths.

    Where no shares were given the first fund pays alone.

    >>> from regpol.project.policy import FundChoice
    >>> fund_shares(Policy(funds={"kader": (FundChoice("add"), FundChoice("pades"))}), "kader")
    (('add', 1000000, 0),)
    """
    choices = policy.funds.get(category, ())
    if not any(choice.share for choice in choices):
        return tuple((choice.fund, MILLION, 0) for choice in choices[:1])
    made, before = [], 0
    for choice in choices:
        share = choice.share.millionths if choice.share else 0
        made.append((choice.fund, share, before))
        before += share
    return tuple(made)


def allot_everyone(
    connection: "duckdb.DuckDBPyConnection", decided: Iterable[DecidedCombination], policy: Policy
) -> None:
    """Creates ``allotted``: every row with a month of cover (`covered`) is in, in the order of the register."""
    funds = [
        (one.combination.number, *found) for one in decided for found in fund_shares(policy, one.combination.category)
    ]
    connection.execute("CREATE OR REPLACE TABLE fund_shares (number BIGINT, fund VARCHAR, share BIGINT, before BIGINT)")
    if funds:
        connection.executemany("INSERT INTO fund_shares VALUES (?, ?, ?, ?)", funds)
    connection.execute(f"CREATE OR REPLACE TABLE allotted ({ALLOTTED})")
    connection.execute(
        "INSERT INTO allotted SELECT t.row, f.fund, f.share, f.before, 1, 12, 'masuk', t.row, '', '' "
        "FROM situated t JOIN fund_shares f USING (number)"
    )
