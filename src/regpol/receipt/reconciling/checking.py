"""Holds the numbers in finished files against the known ones, and files that say the same against each other.

A changed number betrays itself in one of seven ways: it is missing where it must stand, it is known to nobody, the same
paper in the other format has another, a workbook has what its paper has not, a workbook inside a PDF is not the one
beside it, a total is not the sum above it, or a merged file is not its parts.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from pathlib import Path, PurePosixPath

from regpol.receipt.reconciling import reading
from regpol.receipt.reconciling.figures import Figures, is_amount, value
from regpol.receipt.reconciling.numbers import Known, Numbers, Standing
from regpol.receipt.reconciling.reading import UnreadableFile
from regpol.terms.language import thousands

_SURE = 1_000
"""From here on a whole number in a workbook is money or a large count, and must be known."""
_YEARS = range(1900, 2101)


class Way(StrEnum):
    """How a number does not agree; values are the words of the message."""

    MISSING = "angka tidak ada di tempatnya"
    UNKNOWN = "angka tidak dikenal"
    TWIN = "PDF dan DOCX tidak sama"
    SHEET = "XLSX dan naskahnya tidak sama"
    ATTACHED = "XLSX di dalam PDF tidak sama dengan yang di sampingnya"
    TOTAL = "jumlah tidak cocok"
    MERGED = "gabungan tidak sama dengan bagiannya"
    FILE = "berkas tidak dapat dibaca"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mismatch:
    """One disagreement: the file below the packet's folder, the sheet and cell if any, and both sides."""

    file: str
    way: Way
    found: str
    expected: str
    cell: str = ""

    @property
    def where(self) -> str:
        """File and cell as one address."""
        return f"{self.file} [{self.cell}]" if self.cell else self.file


def check(folder: Path, numbers: Numbers) -> tuple[Mismatch, ...]:
    """Everything in the finished files of a folder that does not agree, in order of file; empty if all does."""
    checked = _Checked(folder, numbers)
    found = (
        *checked.unreadable(),
        *checked.missing(),
        *checked.unknown(),
        *checked.twins(),
        *checked.sheets(),
        *checked.attached(),
        *checked.totals(),
        *checked.merged(),
    )
    return tuple(sorted(dict.fromkeys(found), key=lambda one: (one.file, one.cell, one.way, one.found)))


