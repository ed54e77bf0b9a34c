"""What `regpol register decide` takes from file to file, in time and memory, beside the least it could take.

Every command runs as a process of its own, so that its peak memory is its own; what is compared runs in turn.
The least there is: DuckDB reading and writing again the very output (Parquet), DuckDB turning the text into Parquet
(CSV), calamine reading the workbook (XLSX). Registers come from `make_register`, the same for the same seed.

    python benchmarks/register.py parquet --rows 5000000
    python benchmarks/register.py clean --rows 5000000
    python benchmarks/register.py csv --rows 500000
    python benchmarks/register.py xlsx --rows 100000
    python benchmarks/register.py growth --rows 100000 1000000 10000000
    python benchmarks/register.py once --rows 140000000
"""

import json
import os
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter

from make_register import make
from stopwatch import MATARAM, REGPOL, count, options, quiet_place, say_where, show, times_as_long

WHAT = ("parquet", "clean", "csv", "xlsx", "growth", "once")
BARE_COPY = """
import sys, duckdb
source, target, folder, asked = sys.argv[1:]
database = duckdb.connect(config={"memory_limit": "768MB", "temp_directory": folder})
read = f"read_csv('{source}', all_varchar=true, delim=';')" if source.endswith(".csv") else f"'{source}'"
database.execute(f"COPY (SELECT * FROM {read}) TO '{target}' (FORMAT parquet)")
"""
BARE_READ = """
import sys, python_calamine
sheet = python_calamine.load_workbook(sys.argv[1]).get_sheet_by_index(0)
print(sum(1 for _ in sheet.iter_rows()))
"""
DONE = {0, 1}


@dataclass(frozen=True)
class Run:
    """One process: seconds by the clock, seconds of processors, and the most memory it held at once, in MB."""

    seconds: float
    cpu: float
    memory: float


