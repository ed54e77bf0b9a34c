"""Small registers to share money out in: people, their needs, the funds open to them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import duckdb

from regpol.budget.allocation.allocate import allocate
from regpol.budget.allocation.openings import FundShare, Opening
from regpol.budget.allocation.order import OrderFact
from regpol.budget.allocation.outcome import Allocation
from regpol.project.allocation import AllocationPolicy, OrderKey
from regpol.terms.place import NOWHERE

FACTS = {
    "desil": OrderFact("desil", "desil"),
    "usia": OrderFact("usia", "usia"),
    "kemiskinan": OrderFact("kemiskinan", "kemiskinan", ("miskin_ekstrem", "miskin"), ("miskin ekstrem", "miskin")),
    "tanggal_daftar": OrderFact("tanggal_daftar", "tanggal mendaftar", date=True),
    "baris": OrderFact("baris", "nomor baris"),
}
NAMES = {"a": "APBD", "b": "ADD", "c": "PADes"}
BY_DECILE = (OrderKey(NOWHERE, "desil"),)


@dataclass(frozen=True)
class One:
    """A person; ``spans`` are (first, last, monthly) of each part of the contribution."""

    row: int
    desil: int | None = None
    spans: Sequence[tuple[int, int, int | None]] = ((1, 12, 10),)
    number: int = 1
    orang: int | None = None
    unit: str = "u1"
    more: Mapping[str, object] = field(default_factory=dict)


ALONE = (FundShare("a"),)
THEN_B = ((FundShare("a"),), (FundShare("b"),))
HALVES = ((FundShare("a", 600_000, 0), FundShare("b", 400_000, 600_000)),)


def shared_out(
    people: Sequence[One],
    policy: AllocationPolicy,
    openings: Sequence[Opening] = (Opening(1, (ALONE,)),),
) -> tuple[Allocation, duckdb.DuckDBPyConnection]:
    """The money shared out among people, and the tables it left."""
    connection = duckdb.connect(config={"threads": 1})
    columns = ("usia", "kemiskinan", "peserta_lain", "sudah_dibayar", "tanggal_daftar")
    persons = [
        (
            one.row,
            one.orang or one.row,
            f"k{one.number}",
            one.unit,
            one.unit,
            None,
            one.desil,
            *map(one.more.get, columns),
        )
        for one in people
    ]
    needs = [(one.row, *span) for one in people for span in one.spans]
    made_table(connection, "people", PEOPLE, persons)
    made_table(connection, "situated", "row BIGINT, number BIGINT", [(one.row, one.number) for one in people])
    made_table(connection, "parts", "row BIGINT, first BIGINT, last BIGINT, monthly BIGINT", needs)
    return allocate(connection, tuple(openings), policy, FACTS, NAMES), connection


PEOPLE = (
    "row BIGINT, orang BIGINT, kategori VARCHAR, kecamatan VARCHAR, kelurahan VARCHAR, tanggal_lahir DATE, "
    "desil BIGINT, usia BIGINT, kemiskinan VARCHAR, peserta_lain VARCHAR, sudah_dibayar VARCHAR, tanggal_daftar DATE"
)


def made_table(
    connection: duckdb.DuckDBPyConnection, name: str, columns: str, rows: Sequence[tuple[object, ...]]
) -> None:
    connection.execute(f"CREATE TABLE {name} ({columns})")
    holes = ", ".join([f"({', '.join('?' * len(rows[0]))})"] * len(rows))
    connection.execute(f"INSERT INTO {name} VALUES {holes}", [value for row in rows for value in row])


def lines(connection: duckdb.DuckDBPyConnection) -> dict[int, list[tuple[object, ...]]]:
    """Standing, fund, first and last month, amount of each line by row."""
    found: dict[int, list[tuple[object, ...]]] = {}
    query = "SELECT row, standing, fund, first, last, amount FROM allotted ORDER BY row, first, before"
    for row, *line in connection.execute(query).fetchall():
        found.setdefault(row, []).append(tuple(line))
    return found


def reason(connection: duckdb.DuckDBPyConnection, row: int) -> str:
    """Why, of a row's first line."""
    query = "SELECT reason FROM allotted WHERE row = $1 ORDER BY first, before"
    return str(connection.execute(query, [row]).fetchall()[0][0])
