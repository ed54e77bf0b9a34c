"""What every verb shares with the outside: where data lies, the kept rulebook, messages, exit status.

Exit status: 0 done; 1 done, with findings that need attention; 2 wrong use or bad input. Results go
to standard output, everything said about the work to standard error.
"""

import codecs
import json
import os
import shutil
import sys
import textwrap
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Any

from regpol.law.files import data_folder as data_folder

if TYPE_CHECKING:
    import duckdb

    from regpol.law.model import Rulebook
    from regpol.terms.problems import Problem

DONE, ATTENTION, REFUSED = 0, 1, 2
_WHOLE = 100


class _Plainer(dict[int, int | str]):
    def __missing__(self, sign: int) -> str:
        return "?"


_PLAINER = _Plainer(str.maketrans("─═│█░→≤≥−✓✗", "-=|#.><>-vx"))


def cache_folder() -> Path:
    """Where things may be kept that can always be made again."""
    base = os.environ.get("REGPOL_CACHE") or os.environ.get("XDG_CACHE_HOME")
    if base:
        return Path(base) / "regpol"
    return Path.home() / ".cache" / "regpol"


def rulebook(regional: tuple[Path, ...] = (), rules: Path | None = None) -> "Rulebook":
    """The rulebook, from the kept copy if nothing changed since.

    Raises:
        Refused: with everything wrong in its files.
    """
    from regpol.law import compiled, files

    folder = rules or data_folder("rules")
    identity = files.fingerprint(folder, regional)
    kept = compiled.read(cache_folder(), identity)
    if kept is None:
        from regpol.law.load import load

        kept = load(folder, regional)
        compiled.write(cache_folder(), kept)
    return kept


def prepare_charts() -> None:
    """The list of fonts that drawing keeps goes where our other things go, not into the home folder."""
    os.environ.setdefault("MPLCONFIGDIR", str(cache_folder() / "matplotlib"))


def _plainer(error: UnicodeError) -> tuple[str, int]:
    """The nearest sign for what a terminal lacks: lines stay lines, anything else becomes a question mark."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_PLAINER), error.end


def prepare_streams() -> None:
    """A terminal that lacks a sign, as an older Windows does, shows the nearest one; that is no reason to stop."""
    codecs.register_error("plainer", _plainer)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="plainer")


def say(text: str) -> None:
    """A message about the work."""
    sys.stderr.write(f"{text}\n")


def say_wrapped(text: str, hanging: int = 0) -> None:
    """A message as wide as the terminal; a line goes on under its own indent and ``hanging`` columns more."""
    width = min(shutil.get_terminal_size().columns, 110)
    for line in text.split("\n"):
        bare = line.lstrip()
        indent = " " * (len(line) - len(bare))
        say(textwrap.fill(bare, width, initial_indent=indent, subsequent_indent=indent + " " * hanging))


def show(text: str) -> None:
    """A result.

    Raises:
        Refused: if it cannot be written out whole.
    """
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise  # whoever reads has read enough
    except OSError as error:
        from regpol.terms.place import Place
        from regpol.terms.problems import Refused
        from regpol.terms.problems.command import CannotWrite

        place, trouble = Place("keluaran standar"), str(error.strerror)
        raise Refused(CannotWrite(place=place, trouble=trouble)) from None


def show_json(document: Mapping[str, Any]) -> None:
    """A result as one JSON document."""
    show(json.dumps(document, ensure_ascii=False, indent=2))


def say_no_more() -> None:
    """Closes standard error for this process, whoever in it writes there."""
    sys.stderr.flush()
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123
        os.dup2(nowhere.fileno(), 2)


def watched_by_someone() -> bool:
    """Whether a person sits at the terminal and can be asked."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def question(text: str) -> str:
    """What the person at the terminal answers; empty if they only press Enter.

    Raises:
        KeyboardInterrupt: if they end the input instead.
    """
    sys.stderr.write(f"{text}: ")
    sys.stderr.flush()
    answer = sys.stdin.readline()
    if not answer:
        raise KeyboardInterrupt
    return answer.strip()


def refuse(problems: "tuple[Problem, ...]", *, as_json: bool) -> int:
    """Tells every problem; the exit status that goes with it."""
    if as_json:
        show_json({"problems": [problem.as_dict() for problem in problems]})
    for problem in problems:
        say(str(problem))
    codes = " ".join(dict.fromkeys(problem.code for problem in problems))
    say(f"\n{len(problems)} masalah ({codes}). Arti sebuah kode: regpol explain {problems[0].code}")
    return REFUSED


def progress(what: str, total: int) -> Callable[[int], None]:
    """A counter on the terminal for work that takes a while; silent where nobody watches."""
    if not sys.stderr.isatty() or total < 50:
        return lambda done: None

    def tell(done: int) -> None:
        end = "\n" if done == total else ""
        sys.stderr.write(f"\r{what}: {done}/{total}{end}")
        sys.stderr.flush()

    return tell


def progress_bar(what: str) -> Callable[[int, int], None]:
    """A bar with the time that is left, for work whose parts weigh differently; silent where nobody watches."""
    if not sys.stderr.isatty():
        return lambda done, total: None
    started = time.monotonic()

    def tell(done: int, total: int) -> None:
        filled = 24 * done // total if total else 24
        left = (time.monotonic() - started) * (total - done) / done if done else 0
        bar = "█" * filled + "░" * (24 - filled)
        rest = f"kira-kira {left:.0f} detik lagi" if done < total else "selesai" + " " * 24
        sys.stderr.write(f"\r{what} {bar} {rest}" + ("\n" if done >= total else ""))
        sys.stderr.flush()

    return tell


@contextmanager
def watched(connection: "duckdb.DuckDBPyConnection", what: str) -> Iterator[None]:
    """A bar for whatever the database does inside the block; silent where nobody watches."""
    if not sys.stderr.isatty():
        yield
        return
    connection.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
    tell, ended = progress_bar(what), threading.Event()

    def watch() -> None:
        while not ended.wait(0.25):
            share = connection.query_progress()
            if 0 < share < _WHOLE:
                tell(int(share), _WHOLE)

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
        ended.set()
        watcher.join()
        tell(_WHOLE, _WHOLE)
    finally:
        ended.set()
        watcher.join()


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def stopwatch() -> Callable[[], int]:
    """Tells, whenever asked, the tenths of seconds since it was made."""
    started = time.monotonic()
    return lambda: int((time.monotonic() - started) * 10)


def today() -> date:
    """The official's own calendar day; the only place that looks at the clock."""
    return date.today()  # noqa: DTZ011 - a paper is dated by the wall calendar
