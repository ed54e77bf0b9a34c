"""What a national register would take, reckoned from one measured run and from nothing typed in.

Two sizes of the same made register go through the whole command, Parquet in and Parquet out. Their difference is what
rows cost; what is left is what a run costs however few its rows. A national register is one run for each kabupaten and
kota, because law, minimum wage and choices differ between them: the fixed part counts once for each.

    python benchmarks/cost_model.py                       # on this machine
    python benchmarks/cost_model.py --rows 5000000 --national 140000000
    python benchmarks/cost_model.py --spark local[2]      # the clean register on Spark too (./scripts/setup --spark)
"""

import os
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from make_register import make
from stopwatch import MATARAM, REGPOL, count, options, quiet_place, say_where, show

from regpol.project.region import children, provinces

HOUR, GIGA = 3600, 1e9


@dataclass(frozen=True)
class Measured:
    """One run: rows, bytes in and out, seconds by the clock and of processors, and the most memory at once."""

    rows: int
    read: int
    written: int
    seconds: float
    cpu: float
    peak: int


@dataclass(frozen=True)
class Model:
    """What a row and what a run cost, from two measured sizes."""

    small: Measured
    large: Measured

    @property
    def per_row(self) -> tuple[float, float]:
        """Seconds of the clock and of processors for one row."""
        rows = self.large.rows - self.small.rows
        clock, cpu = self.large.seconds - self.small.seconds, self.large.cpu - self.small.cpu
        return max(clock, 0.0) / rows, max(cpu, 0.0) / rows

    @property
    def per_run(self) -> tuple[float, float]:
        """Seconds of the clock and of processors for a run without rows."""
        clock, cpu = self.per_row
        return max(self.small.seconds - clock * self.small.rows, 0.0), max(self.small.cpu - cpu * self.small.rows, 0.0)

    def national(self, rows: int, runs: int) -> tuple[float, float]:
        """Seconds of the clock on this machine and processor seconds for a whole country."""
        row, run = self.per_row, self.per_run
        return row[0] * rows + run[0] * runs, row[1] * rows + run[1] * runs


def size(path: Path) -> int:
    """Bytes of a file, or of everything in a folder."""
    return path.stat().st_size if path.is_file() else sum(it.stat().st_size for it in path.rglob("*") if it.is_file())


def measured(command: list[str], rows: int, read: Path, written: Path, environment: dict[str, str]) -> Measured:
    """Runs a command to its end; the memory is that of its largest process."""
    start = perf_counter()
    quiet = [(os.POSIX_SPAWN_OPEN, stream, os.devnull, os.O_WRONLY, 0) for stream in (1, 2)]
    process = os.posix_spawn(command[0], command, environment, file_actions=quiet)
    _, status, usage = os.wait4(process, 0)
    seconds = perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in {0, 1}:
        sys.exit(f"{' '.join(command)} gagal")
    return Measured(rows, size(read), size(written), seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


def on_this_machine(folder: Path, rows: int, environment: dict[str, str]) -> Measured:
    """``regpol register decide`` from Parquet to Parquet, cleaning and rejects included."""
    register, output = folder / f"{rows}.parquet", folder / f"{rows}-keputusan.parquet"
    make(register, rows, "parquet")
    return measured([*_decide(register, output), "--project", str(MATARAM)], rows, register, output, environment)


def on_spark(folder: Path, rows: int, master: str, environment: dict[str, str]) -> Measured:
    """The same rows once they are clean, on Spark; its processes are counted together."""
    register, clean, output = folder / f"{rows}.parquet", folder / f"{rows}-bersih.parquet", folder / f"{rows}-spark"
    make(register, rows, "parquet", messy=0)
    project = ["--project", str(MATARAM)]
    measured(
        [str(REGPOL), "register", "clean", str(register), "-o", str(clean), *project],
        rows,
        register,
        clean,
        environment,
    )
    where = ["--remote" if master.startswith("sc://") else "--master", master]
    return measured([*_decide(clean, output), "--engine", "spark", *where, *project], rows, clean, output, environment)


def _decide(register: Path, output: Path) -> list[str]:
    return [str(REGPOL), "register", "decide", str(register), "-o", str(output)]


def tell(title: str, model: Model, national: int, runs: int) -> None:
    """What was measured, and what it comes to for a country."""
    show(
        f"{title}: diukur",
        ("baris", "detik", "detik prosesor", "byte/baris masuk", "byte/baris hasil", "memori puncak MB"),
        [
            (
                count(it.rows),
                _decimal(it.seconds),
                _decimal(it.cpu),
                _decimal(it.read / it.rows),
                _decimal(it.written / it.rows),
                count(it.peak / 1e6),
            )
            for it in (model.small, model.large)
        ],
    )
    clock, cpu = model.national(national, runs)
    large, (_, row), (_, run) = model.large, model.per_row, model.per_run
    show(
        f"{title}: register nasional {count(national)} baris dalam {runs} jalan (satu tiap kabupaten/kota), dihitung",
        ("besaran", "nilai"),
        [
            ("baris tiap detik prosesor", count(1 / row) if row else "tidak terukur"),
            ("detik prosesor tiap jalan, tanpa baris", _decimal(run)),
            ("jam prosesor", _decimal(cpu / HOUR)),
            ("jam di mesin ini, satu jalan demi satu jalan", _decimal(clock / HOUR)),
            ("GB masuk", _decimal(large.read / large.rows * national / GIGA)),
            ("GB hasil", _decimal(large.written / large.rows * national / GIGA)),
        ],
    )


def _decimal(number: float) -> str:
    return f"{number:,.2f}".translate(str.maketrans(",.", ".,"))


def main() -> None:
    parser = options("Biaya register nasional dari satu pengukuran.", 1)
    parser.add_argument("--rows", type=int, default=2_000_000, help="baris pada pengukuran yang besar")
    parser.add_argument("--national", type=int, default=140_000_000, help="baris register nasional")
    parser.add_argument("--spark", default="", help="ukur juga Spark: local[2], spark://..., atau sc://...")
    chosen = parser.parse_args()
    say_where()
    runs = sum(region.autonomous for province in provinces() for region in children(province.code))
    with quiet_place() as (folder, environment):
        small = chosen.rows // 10
        on_this_machine(folder, 1_000, environment)  # the rulebook is compiled and kept from here on
        model = Model(*(on_this_machine(folder, rows, environment) for rows in (small, chosen.rows)))
        tell("DuckDB, satu mesin", model, chosen.national, runs)
        if chosen.spark:
            model = Model(*(on_spark(folder, rows, chosen.spark, environment) for rows in (small, chosen.rows)))
            tell(f"Spark, {chosen.spark}, register sudah bersih", model, chosen.national, runs)
    say_where()


if __name__ == "__main__":
    main()
