"""How long a person waits for an answer: whole processes, against a Python that does nothing."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from stopwatch import (
    REGPOL,
    Times,
    in_turn,
    milliseconds,
    options,
    process,
    quiet_place,
    say_where,
    show,
    times_as_long,
)

CHECK = (REGPOL, "check", "--category", "ketua_rt", "--region", "52.71", "--year", "2025")
NOTHING = "python -c pass"


def forgetful(run: Callable[[], None], cache: Path) -> Callable[[], None]:
    """The same run with nothing kept from the one before."""

    def run_anew() -> None:
        shutil.rmtree(cache, ignore_errors=True)
        run()

    return run_anew


def line(name: str, taken: Times, nothing: Times) -> tuple[str, ...]:
    return (
        name,
        milliseconds(taken.median),
        milliseconds(taken.least),
        milliseconds(taken.over(nothing)),
        times_as_long(taken.ratio(nothing)),
        milliseconds(taken.processor.over(nothing.processor)),
    )


def main() -> None:
    rounds = options("Waktu sejak perintah diketik sampai selesai.", 15).parse_args().rounds
    say_where()
    with quiet_place() as (folder, environment):
        cold = folder / "cache-dingin"
        first = process(CHECK, environment | {"REGPOL_CACHE": str(cold)})
        taken = in_turn(
            rounds,
            {
                NOTHING: process([sys.executable, "-c", "pass"], environment),
                "python -c 'import typer'": process([sys.executable, "-c", "import typer"], environment),
                "regpol --help": process([REGPOL, "--help"], environment),
                "regpol check": process(CHECK, environment),
                "regpol check --json": process([*CHECK, "--json"], environment),
                "regpol check, tanpa simpanan": forgetful(first, cold),
            },
        )
    show(
        f"Seluruh proses, milidetik, {rounds} putaran bergantian",
        ("perintah", "median", "tercepat", "di atas pass", "kali pass", "prosesor di atas pass"),
        [line(name, times, taken[NOTHING]) for name, times in taken.items()],
    )
    say_where()


if __name__ == "__main__":
    main()