def run(command: Sequence[str | Path], environment: Mapping[str, str]) -> Run:
    """Runs a command to its end; what it says is thrown away."""
    start = perf_counter()
    arguments = [str(part) for part in command]
    nothing = os.open(os.devnull, os.O_RDWR)
    pid = os.posix_spawn(
        arguments[0],
        arguments,
        dict(environment),
        file_actions=[(os.POSIX_SPAWN_DUP2, nothing, 1), (os.POSIX_SPAWN_DUP2, nothing, 2)],
    )
    _, status, used = os.wait4(pid, 0)
    os.close(nothing)
    if os.waitstatus_to_exitcode(status) not in DONE:
        sys.exit(f"{' '.join(arguments)} berakhir dengan status {os.waitstatus_to_exitcode(status)}")
    return Run(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


@dataclass(frozen=True)
class Bench:
    """Where a benchmark works."""

    folder: Path
    environment: Mapping[str, str]
    rounds: int

    def decide(self, register: Path, output: Path) -> Run:
        """The command."""
        return run((REGPOL, "register", "decide", register, "--project", MATARAM, "-o", output), self.environment)

    def bare(self, script: str, *arguments: Path) -> Run:
        """A few lines of Python in a process of their own."""
        told = (*arguments, self.folder, "") if script == BARE_COPY else arguments
        return run((sys.executable, "-c", script, *map(str, told)), self.environment)

    def register(self, rows: int, form: str, messy: float = 0.0) -> Path:
        """A register of this many rows."""
        path = self.folder / f"register-{rows}.{form}"
        if not path.exists():
            make(path, rows, form, messy=messy)
        return path


def compared(bench: Bench, title: str, register: Path, output: Path, bare: tuple[str, str, tuple[Path, ...]]) -> None:
    """The command beside the least it could take, in turn, after a round that is not counted."""
    name, script, arguments = bare
    ours: list[Run] = []
    least: list[Run] = []
    for number in range(bench.rounds + 1):
        mine = bench.decide(register, output)
        other = bench.bare(script, *arguments)
        if number:
            ours.append(mine)
            least.append(other)
    ratio = median(a.seconds / b.seconds for a, b in zip(ours, least, strict=True))
    cpu = median(a.cpu / b.cpu for a, b in zip(ours, least, strict=True))
    show(
        f"{title}, {bench.rounds} putaran bergantian",
        ("", "detik", "detik prosesor", "puncak MB"),
        [_line("regpol register decide", ours), _line(name, least)],
    )
    print(f"  nisbah: {times_as_long(ratio)} menurut jam, {times_as_long(cpu)} menurut prosesor")


def _line(name: str, runs: Sequence[Run]) -> tuple[str, ...]:
    seconds, cpu = median(it.seconds for it in runs), median(it.cpu for it in runs)
    return name, _tenths(seconds), _tenths(cpu), count(max(it.memory for it in runs))


def _tenths(seconds: float) -> str:
    return f"{seconds:.1f}".replace(".", ",")


def parquet(bench: Bench, rows: int) -> None:
    register, output = bench.register(rows, "parquet"), bench.folder / "keputusan.parquet"
    bare = "tulis ulang hasil yang sama", BARE_COPY, (output, bench.folder / "ulang.parquet")
    compared(bench, f"Parquet {count(rows)} baris ke Parquet", register, output, bare)


def clean(bench: Bench, rows: int) -> None:
    """The same people, cleaned once before: what deciding them again takes."""
    register, output = bench.folder / "orang.parquet", bench.folder / "keputusan.parquet"
    command = (REGPOL, "register", "clean", bench.register(rows, "parquet"), "--project", MATARAM, "-o", register)
    once = run(command, bench.environment)
    bare = "tulis ulang hasil yang sama", BARE_COPY, (output, bench.folder / "ulang.parquet")
    compared(bench, f"Register bersih {count(rows)} baris ke Parquet", register, output, bare)
    print(f"  membersihkannya, sekali: {_tenths(once.seconds)} detik, {_tenths(once.cpu)} detik prosesor")


def text(bench: Bench, rows: int) -> None:
    register, output = bench.register(rows, "csv", 0.05), bench.folder / "keputusan.parquet"
    bare = "CSV ke Parquet tanpa apa pun", BARE_COPY, (register, bench.folder / "ulang.parquet")
    compared(bench, f"CSV {count(rows)} baris tak rapi ke Parquet", register, output, bare)


def workbook(bench: Bench, rows: int) -> None:
    register = bench.register(rows, "xlsx", 0.05)
    for form in ("parquet", "xlsx"):
        output = bench.folder / f"keputusan.{form}"
        bare = "calamine membaca saja", BARE_READ, (register,)
        compared(bench, f"XLSX {count(rows)} baris ke {form.upper()}", register, output, bare)


def growth(bench: Bench, sizes: Sequence[int], drawn: Path) -> None:
    """Time, memory and situations by size, after a run that is not counted; drawn beside this file."""
    bench.decide(bench.register(min(sizes), "parquet"), bench.folder / "keputusan.parquet")
    found = []
    for rows in sizes:
        register, output = bench.register(rows, "parquet"), bench.folder / "keputusan.parquet"
        taken = bench.decide(register, output)
        situations = situations_in(output)
        found.append((rows, taken, situations))
        register.unlink()
    show(
        "Baris bertambah (Parquet ke Parquet, satu kali tiap ukuran)",
        ("baris", "detik", "detik prosesor", "puncak MB", "situasi", "baris/detik"),
        [
            (count(rows), _tenths(it.seconds), _tenths(it.cpu), count(it.memory), count(met), count(rows / it.seconds))
            for rows, it, met in found
        ],
    )
    draw([(rows, it.seconds, it.memory, met) for rows, it, met in found], drawn)


def situations_in(output: Path) -> int:
    import duckdb

    with duckdb.connect() as database:
        ((met,),) = database.execute("SELECT count(DISTINCT situasi) FROM read_parquet(?)", [str(output)]).fetchall()
    return int(met)


def draw(found: Sequence[tuple[int, float, float, int]], path: Path) -> None:
    """Three curves over the number of rows: seconds, memory, situations."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    rows = [it[0] for it in found]
    figure, places = plt.subplots(1, 3, figsize=(11, 3.4), layout="constrained")
    titles = (("Waktu (detik)", 1, True), ("Puncak ingatan (MB)", 2, False), ("Situasi berbeda", 3, False))
    for place, (title, at, logarithmic) in zip(places, titles, strict=True):
        place.plot(rows, [it[at] for it in found], marker="o", color="#1f4e5f")
        place.set(title=title, xlabel="baris register", xscale="log")
        place.set_yscale("log" if logarithmic else "linear")
        if not logarithmic:
            place.set_ylim(bottom=0)
        place.grid(alpha=0.3)
    figure.savefig(path, dpi=110)


def once(bench: Bench, rows: int) -> None:
    """One run of a size that is not run twice; the files are removed as soon as they are not needed."""
    register, output = bench.register(rows, "parquet"), bench.folder / "keputusan.parquet"
    size = register.stat().st_size
    taken = bench.decide(register, output)
    told = {
        "baris": rows,
        "detik": round(taken.seconds, 1),
        "detik prosesor": round(taken.cpu, 1),
        "puncak MB": round(taken.memory),
        "masuk GB": round(size / 1e9, 2),
        "keluar GB": round(output.stat().st_size / 1e9, 2),
        "situasi": situations_in(output),
    }
    print(json.dumps(told, ensure_ascii=False))


def main() -> None:
    parser = options("Register dari berkas ke berkas.", 3)
    parser.add_argument("what", choices=WHAT)
    parser.add_argument("--rows", type=int, nargs="+", required=True)
    parser.add_argument("--draw", type=Path, default=Path(__file__).with_name("pertumbuhan.png"))
    chosen = parser.parse_args()
    say_where()
    with quiet_place() as (folder, environment):
        bench = Bench(folder, environment, chosen.rounds)
        if chosen.what == "growth":
            growth(bench, chosen.rows, chosen.draw)
        else:
            ways = {"parquet": parquet, "clean": clean, "csv": text, "xlsx": workbook, "once": once}
            ways[chosen.what](bench, chosen.rows[0])
    say_where()


if __name__ == "__main__":
    main()
