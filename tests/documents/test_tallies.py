"""What a paper says is paid for each person is never an average."""

from types import SimpleNamespace

import duckdb
import pytest

from regpol.budget.planning.paid_rows import PEOPLE
from regpol.commands.paid_people import paid_tallies


@pytest.mark.parametrize(
    ("amounts", "each"), [((150, 150), 150), ((100, 200), None), ((150, None), None), ((None, None), None)]
)
def test_an_amount_for_each_is_told_only_where_it_is_the_same(
    amounts: tuple[int | None, ...], each: int | None
) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE {PEOPLE} (number BIGINT, kecamatan VARCHAR, sebulan BIGINT, setahun BIGINT)")
        connection.executemany(f"INSERT INTO {PEOPLE} VALUES (1, '52.71.01', ?, ?)", [(it, it) for it in amounts])
        decided = (SimpleNamespace(combination=SimpleNamespace(number=1, category="ketua_rt")),)
        (tally,) = paid_tallies(SimpleNamespace(connection=connection, decided=decided))
    assert tally.people == len(amounts)
    assert tally.each == each