class _Checked:
    """The files of one folder, each opened once."""

    def __init__(self, folder: Path, numbers: Numbers) -> None:
        self._folder, self._numbers = folder, numbers
        self._values = {known.value for known in numbers.known}
        self._failed: dict[str, str] = {}

    @cached_property
    def _names(self) -> tuple[str, ...]:
        paths = (path for path in self._folder.rglob("*") if path.is_file() and not path.name.startswith("."))
        return tuple(sorted(path.relative_to(self._folder).as_posix() for path in paths))

    @cached_property
    def _read(self) -> dict[str, tuple[Figures, Figures]]:
        """The numbers of each text by its name, without and with the working annex."""
        made: dict[str, tuple[Figures, Figures]] = {}
        for name in self._names:
            if reading.readable(self._folder / name):
                try:
                    made[name] = reading.figures_of(self._folder / name)
                except UnreadableFile as failed:
                    self._failed[name] = str(failed)
        return made

    @cached_property
    def _figures(self) -> dict[str, Figures]:
        return {name: proper for name, (proper, _) in self._read.items()}

    @cached_property
    def _cells(self) -> dict[str, tuple[reading.Cell, ...]]:
        """The whole numbers of each workbook by its name."""
        made: dict[str, tuple[reading.Cell, ...]] = {}
        for name in self._names:
            if name.endswith(".xlsx"):
                try:
                    made[name] = tuple(reading.cells_of(self._folder / name))
                except UnreadableFile as failed:
                    self._failed[name] = str(failed)
        return made

    def unreadable(self) -> Iterator[Mismatch]:
        """Files that cannot be opened, so that nothing can be said of their numbers."""
        _ = self._figures, self._cells
        for name, reason in self._failed.items():
            yield Mismatch(file=name, way=Way.FILE, found=reason, expected="berkas utuh yang ditulis regpol")

    def missing(self) -> Iterator[Mismatch]:
        """Known numbers that do not stand where they must, or not as often."""
        wanted: Counter[tuple[str, int]] = Counter()
        keys: dict[tuple[str, int], Known] = {}
        for known in self._numbers.known:
            for standing in known.standings:
                if standing.cell:
                    yield from self._in_cell(known, standing)
                else:
                    wanted[standing.file, known.value] += 1
                    keys[standing.file, known.value] = known
        for (name, sought), often in wanted.items():
            there = self._often(name, sought)
            if there < often:
                known = keys[name, sought]
                yield Mismatch(
                    file=name,
                    way=Way.MISSING,
                    found=f"{thousands(sought)} terbaca {there} kali",
                    expected=f"{known.key}: {_printed(known)}, sedikitnya {often} kali",
                )

    def _often(self, name: str, sought: int) -> int:
        if name in self._cells:
            return sum(cell.value == sought for cell in self._cells[name])
        counted = self._figures.get(name, Counter())
        return sum(often for figure, often in counted.items() if value(figure) == sought)

    def _in_cell(self, known: Known, standing: Standing) -> Iterator[Mismatch]:
        cells = self._cells.get(standing.file, ())
        sheets = {standing.sheet} if standing.sheet else {cell.sheet for cell in cells}
        held = next((it.value for it in cells if it.sheet in sheets and it.address == standing.cell), None)
        if held != known.value:
            yield Mismatch(
                file=standing.file,
                cell=f"{standing.sheet}!{standing.cell}" if standing.sheet else standing.cell,
                way=Way.MISSING,
                found="kosong atau bukan angka" if held is None else thousands(held),
                expected=f"{known.key}: {thousands(known.value)}",
            )

    def unknown(self) -> Iterator[Mismatch]:
        """Amounts that no place of ours gave."""
        for name, counted in self._figures.items():
            for figure in counted:
                if is_amount(figure) and value(figure) not in self._values:
                    yield _stranger(name, figure)
        for name, cells in self._cells.items():
            for cell in cells:
                if abs(cell.value) >= _SURE and cell.value not in self._values and cell.value not in _YEARS:
                    yield _stranger(name, thousands(cell.value), f"{cell.sheet}!{cell.address}")

    def twins(self) -> Iterator[Mismatch]:
        """The same paper as PDF and as DOCX must hold the same numbers, each as often."""
        for name, counted in self._figures.items():
            other = f"{name.removesuffix('.pdf')}.docx"
            if name.endswith(".pdf") and other in self._figures:
                twin = self._figures[other]
                yield from _apart(name, counted - twin, other)
                yield from _apart(other, twin - counted, name)

    def sheets(self) -> Iterator[Mismatch]:
        """A workbook beside a paper of the same name has no number that the paper has not.

        Numbers of rows are no numbers; what is summed in its column or pinned to its cell is proved there.
        """
        for name, cells in self._cells.items():
            other = f"{name.removesuffix('.xlsx')}.docx"
            if other not in self._figures:
                continue
            printed = {value(figure) for figure in self._figures[other]}
            proved = self._summed(name)
            for cell in cells:
                free = cell.column and cell.value and (cell.sheet, cell.column) not in proved
                if free and cell.value not in printed and (name, cell.sheet, cell.address) not in self._pinned:
                    yield Mismatch(
                        file=name,
                        cell=f"{cell.sheet}!{cell.address}",
                        way=Way.SHEET,
                        found=thousands(cell.value),
                        expected=f"angka yang juga ada dalam {other}",
                    )

    @cached_property
    def _pinned(self) -> set[tuple[str, str, str]]:
        return {(it.file, it.sheet, it.cell) for known in self._numbers.known for it in known.standings if it.cell}

    def _summed(self, name: str) -> set[tuple[str, int]]:
        """The columns of a workbook that end in a sum."""
        labels = reading.labels_of(self._folder / name)
        ends = {
            (sheet, at)
            for sheet, rows in labels.items()
            for at, row in enumerate(rows)
            if any(map(reading.is_total, row))
        }
        return {(cell.sheet, cell.column) for cell in self._cells[name] if (cell.sheet, cell.row) in ends}

    def attached(self) -> Iterator[Mismatch]:
        """A workbook inside a PDF has the numbers of the workbook of its name beside that PDF."""
        for name in (name for name in self._figures if name.endswith(".pdf")):
            try:
                inside = reading.attached_cells(self._folder / name)
            except UnreadableFile as failed:
                yield Mismatch(file=name, way=Way.FILE, found=str(failed), expected="lampiran XLSX yang utuh")
                continue
            for workbook, cells in inside.items():
                beside = (PurePosixPath(name).parent / workbook).as_posix()
                for cell, other in _different(cells, self._cells.get(beside, ())):
                    held, wanted = (thousands(it.value) if it else "bukan angka" for it in (cell, other))
                    at = cell or other
                    where = f"{workbook}: {at.sheet}!{at.address}" if at else workbook
                    expected = f"{wanted}, seperti dalam {beside}"
                    yield Mismatch(file=name, cell=where, way=Way.ATTACHED, found=held, expected=expected)

    def totals(self) -> Iterator[Mismatch]:
        """A row named as a total is the sum of the rows above it."""
        for name in self._cells:
            labels = reading.labels_of(self._folder / name)
            for sheet, rows in labels.items():
                yield from self._sums(name, sheet, rows)

    def _sums(self, name: str, sheet: str, rows: list[list[str]]) -> Iterator[Mismatch]:
        ends = [at for at, row in enumerate(rows) if any(map(reading.is_total, row))]
        cells = [cell for cell in self._cells[name] if cell.sheet == sheet]
        for start, end in zip((-1, *ends), ends, strict=False):
            for total in (cell for cell in cells if cell.row == end):
                above = [it.value for it in cells if start < it.row < end and it.column == total.column]
                if above and sum(above) != total.value:
                    yield Mismatch(
                        file=name,
                        cell=f"{sheet}!{total.address}",
                        way=Way.TOTAL,
                        found=thousands(total.value),
                        expected=f"{thousands(sum(above))}, jumlah {len(above)} baris di atasnya",
                    )

    def merged(self) -> Iterator[Mismatch]:
        """A merged file holds the amounts of its parts, each as often."""
        for whole in self._numbers.merged:
            parts: Figures = Counter()
            for part in whole.parts:
                parts += self._whole(part)
            held = self._whole(whole.file)
            for figure in sorted(held.keys() | parts.keys()):
                if is_amount(figure) and held[figure] != parts[figure]:
                    yield Mismatch(
                        file=whole.file,
                        way=Way.MERGED,
                        found=f"{figure} {held[figure]} kali",
                        expected=f"{parts[figure]} kali, seperti dalam bagian-bagiannya",
                    )

    def _whole(self, name: str) -> Figures:
        """All of a file, with what only its unfinished form has; what cannot be opened is told elsewhere."""
        return self._read[name][1] if name in self._read else Counter()


def _different(
    cells: tuple[reading.Cell, ...], others: tuple[reading.Cell, ...]
) -> Iterator[tuple[reading.Cell | None, reading.Cell | None]]:
    here = {(cell.sheet, cell.row, cell.column): cell for cell in cells}
    there = {(cell.sheet, cell.row, cell.column): cell for cell in others}
    for place in sorted(here.keys() | there.keys()):
        if here.get(place) != there.get(place):
            yield here.get(place), there.get(place)


def _printed(known: Known) -> str:
    return " atau ".join(known.shown) or thousands(known.value)


def _stranger(name: str, figure: str, cell: str = "") -> Mismatch:
    expected = "hanya angka yang dihitung dari register dan aturan"
    return Mismatch(file=name, cell=cell, way=Way.UNKNOWN, found=figure, expected=expected)


def _apart(name: str, surplus: Figures, other: str) -> Iterator[Mismatch]:
    for figure, often in sorted(surplus.items()):
        yield Mismatch(
            file=name, way=Way.TWIN, found=f"{figure} {often} kali lebih banyak", expected=f"sama dengan {other}"
        )
