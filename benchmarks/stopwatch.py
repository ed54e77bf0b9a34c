"""Takes times on a machine that others use at the same moment.

What is compared runs in turn within one call, A B C A B C, after a round that is not counted. The figure shown is the
median of the rounds, and a ratio is the median of the ratios round by round: a machine that drifts then drifts for
both sides. Nothing here judges a figure.
"""

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
MATARAM = ROOT / "examples" / "mataram"
REGPOL = Path(sys.executable).with_name("regpol")


@dataclass(frozen=True)
class Times:
    """What one piece of work took, in seconds, round by round: by the clock, and of a processor.

    The second leaves out what others took meanwhile, though not that a shared processor itself runs slower.
    """

    rounds: tuple[float, ...]
    cpu: tuple[float, ...] = ()

    @property
    def processor(self) -> "Times":
        """The same rounds by processor time."""
        return Times(self.cpu)

    @property
    def median(self) -> float:
        return statistics.median(self.rounds)

    @property
    def least(self) -> float:
        return min(self.rounds)

    def over(self, other: "Times") -> float:
        """How much longer than another piece of work, in seconds."""
        return statistics.median(mine - theirs for mine, theirs in zip(self.rounds, other.rounds, strict=True))

    def ratio(self, other: "Times") -> float:
        """How many times as long as another piece of work."""
        return statistics.median(mine / theirs for mine, theirs in zip(self.rounds, other.rounds, strict=True))


def in_turn(rounds: int, work: Mapping[str, Callable[[], object]]) -> dict[str, Times]:
    """Times of each piece of work, all of them run in every round."""
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in work}
    for number in range(rounds + 1):
        for name, do in work.items():
            gc.collect()
            start, used = perf_counter(), _processor_seconds()
            do()
            if number:
                taken[name].append((perf_counter() - start, _processor_seconds() - used))
    return {name: Times(*zip(*seconds, strict=True)) for name, seconds in taken.items()}


def _processor_seconds() -> float:
    """What this process and those it waited for have used."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + ended.ru_utime + ended.ru_stime


class Stages:
    """Seconds by stage, from clocks laid around the functions that do the work."""

    def __init__(self) -> None:
        self._rounds: list[dict[str, float]] = []

    @contextmanager
    def round(self, *, counted: bool = True) -> Iterator[None]:
        """One round; ``counted`` is false for a round that only warms up."""
        self._rounds.append({})
        start = perf_counter()
        try:
            yield
        finally:
            current = self._rounds[-1]
            current["seluruhnya"] = perf_counter() - start
            if not counted:
                self._rounds.pop()

    @contextmanager
    def clocks(self, *places: tuple[str, Any, str]) -> Iterator[None]:
        """Lays a clock around functions: stage, the module or class that holds the function, its name."""
        before = [(holder, name, getattr(holder, name)) for _, holder, name in places]
        for (stage, _, _), (holder, name, function) in zip(places, before, strict=True):
            setattr(holder, name, self._clocked(stage, function))
        try:
            yield
        finally:
            for holder, name, function in before:
                setattr(holder, name, function)

    def _clocked(self, stage: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def timed(*arguments: Any, **named: Any) -> Any:
            start = perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                current = self._rounds[-1]
                current[stage] = current.get(stage, 0.0) + perf_counter() - start

        return timed

    def median(self, stage: str) -> float:
        """The median of a stage over the rounds, 0 if it did not run."""
        return statistics.median(one.get(stage, 0.0) for one in self._rounds)

    def medians(self, *stages: str) -> dict[str, float]:
        """The medians of some stages, of the rest of the time, and of the whole."""
        rest = statistics.median(one["seluruhnya"] - sum(one.get(s, 0.0) for s in stages) for one in self._rounds)
        named = {stage: self.median(stage) for stage in stages}
        return named | {"selebihnya": rest, "seluruhnya": self.median("seluruhnya")}


@contextmanager
def quiet_place() -> Iterator[tuple[Path, dict[str, str]]]:
    """A folder for results, and an environment with caches of its own where bytecode is kept as in an installation."""
    with tempfile.TemporaryDirectory(prefix="regpol-waktu-") as made:
        folder = Path(made)
        kept = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
        own = {"PYTHONPYCACHEPREFIX": str(folder / "bytecode"), "REGPOL_CACHE": str(folder / "cache")}
        yield folder, kept | own


def process(command: Sequence[str | Path], environment: Mapping[str, str]) -> Callable[[], None]:
    """Runs a command to its end; its output is thrown away, unless it fails."""

    def run() -> None:
        done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        if done.returncode not in {0, 1}:
            sys.exit(f"{' '.join(map(str, command))} berakhir dengan status {done.returncode}:\n{done.stderr}")

    return run


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f}" if seconds < 0.1 else f"{seconds * 1000:,.0f}".replace(",", ".")


def count(number: float) -> str:
    return f"{number:,.0f}".replace(",", ".")


def times_as_long(ratio: float) -> str:
    return f"{ratio:.2f}".replace(".", ",")


def show(title: str, headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table: the first column to the left, the others to the right."""
    table = [headings, *rows]
    widths = [max(len(row[at]) for row in table) for at in range(len(headings))]
    print(f"\n{title}")
    for row in table:
        cells = [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        print(f"  {'   '.join(cells)}".rstrip())


def say_where() -> None:
    """Prints what the figures depend on: the Python, the processors, and how busy they are just now."""
    version = ".".join(map(str, sys.version_info[:3]))
    load = times_as_long(os.getloadavg()[0])
    print(f"Python {version}, {os.cpu_count()} inti, beban satu menit terakhir {load}")


def options(purpose: str, rounds: int) -> argparse.ArgumentParser:
    """The options of every benchmark."""
    parser = argparse.ArgumentParser(description=purpose)
    parser.add_argument("-n", dest="rounds", type=int, default=rounds, help=f"putaran yang dihitung (biasa {rounds})")
    return parser
