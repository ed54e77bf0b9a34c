"""What the answers of BPJS or Dukcapil say against registering somebody, as `register validate` put them down."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from regpol.packet.brief import Person
from regpol.register.cell_text import text_cell
from regpol.register.people import Register
from regpol.register.raw_table import as_text
from regpol.register.validation.mapping import MEANING, Result, Way

if TYPE_CHECKING:
    import duckdb

ANSWERS = "answers_against"
_FIELD = "hasil_validasi"
_RESULTS = {str(result).casefold(): result for result in Result if MEANING[result].way is not Way.ON}


def note_answers(register: Register) -> None:
    """Creates ``answers_against`` in a register's database: ``row`` and ``hasil``, a `Result` not to go on."""
    source, work = register.wording.source, register.connection
    work.execute(f"CREATE OR REPLACE TABLE {ANSWERS} (row BIGINT, hasil VARCHAR)")
    if _FIELD not in source.fields:
        return
    cells = f"SELECT row, CAST({_FIELD} AS VARCHAR) AS cell FROM ({source.select})"  # noqa: S608
    for (cell,) in work.execute(f"SELECT DISTINCT cell FROM ({cells}) WHERE cell IS NOT NULL").fetchall():  # noqa: S608
        result = _RESULTS.get(as_text(text_cell(cell)).strip().casefold())
        if result:
            work.execute(f"INSERT INTO {ANSWERS} SELECT row, ? FROM ({cells}) WHERE cell = ?", [str(result), cell])  # noqa: S608


def obstacle_of(result: str) -> str:
    """Why somebody is not registered now, empty without a result; the part before the colon tells no person."""
    if not result:
        return ""
    meaning = MEANING[Result(result)]
    return f"{result} menurut hasil validasi: {meaning.action}"


def count_deceased(work: "duckdb.DuckDBPyConnection") -> int:
    """How many rows an answer says have died."""
    found = work.execute(f"SELECT count(*) FROM {ANSWERS} WHERE hasil = ?", [str(Result.DECEASED)]).fetchone()  # noqa: S608
    return int(found[0]) if found else 0


def deceased(
    work: "duckdb.DuckDBPyConnection", where: str, given: list[str], names: dict[str, str]
) -> Iterator[Person]:
    """Those of a unit who died, in the order of the register; no row of theirs is decided or paid.

    ``where`` is about ``p``, the rows as they were judged; ``names`` are those of categories.
    """
    rows = work.execute(
        "SELECT p.row, CAST(p.nik AS VARCHAR), p.cell_nama, p.sex, p.kategori "  # noqa: S608
        f"FROM judged p JOIN {ANSWERS} a ON a.row = p.row WHERE a.hasil = ? AND {where} ORDER BY p.row",
        [str(Result.DECEASED), *given],
    ).fetchall()
    for row, nik, name, sex, category in rows:
        yield Person(
            row=row,
            nik=nik or "",
            name=" ".join(as_text(text_cell(name)).split()) if name else "",
            sex=sex or "",
            born="",
            category=names.get(category or "", ""),
            segment="",
            district="",
            village="",
            decree="",
            monthly=None,
            segment_code="",
            obstacle=obstacle_of(str(Result.DECEASED)),
            paid=False,
        )
