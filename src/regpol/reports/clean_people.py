"""Writes the people of a clean register without what tells who they are: the table that may go to a cluster."""

from pathlib import Path

from regpol.register.clean_register import CleanedFrom
from regpol.register.people import Register
from regpol.reports.safe_file import replacing
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import OutputNotWritable

KEPT_HERE = ("tanggal_lahir", "sk_sejak", "sk_sampai")
"""What no decision reads once age and the decree's standing were worked out; with a unit it would name people."""


def write_people(register: Register, path: Path, origin: CleanedFrom) -> tuple[str, ...]:
    """Writes one row a person that can be decided, as Parquet, and where they come from; returns its columns.

    Raises:
        Refused: if the file cannot be written.
        AssertionError: if a person is missing from it; the file is not kept then.
    """
    import duckdb

    columns = tuple(name for name in register.types if name not in KEPT_HERE)
    listed = ", ".join(f'"{name}"' for name in columns)
    with replacing(path) as temporary:
        quoted = str(temporary).replace("'", "''")
        try:
            register.connection.execute(
                f"COPY (SELECT {listed} FROM people) TO '{quoted}' "  # noqa: S608
                f"(FORMAT parquet, USE_TMP_FILE false, KV_METADATA {origin.metadata()})"
            )
        except duckdb.IOException:
            reason = "sistem menolak menulisnya (mungkin ruang penyimpanan habis)"
            raise Refused(OutputNotWritable(place=Place(str(path)), reason=reason)) from None
        counted = register.connection.execute("SELECT count(*) FROM read_parquet(?)", [str(temporary)])
        (written,) = counted.fetchone() or (0,)
        if written != register.counts.clean:
            raise AssertionError(f"people lost: wrote {written} of {register.counts.clean}")
    return columns
