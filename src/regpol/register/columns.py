"""Puts the people of a register into another database as a table, for work that adds columns to it."""

from typing import TYPE_CHECKING

from regpol.register.people import Register
from regpol.register.private_folder import PrivateFolder

if TYPE_CHECKING:
    import duckdb


def store(connection: "duckdb.DuckDBPyConnection", register: Register, table: str = "people") -> None:
    """Creates the table with one row for each person, in the order of the register.

    It goes through a file in a folder only the owner can read; the file holds no name and no NIK, and is
    gone when the call returns. In the register's own database ``people`` is there already.
    """
    if connection is register.connection and table == "people":
        return
    listed = ", ".join(f'"{name}"' for name in register.types)
    with PrivateFolder() as folder:
        path = str(folder / "people.parquet").replace("'", "''")
        register.connection.execute(f"COPY (SELECT {listed} FROM people ORDER BY row) TO '{path}' (FORMAT parquet)")  # noqa: S608
        connection.execute(f"CREATE OR REPLACE TABLE \"{table}\" AS SELECT * FROM read_parquet('{path}')")  # noqa: S608
