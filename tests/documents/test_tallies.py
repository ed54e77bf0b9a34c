"""What a paper says is paid for each person is never an average, and a sum never leaves out what is not known."""

from types import SimpleNamespace

import duckdb
import pytest

from regpol.budget.planning.paid_rows import PEOPLE
from regpol.commands.paid_people import paid_tallies
from regpol.documents.brief.tallies import totals
from regpol.documents.naskah.sandbox import FILTERS


@pytest.mark.parametrize(
    ("amounts", "each", "whole"),
    [((150, 150), 150, "300"), ((100, 200), None, "300"), ((150, None), None, ""), ((None, None), None, "")],
)
def test_an_amount_for_each_is_told_only_where_it_is_the_same_and_a_sum_only_where_all_is_known(
    amounts: tuple[int | None, ...], each: int | None, whole: str
) -> None:
    with duckdb.connect() as connection:
        connection.execute(f"CREATE TABLE {PEOPLE} (number BIGINT, kecamatan VARCHAR, sebulan BIGINT, setahun BIGINT)")
        connection.executemany(f"INSERT INTO {PEOPLE} VALUES (1, '52.71.01', ?, ?)", [(it, it) for it in amounts])
        decided = (SimpleNamespace(combination=SimpleNamespace(number=1, category="ketua_rt")),)
        (tally,) = paid_tallies(SimpleNamespace(connection=connection, decided=decided))
    assert tally.people == len(amounts)
    assert tally.each == each
    summed = totals([tally])
    assert FILTERS["ribuan"](summed.monthly) == FILTERS["ribuan"](summed.yearly) == (whole or "[belum diverifikasi]")
