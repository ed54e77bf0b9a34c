"""Packets: how much more than bare WeasyPrint on the same pages; how many a minute; memory over time; resuming.

The floor: the packets of a made-up regency, one agreement for each kecamatan with all its papers. Those very pages
are laid out by WeasyPrint alone in the same process right afterwards, one document after the other as its
manual says, with nothing of regpol around it. The runs: made-up regencies one after the other, a whole agreement for
each kecamatan; and a made-up province, one agreement and a light packet for each of so many villages, which is the
shape of a packet where units are many.
"""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import Any

import weasyprint
from packet_projects import regencies, write_agreements, write_light
from stopwatch import REGPOL, count, options, say_where, show, times_as_long

DAY = "2025-01-02"
HOLD = 0.5
"""Seconds between two looks at the memory."""


@dataclass
class Seen:
    """What was looked at while a run went on: seconds by the clock and of a processor, packets finished, megabytes of
    all its processes. A killed run tells no processor seconds."""

    seconds: float = 0.0
    cpu: float = 0.0
    packets: int = 0
    memory: list[tuple[int, int]] = field(default_factory=list)

    @property
    def a_minute(self) -> float:
        return self.packets / self.seconds * 60


@dataclass(frozen=True)
class Series:
    """Projects whose packets are made one project after the other, and the folder that holds what is made of each."""

    projects: tuple[Path, ...]
    output: Path

    def finished(self) -> int:
        """How many packets stand there."""
        return sum(1 for _ in self.output.glob("*/*/angka.json"))


def run(series: Series, *, workers: int, stop_at: int = 0) -> Seen:
    """Runs the command over a series and watches it; at ``stop_at`` packets it is killed, and nothing more is begun."""
    seen = Seen()
    before, started, spent = series.finished(), perf_counter(), children_cpu()
    for project in series.projects:
        process = begin(project, series.output / project.name, workers)
        while process.poll() is None:
            seen.packets = series.finished() - before
            seen.memory.append((seen.packets, megabytes(process.pid)))
            if stop_at and seen.packets >= stop_at:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                break
            sleep(HOLD)
        if process.returncode == -signal.SIGKILL:
            break
        if process.returncode not in {0, 1}:
            assert process.stderr is not None
            sys.exit(process.stderr.read())
    seen.seconds, seen.cpu = perf_counter() - started, children_cpu() - spent
    seen.packets = series.finished() - before
    return seen


def begin(project: Path, output: Path, workers: int) -> subprocess.Popen[str]:
    """Starts the command in a process group of its own."""
    given = ["--project", str(project), "-o", str(output), "--date", DAY, "--proses", str(workers)]
    command = [str(REGPOL), "packet", *given]
    return subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )


def children_cpu() -> float:
    """Processor seconds of all processes started here that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def megabytes(leader: int) -> int:
    """Memory of a process and all it started, shared pages counted once for each."""
    total = 0
    for status in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = status.read_text().rpartition(")")[2].split()
            if int(fields[3]) == leader:
                total += int(fields[21]) * os.sysconf("SC_PAGE_SIZE")
        except (OSError, IndexError):
            continue
    return total // 1_000_000


@contextmanager
def around(holder: Any, name: str, call: Callable[..., Any]) -> Iterator[None]:
    """Puts ``call`` in front of a function for a while; it is given the function and what it was called with."""
    function = getattr(holder, name)
    setattr(holder, name, lambda *given, **named: call(function, *given, **named))
    try:
        yield
    finally:
        setattr(holder, name, function)


@contextmanager
def processor_clock(holder: Any, name: str) -> Iterator[list[float]]:
    """Adds up the processor seconds spent in a function: on a busy machine the clock on the wall tells nothing."""
    spent = [0.0]

    def timed(function: Callable[..., Any], *given: Any, **named: Any) -> Any:
        start = process_time()
        try:
            return function(*given, **named)
        finally:
            spent[0] += process_time() - start

    with around(holder, name, timed):
        yield spent


@dataclass(frozen=True)
class Floor:
    """Processor seconds of some packets made in this process, by part; pages of the merged PDFs."""

    packets: int
    pages: int
    whole: float
    bare: float
    parts: dict[str, float]


def floor(project: Path, units: int) -> Floor:
    """Makes the region's packet to warm up, then so many units, then lays out their pages with WeasyPrint alone."""
    from regpol.commands.packet.units import Run
    from regpol.commands.shell import data_folder
    from regpol.documents.naskah import render
    from regpol.documents.word import docx
    from regpol.documents.writers import html, pdf
    from regpol.packet.building import Manner
    from regpol.receipt import packet_proof

    places = {
        "templat sampai pohon naskah": (render, "draft"),
        "PDF: tata letak": (pdf, "lay_out"),
        "DOCX": (docx, "write"),
        "angka dibaca kembali": (packet_proof, "check"),
    }
    laid: list[str] = []

    def seen(function: Callable[..., str], *given: Any, **named: Any) -> str:
        laid.append(function(*given, **named))
        return laid[-1]

    manner = Manner(templates=data_folder("templates"))
    with tempfile.TemporaryDirectory() as made, Run(project, date.fromisoformat(DAY), manner) as shared:
        works = list(shared.works((shared.region.code, *shared.units[:units])))
        folders = [Path(made) / str(number) for number in range(len(works))]
        for folder in folders:
            folder.mkdir()
        packet_proof.build_proved(works[0], folders[0])
        with ExitStack() as clocks:
            spent = {name: clocks.enter_context(processor_clock(*place)) for name, place in places.items()}
            clocks.enter_context(around(html, "write", seen))
            start = process_time()
            pages = sum(packet_proof.build_proved(*one) for one in zip(works[1:], folders[1:], strict=True))
            whole = process_time() - start
    parts = {name: seconds for name, (seconds,) in spent.items()}
    return Floor(len(works) - 1, pages, whole, bare(laid), parts)


