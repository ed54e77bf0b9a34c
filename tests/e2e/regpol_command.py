"""The installed command as its users meet it: a process with arguments, two streams and an exit status."""

import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
MATARAM = ROOT / "examples" / "mataram"
INSTALLED = Path(sys.executable).with_name("regpol")

MESSAGE = re.compile(
    r"^(?P<where>\S.*): (?P<code>[A-Z]{3}\d\d) (?P<title>.+)\n"
    r"    ditemukan  : (?P<found>.+)\n"
    r"(?:    seharusnya : (?P<expected>.+)\n)?"
    r"    lakukan    : (?P<action>.+)$",
    re.MULTILINE,
)


@dataclass(frozen=True)
class Run:
    """What came of one command line."""

    arguments: tuple[str, ...]
    status: int
    out: str
    err: str

    @cached_property
    def json(self) -> Any:
        """The one document on standard output."""
        return json.loads(self.out)

    @cached_property
    def messages(self) -> tuple[dict[str, str], ...]:
        """The problems told on standard error."""
        return tuple(match.groupdict() for match in MESSAGE.finditer(self.err))

    @property
    def codes(self) -> list[str]:
        return [message["code"] for message in self.messages]

    def done(self) -> "Run":
        """This run, if it did what was asked; with findings or without."""
        assert self.status in {0, 1}, f"{' '.join(self.arguments)}\n{self.err}"
        assert "Traceback" not in self.err
        return self

    def refused(self) -> "Run":
        """This run, if it refused in the proper form."""
        assert self.status == 2, f"{' '.join(self.arguments)}\n{self.out}{self.err}"
        assert "Traceback" not in self.err
        assert self.messages, self.err
        told = MESSAGE.sub("", self.err).strip()
        listed = " ".join(dict.fromkeys(self.codes))
        assert told == f"{len(self.codes)} masalah ({listed}). Arti sebuah kode: regpol explain {self.codes[0]}"
        return self


HUNG = 900
"""Seconds after which a run is taken to hang; a busy machine may need ten times what an idle one does."""


class Regpol:
    """The command with a cache of its own, so that no test sees what another session left behind."""

    def __init__(self, cache: Path) -> None:
        assert INSTALLED.is_file(), f"no {INSTALLED}: run ./scripts/setup --dev"
        ordinary = {name: value for name, value in os.environ.items() if not name.startswith("REGPOL_")}
        self.environment = ordinary | {"REGPOL_CACHE": str(cache), "COLUMNS": "100"}
        # tests started in the background inherit an ignored Ctrl+C, and so would the command
        if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
            signal.signal(signal.SIGINT, signal.default_int_handler)

    def __call__(self, *arguments: object, cwd: Path | None = None, **settings: str) -> Run:
        """One run; ``settings`` go into its environment."""
        process = self.start(*arguments, cwd=cwd, **settings)
        out, err = process.communicate(timeout=HUNG)
        return Run(tuple(map(str, arguments)), process.returncode, out, err)

    def start(self, *arguments: object, cwd: Path | None = None, **settings: str) -> "subprocess.Popen[str]":
        """A run that goes on by itself."""
        return subprocess.Popen(
            [INSTALLED, *map(str, arguments)],
            cwd=cwd,
            env=self.environment | settings,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
            start_new_session=True,
        )

    def all(self, command_lines: Iterable[tuple[object, ...]], cwd: Path | None = None) -> list[Run]:
        """Many runs, two at a time."""
        with ThreadPoolExecutor(2) as pool:
            return list(pool.map(lambda line: self(*line, cwd=cwd), command_lines))

    def stop(self, process: "subprocess.Popen[str]", after: float, how: signal.Signals) -> Run:
        """Ends a run that is going on."""
        time.sleep(after)
        process.send_signal(how)
        out, err = process.communicate(timeout=HUNG)
        return Run(tuple(map(str, process.args)), process.returncode, out, err)  # type: ignore[arg-type]
