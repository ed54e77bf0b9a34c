"""What a register takes from file to workbook, stage by stage, and what grows with the number of rows.

The growing registers are made in the database from the rows of the example, with other ages and decrees: reading and
writing files is left out, so that placing rows into situations, deciding and costing show by themselves.
"""

import sys
from collections.abc import Callable
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from unittest.mock import patch

import duckdb
from stopwatch import (
    MATARAM,
    REGPOL,
    Stages,
    count,
    in_turn,
    milliseconds,
    options,
    process,
    quiet_place,
    say_where,
    show,
)

from regpol.commands import asking, register_work
from regpol.commands.decide import decide
from regpol.commands.register_work import Desk, Work
from regpol.register.columns import store
from regpol.register.people import Register
from regpol.reports.decided import write as decided_write
from regpol.reports.decided.build import Builder

FILE = MATARAM / "register.xlsx"
RULES, READ, CLEAN, STORE = "memuat buku aturan", "membaca XLSX", "membersihkan", "menyimpan di DuckDB"
CELLS, DECIDE, COST = "sel dan keadaan berbeda", "memutus keadaan", "menghitung iuran"
BUILD, WRITE = "menyusun laporan", "menulis XLSX"
CLOCKS = (
    (RULES, asking, "rulebook_for"),
    (READ, register_work, "read"),
    (CLEAN, register_work, "clean"),
    (STORE, register_work, "store"),
    (CELLS, register_work, "assign"),
    (CELLS, register_work, "combinations"),
    (DECIDE, register_work, "decide_all"),
    (COST, register_work, "spans"),
    (COST, register_work, "cost"),
    (BUILD, Builder, "__init__"),
    (BUILD, Builder, "build"),
    (WRITE, decided_write, "write_decided"),
)
GROW = """
    CREATE OR REPLACE TABLE people AS
    SELECT wanted.number AS row, wanted.number AS orang,
        known.* EXCLUDE (nth, row, orang) REPLACE (
            18 + (wanted.number * 31) % 55 AS usia,
            CASE wanted.number % 5 WHEN 0 THEN NULL WHEN 1 THEN false ELSE true END AS sk_berlaku)
    FROM (SELECT range + 1 AS number FROM range($rows)) wanted
    JOIN (SELECT *, row_number() OVER () - 1 AS nth FROM example) known
        ON known.nth = (wanted.number * 7919) % (SELECT count(*) FROM example)
    ORDER BY row
"""


def by_stage(output: Path, rounds: int) -> Stages:
    """The command within one process, after a round that warms up."""
    stages = Stages()
    with stages.clocks(*CLOCKS), redirect_stderr(StringIO()):
        for number in range(rounds + 1):
            with stages.round(counted=number > 0):
                decide(FILE, output, MATARAM)
    return stages


def grown(rows: int) -> Callable[[duckdb.DuckDBPyConnection, Register], None]:
    """Stores a register of this many rows instead of the one that was read."""

    def store_grown(connection: duckdb.DuckDBPyConnection, register: Register) -> None:
        store(connection, register, "example")
        connection.execute(GROW, {"rows": rows})

    return store_grown


def growth(desk: Desk, rows: int, rounds: int) -> tuple[str, ...]:
    """One line of the second table."""
    stages = Stages()
    with patch.object(register_work, "store", grown(rows)), stages.clocks(*CLOCKS):
        for number in range(rounds + 1):
            with stages.round(counted=number > 0), Work(desk) as work:
                decided = work.decided
    taken = [stages.median(stage) for stage in (CELLS, DECIDE, COST)]
    speed = rows / (taken[0] + taken[2])
    return (count(rows), count(len(decided)), *map(milliseconds, taken), count(speed))


def main() -> None:
    parser = options("Register dari berkas sampai buku kerja.", 5)
    parser.add_argument("--rows", type=int, nargs="*", default=[10_000, 100_000], help="jumlah baris buatan")
    chosen = parser.parse_args()
    say_where()
    with quiet_place() as (folder, environment):
        output = folder / "keputusan.xlsx"
        command = (REGPOL, "register", "decide", FILE, "--project", MATARAM, "-o", output)
        bare = (sys.executable, "-c", "pass")
        whole = in_turn(chosen.rounds, {"pass": process(bare, environment), "regpol": process(command, environment)})
        stages = by_stage(output, chosen.rounds)
    desk = Desk(FILE, MATARAM)
    print(
        f"\nregpol register decide, seluruh proses: {milliseconds(whole['regpol'].median)} ms; "
        f"{milliseconds(whole['regpol'].over(whole['pass']))} ms di atas python -c pass"
    )
    taken = stages.medians(*dict.fromkeys(stage for stage, _, _ in CLOCKS))
    show(
        f"{count(desk.register.counts.read)} baris dalam proses yang sudah hangat, milidetik, {chosen.rounds} putaran",
        ("tahap", "median", "bagian"),
        [(stage, milliseconds(t), f"{100 * t / taken['seluruhnya']:.0f} %") for stage, t in taken.items()],
    )
    show(
        "Baris bertambah, keadaan tidak: milidetik menurut jumlah baris",
        ("baris", "keadaan", CELLS, DECIDE, COST, "baris/detik tanpa memutus"),
        [growth(desk, rows, chosen.rounds) for rows in (len(desk.register.people), *chosen.rows)],
    )
    say_where()


if __name__ == "__main__":
    main()