def bare(pages: list[str]) -> float:
    """Processor seconds WeasyPrint needs for the same pages, after one that warms it up."""
    weasyprint.HTML(string=pages[0]).write_pdf()
    start = process_time()
    for page in pages:
        weasyprint.HTML(string=page).write_pdf()
    return process_time() - start


def show_floor(found: Floor) -> None:
    rest = "Excel, gabungan, zip, selebihnya"
    parts = {**found.parts, rest: found.whole - sum(found.parts.values()), "seluruhnya": found.whole}
    told = {"WeasyPrint saja atas halaman yang sama": found.bare, **parts}
    rows = [
        (name, f"{seconds / found.packets:.2f}".replace(".", ","), times_as_long(seconds / found.bare))
        for name, seconds in told.items()
    ]
    pages = f"{found.pages / found.packets:.0f} halaman tiap paket"
    show(f"Detik prosesor tiap paket, {found.packets} paket, {pages}", ("bagian", "detik", "kali"), rows)


def show_run(name: str, seen: Seen) -> None:
    row = (count(seen.packets), count(seen.seconds), count(seen.a_minute), count(seen.cpu))
    show(name, ("paket", "detik", "paket/menit", "detik prosesor"), [row])


def show_memory(seen: Seen) -> None:
    """The most that was held at once, by tenths of the run."""
    tenths: dict[int, tuple[int, int]] = {}
    for packets, held in seen.memory:
        tenth = min(9, packets * 10 // max(seen.packets, 1))
        tenths[tenth] = max(tenths.get(tenth, (0, 0)), (held, packets))
    rows = [(f"{tenth * 10} %", count(packets), count(held)) for tenth, (held, packets) in sorted(tenths.items())]
    show("Memori semua proses, terbanyak tiap sepersepuluh", ("bagian", "paket", "MB"), rows)


def measure_runs(folder: Path, projects: Sequence[Path], workers: int, *, kill: bool) -> None:
    """An undisturbed run, the same again with nothing changed, and one killed halfway that is gone on with."""
    whole = Series(tuple(projects), folder / "utuh")
    undisturbed = run(whole, workers=workers)
    show_run(f"Tanpa gangguan, {len(projects)} proyek, {workers} proses", undisturbed)
    show_memory(undisturbed)
    again = run(whole, workers=workers)
    show("Dijalankan lagi tanpa perubahan", ("dibuat ulang", "detik"), [(str(again.packets), count(again.seconds))])
    if not kill:
        return
    broken = Series(whole.projects, folder / "putus")
    first = run(broken, workers=workers, stop_at=undisturbed.packets // 2)
    rest = run(broken, workers=workers)
    cost = first.seconds + rest.seconds - undisturbed.seconds
    row = (count(first.packets), count(rest.packets), count(first.seconds), count(rest.seconds), count(cost))
    heads = ("sebelum mati", "sesudahnya", "detik", "detik", "lebih lama (detik)")
    show("Dimatikan (SIGKILL) di tengah lalu dilanjutkan", heads, [row])


def measure_agreements(folder: Path, number: int, people: int, workers: int, *, slim: bool, kill: bool) -> None:
    folder.mkdir()
    projects = []
    for region, part in regencies(number):
        write_agreements(folder / region, people, region, part, slim=slim)
        projects.append(folder / region)
    measure_runs(folder, projects, workers, kill=kill)


def main() -> None:
    parser = options(__doc__ or "", 1)
    parser.add_argument(
        "--sample", type=int, default=5, help="perjanjian yang diukur terhadap WeasyPrint saja (biasa 5)"
    )
    parser.add_argument(
        "--perjanjian", type=int, default=20, help="perjanjian lengkap, satu tiap kecamatan (biasa 20, terbanyak 1146)"
    )
    parser.add_argument("--units", type=int, default=20, help="desa, masing-masing satu paket ringan (biasa 20)")
    parser.add_argument("--people", type=int, default=8, help="orang tiap desa (biasa 8)")
    parser.add_argument("--proses", type=int, default=2, help="banyaknya proses (biasa 2)")
    parser.add_argument(
        "--ramping", action="store_true", help="paket unit hanya memuat perjanjian (bila ada), daftar, dan rekapitulasi"
    )
    parser.add_argument("--tanpa-putus", action="store_true", help="tidak mengukur jalan yang dimatikan di tengah")
    asked = parser.parse_args()
    kill = not asked.tanpa_putus
    say_where()
    with tempfile.TemporaryDirectory(prefix="regpol-paket-") as made:
        folder = Path(made)
        if asked.sample:
            write_agreements(folder / "contoh", asked.people)
            show_floor(floor(folder / "contoh", asked.sample))
        if asked.perjanjian:
            agreements = folder / "perjanjian"
            measure_agreements(agreements, asked.perjanjian, asked.people, asked.proses, slim=asked.ramping, kill=kill)
        if asked.units:
            write_light(folder / "proyek", asked.units, asked.people, slim=asked.ramping)
            measure_runs(folder, [folder / "proyek"], asked.proses, kill=kill)
    say_where()


if __name__ == "__main__":
    main()
