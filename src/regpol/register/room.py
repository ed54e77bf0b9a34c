"""The database a register is worked on in: its own memory limit, and a private folder it may spill to.

Nothing in it reaches the network or another file than those it is told to read; the folder is
readable by its owner only and is gone when the room is closed.
"""

from typing import TYPE_CHECKING

from regpol.register.private_folder import PrivateFolder

if TYPE_CHECKING:
    import duckdb

MEMORY = "768MB"
"""What the engine may hold before it spills; the process itself needs about 150 MB beside it."""


class Room:
    """A DuckDB connection with a private folder; a context that closes and removes both."""

    def __init__(self, memory: str = MEMORY) -> None:
        import duckdb

        self._private = PrivateFolder()
        self.folder = self._private.path
        self.connection: duckdb.DuckDBPyConnection = duckdb.connect(
            str(self.folder / "kerja.duckdb"),
            config={
                "memory_limit": memory,
                "temp_directory": str(self.folder / "tumpahan"),
                "autoinstall_known_extensions": "false",
                "autoload_known_extensions": "false",
            },
        )

    def close(self) -> None:
        """Closes the database and removes the folder."""
        self.connection.close()
        self._private.close()

    def __enter__(self) -> "Room":
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


def memory_connection() -> "duckdb.DuckDBPyConnection":
    """A connection for a register that fits into memory; it leaves nothing on the disk."""
    import duckdb

    return duckdb.connect(config={"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"})
