"""Units over worker processes of their own.

A worker that loses its parent finds the end of its pipe and ends; one that is killed is told as a problem of the
unit it worked on. At most one unit waits in each worker, so memory does not grow with their number.
"""

import multiprocessing
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Any, Generic, TypeVar

from regpol.terms.problems import Problem, Refused

T = TypeVar("T")
Do = Callable[[T, Path], int]
"""Makes a task in a folder; gives back a number; raises `Refused` or OSError."""


@dataclass(frozen=True)
class Done(Generic[T]):
    """A task with its folder and what came of it; ``stopped`` if its worker died."""

    task: T
    folder: Path
    value: int = 0
    problems: tuple[Problem, ...] = ()
    error: OSError | None = None
    stopped: bool = False


def run(tasks: Iterable[T], folder_of: Callable[[T], Path], do: Do[T], workers: int) -> Iterator[Done[T]]:
    """Each task as it is finished, in no order; a task is only taken when a worker is free."""
    waiting = iter(tasks)
    if workers <= 1:
        yield from (_at_once(task, folder_of(task), do) for task in waiting)
        return
    context = multiprocessing.get_context("spawn")
    busy: dict[Connection, tuple[Any, T, Path]] = {}
    idle: list[tuple[Connection, Any]] = []
    try:
        while True:
            _hand_out(waiting, folder_of, do, (context, workers), busy, idle)
            if not busy:
                return
            for ready in wait(list(busy)):
                assert isinstance(ready, Connection)
                process, task, folder = busy.pop(ready)
                try:
                    value, problems, error = ready.recv()
                except (EOFError, ConnectionError):
                    process.join()
                    yield Done(task, folder, stopped=True)
                    continue
                idle.append((ready, process))
                yield Done(task, folder, value, problems, error)
    finally:
        for pipe, process in [*idle, *((pipe, process) for pipe, (process, _, _) in busy.items())]:
            pipe.close()
            if process in {held for held, _, _ in busy.values()}:
                process.terminate()
            process.join()


def _hand_out(
    waiting: Iterator[T],
    folder_of: Callable[[T], Path],
    do: Do[T],
    most: tuple[Any, int],
    busy: dict[Connection, tuple[Any, T, Path]],
    idle: list[tuple[Connection, Any]],
) -> None:
    """Gives every free worker a task; starts a worker only when there is one for it."""
    context, workers = most
    while len(busy) < workers:
        task = next(waiting, None)
        if task is None:
            return
        pipe, process = idle.pop() if idle else _start(context, do)
        folder = folder_of(task)
        busy[pipe] = (process, task, folder)
        with suppress(BrokenPipeError):
            pipe.send((task, folder))


def _start(context: Any, do: Do[Any]) -> tuple[Connection, Any]:
    mine, theirs = context.Pipe()
    process = context.Process(target=_work, args=(theirs, do), daemon=True)
    process.start()
    theirs.close()
    return mine, process


def _work(pipe: Connection, do: Do[Any]) -> None:
    """The life of a worker: a task at a time until the pipe ends. Ctrl+C is the parent's to answer."""
    import gc
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    settled = False
    while True:
        try:
            task, folder = pipe.recv()
        except EOFError:
            return
        done = _at_once(task, folder, do)
        try:
            pipe.send((done.value, done.problems, done.error))
        except BrokenPipeError:
            return
        if not settled:
            gc.collect()
            gc.freeze()  # modules, styles, templates and fonts stay: no later collection looks through them again
            settled = True


def _at_once(task: T, folder: Path, do: Do[T]) -> Done[T]:
    try:
        return Done(task, folder, do(task, folder))
    except Refused as refused:
        return Done(task, folder, problems=refused.problems)
    except OSError as error:
        return Done(task, folder, error=OSError(error.errno, error.strerror or ""))
