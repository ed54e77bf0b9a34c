"""The decided register as Parquet, for any size: every row of the file, decided or rejected, in one table.

DuckDB streams it; Python sees no row. Before the file takes its place it is read back and counted.
"""

from dataclasses import replace
from pathlib import Path

from regpol.reports.decided.columns import row_columns
from regpol.reports.decided.register import DecidedRegister
from regpol.reports.decided.rows import DECIDED, REJECTED, Answered, rejected_select
from regpol.reports.safe_file import replacing
from regpol.terms.place import Place
from regpol.terms.problems import Refused
from regpol.terms.problems.register import OutputNotWritable

# the codes as the small table of units has them, where each is a number with a name; every code of a row is in it
_NUMBERED = {"kode_kecamatan": "u.kode_kecamatan", "kode_kelurahan": "u.kode_kelurahan"}
_STATUS = f"ENUM('{DECIDED}', '{REJECTED}')"


def decided_parquet(report: DecidedRegister, answered: Answered, path: Path, *, show_personal: bool = False) -> None:
    """Writes the file; names and NIK are in it only if they are to be shown.

    Raises:
        Refused: if it cannot be written.
        AssertionError: if a row of the register is missing from it or stands in it twice; the file is not kept then.
    """
    import duckdb

    told = row_columns(answered.programmes, answered.amounts, people=show_personal)
    columns = [replace(column, sql=_NUMBERED.get(column.name, column.sql)) for column in told if column.name]
    rows = answered.select(columns, roster=show_personal)
    rejects = rejected_select(f"'{REJECTED}'::{_STATUS} AS status, row AS baris, masalah")
    table = f"SELECT '{DECIDED}'::{_STATUS} AS status, * FROM ({rows}) UNION ALL BY NAME ({rejects})"  # noqa: S608
    with replacing(path) as temporary:
        try:
            answered.connection.execute(
                f"COPY ({table}) TO '{_quoted(temporary)}' (FORMAT parquet, USE_TMP_FILE false)"
            )
        except duckdb.IOException:
            reason = "sistem menolak menulisnya (mungkin ruang penyimpanan habis)"
            raise Refused(OutputNotWritable(place=Place(str(path)), reason=reason)) from None
        _prove(report, answered, temporary)


def _prove(report: DecidedRegister, answered: Answered, written: Path) -> None:
    found = dict(
        answered.connection.execute(
            "SELECT status, count(*) FROM read_parquet(?) GROUP BY status", [str(written)]
        ).fetchall()
    )
    expected = {DECIDED: report.decided, REJECTED: report.rejected}
    if found != {status: count for status, count in expected.items() if count}:
        raise AssertionError(f"rows lost or doubled: wrote {found}, expected {expected}")


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
